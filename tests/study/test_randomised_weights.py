from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from ecgviewer.core.card import InputSpec
from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.randomised_weights import likeness, randomised, rank_correlation
from tests.made_models import card_of, noise, record_of


class SmallNet(EcgNet):
    """Two convolutions and a linear head."""

    cell_step = 4

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(5)
        self.first = nn.Conv1d(2, 8, 9, stride=2, padding=4)
        self.second = nn.Conv1d(8, 8, 9, stride=2, padding=4)
        self.classifier = nn.Linear(8, 1)

    def features(self, inputs: Tensor) -> Tensor:
        return torch.relu(self.second(torch.relu(self.first(inputs))))

    def head(self, features: Tensor) -> Tensor:
        logits: Tensor = self.classifier(features.mean(dim=-1))
        return logits


@pytest.fixture
def model() -> LoadedModel:
    spec = InputSpec(leads=("I", "II"), rate_hz=100.0, n_samples=1000)
    card = card_of(labels=("UP",), thresholds=(0.0,), input=spec, methods=("hirescam", "gradient"))
    return ready(card, SmallNet(), torch.device("cpu"))


def test_layers_are_shuffled_from_the_head_down_and_the_net_itself_stays(model: LoadedModel):
    before = {name: value.clone() for name, value in model.net.state_dict().items()}
    changed = {
        share: {
            name.split(".")[0]
            for name, value in randomised(model.net, share).state_dict().items()
            if name.endswith("weight") and not torch.equal(value, before[name])
        }
        for share in (0.0, 0.5, 1.0)
    }
    assert changed == {
        0.0: {"classifier"},
        0.5: {"classifier", "second"},
        1.0: {"classifier", "second", "first"},
    }
    assert all(torch.equal(value, before[name]) for name, value in model.net.state_dict().items())


def test_shuffling_keeps_every_weight(model: LoadedModel):
    shuffled = randomised(model.net, 1.0).state_dict()
    for name, value in model.net.state_dict().items():
        torch.testing.assert_close(shuffled[name].flatten().sort()[0], value.flatten().sort()[0])


def test_a_map_of_the_model_changes_with_its_weights(model: LoadedModel):
    record = record_of(noise(2, 1000), ("I", "II"), rate_hz=100.0)
    heat = explain(model, record, "UP", "hirescam", 0, 1000, Task())
    assert likeness(model, record, heat, "all", Task()) < 0.8
    same = explain(replace(model), record, "UP", "hirescam", 0, 1000, Task())
    assert rank_correlation(np.abs(heat.raw), np.abs(same.raw)) == pytest.approx(1.0)


def test_ranks_are_compared_where_both_maps_tell_something():
    one = np.array([[np.nan, 1.0, 2.0, 3.0]])
    assert rank_correlation(one, np.array([[9.0, 10.0, 20.0, 90.0]])) == pytest.approx(1.0)
    assert rank_correlation(one, np.array([[0.0, 3.0, 2.0, 1.0]])) == pytest.approx(-1.0)
    assert rank_correlation(one, np.array([[0.0, 5.0, 5.0, 5.0]])) == 0.0
    assert rank_correlation(one, np.full((1, 4), np.nan)) == 0.0
