"""The calipers under the mouse: drawn, grabbed, dragged and painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ecgviewer.paper.caliper import Caliper, Calipers, Leg
from ecgviewer.paper.caliper_ground import Grip, Ground, Part, dragged
from ecgviewer.paper.caliper_layer import CaliperLayer, caliper_layer
from ecgviewer.paper.caliper_snap import extremum_near, reach_samples
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.lanes import Lane, lanes_of
from ecgviewer.paper.scene import GridLines, Scene
from ecgviewer.paper.theme import COLOURS
from ecgviewer.paper.view import Grid, Theme
from ecgviewer.ui.paint import paint_above, paint_below
from ecgviewer.ui.paper_page import OpenPage

if TYPE_CHECKING:
    from ecgviewer.ui.paper_view import PaperView

GRAB_PX = 6.0  # logical, on either side of a line
WASH, FAINT = 0.09, 0.75
# Many systems move windows by Alt and a drag, so Shift snaps as well.
SNAPS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_CURSORS = {
    Part.LEG: Qt.CursorShape.SizeHorCursor,
    Part.CORNER: Qt.CursorShape.PointingHandCursor,
    Part.BAR: Qt.CursorShape.SizeAllCursor,
    Part.LEVEL: Qt.CursorShape.SizeVerCursor,
}

Place = tuple[float, float]  # mm from the sheet's top left corner


@dataclass(frozen=True, slots=True)
class _Drag:
    """A part that is held, the caliper when it was taken, and where the pointer was."""

    grip: Grip
    held: Caliper
    origin: Leg
    home: Lane


class CaliperTool:
    """Turns drags on one paper into wishes for other calipers; paints those it was given."""

    def __init__(self, paper: PaperView) -> None:
        self._paper = paper
        self.calipers = Calipers()
        self._drag: _Drag | None = None

    def show(self, calipers: Calipers) -> None:
        """Take what is on the record."""
        self.calipers = calipers
        if calipers.active is None:
            self._drag = None

    def clear(self) -> None:
        """Let go: another record is on the paper."""
        self.calipers, self._drag = self.calipers.of_next_record(), None

    def press(self, at: Place) -> None:
        """Take hold of the active caliper where the pointer is, or of nothing yet."""
        ground = self._ground()
        active = self.calipers.active
        grip = self._grip_at(at)
        self._drag = None
        if ground is None or active is None or grip is None:
            return
        home = ground.home(active) or ground.lane_at(at[1], at[0])
        if home is not None:
            self._drag = _Drag(grip, active, self._point(ground, active, home, at), home)
            if grip.part in (Part.LEG, Part.CORNER):
                self._wish(replace(self.calipers, leg=grip.leg))

    def move(self, start: Place, at: Place, modifiers: Qt.KeyboardModifier) -> None:
        """Drag what is held; without it, draw a new caliper from where the drag began."""
        ground = self._ground()
        if ground is None:
            return
        snaps = bool(modifiers & SNAPS)
        drag = self._drag or self._begun(ground, start, snaps=snaps)
        self._drag = drag
        if drag is None:
            return
        to = self._point(ground, drag.held, drag.home, at, snaps=snaps)
        moved = dragged(drag.held, drag.grip, drag.origin, to, ground.record.n_samples)
        leg = drag.grip.leg if drag.grip.part in (Part.LEG, Part.CORNER) else self.calipers.leg
        self._wish(replace(self.calipers, active=moved, leg=leg))

    def release(self) -> None:
        """Let go."""
        self._drag = None

    def click(self, at: Place) -> bool:
        """Take up a pinned caliper whose line was clicked; says whether one was hit."""
        ground = self._ground()
        if ground is None or self._grip_at(at) is not None:
            return ground is not None
        for index, caliper in reversed(list(enumerate(self.calipers.pinned))):
            if ground.grip_at(caliper, *at, self._reach_mm(ground.sheet)) is not None:
                self._wish(self.calipers.taken_up(index))
                return True
        return False

    def cursor_at(self, at: Place) -> Qt.CursorShape:
        """Return the cursor that says what a press would take hold of."""
        grip = self._drag.grip if self._drag is not None else self._grip_at(at)
        return Qt.CursorShape.CrossCursor if grip is None else _CURSORS[grip.part]

    def turn_leg(self) -> bool:
        """Make the other leg the active one; says whether there is one."""
        if not self.calipers.out or self.calipers.active is None:
            return False
        self._wish(replace(self.calipers, leg=1 - self.calipers.leg))
        return True

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw the calipers over the page."""
        ground = self._ground(sheet)
        if ground is not None and self.calipers.every:
            paint_calipers(painter, sheet, ground.view.theme, caliper_layer(self.calipers, ground))

    def _begun(self, ground: Ground, start: Place, *, snaps: bool) -> _Drag | None:
        cell = self._cell_touched(ground, start)
        lane = next((lane for lane in ground.lanes if cell in lane.cells), None)
        if lane is None or cell is None or cell.slot.lead_index is None:
            return None
        nowhere = Leg(0, 0.0)
        blank = Caliper(cell.slot.lead_index, (nowhere, nowhere), cell.is_strip)
        origin = self._point(ground, blank, lane, start, snaps=snaps)
        return _Drag(Grip(Part.CORNER, 1), replace(blank, legs=(origin, origin)), origin, lane)

    def _point(
        self, ground: Ground, caliper: Caliper, home: Lane, at: Place, *, snaps: bool = False
    ) -> Leg:
        """Return sample and height under the pointer, or of the peak that it is near."""
        sample = ground.sample_at(*at, home)
        cell = home.cell_of(caliper.lead)
        # Where the page has no cell of the lead, its heights stay as they are.
        height = ground.height_at(cell, at[1]) if cell else caliper.legs[0].height
        under = self._cell_touched(ground, at) if snaps else None
        peak = self._peak(ground, under, sample, at[1]) if under is not None else None
        if under is None or peak is None:
            return Leg(sample, height)
        # A peak of another lead tells when, but not how high this one is.
        own = under.slot.lead_index == caliper.lead
        return peak if own else Leg(peak.sample, height)

    def _cell_touched(self, ground: Ground, at: Place) -> Cell | None:
        """Return the cell whose trace the pointer touches, else the one that it is in."""
        page = self._paper.page
        assert page is not None
        return ground.cell_touched(*at, page.supply(ground.sheet).tiles)

    def _peak(self, ground: Ground, cell: Cell, sample: int, y_mm: float) -> Leg | None:
        page, lead = self._paper.page, cell.slot.lead_index
        assert page is not None
        assert lead is not None
        speed, rate = ground.view.speed_mm_per_s, ground.record.rate_hz
        mm_per_sample = speed / rate
        reach = reach_samples(mm_per_sample * ground.sheet.px_per_mm, ground.sheet.px_per_mm)
        first = max(sample - reach, 0)
        stop = min(sample + reach + 1, ground.record.n_samples)
        values = page.supply(ground.sheet).tiles.read(first, stop)
        if values is None:
            return None
        heights = values[lead] - ground.baseline(cell)
        height, scale = ground.height_at(cell, y_mm), ground.mm_per_unit(cell)
        index = extremum_near(heights, sample - first, height, mm_per_sample, scale)
        return None if index is None else Leg(first + index, float(heights[index]))

    def _grip_at(self, at: Place) -> Grip | None:
        ground, active = self._ground(), self.calipers.active
        if ground is None or active is None:
            return None
        return ground.grip_at(active, *at, self._reach_mm(ground.sheet))

    def _reach_mm(self, sheet: Sheet) -> float:
        return GRAB_PX * self._paper.devicePixelRatioF() / sheet.px_per_mm

    def _ground(self, sheet: Sheet | None = None) -> Ground | None:
        page = self._paper.page
        return None if page is None else ground_of(page, sheet or self._paper.sheet())

    def _wish(self, calipers: Calipers) -> None:
        if calipers != self.calipers:
            self._paper.calipers_wished.emit(calipers)


