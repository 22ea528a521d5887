"""What the painter leaves in the pixels."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Samples
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.heat_colors import rgb
from ecgviewer.paper.heat_layer import heat_layer
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Grid, Layout, Overlay, Theme, View
from ecgviewer.ui.paint import paint_scene
from tests.paper.made_record import flat, made_record, supply_of

Pixels = NDArray[np.uint8]
RHYTHM = View(layout=Layout.RHYTHM, grid=Grid.OFF)
SCALES = pytest.mark.parametrize("scale", [1, 2])


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Fonts need an application."""


def sheet_of(scale: int) -> Sheet:
    return Sheet(265.0, 60.0, 4.0 * scale)


def scene_of(
    samples: Samples, view: View = RHYTHM, scale: int = 1, heat: Heat | None = None
) -> Scene:
    layer = heat_layer(heat, Overlay(opacity=1.0))
    page = Page(view, sheet_of(scale), {1: LeadLevel(0.0)}, layer)
    return compose(page, supply_of(made_record(samples)))


def painted(scene: Scene) -> Pixels:
    """The page as (height, width, 3) bytes."""
    px = scene.sheet.px_per_mm
    size = QSize(round(scene.sheet.width_mm * px), round(scene.sheet.height_mm * px))
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_scene(painter, scene)
    painter.end()
    packed = np.frombuffer(image.constBits(), np.uint8)
    return packed.reshape(size.height(), size.width(), 4)[:, :, 2::-1].copy()


def inked(pixels: Pixels, colour: str) -> NDArray[np.bool_]:
    away: NDArray[np.int64] = np.abs(pixels.astype(int) - rgb(colour)).max(axis=2)
    return away < 40


def trace_of(pixels: Pixels, theme: Theme = Theme.LIGHT) -> NDArray[np.bool_]:
    return inked(pixels, COLOURS[theme].inks[Ink.TRACE])


@SCALES
def test_the_pulse_is_ten_by_five_mm_of_pixels(scale):
    scene = scene_of(flat(), scale=scale)
    left_of_trace = trace_of(painted(scene))[:, : round((scene.grid.x_mm - 0.5) * 4 * scale)]
    columns = np.flatnonzero(left_of_trace.sum(axis=0) >= 9 * 4 * scale)
    pen = max(1, round(0.3 * 4 * scale))
    # Two uprights, their middles 5 mm apart.
    assert columns[-1] - columns[0] == pytest.approx(5 * 4 * scale, abs=pen)
    rows = np.flatnonzero(left_of_trace[:, columns[0]])
    assert rows[-1] - rows[0] == pytest.approx(10 * 4 * scale, abs=pen)


@SCALES
def test_a_millivolt_of_trace_is_ten_mm_of_pixels(scale):
    samples = flat()
    samples[1, 1000:] = 1.0
    pixels = trace_of(painted(scene_of(samples, scale=scale)))
    low = np.flatnonzero(pixels[:, 100 * scale]).mean()
    high = np.flatnonzero(pixels[:, 600 * scale]).mean()
    assert low - high == pytest.approx(10 * 4 * scale, abs=0.51)


@SCALES
def test_a_spike_stands_where_its_sample_is(scale):
    samples = flat()
    samples[1, 2000] = 1.0  # 4 s: 100 mm from the trace's start
    scene = scene_of(samples, scale=scale)
    pixels = trace_of(painted(scene))
    line = round(scene.grid.y_mm * scene.sheet.px_per_mm)
    above = pixels[line - 30 * scale : line - 10 * scale]
    place = np.flatnonzero(above[:, 60 * scale :].any(axis=0)) + 60 * scale
    wanted = (scene.grid.x_mm + 100.0) * scene.sheet.px_per_mm
    assert place.mean() == pytest.approx(wanted, abs=scale)


@SCALES
def test_grid_lines_are_one_pixel_wide_and_five_mm_apart(scale):
    pixels = painted(scene_of(flat(), replace(RHYTHM, grid=Grid.LARGE), scale))
    row = inked(pixels[6:7, :400], COLOURS[Theme.LIGHT].major)[0]
    lines = np.flatnonzero(row)
    assert set(np.diff(lines).tolist()) == {5 * 4 * scale}


