"""Two legs on the paper and what lies between them."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import View

LEAST_HEART_INTERVAL_S = 0.2


@dataclass(frozen=True, slots=True)
class Caliper:
    """Both corners in mm on the sheet; calibrated: whether mV may be told."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    calibrated: bool = True

    def text(self, view: View, rate_hz: float) -> str:
        """Return "412 ms · 146/min · 1.24 mV", the time to whole samples."""
        exact_s = abs(self.x2_mm - self.x1_mm) / view.speed_mm_per_s
        seconds = round(exact_s * rate_hz) / rate_hz
        rate = f"{60 / seconds:.0f}/min" if seconds >= LEAST_HEART_INTERVAL_S else "–/min"
        amplitude = abs(self.y2_mm - self.y1_mm) / view.gain_mm_per_mv
        told = f"{amplitude:.2f} mV" if self.calibrated else "mV n/a"
        return f"{1000 * seconds:.0f} ms  ·  {rate}  ·  {told}"

    def paint(self, painter: QPainter, sheet: Sheet, view: View) -> None:
        """Draw both legs over the full height, so that they reach every row."""
        px = sheet.px_per_mm
        ink = QColor(COLOURS[view.theme].inks[Ink.MARK])
        x1, x2 = sorted((self.x1_mm * px, self.x2_mm * px))
        y1, y2 = self.y1_mm * px, self.y2_mm * px
        between = QColor(ink)
        between.setAlpha(24)
        painter.fillRect(QRectF(x1, 0, x2 - x1, sheet.height_mm * px), between)
        painter.setPen(QPen(ink, max(1.0, 0.25 * px)))
        for x in (x1, x2):
            painter.drawLine(QLineF(round(x), 0, round(x), sheet.height_mm * px))
        for y in (y1, y2):
            painter.drawLine(QPointF(x1, round(y)), QPointF(x2, round(y)))
