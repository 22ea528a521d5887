"""The paper: what a cardiologist looks at all day."""

import numpy as np
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.signal.tiles import TileCache

PX_PER_MM = 96 / 25.4


class PaperView(QWidget):
    """One record on ECG paper; it wishes for views and samples, and never reads a file."""

    view_wished = Signal(object)  # View
    samples_wished = Signal(int, int)
    lead_clicked = Signal(str)
    hovered = Signal(str)
    caliper_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._view = View()
        self._tiles = TileCache(0, 0)

    def show_record(self, record: Record | None) -> None:
        """Put a record on the paper; None leaves the paper empty."""
        self._record = record
        self._tiles = TileCache(len(record.leads), record.n_samples) if record else TileCache(0, 0)
        self.set_view(View())

    def set_view(self, view: View) -> None:
        """Show another page; asks for the samples that it lacks."""
        self._view = view
        span = self._tiles.missing(*self.visible_span())
        if span is not None:
            self.samples_wished.emit(*span)
        self.update()

    def set_heat(self, heat: Heat | None, overlay: Overlay) -> None:
        """Colour the trace by a heat; None takes the colours away."""

    def set_annotations_visible(self, visible: bool) -> None:
        """Show or hide beats, rhythms and waves."""

    def set_caliper_mode(self, active: bool) -> None:
        """Let the next drag measure instead of pan."""

    def put_samples(self, start: int, samples: Samples) -> None:
        """Take samples that were wished for: float32 (n_leads, n) read at ``start``."""
        self._tiles.put(start, samples)
        self.update()

    def put_pyramid(self, pyramid: Pyramid) -> None:
        """Take the record's extremes."""

    def visible_span(self) -> tuple[int, int]:
        """The samples on the page, start and stop."""
        if self._record is None:
            return 0, 0
        start = round(self._view.start_s * self._record.rate_hz)
        seconds = self.width() / PX_PER_MM / self._view.speed_mm_per_s
        stop = start + round(seconds * self._record.rate_hz)
        return start, min(stop, self._record.n_samples)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFF4F4"))
        samples = self._tiles.read(*self.visible_span())
        if samples is None:
            return
        pitch = self.height() / (len(samples) + 1)
        x = np.linspace(0, self.width(), samples.shape[1])
        for row, lead in enumerate(samples):
            y = pitch * (row + 1) - lead * self._view.gain_mm_per_mv * PX_PER_MM
            painter.drawPolyline([QPointF(a, b) for a, b in zip(x, y, strict=True) if b == b])
