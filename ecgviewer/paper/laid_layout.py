"""Beats of one lead laid over one another -> the scene of a small sheet."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.median_beat import Curves
from ecgviewer.core.text import tr
from ecgviewer.paper.beat_layout import (
    FOOT_MM,
    NAME_MM,
    ROOM_MM,
    SHRUNK,
    SQUARE_MM,
    TEXT_MM,
    TICK_MM,
    enlarged,
    squares,
)
from ecgviewer.paper.cells import Cell, lone_cell
from ecgviewer.paper.furniture import pulse
from ecgviewer.paper.geometry import LEFT_MM, RIGHT_MM, Sheet, TimeScale
from ecgviewer.paper.scene import GridLines, Lines, Scene, Segments, Text
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.traces import AmplitudeScale
from ecgviewer.paper.view import View

BEAT_MM, MEDIAN_MM, POINT_MM = 0.12, 0.28, 0.7
# Of so many beats each stroke is as faint as it may be.
FAINTEST, STRONGEST = 0.10, 0.55
MOST_DRAWN = 150
# The few beats that are higher than most run off the sheet rather than shrink it.
REACH_PERCENT = 97
TICK_STEP_MS = 100
NAMES_MM = 7.0  # below the beat, for two rows of names of points
PLAIN_FOOT_MM = 5.0  # for the scales alone: measured points stand for the times
# Of a letter of such words.
LETTER_SHARE = 0.62
LEGEND_MM = 5.0

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class LaidGroup:
    """Beats of one kind: float32 (n_beats, n) and their median (n,), mV from the PQ level.

    No beats, and the median stands alone. dash_mm: lengths of dash and gap of the median,
    None for a whole stroke. words: what they are, for the legend.
    """

    beats_mv: Curves
    median_mv: Curves
    ink: Ink
    dash_mm: tuple[float, float] | None = None
    words: str = ""


@dataclass(frozen=True, eq=False)
class LaidPage:
    """What is shown of one lead.

    time_ms: (n,), 0 at R. points_ms: measured points of the first group's median, by name,
    in the order of time. gains_mm_per_mv: those to choose from, the largest first; what is
    drawn has the view's. calibrated: whether the lead is in mV.
    """

    lead: str
    time_ms: Floats
    groups: tuple[LaidGroup, ...]
    points_ms: tuple[tuple[str, float], ...]
    view: View
    gains_mm_per_mv: tuple[float, ...] = (20.0, 10.0, 5.0, 2.5)
    calibrated: bool = True

    @property
    def rate_hz(self) -> float:
        """Samples a second."""
        return 1000.0 / float(self.time_ms[1] - self.time_ms[0])

    @property
    def cell_mm(self) -> float:
        """Width of the beats, whole large squares."""
        length_s = len(self.time_ms) / self.rate_hz
        return squares(length_s * self.view.speed_mm_per_s)

    @cached_property
    def reach_mm(self) -> tuple[float, float]:
        """How far what is drawn reaches above and below the PQ level."""
        gain = self.view.gain_mm_per_mv
        curves = [curve for group in self.groups for curve in (group.median_mv, *group.beats_mv)]
        heights = [_reach(curve) for curve in curves if not np.isnan(curve).all()]
        high, low = (
            float(np.percentile(values, REACH_PERCENT)) for values in zip(*heights, strict=True)
        )
        names = NAMES_MM if self.points_ms else 0.0
        return max(gain * high, gain) + ROOM_MM, max(gain * low, 0.0) + ROOM_MM + names

    @cached_property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of all that is drawn."""
        foot = PLAIN_FOOT_MM if self.points_ms else FOOT_MM
        return LEFT_MM + self.cell_mm + RIGHT_MM, sum(self.reach_mm) + foot

    def at_fitting_gain(self, width_px: float, height_px: float) -> "LaidPage":
        """Return the page at the largest gain at which its height shrinks it but a little."""
        page = self
        for gain in self.gains_mm_per_mv:
            page = replace(self, view=replace(self.view, gain_mm_per_mv=gain))
            wide, high = page.size_mm
            if high * width_px <= SHRUNK * wide * height_px:
                break
        return page

    def sample_at(self, sheet: Sheet, x_mm: float) -> int | None:
        """Return the place in time_ms under an x of the sheet, None beside the beats."""
        cell = laid_cell(self, sheet)
        place = round(laid_time(self, cell, sheet).sample_at(x_mm) - self._first)
        return place if 0 <= place < len(self.time_ms) else None

    @property
    def _first(self) -> int:
        """The first sample, counted from R."""
        return round(float(self.time_ms[0]) / 1000 * self.rate_hz)


