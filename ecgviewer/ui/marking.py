"""Marks regions of the open record for its reader: added, moved, labelled, removed, undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.class_names import full_name
from ecgviewer.core.erased import Erased
from ecgviewer.core.record import Record
from ecgviewer.core.review import Change, Region, Topic
from ecgviewer.core.text import later, tr
from ecgviewer.paper.region_ground import with_edge
from ecgviewer.paper.region_layer import DRAWN, RegionMarks
from ecgviewer.ui.erasing import coloured_spans
from ecgviewer.ui.review_commands import chosen_class
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import StateHolder, ViewState

_HINT = later(
    "Mark: drag over one lead, over rows, or with Shift over all leads. A click chooses, Enter "
    "edits, Del removes."
)


class Marking(QObject):
    """Keeps the tool, the chosen region and what is said of regions.

    said: sentences for the message line. editor_wished(Region): it wants a label; one without
    an id is not kept yet. go_wished: where the page should begin, in seconds.
    """

    said = Signal(str)
    editor_wished = Signal(object)
    go_wished = Signal(float)

    def __init__(
        self, state: StateHolder, reviewing: Reviewing, page_s: Callable[[], float]
    ) -> None:
        super().__init__(state)
        self._state, self._reviewing, self._page_s = state, reviewing, page_s
        self._edge = 1
        # What was drawn on a record that was left before its label was given.
        self._unkept: dict[str, Region] = {}
        state.changed.connect(self._follow)

    # The tool

    def toggle(self) -> None:
        """Take the marker, or put it down."""
        state = self._state.value
        if not self.leave() and state.record is not None:
            calipers = state.calipers.put_away() if state.calipers.out else state.calipers
            self._state.replace(marking=True, erasing=False, calipers=calipers)
            self.said.emit(tr(_HINT))

    def leave(self) -> bool:
        """Put the marker down or let go of the chosen region; says whether there was any."""
        state = self._state.value
        if state.region:
            self._state.replace(region="")
            return True
        if not state.marking:
            return False
        self._state.replace(marking=False)
        self.said.emit("")
        return True

    def choose(self, region_id: str) -> None:
        """Let one region stand out; "" for none."""
        if region_id != self._state.value.region:
            self._edge = 1
            self._state.replace(region=region_id)

    def go(self, region: Region) -> None:
        """Go to a region and choose it."""
        record = self._state.value.record
        if record is not None:
            middle_s = (region.start + region.stop) / 2 / record.rate_hz
            self.choose(region.region_id)
            self.go_wished.emit(middle_s - self._page_s() / 2)

    # Acts

    def draw(self, region: Region) -> None:
        """Ask for the label of what was drawn; the chosen class is proposed."""
        record = self._state.value.record
        if record is not None:
            proposed = replace(region, label=region.label or chosen_class(self._state.value) or "")
            self._offer(record, proposed)

    def edit(self) -> None:
        """Ask for another label and comment of the chosen region."""
        if self.chosen is not None:
            self.editor_wished.emit(self.chosen)

    def keep(self, region: Region) -> None:
        """Keep a region, a new one under a new id."""
        self.discard()
        kept = region if region.region_id else replace(region, region_id=uuid4().hex)
        if self._say(kept):
            self.choose(kept.region_id)

    def offer_unkept(self) -> None:
        """Ask again for the label of what was drawn when the record was left."""
        record = self._state.value.record
        unkept = self._unkept.get(record.record_id) if record is not None else None
        if record is not None and unkept is not None:
            self._offer(record, unkept)

    def discard(self) -> None:
        """Forget what was drawn but not kept."""
        record = self._state.value.record
        if record is not None:
            self._unkept.pop(record.record_id, None)
            self._state.replace(drawn=None)

    def move(self, region: Region) -> None:
        """Keep a region whose edges were moved."""
        before = self._of(region.region_id)
        self._say(region)
        if before is not None:
            self._edge = 0 if before.stop == region.stop else 1

    def delete(self) -> bool:
        """Remove the chosen region; says whether there was one."""
        region = self.chosen
        if region is None:
            return False
        self._reviewing.say(Change(Topic.REGION, region.region_id, None))
        self._state.replace(region="")
        self.said.emit(tr("The region is removed. Ctrl+Z brings it back."))
        return True

    def turn_edge(self) -> bool:
        """Let arrows move the other edge; says whether a region is chosen."""
        if self.chosen is None:
            return False
        self._edge = 1 - self._edge
        self.said.emit(
            tr("Arrows move its end.") if self._edge else tr("Arrows move its beginning.")
        )
        return True

    def nudge(self, samples: int) -> bool:
        """Move an edge of the chosen region; says whether there is one."""
        region, record = self.chosen, self._state.value.record
        if region is None or record is None:
            return False
        at = region.stop if self._edge else region.start
        moved, self._edge = with_edge(region, self._edge, at + samples, record.n_samples)
        self._say(moved)
        return True

    def or_nudge(self, samples: int, otherwise: Callable[[], object]) -> Callable[[], None]:
        """Return what an arrow key does: move an edge, or ``otherwise``."""

        def act() -> None:
            if not self.nudge(samples):
                otherwise()

        return act

    def mark_coloured(self) -> None:
        """Mark what the paper colours, with the label of the finding."""
        state = self._state.value
        spans = coloured_spans(state.heat, state.overlay)
        regions = _regions_of(spans, state.label or "")
        if not regions:
            self.said.emit(tr("Nothing is coloured, so nothing is marked."))
            return
        if self._say(*regions):
            name = full_name(state.label or "")
            if len(regions) == 1:
                self.said.emit(tr("1 coloured part is marked as {finding}.", finding=name))
            else:
                told = tr(
                    "{n} coloured parts are marked as {finding}.", n=len(regions), finding=name
                )
                self.said.emit(told)

    def mark_caliper(self, lead: str | None) -> None:
        """Mark what the caliper in hand spans, else the last one; lead: the one it stands on."""
        calipers = self._state.value.calipers
        for caliper in calipers.every[-1:]:
            if caliper.stop > caliper.start:
                # The caliper gives way to the region that it has become.
                self._state.replace(calipers=calipers.put_away() if calipers.out else calipers)
                self.draw(Region(caliper.start, caliper.stop, (lead,) if lead else ()))
                return
        self.said.emit(tr("No caliper spans anything: M draws one."))

    @property
    def chosen(self) -> Region | None:
        """The region that stands out."""
        return self._of(self._state.value.region)

    def _offer(self, record: Record, region: Region) -> None:
        self._unkept[record.record_id] = region
        self._state.replace(drawn=region, region="")
        self.editor_wished.emit(region)

    def _of(self, region_id: str) -> Region | None:
        return marks_of(self._state.value).of(region_id) if region_id else None

    def _say(self, *regions: Region) -> bool:
        changes = (Change(Topic.REGION, one.region_id, one.as_value()) for one in regions)
        return self._reviewing.say(*changes)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.region and old.review is not new.review and self.chosen is None:
            self._state.replace(region="")
        took_another = (new.calipers.out and not old.calipers.out) or (
            new.erasing and not old.erasing
        )
        if new.marking and took_another:
            self._state.replace(marking=False)


def marks_of(state: ViewState) -> RegionMarks:
    """Return what the reader marked on the record, and which of it is chosen."""
    regions = state.review.regions if state.review is not None else ()
    return RegionMarks(regions, state.region)


def marks_on_paper(state: ViewState) -> RegionMarks:
    """Return the same with what is drawn but not kept yet, which then stands out."""
    marks = marks_of(state)
    if state.drawn is None:
        return marks
    drawn = replace(state.drawn, region_id=DRAWN)
    return RegionMarks(tuple(sorted((*marks.regions, drawn))), DRAWN)


def _regions_of(spans: Sequence[Erased], label: str) -> list[Region]:
    """Return one region a span; leads whose spans are the same share one."""
    leads: dict[tuple[int, int], list[str]] = {}
    for span in spans:
        of_span = leads.setdefault((span.start, span.stop), [])
        if span.lead is not None:
            of_span.append(span.lead)
    return [
        Region(start, stop, tuple(names), label, "", uuid4().hex)
        for (start, stop), names in sorted(leads.items())
    ]
