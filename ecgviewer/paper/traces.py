"""Samples of one cell -> strokes in mm, and where there is no signal."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.runs import runs
from ecgviewer.paper.scene import Segments
from ecgviewer.paper.supply import Bars, Points
from ecgviewer.paper.view import TRACE_MM


@dataclass(frozen=True, slots=True)
class AmplitudeScale:
    """How a lead's values become mm: upwards from the baseline, one scale for the record.

    baseline: the value that stands on the row's line. mm_per_unit: of the lead's unit,
    negative for a lead drawn upside down.
    """

    baseline: float
    mm_per_unit: float

    def up_mm(self, values: Samples) -> NDArray[np.float64]:
        """Return how far above the row's line the values stand."""
        return (values.astype(np.float64) - self.baseline) * self.mm_per_unit


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """Strokes of one lead in one cell.

    segments: mm, (n, 4). samples: int64 (n,), the sample each segment begins at (for
    its heat). gaps: (first sample, stop) of spans without signal inside the cell.
    """

    segments: Segments
    samples: NDArray[np.int64]
    bars: bool
    gaps: tuple[tuple[int, int], ...]


def draw(
    stretch: Points | Bars,
    cell: Cell,
    scale: TimeScale,
    amplitude: AmplitudeScale,
    pen_mm: float = TRACE_MM,
) -> Drawn:
    """Return the strokes of a stretch, cut to the cell's left and right edge."""
    if isinstance(stretch, Points):
        return _draw_points(stretch, cell, scale, amplitude, pen_mm)
    return _draw_bars(stretch, cell, scale, amplitude, pen_mm)


def _draw_points(
    points: Points, cell: Cell, scale: TimeScale, amplitude: AmplitudeScale, pen_mm: float
) -> Drawn:
    index = np.arange(points.first, points.first + points.values.size)
    telling = _telling(points.values, index, scale.px_per_sample)
    index, values = index[telling], points.values[telling]
    x = scale.mm_of(0) + index * (scale.px_per_sample / scale.px_per_mm)
    y = cell.baseline_mm - amplitude.up_mm(values)
    here = ~np.isnan(y)
    joined = here[:-1] & here[1:]
    # A sample between two gaps is still a sample: it becomes a dot.
    lone = here.copy()
    lone[1:] &= ~joined
    lone[:-1] &= ~joined
    first = np.flatnonzero(lone | np.append(joined, False))
    second = first + ~lone[first]
    inside = (x[second] > cell.x_mm) & (x[first] < cell.x_mm + cell.width_mm)
    first, second = first[inside], second[inside]
    segments = np.stack([x[first], y[first], x[second], y[second]], axis=1)
    _cut(segments, cell.x_mm, cell.x_mm + cell.width_mm)
    segments[lone[first]] += (-pen_mm / 2, 0.0, pen_mm / 2, 0.0)
    edges = np.append(index, points.first + points.values.size)
    return Drawn(segments, index[first], bars=False, gaps=_gaps(~here, edges))


def _telling(
    values: Samples, index: NDArray[np.int64], px_per_sample: float
) -> NDArray[np.bool_] | slice:
    """Return which samples a line needs to look the same.

    Where a pixel holds more than two samples, those on the way between their neighbours in the
    same pixel do not show. Every turn of the trace is kept, and so is all beside a gap.
    """
    if px_per_sample * 2 >= 1 or values.size < 3:
        return slice(None)
    pixel = np.floor(index * px_per_sample)
    # Both are False beside a gap.
    up, down = values[1:] > values[:-1], values[1:] < values[:-1]
    on_the_way = (up[:-1] & up[1:]) | (down[:-1] & down[1:])
    telling = np.ones(values.size, dtype=np.bool_)
    telling[1:-1] = ~(on_the_way & (pixel[:-2] == pixel[2:]))
    return telling


def _cut(segments: Segments, left: float, right: float) -> None:
    """Shorten, in place, the first and the last segment to the cell's edges."""
    for row in (0, -1) if len(segments) else ():
        x1, y1, x2, y2 = segments[row]
        if x2 > x1:
            slope = (y2 - y1) / (x2 - x1)
            begin, end = max(x1, left), min(x2, right)
            segments[row] = begin, y1 + (begin - x1) * slope, end, y1 + (end - x1) * slope


def _draw_bars(
    bars: Bars, cell: Cell, scale: TimeScale, amplitude: AmplitudeScale, pen_mm: float
) -> Drawn:
    px = 1 / scale.px_per_mm
    column = np.floor(bars.edges[:-1] * scale.px_per_sample + 1e-6) - scale.start_px
    x = cell.x_mm + (column + 0.5) * px
    ends = np.stack([amplitude.up_mm(bars.high), amplitude.up_mm(bars.low)])
    top, bottom = cell.baseline_mm - ends.max(axis=0), cell.baseline_mm - ends.min(axis=0)
    missing = np.isnan(top)
    top, bottom = _joined(top, bottom)
    # Half the pen above and below, so that a flat line is as strong as a trace.
    half = max(pen_mm, px) / 2
    inside = ~missing & (x > cell.x_mm) & (x < cell.x_mm + cell.width_mm)
    segments = np.stack([x, top - half, x, bottom + half], axis=1)[inside]
    gaps = _gaps(missing, bars.edges)
    return Drawn(segments, bars.edges[:-1][inside], bars=True, gaps=gaps)


def _joined(
    top: NDArray[np.float64], bottom: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Let neighbours that do not touch meet half way; bars that do keep their exact ends."""
    top, bottom = top.copy(), bottom.copy()
    if top.size > 1:
        falls = bottom[:-1] < top[1:]
        rises = top[:-1] > bottom[1:]
        down, up = (bottom[:-1] + top[1:]) / 2, (top[:-1] + bottom[1:]) / 2
        bottom[:-1], top[1:] = np.where(falls, down, bottom[:-1]), np.where(falls, down, top[1:])
        top[:-1], bottom[1:] = np.where(rises, up, top[:-1]), np.where(rises, up, bottom[1:])
    return top, bottom


def _gaps(missing: NDArray[np.bool_], edges: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    """Return the spans where ``missing``; edges (n + 1,) are the samples of its borders."""
    return tuple((int(edges[begin]), int(edges[end])) for begin, end in runs(missing))
