"""One paper, or two of the same height with a bar between them."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.text import tr
from ecgviewer.paper.filtered import FilteredPart
from ecgviewer.paper.region_layer import RegionMarks
from ecgviewer.ui.compare_bar import HEIGHT_PX, CompareBar
from ecgviewer.ui.compared import Compared, is_same
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.marking import marks_on_paper
from ecgviewer.ui.page_turning import page_below
from ecgviewer.ui.paper_page import Beside
from ecgviewer.ui.paper_view import PaperView
from ecgviewer.ui.state import ViewState

EDGE_PX = 4  # at the left of each of two papers; in the accent where keys move that one alone


class Papers(QWidget):
    """The main record's paper; below it a second one while the state compares.

    below_made(PaperView): the second paper is there, still empty. below_chosen(bool): the
    keyboard went to the paper below (True) or above.
    """

    below_made = Signal(object)
    below_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self.above = self._paper()
        self.below: PaperView | None = None
        self.bar = CompareBar(self)
        self._edges = (QFrame(self), QFrame(self))
        # What was last given to the paper below; its page knows derived leads beside the record.
        self._shown: Record | None = None
        self._levels_of: tuple[object, ...] = ()
        self._marks: tuple[object, ...] = ()
        for widget in (self.bar, *self._edges):
            widget.hide()

    def _paper(self) -> PaperView:
        paper = PaperView(self)
        paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        paper.installEventFilter(self)
        return paper

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the papers have their own."""
        self._chrome = chrome
        self.bar.set_chrome(chrome)

    def show_compared(self, state: ViewState) -> None:
        """Show the second paper as the state has it, or none."""
        compared = state.compared
        if compared is None:
            self._end()
            self.bar.show_compared(state)
            return
        below = self.below or self._begin()
        self._show_page(below, compared, state)
        self._show_marks(below, compared, state)
        self.above.set_beside(Beside(tr("Above"), below.rows_mm))
        below.set_beside(Beside(tr("Below"), self.above.rows_mm))
        self.bar.show_compared(state)
        self._colour_edges(compared)

    def _show_page(self, below: PaperView, compared: Compared, state: ViewState) -> None:
        view = page_below(state.view, compared.record, compared.start_s)
        if compared.record is not self._shown:
            self._shown = compared.record
            below.set_view(view)
            below.show_record(compared.record)
        elif below.view != view:
            below.set_view(view)
        pages = below.page, self.above.page
        if compared.is_same_record and self._levels_of != pages:
            self._levels_of = pages
            below.share_levels(self.above)
        pyramid = compared.pyramid
        if pyramid is not None and below.page is not None and below.page.pyramid is not pyramid:
            below.put_pyramid(pyramid)

    def _show_marks(self, below: PaperView, compared: Compared, state: ViewState) -> None:
        judged = state.judged if compared.is_same_record else compared.judged
        calipers = compared.calipers_beside(state.calipers)
        # What the reader marked is of the record above.
        regions = marks_on_paper(state) if compared.is_same_record else RegionMarks()
        marks = (below.page, state.annotations_visible, state.lead, judged, calipers, regions)
        if marks != self._marks:
            self._marks = marks
            below.set_annotations_visible(state.annotations_visible)
            below.set_lit_lead(state.lead)
            below.set_judged(judged)
            below.set_calipers(calipers)
            below.set_regions(regions)

    def put_samples(
        self, start: int, samples: Samples, filtered: FilteredPart | None = None
    ) -> None:
        """Take samples for the paper below."""
        if self.below is not None:
            self.below.put_samples(start, samples, filtered)

    def miss_samples(self) -> None:
        """Say that samples for the paper below cannot be read."""
        if self.below is not None:
            self.below.miss_samples()

    def span_below(self) -> tuple[int, int] | None:
        """Return the samples below, where they are of the record above; else None."""
        below, above = self.below, self.above
        if below is None or below.page is None or above.page is None:
            return None
        same = is_same(below.page.record, above.page.record)
        return below.visible_span() if same else None

    def is_below(self, window: QWidget, point: QPoint) -> bool:
        """Whether a point of the window lies on the paper below."""
        below = self.below
        return below is not None and below.rect().contains(below.mapFrom(window, point))

    def focus_next(self) -> None:
        """Put the keyboard into the paper, from the one above into the one below."""
        other = self.below if self.above.hasFocus() and self.below is not None else self.above
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self) -> PaperView:
        below = self.below = self._paper()
        for widget in (self.bar, *self._edges, below):
            widget.show()
        self._lay()
        below.set_beside(Beside(tr("Below"), self.above.rows_mm))
        self.below_made.emit(below)
        return below

    def _end(self) -> None:
        below, self.below = self.below, None
        if below is None:
            return
        had_focus = below.hasFocus()
        for widget in (self.bar, *self._edges, below):
            widget.hide()
        below.setParent(None)
        below.deleteLater()
        self._shown, self._levels_of, self._marks = None, (), ()
        self.above.set_beside(None)
        self._lay()
        if had_focus:
            self.above.setFocus()

    def _colour_edges(self, compared: Compared) -> None:
        for edge, is_below in zip(self._edges, (False, True), strict=True):
            active = not compared.linked and compared.below_active is is_below
            color = self._chrome.accent if active else self._chrome.ground
            edge.setStyleSheet(f"background: {color}; border: 0;")

    def _lay(self) -> None:
        """Give both papers the same size to the pixel: their scales must agree."""
        width, height = self.width(), self.height()
        if self.below is None:
            self.above.setGeometry(self.rect())
            return
        each = max((height - HEIGHT_PX) // 2, 0)
        bar_px = height - 2 * each
        self.bar.setFixedHeight(max(bar_px, 0))
        self.bar.setGeometry(0, each, width, bar_px)
        tops = (0, each + bar_px)
        for top, edge, paper in zip(tops, self._edges, (self.above, self.below), strict=True):
            edge.setGeometry(0, top, EDGE_PX, each)
            paper.setGeometry(QRect(EDGE_PX, top, max(width - EDGE_PX, 0), each))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which paper the keyboard is in."""
        if event.type() == QEvent.Type.FocusIn and self.below is not None:
            self.below_chosen.emit(watched is self.below)
        return super().eventFilter(watched, event)
