from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.paper.beat_layout import fit_beats
from ecgviewer.paper.laid_layout import (
    BEAT_MM,
    MEDIAN_MM,
    MOST_DRAWN,
    LaidGroup,
    LaidPage,
    compose_laid,
    dashes,
    joined,
    laid_cell,
    laid_time,
)
from ecgviewer.paper.scene import Lines, Scene
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import View

TIME_MS = np.arange(-300, 500, 2, dtype=np.float64)
VIEW = View(speed_mm_per_s=50.0)
DASH_MM = (1.4, 0.9)


def group(n_beats: int, height_mv: float = 1.0, ink: Ink = Ink.TRACE, **more) -> LaidGroup:
    shape = height_mv * np.exp(-0.5 * (TIME_MS / 15) ** 2)
    beats = np.tile(shape, (n_beats, 1)).astype(np.float32)
    return LaidGroup(beats, shape.astype(np.float32), ink, **more)


def page_of(*groups: LaidGroup, points: tuple[tuple[str, float], ...] = ()) -> LaidPage:
    return LaidPage("V2", TIME_MS, groups, points, VIEW)


def scene_of(page: LaidPage) -> Scene:
    return compose_laid(page, fit_beats(page, 320, 260, 1.0))


def strokes(scene: Scene, ink: Ink, width_mm: float) -> list[Lines]:
    return [one for one in scene.lines if one.ink is ink and one.width_mm == width_mm]


@pytest.mark.parametrize(("speed", "gain"), [(50.0, 10.0), (25.0, 20.0)])
def test_time_and_level_have_the_scales_that_are_written(speed, gain):
    page = page_of(group(5))
    view = replace(VIEW, speed_mm_per_s=speed, gain_mm_per_mv=gain)
    page = replace(page, view=view)
    sheet = fit_beats(page, 320, 260, 1.0)
    scene = compose_laid(page, sheet)
    (median,) = strokes(scene, Ink.TRACE, MEDIAN_MM)
    level = laid_cell(page, sheet).baseline_mm
    assert level - median.segments[:, [1, 3]].min() == pytest.approx(gain, rel=0.01)
    wide = median.segments[:, 2].max() - median.segments[:, 0].min()
    assert wide == pytest.approx(0.798 * speed, abs=0.1)
    assert any(f"{speed:g} mm/s  {gain:g} mm/mV" in text.text for text in scene.texts)


def test_the_calibration_pulse_is_a_millivolt_by_the_same_scale():
    page = page_of(group(5))
    scene = scene_of(page)
    (pulse,) = strokes(scene, Ink.TRACE, 0.30)
    assert np.ptp(pulse.segments[:, [1, 3]]) == pytest.approx(page.view.gain_mm_per_mv)


def test_many_beats_are_fainter_than_few_and_only_so_many_are_drawn():
    few, many = (strokes(scene_of(page_of(group(n))), Ink.TRACE, BEAT_MM)[0] for n in (4, 400))
    assert many.opacity < few.opacity < 1
    assert len(many.segments) == MOST_DRAWN * (len(TIME_MS) - 1)


def test_one_beat_is_its_own_median():
    assert not strokes(scene_of(page_of(group(1))), Ink.TRACE, BEAT_MM)


def test_missing_samples_are_never_bridged():
    y = np.array([[1.0, np.nan, 3.0, 4.0]])
    assert joined(np.arange(4.0), y).tolist() == [[2.0, 3.0, 3.0, 4.0]]


@pytest.mark.parametrize("slope", [0.0, 1.0, 30.0])
def test_dashes_are_as_long_on_steep_strokes_as_on_flat_ones(slope):
    x = np.arange(0, 40, 0.5)
    line = np.stack([x[:-1], slope * x[:-1], x[1:], slope * x[1:]], axis=1)
    drawn = dashes(line, DASH_MM)
    lengths = np.hypot(drawn[:, 2] - drawn[:, 0], drawn[:, 3] - drawn[:, 1])
    whole = np.hypot(39.5, slope * 39.5)
    assert lengths.sum() / whole == pytest.approx(DASH_MM[0] / sum(DASH_MM), abs=0.16)
    assert lengths.max() <= DASH_MM[0]


def test_kinds_differ_by_more_than_colour_and_the_legend_names_them():
    pvc = group(3, -1.0, Ink.PVC, dash_mm=DASH_MM, words="3 ventricular")
    scene = scene_of(page_of(group(9, words="9 usual"), pvc))
    solid = strokes(scene, Ink.TRACE, MEDIAN_MM)[0].segments
    dashed = strokes(scene, Ink.PVC, MEDIAN_MM)[0].segments
    assert (solid[1:, :2] == solid[:-1, 2:]).all()
    assert not np.isclose(dashed[1:, :2], dashed[:-1, 2:]).all()
    named = {text.text: text.ink for text in scene.texts}
    assert named["9 usual"] is Ink.TRACE
    assert named["3 ventricular"] is Ink.PVC


def test_points_stand_on_the_curve_and_have_their_names():
    points = (("QRS", -40.0), ("J", 40.0), ("J+60", 100.0))
    page = page_of(group(0), points=points)
    sheet = fit_beats(page, 320, 260, 1.0)
    scene = compose_laid(page, sheet)
    scale = laid_time(page, laid_cell(page, sheet), sheet)
    falls = strokes(scene, Ink.MARK, 0.0)[0].segments
    wanted = [scale.mm_of(at_ms / 1000 * page.rate_hz) for _, at_ms in points]
    assert falls[:, 0].tolist() == pytest.approx(wanted, abs=0.05)
    assert {"QRS", "J", "J+60"} <= {text.text for text in scene.texts}
    assert (falls[:, 3] > falls[:, 1]).all()


def test_a_point_where_the_curve_is_missing_is_left_out():
    beat = group(0)
    median = beat.median_mv.copy()
    median[TIME_MS > 300] = np.nan
    scene = scene_of(page_of(replace(beat, median_mv=median), points=(("J", 40.0), ("T end", 400))))
    assert "T end" not in {text.text for text in scene.texts}


def test_names_of_near_points_do_not_lie_on_each_other():
    points = tuple((f"P {at}", float(at)) for at in range(-60, 61, 10))
    scene = scene_of(page_of(group(0), points=points))
    named = [text for text in scene.texts if text.ink is Ink.MARK]
    for row in {text.y_mm for text in named}:
        places = sorted(text.x_mm for text in named if text.y_mm == row)
        assert np.diff(places).min() > 4 * 0.5 * named[0].size_mm


def test_a_place_is_read_as_the_time_that_stands_there():
    page = page_of(group(5))
    sheet = fit_beats(page, 320, 260, 2.0)
    scale = laid_time(page, laid_cell(page, sheet), sheet)
    for place in (0, 150, len(TIME_MS) - 1):
        x_mm = scale.mm_of(TIME_MS[place] / 1000 * page.rate_hz)
        assert page.sample_at(sheet, x_mm) == place
    assert page.sample_at(sheet, 0.5) is None


def test_tall_beats_get_a_smaller_gain_and_one_giant_shrinks_nothing():
    low, tall = page_of(group(9, 0.5)), page_of(group(9, 6.0))
    assert low.at_fitting_gain(320, 260).view.gain_mm_per_mv == 20
    assert tall.at_fitting_gain(320, 260).view.gain_mm_per_mv < 10
    giant = group(60)
    giant.beats_mv[7] *= 40
    assert page_of(giant).reach_mm == page_of(group(60)).reach_mm
