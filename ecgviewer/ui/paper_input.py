"""Wheel, drag, click, caliper, eraser and regions on the paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent

from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.furniture import LABEL_MM
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.navigation import notch_s, scrolled, stepped_gain, zoomed
from ecgviewer.paper.view import View
from ecgviewer.ui.caliper_tool import CaliperTool
from ecgviewer.ui.erase_band import EraseBand, band_between
from ecgviewer.ui.footer_link import scale_words_area
from ecgviewer.ui.paper_page import OpenPage
from ecgviewer.ui.region_tool import RegionTool

if TYPE_CHECKING:
    from ecgviewer.ui.paper_view import PaperView

NOTCH = 120.0  # QWheelEvent's units of one notch
CLICK_PX = 4.0


class PaperInput:
    """Turns mouse events of one paper into wishes; keeps the drag and the tools."""

    def __init__(self, paper: "PaperView") -> None:
        self._paper = paper
        self._pressed_at: QPointF | None = None
        self._dragged_from: View | None = None
        self._moved = False
        self._tool = CaliperTool(paper)
        self._erase_mode = False
        self._band: EraseBand | None = None
        self._gain_notches = 0.0
        self.regions = RegionTool(paper)

    def clear(self) -> None:
        """Forget drag, caliper and band: another record is on the paper."""
        self._pressed_at = self._dragged_from = self._band = None
        self._tool.clear()
        self.regions.clear()

    def set_calipers(self, calipers: Calipers) -> None:
        """Take what is on the record; while calipers are out, a drag measures."""
        was_out = self._caliper_mode
        self._tool.show(calipers)
        if was_out is not self._caliper_mode:
            self._show_tool()

    def turn_leg(self) -> bool:
        """Make the other leg or edge the active one; says whether there is one."""
        return self._tool.turn_leg() or self.regions.turn_edge()

    @property
    def _caliper_mode(self) -> bool:
        return self._tool.calipers.out

    def set_erase_mode(self, active: bool) -> None:
        """Erase by dragging, but for while the caliper is out."""
        self._erase_mode = active
        self._band = None
        self._show_tool()
        self._paper.update()

    def set_marking(self, active: bool) -> None:
        """Mark regions by dragging."""
        self.regions.marking = active
        self.regions.interrupt()
        self._show_tool()

    def let_go(self) -> None:
        """Forget the press: a menu takes the mouse."""
        self._pressed_at = self._dragged_from = None

    @property
    def is_dragging(self) -> bool:
        """Whether a mouse button holds the paper."""
        return self._pressed_at is not None

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw calipers and band over the page."""
        self.regions.paint(painter, sheet)
        self._tool.paint(painter, sheet)
        if self._band is not None and self._paper.page is not None:
            self._band.paint(painter, sheet, self._paper.page)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll 1 s a notch; Ctrl zooms at the pointer, Shift changes the gain."""
        page = self._paper.page
        if page is None:
            return
        event.accept()
        view, modifiers = self._paper.view, event.modifiers()
        # With Shift or Alt, some systems turn the wheel's axis.
        turn = event.angleDelta().y() or event.angleDelta().x()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(view, turn / NOTCH, event.position())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._gain_notches += turn / NOTCH
            steps = int(self._gain_notches)
            self._gain_notches -= steps
            if steps:
                self._wish(stepped_gain(view, steps))
        else:
            self._scroll(event)

    def _scroll(self, event: QWheelEvent) -> None:
        fine = event.pixelDelta()
        page_s = self._paper.page_s()
        if not fine.isNull():
            px = fine.x() if abs(fine.x()) > abs(fine.y()) else fine.y()
            seconds = -px / self._px_per_s()
        else:
            delta = event.angleDelta()
            turn = delta.y() or delta.x()
            seconds = -turn / NOTCH * notch_s(page_s)
        if not self._scroll_by(self._paper.view, seconds):
            self._paper.scrolled_past.emit(seconds)

    def _zoom(self, view: View, notches: float, position: QPointF) -> None:
        page, sheet = self._paper.page, self._paper.sheet()
        if page is None or not notches:
            return
        cells = page.cells(sheet)
        x_mm, y_mm = self._mm(position)
        cell = page.cell_at(sheet, x_mm, y_mm) or cells[0]
        # On the unrolled page, sequential columns follow each other.
        before_s = cell.start_s - view.start_s
        at_mm = x_mm - cell.x_mm + before_s * view.speed_mm_per_s
        page_mm = page.page_s(sheet) * view.speed_mm_per_s
        at_mm = min(max(at_mm, 0.0), page_mm)
        self._wish(zoomed(view, notches, at_mm, page_mm, page.record.duration_s))

    def press(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if self._paper.page is None:
            return
        self._pressed_at, self._moved = event.position(), False
        middle = event.button() is Qt.MouseButton.MiddleButton
        if event.button() is Qt.MouseButton.LeftButton or middle:
            # The middle button always pans, also while a tool is out.
            at = self._mm(event.position())
            marks = not self._measures_or_erases and self.regions.takes(at)
            pans = middle or not (self._measures_or_erases or marks)
            self._dragged_from = self._paper.view if pans else None
            if self._caliper_mode and not pans:
                self._tool.press(at)
            elif not pans and marks:
                self.regions.press(at)

    def move(self, event: QMouseEvent) -> None:
        """Pan, measure, or tell what is under the mouse."""
        if self._paper.page is None:
            return
        if self._pressed_at is None or not event.buttons():
            # A button that was let go elsewhere: what was drawn so far is not lost.
            self.regions.release()
            self._hover(self._paper.page, self._mm(event.position()))
            return
        way = event.position() - self._pressed_at
        if max(abs(way.x()), abs(way.y())) < CLICK_PX and not self._moved:
            return
        self._moved = True
        if self._dragged_from is not None:
            self._paper.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll_by(self._dragged_from, -way.x() / self._px_per_s())
        elif self._caliper_mode and event.buttons() & Qt.MouseButton.LeftButton:
            ends = self._mm(self._pressed_at), self._mm(event.position())
            self._tool.move(*ends, event.modifiers())
        elif self._erase_mode:
            self._mark(event)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            ends = self._mm(self._pressed_at), self._mm(event.position())
            self.regions.move(*ends, event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """End a drag; a click without one may have hit a label."""
        self._tool.release()
        self.regions.release()
        self._show_tool()
        band, self._band = self._band, None
        if band is not None:
            self._paper.erase_told.emit("")
            self._paper.update()
            if band.erased is not None:
                self._paper.erase_wished.emit(band.erased)
        clicked = self._pressed_at is not None and not self._moved
        self._pressed_at = self._dragged_from = None
        if clicked and event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position(), event.modifiers())

    def double_click(self, event: QMouseEvent) -> bool:
        """Edit the region under the mouse; says whether there is one."""
        left = event.button() is Qt.MouseButton.LeftButton
        free = self._paper.page is not None and not self._measures_or_erases
        return left and free and self.regions.double_click(self._mm(event.position()))

    def _click(self, position: QPointF, held: Qt.KeyboardModifier) -> None:
        page, at_mm = self._paper.page, self._mm(position)
        if page is None or (self._caliper_mode and self._tool.click(at_mm)):
            return
        label = self._label_at(position)
        sample = self.sample_at(position)
        # Where beats can be chosen, a click on a band means the beat below it.
        on_band = self.regions.marking or page.scan is None
        if not self._measures_or_erases and self.regions.click(at_mm, inside=on_band):
            return
        if label:
            self._paper.lead_clicked.emit(label)
        elif sample is not None and held & Qt.KeyboardModifier.ShiftModifier:
            self._paper.beats_to_wished.emit(sample)
        elif sample is not None:
            self._paper.place_clicked.emit(sample)
        elif scale_words_area(page, self._paper.sheet()).contains(QPointF(*at_mm)):
            self._paper.scale_clicked.emit()

    def _hover(self, page: OpenPage, at_mm: tuple[float, float]) -> None:
        """Tell what is under the mouse; the cursor says what a press would take hold of."""
        if self._caliper_mode:
            self._paper.setCursor(self._tool.cursor_at(at_mm))
        elif scale_words_area(page, self._paper.sheet()).contains(QPointF(*at_mm)):
            self._paper.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._show_tool(at_mm)
        self._paper.hovered.emit(page.reading_at(self._paper.sheet(), *at_mm))

    @property
    def _measures_or_erases(self) -> bool:
        return self._caliper_mode or self._erase_mode

    def _show_tool(self, at_mm: tuple[float, float] | None = None) -> None:
        cursor = Qt.CursorShape.ArrowCursor
        if self._measures_or_erases or self.regions.marking:
            cursor = Qt.CursorShape.CrossCursor
        if at_mm is not None and not self._measures_or_erases:
            cursor = self.regions.cursor_at(at_mm) or cursor
        self._paper.setCursor(cursor)

    def _mark(self, event: QMouseEvent) -> None:
        page = self._paper.page
        assert page is not None
        assert self._pressed_at is not None
        # Many systems move windows by Alt and a drag, so Shift does the same.
        one = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        self._band = band_between(
            page,
            self._paper.sheet(),
            self._mm(self._pressed_at),
            self._mm(event.position()),
            one_lead=bool(event.modifiers() & one),
        )
        self._paper.erase_told.emit(self._band.text(page) if self._band else "")
        self._paper.update()

    def _label_at(self, position: QPointF) -> str:
        page, sheet = self._paper.page, self._paper.sheet()
        x_mm, y_mm = self._mm(position)
        cell = page.cell_at(sheet, x_mm, y_mm) if page else None
        if page is None or cell is None or cell.slot.lead_index is None:
            return ""
        wide = 2.0 + LABEL_MM * len(cell.slot.label)
        on_label = x_mm - cell.x_mm < wide and y_mm - cell.top_mm < LABEL_MM + 3.0
        lead = page.record.leads[cell.slot.lead_index]
        # What was not recorded is no lead for the rhythm strip of the next record.
        return lead.name if on_label and not lead.derived else ""

    def sample_at(self, position: QPointF) -> int | None:
        """Return the sample of the record under the mouse, None beside the traces."""
        page = self._paper.page
        return page.sample_at(self._paper.sheet(), *self._mm(position)) if page else None

    def _scroll_by(self, view: View, seconds: float) -> bool:
        page = self._paper.page
        if page is None:
            return False
        return self._wish(scrolled(view, seconds, self._paper.page_s(), page.record.duration_s))

    def _wish(self, view: View) -> bool:
        """Wish for a page; says whether it is another than the present one."""
        if view == self._paper.view:
            return False
        self._paper.view_wished.emit(view)
        return True

    def _mm(self, position: QPointF) -> tuple[float, float]:
        px = self._paper.sheet().px_per_mm / self._paper.devicePixelRatioF()
        return position.x() / px, position.y() / px

    def _px_per_s(self) -> float:
        sheet = self._paper.sheet()
        return self._paper.view.speed_mm_per_s * sheet.px_per_mm / self._paper.devicePixelRatioF()
