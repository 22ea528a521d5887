"""Beats of one patient in orders that never were."""

import numpy as np
import pytest

from ecgviewer.core.beat_row import N_PICTURE
from ecgviewer.signal.beat_context import CutBeats
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.made_orders import made_order

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
