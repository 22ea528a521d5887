"""Writes reviews for others in a thread of its own, so that reviewing goes on meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr

if TYPE_CHECKING:
    from ecgviewer.core.record import Record
    from ecgviewer.core.review import Step
    from ecgviewer.review.export import Exported
    from ecgviewer.review.store import KnownRecord
    from ecgviewer.review.worklist_order import Shown
    from ecgviewer.ui.review_file import ReviewFile


@dataclass(frozen=True, slots=True)
class ListedNow:
    """The records that a list shows: those whose content is known, and the paths of others.

    record_ids: wherever a record was when it was reviewed, and whatever its name was.
    bare_paths: without their endings.
    """

    record_ids: frozenset[str]
    bare_paths: frozenset[Path]

    @classmethod
    def of(cls, shown: Shown | None, files: Iterable[Path]) -> ListedNow:
        """Return the rows of the worklist, without one the files of the file list."""
        if shown is None:
            return cls(frozenset(), frozenset(path.with_suffix("") for path in files))
        ids, paths = shown.worklist.record_ids, shown.worklist.records.paths
        rows = shown.rows.tolist()
        return cls(
            frozenset(known for row in rows if (known := ids[row]) is not None),
            frozenset(paths[row].with_suffix("") for row in rows if ids[row] is None),
        )

    def __contains__(self, known: KnownRecord) -> bool:
        """Whether a record that was spoken of is among them."""
        return known.record_id in self.record_ids or known.path.with_suffix("") in self.bare_paths


@dataclass(frozen=True, eq=False)
class ExportAsked:
    """What the reader wants to hand on.

    form: a key of review.export.FORMS. record_id: of one record alone. listed: of these
    records alone. unkept: steps that may not be on disk yet, each with its record.
    """

    form: str
    folder: Path
    record_id: str | None = None
    listed: ListedNow | None = None
    only_done: bool = False
    identifiers: bool = False
    overwrite: bool = False
    unkept: tuple[tuple[Record, Step], ...] = ()

    def replacing(self) -> ExportAsked:
        """Return the same, where files that are there may be replaced."""
        return replace(self, overwrite=True)


@dataclass(frozen=True, slots=True)
class AreThere:
    """Files that would have to be replaced; nothing was written."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and whether anybody's own words are in it, cleaned."""

    exported: Exported
    look_over: bool


def write_export(file: ReviewFile, asked: ExportAsked, task: Task) -> Written | AreThere:
    """Write what was asked for; raises EcgError where it cannot be."""
    from ecgviewer.review.export import FORMS, counted, existing, write_files
    from ecgviewer.review.handed_on import Wish, hand_on, held_in

    if asked.unkept:
        file.keep(asked.unkept)
    with file.store() as store:
        held = held_in(store)
    # Reviewing goes on: nobody who wants to keep a step waits for names to be taken out.
    wish = Wish(
        identifiers=asked.identifiers,
        only_done=asked.only_done,
        record_ids=_record_ids(held.records, asked),
    )
    handed = hand_on(held, wish, task)
    files = FORMS[asked.form](handed, asked.folder)
    there = existing(files)
    if there and not asked.overwrite:
        return AreThere(there)
    write_files(files, task, overwrite=True)
    look_over = handed.has_free_text and not asked.identifiers
    return Written(counted(handed, tuple(files)), look_over)


def _record_ids(known: tuple[KnownRecord, ...], asked: ExportAsked) -> frozenset[str] | None:
    if asked.record_id is not None:
        return frozenset({asked.record_id})
    if asked.listed is None:
        return None
    found = frozenset(one.record_id for one in known if one in asked.listed)
    if not found:
        raise EcgError(tr("No record of the list has been reviewed: nothing is written."))
    return found


def written_words(exported: Exported) -> str:
    """Return what was written: "38 records, 124 statements → reviews.csv"."""
    told = [_records(exported.n_records), _statements(exported.n_statements)]
    told += [_regions(exported.n_regions)] if exported.n_regions else []
    told += [_beats(exported.n_beats)] if exported.n_beats else []
    first = exported.paths[0]
    if len(exported.paths) == 1:
        return f"{', '.join(told)} → {first.name}"
    n_files = f"{len(exported.paths):,}"
    where = tr("{n} files in {folder}", n=n_files, folder=first.parent.name)
    return f"{', '.join(told)} → {where}"


def are_there_words(there: AreThere) -> str:
    """Return which files are in the way."""
    first, n_more = there.paths[0].name, len(there.paths) - 1
    if not n_more:
        return tr("{file} is there already.", file=first)
    return tr("{file} and {n} more are there already.", file=first, n=f"{n_more:,}")


def _records(n: int) -> str:
    return tr("1 record") if n == 1 else tr("{n} records", n=f"{n:,}")


def _statements(n: int) -> str:
    return tr("1 statement") if n == 1 else tr("{n} statements", n=f"{n:,}")


def _regions(n: int) -> str:
    return tr("1 region") if n == 1 else tr("{n} regions", n=f"{n:,}")


def _beats(n: int) -> str:
    return tr("1 beat") if n == 1 else tr("{n} beats", n=f"{n:,}")
