"""The ST levels of all leads in a small table."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.text import tr
from ecgviewer.signal.measured_span import MeasuredSpan
from ecgviewer.ui.laid_words import st_words
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font

_ROW_PX, _SIDE_PX, _COLUMN_GAP_PX = 17, 4, 16
_NAME_PX = 32
# From so many leads on they stand in two columns.
_TWO_COLUMNS_FROM = 5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


class StTable(QWidget):
    """Two levels a lead; a click chooses the lead. lead_clicked(name)."""

    lead_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._rows: tuple[tuple[str, str, str], ...] = ()
        self._lit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("ST levels"))

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Lead, level at J, level 60 ms later, as shown."""
        return self._rows

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self.update()

    def show_levels(self, measured: MeasuredSpan | None, lit: str) -> None:
        """Show the levels that were measured; lit: the lead that stands out."""
        rows = []
        for level in measured.st if measured is not None else ():
            assert measured is not None
            lead = measured.record.leads[level.lead].name
            rows.append((lead, *st_words(level, lead, measured.record.patient)))
        self._rows, self._lit = tuple(rows), lit
        told = "; ".join(f"{lead}: J {at_j}, J+60 {at_60}" for lead, at_j, at_60 in rows)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the heading and all rows."""
        return QSize(280, _ROW_PX * (1 + self._n_rows))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(160, self.sizeHint().height())

    @property
    def _n_columns(self) -> int:
        return 2 if len(self._rows) >= _TWO_COLUMNS_FROM else 1

    @property
    def _n_rows(self) -> int:
        return -(-len(self._rows) // self._n_columns)

    def _cell(self, place: int) -> QRect:
        """Return where a lead's row is; place -1 and below: a column's heading."""
        n_rows, n_columns = max(1, self._n_rows), self._n_columns
        wide = (self.width() - 2 * _SIDE_PX - _COLUMN_GAP_PX * (n_columns - 1)) // n_columns
        column, row = divmod(place, n_rows) if place >= 0 else (-place - 1, -1)
        left = _SIDE_PX + column * (wide + _COLUMN_GAP_PX)
        return QRect(left, (row + 1) * _ROW_PX, wide, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw headings and rows."""
        if not self._rows:
            return
        with QPainter(self) as painter:
            for column in range(self._n_columns):
                self._paint_row(painter, self._cell(-1 - column), ("ST mV", "J", "J+60"), None)
            for place, row in enumerate(self._rows):
                self._paint_row(painter, self._cell(place), row, row[0] == self._lit)

    def _paint_row(
        self, painter: QPainter, area: QRect, row: tuple[str, str, str], lit: bool | None
    ) -> None:
        """Paint a row; lit is None for a heading."""
        chrome, heading = self._chrome, lit is None
        if lit:
            painter.fillRect(area.adjusted(-4, 0, 4, 0), QColor(chrome.selected))
        painter.setFont(font(SECONDARY_PX, strong=not heading))
        painter.setPen(QColor(chrome.muted if heading else chrome.text))
        painter.drawText(area, int(_MIDDLE), row[0])
        wide = (area.width() - _NAME_PX) // 2
        for place, words in enumerate(row[1:]):
            strong = words[:1] in ("↑", "↓")
            painter.setFont(font(SECONDARY_PX, strong=strong))
            quiet = heading or not strong
            painter.setPen(QColor(chrome.muted if quiet else chrome.text))
            cell = QRect(area.left() + _NAME_PX + place * wide, area.top(), wide, area.height())
            painter.drawText(cell, int(_RIGHT), words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Name the lead that was clicked."""
        for place, (lead, _, _) in enumerate(self._rows):
            if self._cell(place).contains(event.position().toPoint()):
                self.lead_clicked.emit(lead)
