"""The beats that a measured value rests on: a quiet bracket from onset to offset."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.scene import HAIRLINE, Lines, Text
from ecgviewer.paper.theme import Ink

# From the lead's baseline: how far the ends of a bracket reach up, and where its bar lies.
ABOVE_MM, BAR_BELOW_MM = 3.0, 5.0
# In low rows the bar stays so far from the next row.
FOOT_MM = 1.2
BAR_MM = 0.3
NAME_MM = 2.4
# A bracket that is narrower has no room for two ends.
NARROWEST_MM = 0.4


@dataclass(frozen=True, eq=False, slots=True)
class MeasuredMarks:
    """What of the beats a value rests on.

    name: the value's, written once. spans: int64 (n, 2), samples of the record, a start
    that is its own stop for a single place. leads: those that were measured, by their
    index in the record.
    """

    name: str
    spans: NDArray[np.int64]
    leads: frozenset[int]


def mark_measured(marks: MeasuredMarks, cell: Cell, scale: TimeScale) -> tuple[Lines, ...]:
    """Return the brackets over a cell, nothing over a lead that was not measured.

    Each end is a hairline through the trace where the interval begins or ends; a bar below
    the trace joins the two. What lies outside the cell is left to its neighbour.
    """
    if cell.slot.lead_index not in marks.leads or not marks.spans.size:
        return ()
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    x = scale.mm_of(0) + marks.spans * (scale.px_per_sample / scale.px_per_mm)
    low, high = _bar_mm(cell), cell.baseline_mm - ABOVE_MM
    wide = x[:, 1] - x[:, 0] >= NARROWEST_MM
    ends = np.concatenate([x[:, 0], x[wide, 1]])
    ends = ends[(ends >= left) & (ends <= right)]
    upright = np.stack(
        [ends, np.full_like(ends, high), ends, np.full_like(ends, low)],
        axis=1,
    )
    shown = wide & (x[:, 1] > left) & (x[:, 0] < right)
    begin, end = np.clip(x[shown, 0], left, right), np.clip(x[shown, 1], left, right)
    level = np.full_like(begin, low)
    bars = np.stack([begin, level, end, level], axis=1)
    return (Lines(upright, Ink.MARK, HAIRLINE), Lines(bars, Ink.MARK, BAR_MM))


def name_measured(marks: MeasuredMarks, cells: Sequence[Cell]) -> tuple[Text, ...]:
    """Return the value's name, once, left of the first lead that was measured in view."""
    for cell in cells:
        if cell.column == 0 and cell.slot.lead_index in marks.leads and marks.spans.size:
            y = _bar_mm(cell) + 0.8
            x = cell.x_mm - 0.8
            return (Text(x, y, marks.name, Ink.MARK, NAME_MM, align="right", halo=True),)
    return ()


def _bar_mm(cell: Cell) -> float:
    return min(cell.baseline_mm + BAR_BELOW_MM, cell.top_mm + cell.height_mm - FOOT_MM)
