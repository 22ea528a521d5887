"""What stands on the paper, as data: positions in mm from the sheet's top left corner."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import TRACE_MM, Grid, Theme

Segments = NDArray[np.float64]  # (n, 4): x1, y1, x2, y2 in mm
HAIRLINE = 0.0  # a pen of one device pixel, not antialiased


@dataclass(frozen=True, slots=True)
class GridLines:
    """The millimetre grid over the whole sheet; a large line crosses (x_mm, y_mm)."""

    level: Grid
    x_mm: float
    y_mm: float
    vertical: bool = True


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """One lead in one cell.

    segments: raw samples joined, or one upright bar a device pixel (bars). steps:
    uint8 (n,), which colour of a heat each segment has, None without one. dimmed: another
    lead stands out. cased: its colours go from violet to yellow, outlined on light paper. left_mm,
    right_mm: the cell's edges. start_px: device pixels from the record's start to the
    left edge; all of a trace that two scenes share lies apart by their difference.
    """

    lead: str
    segments: Segments
    left_mm: float
    right_mm: float
    start_px: int
    bars: bool = False
    steps: NDArray[np.uint8] | None = None
    dimmed: bool = False
    cased: bool = False

    def between(self, left_mm: float, right_mm: float) -> "Trace":
        """Return the part of the trace that touches a stretch of the sheet."""
        near = (self.segments[:, 2] >= left_mm) & (self.segments[:, 0] <= right_mm)
        steps = None if self.steps is None else self.steps[near]
        return replace(self, segments=self.segments[near], steps=steps)


@dataclass(frozen=True, eq=False, slots=True)
class Lines:
    """Straight strokes of one ink; width_mm HAIRLINE is one device pixel.

    opacity: 0..1; strokes that lie over one another add up.
    """

    segments: Segments
    ink: Ink
    width_mm: float = HAIRLINE
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; x_mm is its left, middle or right, y_mm its baseline."""

    x_mm: float
    y_mm: float
    text: str
    ink: Ink = Ink.TEXT
    size_mm: float = 2.6
    bold: bool = False
    align: Literal["left", "centre", "right"] = "left"
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; opacity: 0..1."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    ink: Ink
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """A span without signal, hatched at 45 degrees."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Erasure:
    """A span of one lead that the model is asked without.

    line: x1, y1, x2, y2 in mm of what stands for it, None where that is not at hand.
    edges: where the span itself begins and ends; it may go on in the next column.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    line: tuple[float, float, float, float] | None
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class HeatStrip:
    """Heat below a row: levels float32 (n,) in 0..1, one a device pixel from x_mm on."""

    x_mm: float
    y_mm: float
    height_mm: float
    levels: NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """One page, back to front in the order of its fields.

    filtered: its traces are. trace_mm: the width of their pen.
    """

    sheet: Sheet
    theme: Theme
    grid: GridLines
    heat_strips: tuple[HeatStrip, ...] = ()
    hatches: tuple[Hatch, ...] = ()
    boxes: tuple[Box, ...] = ()
    lines: tuple[Lines, ...] = ()
    traces: tuple[Trace, ...] = ()
    erasures: tuple[Erasure, ...] = ()
    texts: tuple[Text, ...] = ()
    heat_opacity: float = 0.6
    filtered: bool = False
    trace_mm: float = TRACE_MM
