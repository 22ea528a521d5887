"""What stands in the middle while no record is open: a sheet with three ways to begin."""

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.ui.icons import icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.widgets import OwnKeys, label

_MM_PX = 96 / 25.4
_RECENT_SHOWN = 5
# One drawn beat as bumps of (time in beats, width, height in mV); an ornament, not a record.
_BEAT = (
    (0.20, 0.028, 0.13),
    (0.335, 0.009, -0.12),
    (0.36, 0.011, 1.15),
    (0.388, 0.010, -0.26),
    (0.62, 0.052, 0.30),
)
_BEAT_MM = 21.0


class EmptySheet(QWidget):
    """A sheet of ECG paper with the three actions, the drop hint and recent records."""

    file_wished = Signal()
    folder_wished = Signal()
    demo_wished = Signal()
    path_wished = Signal(object)
    return_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("No record open"))
        self._theme = Theme.LIGHT
        self._card = QWidget()
        self._card.setObjectName("card")
        self._card.setFixedWidth(352)
        self._recent = QVBoxLayout()
        self._recent_title = label(tr("Recent"), kind="secondary")
        self._buttons = (
            _button(tr("Open a record…"), self.file_wished, "primary"),
            _button(tr("Open a folder…"), self.folder_wished),
            _button(tr("See the demo"), self.demo_wished),
        )
        self._return = _button("", self.return_wished)
        self._arrange()

    def _arrange(self) -> None:
        keys = OwnKeys(self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(8)
        column.addWidget(label(tr("No record open"), kind="large"))
        hint = tr("Or drop a recording, or a folder, anywhere in this window.")
        for button in (self._return, *self._buttons):
            button.installEventFilter(keys)
        column.addSpacing(8)
        self._return.hide()
        column.addWidget(self._return)
        for button in self._buttons:
            column.addWidget(button)
        column.addSpacing(4)
        column.addWidget(label(hint, kind="secondary", wrapped=True))
        column.addSpacing(8)
        column.addWidget(self._recent_title)
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        middle = QGridLayout(self)
        middle.addWidget(self._card, 0, 0, Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Return the room that the paper will take."""
        return QSize(900, 640)

    def set_theme(self, theme: Theme) -> None:
        """Take the paper of the theme."""
        self._theme = theme
        self.update()

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._card.setStyleSheet(
            f"#card {{ background: {chrome.field}; border: 1px solid {chrome.line};"
            " border-radius: 8px; }"
        )
        names = ("open", "folder", "demo")
        colors = (chrome.field, chrome.text, chrome.text)
        for button, name, color in zip(self._buttons, names, colors, strict=True):
            button.setIcon(icon(name, color))
        self.update()

    def offer_return(self, words: str) -> None:
        """Offer to go on where a crash ended; "" offers nothing."""
        self._return.setText(words)
        self._return.setAccessibleName(words or tr("Go on where the last session ended"))
        self._return.setToolTip(tr("ecgviewer was not closed the last time (Ctrl+Shift+T)"))
        self._return.setVisible(bool(words))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the records that were opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for path in paths[:_RECENT_SHOWN]:
            button = QPushButton(path.with_suffix("").name)
            button.setFlat(True)
            button.setProperty("link", "true")
            button.setToolTip(str(path))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, path=path: self.path_wished.emit(path))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(paths))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, its grid and one faint row of beats."""
        colours = COLOURS[self._theme]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.paper))
        self._draw_grid(painter, colours.minor, _MM_PX)
        self._draw_grid(painter, colours.major, 5 * _MM_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        trace = QColor(colours.inks[Ink.TRACE])
        trace.setAlphaF(0.35)
        painter.setPen(QPen(trace, 1))
        for height in (0.16, 0.5, 0.84):
            painter.drawPolyline(self._row(self.height() * height))

    def _draw_grid(self, painter: QPainter, color: str, step_px: float) -> None:
        painter.setPen(QColor(color))
        width, height = self.width(), self.height()
        columns = (round(n * step_px) + 0.5 for n in range(int(width / step_px) + 1))
        rows = (round(n * step_px) + 0.5 for n in range(int(height / step_px) + 1))
        lines = [QLineF(x, 0, x, height) for x in columns]
        painter.drawLines(lines + [QLineF(0, y, width, y) for y in rows])

    def _row(self, baseline_px: float) -> QPolygonF:
        points = (
            QPointF(x, baseline_px - 10 * _MM_PX * _beat_mv(x / _MM_PX / _BEAT_MM % 1))
            for x in range(self.width() + 1)
        )
        return QPolygonF(list(points))


def _beat_mv(place: float) -> float:
    return sum(h * math.exp(-0.5 * ((place - at) / width) ** 2) for at, width, h in _BEAT)


def _button(text: str, wish: object, kind: str = "") -> QPushButton:
    button = QPushButton(text)
    if kind:
        button.setProperty(kind, "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(wish)
    return button
