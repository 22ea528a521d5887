from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.paper.beat_layout import (
    BeatPage,
    at_fitting_gain,
    beat_cells,
    beat_levels,
    beat_time,
    compose_beats,
    fit_beats,
)
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Theme, View
from ecgviewer.signal.leads import STANDARD_LEADS

RATE_HZ = 500.0


def a_beat(leads: tuple[str, ...] = STANDARD_LEADS, rows: int = 1, r_mv: float = 1.0) -> MedianBeat:
    """R waves of r_mv at 0 ms, heat from 100 to 200 ms; from −300 to 500 ms."""
    time_ms = np.arange(-300.0, 500.0, 2.0, dtype=np.float64)
    curve = r_mv * np.exp(-((time_ms / 20) ** 2))
    heat = np.where((time_ms >= 100) & (time_ms < 200), 0.8, 0.1)
    return MedianBeat(
        leads=leads,
        time_ms=time_ms,
        median_mv=np.tile(curve, (len(leads), 1)).astype(np.float32),
        heat=np.tile(heat, (rows, 1)).astype(np.float32),
        n_beats=9,
        rate_hz=RATE_HZ,
    )


def a_page(beat: MedianBeat, columns: int = 4, view: View | None = None) -> BeatPage:
    levels = beat_levels(beat, 0.1, 0.8)
    return BeatPage(beat, levels, beat.leads, columns, view or View(), 0.6)


def test_leads_stand_as_on_paper_column_by_column():
    page = a_page(a_beat())
    cells = beat_cells(page, fit_beats(page, 400, 400, 1.0))
    rows = [[cell.slot.label for cell in cells if cell.row == row] for row in range(3)]
    assert rows == [
        ["I", "aVR", "V1", "V4"],
        ["II", "aVL", "V2", "V5"],
        ["III", "aVF", "V3", "V6"],
    ]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_r_wave_and_every_baseline_stands_on_a_large_line(ratio):
    page = a_page(a_beat())
    sheet = fit_beats(page, 333, 351, ratio)
    scene = compose_beats(page, sheet)
    for cell in beat_cells(page, sheet):
        across = beat_time(page, cell, sheet).mm_of(0) - scene.grid.x_mm
        down = cell.baseline_mm - scene.grid.y_mm
        half_px = 0.51 / sheet.px_per_mm
        assert abs(across / 5 - round(across / 5)) * 5 < half_px
        assert abs(down / 5 - round(down / 5)) * 5 < half_px


def test_a_large_square_is_a_whole_number_of_device_pixels():
    page = a_page(a_beat())
    for width in range(300, 340, 7):
        assert (5 * fit_beats(page, width, 300, 1.25).px_per_mm) % 1 == pytest.approx(0, abs=1e-6)


def test_amplitudes_are_true_to_the_gain():
    page = a_page(a_beat(r_mv=1.5))
    sheet = fit_beats(page, 400, 400, 1.0)
    trace = compose_beats(page, sheet).traces[0]
    cell = beat_cells(page, sheet)[0]
    assert cell.baseline_mm - trace.segments[:, [1, 3]].min() == pytest.approx(15.0, abs=0.1)


def test_no_curve_leaves_its_sheet():
    page = a_page(a_beat(r_mv=3.1))
    scene = compose_beats(page, fit_beats(page, 320, 300, 1.0))
    heights = np.concatenate([trace.segments[:, [1, 3]].ravel() for trace in scene.traces])
    assert heights.min() >= 0
    assert heights.max() <= scene.sheet.height_mm


def test_the_largest_gain_that_fits_is_taken():
    small, large = a_page(a_beat(r_mv=0.5)), a_page(a_beat(r_mv=3.0))
    assert at_fitting_gain(small, 320, 300).view.gain_mm_per_mv == 10
    assert at_fitting_gain(large, 320, 300).view.gain_mm_per_mv == 5
    assert at_fitting_gain(large, 320, 150).view.gain_mm_per_mv == 2.5
    assert at_fitting_gain(large, 320, 900).view.gain_mm_per_mv == 10


def test_the_foot_tells_the_scales():
    page = a_page(a_beat(), view=View(speed_mm_per_s=50.0, gain_mm_per_mv=5.0))
    words = [text.text for text in compose_beats(page, fit_beats(page, 400, 400, 1.0)).texts]
    assert "50 mm/s  5 mm/mV  ·  ms from R" in words
    assert {"−200", "0", "200", "400"} <= set(words)


def test_the_heat_stands_where_it_is_in_the_beat():
    page = a_page(a_beat())
    sheet = fit_beats(page, 400, 400, 1.0)
    strip = compose_beats(page, sheet).heat_strips[0]
    cell = beat_cells(page, sheet)[0]
    scale = beat_time(page, cell, sheet)
    hot_mm = cell.x_mm + (np.flatnonzero(strip.levels) + 0.5) / sheet.px_per_mm
    times_ms = [1000 * scale.sample_at(mm) / RATE_HZ for mm in hot_mm]
    assert min(times_ms) == pytest.approx(100, abs=15)
    assert max(times_ms) == pytest.approx(200, abs=15)


def test_on_dark_paper_the_trace_itself_is_coloured():
    scene = compose_beats(
        a_page(a_beat(), view=View(theme=Theme.DARK)), fit_beats(a_page(a_beat()), 400, 400, 1.0)
    )
    assert scene.heat_strips == ()
    steps, strokes = scene.traces[0].steps, scene.traces[0].segments
    assert steps is not None
    assert steps.max() == 16
    width = strokes[:, 2] - strokes[:, 0]
    plain = width[steps == 0].sum() / width.sum()
    assert plain == pytest.approx(1 - 50 / 400, abs=0.01)


def test_each_lead_wears_its_own_heat():
    beat = a_beat(rows=12)
    heat = beat.heat.copy()
    heat[1:] = 0.1
    beat = replace(beat, heat=heat)
    page = a_page(beat)
    strips = compose_beats(page, fit_beats(page, 400, 400, 1.0)).heat_strips
    assert [bool(strip.levels.any()) for strip in strips] == [True] + [False] * 11


def test_what_is_no_more_than_average_stays_plain():
    beat = a_beat()
    levels = beat_levels(beat, average=0.1, top=0.8)
    assert levels[0, beat.time_ms < 90].max() == 0
    assert levels.max() == 1


def test_a_map_that_prefers_no_part_of_the_beat_is_pale():
    levels = beat_levels(a_beat(), average=0.7, top=0.8)
    assert 0 < levels.max() < 0.2
    assert beat_levels(a_beat(), average=0.0, top=0.0).max() == 0


def test_samples_that_no_beat_reaches_are_not_drawn():
    beat = a_beat(("I",))
    median_mv = beat.median_mv.copy()
    median_mv[:, :100] = np.nan
    page = a_page(replace(beat, median_mv=median_mv), columns=1)
    sheet = fit_beats(page, 400, 400, 1.0)
    trace = compose_beats(page, sheet).traces[0]
    first_mm = beat_time(page, beat_cells(page, sheet)[0], sheet).mm_of(-50)
    assert trace.segments[:, 0].min() == pytest.approx(first_mm)


def test_the_lead_that_stands_out_is_named_in_the_colour_of_what_is_chosen():
    page = replace(a_page(a_beat()), lit="V2")
    texts = compose_beats(page, fit_beats(page, 400, 400, 1.0)).texts
    assert [text.text for text in texts if text.ink is Ink.MARK] == ["V2"]