def _reach(curve: Curves) -> tuple[float, float]:
    return float(np.nanmax(curve)), -float(np.nanmin(curve))


def laid_cell(page: LaidPage, sheet: Sheet) -> Cell:
    """Return the place of the beats, in the middle of the sheet."""
    start_s = float(page.time_ms[0]) / 1000
    return lone_cell(
        sheet,
        page.lead,
        size_mm=page.size_mm,
        width_mm=page.cell_mm,
        reach_mm=page.reach_mm,
        start_s=start_s,
    )


def laid_time(page: LaidPage, cell: Cell, sheet: Sheet) -> TimeScale:
    """Return the time axis; sample 0 is R."""
    speed = page.view.speed_mm_per_s
    return TimeScale(cell.x_mm, cell.start_s, speed, page.rate_hz, sheet.px_per_mm)


def compose_laid(page: LaidPage, sheet: Sheet) -> Scene:
    """Return the scene: faint beats, the medians over them, the points, times below."""
    cell = laid_cell(page, sheet)
    scale = laid_time(page, cell, sheet)
    amplitude = AmplitudeScale(0.0, page.view.gain_mm_per_mv)
    x_mm = np.array([scale.mm_of(at) for at in page.time_ms / 1000 * page.rate_hz])
    lines = [Lines(_level(cell), Ink.TICK)]
    for group in page.groups:
        lines += _strokes(group, x_mm, cell, amplitude)
    lines.append(Lines(pulse(cell, amplitude), Ink.TRACE, 0.30))
    points, names = _points(page, x_mm, cell, amplitude, sheet)
    axis, times = _time_axis(page, cell, sheet)
    size_mm = NAME_MM / enlarged(sheet)
    at = cell.x_mm + 0.4, cell.top_mm + size_mm + 0.6
    name = Text(*at, page.lead, Ink.TEXT, size_mm, bold=True, halo=True)
    legend_lines, legend = _legend(page, cell, sheet)
    grid = GridLines(page.view.grid, scale.mm_of(0), cell.baseline_mm)
    return Scene(
        sheet,
        page.view.theme,
        grid,
        lines=(*lines, *points, axis, *legend_lines),
        texts=(name, *legend, *names, *times),
    )


def _level(cell: Cell) -> Segments:
    y = cell.baseline_mm
    return np.array([[cell.x_mm, y, cell.x_mm + cell.width_mm, y]])


def _strokes(group: LaidGroup, x_mm: Floats, cell: Cell, amplitude: AmplitudeScale) -> list[Lines]:
    """Return the beats of a group, each faint, and their median."""
    n_beats = len(group.beats_mv)
    shown = np.unique(np.linspace(0, max(0, n_beats - 1), min(n_beats, MOST_DRAWN)).astype(int))
    opacity = float(np.clip(1.6 / np.sqrt(max(1, len(shown))), FAINTEST, STRONGEST))
    drawn = []
    if n_beats > 1:
        beats = joined(x_mm, cell.baseline_mm - amplitude.up_mm(group.beats_mv[shown]))
        drawn.append(Lines(beats, group.ink, BEAT_MM, opacity))
    y_mm = cell.baseline_mm - amplitude.up_mm(group.median_mv)
    median = joined(x_mm, y_mm[np.newaxis])
    drawn.append(Lines(dashes(median, group.dash_mm), group.ink, MEDIAN_MM))
    return drawn


def joined(x_mm: Floats, y_mm: Floats) -> Segments:
    """Return the strokes of curves (n_curves, n) over x (n,), none where a sample is NaN."""
    ends = np.broadcast_arrays(x_mm[:-1], y_mm[:, :-1], x_mm[1:], y_mm[:, 1:])
    segments = np.stack(ends, axis=-1).reshape(-1, 4)
    return np.ascontiguousarray(segments[~np.isnan(segments).any(axis=1)])


def dashes(segments: Segments, dash_mm: tuple[float, float] | None) -> Segments:
    """Return the strokes (n, 4) of a dashed curve; None: the curve as it is.

    dash_mm: the lengths of a dash and of the gap behind it.
    """
    if dash_mm is None:
        return segments
    dash, gap = dash_mm
    lengths = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    # A steep stroke is longer than a dash, so it is cut first.
    n_parts = np.maximum(1, np.ceil(lengths / (dash / 4))).astype(np.int64)
    which = np.repeat(np.arange(len(segments)), n_parts)
    part = np.arange(len(which)) - np.repeat(np.cumsum(n_parts) - n_parts, n_parts)
    begin, way = segments[which, :2], (segments[:, 2:] - segments[:, :2])[which]
    shares = np.stack([part / n_parts[which], (part + 1) / n_parts[which]])
    first, last = begin + way * shares[0][:, np.newaxis], begin + way * shares[1][:, np.newaxis]
    along = np.repeat(np.cumsum(lengths) - lengths, n_parts) + shares[0] * lengths[which]
    kept = along % (dash + gap) < dash
    dashed: Segments = np.concatenate([first, last], axis=1)[kept]
    return dashed


