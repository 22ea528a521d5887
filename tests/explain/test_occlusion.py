import pytest
import torch
from torch import Tensor

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.task import Task
from ecgviewer.explain.occlusion import block_length, occlusion
from tests.made_models import SumNet


@pytest.fixture
def hand_net() -> SumNet:
    """Class 0 takes 4 x the mean of lead I's four cells and 3 x lead II's largest."""
    return SumNet(torch.tensor([[4.0, 0.0]]), torch.tensor([[0.0, 3.0]]), torch.tensor([-7.0]))


@pytest.fixture
def inputs() -> Tensor:
    """Bumps of one sample at every 32nd, so that a line across a block takes one away."""
    window = torch.zeros(1, 2, 128)
    window[0, 0, ::32] = torch.tensor([1.0, 4.0, 2.0, -1.0])
    window[0, 1, ::32] = torch.tensor([0.0, 3.0, 5.0, 2.0])
    return window


def test_a_block_is_worth_the_logit_that_falls_without_it(hand_net: SumNet, inputs: Tensor):
    shifted = torch.roll(inputs, 0, dims=2)
    drops = occlusion(hand_net, torch.nn.functional.pad(shifted, (0, 16)), 16, 16, 0, Task())
    # Blocks of 16 samples: those without a bump are zero already and are worth nothing.
    assert drops.shape == (1, 2, 9)
    at_bumps = drops[0, :, :8:2]
    # Of five cells now, lead I's mean loses each one's share; without its largest, lead II
    # falls back on its second, 3 x (5 - 3).
    assert at_bumps[0].tolist() == pytest.approx([0.0, 3.2, 1.6, 0.0], abs=0.35)
    assert at_bumps[1].tolist() == pytest.approx([0.0, 0.0, 6.0, 0.0], abs=1e-5)
    assert drops[0, :, 1:8:2].abs().max().item() == 0


def test_the_block_is_replaced_by_a_line_not_by_zeros(hand_net: SumNet):
    level = torch.full((1, 2, 128), 2.0)
    drops = occlusion(hand_net, level, 25, 25, 0, Task())
    # A straight line in the place of a straight line changes nothing.
    assert drops.abs().max().item() < 1e-5


def test_each_window_of_a_batch_is_tried_by_itself(hand_net: SumNet, inputs: Tensor):
    other = inputs.flip(-1)
    together = occlusion(hand_net, torch.cat([inputs, other]), 20, 20, 0, Task())
    torch.testing.assert_close(together[1:], occlusion(hand_net, other, 20, 20, 0, Task()))


def test_it_reports_and_can_be_cancelled(hand_net: SumNet):
    inputs = torch.randn(1, 2, 4000, generator=torch.manual_seed(1))
    steps: list[tuple[int, int]] = []
    task = Task(lambda done, total: steps.append((done, total)))
    occlusion(hand_net, inputs, *block_length(500.0, 2), 0, task)
    assert steps[0] == (0, 80)
    task.cancel()
    with pytest.raises(Cancelled):
        occlusion(hand_net, inputs, *block_length(500.0, 2), 0, task)


def test_a_block_has_the_same_duration_at_any_rate():
    assert block_length(500.0, 12) == (100, 100)
    assert block_length(250.0, 12) == (50, 50)


def test_of_one_lead_blocks_are_shorter_and_overlap():
    assert block_length(360.0, 1) == (36, 12)


def test_overlapping_blocks_are_centred_on_their_steps(hand_net: SumNet):
    level = torch.zeros(1, 2, 128)
    level[0, 1, 64] = 5.0
    drops = occlusion(hand_net, level, 12, 4, 0, Task())[0, 1]
    # Block b spans samples 4 b - 4 to 4 b + 7; three hold sample 64.
    assert torch.nonzero(drops).flatten().tolist() == [15, 16, 17]
    assert len(drops) == 32
