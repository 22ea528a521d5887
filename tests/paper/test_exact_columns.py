"""What is drawn of each pixel column is what its samples hold, at every zoom."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.task import Task
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.supply import Bars, Points, Supply
from ecgviewer.signal.pyramid import build, stacked
from ecgviewer.signal.tiles import TileCache
from tests.paper.made_record import made_record

RATE_HZ, WIDTH_PX = 500.0, 400
DAY = 24 * 3600 * 500


def supply_of(samples, *, raw: bool = True) -> Supply:
    record = made_record(samples, ("I",), rate_hz=RATE_HZ)
    tiles = TileCache(1, record.n_samples)
    if raw:
        tiles.put(0, samples)
    return Supply(record, tiles, build(record, Task()))


def scale_of(samples_per_px: float, start_s: float) -> TimeScale:
    px_per_mm = 4.0
    speed = RATE_HZ / (samples_per_px * px_per_mm)
    return TimeScale(0.0, start_s, speed, RATE_HZ, px_per_mm)


@settings(max_examples=150)
@given(
    seed=st.integers(0, 1000),
    n_samples=st.integers(2000, 300_000),
    log_zoom=st.floats(0.0, 11.0),
    begins=st.floats(0, 1),
    holes=st.integers(0, 3),
)
def test_the_extremes_of_every_column_are_those_of_its_samples(
    seed, n_samples, log_zoom, begins, holes
):
    rng = np.random.default_rng(seed)
    samples = rng.normal(size=(1, n_samples)).astype(np.float32)
    for first in rng.integers(0, n_samples, holes):
        samples[0, first : first + int(rng.integers(1, 5000))] = np.nan
    scale = scale_of(2**log_zoom, begins * n_samples / RATE_HZ)
    stretch = supply_of(samples).stretch(0, scale, WIDTH_PX)
    assert stretch is not None
    if isinstance(stretch, Points):
        drawn = samples[0, stretch.first : stretch.first + stretch.values.size]
        np.testing.assert_array_equal(stretch.values, drawn)
        return
    edges = stretch.edges
    assert (np.diff(edges) > 0).all()
    for low, high, first, stop in zip(
        stretch.low, stretch.high, edges[:-1], edges[1:], strict=True
    ):
        inside = samples[0, first:stop]
        known = inside[~np.isnan(inside)]
        wanted = (known.min(), known.max()) if known.size else (np.nan, np.nan)
        np.testing.assert_array_equal((low, high), wanted)
    # Columns follow each other without a gap, each within half a pixel of its place.
    px = edges * scale.px_per_sample
    assert (np.abs(px - np.ceil(px - 0.5 - 1e-6)) <= 0.5 + 1e-6).all()


@pytest.mark.parametrize("place", [0, 1, 21_600_123, DAY - 1])
def test_a_spike_of_one_sample_shows_in_a_page_of_a_day(place):
    samples = np.zeros((1, DAY), dtype=np.float32)
    samples[0, place] = 3.0
    stretch = supply_of(samples, raw=False).stretch(0, scale_of(DAY / WIDTH_PX, 0.0), WIDTH_PX)
    assert isinstance(stretch, Bars)
    column = int(np.searchsorted(stretch.edges, place, side="right")) - 1
    assert np.flatnonzero(stretch.high == 3.0).tolist() == [column]


def test_a_gap_of_a_minute_stays_a_gap_in_a_page_of_a_day():
    samples = np.zeros((1, DAY), dtype=np.float32)
    hour = 3600 * 500
    samples[0, 5 * hour : 6 * hour] = np.nan
    stretch = supply_of(samples, raw=False).stretch(0, scale_of(DAY / WIDTH_PX, 0.0), WIDTH_PX)
    assert isinstance(stretch, Bars)
    missing = np.flatnonzero(np.isnan(stretch.high))
    a_column = DAY / WIDTH_PX
    assert abs(int(stretch.edges[missing[0]]) - 5 * hour) <= a_column
    assert abs(int(stretch.edges[missing[-1] + 1]) - 6 * hour) <= a_column


def test_what_is_not_read_yet_is_left_out_and_named():
    samples = np.random.default_rng(3).normal(size=(1, 100_000)).astype(np.float32)
    whole = supply_of(samples, raw=False)
    assert whole.pyramid is not None
    scale = scale_of(250.0, 0.0)
    assert whole.unread_from(scale) is None
    bins = whole.pyramid.bins[0]
    part = stacked(100_000, bins, whole.pyramid.lows[0][:, :2000], whole.pyramid.highs[0][:, :2000])
    growing = Supply(whole.record, whole.tiles, part)
    assert growing.unread_from(scale) == 2000 * bins
    known, all_of_it = growing.stretch(0, scale, WIDTH_PX), whole.stretch(0, scale, WIDTH_PX)
    assert isinstance(known, Bars)
    assert isinstance(all_of_it, Bars)
    assert known.edges[-1] == 2000 * bins
    n_same = known.low.size - 1
    np.testing.assert_array_equal(known.low[:n_same], all_of_it.low[:n_same])
    later = scale_of(250.0, 2000 * bins / RATE_HZ + 10)
    assert growing.stretch(0, later, WIDTH_PX) is None
