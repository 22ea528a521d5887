"""Normalisation's statistics are those of the net in use, not of the net that drops units."""

import pytest
import torch
from torch import nn

from ecgviewer.study.statistics_anew import take_statistics_anew


def net_that_drops_half() -> nn.Sequential:
    torch.manual_seed(3)
    return nn.Sequential(
        nn.Conv1d(1, 4, 5), nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.5),
        nn.Conv1d(4, 4, 5), nn.BatchNorm1d(4),
    )  # fmt: skip


def batches(n: int) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(5)
    return [torch.randn(32, 1, 100, generator=generator) for _ in range(n)]


def test_in_use_each_layer_is_normalised_after_statistics_were_taken_anew() -> None:
    net = net_that_drops_half()
    for inputs in batches(60):
        net.train()(inputs)
    before = net.eval()(batches(1)[0])
    take_statistics_anew(net, batches(8))
    after = net(torch.cat(batches(8)))
    assert not net.training
    # What half of the units did without made the spread too wide: the last layer's falls short.
    assert before.std().item() < 0.9
    assert after.std().item() == pytest.approx(1, abs=0.01)
    assert after.mean(dim=(0, 2)).tolist() == pytest.approx([0] * 4, abs=0.01)


def test_learning_goes_on_with_running_statistics_afterwards() -> None:
    net = net_that_drops_half()
    weights = {name: value.clone() for name, value in net.named_parameters()}
    take_statistics_anew(net, batches(2))
    assert [layer.momentum for layer in net if isinstance(layer, nn.BatchNorm1d)] == [0.1, 0.1]
    for name, value in net.named_parameters():
        assert torch.equal(value, weights[name])
