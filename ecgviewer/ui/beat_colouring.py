"""Colours the page of a scanned record: each beat by what a simple net looked at in it."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import is_silent
from ecgviewer.core.heat import Heat
from ecgviewer.core.scan import Scan
from ecgviewer.ui import beat_jobs
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND, TRIAL = "colour", "try"
# On a page with more beats the colours would be too narrow to be read, and late.
MOST_BEATS = 64
# Half of the window around a beat.
REACH_S = 1.0
_SETTLE_MS = 250
_FIELDS = (
    *("record", "scan", "scan_card", "scan_method"),
    *("overlay", "playing", "analysis", "analysis_stage"),
)


class BeatColouring(QObject):
    """Keeps the state's heat the maps of the beats in view, where the state's scan is all.

    All beats of a page are explained together, in the quick worker, once the page rests.
    failed: sentences for the message line.
    """

    failed = Signal(str, str)

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._page = (0, 0)
        self._wanted_method: str | None = None
        # What was asked last: of which scan, how, and which beats.
        self._asked: tuple[object, ...] | None = None
        self._wish: beat_jobs.Beats | None = None
        self._heat: Heat | None = None
        self._settle = rest_timer(self, _SETTLE_MS, self._look)
        state.changed.connect(self._follow)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)
        quick.cancelled.connect(self._cancelled)

    def prefer(self, method: str | None) -> None:
        """Explain by this method where it is offered, not by the first one."""
        self._wanted_method = method

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page; they are explained when the page rests."""
        self._page = page
        self._settle.start(_SETTLE_MS)

    def choose_method(self, method: str) -> None:
        """Explain by another method."""
        self._state.replace(scan_method=method)

    def step_method(self) -> None:
        """Explain by the next method that is offered."""
        state = self._state.value
        methods = state.scan_card.methods if state.scan_card is not None else ()
        if methods:
            place = methods.index(state.scan_method) + 1 if state.scan_method in methods else 0
            self.choose_method(methods[place % len(methods)])

    @property
    def settling(self) -> bool:
        """Whether a look at the page is still to come."""
        return self._settle.isActive()

    def stop(self) -> bool:
        """Stop explaining; says whether there was any work."""
        return self._quick.cancel(KIND)

    def give_way(self) -> None:
        """Let somebody who waits for one beat be answered first."""
        # Beside an analysis the trial is of its map, and none of this one's business.
        own = (KIND, TRIAL) if colours_beats(self._state.value) else (KIND,)
        stopped = [self._quick.cancel(kind) for kind in own]
        if any(stopped):
            self._asked = None
            self._settle.start(_SETTLE_MS)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if any(getattr(old, name) is not getattr(new, name) for name in _FIELDS):
            # The state must not change while others are still being told of a change.
            self._settle.start(0)

    def _settle_method(self, state: ViewState) -> None:
        """Keep the method one of those that are offered."""
        methods = state.scan_card.methods if state.scan_card is not None else ()
        wishes = (self._wanted_method, state.scan_method, *methods)
        method = next((name for name in wishes if name in methods), None)
        self._state.replace(scan_method=method)

    def _look(self) -> None:
        self._settle_method(self._state.value)
        state = self._state.value
        asked = self._wanted(state)
        if asked is None:
            self._give_up()
            return
        scan, card, method, beats = state.scan, state.scan_card, state.scan_method, asked[-1]
        if asked == self._asked or state.record is None or scan is None or card is None:
            return
        if asked[:-1] != (self._asked or ())[:-1]:
            self._forget_heat()
        self._asked = asked
        self._state.replace(heat_stage=Stage.WAITING)
        reach = round(REACH_S * scan.rate_hz)
        span = max(0, self._page[0] - reach), min(scan.n_samples, self._page[1] + reach)
        self._wish = beat_jobs.Beats(card, scan.lead, beats, method or "", span)
        self._quick.cancel(TRIAL)
        wanted = state.record, state.wanted_device, self._wish
        self._quick.submit(KIND, beat_jobs.color_beats, *wanted)

    def _wanted(self, state: ViewState) -> tuple[object, object, object, tuple[int, ...]] | None:
        """Return what the page is to be coloured by, None where it is to stay plain."""
        if not colours_beats(state) or not state.overlay.visible or state.playing:
            return None
        if state.scan is None or state.scan_method is None:
            return None
        beats = beats_near(state.scan, self._page)
        if not 0 < len(beats) <= MOST_BEATS:
            return None
        return state.record, state.scan.lead, (state.scan_card, state.scan_method), beats

    def _give_up(self) -> None:
        if self._heat is not None:
            self._quick.cancel(TRIAL)
        if self._quick.cancel(KIND):
            self._asked = None
        state = self._state.value
        # Colours that are hidden are kept, and those that the running paper leaves behind.
        if state.scan is None or (state.overlay.visible and not state.playing):
            self._asked = None
            self._forget_heat()

    def _forget_heat(self) -> None:
        if self._heat is not None and self._state.value.heat is self._heat:
            self._state.replace(heat=None, heat_stage=Stage.NONE)
        self._heat = None

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, Heat) and self._asked is not None:
            self._heat = result
            self._state.replace(heat=result, heat_stage=Stage.DONE, heat_trial=None)
            self._try(result)

    def _try(self, heat: Heat) -> None:
        state = self._state.value
        if state.record is not None and self._wish is not None and not is_silent(heat):
            wanted = state.record, state.wanted_device, self._wish, heat
            self._quick.submit(TRIAL, beat_jobs.try_beats, *wanted)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._forget_heat()
            self._state.replace(heat_stage=Stage.FAILED)
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == KIND:
            stage = Stage.DONE if self._state.value.heat is not None else Stage.NONE
            self._state.replace(heat_stage=stage)


def colours_beats(state: ViewState) -> bool:
    """Whether the colours on the paper are of single beats: there is no other answer."""
    return (
        state.scan is not None
        and state.scan_card is not None
        and state.analysis is None
        and state.analysis_stage is Stage.NONE
    )


def beats_near(scan: Scan, page: tuple[int, int], *, every: bool = False) -> tuple[int, ...]:
    """Return the beats to colour, or every one, of those whose windows touch a page.

    Why beats are called normal is asked only where no other stands beside them.
    """
    reach = round(REACH_S * scan.rate_hz)
    first, last = np.searchsorted(scan.samples, [page[0] - reach, page[1] + reach])
    near = slice(int(first), int(last))
    telling = scan.label[near] != scan.labels.index("N")
    if every or not telling.any():
        telling[:] = True
    return tuple(scan.samples[near][telling].tolist())
