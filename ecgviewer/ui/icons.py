"""The line-drawn icons, in the colours of the theme."""

import math
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ecgviewer.core.paths import resources_folder

SIZE_PX = 18


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def pixmap(name: str, color: str, size: int = SIZE_PX, pixel_ratio: float = 1.0) -> QPixmap:
    """Draw resources/icons/<name>.svg in one colour, ``size`` pixels of the screen wide."""
    drawing = _drawing(name).replace("currentColor", color)
    made = QPixmap(round(size * pixel_ratio), round(size * pixel_ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(pixel_ratio)
    return made


@cache
def icon(name: str, color: str, faint: str = "") -> QIcon:
    """Return an icon in ``color``; ``faint`` is for its disabled state."""
    # One size, sharp enough for the sharpest screen: of several, Qt may take one too large.
    ratio = math.ceil(max(screen.devicePixelRatio() for screen in QGuiApplication.screens()))
    made = QIcon(pixmap(name, color, pixel_ratio=ratio))
    if faint:
        made.addPixmap(pixmap(name, faint, pixel_ratio=ratio), QIcon.Mode.Disabled)
    return made
