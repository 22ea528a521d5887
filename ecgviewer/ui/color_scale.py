"""The scale of the colours, with the raw values at its ends."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.evidence import peak
from ecgviewer.core.text import tr
from ecgviewer.paper.heat_colors import ColourScale, scale_stops
from ecgviewer.paper.heat_layer import HeatLayer
from ecgviewer.paper.silence import figure
from ecgviewer.paper.view import Theme
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font

_BAR_HEIGHT_PX, _GAP_PX, _TEXT_HEIGHT_PX = 10, 3, 16
# Two values that differ by less are written alike.
_SAME = 0.01


class ColorScale(QWidget):
    """From the weakest to the strongest evidence, as the paper colours it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._scale: ColourScale | None = None
        self._goes_on = False
        self._words = ""
        self._theme = Theme.LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colour scale"))

    def sizeHint(self) -> QSize:
        """Return the room of the bar and its figures."""
        return QSize(200, _BAR_HEIGHT_PX + _GAP_PX + _TEXT_HEIGHT_PX + 1)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self.update()

    def show_heat(self, layer: HeatLayer | None, theme: Theme, words: str) -> None:
        """Show a heat's scale, with its unit and the span it holds for in words.

        None, and a heat that colours nothing, show an empty bar.
        """
        self._words, self._theme = words, theme
        self._scale = None if layer is None else layer.scale
        full = self._scale.full if self._scale else 0.0
        # Of a long record another window may say more than the one that set the scale; not
        # where each has its own.
        shared = layer.heat if layer is not None and layer.heat.scope != "window" else None
        self._goes_on = shared is not None and peak(shared) > (1 + _SAME) * full > 0
        self.setAccessibleDescription(self._told())
        self.update()

    def _told(self) -> str:
        if self._scale is None:
            return tr("nothing is coloured")
        begins, full = figure(self._scale.begins), self._full_words()
        return tr("{begins} to {full} {unit}", begins=begins, full=full, unit=self._words)

    def _full_words(self) -> str:
        assert self._scale is not None
        return f"{'≥ ' if self._goes_on else ''}{figure(self._scale.full)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ramp from where colour begins to where it is full."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR_HEIGHT_PX)
        painter.setPen(QColor(self._chrome.scroll))
        painter.setBrush(QColor(self._chrome.line) if self._scale is None else self._gradient(bar))
        painter.drawRoundedRect(bar, 2, 2)
        if self._scale is not None:
            self._write(painter, self._scale, bar.bottom() + _GAP_PX)

    def _gradient(self, area: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        stops = scale_stops(self._theme)
        for place, color in enumerate(stops):
            gradient.setColorAt(place / (len(stops) - 1), QColor(color))
        return gradient

    def _write(self, painter: QPainter, scale: ColourScale, y: float) -> None:
        row = QRectF(0, y, self.width(), _TEXT_HEIGHT_PX)
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self._chrome.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, figure(scale.begins))
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | middle, self._words)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, self._full_words())
