"""Asks what a CNN and an LSTM look at in the chosen beat of a scan, while somebody looks."""

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.ui import beat_jobs
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "look"
_FIELDS = ("scan_beat", "scan_card", "record")


class BeatLooking(QObject):
    """Keeps the state's looks those of its chosen beat.

    Works in the quick worker, only while the panel is seen. failed: sentences for the
    message line. asking: somebody waits for a beat now.
    """

    failed = Signal(str, str)
    asking = Signal()
    _published = Signal(object, object)

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._seen = False
        # What was asked last: the beat of which scan by whom.
        self._asked: tuple[object, ...] | None = None
        # The state must not change while others are still being told of a change.
        self._soon = rest_timer(self, 0, self._look)
        state.changed.connect(self._follow)
        self._published.connect(self._show_part)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)
        quick.cancelled.connect(self._cancelled)

    def set_seen(self, seen: bool) -> None:
        """Take note of whether the panel can be seen; behind a tab nothing is computed."""
        self._seen = seen
        self._soon.start(0)

    @property
    def settling(self) -> bool:
        """Whether a look at the chosen beat is still to come."""
        return self._soon.isActive()

    def stop(self) -> bool:
        """Stop looking; what is there stays. Says whether there was any work."""
        return self._quick.cancel(KIND)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        begun_or_gone = (old.scan is None) is not (new.scan is None)
        # A beat that is chosen once more is another number: what was stopped is asked again.
        if begun_or_gone or any(getattr(old, x) is not getattr(new, x) for x in _FIELDS):
            self._soon.start(0)

    def _look(self) -> None:
        state = self._state.value
        scan, card, beat = state.scan, state.scan_card, state.scan_beat
        if state.record is None or scan is None or card is None or beat is None:
            self._asked = None
            self._quick.cancel(KIND)
            self._state.replace(looks=None, looks_stage=Stage.NONE, looks_note="")
            return
        asked = (state.record, scan.lead, card, beat)
        if not self._seen or asked == self._asked:
            return
        self._asked = asked
        self._state.replace(looks=None, looks_stage=Stage.WAITING, looks_note="")
        self.asking.emit()
        self._quick.submit(
            KIND,
            beat_jobs.look_at_beat,
            state.record,
            state.wanted_device,
            beat_jobs.Beats(card, scan.lead, (beat,), "", (0, 0)),
            lambda part: self._published.emit(asked, part),
        )

    def _show_part(self, asked: tuple[object, ...], part: BeatLooks) -> None:
        if asked is self._asked and self._state.value.looks_stage is Stage.WAITING:
            self._state.replace(looks=part)

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, BeatLooks):
            self._state.replace(looks=result, looks_stage=Stage.DONE)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._asked = None
            self._state.replace(looks_stage=Stage.FAILED, looks_note=error_words(error))
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == KIND:
            self._asked = None
            self._state.replace(looks_stage=Stage.NONE)
