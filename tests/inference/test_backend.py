"""Whatever computes a net, its answers are the same."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import AROUND_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference import backend
from ecgviewer.inference.backend import with_backend
from ecgviewer.inference.library import load_model
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.signal.synthesis import synthesize
from tests.made_models import random_model, record_of

BEST = "best12"
has_openvino = pytest.mark.skipif(not backend.has_openvino(), reason="OpenVINO is not installed")
either = pytest.mark.parametrize("name", ["torch", pytest.param("openvino", marks=has_openvino)])


@pytest.fixture(scope="module")
def best() -> LoadedModel:
    return load_model(BEST, "cpu")


@pytest.fixture(scope="module")
def records() -> list[Record]:
    made = [synthesize(label, 3, 10.0, 500.0, noise=0.2) for label in ("SNR", "AF", "LBBB", "PVC")]
    found = [record_of(ecg.signals_mv.astype(np.float32)) for ecg in made]
    # Two leads, and one that is shorter than the window.
    return [
        *found,
        record_of(made[1].signals_mv[:2], ("I", "II")),
        record_of(made[2].signals_mv[:, :3000]),
    ]


@either
def test_scores_and_unfamiliarity_are_within_a_thousandth_of_torchs(name, best, records):
    faster = with_backend(best, name)
    for record in records:
        plain, found = (analyze(model, record, Task()) for model in (best, faster))
        assert found.scores == pytest.approx(plain.scores, abs=1e-3)
        assert found.unfamiliar == pytest.approx(plain.unfamiliar, abs=1e-3)
        assert found.unfamiliar_reason == plain.unfamiliar_reason


@either
@pytest.mark.parametrize(
    "make", [lambda: load_model(BEST, "cpu"), random_model], ids=["best", "resnet34"]
)
def test_logits_are_the_same_to_the_last_digits(name, make):
    model = make()
    spec = model.card.input
    arrays = np.random.default_rng(3).normal(0, 0.4, (3, len(spec.leads), spec.n_samples))
    plain, found = (m.logits(arrays.astype(np.float32)) for m in (model, with_backend(model, name)))
    assert np.abs(plain).max() > 0.1
    assert np.abs(found - plain).max() < 1e-5 * max(1.0, float(np.abs(plain).max()))


def test_a_folded_net_has_no_batch_norm_and_the_given_one_keeps_its(best):
    folded = with_backend(best, "torch").net
    norms = [
        sum(isinstance(m, torch.nn.BatchNorm1d) for m in net.modules())
        for net in (best.net, folded)
    ]
    assert norms[0] > 50
    assert norms[1] == 0


@has_openvino
def test_auto_takes_openvino_on_the_cpu_and_beats_stay_with_torch(best):
    assert with_backend(best, "auto").maps is not None
    card = replace(best.card, input=replace(best.card.input, windows=AROUND_BEATS))
    of_beats = replace(best, card=card)
    assert with_backend(of_beats, "openvino") is of_beats


def test_without_openvino_auto_takes_torch_and_asking_for_it_says_what_helps(best, monkeypatch):
    monkeypatch.setattr(backend, "has_openvino", lambda: False)
    assert with_backend(best, "auto").maps is None
    with pytest.raises(EcgError, match=r"pip install ecgviewer\[fast\]"):
        with_backend(best, "openvino")
    with pytest.raises(EcgError, match='No backend is called "fast"'):
        with_backend(best, "fast")


@has_openvino
def test_openvino_never_loads_what_counts_its_users():
    code = (
        "import sys; from ecgviewer.inference.backend import _imported; _imported();"
        "assert sys.modules['openvino_telemetry'] is None;"
        "import openvino.tools.ovc.telemetry_utils as t; print(t.tm.__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "openvino.tools.ovc.telemetry_stub"
