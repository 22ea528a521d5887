"""Whatever computes a net, its answers are the same."""

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


@pytest.fixture(scope="module")
def faster(best) -> dict[str, LoadedModel]:
    """The best model by what computes it; making it takes OpenVINO seconds."""
    names = ["torch", "openvino"] if backend.has_openvino() else ["torch"]
    return {name: with_backend(best, name) for name in names}


@either
def test_scores_and_unfamiliarity_are_within_a_thousandth_of_torchs(name, best, faster, records):
    for record in records:
        plain, found = (analyze(model, record, Task()) for model in (best, faster[name]))
        assert found.scores == pytest.approx(plain.scores, abs=1e-3)
        assert found.unfamiliar == pytest.approx(plain.unfamiliar, abs=1e-3)
        assert found.unfamiliar_reason == plain.unfamiliar_reason


def logits_of(model: LoadedModel) -> np.ndarray:
    spec = model.card.input
    arrays = np.random.default_rng(3).normal(0, 0.4, (3, len(spec.leads), spec.n_samples))
    return model.logits(arrays.astype(np.float32))


@either
def test_logits_are_the_same_to_the_last_digits(name, best, faster):
    plain = logits_of(best)
    assert np.abs(plain).max() > 0.1
    assert np.abs(logits_of(faster[name]) - plain).max() < 1e-5


def test_residual_blocks_are_folded_too():
    plain = logits_of(random_model())
    assert logits_of(with_backend(random_model(), "torch")) == pytest.approx(plain, abs=1e-5)


def test_a_folded_net_has_no_batch_norm_and_the_given_one_keeps_its(best, faster):
    nets = best.net, faster["torch"].net
    norms = [sum(isinstance(m, torch.nn.BatchNorm1d) for m in net.modules()) for net in nets]
    assert norms[0] > 50
    assert norms[1] == 0


@has_openvino
def test_auto_takes_openvino_on_the_cpu_and_beats_stay_with_torch(best, monkeypatch):
    monkeypatch.setattr(backend, "openvino_maps", lambda model: model.net.maps)
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
def test_openvino_never_loads_what_counts_its_users(faster):
    assert faster["openvino"].maps is not None
    loaded: dict[str, object] = dict(sys.modules)
    assert loaded["openvino_telemetry"] is None
    assert "openvino.tools.ovc.telemetry_stub" in loaded
