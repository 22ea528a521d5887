"""Beats that look alike are answered alike, and what is unlike is left alone."""

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgviewer.core.beat_row import N_COLUMNS, N_PICTURE, PRESENT, USUAL_MV, VALUES
from ecgviewer.core.record import Samples
from ecgviewer.inference.alike_beats import AMONG, agreed
from ecgviewer.inference.calibrate import probabilities_of

LABELS = ("N", "PVC", "PAC", "AFIB")
N, PVC, PAC, AFIB = range(4)


def rows_of(kinds: NDArray[np.int64]) -> Samples:
    """Narrow and wide beats in turn; those of kind PAC come early, after another P wave."""
    time = np.arange(N_PICTURE) - 54.0
    narrow, wide = np.exp(-0.5 * (time / 3) ** 2), -np.exp(-0.5 * (time / 12) ** 2)
    rows = np.zeros((len(kinds), N_COLUMNS), np.float32)
    rows[:, :N_PICTURE] = np.where((kinds == PVC)[:, None], wide, narrow)
    rows[:, VALUES.start] = np.where(kinds == PAC, -1.2, 0)
    rows[:, PRESENT] = rows[:, USUAL_MV] = 1
    return rows + np.random.default_rng(0).normal(0, 0.01, rows.shape).astype(np.float32)


def said(kinds: NDArray[np.int64], sure: float) -> Samples:
    logits = np.zeros((len(kinds), len(LABELS)), np.float32)
    logits[np.arange(len(kinds)), kinds] = sure
    return logits


def test_one_beat_of_many_that_is_answered_otherwise_is_put_right():
    kinds = np.tile([N, N, PVC, N, PAC], 40)
    logits = said(kinds, 4.0)
    for beat, wrong in ((2, N), (0, PVC), (4, N), (5, PAC)):
        logits[beat] = said(np.array([wrong]), 2.0)
    assert (logits.argmax(axis=1) != kinds).sum() == 4
    assert (agreed(logits, rows_of(kinds), LABELS).argmax(axis=1) == kinds).all()


def test_a_beat_like_no_other_keeps_its_answer():
    kinds = np.array([N] * 60 + [PVC])
    logits = said(kinds, 3.0)
    found = agreed(logits, rows_of(kinds), LABELS)
    np.testing.assert_allclose(found[-1], logits[-1], atol=0.05)


def test_classes_that_are_not_asked_about_keep_their_proportions():
    rng = np.random.default_rng(1)
    kinds = np.tile([N, PVC], 50)
    logits = rng.normal(0, 2, (100, len(LABELS))).astype(np.float32)
    found = agreed(logits, rows_of(kinds), LABELS)
    np.testing.assert_allclose(
        found[:, AFIB] - found[:, N], logits[:, AFIB] - logits[:, N], atol=1e-5
    )
    assert not np.allclose(found[:, PVC], logits[:, PVC], atol=0.1)


def test_log_odds_of_alike_beats_are_what_is_averaged():
    kinds = np.full(24, N)
    rows = np.repeat(rows_of(kinds[:1]), 24, axis=0)
    logits = np.random.default_rng(2).normal(0, 1, (24, len(LABELS))).astype(np.float32)
    before = probabilities_of(logits, None, exclusive=True)[:, PVC]
    found = agreed(logits, rows, (*LABELS[:2], "other", "AFIB"))
    after = probabilities_of(found, None, exclusive=True)[:, PVC]
    odds = np.log(before / (1 - before))
    wanted = 0.2 * odds + 0.8 * odds.mean()
    np.testing.assert_allclose(np.log(after / (1 - after)), wanted, atol=1e-4)


@pytest.mark.parametrize("n_beats", [0, 1, 5])
def test_few_beats_are_no_error(n_beats: int):
    kinds = np.full(n_beats, N)
    assert agreed(said(kinds, 1.0), rows_of(kinds), LABELS).shape == (n_beats, len(LABELS))


def test_half_an_hour_hears_nothing_of_the_next():
    kinds = np.full(AMONG + 40, N)
    logits = said(kinds, 2.0)
    logits[AMONG:] = said(np.full(40, PVC), 2.0)
    found = agreed(logits, rows_of(kinds), LABELS).argmax(axis=1)
    assert (found[:AMONG] == N).all()
    assert (found[AMONG:] == PVC).all()
