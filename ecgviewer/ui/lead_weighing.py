"""Asks the model how much each lead speaks for each class, while somebody looks."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.ui import jobs
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "leads"
_KEPT = 64
_SETTLE_MS = 250
# Nobody waits for the leads as for these.
_BEFORE_IT = {"models", "networks", "analyse", "explain", "erase", "try"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: the same again has the same answer. record_id: from its content."""

    record_id: str
    model: str
    method: str
    span: tuple[int, int]


class LeadWeighing(QObject):
    """Keeps the state's lead weights those of its record, model, method and page.

    Works in the slow worker, only while the panel is seen, a class is chosen and the
    workers have nothing else to do. failed: sentences for the message line.
    """

    failed = Signal(str, str)
    _published = Signal(object, object)

    def __init__(self, state: StateHolder, quick: Worker, long: Worker) -> None:
        super().__init__(state)
        self._state, self._quick, self._long = state, quick, long
        self._page = (0, 0)
        self._seen = False
        self._running: _Asked | None = None
        self._given_up: _Asked | None = None
        self._subject: _Asked | None = None
        self._kept: dict[_Asked, LeadWeights] = {}
        self._settle = rest_timer(self, _SETTLE_MS, self._look)
        state.changed.connect(self._look_soon)
        for worker in (quick, long):
            worker.busy_changed.connect(self._look_soon)
        self._published.connect(self._show_estimate)
        long.done.connect(self._done)
        long.failed.connect(self._failed)
        long.cancelled.connect(self._cancelled)

    @property
    def settling(self) -> bool:
        """Whether a look at what is wanted is still to come."""
        return self._settle.isActive()

    def set_seen(self, seen: bool) -> None:
        """Take note of whether the panel can be seen; behind a tab nothing is computed."""
        self._seen = seen
        self._look_soon()

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page: of a long record, its window is weighed."""
        self._page = page
        self._settle.start(_SETTLE_MS)

    def choose_method(self, method: str) -> None:
        """Weigh by another method."""
        self._given_up = None
        self._state.replace(lead_method=method)

    def settle(self) -> None:
        """Weigh after all what was stopped or failed."""
        self._given_up = None
        self._look_soon()

    def stop(self) -> bool:
        """Stop weighing; the estimate so far stays. Says whether there was any work."""
        self._given_up = self._running
        return self._long.cancel(KIND)

    def _look_soon(self) -> None:
        # The state must not change while others are still being told of a change.
        if not self._settle.isActive():
            self._settle.start(0)

    def _look(self) -> None:
        asked = self._wanted(self._state.value)
        wanted = asked == self._running and self._seen and not self._others_wait
        if self._running is not None and not wanted:
            self._long.cancel(KIND)
        if asked is None:
            self._subject = self._given_up = None
            self._state.replace(lead_weights=None, leads_stage=Stage.NONE)
            return
        self._show_kept(asked)
        if self._may_begin(asked):
            self._begin(asked)

    def _show_kept(self, asked: _Asked) -> None:
        kept = self._kept.get(asked)
        if kept is not None:
            self._state.replace(lead_weights=kept, leads_stage=Stage.DONE)
        elif self._subject != asked:
            self._state.replace(lead_weights=None, leads_stage=Stage.NONE)
        self._subject = asked

    def _may_begin(self, asked: _Asked) -> bool:
        answered = asked in self._kept or asked in (self._running, self._given_up)
        busy = self._others_wait or _BEFORE_IT.intersection(self._quick.busy_kinds)
        return self._seen and not answered and not busy and not self._state.value.playing

    @property
    def _others_wait(self) -> bool:
        """Whether the slow worker is wanted for anything else, such as a folder's list."""
        return any(kind != KIND for kind in self._long.busy_kinds)

    def _begin(self, asked: _Asked) -> None:
        state = self._state.value
        self._running = asked
        self._state.replace(leads_stage=Stage.WAITING)
        self._long.submit(
            KIND,
            jobs.weigh_leads,
            state.record,
            jobs.Question(asked.model, state.wanted_device),
            asked.method,
            asked.span,
            lambda weights: self._published.emit(asked, weights),
        )

    def _wanted(self, state: ViewState) -> _Asked | None:
        if state.record is None or state.analysis is None or state.label is None:
            return None
        span = window_to_weigh(state.analysis, self._page)
        return _Asked(state.record.record_id, state.analysis.model, state.lead_method, span)

    def _show_estimate(self, asked: _Asked, weights: LeadWeights) -> None:
        if asked == self._running:
            self._state.replace(lead_weights=weights)

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, LeadWeights) and self._running is not None:
            self._kept[self._running] = result
            while len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
            self._running = None
            self._look_soon()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._given_up, self._running = self._running, None
            self._state.replace(leads_stage=Stage.FAILED)
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == KIND:
            self._running = None
            self._state.replace(leads_stage=Stage.NONE)


def window_to_weigh(analysis: Analysis, page: tuple[int, int]) -> tuple[int, int]:
    """Return the analysis's window that has most of the page, the earliest of equals."""
    if not analysis.windows:
        return 0, analysis.n_samples
    best = max(analysis.windows, key=lambda w: min(w.stop, page[1]) - max(w.start, page[0]))
    return best.start, best.stop
