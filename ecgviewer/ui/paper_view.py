"""The paper: what a cardiologist looks at all day."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.erased import Erased
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.review import Region
from ecgviewer.core.scan import Scan
from ecgviewer.core.text import tr
from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.filtered import FilteredPart
from ecgviewer.paper.furniture import clock
from ecgviewer.paper.geometry import ScreenScale, Sheet
from ecgviewer.paper.measured_layer import MeasuredMarks
from ecgviewer.paper.region_layer import RegionMarks
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.signal.scan_corrections import CorrectedScan
from ecgviewer.ui.paper_input import PaperInput
from ecgviewer.ui.paper_page import Beside, OpenPage, PageImages, empty_scene, sheet_for


class PaperView(QWidget):
    """One record on ECG paper; it wishes for views and samples, and never reads a file.

    view_wished(View): the mouse asks for another page; whoever owns the view answers
    with set_view. scrolled_past(seconds): the wheel turned on where the record ends.
    samples_wished(start, stop, DisplayFilter): answered with put_samples or
    miss_samples.
    calipers_wished(Calipers): answered with set_calipers.
    lead_clicked(name), place_clicked(sample), erase_wished(Erased), hovered(text),
    erase_told(text),
    scale_clicked: for the window around it.
    region_drawn(Region), region_moved(Region), region_chosen(id, "" for none),
    region_edit_wished, region_turned, region_told(text): what the mouse and Enter do to regions.
    beats_to_wished(sample): all beats up to there; menu_wished(sample, place on the screen).
    """

    view_wished = Signal(object)
    scrolled_past = Signal(float)
    samples_wished = Signal(int, int, object)
    lead_clicked = Signal(str)
    place_clicked = Signal(int)
    erase_wished = Signal(object)
    hovered = Signal(str)
    erase_told = Signal(str)
    scale_clicked = Signal()
    calipers_wished = Signal(object)
    region_drawn = Signal(object)
    region_moved = Signal(object)
    region_chosen = Signal(str)
    region_edit_wished = Signal()
    region_turned = Signal()
    region_told = Signal(str)
    beats_to_wished = Signal(int)
    menu_wished = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View()
        self._page: OpenPage | None = None
        self._images = PageImages()
        self._drawn: QImage | None = None
        self._drawn_ratio = 0.0
        self._wished: tuple[int, int] | None = None
        self._input = PaperInput(self)
        self._heat: tuple[Heat | None, Overlay] = (None, Overlay())
        self._marks_visible = True
        self._screen: ScreenScale | None = None
        self._beside: Beside | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is on the paper

    def show_record(self, record: Record | None) -> None:
        """Put a record on the paper, from its start; None leaves the paper empty."""
        self._page = OpenPage(record) if record is not None else None
        self._heat = (None, self._heat[1])
        self._wished = None
        self._input.clear()
        if self._page is not None:
            self._page.view = self._view
            self._page.marks_visible = self._marks_visible
        self._changed()
        if self.isVisible():
            # Paper and grid now, traces when they come: two short pauses, not a long one.
            self._images.paper(*self._composed(self.size(), self.devicePixelRatioF()))

    def set_view(self, view: View) -> None:
        """Show another page; asks for the samples that it lacks."""
        if view.display_filter != self._view.display_filter:
            # What was asked for last is the same span through another filter.
            self._wished = None
        self._view = view
        if self._page is not None:
            self._page.view = view
        self._changed()

    def set_heat(self, heat: Heat | None, overlay: Overlay) -> None:
        """Colour the trace by a heat; None takes the colours away."""
        self._heat = (heat, overlay)
        if self._page is not None:
            self._page.set_heat(heat, overlay)
        self._changed()

    def set_annotations_visible(self, visible: bool) -> None:
        """Show or hide beats, rhythms and waves."""
        self._marks_visible = visible
        if self._page is not None:
            self._page.marks_visible = visible
        self._changed()

    def set_lit_lead(self, lead: str | None) -> None:
        """Let one lead stand out by dimming the others; None shows all alike."""
        if self._page is not None:
            self._page.set_lit_lead(lead)
        self._changed()

    def set_calipers(self, calipers: Calipers) -> None:
        """Show these calipers; while they are out, a drag measures instead of panning."""
        self._input.set_calipers(calipers)
        self.update()

    def set_screen_scale(self, screen: ScreenScale) -> None:
        """Keep to the scale of the screen that the paper is on."""
        self._screen = screen
        self._changed()

    def set_beside(self, beside: Beside | None) -> None:
        """Share the room, and so the scale, with another paper; None: it stands alone."""
        if beside != self._beside:
            self._beside = beside
            self._changed()

    def share_levels(self, other: "PaperView") -> None:
        """Draw with baselines and scales as on another paper of the same record."""
        if self._page is not None and other.page is not None:
            self._page.share_levels(other.page)

    def set_erase_mode(self, active: bool) -> None:
        """Let the next drag erase instead of pan."""
        self._input.set_erase_mode(active)

    def set_erased(self, erased: tuple[Erased, ...]) -> None:
        """Hatch what the model is asked without."""
        if self._page is not None:
            self._page.erased = erased
        self._changed()

    def set_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> None:
        """Fly a flag at every bookmark."""
        if self._page is not None:
            self._page.bookmarks = bookmarks
        self._changed()

    def set_regions(self, marks: RegionMarks) -> None:
        """Show what the reader marked, and which of it is chosen."""
        self._input.regions.show(marks)

    def draw_regions(self, marks: RegionMarks) -> None:
        """Draw these regions: all but the one that the mouse holds."""
        if self._page is not None and self._page.regions != marks:
            self._page.regions = marks
            self._changed()

    def set_marking(self, active: bool) -> None:
        """Let the next drag mark a region instead of pan."""
        self._input.set_marking(active)

    def drop_region(self) -> bool:
        """Let go of the region that the mouse draws or moves; says whether it did."""
        return self._input.regions.interrupt()

    def place_of(self, region: Region) -> QRect | None:
        """Return where the page shows a region, in the paper's pixels; None where not."""
        return self._input.regions.place_of(region)

    def set_scan(
        self,
        scan: Scan | None,
        beat: int | None = None,
        beats: tuple[int, ...] = (),
        corrected: CorrectedScan | None = None,
    ) -> None:
        """Write the classes of beats below them and mark the chosen ones; None: nothing."""
        page = self._page
        if page is not None:
            page.scan, page.scan_beat, page.scan_beats = scan, beat, beats
            page.corrected = corrected if scan is not None else None
        self._changed()

    def set_measured(self, measured: MeasuredMarks | None) -> None:
        """Mark the beats that a measured value rests on; None: nothing."""
        if self._page is not None:
            self._page.measured = measured
        self._changed()

    def set_judged(self, judged: Judged | None) -> None:
        """Mark the leads that cannot be read well."""
        if self._page is not None:
            self._page.judged = judged
        self._changed()

    def put_samples(
        self, start: int, samples: Samples, filtered: FilteredPart | None = None
    ) -> None:
        """Take samples that were wished for: float32 (n_leads, n) read at ``start``."""
        if self._page is None:
            return
        self._page.put_samples(start, samples, filtered)
        if self._wished is not None and start <= self._wished[0]:
            self._wished = None
        self._changed()

    def miss_samples(self) -> None:
        """Say that the samples that were last wished for cannot be read."""
        if self._page is not None:
            self._page.unreadable = True
            self._changed()

    def put_pyramid(self, pyramid: Pyramid) -> None:
        """Take the record's extremes."""
        if self._page is None or pyramid.n_samples != self._page.record.n_samples:
            return
        self._page.put_pyramid(pyramid)
        self._changed()

    # What others ask it

    @property
    def view(self) -> View:
        """The page that is shown."""
        return self._view

    @property
    def is_dragged(self) -> bool:
        """Whether the mouse holds the paper."""
        return self._input.is_dragging

    @property
    def page(self) -> OpenPage | None:
        """The open record on paper, None while it is empty."""
        return self._page

    @property
    def rows_mm(self) -> float:
        """The height that the page's rows need."""
        return self._page.table.least_height_mm if self._page is not None else 0.0

    def shows_lead(self, lead: str) -> bool:
        """Whether a lead is on the page."""
        return self._page is not None and self._page.shows_lead(lead)

    def sheet(self) -> Sheet:
        """The piece of paper that the widget shows now."""
        return self._sheet(self.size(), self.devicePixelRatioF())

    def visible_span(self) -> tuple[int, int]:
        """The samples on the page, start and stop."""
        return self._page.span(self.sheet()) if self._page is not None else (0, 0)

    def page_s(self) -> float:
        """The seconds on the page, of a record or of an empty paper."""
        if self._page is None:
            return 10.0
        return self._page.page_s(self.sheet())

    def picture(self, size: QSize, scale: float = 1.0) -> QImage:
        """Draw the page as an image of ``size`` logical pixels, ``scale`` times as sharp."""
        return self._draw(size, scale)

    # Painting

    def _sheet(self, size: QSize, device_ratio: float) -> Sheet:
        fit = self._view.fit
        return sheet_for(self._page, size, device_ratio, self._screen, fit, self._beside)

    def _draw(self, size: QSize, ratio: float) -> QImage:
        content = self._page.content if self._page else None
        return self._images.draw(*self._composed(size, ratio), content)

    def _composed(self, size: QSize, ratio: float) -> tuple[Scene, QSize]:
        """Return the page's scene and its size in device pixels."""
        sheet = self._sheet(size, ratio)
        scene = self._page.scene(sheet) if self._page else empty_scene(self._view, sheet)
        return scene, QSize(round(size.width() * ratio), round(size.height() * ratio))

    def _changed(self) -> None:
        self._drawn = None
        self._wish_samples()
        self._tell_accessibly()
        self.update()

    def _wish_samples(self) -> None:
        if self._page is None:
            return
        sheet = self.sheet()
        span = self._page.missing_span(sheet)
        if span is None:
            return
        asked = self._wished
        if asked is None or span[0] < asked[0] or span[1] > asked[1]:
            self._wished = span
            self._page.unreadable = False
            self.samples_wished.emit(*span, self._page.wanted_filter(sheet))

    def _tell_accessibly(self) -> None:
        if self._page is None:
            self.setAccessibleName(tr("Empty ECG paper"))
            self.setAccessibleDescription("")
            return
        start, stop = (clock(at / self._page.record.rate_hz) for at in self.visible_span())
        leads = self._page.lead_words
        words = tr("ECG, leads {leads}, {start} to {stop}", leads=leads, start=start, stop=stop)
        place = f"{self._beside.place}: " if self._beside is not None else ""
        self.setAccessibleName(f"{place}{words}")
        self.setAccessibleDescription(self._page.quality_words(self.sheet()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, or show it again if nothing changed."""
        with QPainter(self) as painter:
            # The ratio of the real target: a picture of the window may be sharper than it.
            ratio = painter.deviceTransform().m11()
            if self._drawn is None or self._drawn_ratio != ratio:
                self._drawn = self._draw(self.size(), ratio)
                self._drawn_ratio = ratio
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawImage(0, 0, self._drawn)
            if self._page is not None:
                self._input.paint(painter, self._sheet(self.size(), ratio))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """More or less of the page fits."""
        self._changed()

    # The mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom in time, with Shift change the gain."""
        self._input.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan or to measure."""
        self._input.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, measure, or tell what is under the mouse."""
        self._input.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; a click on a label names its lead."""
        self._input.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the region under the mouse."""
        if not self._input.double_click(event):
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done where the mouse is."""
        sample = self._input.sample_at(event.pos().toPointF())
        self._input.let_go()
        if sample is not None:
            self.menu_wished.emit(sample, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the chosen region on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.region_edit_wished.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Turn to the caliper's other leg by Tab while one is in hand."""
        return self._input.turn_leg() or super().focusNextPrevChild(forward)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self.hovered.emit("")
        super().leaveEvent(event)
