"""Shows the answers about an archive as the worklist of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.ui import list_jobs

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

ARCHIVE = "archive"


class ArchiveListing(QObject):
    """Has answers taken into the review file in use, and lists their records.

    said, failed: sentences for the message line. taken: the list is there.
    """

    said = Signal(str)
    failed = Signal(str, str)
    taken = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.long.done.connect(self._done)
        window.long.failed.connect(self._failed)

    def open(self, outs: tuple[Path, ...], found: frozenset[str]) -> None:
        """List the records of which some folders hold answers; found: see take_answers."""
        file = self._window.reviewing.file
        self._window.long.submit(ARCHIVE, list_jobs.take_archive, outs, found, file)

    def _done(self, kind: str, taken: object) -> None:
        if kind != ARCHIVE or not isinstance(taken, list_jobs.ArchiveList):
            return
        changes = {} if taken.model is None else {"model": taken.model}
        self._window.state.replace(folder=taken.folder, files=taken.paths, **changes)
        self._window.opening.open_path(taken.paths[0])
        self.taken.emit()
        self.said.emit(_words(len(taken.paths)))

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == ARCHIVE:
            self.failed.emit(str(error), details)


def _words(n_records: int) -> str:
    if n_records == 1:
        return tr("1 record with its answer.")
    return tr("{n} records with their answers.", n=f"{n_records:,}")
