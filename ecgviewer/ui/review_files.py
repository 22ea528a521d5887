"""Choosing the file that reviews are kept in, and taking in what others have said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.core.text import later, tr
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.review_file import Unkept
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import StateHolder
from ecgviewer.ui.typed import ask_reader
from ecgviewer.ui.unkept_steps import keep_or_put_aside
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

SUFFIX = ".ecgreview"
_FILTER = later("Review files (*.ecgreview);;All files (*)")
_CHANGE, _MERGE = "review file", "merge reviews"


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which file shall be used, and how."""

    path: Path
    read_only: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class _Changed:
    """Another file is open; what was unsaved is safe."""

    wish: _Wish
    settled: tuple[Unkept, ...]


class ReviewFiles(QObject):
    """Changes the review file and merges others into it, in the worker that keeps.

    merged: the file holds what another one held. said, failed: sentences for the message line.
    """

    merged = Signal()
    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self, state: StateHolder, keeping: Worker, reviewing: Reviewing, preferences: Preferences
    ) -> None:
        super().__init__(state)
        self._state, self._keeping, self._reviewing = state, keeping, reviewing
        self._preferences = preferences
        keeping.done.connect(self._done)
        keeping.failed.connect(self._failed)

    def make(self, path: Path) -> None:
        """Keep reviews in a new file."""
        named = path if path.suffix else path.with_name(f"{path.name}{SUFFIX}")
        self._change(_Wish(named, new=True))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Keep reviews in a file that is there, or only look at it."""
        self._change(_Wish(path, read_only=read_only))

    def use_own(self) -> None:
        """Keep reviews in the reader's own file."""
        self._change(_Wish(self._preferences.own_review_path))

    def merge(self, path: Path) -> None:
        """Add to the review file all that another one holds."""
        self._keeping.submit(_MERGE, self._merge_now, path)

    def _change(self, wish: _Wish) -> None:
        self._reviewing.hold_back(tr("Another review file is being opened."))
        self._keeping.submit(_CHANGE, self._change_now, wish, self._reviewing.unkept.every)

    def _change_now(self, wish: _Wish, unkept: tuple[Unkept, ...], _task: Task) -> _Changed:
        file = self._reviewing.file
        if unkept:
            keep_or_put_aside(file, unkept)
        file.change(wish.path, read_only=wish.read_only, new=wish.new)
        return _Changed(wish, unkept)

    def _merge_now(self, path: Path, _task: Task) -> int:
        return self._reviewing.file.merge(path)

    def _done(self, kind: str, result: object) -> None:
        if isinstance(result, _Changed):
            self._reviewing.unkept.let_go(result.settled)
            self._reviewing.hold_back("")
            self._use(result.wish)
        elif kind == _MERGE and isinstance(result, int):
            self._reviewing.reload()
            self.merged.emit()
            self.said.emit(_merged_words(result, self._reviewing.file.path.name))

    def _use(self, wish: _Wish) -> None:
        if not wish.read_only:
            self._preferences.review_path = wish.path
        self._state.replace(
            review_path=wish.path,
            reviews_read_only=wish.read_only,
            kept_at=None,
            unkept_reason="",
        )
        self._reviewing.reload()
        if wish.read_only:
            told = tr("{file} can be read here; nothing can be said in it.", file=wish.path.name)
        else:
            told = tr("Reviews are kept in {file} now.", file=wish.path.name)
        self.said.emit(told)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == _CHANGE:
            self._reviewing.hold_back("")
        if kind in (_CHANGE, _MERGE):
            self.failed.emit(str(error), details)


def _merged_words(n_steps: int, name: str) -> str:
    if n_steps == 0:
        return tr("{file} has all of that already.", file=name)
    if n_steps == 1:
        return tr("1 step was added to {file}.", file=name)
    return tr("{n} steps were added to {file}.", n=n_steps, file=name)


def add_review_files(menu: QMenu, window: MainWindow) -> None:
    """Offer the files of reviews, and the reader's name."""
    files = window.review_files
    menu.addAction(tr("New review file…"), lambda: _ask_new(window))
    menu.addAction(
        tr("Open review file…"),
        lambda: _ask(window, tr("Open a review file"), files.open),
    )
    menu.addAction(
        tr("Open review file, read only…"),
        lambda: _ask(
            window,
            tr("Open a review file, read only"),
            lambda path: files.open(path, read_only=True),
        ),
    )
    menu.addAction(
        tr("Merge another review file…"),
        lambda: _ask(window, tr("Merge another review file"), files.merge),
    )
    own = menu.addAction(tr("Use my own review file"), files.use_own)
    own.setEnabled(window.reviewing.file.path != window.preferences.own_review_path)
    menu.addSeparator()
    reader = window.state.value.reader
    words = tr("Reviewing as {reader}…", reader=reader) if reader else tr("Who reviews…")
    menu.addAction(words, lambda: ask_reader(window))


def _folder(window: MainWindow) -> str:
    """Return where review files are looked for first: beside the one in use."""
    return str(window.reviewing.file.path.parent)


def _ask(window: MainWindow, title: str, then: Callable[[Path], object]) -> None:
    name, _ = QFileDialog.getOpenFileName(window, title, _folder(window), tr(_FILTER))
    if name:
        then(Path(name))


def _ask_new(window: MainWindow) -> None:
    # A review file is never written over, so there is nothing to confirm.
    name, _ = QFileDialog.getSaveFileName(
        window,
        tr("New review file"),
        _folder(window),
        tr(_FILTER),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if name:
        window.review_files.make(Path(name))


def may_close(window: MainWindow) -> bool:
    """Keep what is unsaved, or put it aside; where neither works, the reader decides, once."""
    nameless = window.reviewing.nameless
    if nameless and not _leaves_nameless(window, nameless):
        return False
    unkept = window.reviewing.unkept
    n_unkept = len(unkept.every)
    reason = unkept.settle()
    if not reason:
        return True
    lost = tr("1 step is not saved and would be lost.")
    if n_unkept > 1:
        lost = tr("{n} steps are not saved and would be lost.", n=n_unkept)
    if not _closes(window, lost, reason, tr("Stay")):
        return False
    unkept.let_go(unkept.every)
    return True


def _leaves_nameless(window: MainWindow, record: str) -> bool:
    """Ask whether to close though nobody has said whose note it is; else ask for the name."""
    told = tr("What was said of {record} is not saved: whose it is is not known.", record=record)
    if _closes(window, told, "", tr("Give a name")):
        return True
    ask_reader(window)
    return False


def _closes(window: MainWindow, told: str, reason: str, otherwise: str) -> bool:
    """Ask whether to close all the same."""
    box = QMessageBox(QMessageBox.Icon.Warning, "ecgviewer", told, parent=window)
    box.setInformativeText(reason)
    leave = box.addButton(tr("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
