"""Converts one record: opens it, takes out what names somebody, writes it whole or not at all."""

import errno
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.io.writer import Written, writer_of
from ecgviewer.review.deidentify import deidentified, pseudonym_of
from ecgviewer.study.conversion_index import Entry, entries

PART_PREFIX: Final = ".part-"
# Among a million records two have the same code once in forty million times.
_CODE_DIGITS: Final = 16
# Full, full for this user, and no longer to be written at all.
_NO_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# Raised when what is written changes, so that older files are made anew.
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Item:
    """A record to convert: where it is, its folder below the target's, and its files' name."""

    path: Path
    folder: str
    stem: str


@dataclass(frozen=True, slots=True)
class Wish:
    """How records are converted.

    target: one of WRITERS. out: the folder. unnamed: de-identify. hints: for files that say
    too little. known_bytes: how much of the folder's index was there at the start.
    """

    target: str
    out: Path
    unnamed: bool = False
    overwrite: bool = False
    hints: ImportHints | None = None
    known_bytes: int = 0

    @property
    def settings(self) -> str:
        """How it is converted, as the index tells it."""
        told = [f"{self.target} {_VERSION}"]
        told += ["deidentified"] if self.unnamed else []
        if self.hints is not None:
            told.append(str(self.hints))
        return ", ".join(told)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record.

    state: "written" now, "there" since an earlier run, or "failed". entry: its files; None
    where it failed. error: the sentence that says why.
    """

    path: Path
    state: Literal["written", "there", "failed"]
    entry: Entry | None = None
    error: str = ""


def convert(item: Item, wish: Wish) -> Outcome:
    """Convert a record; whatever is wrong with it is told in the outcome.

    Raises EcgError where the disk takes nothing more.
    """
    try:
        record = open_record(item.path, wish.hints)
        if wish.unnamed:
            code = pseudonym_of(record.record_id, n_digits=_CODE_DIGITS)
            record = replace(deidentified(record, code), record_id=record.record_id)
            # Names of folders may name somebody, so all records lie side by side.
            item = replace(item, folder="", stem=code)
        return _convert(record, item, wish)
    except EcgError as error:
        return Outcome(item.path, "failed", error=str(error))
    except OSError as error:
        if error.errno in _NO_DISK:
            # It would be the same for all that come.
            raise EcgError(no_disk(wish.out, error)) from error
        sentence = f"{item.path.name} cannot be converted: {error.strerror or error}."
        return Outcome(item.path, "failed", error=sentence)


def no_disk(out: Path, error: OSError) -> str:
    """Return the sentence about a disk that takes nothing more."""
    return (
        f"{out} cannot be written any more: {error.strerror or error}. Mend that and start again: "
        "it goes on where it was."
    )


def _convert(record: Record, item: Item, wish: Wish) -> Outcome:
    name = f"{item.folder}/{item.stem}" if item.folder else item.stem
    before = entries(wish.out, wish.known_bytes).get(name)
    if before is not None and not wish.overwrite:
        if (before.record, before.settings) != (record.record_id, wish.settings):
            raise EcgError(
                f"{name} in {wish.out} was made of another recording or in another way: "
                "choose another folder, or --overwrite."
            )
        if before.is_whole(wish.out):
            return Outcome(item.path, "there", before)
    folder = wish.out / item.folder
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=PART_PREFIX, dir=folder))
    try:
        written = writer_of(wish.target).write(record, part, item.stem, unnamed=wish.unnamed)
        if before is None and not wish.overwrite and not wish.unnamed:
            _refuse_strangers(folder, written)
        sizes = {_below(path, part, item.folder): path.stat().st_size for path in written.files}
        for path in written.files:
            path.replace(folder / path.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _remove(wish.out / old for old in before.files if old not in sizes) if before else None
    entry = Entry(name, record.record_id, wish.settings, sizes, written.notes)
    return Outcome(item.path, "written", entry)


def _below(path: Path, part: Path, folder: str) -> str:
    name = path.relative_to(part).as_posix()
    return f"{folder}/{name}" if folder else name


def _refuse_strangers(folder: Path, written: Written) -> None:
    """Raise EcgError where a file is there that no conversion is known to have made.

    What a killed run left without its entry is the same bytes, and is made anew.
    """
    for path in written.files:
        there = folder / path.name
        if there.exists() and not _same(there, path):
            raise EcgError(
                f"{there} exists already and was not written by this conversion: "
                "choose another folder, or --overwrite."
            )


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as a, other.open("rb") as b:
        while chunk := a.read(1 << 20):
            if chunk != b.read(1 << 20):
                return False
    return True


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
