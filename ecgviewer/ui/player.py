"""Auto-scroll: the paper runs as from a recorder, in real time."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from ecgviewer.ui.page_turning import go_to
from ecgviewer.ui.state import StateHolder, ViewState

_FRAME_MS = 33


class Player:
    """Moves the page while the state says that it plays; stops at the end."""

    def __init__(self, state: StateHolder, page_s: Callable[[], float], parent: QWidget) -> None:
        self._state, self._page_s = state, page_s
        self._clock = QElapsedTimer()
        self._timer = QTimer(parent)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._advance)
        state.changed.connect(self._follow)

    def stop(self) -> None:
        """Stop for good."""
        self._timer.stop()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.playing and not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        elif old.playing and not new.playing:
            self._timer.stop()

    def _advance(self) -> None:
        state = self._state.value
        if state.record is None:
            return
        seconds = self._clock.restart() / 1000
        view = go_to(state.view, state.record, self._page_s(), state.view.start_s + seconds)
        at_end = view.start_s <= state.view.start_s
        self._state.replace(view=view, playing=not at_end)
