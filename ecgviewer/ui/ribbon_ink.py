"""Pens and words of the overview's rows."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.ui.look import font

TEXT_PX = 10


def colour(theme: Theme, ink: Ink, alpha: int = 255) -> QColor:
    """Return an ink's colour in a theme; alpha: 0..255."""
    made = QColor(COLOURS[theme].inks[ink])
    made.setAlpha(alpha)
    return made


def flat_pen(theme: Theme, ink: Ink) -> QPen:
    """Return a pen of one pixel for upright strokes."""
    return QPen(colour(theme, ink), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def small_font(*, strong: bool = False) -> QFont:
    """Return the font of the overview."""
    return font(TEXT_PX, strong=strong)


def paint_name(painter: QPainter, theme: Theme, name: str, ink: Ink, baseline: float) -> None:
    """Write what a row is at its left end."""
    painter.setFont(small_font(strong=True))
    paint_over(painter, theme, name, 4, baseline, ink)


def paint_over(
    painter: QPainter, theme: Theme, words: str, x: float, baseline: float, ink: Ink
) -> None:
    """Write on a patch of paper, so that words can be read over lines."""
    metrics = painter.fontMetrics()
    patch = QColor(COLOURS[theme].paper)
    patch.setAlpha(215)
    wide = metrics.horizontalAdvance(words)
    painter.fillRect(QRectF(x - 2, baseline - 9, wide + 4, 11), patch)
    painter.setPen(colour(theme, ink))
    painter.drawText(QPointF(x, baseline), words)
