"""Premature beats are called so as readily as is best for beats that were not learnt from."""

import numpy as np
import pytest
import torch

from ecgviewer.core.beat_row import N_COLUMNS, PRESENT
from ecgviewer.nets.beat_sequence import BeatSequences
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lean import best_lean, leaned
from ecgviewer.study.metrics import f1

N, PVC, PAC = range(3)


def shy_answers(n: int = 3000) -> tuple[np.ndarray, np.ndarray]:
    """Logits that tell classes well but ask for 1.5 more before they call a beat PAC."""
    rng = np.random.default_rng(3)
    labels = rng.choice([N, PVC, PAC], n, p=[0.7, 0.15, 0.15])
    logits = rng.normal(0, 0.6, (n, len(BEAT_LABELS)))
    logits[:, 3:] -= 6
    logits[np.arange(n), labels] += 2.5
    logits[:, PAC] -= 1.5
    shares = np.exp(logits)
    return shares / shares.sum(axis=1, keepdims=True), labels


def test_what_holds_back_is_found_and_what_does_not_is_left():
    scores, labels = shy_answers()
    found = best_lean(scores, labels)
    assert list(found) == ["PVC", "PAC"]
    assert found["PAC"] == pytest.approx(1.5, abs=0.5)
    assert abs(found["PVC"]) <= 0.5

    def figure(answers: np.ndarray) -> float:
        return f1((labels == PAC).astype(float), answers.argmax(axis=1) == PAC)

    assert figure(leaned(scores, found)) > figure(scores) + 0.02


def test_finding_more_is_worth_some_false_ones():
    labels = np.array([N] * 400 + [PAC] * 60 + [N] * 30 + [PAC] * 20)
    scores = np.full((510, len(BEAT_LABELS)), 1e-9)
    scores[:400, N], scores[400:460, PAC] = 1, 1
    scores[460:, N], scores[460:, PAC] = 0.6, 0.4
    # All 80 with 30 false ones have F1 0.84, 60 of 80 with none 0.86.
    assert best_lean(scores, labels)["PAC"] == 0.5


def test_without_premature_beats_nothing_is_added():
    scores, labels = shy_answers()
    normal = labels == N
    scores = np.eye(len(BEAT_LABELS))[labels[normal]]
    assert best_lean(scores, labels[normal]) == {"PVC": 0.0, "PAC": 0.0}


def test_leaned_scores_are_those_of_a_net_that_adds_as_much_to_its_logits():
    torch.manual_seed(1)
    net = BeatSequences(n_members=2, width=32).eval()
    rows = torch.randn(1, 40, N_COLUMNS)
    rows[..., PRESENT] = 1
    with torch.inference_mode():
        before = torch.softmax(net(rows)[0].double(), dim=1).numpy()
    net.lean(torch.tensor([0.0, 0.5, 1.0, 0, 0, 0, 0, 0]))
    with torch.inference_mode():
        after = torch.softmax(net(rows)[0].double(), dim=1).numpy()
    np.testing.assert_allclose(after, leaned(before, {"PVC": 0.5, "PAC": 1.0}), atol=1e-6)
