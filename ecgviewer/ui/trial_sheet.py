"""The piece of paper in the import dialog, on which a table's first seconds are drawn."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.geometry import MM_PER_INCH, NOMINAL_DPI, Sheet
from ecgviewer.paper.trial_layout import MOST_ROWS, ROW_MM, TrialPage, compose_trial
from ecgviewer.ui.paint import paint_scene

_PX_PER_MM = NOMINAL_DPI / MM_PER_INCH


class TrialSheet(QWidget):
    """Shows a page, or nothing but its ground where the answers give none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: TrialPage | None = None
        self.setAccessibleName(tr("The first seconds, as they would be read"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def page(self) -> TrialPage | None:
        """What is shown."""
        return self._page

    def sizeHint(self) -> QSize:
        """Return room for the leads that are shown, always the same."""
        return QSize(round(158 * _PX_PER_MM), round(MOST_ROWS * ROW_MM * _PX_PER_MM))

    def show_page(self, page: TrialPage | None) -> None:
        """Show this page."""
        self._page = page
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page true to scale, as far as the screen tells its scale."""
        if self._page is None:
            return
        with QPainter(self) as painter:
            ratio = painter.deviceTransform().m11()
            px = _PX_PER_MM * ratio
            sheet = Sheet(self.width() / _PX_PER_MM, self.height() / _PX_PER_MM, px)
            painter.setClipRect(self.rect())
            painter.scale(1 / ratio, 1 / ratio)
            paint_scene(painter, compose_trial(self._page, sheet))
