"""A page to write on in millimetres, whatever the device: PDF, printer or picture."""

from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ecgviewer.paper.scene import Scene
from ecgviewer.ui.paint import paper_font
from ecgviewer.ui.paint_vector import paint_vector_scene

INK, QUIET, RULE, ACCENT = "#1B2126", "#4A5258", "#9AA1A6", "#1F6FB2"
BODY_MM, SMALL_MM, HEADING_MM, TITLE_MM = 2.9, 2.45, 3.5, 5.2
_ALL_MM = 2000.0  # higher than any text

Align = Literal["left", "centre", "right"]
_FLAGS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Canvas:
    """Writes and draws on one device; places are mm from the page's top left corner."""

    def __init__(self, painter: QPainter | None, px_per_mm: float) -> None:
        self._painter = painter
        self.px_per_mm = px_per_mm

    @property
    def painter(self) -> QPainter:
        """What draws; a canvas without one only measures."""
        assert self._painter is not None
        return self._painter

    def height_mm(
        self, words: str, width_mm: float, size_mm: float = BODY_MM, *, bold: bool = False
    ) -> float:
        """Return the height of words that are wrapped to a width."""
        px = self.px_per_mm
        room = QRectF(0, 0, width_mm * px, _ALL_MM * px)
        metrics = QFontMetricsF(self._font(size_mm, bold))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        return metrics.boundingRect(room, flags, words).height() / px

    def width_mm(self, words: str, size_mm: float = BODY_MM, *, bold: bool = False) -> float:
        """Return the width of words on one line."""
        metrics = QFontMetricsF(self._font(size_mm, bold))
        return metrics.horizontalAdvance(words) / self.px_per_mm

    def write(
        self,
        words: str,
        x_mm: float,
        y_mm: float,
        width_mm: float,
        size_mm: float = BODY_MM,
        *,
        bold: bool = False,
        colour: str = INK,
        align: Align = "left",
    ) -> None:
        """Write words below y_mm, wrapped to a width."""
        px = self.px_per_mm
        painter = self.painter
        painter.setFont(self._font(size_mm, bold))
        painter.setPen(QColor(colour))
        area = QRectF(x_mm * px, y_mm * px, width_mm * px, _ALL_MM * px)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap | _FLAGS[align]), words)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str = RULE, pen_mm: float = 0.15
    ) -> None:
        """Draw a stroke between two places in mm."""
        px = self.px_per_mm
        self.painter.setPen(
            QPen(QColor(colour), pen_mm * px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        )
        self.painter.drawLine(QLineF(QPointF(x1 * px, y1 * px), QPointF(x2 * px, y2 * px)))

    def box(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, colour: str) -> None:
        """Fill a rectangle."""
        px = self.px_per_mm
        area = QRectF(x_mm * px, y_mm * px, width_mm * px, height_mm * px)
        self.painter.fillRect(area, QColor(colour))

    def frame(
        self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, colour: str
    ) -> None:
        """Draw a rectangle's outline."""
        px = self.px_per_mm
        self.painter.setPen(QPen(QColor(colour), 0.2 * px))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(QRectF(x_mm * px, y_mm * px, width_mm * px, height_mm * px))

    def scene(self, scene: Scene, x_mm: float, y_mm: float) -> None:
        """Paint a piece of ECG paper, cut off at its edges."""
        px, painter = self.px_per_mm, self.painter
        painter.save()
        # Whole pixels, as the scene's own places are.
        painter.translate(round(x_mm * px), round(y_mm * px))
        sheet = scene.sheet
        painter.setClipRect(QRectF(0, 0, sheet.width_mm * px, sheet.height_mm * px))
        paint_vector_scene(painter, scene)
        painter.restore()

    def _font(self, size_mm: float, bold: bool) -> QFont:
        return paper_font(max(1, round(size_mm * self.px_per_mm)), bold)
