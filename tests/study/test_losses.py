"""Cells that are not judged leave the loss, whoever teaches."""

import numpy as np
import pytest
import torch

from ecgviewer.study.losses import cross_entropy, positive_weights

NAN = float("nan")


def test_cells_that_are_not_judged_leave_the_loss():
    logits = torch.tensor([[2.0, -1.0], [0.5, 3.0]])
    cells = torch.tensor([[1.0, NAN], [0.0, NAN]])
    by_hand = np.log1p(np.exp(-2.0)) + np.log1p(np.exp(0.5))
    assert cross_entropy(logits, cells, torch.ones(2)).item() == pytest.approx(by_hand, rel=1e-6)


def test_cells_that_are_not_judged_move_no_weight():
    logits = torch.tensor([[2.0, -1.0], [0.5, 3.0]], requires_grad=True)
    cells = torch.tensor([[1.0, NAN], [NAN, 0.0]])
    cross_entropy(logits, cells, torch.ones(2)).backward()
    assert logits.grad is not None
    assert torch.equal(logits.grad == 0, torch.isnan(cells))


def test_parts_of_a_batch_add_up_to_the_whole():
    logits, cells = torch.randn(6, 3), torch.randint(0, 2, (6, 3)).float()
    weights = torch.tensor([1.0, 2.0, 3.0])
    parts = sum(cross_entropy(logits[i::2], cells[i::2], weights).item() for i in (0, 1))
    assert cross_entropy(logits, cells, weights).item() == pytest.approx(parts, rel=1e-5)


def test_a_teacher_s_probability_is_met_at_its_own_logit():
    taught = torch.tensor([[0.3]])
    logits = torch.log(taught / (1 - taught)).requires_grad_()
    cross_entropy(logits, taught, torch.ones(1)).backward()
    assert logits.grad is not None
    assert logits.grad.abs().max() < 1e-6


def test_positives_weigh_as_the_ratio_says_and_absent_classes_weigh_one():
    cells = np.array([[1, 0, NAN], [0, 0, NAN], [0, 0, NAN], [0, 0, NAN]], np.float32)
    assert positive_weights(cells, 0.5) == pytest.approx([np.sqrt(3), 1, 1])
