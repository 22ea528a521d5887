"""The small sheet on which beats of one lead are laid over one another, or one is magnified."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.beat_layout import fit_beats
from ecgviewer.paper.laid_layout import LaidPage, compose_laid
from ecgviewer.ui.paint import paint_scene


class LaidSheet(QWidget):
    """One page of beats; hovered(text) tells time and level under the mouse."""

    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LaidPage | None = None
        self._fitted: LaidPage | None = None
        self._image: QImage | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.setAccessibleName(tr("Beats over one another"))

    def sizeHint(self) -> QSize:
        """Return room for a beat of true size."""
        return QSize(320, 240)

    @property
    def page(self) -> LaidPage | None:
        """What is shown."""
        return self._page

    def show_page(self, page: LaidPage | None) -> None:
        """Show a page; None empties the sheet."""
        self._page, self._image = page, None
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the gain that suits the new size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Beats are many, and the mouse asks often.
        page = self._page
        self._fitted = page.at_fitting_gain(self.width(), self.height()) if page else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, or show it again if nothing changed."""
        if self._fitted is None:
            return
        with QPainter(self) as painter:
            ratio = painter.deviceTransform().m11()
            wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
            if self._image is None or self._image.size() != wanted:
                self._image = self._draw(self._fitted, wanted, ratio)
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawImage(0, 0, self._image)

    def _draw(self, page: LaidPage, size: QSize, ratio: float) -> QImage:
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            sheet = fit_beats(page, self.width(), self.height(), ratio)
            paint_scene(painter, compose_laid(page, sheet))
        return image

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse."""
        self.hovered.emit(self.reading_at(event.position().x()))

    def reading_at(self, x_px: float) -> str:
        """Return the time from R and the median's level at a place, "" beside the beats."""
        page = self._fitted
        if page is None:
            return ""
        sheet = fit_beats(page, self.width(), self.height(), 1.0)
        place = page.sample_at(sheet, x_px / sheet.px_per_mm)
        if place is None:
            return ""
        time_ms = _with_minus(f"{page.time_ms[place]:+.0f}")
        at = f"{page.lead}  ·  {tr('{time_ms} ms from R', time_ms=time_ms)}"
        if not page.calibrated:
            return at
        level_mv = float(page.groups[0].median_mv[place])
        if level_mv != level_mv:
            return f"{at}  ·  {tr('median no signal')}"
        level = _with_minus(f"{level_mv:.2f}")
        return f"{at}  ·  {tr('median {level_mv} mV from PQ', level_mv=level)}"


def _with_minus(figure: str) -> str:
    return figure.replace("-", "−")
