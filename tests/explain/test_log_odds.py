"""Explaining a class's lead over all others instead of its own logit."""

from dataclasses import replace

import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.explain.log_odds import LogOdds, asked_net, leads
from ecgviewer.explain.methods import METHODS
from ecgviewer.nets.build import build_net
from tests.beat_models import hand_model


def test_a_lead_is_the_log_of_the_odds_and_is_not_saturated():
    logits = torch.tensor([[2.0, -1.0, 0.5], [60.0, 0.0, 0.0]])
    chance = logits[0].softmax(dim=0)
    assert leads(logits)[0].tolist() == pytest.approx(torch.logit(chance).tolist(), abs=1e-5)
    assert leads(logits)[1, 0].item() == pytest.approx(60 - torch.tensor(2.0).log().item())
    assert torch.allclose(leads(logits), leads(logits + 7), atol=1e-5)


def test_what_moves_all_logits_alike_gets_no_relevance():
    torch.manual_seed(2)
    net = build_net("mask_lstm", {}).eval().requires_grad_(requires_grad=False)
    windows, classes = torch.randn(1, 1, 720), torch.tensor([1])
    last = next(one for one in reversed(list(net.modules())) if isinstance(one, torch.nn.Linear))
    before = METHODS["integrated"](LogOdds(net), windows, 360.0, classes, Task()).cells
    # The same for every class, yet different for every window.
    last.weight += torch.randn(1, last.in_features)
    after = METHODS["integrated"](LogOdds(net), windows, 360.0, classes, Task()).cells
    torch.testing.assert_close(after, before, atol=1e-5, rtol=1e-3)


def test_only_changes_of_exclusive_classes_are_asked_for_by_odds():
    model = hand_model()
    assert isinstance(asked_net(model, "occlusion"), LogOdds)
    assert asked_net(model, "cam") is model.net
    several = replace(model, card=replace(model.card, exclusive=False))
    assert asked_net(several, "occlusion") is model.net
    odds = asked_net(model, "gradient")
    assert (odds.cell_step, odds.first_cell) == (model.net.cell_step, model.net.first_cell)
