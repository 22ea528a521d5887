"""The words of the footer that say how true the scale is: a click calibrates the screen."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ecgviewer.paper.furniture import footer_text, scale_text
from ecgviewer.paper.geometry import FOOTER_MM, Sheet
from ecgviewer.paper.scene import Text
from ecgviewer.ui.paper_page import OpenPage

_AROUND_MM = 1.0


def scale_words_area(page: OpenPage, sheet: Sheet) -> QRectF:
    """Return where on the sheet the footer tells the scale, in mm."""
    words = page.page(sheet).filter_words
    whole = footer_text(page.record, page.view, sheet, words)
    told = scale_text(page.view, sheet)
    font = QFont()
    font.setPixelSize(max(1, round(Text(0.0, 0.0, told).size_mm * sheet.px_per_mm)))
    metrics = QFontMetricsF(font)
    left = min(cell.x_mm for cell in page.cells(sheet))
    before, width = (
        metrics.horizontalAdvance(text) / sheet.px_per_mm
        for text in (whole.removesuffix(told), told)
    )
    top = sheet.height_mm - FOOTER_MM
    return QRectF(left + before - _AROUND_MM, top, width + 2 * _AROUND_MM, FOOTER_MM)
