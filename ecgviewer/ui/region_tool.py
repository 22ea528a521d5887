"""Regions under the mouse: drawn by dragging, chosen by clicks, moved by their edges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from ecgviewer.core.review import Region
from ecgviewer.core.text import tr
from ecgviewer.paper.furniture import clock
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.lanes import Lane, lanes_of
from ecgviewer.paper.layout import row_tops_mm
from ecgviewer.paper.region_ground import Place, RegionGround, with_edge
from ecgviewer.paper.region_layer import (
    DRAWN,
    RegionMarks,
    bands_of,
    edge_at,
    mark_regions,
    region_at,
)
from ecgviewer.paper.scene import GridLines, Scene
from ecgviewer.paper.view import Grid
from ecgviewer.ui.caliper_tool import GRAB_PX
from ecgviewer.ui.paint import paint_above, paint_below

if TYPE_CHECKING:
    from ecgviewer.ui.paper_view import PaperView

# Many systems move windows by Alt and a drag, so Shift does the same.
_ALL_LEADS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class _Held:
    """An edge that is held: of which region as it was, and the lane that it moves in."""

    before: Region
    edge: int
    home: Lane


class RegionTool:
    """Turns drags and clicks on one paper into wishes about regions; paints the one in hand."""

    def __init__(self, paper: PaperView) -> None:
        self._paper = paper
        self.marking = False
        self._marks = RegionMarks()
        self._held: _Held | None = None
        self._shown: Region | None = None

    @property
    def busy(self) -> bool:
        """Whether the mouse holds an edge or draws a region."""
        return self._held is not None or self._shown is not None

    def show(self, marks: RegionMarks) -> None:
        """Take the regions of the record."""
        self._marks = marks
        self._paper_marks()

    def clear(self) -> None:
        """Let go: another record is on the paper."""
        self._marks, self._held, self._shown = RegionMarks(), None, None

    def takes(self, at: Place) -> bool:
        """Whether a drag from here is about regions."""
        return self.marking or self._edge_at(at) is not None

    def press(self, at: Place) -> None:
        """Take hold of an edge, or of nothing yet."""
        ground, found = self._ground(), self._edge_at(at)
        home = ground.lane_at(at) if ground is not None else None
        if found is not None and home is not None:
            region, edge = found
            self._held = _Held(region, edge, home)
            self._paper.region_chosen.emit(region.region_id)

    def move(self, start: Place, at: Place, modifiers: Qt.KeyboardModifier) -> None:
        """Move what is held; without it, draw a region from where the drag began."""
        ground = self._ground()
        if ground is None:
            return
        held = self._held
        if held is not None:
            sample = ground.sample_at(at[0], held.home)
            moved, _ = with_edge(held.before, held.edge, sample, ground.record.n_samples)
            self._show(moved)
            return
        drawn = ground.drawn(start, at, all_leads=bool(modifiers & _ALL_LEADS))
        self._show(None if drawn is None else replace(drawn, region_id=DRAWN))

    def release(self) -> None:
        """Let go: what was moved or drawn is wished for."""
        if not self.busy:
            return
        held, shown = self._held, self._shown
        self._held = None
        self._show(None)
        if held is not None and shown is not None and shown != held.before:
            self._paper.region_moved.emit(shown)
        elif held is None and shown is not None:
            self._paper.region_drawn.emit(replace(shown, region_id=""))

    def interrupt(self) -> bool:
        """Let go as if nothing had been dragged; says whether anything was."""
        was_busy = self.busy
        self._held = None
        if was_busy:
            self._show(None)
        return was_busy

    def click(self, at: Place, *, inside: bool) -> bool:
        """Choose the region under the pointer; says whether there is one.

        inside: a click anywhere on the band means it, else one on its words or edges.
        """
        found = self._region_at(at)
        if found is None or not (found[1] or inside or self._edge_at(at) is not None):
            if self._marks.chosen:
                self._paper.region_chosen.emit("")
            return False
        self._paper.region_chosen.emit(found[0].region_id)
        return True

    def double_click(self, at: Place) -> bool:
        """Wish to edit the region under the pointer; says whether there is one."""
        found = self._region_at(at)
        if found is not None:
            self._paper.region_chosen.emit(found[0].region_id)
            self._paper.region_edit_wished.emit()
        return found is not None

    def turn_edge(self) -> bool:
        """Wish that arrows move the other edge; says whether a region is chosen."""
        if self._marks.chosen:
            self._paper.region_turned.emit()
        return bool(self._marks.chosen)

    def cursor_at(self, at: Place) -> Qt.CursorShape | None:
        """Return the cursor that says what a press would take hold of, None for the usual."""
        if self._held is not None or self._edge_at(at) is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.CrossCursor if self.marking else None

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw what is in hand over the page."""
        ground = self._ground(sheet)
        if ground is None or self._shown is None:
            return
        marks = RegionMarks((self._shown,), self._shown.region_id)
        marked = mark_regions(marks, ground.placed, ground.record.lead_names, self._drops(sheet))
        nothing = Scene(sheet, self._paper.view.theme, GridLines(Grid.OFF, 0.0, 0.0))
        named = self._held is not None
        paint_below(painter, replace(nothing, boxes=marked.boxes, lines=marked.lines))
        paint_above(painter, replace(nothing, texts=marked.texts if named else ()))

    def place_of(self, region: Region) -> QRect | None:
        """Return where the page first shows a region, in the paper's pixels; None where not."""
        ground = self._ground()
        if ground is None:
            return None
        bands = bands_of([region], ground.placed, ground.record.lead_names)
        if not bands:
            return None
        band = bands[0]
        px = self._paper.sheet().px_per_mm / self._paper.devicePixelRatioF()
        sides = (band.x_mm, band.y_mm, band.width_mm, band.height_mm)
        x, y, width, height = (round(side * px) for side in sides)
        return QRect(x, y, width, height)

    def _show(self, region: Region | None) -> None:
        told = self._words(region) if region is not None else ""
        self._shown = region
        self._paper.region_told.emit(told)
        self._paper_marks()
        self._paper.update()

    def _paper_marks(self) -> None:
        """Let the page draw all but the one that is held."""
        marks = self._marks
        if self._held is not None and self._shown is not None:
            marks = marks.without(self._held.before.region_id)
        self._paper.draw_regions(marks)

    def _words(self, region: Region) -> str:
        page = self._paper.page
        if page is None:
            return ""
        return extent_words(region, page.record.rate_hz)

    @property
    def _own(self) -> RegionMarks:
        """Those that are kept: what is not yet is in its editor's hands."""
        return self._marks.without(DRAWN)

    def _region_at(self, at: Place) -> tuple[Region, bool] | None:
        ground = self._ground()
        if ground is None:
            return None
        drops = self._drops(self._paper.sheet())
        return region_at(self._own, ground.placed, ground.record.lead_names, drops, at)

    def _edge_at(self, at: Place) -> tuple[Region, int] | None:
        """Return the edge in reach: of any region while marking, else of the chosen one."""
        ground, marks = self._ground(), self._own
        chosen = marks.of(marks.chosen)
        regions = marks.regions if self.marking else ((chosen,) if chosen else ())
        if ground is None or not regions:
            return None
        reach = GRAB_PX * self._paper.devicePixelRatioF() / self._paper.sheet().px_per_mm
        return edge_at(regions, ground.placed, ground.record.lead_names, at, reach)

    def _drops(self, sheet: Sheet) -> dict[int, float]:
        page = self._paper.page
        return row_tops_mm(page.page(sheet), page.cells(sheet)) if page is not None else {}

    def _ground(self, sheet: Sheet | None = None) -> RegionGround | None:
        page = self._paper.page
        if page is None:
            return None
        sheet = sheet or self._paper.sheet()
        lanes = lanes_of(page.cells(sheet), page.view, sheet, page.record.rate_hz)
        return RegionGround(page.record, lanes)


def extent_words(region: Region, rate_hz: float) -> str:
    """Return "00:00:01.20 – 00:00:01.61  ·  412 ms  ·  V1, V2"."""
    start, stop = (clock(sample / rate_hz, 2) for sample in (region.start, region.stop))
    seconds = (region.stop - region.start) / rate_hz
    length = f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
    leads = ", ".join(region.leads) or tr("all leads")
    return f"{start} – {stop}  ·  {length}  ·  {leads}"
