from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.heat import WindowMap
from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.heat_colors import STROKE_STEPS
from ecgviewer.paper.scan_marks import mark_chosen
from ecgviewer.paper.strip_layout import (
    MarkedBeat,
    StripPage,
    at_fitting_gain,
    compose_strip,
    fit_strip,
    strip_cell,
    strip_time,
)
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Theme, View

RATE_HZ, BEAT = 360.0, 36_000
START = BEAT - 360


def a_page(r_mv: float = 1.0, *, mapped: bool = True, theme: Theme = Theme.LIGHT) -> StripPage:
    """A beat at 100 s whose last quarter of the window a net looked at."""
    at = np.arange(720) - 360
    curve = (r_mv * np.exp(-((at / 8) ** 2))).astype(np.float32)
    heat = np.where(at >= 180, 1.0, 0.0).astype(np.float32)
    window = WindowMap(START, START + 720, "PVC", 0.9, "PVC", heat, heat)
    looks = BeatLooks(BEAT, "MLII", RATE_HZ, START, curve)
    marks = (MarkedBeat(BEAT - 300, "N"), MarkedBeat(BEAT, "PVC"))
    return StripPage(looks, window if mapped else None, marks, View(theme=theme))


def composed(page: StripPage, width: int = 300, height: int = 130):
    page = at_fitting_gain(page, width, height)
    sheet = fit_strip(page, width, height, 1.0)
    cell = strip_cell(page, sheet)
    return page, sheet, cell, strip_time(page, cell, sheet), compose_strip(page, sheet)


def test_two_seconds_are_fifty_millimetres_and_the_beat_stands_in_the_middle():
    _, sheet, cell, scale, scene = composed(a_page())
    trace = scene.traces[0]
    assert cell.width_mm == pytest.approx(50.0)
    assert scale.mm_of(BEAT) == pytest.approx(cell.x_mm + 25.0, abs=1 / sheet.px_per_mm)
    top = trace.segments[:, [1, 3]].min()
    highest = trace.segments[trace.segments[:, 1].argmin(), 0]
    assert highest == pytest.approx(cell.x_mm + 25.0, abs=0.3)
    assert cell.baseline_mm - top == pytest.approx(10.0, abs=0.2)


def test_colours_go_from_violet_to_yellow_with_importance_and_a_bar_tells_where():
    page, sheet, cell, scale, scene = composed(a_page())
    trace = scene.traces[0]
    assert trace.cased
    late = trace.segments[:, 0] > scale.mm_of(BEAT + 185)
    assert set(trace.steps[late].tolist()) == {STROKE_STEPS}
    assert set(trace.steps[trace.segments[:, 2] < scale.mm_of(BEAT + 175)].tolist()) == {1}
    (rail,) = (lines for lines in scene.lines if lines.ink is Ink.RAIL)
    assert rail.segments[:, 0] == pytest.approx([scale.mm_of(BEAT + 180)])
    assert rail.segments[:, 2] == pytest.approx([cell.x_mm + 50.0], abs=1 / sheet.px_per_mm)
    plain = compose_strip(replace(page, window=None), sheet)
    assert plain.traces[0].steps is None
    assert not any(lines.ink is Ink.RAIL for lines in plain.lines)


def test_beats_of_the_scan_are_marked_where_they_are_the_chosen_one_stands_out():
    _, _, cell, scale, scene = composed(a_page())
    marks = {text.text: text for text in scene.texts if text.text in ("N", "PVC")}
    assert marks["N"].x_mm == pytest.approx(scale.mm_of(BEAT - 300))
    assert marks["PVC"].x_mm == pytest.approx(scale.mm_of(BEAT))
    assert marks["PVC"].bold
    assert not marks["N"].bold
    assert all(text.y_mm < cell.top_mm for text in marks.values())
    words = [text.text for text in scene.texts]
    assert {"−1", "−0.5", "0", "0.5", "1 s"} <= set(words)


def test_a_tall_beat_is_drawn_at_a_smaller_gain_and_stays_on_the_strip():
    for r_mv in (0.5, 3.0, 8.0):
        page, sheet, _, _, scene = composed(a_page(r_mv))
        ends = scene.traces[0].segments[:, [1, 3]]
        assert ends.min() > 0
        assert ends.max() < sheet.height_mm
        assert (page.view.gain_mm_per_mv < 10) is (r_mv > 2)


def test_a_strip_without_signal_is_hatched():
    page = a_page()
    silent = replace(page.beat, values_mv=np.full(720, np.nan, dtype=np.float32))
    *_, scene = composed(replace(page, beat=silent, window=None))
    assert sum(hatch.width_mm for hatch in scene.hatches) == pytest.approx(50.0, abs=0.3)
    assert not scene.traces[0].segments.size


def test_the_bracket_on_the_page_spans_the_window_and_stays_within_the_row():
    cell = Cell(Slot("MLII", 0), 0, 0, 8.0, 250.0, 10.0, 30.0, 25.0, 95.0, is_strip=True)
    scale = TimeScale(8.0, 95.0, 25.0, RATE_HZ, 4.0)
    lines = mark_chosen(BEAT, cell, scale)
    level = lines.segments[0]
    assert (level[0], level[2]) == pytest.approx((8 + 4 * 25, 8 + 6 * 25))
    early = mark_chosen(round(95.2 * RATE_HZ), cell, scale)
    assert early.segments[:, [0, 2]].min() >= cell.x_mm
    assert mark_chosen(0, cell, scale).segments.shape == (0, 4)