def test_small_squares_vanish_below_four_pixels_a_mm():
    scene = scene_of(flat(), replace(RHYTHM, grid=Grid.SMALL))
    assert inked(painted(scene), COLOURS[Theme.LIGHT].minor).sum() > 10_000
    smaller = replace(scene, sheet=replace(scene.sheet, px_per_mm=3.9))
    assert inked(painted(smaller), COLOURS[Theme.LIGHT].major).sum() > 1_000
    paper = rgb(COLOURS[Theme.LIGHT].paper)
    minor = rgb(COLOURS[Theme.LIGHT].minor)
    assert not (painted(smaller)[2:8] == minor).all(axis=2).any()
    assert (painted(smaller)[2:8] == paper).all(axis=2).any()


@SCALES
def test_a_gap_has_no_trace_but_a_hatch(scale):
    samples = flat()
    samples[1, 1000:2000] = np.nan
    scene = scene_of(samples, scale=scale)
    pixels = painted(scene)
    px = scene.sheet.px_per_mm
    left, right = ((scene.grid.x_mm + mm) * px for mm in (51.0, 99.0))
    gap = pixels[:, round(left) : round(right)]
    quiet = round((scene.hatches[0].y_mm + 1) * px), round((scene.hatches[0].y_mm + 9) * px)
    assert not trace_of(gap).any()
    assert inked(gap[quiet[0] : quiet[1]], COLOURS[Theme.LIGHT].inks[Ink.HATCH]).any()
    before = pixels[:, round((scene.grid.x_mm + 20) * px)]
    assert trace_of(before[:, np.newaxis]).any()


def test_heat_tints_the_paper_and_leaves_trace_and_grid_readable():
    values = np.ones((1, 5000), dtype=np.float32)
    values[0, :2500] = np.linspace(0, 0.5, 2500)
    heat = Heat("AF", "gradcam", "m", 0, 5000, ("II",), values, values, 1.0)
    view = replace(RHYTHM, grid=Grid.LARGE)
    plain, tinted = painted(scene_of(flat(), view)), painted(scene_of(flat(), view, heat=heat))
    # A place in the hot half, between two grid lines, above the trace.
    row, column = 110, 900
    assert plain[row, column, 0] - tinted[row, column, 0] > 80
    assert (trace_of(plain) == trace_of(tinted)).mean() > 0.999
    line = inked(plain, COLOURS[Theme.LIGHT].major)
    ratio = tinted[line].astype(float).mean() / plain[line].astype(float).mean()
    assert 0.5 < ratio < 1.0


def test_dark_paper_colours_only_the_hot_part_of_the_stroke():
    values = np.zeros((12, 5000), dtype=np.float32)
    values[1, 2500:] = 1.0
    names = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
    heat = Heat("AF", "gradcam", "m", 0, 5000, names, values, values, 1.0)
    view = replace(RHYTHM, theme=Theme.DARK)
    scene = scene_of(flat(), view, heat=heat)
    pixels = painted(scene)
    line = pixels[round(scene.grid.y_mm * 4)]
    assert tuple(line[200]) == pytest.approx(rgb("#C3CFCB"), abs=30)
    assert tuple(line[900]) == pytest.approx(rgb("#FDE725"), abs=45)


def test_zoomed_out_a_spike_of_one_sample_keeps_its_full_height():
    samples = flat(120.0)
    samples[1, 30_000] = 1.5
    pixels = trace_of(painted(scene_of(samples, replace(RHYTHM, speed_mm_per_s=2.0))))
    tallest = pixels[:, 60:].sum(axis=0).max()
    assert tallest == pytest.approx(15 * 4, abs=2)


def test_missing_samples_do_not_hang_a_wide_pen(qtbot: QtBot):
    samples = flat()
    samples[1, ::3] = np.nan
    pixels = painted(scene_of(samples, scale=2))
    assert trace_of(pixels).any()


def test_absurd_amplitudes_are_painted_in_time():
    samples = flat()
    samples[1, ::2] = 1e30
    assert painted(scene_of(samples)).any()
