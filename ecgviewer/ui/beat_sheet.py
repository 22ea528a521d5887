"""The small sheet on which median beats are drawn."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.beat_layout import (
    BeatPage,
    at_fitting_gain,
    beat_cells,
    beat_time,
    compose_beats,
    fit_beats,
)
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import Sheet
from ecgviewer.ui.paint import paint_scene


class BeatSheet(QWidget):
    """One or two pages of median beats, the first above the second.

    lead_clicked(name); hovered(text) tells what is under the mouse.
    """

    lead_clicked = Signal(str)
    hovered = Signal(str)

    # Of the height, what the upper of two pages has.
    _UPPER = 0.58

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[BeatPage, ...] = ()
        self._image: QImage | None = None
        self._image_ratio = 0.0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Median beats"))

    def sizeHint(self) -> QSize:
        """Return room for twelve leads at about their true size."""
        return QSize(320, 300)

    def show_pages(self, pages: tuple[BeatPage, ...]) -> None:
        """Show these pages."""
        self._pages, self._image = pages, None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages, or show them again if nothing changed."""
        with QPainter(self) as painter:
            ratio = painter.deviceTransform().m11()
            wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
            if self._image is None or self._image.size() != wanted or self._image_ratio != ratio:
                self._image, self._image_ratio = self._draw(wanted, ratio), ratio
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawImage(0, 0, self._image)

    def _draw(self, size: QSize, ratio: float) -> QImage:
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            for page, area in self._placed():
                sheet = fit_beats(page, area.width(), area.height(), ratio)
                painter.save()
                painter.translate(0, round(area.top() * ratio))
                painter.setClipRect(0, 0, size.width(), round(area.height() * ratio))
                paint_scene(painter, compose_beats(page, sheet))
                painter.restore()
        return image

    def _placed(self) -> list[tuple[BeatPage, QRect]]:
        """Return each page, at the gain that suits its area, and the area."""
        return [
            (at_fitting_gain(page, area.width(), area.height()), area)
            for page, area in zip(self._pages, self._areas(), strict=True)
        ]

    def _areas(self) -> list[QRect]:
        whole = self.rect()
        if len(self._pages) < 2:
            return [whole] * len(self._pages)
        upper = QRect(0, 0, whole.width(), round(self._UPPER * whole.height()))
        lower = QRect(0, upper.height(), whole.width(), whole.height() - upper.height())
        return [upper, lower]

    def cell_at(self, x: float, y: float) -> tuple[BeatPage, Cell, Sheet, float] | None:
        """Return page, cell, sheet and mm from its left under a point, None beside the beats."""
        for page, area in self._placed():
            if not area.contains(int(x), int(y)):
                continue
            sheet = fit_beats(page, area.width(), area.height(), 1.0)
            x_mm, y_mm = x / sheet.px_per_mm, (y - area.top()) / sheet.px_per_mm
            for cell in beat_cells(page, sheet):
                across, down = x_mm - cell.x_mm, y_mm - cell.top_mm
                if 0 <= across < cell.width_mm and 0 <= down < cell.height_mm:
                    return page, cell, sheet, x_mm
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse."""
        self.hovered.emit(self._reading(event))

    def _reading(self, event: QMouseEvent) -> str:
        found = self.cell_at(event.position().x(), event.position().y())
        if found is None:
            return ""
        page, cell, sheet, x_mm = found
        at_ms = 1000 * beat_time(page, cell, sheet).sample_at(x_mm) / page.beat.rate_hz
        index = int(abs(page.beat.time_ms - at_ms).argmin())
        if abs(page.beat.time_ms[index] - at_ms) > 1000 / page.beat.rate_hz:
            return ""
        assert cell.slot.lead_index is not None
        value = page.beat.median_mv[cell.slot.lead_index, index]
        told = tr("no signal") if value != value else f"{value:.2f} mV"
        return f"{tr('median beat')}  ·  {cell.slot.label}  ·  {at_ms:+.0f} ms  ·  {told}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Name the lead that was clicked."""
        found = self.cell_at(event.position().x(), event.position().y())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.lead_clicked.emit(found[1].slot.label)
