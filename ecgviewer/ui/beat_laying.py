"""Lays the beats under the shown map over one another, while somebody looks."""

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import is_silent
from ecgviewer.core.heat import Heat
from ecgviewer.ui import jobs
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "beats"


class BeatLaying(QObject):
    """Keeps the state's median beat that of its map.

    Works in the quick worker, only while the panel is seen. failed: sentences for the
    message line.
    """

    failed = Signal(str, str)

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._seen = False
        self._asked: Heat | None = None
        state.changed.connect(self._follow)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)

    def set_seen(self, seen: bool) -> None:
        """Take note of whether the panel can be seen; behind a tab nothing is computed."""
        self._seen = seen
        self._look()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.heat is not new.heat:
            self._look()

    def _look(self) -> None:
        state = self._state.value
        heat = state.heat
        if heat is None or is_silent(heat) or state.record is None:
            self._quick.cancel(KIND)
            self._asked = None
        elif self._seen and heat is not self._asked:
            self._asked = heat
            self._quick.submit(KIND, jobs.lay_beats, state.record, heat)

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, jobs.Beats) and result.heat is self._asked:
            self._state.replace(beat=result.beat, beat_heat=result.heat, beat_note=result.reason)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._state.replace(beat=None, beat_heat=self._asked, beat_note=error_words(error))
            self.failed.emit(str(error), details)
