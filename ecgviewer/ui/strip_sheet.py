"""The small sheet on which the window around one beat is drawn."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.text import later, tr
from ecgviewer.paper.heat_colors import importance_stops
from ecgviewer.paper.strip_layout import StripPage, compose_strip, fit_strip
from ecgviewer.paper.view import Theme
from ecgviewer.ui.paint import paint_scene

_LEAST_HEIGHT_PX = 92
_TIP = later(
    "From violet to yellow: from the least to the most important place of these two seconds for "
    "the class that this net names.\nThe bar below marks what is at least half as important as "
    "the most important place.\nLetters above the R peaks: what the scan calls each beat."
)


class StripSheet(QWidget):
    """One strip. resized: another page may now fit."""

    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: StripPage | None = None
        self._room = QSize()
        self._image: QImage | None = None
        self._image_ratio = 0.0
        self.setAccessibleName(name)
        self.setToolTip(tr(_TIP))
        self.setMinimumHeight(_LEAST_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the least room: a panel around it gives what it has."""
        return QSize(280, _LEAST_HEIGHT_PX)

    def show_page(self, page: StripPage | None, room: QSize) -> None:
        """Show a page at the scale that fits into ``room``, which strips share."""
        self._page, self._room, self._image = page, room, None
        self.update()

    @property
    def page(self) -> StripPage | None:
        """What is shown."""
        return self._page

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip, or show it again if nothing changed."""
        with QPainter(self) as painter:
            ratio = painter.deviceTransform().m11()
            wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
            if self._image is None or self._image.size() != wanted or self._image_ratio != ratio:
                self._image, self._image_ratio = self._draw(wanted, ratio), ratio
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawImage(0, 0, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a page that fits."""
        super().resizeEvent(event)
        self.resized.emit()

    def _draw(self, size: QSize, ratio: float) -> QImage:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        if self._page is not None:
            room = self._room
            sheet = fit_strip(self._page, room.width(), room.height(), ratio)
            with QPainter(image) as painter:
                paint_scene(painter, compose_strip(self._page, sheet))
        return image


class ImportanceScale(QWidget):
    """The colours from the least to the most important place of a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colours from the least to the most important place"))

    def sizeHint(self) -> QSize:
        """Return the room of the bar."""
        return QSize(56, 8)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the paper."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ramp."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ramp = QLinearGradient(0, 0, self.width(), 0)
            stops = importance_stops(self._theme)
            for place, colour in enumerate(stops):
                ramp.setColorAt(place / (len(stops) - 1), QColor(colour))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ramp)
            painter.drawRoundedRect(self.rect(), 2, 2)
