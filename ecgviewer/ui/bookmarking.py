"""Sets, writes on, finds and takes away bookmarks, and keeps them from one day to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.bookmark import Bookmark, in_order, tidy_text
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.io.bookmarks_file import BookmarksFile
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.words import clock
from ecgviewer.ui.worker import Worker

MOST_UNDONE = 100
_READ, _KEEP = "bookmarks", "keep bookmarks "


@dataclass(frozen=True, slots=True)
class _Held:
    """What a file holds, or shall hold; whole: nothing of what it held before is left."""

    record_id: str
    bookmarks: tuple[Bookmark, ...]
    whole: bool = True


def _keep(kept: BookmarksFile, held: _Held) -> None:
    before = () if held.whole else kept.read(held.record_id)
    kept.write(held.record_id, in_order((*before, *held.bookmarks)))


class Bookmarking(QObject):
    """The bookmarks of the open record, undone and redone as far as it has been open.

    A change is on screen at once and goes to disk through the worker; what has not got there
    when the window closes is written then. go_wished: a start in seconds. stepped: something
    was done that can be undone. said, failed: sentences.
    """

    go_wished = Signal(float)
    stepped = Signal()
    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self,
        state: StateHolder,
        io: Worker,
        kept: BookmarksFile,
        page_s: Callable[[], float],
    ) -> None:
        super().__init__(state)
        self._state, self._io, self._kept, self._page_s = state, io, kept, page_s
        self._known = False
        self._unwritten: dict[str, _Held] = {}
        self._before: list[tuple[Bookmark, ...]] = []
        self._after: list[tuple[Bookmark, ...]] = []
        self._gone_to_s: float | None = None
        state.changed.connect(self._follow)
        io.done.connect(self._done)
        io.failed.connect(self._failed)

    # Setting and taking away

    def set_at(self, sample: int) -> Bookmark | None:
        """Set a bookmark, or return the one that stands there; None without a record."""
        state = self._state.value
        if state.record is None:
            return None
        sample = min(max(sample, 0), max(0, state.record.n_samples - 1))
        there = next((mark for mark in state.bookmarks if mark.sample == sample), None)
        made = there or Bookmark(sample)
        if there is None:
            self._change((*state.bookmarks, made))
        self._state.replace(bookmark=made)
        return made

    def write_on(self, mark: Bookmark, text: str) -> None:
        """Put words beside a bookmark."""
        told = replace(mark, text=tidy_text(text))
        others = [other for other in self._state.value.bookmarks if other.sample != mark.sample]
        if told != mark:
            self._change((*others, told))
            self._state.replace(bookmark=told)
        self.said.emit(tr("Bookmark at {time}. Shift+B lists them.", time=self._time(told)))

    def delete(self, mark: Bookmark) -> None:
        """Take a bookmark away."""
        left = [other for other in self._state.value.bookmarks if other.sample != mark.sample]
        self._change(left)
        self._state.replace(bookmark=None)
        told = tr("The bookmark at {time} is gone. Ctrl+Z brings it back.", time=self._time(mark))
        self.said.emit(told)

    def undo(self) -> None:
        """Take the last change back."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Make the change that was taken back again."""
        self._swap(self._after, self._before)

    def _swap(self, source: list[tuple[Bookmark, ...]], target: list[tuple[Bookmark, ...]]) -> None:
        if not source:
            return
        present = self._state.value.bookmarks
        target.append(present)
        returned = source.pop()
        self._put(returned)
        self._state.replace(bookmark=None)
        back = [mark for mark in returned if mark not in present]
        gone = [mark for mark in present if mark not in returned]
        if back:
            self.said.emit(tr("The bookmark at {time} is as it was.", time=self._time(back[0])))
        elif gone:
            self.said.emit(tr("The bookmark at {time} is gone.", time=self._time(gone[0])))

    def _change(self, bookmarks: Sequence[Bookmark]) -> None:
        self._before = [*self._before, self._state.value.bookmarks][-MOST_UNDONE:]
        self._after = []
        self._put(bookmarks)
        self.stepped.emit()

    def _put(self, bookmarks: Sequence[Bookmark]) -> None:
        self._state.replace(bookmarks=in_order(bookmarks))
        self._write()

    # Going to them

    def go(self, mark: Bookmark) -> None:
        """Show a bookmark in the middle of the page."""
        record = self._state.value.record
        if record is None:
            return
        self._state.replace(bookmark=mark)
        self.go_wished.emit(mark.sample / record.rate_hz - self._page_s() / 2)
        self._gone_to_s = self._state.value.view.start_s
        if mark.text:
            told = tr("Bookmark at {time}: {text}", time=self._time(mark), text=mark.text)
        else:
            told = tr("Bookmark at {time}", time=self._time(mark))
        self.said.emit(told)

    def step(self, steps: int) -> None:
        """Go to the next or the previous bookmark, seen from where the reader is."""
        state = self._state.value
        if state.record is None:
            return
        if not state.bookmarks:
            self.said.emit(tr("No bookmark in this record. B sets one."))
            return
        here = self._here(state, state.record)
        if steps > 0:
            found = next((mark for mark in state.bookmarks if mark.sample > here), None)
        else:
            found = next((mark for mark in state.bookmarks[::-1] if mark.sample < here), None)
        if found is None:
            after = tr("No bookmark after this place.")
            before = tr("No bookmark before this place.")
            self.said.emit(after if steps > 0 else before)
        else:
            self.go(found)

    def _here(self, state: ViewState, record: Record) -> int:
        # At an end of the record the page cannot have its bookmark in the middle.
        if state.bookmark is not None and state.view.start_s == self._gone_to_s:
            return state.bookmark.sample
        return self.middle(state, record)

    def middle(self, state: ViewState, record: Record) -> int:
        """Return the sample in the middle of the page, as far as the record reaches.

        Of two pages that scroll apart, of the one that keys move, where it is the record's.
        """
        start_s, compared = state.view.start_s, state.compared
        if compared is not None and compared.is_same_record and not compared.linked:
            start_s = compared.start_s if compared.below_active else start_s
        stop_s = min(start_s + self._page_s(), record.duration_s)
        return round((start_s + stop_s) / 2 * record.rate_hz)

    def _time(self, mark: Bookmark) -> str:
        record = self._state.value.record
        return clock(mark.sample / record.rate_hz) if record is not None else ""

    # Keeping them

    def close(self) -> None:
        """Write what the worker did not get to."""
        for held in self._unwritten.values():
            try:
                _keep(self._kept, held)
            except EcgError as error:
                self.failed.emit(str(error), "")

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is new.record:
            return
        self._before, self._after, self._gone_to_s = [], [], None
        self._known = False
        if new.record is not None:
            self._io.submit(_READ, self._read, new.record.record_id)

    def _read(self, record_id: str, _task: Task) -> _Held:
        return _Held(record_id, self._kept.read(record_id))

    def _done(self, kind: str, result: object) -> None:
        if kind == _READ and isinstance(result, _Held):
            self._take(result)
        elif kind.startswith(_KEEP):
            # A change since then has its own work, and the kind is busy anew.
            self._unwritten.pop(kind.removeprefix(_KEEP), None)

    def _take(self, read: _Held) -> None:
        record = self._state.value.record
        if record is None or read.record_id != record.record_id:
            return
        self._known = True
        # What is still to be written is newer than what was read.
        unwritten = self._unwritten.get(read.record_id)
        before = unwritten if unwritten is not None and unwritten.whole else read
        marks = in_order((*before.bookmarks, *self._state.value.bookmarks))
        self._state.replace(bookmarks=marks)

    def _write(self) -> None:
        record = self._state.value.record
        if record is None:
            return
        held = _Held(record.record_id, self._state.value.bookmarks, self._known)
        self._unwritten[held.record_id] = held
        self._io.submit(_KEEP + held.record_id, self._keep_now, held)

    def _keep_now(self, held: _Held, _task: Task) -> None:
        _keep(self._kept, held)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == _READ:
            # The file was set aside: what is set from now on goes into a new one.
            self._known = True
            self.failed.emit(str(error), details)
        elif kind.startswith(_KEEP):
            self.failed.emit(str(error), details)
