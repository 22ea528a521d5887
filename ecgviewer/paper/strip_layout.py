"""The window around one beat -> the scene of a strip, coloured by what a net looked at."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.heat import WindowMap
from ecgviewer.core.record import Samples
from ecgviewer.paper.cells import Cell, lone_cell
from ecgviewer.paper.furniture import pulse
from ecgviewer.paper.geometry import (
    LEFT_MM,
    MM_PER_INCH,
    NOMINAL_DPI,
    RIGHT_MM,
    Sheet,
    TimeScale,
)
from ecgviewer.paper.heat_layer import segment_steps
from ecgviewer.paper.scene import GridLines, Hatch, Lines, Scene, Text, Trace
from ecgviewer.paper.supply import Points
from ecgviewer.paper.theme import INK_OF_LABEL, Ink
from ecgviewer.paper.traces import AmplitudeScale, draw
from ecgviewer.paper.view import View

SPEED_MM_PER_S = 25.0
GAINS_MM_PER_MV = (10.0, 5.0, 2.5, 1.0)
SQUARE_MM = 5.0
# Above the trace the scan's classes with the R peaks' ticks, below it the time.
HEAD_MM, FOOT_MM, ROOM_MM = 5.4, 4.4, 1.5
TICK_MM, TEXT_MM = 1.5, 2.5
TIMES_S = (-1.0, -0.5, 0.0, 0.5, 1.0)
# From here on a place counts as looked at: a second cue beside the colour.
LOOKED_AT = 0.5
RAIL_MM = 0.6
LEAST_MAGNIFICATION, LARGEST_MAGNIFICATION = 0.75, 2.0
LEAST_PX_PER_MM = 1.0
# A larger gain is worth a sheet that is smaller by so much.
SHRUNK = 1.25


@dataclass(frozen=True, slots=True)
class MarkedBeat:
    """A beat of the scan within the window: its sample and what the scan calls it."""

    sample: int
    label: str


@dataclass(frozen=True, eq=False, slots=True)
class StripPage:
    """What is shown of a beat, and at which scale.

    window: None while there is no map; the trace is then plain. view: its theme, grid and
    gain are used.
    """

    beat: BeatLooks
    window: WindowMap | None
    marks: Sequence[MarkedBeat]
    view: View

    @property
    def width_mm(self) -> float:
        """Width of the trace."""
        return self.beat.values_mv.size / self.beat.rate_hz * SPEED_MM_PER_S

    @property
    def reach_mm(self) -> tuple[float, float]:
        """How far the trace reaches above and below its level."""
        level, gain = self.level_mv, self.view.gain_mm_per_mv
        known = self.beat.values_mv[np.isfinite(self.beat.values_mv)]
        if not known.size:
            return gain + ROOM_MM, ROOM_MM
        up, down = gain * (float(known.max()) - level), gain * (level - float(known.min()))
        return max(up, gain) + ROOM_MM, max(down, 0.0) + ROOM_MM

    @property
    def level_mv(self) -> float:
        """What stands on the strip's line: the window's median."""
        known = self.beat.values_mv[np.isfinite(self.beat.values_mv)]
        return float(np.median(known)) if known.size else 0.0

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of all that is drawn."""
        return LEFT_MM + self.width_mm + RIGHT_MM, HEAD_MM + sum(self.reach_mm) + FOOT_MM


def at_fitting_gain(page: StripPage, width_px: float, height_px: float) -> StripPage:
    """Return the page at the largest gain at which its height shrinks it but a little."""
    for gain in GAINS_MM_PER_MV:
        page = replace(page, view=replace(page.view, gain_mm_per_mv=gain))
        wide, high = page.size_mm
        if high * width_px <= SHRUNK * wide * height_px:
            break
    return page


def fit_strip(page: StripPage, width_px: float, height_px: float, device_ratio: float) -> Sheet:
    """Return a sheet for an area of logical pixels, as large as the page has room there."""
    wide, high = page.size_mm
    nominal = NOMINAL_DPI / MM_PER_INCH
    scale = min(width_px / wide, height_px / high, LARGEST_MAGNIFICATION * nominal)
    # Whole device pixels a large square: the grid is then even.
    scale = math.floor(scale * device_ratio * SQUARE_MM + 1e-6) / SQUARE_MM / device_ratio
    scale = max(scale, LEAST_PX_PER_MM / device_ratio)
    return Sheet(
        width_px / scale, height_px / scale, scale * device_ratio, magnification=scale / nominal
    )


def strip_cell(page: StripPage, sheet: Sheet) -> Cell:
    """Return where the trace stands."""
    return lone_cell(
        sheet,
        page.beat.lead,
        size_mm=page.size_mm,
        width_mm=page.width_mm,
        reach_mm=page.reach_mm,
        start_s=page.beat.start / page.beat.rate_hz,
        head_mm=HEAD_MM,
        is_strip=True,
    )


