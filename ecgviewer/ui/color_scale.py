"""The scale of the colours: raw values at its ends, the threshold on it."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.paper.heat_colors import scale_stops, threshold_of
from ecgviewer.paper.view import Overlay, Theme
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font

_BAR_HEIGHT_PX, _TICK_PX, _TEXT_HEIGHT_PX = 10, 3, 16


class ColorScale(QWidget):
    """From the weakest to the strongest evidence, as the paper colours it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._heat: Heat | None = None
        self._threshold = 0.0
        self._scope = ""
        self._theme = Theme.LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Colour scale")

    def sizeHint(self) -> QSize:
        """Return the room of the bar, its ticks and its figures."""
        return QSize(200, 2 * _TICK_PX + _BAR_HEIGHT_PX + _TEXT_HEIGHT_PX)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self.update()

    def show_heat(self, heat: Heat | None, overlay: Overlay, theme: Theme, scope: str) -> None:
        """Show the scale of a heat and the span it holds for; None shows an empty bar."""
        self._scope = scope
        self._heat = None if heat is None or heat.empty else heat
        self._theme = theme
        self._threshold = threshold_of(heat, overlay) if heat is not None else 0.0
        low, high = raw_range(heat) if heat is not None else (0.0, 0.0)
        self.setAccessibleDescription(f"{low:.3g} to {high:.3g} logits")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar; left of the threshold nothing is coloured."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, _TICK_PX, self.width(), _BAR_HEIGHT_PX)
        painter.setBrush(QColor(self._chrome.line))
        painter.drawRoundedRect(bar, 2, 2)
        if self._heat is None:
            return
        split = bar.width() * min(max(self._threshold, 0.0), 1.0)
        coloured = bar.adjusted(split, 0, 0, 0)
        painter.setBrush(self._gradient(coloured))
        painter.drawRoundedRect(coloured, 2, 2)
        painter.setBrush(QColor(self._chrome.text))
        painter.drawRect(QRectF(min(max(split - 1, 0), bar.width() - 2), 0, 2, bar.bottom() + 3))
        self._write(painter, bar.bottom() + _TICK_PX)

    def _gradient(self, area: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        stops = scale_stops(self._theme)
        for place, color in enumerate(stops):
            gradient.setColorAt(place / (len(stops) - 1), QColor(color))
        return gradient

    def _write(self, painter: QPainter, y: float) -> None:
        if self._heat is None:
            return
        low, high = raw_range(self._heat)
        row = QRectF(0, y, self.width(), _TEXT_HEIGHT_PX)
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self._chrome.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, _figure(low))
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | middle, f"logits, {self._scope}")
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, _figure(high))


def _figure(value: float) -> str:
    return f"{value:.2g}".replace("-", "−")


def raw_range(heat: Heat) -> tuple[float, float]:
    """Return the smallest and largest raw value, logit units; zeros where none is known."""
    known = heat.raw[np.isfinite(heat.raw)]
    return (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
