import pytest
import torch
from torch import Tensor, nn

from ecgviewer.core.task import Task
from ecgviewer.explain.input_gradient import (
    gradient_times_input,
    input_gradient,
    integrated_gradients,
    smoothed,
    smoothed_gradient,
)
from ecgviewer.explain.methods import METHODS
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from tests.made_models import SumNet


@pytest.fixture
def hand_net() -> SumNet:
    """Class 0 takes 4 x the mean of lead I's four cells and 3 x lead II's largest."""
    return SumNet(torch.tensor([[4.0, 0.0]]), torch.tensor([[0.0, 3.0]]), torch.tensor([-7.0]))


@pytest.fixture
def inputs() -> Tensor:
    window = torch.full((1, 2, 128), 0.5)
    window[0, 0, ::32] = torch.tensor([1.0, 4.0, 2.0, -1.0])
    window[0, 1, ::32] = torch.tensor([0.0, 3.0, 5.0, 2.0])
    return window


def test_each_sample_gets_what_it_gave(hand_net: SumNet, inputs: Tensor):
    given = integrated_gradients(hand_net, inputs, 0)[0]
    # Samples between the cells are not read, and what lies below zero gives nothing.
    assert given[0, ::32].tolist() == pytest.approx([1.0, 4.0, 2.0, 0.0])
    assert given[1, ::32].tolist() == pytest.approx([0.0, 0.0, 15.0, 0.0])
    assert given.abs().sum().item() == pytest.approx(22.0)


def test_the_gradient_is_the_nets_own_and_leaves_nothing_behind(hand_net: SumNet, inputs: Tensor):
    gradient = input_gradient(hand_net, inputs, 0)[0]
    assert gradient[0, ::32].tolist() == [1.0, 1.0, 1.0, 0.0]
    assert gradient[1, ::32].tolist() == [0.0, 0.0, 3.0, 0.0]
    assert not gradient.requires_grad
    assert not inputs.requires_grad


class CurvedNet(EcgNet):
    """A small net whose gradient changes all along the way from a flat line."""

    cell_step = 4

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.conv = nn.Conv1d(2, 8, 9, stride=4, padding=4)
        self.classifier = nn.Linear(8, 3)
        self.requires_grad_(requires_grad=False)

    def features(self, inputs: Tensor) -> Tensor:
        return torch.tanh(self.conv(inputs))

    def head(self, features: Tensor) -> Tensor:
        logits: Tensor = self.classifier(features.square().mean(dim=-1))
        return logits


def test_all_samples_together_give_the_logit_less_that_of_a_flat_line():
    net = CurvedNet()
    inputs = torch.randn(1, 2, 200, generator=torch.manual_seed(7))
    expected = (net(inputs) - net(torch.zeros_like(inputs)))[0, 2].item()
    assert abs(expected) > 0.01
    given = integrated_gradients(net, inputs, 2).sum().item()
    assert given == pytest.approx(expected, rel=0.02)


def test_smoothing_moves_relevance_a_little_and_keeps_its_sum():
    values = torch.zeros(1, 2, 500)
    values[0, 0, 250] = 1.0
    # At the edge nothing may fall out of the window.
    values[0, 1, 0] = -2.0
    smooth = smoothed(values, 10.0)
    assert smooth.sum(dim=2)[0].tolist() == pytest.approx([1.0, -2.0], rel=1e-5)
    assert smooth[0, 0].argmax().item() == 250
    assert smooth[0, 0, 235:266].sum().item() > 0.85
    assert smooth[0, 1, 100:].abs().max().item() == 0


def test_a_window_gets_the_map_that_it_gets_alone(hand_net: SumNet, inputs: Tensor):
    together = smoothed_gradient(hand_net, torch.cat([inputs, inputs.flip(-1)]), 500.0, 0)
    torch.testing.assert_close(together[:1], smoothed_gradient(hand_net, inputs, 500.0, 0))


@pytest.mark.parametrize("name", ["mask_lstm", "cam_net"])
def test_integrated_gradients_of_single_lead_nets_add_up_to_the_logit(name: str):
    torch.manual_seed(5)
    net = build_net(name, {}).eval().requires_grad_(requires_grad=False)
    windows = torch.randn(2, 1, 720)
    classes = torch.tensor([1, 6])
    cells = METHODS["integrated"](net, windows, 360.0, classes, Task()).cells
    risen = (net(windows) - net(torch.zeros_like(windows))).gather(1, classes[:, None])[:, 0]
    assert cells.sum(dim=(1, 2)).tolist() == pytest.approx(risen.tolist(), abs=0.01)


def test_gradient_times_input_is_the_gradient_where_the_window_is(hand_net: SumNet, inputs: Tensor):
    given = gradient_times_input(hand_net, inputs, 0)
    assert torch.equal(given, inputs * input_gradient(hand_net, inputs, 0))
    cells = METHODS["input-gradient"](hand_net, inputs, 128.0, torch.tensor([0]), Task()).cells
    assert torch.equal(cells, given)
