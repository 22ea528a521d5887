import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.task import Task
from ecgviewer.explain.background import background_of
from ecgviewer.explain.shapley import lead_weights
from ecgviewer.inference.input import condition
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from tests.explain.bent_net import SPEC, BentNet, bent_model
from tests.explain.shap_oracle import exact_values
from tests.made_models import noise, record_of


def _window(seed: int = 5, n_samples: int = SPEC.n_samples) -> np.ndarray:
    values = noise(12, n_samples, seed)
    for lead, derived in derive_limb_leads(values[0], values[1]).items():
        values[STANDARD_LEADS.index(lead)] = derived
    return values


def _weigh(values: np.ndarray, method: str = "shap", **options) -> LeadWeights:
    record = record_of(values, rate_hz=SPEC.rate_hz)
    start, stop = options.pop("span", (0, record.n_samples))
    model = options.pop("model", None) or bent_model()
    return lead_weights(model, record, method, start, stop, Task(), **options)


def _coalition_worths(model: LoadedModel, values: np.ndarray) -> np.ndarray:
    """The mean logits of all 256 coalitions, mixed here without the code under test."""
    worths = []
    for coalition in range(256):
        inputs = []
        for ordinary in background_of(model):
            mixed = ordinary.copy()
            for player, lead in enumerate(INDEPENDENT_LEADS):
                if coalition >> player & 1:
                    row = STANDARD_LEADS.index(lead)
                    mixed[row] = values[row]
            mixed[2] = mixed[1] - mixed[0]
            mixed[3] = -(mixed[0] + mixed[1]) / 2
            mixed[4] = mixed[0] - mixed[1] / 2
            mixed[5] = mixed[1] - mixed[0] / 2
            inputs.append(condition(mixed, SPEC).array)
        worths.append(model.logits(np.stack(inputs)).mean(axis=0))
    return np.array(worths, dtype=np.float64)


def test_the_weights_are_those_of_the_package_shap_on_the_same_mixtures(tmp_path: Path):
    model, values = bent_model(), _window()
    weights = _weigh(values)
    expected = exact_values(_coalition_worths(model, values), tmp_path)
    assert np.abs(expected).max() > 0.1
    assert weights.values == pytest.approx(expected, abs=2e-5)


@pytest.mark.parametrize("n_samples", [200, 150])
def test_the_weights_add_up_to_the_logit_above_the_mean_logit_of_ordinary_records(n_samples: int):
    model, values = bent_model(), _window(n_samples=n_samples)
    weights = _weigh(values)
    logits = model.logits(condition(values, SPEC).array[np.newaxis])[0]
    ordinary = [condition(b[:, :n_samples], SPEC).array for b in background_of(model)]
    base = model.logits(np.stack(ordinary)).mean(axis=0)
    assert weights.logits == pytest.approx(logits, abs=1e-5)
    assert weights.base == pytest.approx(base, abs=1e-5)
    assert weights.values.sum(axis=0) == pytest.approx(logits - base, abs=1e-4)


def test_leads_are_the_eight_independent_ones_and_the_four_that_follow_are_named():
    weights = _weigh(_window())
    assert weights.leads == INDEPENDENT_LEADS
    assert weights.derived == ("III", "aVR", "aVL", "aVF")
    assert weights.labels == ("AF", "PVC", "STD")
    assert weights.settled == 1


def test_a_lead_that_the_net_does_not_look_at_has_no_weight():
    model = bent_model()
    assert isinstance(model.net, BentNet)
    seen = model.net.weights.detach().clone()
    seen[:, STANDARD_LEADS.index("V4")] = 0
    blind = replace(model, net=BentNet(seen).eval().requires_grad_(requires_grad=False))
    weights = _weigh(_window(), model=blind)
    assert weights.values[weights.leads.index("V4")] == pytest.approx(0, abs=1e-6)
    assert np.abs(weights.values).max() > 0.05


def test_an_absent_lead_weighs_nothing_and_the_others_still_add_up():
    values = _window()
    values[STANDARD_LEADS.index("V5")] = np.nan
    weights = _weigh(values)
    assert weights.absent == ("V5",)
    assert not weights.values[weights.leads.index("V5")].any()
    assert weights.values.sum(axis=0) == pytest.approx(weights.logits - weights.base, abs=1e-4)


def test_of_one_lead_there_is_nothing_to_weigh():
    one = bent_model(replace(SPEC, leads=("II",)))
    with pytest.raises(EcgError, match="reads one lead"):
        _weigh(_window(), model=one)


def test_of_a_long_record_the_analysed_window_under_the_span_is_weighed():
    values = _window(n_samples=3 * SPEC.n_samples)
    weights = _weigh(values, span=(150, 420))
    assert (weights.start, weights.stop) == (200, 400)
    alone = _weigh(values[:, 200:400])
    assert weights.values == pytest.approx(alone.values, abs=1e-5)


def test_several_askers_find_the_same_weights():
    alone, together = _weigh(_window()), _weigh(_window(), n_askers=3)
    assert together.values == pytest.approx(alone.values, abs=1e-5)


class _SlowNet(BentNet):
    def features(self, inputs: torch.Tensor) -> torch.Tensor:
        time.sleep(0.004 * len(inputs))
        return super().features(inputs)


def _slow_model() -> LoadedModel:
    model = bent_model()
    assert isinstance(model.net, BentNet)
    return replace(model, net=_SlowNet(model.net.weights.detach()).eval())


def test_estimates_settle_on_the_weights_and_each_adds_up():
    told: list[LeadWeights] = []
    final = _weigh(_window(), model=_slow_model(), publish=told.append)
    assert len(told) > 2
    assert 0.05 < told[0].settled < 0.15
    assert sorted(weights.settled for weights in told) == [weights.settled for weights in told]
    for weights in told:
        total = weights.values.sum(axis=0)
        assert total == pytest.approx(weights.logits - weights.base, abs=1e-4)
    errors = [np.abs(weights.values - final.values).max() for weights in (told[0], told[-1])]
    assert errors[1] < errors[0]
    assert errors[0] < 0.5 * np.abs(final.values).max()


@pytest.mark.parametrize("method", ["shap", "shap-gradient"])
def test_cancelling_stops_the_work_within_0_2_s(method: str):
    cancelled_s: list[float] = []
    task = Task()

    def cancel(_weights: LeadWeights) -> None:
        cancelled_s.append(time.monotonic())
        task.cancel()

    record = record_of(_window(), rate_hz=SPEC.rate_hz)
    with pytest.raises(Cancelled):
        lead_weights(_slow_model(), record, method, 0, 200, task, cancel)
    assert time.monotonic() - cancelled_s[0] < 0.2


@pytest.mark.parametrize(
    ("method", "span", "sentence"),
    [
        ("magic", (0, 200), r'weighed by "magic"; they can by shap or shap-gradient'),
        ("shap", (500, 600), r"made is 2 s long"),
    ],
)
def test_what_cannot_be_weighed_is_told(method: str, span: tuple[int, int], sentence: str):
    with pytest.raises(EcgError, match=sentence):
        _weigh(_window(), method, span=span)


def test_a_window_without_signal_is_told():
    with pytest.raises(EcgError, match="no signal"):
        _weigh(np.zeros((12, 200), dtype=np.float32))
