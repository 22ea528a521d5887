"""Compares: a second page below the record, of itself or of another, moved together or apart."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.io.hints import NeedsHints
from ecgviewer.paper.caliper import Calipers, values
from ecgviewer.paper.view import View
from ecgviewer.signal.judged import WHOLE_RECORD_S, Judged, judge
from ecgviewer.signal.pyramid import Pyramid, is_whole
from ecgviewer.ui import jobs
from ecgviewer.ui.compared import Compared, Ends
from ecgviewer.ui.opening import Opening
from ecgviewer.ui.paper_feed import PaperFeed
from ecgviewer.ui.papers import Papers
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

PLACE = "_below"
OPEN, QUALITY = f"open{PLACE}", f"quality{PLACE}"
_HINT = later("Compare: Ctrl+F2 scrolls the pages apart, Shift+F2 swaps them, F2 ends.")


class Comparing(QObject):
    """Keeps the state's second page: opens, feeds and moves it.

    said, failed: sentences for the message line. go_wished: nothing is compared, so that the
    one page shall begin there. measured: what a caliper on another record spans.
    """

    said = Signal(str)
    failed = Signal(str, str)
    go_wished = Signal(float)
    measured = Signal(str)

    def __init__(
        self,
        state: StateHolder,
        papers: Papers,
        opening: Opening,
        workers: tuple[Worker, Worker, Worker],
        preferences: Preferences,
    ) -> None:
        super().__init__(state)
        self._state, self._papers, self._opening = state, papers, opening
        self._io, self._quick, long = workers
        self._preferences = preferences
        # Of the record that is on its way: where it shall begin, and whether it was asked about.
        self._start_s: float | None = None
        self._knows_hints = False
        self.feed = PaperFeed(self._io, long, PLACE)
        self.feed.failed.connect(self.failed)
        self.feed.samples.connect(papers.put_samples)
        self.feed.samples_missed.connect(papers.miss_samples)
        self.feed.pyramid_built.connect(self._put_pyramid)
        papers.above.scrolled_past.connect(self.move_past)
        papers.below_made.connect(self._connect_paper)
        papers.below_chosen.connect(self._choose_page)
        for worker in (self._io, self._quick):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)

    def _connect_paper(self) -> None:
        below = self._papers.below
        assert below is not None
        below.view_wished.connect(self.show_below)
        below.scrolled_past.connect(self.move_past)
        below.samples_wished.connect(self.feed.wish_samples)
        below.calipers_wished.connect(self.show_calipers)

    # What stands below

    def toggle(self) -> None:
        """Show another page of the record below it, or end the comparison."""
        if self._state.value.compared is not None:
            self.end()
            self.said.emit("")
        elif self._state.value.record is None:
            self.said.emit(tr("No record is open: there is nothing to compare."))
        else:
            self.show_same()
            self.said.emit(tr(_HINT))
            self._focus_below()

    def show_same(self, start_s: float | None = None) -> None:
        """Put the main record itself below, at a time, else one page later."""
        state = self._state.value
        if state.record is not None:
            wished_s = self._later_s(state.record) if start_s is None else start_s
            self._show(state.record, wished_s)

    def open_path(self, path: Path, start_s: float | None = None) -> None:
        """Put another record below, from its start or a time on."""
        record = self._state.value.record
        if record is None:
            self._opening.open_path(path)
        elif path.is_dir():
            told = tr("{name} is a folder: choose a record of it to compare.", name=path.name)
            self.failed.emit(told, "")
        elif path.with_suffix("") == record.path.with_suffix(""):
            self.show_same(start_s)
        else:
            self._start_s, self._knows_hints = start_s, False
            self._io.submit(OPEN, jobs.open_record, path, None)

    def end(self) -> None:
        """Take the page below away, and what is in memory of its record."""
        self._io.cancel(OPEN)
        self._quick.cancel(QUALITY)
        self.feed.take(None)
        self._state.replace(compared=None)

    def stop(self) -> bool:
        """Stop opening a record; says whether one was on its way."""
        return self._io.cancel(OPEN)

    def swap(self) -> None:
        """Let the page below be the main one, and the main one stand below."""
        state, compared = self._state.value, self._state.value.compared
        if compared is None or state.record is None:
            return
        record, start_s = state.record, state.view.start_s
        turned = replace(
            Compared.of(record, start_s, compared.record, compared.start_s),
            linked=compared.linked,
            below_active=compared.below_active,
            pyramid=state.pyramid,
        )
        if compared.record is record:
            view = replace(state.view, start_s=compared.start_s)
            self._state.replace(view=view, compared=turned)
            return
        self._opening.show(compared.record, compared.start_s, compared.pyramid)
        self._feed(record, turned)

    def set_linked(self, *, linked: bool) -> None:
        """Scroll both pages together at the distance that they have now, or apart."""
        compared = self._state.value.compared
        if compared is not None:
            self._state.replace(compared=compared.with_link(linked=linked))

    def _show(self, record: Record, start_s: float) -> None:
        state, old = self._state.value, self._state.value.compared
        assert state.record is not None
        last_s = max(0.0, record.duration_s - self._page_s())
        shown = Compared.of(record, min(start_s, last_s), state.record, state.view.start_s)
        if old is not None:
            shown = replace(shown, linked=old.linked, below_active=old.below_active)
        if record is state.record:
            shown = replace(shown, pyramid=state.pyramid)
        if old is not None and old.record is record:
            self._state.replace(compared=replace(shown, pyramid=old.pyramid, judged=old.judged))
        else:
            self._feed(record, shown)

    def _feed(self, record: Record, shown: Compared) -> None:
        self._quick.cancel(QUALITY)
        # First the feed: the paper asks for samples as soon as it has its record.
        self.feed.take(record)
        self._state.replace(compared=shown)
        self._complete()
        if not shown.is_same_record and record.duration_s <= WHOLE_RECORD_S:
            self._quick.submit(QUALITY, judge, record, 0, record.n_samples)

    def _later_s(self, record: Record) -> float:
        start_s, page_s = self._state.value.view.start_s, self._papers.above.page_s()
        last_s = max(0.0, record.duration_s - page_s)
        # At the end of a record, an earlier page says more than the same one.
        return max(start_s - page_s, 0.0) if start_s >= last_s else min(start_s + page_s, last_s)

    def _focus_below(self) -> None:
        if self._papers.below is not None:
            self._papers.below.setFocus()

    # Where the pages begin

    def move_by(self, seconds: float) -> None:
        """Move both pages, or the one that keys move, or the only one."""
        state = self._state.value
        if state.compared is None:
            self.go_wished.emit(state.view.start_s + seconds)
        else:
            self._place(state.compared.moved_by(seconds, self._ends()))

    def move_past(self, seconds: float) -> None:
        """Move on the page that can where the one under the wheel cannot, if they are linked."""
        compared = self._state.value.compared
        if compared is not None and compared.linked:
            self._place(compared.moved_by(seconds, self._ends()))

    def go_to(self, start_s: float) -> None:
        """Go to a time of the main record, or of the page that keys move."""
        compared = self._state.value.compared
        if compared is None:
            self.go_wished.emit(start_s)
        else:
            self._place(compared.moved_to(start_s, self._ends()))

    def move_below(self, start_s: float) -> None:
        """Begin the page below at a time; the one above follows if they are linked."""
        compared = self._state.value.compared
        if compared is not None:
            self._place(compared.below_to(start_s, self._ends()))

    def show_below(self, view: View) -> None:
        """Show another page below; scales are those of both."""
        state = self._state.value
        if state.compared is None:
            return
        scales = replace(
            state.view, speed_mm_per_s=view.speed_mm_per_s, gain_mm_per_mv=view.gain_mm_per_mv
        )
        ends = self._ends(view.speed_mm_per_s)
        self._place(state.compared.below_to(view.start_s, ends), scales)
        if scales != state.view:
            self._preferences.keep_view(scales)

    def show_calipers(self, calipers: Calipers) -> None:
        """Put calipers on the record below; of the main record there is one set for both pages."""
        compared = self._state.value.compared
        if compared is None:
            return
        if compared.is_same_record:
            self._state.replace(calipers=calipers)
            return
        self._state.replace(compared=replace(compared, calipers=calipers))
        active = calipers.active
        self.measured.emit("  ·  ".join(values(active, compared.record)) if active else "")

    def follow(self, _old: ViewState, _new: ViewState) -> None:
        """Keep the page below with what became of the main record and its page."""
        # Others change the state meanwhile, so that only its present value counts.
        state = self._state.value
        compared = state.compared
        if compared is None:
            return
        if state.record is None:
            self.end()
        elif compared.beside is not state.record:
            moved = compared.put_below(state.record, state.view.start_s)
            self._state.replace(compared=moved)
            self._complete()
        elif compared.above_s != state.view.start_s:
            self._place(compared.above_to(state.view.start_s, self._ends()))
        elif compared.record is state.record and compared.pyramid is not state.pyramid:
            self._complete()  # more of it is known, or derived leads too

    def _place(self, compared: Compared, view: View | None = None) -> None:
        view = replace(view or self._state.value.view, start_s=compared.above_s)
        self._state.replace(view=view, compared=compared)

    def _ends(self, speed_mm_per_s: float | None = None) -> Ends:
        state = self._state.value
        assert state.compared is not None
        longer = state.view.speed_mm_per_s / (speed_mm_per_s or state.view.speed_mm_per_s)
        above_s = self._papers.above.page_s() * longer
        below_s = self._page_s() * longer
        return Ends(
            max(0.0, state.compared.beside.duration_s - above_s),
            max(0.0, state.compared.record.duration_s - below_s),
        )

    def _page_s(self) -> float:
        paper = self._papers.below or self._papers.above
        return paper.page_s()

    def _choose_page(self, below: bool) -> None:
        compared = self._state.value.compared
        if compared is not None and compared.below_active is not below:
            self._state.replace(compared=replace(compared, below_active=below))

    # What comes back from the workers

    def _complete(self) -> None:
        """Bring the extremes of the record below: those above, or built anew."""
        state = self._state.value
        compared = state.compared
        if compared is None:
            return
        if compared.record is state.record:
            if state.pyramid is not None:
                self._state.replace(compared=replace(compared, pyramid=state.pyramid))
        elif not is_whole(compared.pyramid) and not self.feed.is_building:
            self.feed.build_pyramid()

    def _put_pyramid(self, pyramid: Pyramid) -> None:
        compared = self._state.value.compared
        if compared is not None:
            self._state.replace(compared=replace(compared, pyramid=pyramid))

    def _done(self, kind: str, result: object) -> None:
        compared = self._state.value.compared
        if kind == OPEN and isinstance(result, Record):
            start_s, self._start_s = self._start_s, None
            self._show(result, start_s or 0.0)
        elif kind == QUALITY and isinstance(result, Judged) and compared is not None:
            self._state.replace(compared=replace(compared, judged=result))

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == OPEN and isinstance(error, NeedsHints):
            self._ask(error)
        elif kind in (OPEN, QUALITY):
            self.failed.emit(str(error), details)

    def _ask(self, asked: NeedsHints) -> None:
        known = self._preferences.hints(asked.kind)
        if known is not None and not self._knows_hints:
            self._knows_hints = True
            self._io.submit(OPEN, jobs.open_record, asked.path, known)
        else:
            told = tr(
                "{name} says too little of itself: open it alone once, then compare it.",
                name=asked.path.name,
            )
            self.failed.emit(told, "")