def strip_time(page: StripPage, cell: Cell, sheet: Sheet) -> TimeScale:
    """Return the time axis, in samples of the record."""
    return TimeScale(cell.x_mm, cell.start_s, SPEED_MM_PER_S, page.beat.rate_hz, sheet.px_per_mm)


def compose_strip(page: StripPage, sheet: Sheet) -> Scene:
    """Return the scene of a strip."""
    cell = strip_cell(page, sheet)
    scale = strip_time(page, cell, sheet)
    amplitude = AmplitudeScale(page.level_mv, page.view.gain_mm_per_mv)
    drawn = draw(Points(page.beat.start, page.beat.values_mv), cell, scale, amplitude)
    trace = Trace(
        page.beat.lead,
        drawn.segments,
        cell.x_mm,
        cell.x_mm + cell.width_mm,
        scale.start_px,
        steps=_steps(page.window, drawn.samples),
        cased=page.window is not None,
    )
    gaps = [(scale.mm_of(start), scale.mm_of(stop)) for start, stop in drawn.gaps]
    ticks, words = _marks(page, cell, scale, sheet)
    times, figures = _times(page, cell, scale, sheet)
    return Scene(
        sheet,
        page.view.theme,
        GridLines(page.view.grid, cell.x_mm, cell.baseline_mm),
        hatches=tuple(Hatch(x, cell.top_mm, end - x, cell.height_mm) for x, end in gaps),
        lines=(
            Lines(pulse(cell, amplitude), Ink.TRACE, 0.3),
            times,
            *ticks,
            *_rail(page, cell, scale),
        ),
        traces=(trace,),
        texts=(*words, *figures),
    )


def _steps(window: WindowMap | None, samples: NDArray[np.int64]) -> NDArray[np.uint8] | None:
    if window is None:
        return None
    # Even the least important place has a colour of its own.
    levels = np.maximum(window.heat, np.float32(1e-3))
    return segment_steps(levels, window.start, samples, 1)


def _rail(page: StripPage, cell: Cell, scale: TimeScale) -> tuple[Lines, ...]:
    """Return a bar below the trace where more than half as much was looked at as anywhere."""
    if page.window is None:
        return ()
    bars = [
        (scale.mm_of(page.window.start + first), scale.mm_of(page.window.start + stop))
        for first, stop in _spans(page.window.heat)
    ]
    if not bars:
        return ()
    y = cell.top_mm + cell.height_mm
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    segments = [(max(a, left), y, min(b, right), y) for a, b in bars]
    return (Lines(np.array(segments), Ink.RAIL, RAIL_MM),)


def _spans(heat: Samples) -> list[tuple[int, int]]:
    inside = np.concatenate([[False], heat >= LOOKED_AT, [False]])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _marks(
    page: StripPage, cell: Cell, scale: TimeScale, sheet: Sheet
) -> tuple[list[Lines], list[Text]]:
    """Return a tick at each R peak and above it what the scan calls the beat."""
    size_mm = _text_mm(sheet)
    lines, texts = [], []
    for mark in page.marks:
        x = scale.mm_of(mark.sample)
        if not cell.x_mm <= x <= cell.x_mm + cell.width_mm:
            continue
        ink = INK_OF_LABEL.get(mark.label, Ink.TEXT)
        tick = np.array([(x, cell.top_mm - TICK_MM, x, cell.top_mm)])
        chosen = mark.sample == page.beat.beat
        lines.append(Lines(tick, ink, 0.4 if chosen else 0.0))
        y = cell.top_mm - TICK_MM - 0.5
        texts.append(Text(x, y, mark.label, ink, size_mm, bold=chosen, align="centre"))
    return lines, texts


def _times(page: StripPage, cell: Cell, scale: TimeScale, sheet: Sheet) -> tuple[Lines, list[Text]]:
    """Return ticks below the trace with their seconds from the beat."""
    bottom, size_mm = cell.top_mm + cell.height_mm + 0.5, _text_mm(sheet)
    x = [scale.mm_of(page.beat.beat + time_s * page.beat.rate_hz) for time_s in TIMES_S]
    strokes = np.array([(at, bottom, at, bottom + TICK_MM) for at in x])
    texts = []
    for at, time_s in zip(x, TIMES_S, strict=True):
        last = time_s == TIMES_S[-1]
        words = f"{time_s:g} s" if last else f"{time_s:g}".replace("-", "−")
        y = bottom + TICK_MM + size_mm
        align = "right" if last else "centre"
        texts.append(Text(at, y, words, Ink.QUIET, size_mm, align=align))  # type: ignore[arg-type]
    return Lines(strokes, Ink.TICK), texts


def _text_mm(sheet: Sheet) -> float:
    """Return the size of words that are as large as on any other sheet."""
    return TEXT_MM / max(sheet.magnification, LEAST_MAGNIFICATION)
