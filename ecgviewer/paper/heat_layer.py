"""A heat cut into the cells of a page."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.classes import class_name
from ecgviewer.core.heat import Heat
from ecgviewer.core.method_names import method_name
from ecgviewer.core.record import Samples
from ecgviewer.core.text import tr
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.heat_colors import STROKE_STEPS, ColourScale, colour_scale, levels
from ecgviewer.paper.view import Overlay
from ecgviewer.signal.leads import find_lead


@dataclass(frozen=True, eq=False)
class HeatLayer:
    """A heat, its scale of colours (None: none) and the levels in which it is painted.

    levels: float32 (rows, n) in 0..1.
    """

    heat: Heat
    overlay: Overlay
    scale: ColourScale | None
    levels: Samples

    @property
    def per_lead(self) -> bool:
        """Whether each lead has its own row of heat, or one lead alone has any."""
        return len(self.levels) > 1 or self.of_beats

    @property
    def of_beats(self) -> bool:
        """Whether these are maps of single beats, each of its own class, of the lead read."""
        return self.heat.scope == "window" and not self.heat.label

    def row(self, label: str) -> Samples | None:
        """Return a lead's levels, None where the heat says nothing of that lead."""
        found = find_lead(label.removeprefix("−"), self.heat.leads) if self.per_lead else 0
        if found is None:
            return None
        row: Samples = self.levels[found]
        return row

    def caption(self, rate_hz: float, start: int, stop: int) -> str:
        """Return class, method, scope and step of the heat in words.

        start, stop: the page, in samples of the record; said where nothing on it is coloured.
        """
        name = class_name(self.heat.label)
        method = method_name(self.heat.method)
        if self.of_beats:
            return f"{tr('each beat by its own class')}  ·  {self.heat.model}, {method}"
        if self.covers(start, stop) and self.coloured_share(start, stop) == 0:
            return f"{name}  ·  {method}  ·  {tr('nothing on this page is coloured')}"
        where = tr("per lead") if self.per_lead else tr("time only, not per lead")
        step = tr("step ≈{ms} ms", ms=f"{1000 * self.heat.step / rate_hz:.0f}")
        return f"{name}  ·  {method}  ·  {where}  ·  {step}"

    def covers(self, start: int, stop: int) -> bool:
        """Whether the heat tells of all of samples start..stop of the record."""
        return self.heat.start <= start < stop <= self.heat.stop

    def coloured_share(self, start: int, stop: int) -> float:
        """Return which share is coloured of what was looked at of these samples, 0..1."""
        counts = self._counts_before
        n_samples = counts.shape[1] - 1
        first, last = (min(max(sample - self.heat.start, 0), n_samples) for sample in (start, stop))
        coloured, known = counts[:, last] - counts[:, first]
        return float(coloured / known) if known else 0.0

    @cached_property
    def _counts_before(self) -> NDArray[np.int64]:
        """int64 (2, n + 1): how much is coloured, and known, before each sample."""
        marks = (self.levels > 0).sum(axis=0), np.isfinite(self.heat.heat).sum(axis=0)
        return np.pad(np.cumsum(marks, axis=1), ((0, 0), (1, 0)))


def heat_layer(heat: Heat | None, overlay: Overlay) -> HeatLayer | None:
    """Return a heat ready for painting, None where none is to be shown."""
    return layer_of(heat, overlay) if heat is not None and overlay.visible else None


def layer_of(heat: Heat, overlay: Overlay) -> HeatLayer:
    """Return a heat with its scale and levels, shown or not."""
    scale = colour_scale(heat, overlay)
    return HeatLayer(heat, overlay, scale, levels(heat, scale))


def pixel_levels(row: Samples, heat_start: int, scale: TimeScale, width_px: int) -> Samples:
    """Return the level of each device pixel of a cell: the strongest of its samples."""
    pixels = np.arange(scale.start_px, scale.start_px + width_px + 1)
    edges = np.floor(pixels / scale.px_per_sample).astype(np.int64) - heat_start
    begin, end = edges[:-1], np.maximum(edges[1:], edges[:-1] + 1)
    inside = (end > 0) & (begin < row.size)
    result = np.zeros(width_px, dtype=np.float32)
    if inside.any():
        begin, end = np.clip(begin[inside], 0, row.size - 1), np.clip(end[inside], 1, row.size)
        result[inside] = _strongest(row, begin, end)
    return result


def _strongest(row: Samples, begin: NDArray[np.int64], end: NDArray[np.int64]) -> Samples:
    # reduceat gives row[begin] itself where two borders coincide, which is right here:
    # several pixels then lie within one sample.
    first, last = int(begin[0]), int(end[-1])
    borders = np.append(begin, last) - first
    closed = np.append(row[first:last], np.float32(0))  # so that the last border is one too
    strongest: Samples = np.maximum.reduceat(closed, borders)[:-1]
    return strongest


def segment_steps(
    row: Samples, heat_start: int, samples: NDArray[np.int64], samples_per_segment: float
) -> NDArray[np.uint8]:
    """Return the colour step of each stroke: 0 below the threshold, then 1..16."""
    begin = samples - heat_start
    inside = (begin >= 0) & (begin < row.size)
    steps = np.zeros(samples.size, dtype=np.uint8)
    if inside.any():
        first = begin[inside]
        last = np.minimum(first + max(1, round(samples_per_segment)), row.size)
        strongest = _strongest(row, first, last)
        shown = np.ceil(strongest * STROKE_STEPS).astype(np.uint8)
        steps[inside] = np.clip(shown, 0, STROKE_STEPS)
    return steps


def place_heat(layer: HeatLayer, cell: Cell, scale: TimeScale, width_px: int) -> Samples | None:
    """Return the cell's levels by device pixel, None where there is nothing to paint."""
    row = layer.row(cell.slot.label)
    if row is None:
        return None
    painted = pixel_levels(row, layer.heat.start, scale, width_px)
    return painted if painted.any() else None
