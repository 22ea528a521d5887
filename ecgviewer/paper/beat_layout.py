"""Median beat -> the scene of a small sheet: one cell a lead, all beats on one R wave."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.core.text import tr
from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.furniture import pulse
from ecgviewer.paper.geometry import (
    LEFT_MM,
    MM_PER_INCH,
    NOMINAL_DPI,
    RIGHT_MM,
    Sheet,
    TimeScale,
)
from ecgviewer.paper.heat_layer import pixel_levels, segment_steps
from ecgviewer.paper.scene import GridLines, HeatStrip, Lines, Scene, Text, Trace
from ecgviewer.paper.supply import Points
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.traces import AmplitudeScale, draw
from ecgviewer.paper.view import Theme, View

# What a cell holds of a beat; wider than any median beat.
BEFORE_S, AFTER_S = 0.3, 0.5
SQUARE_MM = 5.0
ROOM_MM = 2.0  # above the highest and below the lowest curve of a row
FOOT_MM = 9.0  # for the time axis and the scales
TICKS_MS, TICK_MM = (-200, 0, 200, 400), 1.2
TEXT_MM, NAME_MM = 2.6, 2.9  # on a sheet of true size
LEAST_MAGNIFICATION = 0.75
# A larger gain is worth a sheet that is smaller by so much.
SHRUNK = 1.2
# A map that says at most so many times its average of any part prefers none.
PLAIN_BELOW = 2.0
FULL_FROM = 4.0
# Fewer device pixels a large square would be no sheet any more.
LEAST_PX_PER_MM = 1.0

Levels = NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class BeatPage:
    """What is shown of a median beat, and at which scale.

    levels: float32 (n_leads or 1, n) in 0..1, how strongly each sample is coloured. leads:
    the shown ones, column by column. theme, speed and gain are the view's; gains_mm_per_mv:
    those to choose from, the largest first. lit: the lead that stands out.
    """

    beat: MedianBeat
    levels: Levels
    leads: tuple[str, ...]
    columns: int
    view: View
    opacity: float
    gains_mm_per_mv: tuple[float, ...] = (10.0, 5.0, 2.5)
    lit: str | None = None

    @property
    def n_rows(self) -> int:
        """Rows of cells."""
        return math.ceil(len(self.leads) / self.columns)

    @property
    def cell_mm(self) -> float:
        """Width of one cell, whole large squares."""
        return squares((BEFORE_S + AFTER_S) * self.view.speed_mm_per_s)

    @property
    def rows_mm(self) -> tuple[tuple[float, float], ...]:
        """For each row its top and its baseline; baselines lie whole large squares apart."""
        rows: list[tuple[float, float]] = []
        baseline = below = 0.0
        for row in range(self.n_rows):
            up, down = self._reach_mm(self.leads[row :: self.n_rows])
            baseline = baseline + squares(below + up) if rows else up
            rows.append((baseline - up, baseline))
            below = down
        return (*rows, (baseline + below, 0.0))

    def _reach_mm(self, leads: Sequence[str]) -> tuple[float, float]:
        curves = self.beat.median_mv[[self.beat.leads.index(lead) for lead in leads]]
        gain = self.view.gain_mm_per_mv
        up, down = gain * float(np.nanmax(curves)), -gain * float(np.nanmin(curves))
        return max(up, gain) + ROOM_MM, max(down, 0.0) + ROOM_MM

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of all that is drawn."""
        return LEFT_MM + self.columns * self.cell_mm + RIGHT_MM, self.rows_mm[-1][0] + FOOT_MM


def beat_levels(beat: MedianBeat, average: float, top: float) -> Levels:
    """Return how strongly each sample is coloured: from the span's average to ``top``.

    Where the map says no more of a part of the beat than of any other it stays plain, and
    pale where it says but little more: full colour is for FULL_FROM times the average.
    """
    top = max(top, FULL_FROM * average)
    if top <= 0:
        return np.zeros_like(beat.heat)
    ramped = (np.nan_to_num(beat.heat, nan=0.0) - average) / (top - average)
    clipped: Levels = np.clip(ramped, 0.0, 1.0).astype(np.float32)
    return clipped


def at_fitting_gain(page: BeatPage, width_px: float, height_px: float) -> BeatPage:
    """Return the page at the largest gain at which its height shrinks it but a little."""
    for gain in page.gains_mm_per_mv:
        page = replace(page, view=replace(page.view, gain_mm_per_mv=gain))
        wide, high = page.size_mm
        if high * width_px <= SHRUNK * wide * height_px:
            break
    return page


class FitsSheet(Protocol):
    """What has a size in mm, whole."""

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of all that is drawn."""


def fit_beats(page: FitsSheet, width_px: float, height_px: float, device_ratio: float) -> Sheet:
    """Return a sheet for an area of logical pixels, as large as the page has room there."""
    wide, high = page.size_mm
    scale = min(width_px / wide, height_px / high)
    # Whole device pixels a large square: the grid is then even.
    scale = math.floor(scale * device_ratio * SQUARE_MM + 1e-6) / SQUARE_MM / device_ratio
    scale = max(scale, LEAST_PX_PER_MM / device_ratio)
    size_mm = width_px / scale, height_px / scale
    return Sheet(*size_mm, scale * device_ratio, scale * MM_PER_INCH / NOMINAL_DPI)


def beat_cells(page: BeatPage, sheet: Sheet) -> tuple[Cell, ...]:
    """Return each lead's place, row by row."""
    wide, high = page.size_mm
    left = sheet.snap_mm(max(0.0, sheet.width_mm - wide) / 2 + LEFT_MM)
    above = max(0.0, sheet.height_mm - high) / 2
    cells = []
    for row, ((top, baseline), (below, _)) in enumerate(pairwise(page.rows_mm)):
        for column, lead in enumerate(page.leads[row :: page.n_rows]):
            cells.append(
                Cell(
                    slot=Slot(lead, page.beat.leads.index(lead)),
                    row=row,
                    column=column,
                    x_mm=sheet.snap_mm(left + column * page.cell_mm),
                    width_mm=page.cell_mm,
                    top_mm=above + top,
                    height_mm=below - top,
                    baseline_mm=sheet.snap_mm(above + baseline),
                    start_s=-BEFORE_S,
                    is_strip=False,
                )
            )
    return tuple(cells)


