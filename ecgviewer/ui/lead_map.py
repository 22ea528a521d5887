"""What every lead adds to every class, as a map of colours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ecgviewer.core.classes import class_name
from ecgviewer.core.evidence import FULL_LOGITS
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.text import tr
from ecgviewer.ui.lead_bars import HEADER_PX, ROW_PX
from ecgviewer.ui.lead_words import LeadRow, signed
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font

_NAME_PX, _RIGHT_PX = 44, 12
_BETWEEN_PX = 4  # between the names of two classes
# Weaker than this share of the strongest, a sign says nothing.
_SIGNED_FROM = 0.15
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell of the map by its row and column."""

    row: int
    column: int


class LeadMap(QWidget):
    """Leads by classes, one colour for and one against, symmetric about no say at all.

    toggled(lead): a lead's name or cell was picked. label_wished(label): a class was.
    """

    toggled = Signal(str)
    label_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._weights: LeadWeights | None = None
        self._rows: tuple[LeadRow, ...] = ()
        self._label: str | None = None
        self._lit: str | None = None
        self._at = _Place(0, 0)
        self.setAccessibleName(tr("Leads and classes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self.update()

    def show_weights(
        self,
        weights: LeadWeights | None,
        rows: Sequence[LeadRow],
        label: str | None,
        *,
        lit: str | None,
    ) -> None:
        """Show weights; rows: the leads as the bars show them; label: the chosen class."""
        self._weights, self._rows, self._label, self._lit = weights, tuple(rows), label, lit
        if weights is not None and label in weights.labels:
            self._at = _Place(min(self._at.row, len(rows) - 1), weights.labels.index(label))
        self._tell_accessibly()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of twelve leads and their header."""
        return QSize(280, HEADER_PX + 12 * ROW_PX)

    def cell_middle(self, lead: str) -> QPoint:
        """Return the middle of a lead's cell in the chosen class's column."""
        row = [shown.lead for shown in self._rows].index(lead)
        return self._cell(row, self._at.column).center().toPoint()

    def words_at(self, position: QPoint) -> str:
        """Return what a cell says, "" beside the cells."""
        place = self._place_at(position)
        return self._words(place) if place is not None else ""

    def event(self, event: QEvent) -> bool:
        """Tell a cell's figure where the pointer rests; keep the arrows from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ARROWS:
                event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the class of a header, the lead of a name, both of a cell."""
        position = event.position().toPoint()
        column, row = self._column_at(position.x()), self._row_at(position.y())
        if row is None and column is not None:
            self._choose(column)
        elif row is not None:
            self._at = _Place(row, self._at.column if column is None else column)
            if column is not None:
                self._choose(column)
            self.toggled.emit(self._rows[row].lead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through leads and classes; Enter picks the lead."""
        if self._weights is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self._rows[self._at.row].lead)
        elif Qt.Key(event.key()) in _ARROWS:
            down, right = _ARROWS[Qt.Key(event.key())]
            self._walk(self._at.row + down, self._at.column + right)
        else:
            super().keyPressEvent(event)

    def _walk(self, row: int, column: int) -> None:
        assert self._weights is not None
        column = min(max(column, 0), len(self._weights.labels) - 1)
        self._at = _Place(min(max(row, 0), len(self._rows) - 1), column)
        self._choose(column)
        self._tell_accessibly()
        self.update()

    def _choose(self, column: int) -> None:
        if self._weights is not None and self._weights.labels[column] != self._label:
            self.label_wished.emit(self._weights.labels[column])

    # -- places ------------------------------------------------------------------

    @property
    def _column_px(self) -> float:
        n = len(self._weights.labels) if self._weights else 1
        return (self.width() - _NAME_PX - _RIGHT_PX) / n

    def _cell(self, row: int, column: int) -> QRectF:
        left, width = _NAME_PX + column * self._column_px, self._column_px
        return QRectF(left, HEADER_PX + row * ROW_PX, width, ROW_PX)

    def _column_at(self, x: int) -> int | None:
        column = int((x - _NAME_PX) // self._column_px)
        inside = self._weights is not None and 0 <= column < len(self._weights.labels)
        return column if inside else None

    def _row_at(self, y: int) -> int | None:
        row = (y - HEADER_PX) // ROW_PX
        return row if 0 <= row < len(self._rows) else None

    def _place_at(self, position: QPoint) -> _Place | None:
        row, column = self._row_at(position.y()), self._column_at(position.x())
        return None if row is None or column is None else _Place(row, column)

    # -- words -------------------------------------------------------------------

    def _value(self, row: LeadRow, column: int) -> float | None:
        weights = self._weights
        if weights is None or row.lead not in weights.leads or row.value is None:
            return None
        return float(weights.values[weights.leads.index(row.lead), column])

    def _words(self, place: _Place) -> str:
        assert self._weights is not None
        row, label = self._rows[place.row], self._weights.labels[place.column]
        value = self._value(row, place.column)
        told = row.note if value is None else tr("{weight} logits", weight=signed(value))
        return f"{row.lead}, {class_name(label)}: {told}"

    def _tell_accessibly(self) -> None:
        if self._weights is None or not self._rows:
            self.setAccessibleDescription(tr("not known yet"))
            return
        self.setAccessibleDescription(self._words(self._at))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, header and cells, the chosen class and lead framed."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_names(painter)
            if self._weights is None:
                return
            largest = max(float(np.abs(self._weights.values).max()), FULL_LOGITS)
            for column, label in enumerate(self._weights.labels):
                self._paint_header(painter, column, label)
                for row in range(len(self._rows)):
                    self._paint_cell(painter, row, column, largest)
            self._paint_frames(painter)

    def _paint_names(self, painter: QPainter) -> None:
        for place, row in enumerate(self._rows):
            painter.setFont(font(strong=row.lead == self._lit))
            painter.setPen(QColor(self._chrome.muted if row.value is None else self._chrome.text))
            area = QRect(12, HEADER_PX + place * ROW_PX, _NAME_PX, ROW_PX)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, row.lead)

    def _paint_header(self, painter: QPainter, column: int, label: str) -> None:
        chosen = label == self._label
        painter.setFont(font(SECONDARY_PX, strong=chosen))
        painter.setPen(QColor(self._chrome.text if chosen else self._chrome.muted))
        area = self._cell(0, column).translated(0, -HEADER_PX)
        written = painter.fontMetrics().horizontalAdvance(label) + _BETWEEN_PX
        if written > area.width():
            narrow = painter.font()
            narrow.setStretch(round(100 * area.width() / written))
            painter.setFont(narrow)
        painter.drawText(area.adjusted(-4, 0, 4, 0), _MIDDLE, label)

    def _paint_cell(self, painter: QPainter, row: int, column: int, largest: float) -> None:
        cell = self._cell(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
        value = self._value(self._rows[row], column)
        painter.fillRect(cell, QColor(self._chrome.line))
        if value is None:
            return
        color = QColor(self._chrome.speaks_for if value > 0 else self._chrome.against)
        color.setAlphaF(min(1.0, abs(value) / largest))
        painter.fillRect(cell, color)
        if abs(value) >= _SIGNED_FROM * largest:
            strong = abs(value) > 0.5 * largest
            painter.setFont(font(SECONDARY_PX, strong=True))
            painter.setPen(QColor(self._chrome.field if strong else self._chrome.text))
            painter.drawText(cell, _MIDDLE, "+" if value > 0 else "−")

    def _paint_frames(self, painter: QPainter) -> None:
        assert self._weights is not None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._chrome.text), 1))
        last = len(self._rows) - 1
        if self._label in self._weights.labels and last >= 0:
            column = self._weights.labels.index(self._label)
            painter.drawRect(self._cell(0, column).united(self._cell(last, column)))
        if self.hasFocus() and self._rows:
            painter.setPen(QPen(QColor(self._chrome.accent), 2))
            painter.drawRect(self._cell(self._at.row, self._at.column).adjusted(1, 1, -1, -1))
