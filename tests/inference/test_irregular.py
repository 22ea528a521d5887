"""Fibrillation by two witnesses: what the net says, and how irregular the intervals are."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import BEATS_IN_TURN, Irregularity
from ecgviewer.core.task import Task
from ecgviewer.inference import scan as scanning
from ecgviewer.inference.irregular import (
    AROUND,
    entropies,
    likelihood,
    mean_odds,
    settled,
    with_irregularity,
)
from ecgviewer.inference.loaded import ready
from ecgviewer.inference.scan import scan
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.nets.beat_sequence import BeatSequence
from tests.beat_models import beats_record
from tests.scan_models import LABELS, scan_card

N, PVC, PAC, AFIB = range(4)
NO_GAPS = np.zeros((0, 2), dtype=np.int64)
RULE = Irregularity(net=1.0, entropy=1.5, offset=-0.5)


def beats_of(intervals_s: np.ndarray, rate_hz: float = 250.0) -> np.ndarray:
    return np.round(np.cumsum(np.append(1.0, intervals_s)) * rate_hz).astype(np.int64)


def entropy_of(intervals_s: np.ndarray) -> np.ndarray:
    return entropies(beats_of(intervals_s), NO_GAPS, slice(None))


def fibrillating(n: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).gamma(20, 0.75 / 20, n)


def test_a_rhythm_that_repeats_itself_has_none_and_fibrillation_much():
    steady = 0.8 + np.random.default_rng(0).normal(0, 0.005, 100)
    bigeminy = np.tile([0.6, 1.1], 50)
    assert entropy_of(steady).max() < 0.02
    assert entropy_of(bigeminy).max() < 0.1
    assert entropy_of(fibrillating(100)).min() > 0.6


def test_it_is_as_counted_by_hand():
    """Of 1, 1, 1, 2, 1: three pairs of ones with successors, one of them followed alike."""
    found = entropy_of(np.array([1.0, 1.0, 1.0, 2.0, 1.0]))
    np.testing.assert_allclose(found, np.log((3 + 1) / (1 + 1)))


def test_faster_hearts_of_the_same_rhythm_are_as_irregular():
    intervals_s = fibrillating(60)
    np.testing.assert_allclose(entropy_of(intervals_s), entropy_of(0.5 * intervals_s), atol=0.3)


def test_each_beat_s_is_of_those_around_it():
    both = np.concatenate([np.full(100, 0.8), fibrillating(100)])
    found = entropy_of(both)
    assert found[: 100 - AROUND].max() < 0.01
    assert found[100 + AROUND :].min() > 0.6


def test_too_few_intervals_say_nothing():
    assert np.isnan(entropy_of(np.full(3, 0.8))).all()
    assert np.isfinite(entropy_of(np.full(4, 0.8))).all()
    assert entropies(np.zeros(0, dtype=np.int64), NO_GAPS, slice(None)).shape == (0,)


def test_no_interval_is_counted_across_a_gap():
    beats = beats_of(np.array([0.8] * 10 + [7.3] + [0.8] * 10))
    gap = np.array([[beats[10] + 50, beats[11] - 50]])
    assert entropies(beats, gap, slice(None)).max() < entropies(beats, NO_GAPS, slice(None)).min()


def test_a_part_is_as_the_whole():
    beats = beats_of(fibrillating(3000))
    whole = entropies(beats, NO_GAPS, slice(None))
    np.testing.assert_array_equal(entropies(beats, NO_GAPS, slice(700, 2200)), whole[700:2200])


def scores_of(*rows: tuple[float, float, float, float]) -> np.ndarray:
    found = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    found[:, :4] = rows
    return found


def test_the_net_s_mean_counts_and_not_a_single_beat():
    scores = scores_of(*[(0.5, 0.0, 0.0, 0.5)] * 20, (1.0, 0.0, 0.0, 0.0))
    assert mean_odds(scores, LABELS)[20] == pytest.approx(mean_odds(scores, LABELS)[0])
    assert mean_odds(scores, LABELS)[0] == pytest.approx(
        np.log((10 / 21 + 0.01) / (11 / 21 + 0.01))
    )


def test_both_witnesses_count():
    odds, entropy = np.array([-3.0, 0.0, -3.0, 0.0]), np.array([0.0, 0.0, 2.0, 2.0])
    found = likelihood(odds, entropy, RULE)
    assert found[0] < found[1] < found[3]
    assert found[0] < found[2] < found[3]
    assert found[2] == pytest.approx(1 / (1 + np.exp(0.5)))


def test_premature_beats_of_fibrillation_are_the_fibrillation_s_but_ventricular_ones_stay():
    scores = scores_of((0.1, 0.0, 0.8, 0.1), (0.0, 0.9, 0.1, 0.0), (0.4, 0.2, 0.4, 0.0))
    found = settled(scores.astype(np.float64), LABELS, np.array([0.9, 0.9, 0.5]))
    np.testing.assert_allclose(found[:, AFIB], [0.9, 0.09, 0.4], atol=1e-6)
    np.testing.assert_allclose(found[:, PVC], [0.0, 0.9, 0.2], atol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-6)
    assert found[0, PAC] / found[0, N] == pytest.approx(8)


def test_where_the_intervals_say_nothing_the_net_s_answer_stays():
    scores = scores_of(*[(0.3, 0.1, 0.2, 0.4)] * 3)
    unknown = np.full(3, np.nan)
    np.testing.assert_allclose(with_irregularity(scores, LABELS, unknown, RULE), scores)
    assert with_irregularity(scores[:0], LABELS, unknown[:0], RULE).shape == (0, len(LABELS))


def test_a_scan_tells_fibrillation_by_both_whatever_its_stretches(
    monkeypatch: pytest.MonkeyPatch,
):
    torch.manual_seed(3)
    card = scan_card(
        net="beat_sequence",
        input=replace(STRIP_LEAD, windows=BEATS_IN_TURN),
        irregularity=RULE,
    )
    model = ready(card, BeatSequence(width=32), torch.device("cpu"))
    record = beats_record((True,) * 100)
    alone = scan(replace(model, card=replace(card, irregularity=None)), record, Task())
    both = scan(model, record, Task())
    entropy = entropies(both.samples, NO_GAPS, slice(None))
    expected = with_irregularity(alone.scores, LABELS, entropy, RULE)
    np.testing.assert_allclose(both.scores, expected, atol=1e-6)
    np.testing.assert_allclose(both.scores.sum(axis=1), 1, atol=1e-5)
    monkeypatch.setattr(scanning, "CONTEXT_S", 30.0)
    monkeypatch.setattr("ecgviewer.inference.strip_beats.STRETCH_S", 40.0)
    parts = scan(model, record, Task())
    assert len(parts.samples) == len(both.samples)
    np.testing.assert_allclose(parts.scores, both.scores, atol=0.02)
