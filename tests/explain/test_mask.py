"""Deletion masks, ours and as printed, on nets whose reasons are known."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.task import Task
from ecgviewer.explain.mask import PUBLISHED, TUNED, deletion_masks, published_masks
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from tests.beat_models import HandNet

UP, DOWN = 0, 1


def _net() -> EcgNet:
    return HandNet().eval().requires_grad_(requires_grad=False)


def _windows(*peaks: tuple[int, float]) -> Tensor:
    """Windows, (n, 1, 720), with one peak each: at a sample, of a height.

    What lies beside it speaks for the other class, a little.
    """
    time = torch.arange(720.0)
    return torch.stack(
        [height * (torch.exp(-0.5 * ((time - at) / 8) ** 2) - 0.01)[None] for at, height in peaks]
    )


def _classes(*indices: int) -> Tensor:
    return torch.tensor(indices)


def test_what_speaks_for_the_class_is_deleted_and_little_else():
    inputs = _windows((360, 1.0), (300, 1.0), (400, -1.0))
    classes = _classes(UP, UP, DOWN)
    masks = deletion_masks(_net(), inputs, classes, Task())
    assert masks.deleted.shape == (3, 72)
    assert masks.deleted.argmax(dim=1).tolist() == pytest.approx([36, 30, 40], abs=1)
    assert masks.deleted.mean(dim=1).max() < 0.2
    assert masks.before.argmax(dim=1).tolist() == classes.tolist()
    assert (masks.after.argmax(dim=1) != classes).all()


def test_a_window_gets_the_mask_that_it_gets_alone():
    torch.manual_seed(3)
    net = build_net("mask_lstm", {}).eval().requires_grad_(requires_grad=False)
    inputs = torch.randn(3, 1, 720, generator=torch.manual_seed(4))
    classes = net(inputs).argmax(dim=1)
    settings = replace(TUNED, n_steps=30)
    together = deletion_masks(net, inputs, classes, Task(), settings)
    alone = deletion_masks(net, inputs[1:2], classes[1:2], Task(), settings)
    torch.testing.assert_close(together.deleted[1:2], alone.deleted, rtol=0.01, atol=1e-3)


def test_the_answers_are_those_of_the_window_of_what_is_left_and_of_a_level_line():
    net, inputs = _net(), _windows((360, 1.0))
    masks = deletion_masks(net, inputs, _classes(UP), Task())
    torch.testing.assert_close(masks.before, net(inputs))
    torch.testing.assert_close(masks.level, net(torch.zeros_like(inputs)))
    # Point p is centred on sample 10 p + 4.5; straight lines between.
    left = inputs.clone()
    middles = 10 * torch.arange(72.0) + 4.5
    for sample in range(720):
        place = torch.clamp((sample - middles[0]) / 10, 0, 71)
        low, share = int(place), place - int(place)
        mask = masks.deleted[0, low] * (1 - share) + masks.deleted[0, min(low + 1, 71)] * share
        left[0, 0, sample] *= 1 - mask
    torch.testing.assert_close(masks.after, net(left), rtol=1e-3, atol=1e-4)


def test_of_several_starts_the_mask_of_least_cost_is_kept():
    inputs, classes = _windows((360, 1.0), (300, 0.6)), _classes(UP, UP)
    # From so little nothing grows within these steps.
    late = replace(TUNED, starts=(-9.0,), n_steps=60)
    assert (deletion_masks(_net(), inputs, classes, Task(), late).after.argmax(dim=1) == UP).all()
    alone = deletion_masks(_net(), inputs, classes, Task(), replace(late, starts=(0.0,)))
    both = deletion_masks(_net(), inputs, classes, Task(), replace(late, starts=(-9.0, 0.0)))
    torch.testing.assert_close(both.deleted, alone.deleted)
    assert (both.after.argmax(dim=1) == DOWN).all()


def test_where_nothing_speaks_for_the_class_nothing_is_deleted():
    masks = deletion_masks(_net(), _windows((360, -2.0)), _classes(UP), Task())
    assert masks.deleted.max() < 0.05


def test_a_net_that_does_not_look_keeps_its_answer():
    class Stubborn(HandNet):
        def head(self, features: Tensor) -> Tensor:
            return super().head(0 * features) + torch.tensor([9.0, 0.0])

    net = Stubborn().eval().requires_grad_(requires_grad=False)
    masks = deletion_masks(net, _windows((360, 1.0)), _classes(UP), Task())
    assert masks.after.argmax().item() == UP
    assert masks.deleted.max() < 0.05


def test_the_printed_equations_delete_half_of_everything_alike():
    # 500 steps of 0.001 against a gradient of 1: the mask rises to 0.5 wherever it is, and
    # what the net says of it hardly counts.
    masks = published_masks(_net(), _windows((360, 3.0)), _classes(UP), Task())
    assert masks.deleted.shape == (1, 720)
    assert masks.deleted.mean().item() == pytest.approx(0.5, abs=0.01)
    assert (masks.deleted.max() - masks.deleted.min()).item() < 1e-3
    assert masks.after.argmax().item() == UP


def test_without_its_first_term_the_printed_mask_hardly_moves():
    settings = replace(PUBLISHED, area=0.0, roughness=0.0, n_steps=100)
    masks = published_masks(_net(), _windows((360, 3.0)), _classes(UP), Task(), settings)
    assert masks.deleted.abs().max() < 0.01


def test_parameters_are_left_alone_and_cancelling_stops():
    net = _net()
    before = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    task = Task(lambda done, _total: task.cancel() if done > 2 else None)
    with pytest.raises(Cancelled):
        deletion_masks(net, _windows((360, 1.0)), _classes(UP), task)
    assert all(parameter.grad is None for parameter in net.parameters())
    assert all(torch.equal(before[name], tensor) for name, tensor in net.state_dict().items())
