"""Measures the seconds that are seen, while somebody looks at them."""

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.paper.measured_layer import MeasuredMarks
from ecgviewer.signal.measured_span import (
    MeasuredSpan,
    Quantity,
    measure_span,
    span_around,
    why_not_measured,
)
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import BeatMode, Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "measure"
_SETTLE_MS = 200
# What may make values wanted.
_WANTING = ("measured_row", "playing", "beat_mode")


class Measuring(QObject):
    """Keeps the state's measured values those of the page in view, once it rests.

    Works in the quick worker, only while the panel is seen or a value is marked on the
    paper. failed: sentences for the message line.
    """

    failed = Signal(str, str)

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._seen = self._beat_seen = False
        self._page = (0, 0)
        # What was asked last: the record and its samples.
        self._asked: tuple[object, int, int] | None = None
        self._settle = rest_timer(self, _SETTLE_MS, self._look)
        state.changed.connect(self._follow)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)
        quick.cancelled.connect(self._cancelled)

    def set_seen(self, seen: bool) -> None:
        """Take note of whether the panel can be seen."""
        self._seen = seen
        self._settle.start(0)

    def set_beat_seen(self, seen: bool) -> None:
        """Take note of whether the panel of beats can be seen, which may magnify one."""
        self._beat_seen = seen
        self._settle.start(0)

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page; they are measured when the page rests."""
        self._page = page
        self._settle.start(_SETTLE_MS)

    def choose(self, quantity: Quantity | None) -> None:
        """Mark on the paper what a value rests on; None: nothing."""
        self._state.replace(measured_row=quantity)

    @property
    def settling(self) -> bool:
        """Whether a look at the page is still to come."""
        return self._settle.isActive()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._asked = None
            # The state must not change while others are still being told of a change; what
            # belongs to another record nobody shows.
            self._settle.start(_SETTLE_MS)
        elif any(getattr(old, name) is not getattr(new, name) for name in _WANTING):
            self._settle.start(0)

    def _look(self) -> None:
        state = self._state.value
        record = state.record
        if record is None or why_not_measured(record):
            self._quick.cancel(KIND)
            self._state.replace(measured=None, measured_stage=Stage.NONE)
            return
        magnified = self._beat_seen and state.beat_mode is BeatMode.MAGNIFIED
        wanted = self._seen or magnified or state.measured_row is not None
        span = span_around(record, self._page)
        if not wanted or state.playing or self._asked == (record, *span):
            return
        if span[0] >= span[1]:
            return
        self._asked = (record, *span)
        self._state.replace(measured_stage=Stage.WAITING)
        self._quick.submit(KIND, measure_span, record, *span)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, MeasuredSpan):
            return
        if (result.record, result.start, result.stop) == self._asked:
            self._state.replace(measured=result, measured_stage=Stage.DONE)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._state.replace(measured=None, measured_stage=Stage.FAILED)
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == KIND:
            self._asked = None


def shown_measures(state: ViewState) -> MeasuredSpan | None:
    """Return what was measured of the state's own record, None before that."""
    measured = state.measured
    return measured if measured is not None and measured.record is state.record else None


def measured_marks(state: ViewState) -> MeasuredMarks | None:
    """Return what the paper is to mark: of the chosen value, where there is one."""
    measured, row = shown_measures(state), state.measured_row
    if measured is None or row is None:
        return None
    name = tr("PR") if row is Quantity.PR else row.value
    return MeasuredMarks(name, measured.spans(row), frozenset(measured.usable_leads))
