"""Auto-scroll: the paper runs as from a recorder, in real time or faster, or page by page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecgviewer.core.record import Record
from ecgviewer.core.text import tr
from ecgviewer.paper.view import View
from ecgviewer.ui.frame_clock import FrameClock
from ecgviewer.ui.paces import Pace, stepped
from ecgviewer.ui.page_turning import go_to, turn_page
from ecgviewer.ui.state import StateHolder, ViewState

_END_S = 1e-6


class Player(QObject):
    """Moves the page while the state says that it plays; stops at the end.

    Where the page stands follows from the time since it set out, not from how many frames
    were drawn, so that nothing adds up. Whoever moves the page meanwhile is not fought: it
    sets out anew from there. clock: whose frames move it. held: whether the mouse holds paper
    or overview. said: what plays and how fast, "" once it is over.
    """

    said = Signal(str)

    def __init__(
        self,
        state: StateHolder,
        page_s: Callable[[], float],
        held: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._state, self._page_s, self._held = state, page_s, held
        self._from: View | None = None  # the page that it set out from
        self._shown: View | None = None  # the page that it showed last
        self._began_s = 0.0  # when it set out, by the clock
        self.clock = FrameClock(self)
        self.clock.frame.connect(self._advance)
        state.changed.connect(self._follow)

    def toggle(self) -> None:
        """Play or pause."""
        state = self._state.value
        self._state.replace(playing=not state.playing and state.record is not None)

    def choose_pace(self, pace: Pace) -> None:
        """Play at another pace, now or when it plays again."""
        self._state.replace(pace=pace)

    def step_pace(self, steps: int) -> None:
        """Take the next faster or slower pace, and say which, though nothing plays."""
        self.choose_pace(stepped(self._state.value.pace, steps))
        if not self._state.value.playing:
            pace = self._state.value.pace.words
            self.said.emit(tr("Space plays at {pace}.", pace=pace))

    def stop(self) -> None:
        """Stop for good."""
        self.clock.stop()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.playing and (not old.playing or old.pace != new.pace):
            self._set_out(new.view)
            self.clock.start()
            self.said.emit(_words(new.pace))
        elif old.playing and not new.playing:
            self.clock.stop()
            self.said.emit("")

    def _set_out(self, view: View) -> None:
        self._from = self._shown = view
        self._began_s = self.clock.now_s

    def _advance(self) -> None:
        state = self._state.value
        record, view = state.record, state.view
        if record is None or self._from is None:
            return
        if view != self._shown or self._held():
            # Moved, zoomed or held by the reader.
            self._set_out(view)
            return
        seconds = self.clock.now_s - self._began_s
        turned = self._moved(state.pace, record, self._from, seconds)
        if turned is None:
            return
        self._shown = turned
        last_s = max(0.0, record.duration_s - self._page_s())
        self._state.replace(view=turned, playing=turned.start_s < last_s - _END_S)

    def _moved(self, pace: Pace, record: Record, start: View, seconds: float) -> View | None:
        """Return the page after so many seconds, None while it stays."""
        page_s = self._page_s()
        if pace.page_every_s is None:
            return go_to(start, record, page_s, start.start_s + pace.factor * seconds)
        if seconds < pace.page_every_s:
            return None
        turned = turn_page(start, record, page_s, 1)
        self._set_out(turned)
        return turned


def _words(pace: Pace) -> str:
    return tr("Playing, {pace}. Space pauses; P is faster, Shift+P slower.", pace=pace.words)
