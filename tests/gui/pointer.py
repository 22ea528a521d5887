"""A mouse on the paper that points at times and heights of a lead."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ecgviewer.paper.cells import Cell
from ecgviewer.ui.paper_view import PaperView

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_MOVED, _PRESSED = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress


class Pointer:
    """Sends mouse events to a paper; places are (lead, seconds, units above the row's line)."""

    def __init__(self, paper: PaperView) -> None:
        self.paper = paper

    def at(self, lead: str, time_s: float, height: float = 0.0, *, strip: bool = False) -> QPointF:
        """Where a place of a lead is, in the paper's pixels."""
        paper, view = self.paper, self.paper.view
        cell = self._cell(lead, strip)
        px = paper.sheet().px_per_mm / paper.devicePixelRatioF()
        x = cell.x_mm + (time_s - cell.start_s) * view.speed_mm_per_s
        y = cell.baseline_mm - height * view.gain_mm_per_mv
        return QPointF(x * px, y * px)

    def _cell(self, lead: str, strip: bool) -> Cell:
        assert self.paper.page is not None
        cells = self.paper.page.cells(self.paper.sheet())
        found = [cell for cell in cells if cell.slot.label == lead]
        return next((cell for cell in found if cell.is_strip == strip), found[0])

    def drag(self, start: QPointF, stop: QPointF, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Drag from one pixel to another, with a stop on the way."""
        self._send(_PRESSED, start, held)
        for place in ((start + stop) / 2, stop):
            self._send(_MOVED, place, held)
        self._send(QEvent.Type.MouseButtonRelease, stop, held)

    def click(self, at: QPointF) -> None:
        """Press and let go."""
        self._send(_PRESSED, at, NO_KEY)
        self._send(QEvent.Type.MouseButtonRelease, at, NO_KEY)

    def hover(self, at: QPointF) -> None:
        """Move there without a button."""
        self._send(_MOVED, at, NO_KEY, Qt.MouseButton.NoButton)

    def _send(self, kind: QEvent.Type, at: QPointF, held: Qt.KeyboardModifier, button=LEFT) -> None:
        gone = kind == QEvent.Type.MouseButtonRelease
        buttons = Qt.MouseButton.NoButton if gone else button
        event = QMouseEvent(kind, at, self.paper.mapToGlobal(at), button, buttons, held)
        QApplication.sendEvent(self.paper, event)
