"""Regions on the overview: a bar each along its lower edge, a tick where they are short."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme

HIGH_PX, LEAST_PX = 6.0, 2.0


def paint_regions(
    painter: QPainter, theme: Theme, spans_px: Sequence[tuple[float, float]], foot_px: float
) -> None:
    """Paint a bar from start to stop of each span above foot_px."""
    colours = COLOURS[theme]
    paper, ink = QColor(colours.paper), QColor(colours.inks[Ink.READER])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for start, stop in spans_px:
        width = max(round(stop - start), LEAST_PX)
        bar = QRectF(round(start), foot_px - HIGH_PX, width, HIGH_PX)
        # A rim of paper keeps bars apart from the signal behind.
        painter.fillRect(bar.adjusted(-1, -1, 1, 0), paper)
        painter.fillRect(bar, ink)
    painter.restore()