def ground_of(page: OpenPage, sheet: Sheet) -> Ground:
    """Return what calipers stand on."""
    lanes = lanes_of(page.cells(sheet), page.view, sheet, page.record.rate_hz)
    return Ground(page.record, page.view, sheet, lanes, page.page(sheet).levels)


def paint_calipers(
    painter: QPainter,
    sheet: Sheet,
    theme: Theme,
    layer: CaliperLayer,
    above: Callable[[QPainter, Scene], None] = paint_above,
) -> None:
    """Draw calipers; above: what writes their words."""
    px = sheet.px_per_mm
    for wash in layer.washes:
        colour = QColor(COLOURS[theme].inks[wash.ink])
        colour.setAlphaF(WASH)
        area = wash.x_mm * px, wash.y_mm * px, wash.width_mm * px, wash.height_mm * px
        painter.fillRect(QRectF(*area), colour)
    nothing = Scene(sheet, theme, GridLines(Grid.OFF, 0.0, 0.0))
    painter.setOpacity(FAINT)
    paint_below(painter, replace(nothing, lines=tuple(layer.faint)))
    painter.setOpacity(1.0)
    paint_below(painter, replace(nothing, lines=tuple(layer.lines)))
    paint_below(painter, replace(nothing, boxes=tuple(layer.boxes)))
    above(painter, replace(nothing, texts=tuple(layer.texts)))
