from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.explain.background import (
    BACKGROUND_FILE,
    N_ORDINARY,
    USUAL,
    OrdinaryStatistics,
    background_of,
    make_background,
    ordinary_statistics,
    write_background,
)
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from tests.explain.bent_net import bent_model
from tests.made_models import SPEC as SPEC_500_HZ

SPEC = replace(SPEC_500_HZ, rate_hz=125.0, n_samples=1250)
TALL = OrdinaryStatistics((1.0, 1.5, 0.6, 2.0, 2.2, 1.9, 1.2, 0.8), (60.0, 70.0, 85.0))


@pytest.mark.parametrize("wanted", [USUAL, TALL])
def test_made_records_have_the_heights_and_rates_of_real_ones(wanted: OrdinaryStatistics):
    found = ordinary_statistics(make_background(SPEC, wanted), SPEC.rate_hz)
    assert found.heights_mv == pytest.approx(wanted.heights_mv, rel=0.15)
    assert found.rates_per_min == pytest.approx(wanted.rates_per_min, abs=6)


def test_limb_leads_of_made_records_follow_from_i_and_ii():
    records = make_background(SPEC)
    assert records.shape == (N_ORDINARY, 12, SPEC.n_samples)
    assert records.dtype == np.float32
    assert records[:, 2] == pytest.approx(records[:, 1] - records[:, 0], abs=1e-6)


def test_statistics_pass_over_leads_without_signal():
    values = [synthesize("SNR", seed).signals_mv for seed in range(3)]
    values[0][STANDARD_LEADS.index("V1")] = 0
    assert min(ordinary_statistics(values, 500.0).heights_mv) > 0.1
    for record in values:
        record[STANDARD_LEADS.index("V1")] = 0
    with pytest.raises(EcgError, match="too little signal"):
        ordinary_statistics(values, 500.0)


def test_a_model_brings_its_own_ordinary_records(tmp_path: Path):
    write_background(tmp_path, SPEC, TALL)
    model = replace(bent_model(SPEC), folder=tmp_path)
    own = background_of(model)
    assert own == pytest.approx(make_background(SPEC, TALL), abs=3e-3)
    # Half precision is for the disk: the limb leads follow exactly again.
    assert own[:, 2] == pytest.approx(own[:, 1] - own[:, 0], abs=1e-6)
    stored = np.load(tmp_path / BACKGROUND_FILE)
    assert stored.dtype == np.float16
    assert stored.nbytes < 1_000_000


def test_a_model_without_any_is_compared_with_the_usual_ones(tmp_path: Path):
    model = replace(bent_model(SPEC), folder=tmp_path)
    assert (background_of(model) == make_background(SPEC, USUAL)).all()


def test_a_short_window_and_other_leads_get_ordinary_records_too():
    spec = InputSpec(leads=("II", "V1"), rate_hz=360.0, n_samples=720)
    assert make_background(spec).shape == (N_ORDINARY, 2, 720)


@pytest.mark.parametrize("content", [b"nothing", b""])
def test_a_broken_background_is_told_with_the_models_name(tmp_path: Path, content: bytes):
    (tmp_path / BACKGROUND_FILE).write_bytes(content)
    with pytest.raises(EcgError, match=f"background.npy of the model {tmp_path.name}"):
        background_of(replace(bent_model(SPEC), folder=tmp_path))


def test_a_background_of_another_model_is_refused(tmp_path: Path):
    write_background(tmp_path, replace(SPEC, n_samples=625))
    with pytest.raises(EcgError, match="12 leads by 1250 samples are expected"):
        background_of(replace(bent_model(SPEC), folder=tmp_path))
