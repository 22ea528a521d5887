"""One order of undoing for all that a reader does to a record: bookmarks and reviews."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.text import tr
from ecgviewer.ui.bookmarking import Bookmarking
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import StateHolder, ViewState


class _Undone(Protocol):
    """Who can take back what it has done."""

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class Undoing(QObject):
    """Undoes the newest act first, whoever did it; a review goes back beyond this window.

    said, failed: sentences for the message line.
    """

    said = Signal(str)
    failed = Signal(str, str)

    def __init__(self, state: StateHolder, bookmarking: Bookmarking, reviewing: Reviewing) -> None:
        super().__init__(state)
        self._reviewing = reviewing
        self._done: list[_Undone] = []
        self._undone: list[_Undone] = []
        state.changed.connect(self._follow)
        reviewing.file_changed.connect(self._forget)
        reviewing.stepped.connect(lambda: self._note(reviewing))
        bookmarking.stepped.connect(lambda: self._note(bookmarking))

    def undo(self) -> None:
        """Take the last act back."""
        # A review does not go back behind the model's answer, nor to another reader's words.
        while self._done and self._done[-1] is self._reviewing and not self._reviewing.can_undo:
            self._done.pop()
        if not self._done and not self._reviewing.can_undo:
            self.said.emit(tr("There is nothing to undo."))
            return
        # What was said in an earlier window stands in the review's own history.
        who = self._done.pop() if self._done else self._reviewing
        self._undone.append(who)
        who.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        earlier = not self._done and self._reviewing.can_redo
        if not self._undone and not earlier:
            self.said.emit(tr("There is nothing to redo."))
            return
        who = self._undone.pop() if self._undone else self._reviewing
        self._done.append(who)
        who.redo()

    def _note(self, who: _Undone) -> None:
        self._done.append(who)
        self._undone.clear()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._forget()

    def _forget(self) -> None:
        self._done, self._undone = [], []
