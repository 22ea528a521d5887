"""A stretch of the paper that a drag is about to erase."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ecgviewer.core.erased import Erased
from ecgviewer.core.text import tr
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.erased_layer import seconds_words
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.layout import time_scale
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import View
from ecgviewer.ui.paper_page import OpenPage


@dataclass(frozen=True, slots=True)
class EraseBand:
    """From x1_mm to x2_mm of a sheet: over one cell, or over all leads if one_lead is not set.

    erased: the same in samples of the record, None where no sample lies between.
    """

    x1_mm: float
    x2_mm: float
    cell: Cell
    one_lead: bool
    erased: Erased | None

    def text(self, page: OpenPage) -> str:
        """Return how much would be erased, and how to erase less."""
        if self.erased is None:
            return ""
        record = page.record
        seconds = seconds_words((self.erased.stop - self.erased.start) / record.rate_hz)
        if self.erased.lead is not None:
            return tr("{seconds} to erase in {lead}", seconds=seconds, lead=self.erased.lead)
        words = tr("{seconds} to erase in all leads", seconds=seconds)
        if len(record.leads) == 1:
            return words
        return f"{words}  ·  {tr('Shift: {lead} alone', lead=self.cell.slot.label)}"

    def paint(self, painter: QPainter, sheet: Sheet, page: OpenPage) -> None:
        """Draw the stretch over the rows that it will reach."""
        px = sheet.px_per_mm
        cells = (self.cell,) if self.one_lead else page.cells(sheet)
        top = min(cell.top_mm for cell in cells) * px
        bottom = max(cell.top_mm + cell.height_mm for cell in cells) * px
        ink = QColor(COLOURS[page.view.theme].inks[Ink.MARK])
        between = QColor(ink)
        between.setAlpha(40)
        left, right = self.x1_mm * px, self.x2_mm * px
        painter.fillRect(QRectF(left, top, right - left, bottom - top), between)
        painter.setPen(QPen(ink, max(1.0, 0.2 * px)))
        for x in (left, right):
            painter.drawLine(QLineF(round(x), top, round(x), bottom))


def band_between(
    page: OpenPage,
    sheet: Sheet,
    from_mm: tuple[float, float],
    to_mm: tuple[float, float],
    *,
    one_lead: bool,
) -> EraseBand | None:
    """Return the stretch from where a drag began to where it is, None beside the traces."""
    cell = page.cell_at(sheet, *from_mm)
    if cell is None or cell.slot.lead_index is None:
        return None
    left, right = _limits(cell, page.cells(sheet), page.view)
    x1, x2 = sorted(min(max(x, left), right) for x in (from_mm[0], to_mm[0]))
    record = page.record
    # Columns that follow each other in time have one time axis along their row.
    scale = time_scale(cell, page.page(sheet), record.rate_hz)
    start, stop = (min(max(round(scale.sample_at(x)), 0), record.n_samples) for x in (x1, x2))
    lead = record.leads[cell.slot.lead_index]
    # Of a lead that was not recorded alone, no model reads anything that could be erased.
    is_nothing = start >= stop or (one_lead and lead.derived)
    erased = None if is_nothing else Erased(start, stop, lead.name if one_lead else None)
    return EraseBand(x1, x2, cell, one_lead, erased)


def _limits(cell: Cell, cells: tuple[Cell, ...], view: View) -> tuple[float, float]:
    row = [cell]
    if view.sequential:
        row = [other for other in cells if other.row == cell.row]
    return min(c.x_mm for c in row), max(c.x_mm + c.width_mm for c in row)
