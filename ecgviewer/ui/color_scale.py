"""The scale of the colours, with the raw values at its ends."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.paper.heat_colors import scale_stops, threshold_of
from ecgviewer.paper.view import Overlay, Theme
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font

_BAR_HEIGHT_PX, _GAP_PX, _TEXT_HEIGHT_PX = 10, 3, 16


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
        """Return the room of the bar and its figures."""
        return QSize(200, _BAR_HEIGHT_PX + _GAP_PX + _TEXT_HEIGHT_PX + 1)

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
        """Draw the ramp from the threshold, where colour begins, to the maximum."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR_HEIGHT_PX)
        painter.setPen(QColor(self._chrome.scroll))
        painter.setBrush(QColor(self._chrome.line) if self._heat is None else self._gradient(bar))
        painter.drawRoundedRect(bar, 2, 2)
        if self._heat is not None:
            self._write(painter, self._heat, bar.bottom() + _GAP_PX)

    def _gradient(self, area: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        stops = scale_stops(self._theme)
        for place, color in enumerate(stops):
            gradient.setColorAt(place / (len(stops) - 1), QColor(color))
        return gradient

    def _write(self, painter: QPainter, heat: Heat, y: float) -> None:
        _, high = raw_range(heat)
        row = QRectF(0, y, self.width(), _TEXT_HEIGHT_PX)
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self._chrome.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        # The heat is the positive part of the raw values over their maximum.
        begins = figure(self._threshold * high)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, begins)
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | middle, f"logits, {self._scope}")
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, figure(high))


def figure(value: float) -> str:
    """Return a raw value in two figures."""
    return f"{value:.2g}".replace("-", "−")


def raw_range(heat: Heat) -> tuple[float, float]:
    """Return the smallest and largest raw value, logit units; zeros where none is known."""
    known = heat.raw[np.isfinite(heat.raw)]
    return (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
