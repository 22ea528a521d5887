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
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from ecgviewer.review.store import KnownRecord
    from ecgviewer.review.worklist import Worklist
    from ecgviewer.ui.main_window import MainWindow

KIND = "disputed"


@dataclass(frozen=True, eq=False)
class _Found:
    """All records of the file, in order, and which of them are disputed.

    places: where those that are disputed lie now, without those that are not found.
    """

    records: tuple[KnownRecord, ...]
    disputed: frozenset[str]
    places: Mapping[str, Path]
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
        listed = self._state.value.listed
        worklist = listed.worklist if listed is not None else None
        self._keeping.submit(KIND, find_disputed, self._reviewing.file, worklist, steps)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, _Found):
            return
        record = self._state.value.record
        here = record.record_id if record is not None else ""
        target = next_disputed(result.records, result.places.keys(), here, result.steps)
        n_lost = len(result.disputed - result.places.keys() - {here})
        if target is not None:
            self._opening.open_path(result.places[target.record_id])
            told = [self._unsettled_words(result.disputed), _count_words(len(result.disputed))]
            self.said.emit(" ".join(filter(None, told)))
        elif n_lost:
            self.said.emit(_lost_words(n_lost))
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


def find_disputed(file: ReviewFile, worklist: Worklist | None, steps: int, _task: Task) -> _Found:
    """Return what is disputed in a review file; steps: how far the reader wants to go.

    A record that is not where it was reviewed is looked for in the worklist.
    """
    from ecgviewer.review.truth import disputed

    with file.store() as store:
        records, said = store.records(), store.steps()
    # Others may use the file meanwhile.
    keys = frozenset(disputed(said))
    with file.store() as store:
        places = {key: store.find(key) or _listed_place(worklist, key) for key in keys}
    found = {key: path for key, path in places.items() if path is not None}
    return _Found(records, keys, found, steps)


def _listed_place(worklist: Worklist | None, record_id: str) -> Path | None:
    rows = worklist.rows_of_id.get(record_id, ()) if worklist is not None else ()
    return worklist.records.paths[rows[0]] if worklist is not None and rows else None


def next_disputed(
    records: tuple[KnownRecord, ...], disputed: Collection[str], here: str, steps: int
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


def _lost_words(n: int) -> str:
    if n == 1:
        return tr("1 disputed record is not where it was: open the folder that holds it now.")
    return tr(
        "{n} disputed records are not where they were: open the folder that holds them now.",
        n=f"{n:,}",
    )