def beat_time(page: BeatPage, cell: Cell, sheet: Sheet) -> TimeScale:
    """Return a cell's time axis; sample 0 is the R wave."""
    view = page.view
    return TimeScale(
        cell.x_mm, cell.start_s, view.speed_mm_per_s, page.beat.rate_hz, sheet.px_per_mm
    )


def compose_beats(page: BeatPage, sheet: Sheet) -> Scene:
    """Return the scene of a median beat."""
    cells = beat_cells(page, sheet)
    strips, traces, lines, texts = [], [], [], []
    for cell in cells:
        amplitude = AmplitudeScale(0.0, page.view.gain_mm_per_mv)
        trace, strip = _lead(page, cell, sheet, amplitude)
        traces.append(trace)
        strips += [strip] if strip is not None else []
        texts.append(_name(page, cell, sheet))
        if cell.column == 0:
            lines.append(Lines(pulse(cell, amplitude), Ink.TRACE, 0.30))
    axis, words = _time_axis(page, cells, sheet)
    first = cells[0]
    grid = GridLines(page.view.grid, beat_time(page, first, sheet).mm_of(0), first.baseline_mm)
    return Scene(
        sheet,
        page.view.theme,
        grid,
        heat_strips=tuple(strips),
        lines=(*lines, axis),
        traces=tuple(traces),
        texts=(*texts, *words),
        heat_opacity=page.opacity,
    )


def _lead(
    page: BeatPage, cell: Cell, sheet: Sheet, amplitude: AmplitudeScale
) -> tuple[Trace, HeatStrip | None]:
    index = cell.slot.lead_index
    assert index is not None
    beat, scale = page.beat, beat_time(page, cell, sheet)
    start = round(beat.time_ms[0] / 1000 * beat.rate_hz)
    drawn = draw(Points(start, beat.median_mv[index]), cell, scale, amplitude)
    row = page.levels[index if len(page.levels) > 1 else 0]
    steps, strip = None, None
    if page.view.theme is Theme.DARK:
        steps = segment_steps(row, start, drawn.samples, 1)
    else:
        width_px = round(cell.width_mm * sheet.px_per_mm)
        painted = pixel_levels(row, start, scale, width_px)
        strip = HeatStrip(cell.x_mm, cell.top_mm, cell.height_mm, painted)
    right_mm = cell.x_mm + cell.width_mm
    trace = Trace(cell.slot.label, drawn.segments, cell.x_mm, right_mm, scale.start_px, steps=steps)
    return trace, strip


def _name(page: BeatPage, cell: Cell, sheet: Sheet) -> Text:
    size_mm = NAME_MM / enlarged(sheet)
    ink = Ink.MARK if cell.slot.label == page.lit else Ink.TEXT
    y_mm = cell.top_mm + size_mm + 0.6
    return Text(cell.x_mm + 0.4, y_mm, cell.slot.label, ink, size_mm, bold=True, halo=True)


def enlarged(sheet: Sheet) -> float:
    """Return by how much words must be drawn smaller to be as large as on any other sheet."""
    return max(sheet.magnification, LEAST_MAGNIFICATION)


def _time_axis(page: BeatPage, cells: Sequence[Cell], sheet: Sheet) -> tuple[Lines, list[Text]]:
    """Return a tick at each R wave, and below the cells ticks with their milliseconds."""
    strokes, texts = [], []
    bottom = max(cell.top_mm + cell.height_mm for cell in cells)
    size_mm = TEXT_MM / enlarged(sheet)
    below = bottom + TICK_MM + size_mm
    for cell in cells:
        scale = beat_time(page, cell, sheet)
        x = scale.mm_of(0)
        strokes.append((x, cell.top_mm, x, cell.top_mm + TICK_MM))
        for time_ms in TICKS_MS if cell.row == 0 else ():
            x = scale.mm_of(time_ms / 1000 * page.beat.rate_hz)
            strokes.append((x, bottom, x, bottom + TICK_MM))
            # Neighbours' words would touch where cells are narrow.
            if page.cell_mm > 5 * SQUARE_MM or time_ms in (0, 400):
                words = f"{time_ms}".replace("-", "−")
                texts.append(Text(x, below, words, Ink.QUIET, size_mm, align="centre"))
    view = page.view
    scales = f"{view.speed_mm_per_s:g} mm/s  {view.gain_mm_per_mv:g} mm/mV"
    words = f"{scales}  ·  {tr('ms from R')}"
    foot = Text(cells[0].x_mm, below + 1.5 * size_mm, words, Ink.QUIET, size_mm)
    return Lines(np.array(strokes), Ink.TICK), [*texts, foot]


def squares(mm: float) -> float:
    """Return a length rounded up to whole large squares."""
    return SQUARE_MM * math.ceil(mm / SQUARE_MM - 1e-6)
