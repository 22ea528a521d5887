"""Settles where readers differ: goes from one disputed record to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Role
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.ui.review_file import ReviewFile

if TYPE_CHECKING:
    from ecgviewer.review.store import KnownRecord
    from ecgviewer.ui.main_window import MainWindow

KIND = "disputed"


@dataclass(frozen=True, eq=False)
class _Found:
    """All records of the file, in order, and which of them are disputed."""

    records: tuple[KnownRecord, ...]
    disputed: frozenset[str]
    steps: int


class Adjudicating(QObject):
    """Lets the reader adjudicate, and step through what is disputed.

    said, failed: sentences for the message line.
    """

    said = Signal(str)
    failed = Signal(str, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._state, self._keeping = window.state, window.keeping
        self._opening, self._reviewing = window.opening, window.reviewing
        self._keeping.done.connect(self._done)
        self._keeping.failed.connect(self._failed)

    def toggle(self) -> None:
        """Adjudicate, or review as a reader again."""
        if self._state.value.role is Role.ADJUDICATOR:
            self._state.replace(role=Role.READER)
            self.said.emit(tr("You review as a reader again."))
        else:
            self._state.replace(role=Role.ADJUDICATOR)
            self.said.emit(tr("You adjudicate: N goes to the next record on which readers differ."))

    def step(self, steps: int) -> None:
        """Open the next or previous disputed record; after the last comes the first."""
        self._keeping.submit(KIND, find_disputed, self._reviewing.file, steps)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, _Found):
            return
        record = self._state.value.record
        here = record.record_id if record is not None else ""
        target = next_disputed(result.records, result.disputed, here, result.steps)
        if target is not None:
            self._opening.open_path(target.path)
            told = [self._unsettled_words(result.disputed), _count_words(len(result.disputed))]
            self.said.emit(" ".join(filter(None, told)))
        elif result.disputed:
            told = [self._unsettled_words(result.disputed), tr("This is the only disputed record.")]
            self.said.emit(" ".join(filter(None, told)))
        else:
            self.said.emit(tr("No record is disputed: readers agree, or it is settled."))

    def _unsettled_words(self, disputed: frozenset[str]) -> str:
        """Say that the record of a finished review is disputed all the same, "" for others."""
        record, review = self._state.value.record, self._state.value.review
        done = review is not None and review.done
        if record is None or not done or record.record_id not in disputed:
            return ""
        return tr("{record}: a class is still disputed.", record=record.name)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self.failed.emit(str(error), details)


def find_disputed(file: ReviewFile, steps: int, _task: Task) -> _Found:
    """Return what is disputed in a review file; steps: how far the reader wants to go."""
    from ecgviewer.review.truth import disputed

    with file.store() as store:
        records, said = store.records(), store.steps()
    return _Found(records, frozenset(disputed(said)), steps)


def next_disputed(
    records: tuple[KnownRecord, ...], disputed: frozenset[str], here: str, steps: int
) -> KnownRecord | None:
    """Return the next disputed record in a direction, around the end; None but for ``here``."""
    ids = [record.record_id for record in records]
    start = ids.index(here) if here in ids else (-1 if steps > 0 else len(ids))
    way = 1 if steps > 0 else -1
    for distance in range(1, len(ids) + 1):
        record = records[(start + way * distance) % len(ids)]
        if record.record_id in disputed and record.record_id != here:
            return record
    return None


def _count_words(n: int) -> str:
    return tr("1 record is disputed.") if n == 1 else tr("{n} records are disputed.", n=f"{n:,}")