def _legend(page: LaidPage, cell: Cell, sheet: Sheet) -> tuple[list[Lines], list[Text]]:
    """Return how many beats each kind of stroke stands for, at the upper right."""
    size_mm, lines, texts = TEXT_MM / enlarged(sheet), [], []
    right = cell.x_mm + cell.width_mm
    for row, group in enumerate(page.groups):
        if group.words:
            y = cell.top_mm + size_mm * (1.2 + 1.3 * row)
            texts.append(Text(right, y, group.words, group.ink, size_mm, align="right", halo=True))
            wide = LETTER_SHARE * size_mm * len(group.words)
            middle = y - 0.35 * size_mm
            stroke = np.array([[right - wide - LEGEND_MM, middle, right - wide, middle]])
            lines.append(Lines(dashes(stroke, group.dash_mm), group.ink, MEDIAN_MM))
    return lines, texts


def _points(
    page: LaidPage, x_mm: Floats, cell: Cell, amplitude: AmplitudeScale, sheet: Sheet
) -> tuple[list[Lines], list[Text]]:
    """Return a dot on the curve for each measured point, and a hairline down to its name."""
    if not page.points_ms:
        return [], []
    curve = page.groups[0].median_mv
    size_mm = TEXT_MM / enlarged(sheet)
    foot = cell.top_mm + cell.height_mm - NAMES_MM
    dots, falls, texts = [], [], []
    # Where the last name of each of two rows ends.
    ends = [-np.inf, -np.inf]
    for point, at_ms in page.points_ms:
        name = tr(point)
        place = int(np.abs(page.time_ms - at_ms).argmin())
        if np.isnan(curve[place]):
            continue
        x, y = float(x_mm[place]), cell.baseline_mm - float(amplitude.up_mm(curve[place]))
        dots.append((x - POINT_MM / 2, y, x + POINT_MM / 2, y))
        half = LETTER_SHARE * size_mm * len(name) / 2
        row = int(ends[0] > x - half)
        name_y = foot + size_mm * (1.0 + 1.3 * row)
        falls.append((x, y, x, name_y - size_mm))
        if ends[row] <= x - half:
            texts.append(Text(x, name_y, name, Ink.MARK, size_mm, align="centre", halo=True))
            ends[row] = x + half + 0.3 * size_mm
    if not dots:
        return [], []
    return [Lines(np.array(falls), Ink.MARK), Lines(np.array(dots), Ink.MARK, POINT_MM)], texts


def _time_axis(page: LaidPage, cell: Cell, sheet: Sheet) -> tuple[Lines, list[Text]]:
    """Return ticks below the beats with their milliseconds, and the scales."""
    scale, size_mm = laid_time(page, cell, sheet), TEXT_MM / enlarged(sheet)
    bottom = cell.top_mm + cell.height_mm
    below = bottom + TICK_MM + size_mm
    x = scale.mm_of(0)
    strokes, texts = [(x, cell.top_mm, x, cell.top_mm + TICK_MM)], []
    first, last = float(page.time_ms[0]), float(page.time_ms[-1])
    for time_ms in range(-300, 700, TICK_STEP_MS):
        if not first <= time_ms <= last:
            continue
        x = scale.mm_of(time_ms / 1000 * page.rate_hz)
        strokes.append((x, bottom, x, bottom + TICK_MM))
        wide = TICK_STEP_MS / 1000 * page.view.speed_mm_per_s >= SQUARE_MM
        if wide and not page.points_ms and time_ms % (2 * TICK_STEP_MS) == 0:
            words = f"{time_ms}".replace("-", "−")
            texts.append(Text(x, below, words, Ink.QUIET, size_mm, align="centre"))
    view = page.view
    gain = f"{view.gain_mm_per_mv:g} mm/mV" if page.calibrated else tr("amplitude uncalibrated")
    words = f"{view.speed_mm_per_s:g} mm/s  {gain}  ·  {tr('ms from R')}"
    y = below + (0.3 if page.points_ms else 1.5) * size_mm
    texts.append(Text(cell.x_mm, y, words, Ink.QUIET, size_mm))
    return Lines(np.array(strokes), Ink.TICK), texts
