from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import Calibration, InputSpec
from ecgviewer.core.heat import Heat
from ecgviewer.core.task import Task
from ecgviewer.explain.deletion_curve import deletion_test
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from tests.made_models import SumNet, card_of, record_of


@pytest.fixture
def bump_model() -> LoadedModel:
    """Class BUMP is there while lead I rises above 1 mV anywhere: logit 10 (max - 1)."""
    net = SumNet(
        mean_weights=torch.zeros(1, 1),
        max_weights=torch.tensor([[10.0]]),
        bias=torch.tensor([-10.0]),
    )
    spec = InputSpec(leads=("I",), rate_hz=500.0, n_samples=5000)
    card = card_of(net="sum", labels=("BUMP",), thresholds=(0.5,), input=spec)
    return LoadedModel(card, net, torch.device("cpu"))


def _bump_at(middle: int, n_samples: int) -> np.ndarray:
    samples = np.arange(n_samples)
    return 1.5 * np.exp(-(((samples - middle) / 20) ** 2))[np.newaxis]


@pytest.mark.parametrize(("n_samples", "middle"), [(5000, 2560), (3000, 1200), (15_000, 12_560)])
def test_removing_what_the_model_used_takes_its_score_away_and_keeping_it_keeps_it(
    bump_model: LoadedModel, n_samples: int, middle: int
):
    record = record_of(_bump_at(middle, n_samples), ("I",))
    heat = explain(bump_model, record, "BUMP", "hirescam", 0, n_samples, Task())
    test = deletion_test(bump_model, record, heat, Task())
    assert test is not None
    assert test.start <= middle < test.stop
    assert test.score > 0.9
    assert test.deletion < 0.1
    assert test.insertion > 0.9
    assert test.random > 0.8
    assert test.flipped
    assert 0 < test.share <= 0.05
    assert "BUMP 0.99 → 0.00 (below its threshold). Without" in test.sentence
    assert test.better_than_elsewhere == (True, True, True)
    # 10 (max - 1): -10 without the bump, 5 with it.
    assert test.deletion_auc < -3 < 3 < test.random_deletion_auc
    assert test.insertion_auc > test.random_insertion_auc + 3


def test_a_map_of_the_wrong_place_changes_nothing(bump_model: LoadedModel):
    record = record_of(_bump_at(2560, 5000), ("I",))
    values = np.zeros((1, 5000), dtype=np.float32)
    values[0, 4000:4250] = 1
    wrong = Heat("BUMP", "gradcam", "random", 0, 5000, ("I",), values, values, step=32.0)
    test = deletion_test(bump_model, record, wrong, Task())
    assert test is not None
    assert test.deletion == pytest.approx(test.score, abs=1e-6)
    assert not test.flipped
    assert "BUMP 0.99 → 0.99. Without" in test.sentence
    assert not any(test.better_than_elsewhere)


def test_a_map_that_colours_little_is_tried_on_that_little(bump_model: LoadedModel):
    record = record_of(_bump_at(2560, 5000), ("I",))
    values = np.zeros((1, 5000), dtype=np.float32)
    values[0, 2500:2600] = 1
    narrow = Heat("BUMP", "gradcam", "random", 0, 5000, ("I",), values, values, step=32.0)
    test = deletion_test(bump_model, record, narrow, Task())
    assert test is not None
    assert test.share == pytest.approx(0.02)
    assert test.sentence.startswith("Without the strongest 2 %: BUMP 0.99 → ")


def test_an_empty_map_cannot_be_tested(bump_model: LoadedModel):
    record = record_of(_bump_at(2560, 5000), ("I",))
    nothing = np.zeros((1, 5000), dtype=np.float32)
    empty = Heat("BUMP", "gradcam", "random", 0, 5000, ("I",), nothing, nothing, step=32.0)
    assert deletion_test(bump_model, record, empty, Task()) is None


def test_a_map_too_short_for_one_sample_of_the_net_cannot_be_tested(bump_model: LoadedModel):
    record = record_of(_bump_at(5120, 10_000), ("I",), rate_hz=1000.0)
    one = np.ones((1, 1), dtype=np.float32)
    short = Heat("BUMP", "gradcam", "random", 5121, 5122, ("I",), one, one, step=64.0)
    assert deletion_test(bump_model, record, short, Task()) is None


@pytest.fixture
def two_lead_model(bump_model: LoadedModel) -> LoadedModel:
    """Class BUMP is there while lead II rises above 1 mV anywhere."""
    net = SumNet(torch.zeros(1, 2), torch.tensor([[0.0, 10.0]]), torch.tensor([-10.0]))
    spec = InputSpec(leads=("I", "II"), rate_hz=500.0, n_samples=5000)
    card = card_of(net="sum", labels=("BUMP",), thresholds=(0.5,), input=spec)
    return LoadedModel(card, net, torch.device("cpu"))


@pytest.mark.parametrize(("hot_lead", "flips"), [(1, True), (0, False)])
def test_of_a_map_by_lead_only_the_leads_that_it_colours_are_removed(
    two_lead_model: LoadedModel, hot_lead: int, flips: bool
):
    both = np.repeat(_bump_at(2560, 5000), 2, axis=0)
    values = np.zeros((2, 5000), dtype=np.float32)
    values[hot_lead, 2400:2700] = 1
    heat = Heat("BUMP", "gradient", "random", 0, 5000, ("I", "II"), values, values, step=1.0)
    test = deletion_test(two_lead_model, record_of(both, ("I", "II")), heat, Task())
    assert test is not None
    assert test.flipped is flips
    assert test.share == pytest.approx(300 / 10_000)


def test_the_curves_remove_what_speaks_against_the_class_last(bump_model: LoadedModel):
    record = record_of(_bump_at(2560, 5000), ("I",))
    raw = np.zeros((1, 5000), dtype=np.float32)
    raw[0, 2400:2700] = -1
    raw[0, 0] = 1
    against = Heat("BUMP", "gradcam", "random", 0, 5000, ("I",), raw, np.maximum(raw, 0), step=32.0)
    test = deletion_test(bump_model, record, against, Task())
    assert test is not None
    # The bump is never among the hottest half.
    assert test.deletion_auc == pytest.approx(5, abs=0.5)
    assert test.insertion_auc == pytest.approx(-10, abs=0.5)


def test_the_probabilities_are_those_that_the_model_shows(bump_model: LoadedModel):
    """A calibrated model's threshold speaks of calibrated probabilities."""
    calibration = Calibration(scale=(0.1,), offset=(0.0,))
    model = replace(bump_model, card=replace(bump_model.card, calibration=calibration))
    record = record_of(_bump_at(2560, 5000), ("I",))
    heat = explain(model, record, "BUMP", "hirescam", 0, 5000, Task())
    test = deletion_test(model, record, heat, Task())
    assert test is not None
    assert test.score == pytest.approx(analyze(model, record, Task()).scores["BUMP"], abs=1e-5)
