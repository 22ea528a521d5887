import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.supply import Bars, Points, Supply, column_edges
from ecgviewer.paper.traces import AmplitudeScale, draw
from ecgviewer.paper.view import TRACE_MM
from ecgviewer.signal.pyramid import build
from ecgviewer.signal.tiles import TileCache
from tests.paper.made_record import made_record, supply_of

TEN_MM_PER_MV = AmplitudeScale(0.0, 10.0)
CELL = Cell(Slot("II", 0), 0, 0, 8.0, 62.5, 10.0, 25.0, 24.0, 0.0, is_strip=False)


def scale_of(
    rate_hz: float = 500.0, start_s: float = 0.0, px_per_mm: float = 4.0, speed: float = 25.0
) -> TimeScale:
    return TimeScale(CELL.x_mm, start_s, speed, rate_hz, px_per_mm)


def mv(*values: float) -> Samples:
    return np.array(values, dtype=np.float32)


def test_a_millivolt_is_10_mm_up_and_a_sample_is_its_time_to_the_right():
    drawn = draw(Points(0, np.array([0, 1], np.float32)), CELL, scale_of(100.0), TEN_MM_PER_MV)
    np.testing.assert_allclose(drawn.segments, [[8.0, 24.0, 8.25, 14.0]])


def test_an_inverted_lead_is_turned_over_about_its_baseline():
    points = Points(0, np.array([0.5, 1.5], np.float32))
    drawn = draw(points, CELL, scale_of(), AmplitudeScale(0.5, -10.0))
    np.testing.assert_allclose(drawn.segments[0, [1, 3]], [24.0, 34.0])


def test_nothing_is_drawn_across_missing_samples():
    values = np.array([0, 0, np.nan, np.nan, 0, 0], np.float32)
    drawn = draw(Points(0, values), CELL, scale_of(), TEN_MM_PER_MV)
    assert np.isfinite(drawn.segments).all()
    assert drawn.samples.tolist() == [0, 4]
    assert drawn.gaps == ((2, 4),)


def test_a_lone_sample_between_gaps_is_a_dot():
    values = np.array([np.nan, 1, np.nan], np.float32)
    drawn = draw(Points(0, values), CELL, scale_of(), TEN_MM_PER_MV)
    assert len(drawn.segments) == 1
    x1, y1, x2, y2 = drawn.segments[0]
    assert (x2 - x1, y1, y2) == (pytest.approx(TRACE_MM), 14.0, 14.0)


def test_lines_are_cut_at_the_cells_edges_without_changing_their_slope():
    # 10 Hz: a sample each 2.5 mm; the page starts between two of them.
    scale = scale_of(10.0, start_s=0.15)
    values = np.linspace(0, 6, 60, dtype=np.float32)
    drawn = draw(Points(0, values), CELL, scale, TEN_MM_PER_MV)
    assert drawn.segments[0, 0] == CELL.x_mm
    assert drawn.segments[-1, 2] == CELL.x_mm + CELL.width_mm
    slopes = (drawn.segments[:, 3] - drawn.segments[:, 1]) / (
        drawn.segments[:, 2] - drawn.segments[:, 0]
    )
    np.testing.assert_allclose(slopes, slopes[5], rtol=1e-5)


def test_bars_that_overlap_keep_their_exact_ends():
    bars = Bars(np.array([0, 10, 20]), mv(-1, 0), mv(1, 2))
    drawn = draw(bars, CELL, scale_of(1000.0, px_per_mm=4.0), TEN_MM_PER_MV)
    half = TRACE_MM / 2
    np.testing.assert_allclose(drawn.segments[:, 1], [14 - half, 4 - half])
    np.testing.assert_allclose(drawn.segments[:, 3], [34 + half, 24 + half])


def test_bars_that_do_not_touch_meet_half_way():
    bars = Bars(np.array([0, 10, 20]), mv(0, 2), mv(0, 2))
    drawn = draw(bars, CELL, scale_of(1000.0, px_per_mm=4.0), TEN_MM_PER_MV)
    half = TRACE_MM / 2
    assert drawn.segments[0, 1] == pytest.approx(14 - half)
    assert drawn.segments[1, 3] == pytest.approx(14 + half)


@given(
    start_px=st.integers(0, 5000),
    width_px=st.integers(1, 300),
    per_px=st.floats(1.0, 400.0),
    n_samples=st.integers(0, 40_000),
)
def test_columns_share_out_the_samples_without_gap_or_overlap(
    start_px, width_px, per_px, n_samples
):
    edges = column_edges(start_px, width_px, per_px, n_samples)
    assert (np.diff(edges) > 0).all()
    if edges.size > 1:
        assert edges[0] == min(np.ceil(start_px * per_px), n_samples)
        assert edges[-1] == min(np.ceil((start_px + width_px) * per_px), n_samples)


@given(start_s=st.floats(0, 60), speed=st.floats(0.3, 8), seed=st.integers(0, 9))
def test_a_drawn_column_holds_exactly_the_extremes_of_its_samples(start_s, speed, seed):
    samples = np.random.default_rng(seed).normal(size=(1, 60_000)).astype(np.float32)
    record = made_record(samples, ("II",))
    scale = scale_of(start_s=start_s, speed=speed)
    for supply in (supply_of(record), Supply(record, TileCache(1, 60_000), build(record, Task()))):
        stretch = supply.stretch(0, scale, 250)
        if isinstance(stretch, Bars):
            for n, (begin, end) in enumerate(
                zip(stretch.edges[:-1].tolist(), stretch.edges[1:].tolist(), strict=True)
            ):
                part = samples[0, begin:end]
                assert (stretch.low[n], stretch.high[n]) == (part.min(), part.max())


def test_few_samples_a_pixel_are_drawn_one_by_one():
    record = made_record(np.zeros((1, 5000), np.float32), ("II",))
    assert isinstance(supply_of(record).stretch(0, scale_of(), 250), Points)
    assert isinstance(supply_of(record).stretch(0, scale_of(speed=12.5), 250), Bars)


def test_without_raw_samples_the_extremes_stand_in_and_without_these_nothing():
    record = made_record(np.ones((1, 5000), np.float32), ("II",))
    empty = TileCache(1, 5000)
    assert Supply(record, empty).stretch(0, scale_of(), 250) is None
    stand_in = Supply(record, empty, build(record, Task())).stretch(0, scale_of(), 250)
    assert isinstance(stand_in, Bars)
    assert set(stand_in.high.tolist()) == {1.0}


def test_a_page_beyond_the_record_is_blank():
    record = made_record(np.ones((1, 5000), np.float32), ("II",))
    stretch = supply_of(record).stretch(0, scale_of(start_s=30.0), 250)
    assert stretch is not None
    assert len(draw(stretch, CELL, scale_of(start_s=30.0), TEN_MM_PER_MV).segments) == 0
