"""The whole record in one line, with a handle where the page is."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ecgviewer.core.record import Record
from ecgviewer.paper.view import View
from ecgviewer.signal.pyramid import Pyramid


class Ribbon(QWidget):
    """Overview of a record; click or drag to move the page."""

    moved = Signal(float)  # start of the page in seconds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._view = View()
        self._span = (0, 0)
        self.setFixedHeight(56)

    def show_record(self, record: Record | None) -> None:
        """Show another record; None empties the ribbon."""
        self._record = record
        self.update()

    def set_view(self, view: View, span: tuple[int, int]) -> None:
        """Move the handle to the page's samples."""
        self._view, self._span = view, span
        self.update()

    def put_pyramid(self, pyramid: Pyramid) -> None:
        """Take the record's extremes."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Centre the page where the mouse is."""
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page along."""
        self._move_to(event.position().x())

    def _move_to(self, x: float) -> None:
        if self._record is None:
            return
        page_s = (self._span[1] - self._span[0]) / self._record.rate_hz
        wish_s = x / self.width() * self._record.duration_s - page_s / 2
        self.moved.emit(min(max(wish_s, 0.0), max(0.0, self._record.duration_s - page_s)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle."""
        painter = QPainter(self)
        if self._record is None:
            return
        px = self.width() / max(1, self._record.n_samples)
        start, stop = self._span
        handle = QRectF(start * px, 0, (stop - start) * px, self.height())
        painter.fillRect(handle, QColor(31, 111, 178, 60))
