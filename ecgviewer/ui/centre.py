"""The middle of the window: the paper with its ribbon, or the empty sheet."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.empty_sheet import EmptySheet
from ecgviewer.ui.fade import Fade
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.marking import marks_on_paper
from ecgviewer.ui.measuring import measured_marks
from ecgviewer.ui.papers import Papers
from ecgviewer.ui.quality_words import doubt_words
from ecgviewer.ui.ribbon import Ribbon
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import divider, label
from ecgviewer.ui.words import RESEARCH_ONLY


class Centre(QWidget):
    """Shows the state's record, page, heat and annotations; ``details`` stand below it.

    strip: the findings in one line, for full screen.
    """

    def __init__(self, details: QWidget) -> None:
        super().__init__()
        self.papers, self.ribbon, self.empty = Papers(), Ribbon(), EmptySheet()
        self.paper = self.papers.above
        self.paper.setAccessibleName(tr("Empty ECG paper"))
        self.fade = Fade(self.paper.set_heat, self)
        self.strip = label(kind="heading")
        self.strip.setContentsMargins(12, 4, 12, 4)
        self.strip.hide()
        page = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        _pile(page, self.strip, self.papers, divider(), self.ribbon, stretched=self.papers)
        _pile(self, self._stack, details, stretched=self._stack)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the paper has its own."""
        self.empty.set_chrome(chrome)
        self.papers.set_chrome(chrome)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show what has changed, but for the page itself."""
        if old.record is not new.record:
            # First the place, then what stands there: the paper prepares for its real size.
            self._stack.setCurrentIndex(0 if new.record is None else 1)
            self.paper.show_record(new.record)
            self.ribbon.show_record(new.record)
        if old.pyramid is not new.pyramid and new.pyramid is not None:
            self.paper.put_pyramid(new.pyramid)
            self.ribbon.put_pyramid(new.pyramid)
        if old.annotations_visible is not new.annotations_visible:
            self.paper.set_annotations_visible(new.annotations_visible)
        self._redraw_beats(old, new)
        self._redraw_measured(old, new)
        self._redraw_own_marks(old, new)
        if old.lead != new.lead:
            self.paper.set_lit_lead(new.lead)
        if old.erasing != new.erasing:
            self.paper.set_erase_mode(new.erasing)
        if old.erasures is not new.erasures:
            self.paper.set_erased(new.erased)
        if old.heat is not new.heat or old.overlay != new.overlay:
            self.fade.show(new.heat, new.overlay)
        if old.view.theme is not new.view.theme:
            self.empty.set_theme(new.view.theme)
        self._redraw_words(old, new)

    def show_compared(self, state: ViewState) -> None:
        """Show the page below the record's own, or none."""
        self.papers.show_compared(state)
        self.note_span_below()

    def note_span_below(self) -> None:
        """Give the ribbon a second handle where both pages are of one record."""
        self.ribbon.set_second(self.papers.span_below())

    def _redraw_measured(self, old: ViewState, new: ViewState) -> None:
        if old.measured is not new.measured or old.measured_row is not new.measured_row:
            self.paper.set_measured(measured_marks(new))

    def _redraw_own_marks(self, old: ViewState, new: ViewState) -> None:
        """Show what the reader put on the record."""
        if old.calipers is not new.calipers:
            self.paper.set_calipers(new.calipers)
        if old.bookmarks is not new.bookmarks:
            self.paper.set_bookmarks(new.bookmarks)
            self.ribbon.show_bookmarks(new.bookmarks)
        marked = (new.review, new.region, new.drawn)
        if (old.review, old.region, old.drawn) != marked:
            marks = marks_on_paper(new)
            self.paper.set_regions(marks)
            self.ribbon.show_regions(marks.regions)
        if old.marking is not new.marking:
            self.paper.set_marking(new.marking)

    def _redraw_words(self, old: ViewState, new: ViewState) -> None:
        if old.judged is not new.judged:
            self.paper.set_judged(new.judged)
        if old.analysis is not new.analysis or old.judged is not new.judged:
            self.strip.setText(strip_words(new))

    def _redraw_beats(self, old: ViewState, new: ViewState) -> None:
        if old.counted is not new.counted:
            self.ribbon.show_beats(new.counted)
        judged = old.scan is not new.scan or old.corrected is not new.corrected
        shown = (new.scan_marks_visible, new.scan_beat, new.scan_beats)
        if judged or (old.scan_marks_visible, old.scan_beat, old.scan_beats) != shown:
            scan = new.scan if new.scan_marks_visible else None
            self.paper.set_scan(scan, new.scan_beat, new.scan_beats, new.corrected)
        if judged or old.scan_stage is not new.scan_stage:
            scan = new.corrected.scan if new.corrected is not None else new.scan
            self.ribbon.show_scan(scan, expected=new.scan_stage is Stage.WAITING)


def strip_words(state: ViewState) -> str:
    """Return the present findings in one line."""
    doubts = doubt_words(state)
    if doubts:
        return doubts
    present = [f for f in (state.analysis.findings if state.analysis else ()) if f.present]
    words = "   ".join(f"{finding.label} {finding.probability:.2f}" for finding in present)
    return tr("The model suggests: {findings}", findings=words) if words else tr(RESEARCH_ONLY)


def _pile(parent: QWidget, *widgets: QWidget, stretched: QWidget) -> None:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
