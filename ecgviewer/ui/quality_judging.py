"""Has the signal's quality judged: of a short record at once, else around the page."""

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.text import tr
from ecgviewer.signal.judged import LONGEST_PAGE_S, TOO_LONG, Judged, judge, span_to_judge
from ecgviewer.ui.quality_words import doubt_words, reversal_words, told_words
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "quality"
_SETTLE_MS = 250
# What the reader waits for goes first.
_FIRST = ("models", "networks", "analyse", "explain")


class QualityJudging(QObject):
    """Keeps what the state knows of the signal's quality that of its record and page.

    Works in the quick worker, when the page rests. said, failed: sentences for the message
    line.
    """

    said = Signal(str)
    failed = Signal(str, str)

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._page = (0, 0)
        # What was asked last; a record whose samples cannot be read is not asked for again.
        self._asked: tuple[Record, int, int] | None = None
        self._told: Record | None = None
        self._settle = rest_timer(self, _SETTLE_MS, self._look)
        state.changed.connect(self._follow)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page; they are judged when it rests."""
        self._page = page
        self._settle.start()

    @property
    def settling(self) -> bool:
        """Whether a look at the page is still to come."""
        return self._settle.isActive()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._quick.cancel(KIND)
            self._asked = self._told = None

    def _look(self) -> None:
        state = self._state.value
        record = state.record
        if record is None:
            return
        if state.models is None or any(kind in self._quick.busy_kinds for kind in _FIRST):
            self._settle.start()
            return
        start, stop = span_to_judge(self._page, record.n_samples, record.rate_hz)
        if self._asked == (record, start, stop):
            return
        self._asked = (record, start, stop)
        if self._page[1] - self._page[0] > LONGEST_PAGE_S * record.rate_hz:
            self._quick.cancel(KIND)
            told = Judged(start, stop, record.rate_hz, whole=False, reason=tr(TOO_LONG))
            self._state.replace(judged=told)
        else:
            self._quick.submit(KIND, judge, record, start, stop)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, Judged):
            return
        before = doubt_words(self._state.value)
        self._state.replace(judged=result)
        state = self._state.value
        news = reversal_words(result) or doubt_words(state) != before
        if news and self._told is not state.record and told_words(state):
            self._told = state.record
            self.said.emit(told_words(state))

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self.failed.emit(str(error), details)
