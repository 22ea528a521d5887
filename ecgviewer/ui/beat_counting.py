"""Finds the beats of the whole record, for the overview's heart rate."""

import time

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.signal.record_beats import RecordBeats, is_long_enough, nothing_known, read_on
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "rate"
PUBLISH_S = 1.0
# A page that did not move for so long rests.
REST_MS = 300


class BeatCounting(QObject):
    """Keeps what the state knows of its record's beats growing to the record's end.

    Works in the long worker, a stretch at a time: what a reader asks for meanwhile comes
    between two stretches. Begins when the record was read once, so that its file is at
    hand. failed: sentences for the message line.
    """

    failed = Signal(str, str)

    def __init__(self, state: StateHolder, long: Worker) -> None:
        super().__init__(state)
        self._state, self._long = state, long
        self._told_s = 0.0
        self._next: RecordBeats | None = None
        self._page_rests = rest_timer(self, REST_MS, self._go_on)
        state.changed.connect(self._follow)
        long.done.connect(self._done)
        long.failed.connect(self._failed)

    def stop(self) -> bool:
        """Count no further; what is known stays. Says whether there was any work."""
        waited, self._next = self._next is not None, None
        return self._long.cancel(KIND) or waited

    @property
    def settling(self) -> bool:
        """Whether counting waits for the page to rest."""
        return self._next is not None

    def see(self, _page: tuple[int, int]) -> None:
        """Take note that the page moves: counting would take time from its frames."""
        self._page_rests.start()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._long.cancel(KIND)
            self._next = None
        # The first piece of the overview: its reading goes on, and this waits behind it.
        begun = old.pyramid is None and new.pyramid is not None
        if begun and new.record is not None and is_long_enough(new.record):
            self._begin(new.record)

    def begin_again(self) -> None:
        """Count anew: whether the file's own beats may be told has changed."""
        state = self._state.value
        if state.record is not None and state.counted is not None:
            self._begin(state.record)

    def _begin(self, record: Record) -> None:
        self._next = None
        self._long.submit(KIND, begin, record, not self._state.value.model_hidden)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, RecordBeats):
            return
        if result.record is not self._state.value.record:
            return
        if not result.is_done:
            self._next = result
            if not self._page_rests.isActive():
                self._go_on()
        # To draw a day anew after each of its stretches would make scrolling stutter.
        since_s = time.monotonic() - self._told_s
        if result.is_done or self._state.value.counted is None or since_s >= PUBLISH_S:
            self._told_s = time.monotonic()
            self._state.replace(counted=result)

    def _go_on(self) -> None:
        known, self._next = self._next, None
        if known is not None and known.record is self._state.value.record:
            self._long.submit(KIND, read_on, known)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self.failed.emit(str(error), details)


def begin(record: Record, knows_file: bool, task: Task) -> RecordBeats:
    """Read the first stretch of a record; beats of a file that is known are there at once."""
    return read_on(nothing_known(record, knows_file=knows_file), task)
