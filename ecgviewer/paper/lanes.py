"""Stretches of a page with one time axis: a row whose columns follow each other, or a cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.view import View


@dataclass(frozen=True, slots=True)
class Lane:
    """Cells side by side whose times follow each other, and their time axes."""

    cells: tuple[Cell, ...]
    scales: tuple[TimeScale, ...]

    @property
    def row(self) -> int:
        """The row of the page."""
        return self.cells[0].row

    @property
    def left_mm(self) -> float:
        """Where the lane begins."""
        return self.cells[0].x_mm

    @property
    def right_mm(self) -> float:
        """Where the lane ends."""
        return self.cells[-1].x_mm + self.cells[-1].width_mm

    @property
    def top_mm(self) -> float:
        """The upper edge."""
        return self.cells[0].top_mm

    @property
    def bottom_mm(self) -> float:
        """The lower edge."""
        return self.cells[0].top_mm + self.cells[0].height_mm

    @property
    def baseline_mm(self) -> float:
        """Where 0 mV stands."""
        return self.cells[0].baseline_mm

    def x_mm(self, sample: float) -> float:
        """Return where a sample stands, by the axis of the cell that it falls into.

        Beyond the lane's ends the axis goes on.
        """
        x = self.scales[0].mm_of(sample)
        for cell, scale in zip(self.cells, self.scales, strict=True):
            x = scale.mm_of(sample)
            if x < cell.x_mm + cell.width_mm:
                break
        return x

    def sample_at(self, x_mm: float) -> int:
        """Return the sample at a place; beside the lane that of its nearest edge."""
        x_mm = min(max(x_mm, self.left_mm), self.right_mm)
        scale = self.scales[0]
        for cell, other in zip(self.cells, self.scales, strict=True):
            if x_mm >= cell.x_mm:
                scale = other
        return round(scale.sample_at(x_mm))

    def holds(self, x_mm: float) -> bool:
        """Whether a place lies between the lane's ends."""
        return self.left_mm <= x_mm <= self.right_mm

    def cell_at(self, x_mm: float) -> Cell | None:
        """Return the cell at a place, None beside the lane."""
        return next((c for c in self.cells if 0 <= x_mm - c.x_mm < c.width_mm), None)

    def cell_of(self, lead: int) -> Cell | None:
        """Return the cell of a lead, by its index in the record."""
        return next((cell for cell in self.cells if cell.slot.lead_index == lead), None)

    def shows(self, lead: int, start: int, stop: int) -> bool:
        """Whether some of a lead's samples from start to stop stand here."""
        cell = self.cell_of(lead)
        if cell is None:
            return False
        left, right = self.x_mm(start), self.x_mm(stop)
        return left <= cell.x_mm + cell.width_mm and right >= cell.x_mm


def lanes_of(cells: Sequence[Cell], view: View, sheet: Sheet, rate_hz: float) -> tuple[Lane, ...]:
    """Return the page's lanes, row by row."""
    lanes = []
    for _, group in groupby(cells, key=lambda cell: cell.row):
        row = tuple(group)
        for part in (row,) if view.sequential else [(cell,) for cell in row]:
            scales = tuple(
                TimeScale(cell.x_mm, cell.start_s, view.speed_mm_per_s, rate_hz, sheet.px_per_mm)
                for cell in part
            )
            lanes.append(Lane(part, scales))
    return tuple(lanes)
