"""Notes what is on the paper, so that it can be brought back after a crash, or on wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ecgviewer.core.record import Record
from ecgviewer.core.text import tr
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.words import clock

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

# Whoever reads turns pages often; the note follows after so long.
_SETTLE_MS = 2000


class SessionNote(QObject):
    """Keeps record and place of one window in the preferences while it runs.

    A window that is closed leaves a note that says so; one that was not is a crash, after
    which the empty sheet offers to go on. last: what was noted before this window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._preferences = window, window.preferences
        self.last = self._preferences.session
        self._returning = False
        self._timer = rest_timer(self, _SETTLE_MS, self._note)
        window.state.changed.connect(self._follow)
        window.opening.opened.connect(self._opened)

    @property
    def offer(self) -> str:
        """What the empty sheet offers, "" after a window that was closed."""
        if self.last is None or self.last.closed or not self.last.path.exists():
            return ""
        name = self.last.path.with_suffix("").name
        return tr("Reopen {record} at {time}", record=name, time=clock(self.last.start_s))

    def reopen(self) -> None:
        """Open the record that was read last, at its place."""
        if self.last is None:
            self._window.message_line.say(tr("No record was opened before."))
            return
        self._returning = True
        self._window.opening.open_path(self.last.path)

    def close(self) -> None:
        """Note that the window was closed, and where."""
        self._timer.stop()
        self._note(closed=True)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.view.start_s != new.view.start_s or old.view.layout is not new.view.layout:
            self._timer.start()

    def _opened(self, record: Record) -> None:
        returning, self._returning = self._returning, False
        if returning and self.last is not None and record.path == self.last.path:
            self._window.change_view(start_s=self.last.start_s, layout=self.last.layout)
        self._note()

    def _note(self, *, closed: bool = False) -> None:
        state = self._window.state.value
        if state.record is not None:
            view = state.view
            path = state.record.path
            self._preferences.keep_session(path, view.start_s, view.layout, closed=closed)
        elif closed and self.last is not None:
            last = self.last
            self._preferences.keep_session(last.path, last.start_s, last.layout, closed=True)
