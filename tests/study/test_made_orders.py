"""Beats of one patient in orders that never were."""

import numpy as np
import pytest

from ecgviewer.core.beat_row import N_PICTURE
from ecgviewer.signal.beat_context import CutBeats
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.made_orders import made_order, strung_order

NORMAL, EARLY = BEAT_LABELS.index("N"), BEAT_LABELS.index("PAC")


def patient(n_beats: int, early_every: int) -> tuple[CutBeats, np.ndarray]:
    cells = np.zeros((n_beats, len(BEAT_LABELS)), np.float32)
    early = np.arange(n_beats) % early_every == early_every - 1
    cells[np.arange(n_beats), np.where(early, EARLY, NORMAL)] = 1
    waves = np.repeat(np.arange(n_beats, dtype=np.float32)[:, None], N_PICTURE, axis=1)
    intervals = np.where(early, 0.5, 0.9)
    intervals[0] = np.nan
    return CutBeats(waves, np.ones(n_beats), intervals), cells


@pytest.fixture
def made() -> tuple[CutBeats, np.ndarray]:
    order = made_order(*patient(1200, 20), np.random.default_rng(1))
    assert order is not None
    return order


def test_each_beat_keeps_its_label(made: tuple[CutBeats, np.ndarray]):
    beats, cells = made
    came_from = beats.waves_mv[:, 0].astype(int)
    np.testing.assert_array_equal(cells, patient(1200, 20)[1][came_from])


def test_there_are_stretches_in_which_most_beats_are_early(made: tuple[CutBeats, np.ndarray]):
    is_early = made[1][:, EARLY] == 1
    shares = [is_early[at : at + 20].mean() for at in range(len(is_early) - 20)]
    assert max(shares) > 0.5
    assert min(shares) < 0.3


def test_early_beats_come_early(made: tuple[CutBeats, np.ndarray]):
    beats, cells = made
    is_early = cells[:, EARLY] == 1
    intervals = beats.interval_s
    assert np.isnan(intervals[0])
    assert np.nanmedian(intervals[is_early]) < np.nanmedian(intervals[~is_early])


def test_without_early_beats_there_is_no_order():
    beats, cells = patient(1200, 10_000)
    assert made_order(beats, cells, np.random.default_rng(1)) is None


def test_early_beats_come_hardly_early_too_and_at_times_regularly():
    beats, cells = patient(1200, 20)
    intervals, gaps = [], []
    for seed in range(12):
        order = made_order(beats, cells, np.random.default_rng(seed))
        assert order is not None
        is_early = order[1][:, EARLY] == 1
        usual_s = np.nanmedian(order[0].interval_s[~is_early])
        intervals += (order[0].interval_s[is_early] / usual_s).tolist()
        gaps.append(np.diff(np.flatnonzero(is_early)))
    assert 0.05 < np.mean(np.array(intervals) > 0.85) < 0.6
    regular = [np.lib.stride_tricks.sliding_window_view(one, 8) for one in gaps]
    assert any(((runs == 3).all(axis=1)).any() for runs in regular)


def test_a_short_recording_is_strung_in_its_own_turns():
    beats, cells = patient(12, 4)
    order = strung_order(beats, cells, 64, np.random.default_rng(2))
    assert order is not None
    strung, its_cells = order
    came_from = strung.waves_mv[:, 0].astype(int)
    assert len(came_from) == 64
    assert np.mean(np.diff(came_from) == 1) > 0.6
    np.testing.assert_array_equal(its_cells, cells[came_from])
    np.testing.assert_array_equal(strung.interval_s[1:], beats.interval_s[came_from[1:]])


def test_too_few_beats_are_not_strung():
    assert strung_order(*patient(4, 4), 64, np.random.default_rng(2)) is None
