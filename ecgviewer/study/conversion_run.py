"""Converts many records side by side, and goes on where an earlier run was stopped."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TextIO

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.io.folder import records_in
from ecgviewer.io.open import file_of
from ecgviewer.io.reader import openable
from ecgviewer.review.lock import Lock
from ecgviewer.review.sentences import InUse
from ecgviewer.study.conversion import PART_PREFIX, Item, Outcome, Wish, convert, no_disk
from ecgviewer.study.conversion_index import INDEX_NAME, Entry, append, index_bytes, is_cut
from ecgviewer.study.side_by_side import processes

# What names of WFDB records may not hold; one rule for all formats.
_ILLEGAL: Final = re.compile(r"[^A-Za-z0-9_-]")
_PART: Final = re.compile(r"#(\d+)$")


def plan(paths: Iterable[Path], out: Path) -> list[Item]:
    """Return every record of these files and folders with its place below ``out``.

    A folder's structure is kept below it. Names become letters, digits, "_" and "-"; where
    two would be the same, the later one gets a number. Raises EcgError for a folder without
    records.
    """
    items: list[Item] = []
    taken: set[tuple[str, str]] = set()
    for path in paths:
        for found, folder in _records(path, out):
            stem = _free(_legal(_stem(found)), folder, taken)
            items.append(Item(found, folder, stem))
    return items


def _records(path: Path, out: Path) -> Iterator[tuple[Path, str]]:
    if not path.is_dir():
        yield path, ""
        return
    inside = out.resolve()
    records = [one for one in records_in(path) if not one.resolve().is_relative_to(inside)]
    if not records:
        raise EcgError(f"{path}: there is no record under this folder ({openable()}).")
    for one in records:
        parts = one.relative_to(path).parent.parts
        yield one, "/".join(map(_legal, parts))


def _stem(path: Path) -> str:
    match = _PART.search(path.name) if file_of(path) != path else None
    return f"{file_of(path).stem}_{match[1]}" if match else path.stem


def _legal(name: str) -> str:
    return _ILLEGAL.sub("_", name) or "_"


def _free(stem: str, folder: str, taken: set[tuple[str, str]]) -> str:
    # Some systems take "a" and "A" for the same name.
    name, number = stem, 1
    while (folder.casefold(), name.casefold()) in taken:
        number += 1
        name = f"{stem}_{number}"
    taken.add((folder.casefold(), name.casefold()))
    return name


def convert_all(items: Sequence[Item], wish: Wish, task: Task, jobs: int = 1) -> Iterator[Outcome]:
    """Yield what becomes of each record, as it is done.

    What the folder's index tells to be there already is not made again. jobs: processes that
    work side by side. Raises EcgError where the folder cannot be written or another run fills
    it, Cancelled once the task was cancelled.
    """
    with _claimed(wish.out), _indexed(wish.out) as index:
        wish = replace(wish, known_bytes=index_bytes(wish.out))
        _sweep(items, wish)
        task.step(0, max(len(items), 1))
        for done, outcome in enumerate(_outcomes(items, wish, jobs), start=1):
            if outcome.state == "written" and outcome.entry is not None:
                _note(index, outcome.entry, wish.out)
            yield outcome
            task.step(done, len(items))


@contextmanager
def _indexed(out: Path) -> Iterator[TextIO]:
    """Open a folder's index to go on with it."""
    try:
        # Each line goes to the disk by itself, so that nothing waits to fail at the end.
        index = (out / INDEX_NAME).open("a", encoding="utf-8", buffering=1)
        if is_cut(out):
            index.write("\n")
    except OSError as error:
        raise EcgError(no_disk(out, error)) from error
    try:
        yield index
    finally:
        # What could not be written would be tried once more.
        with suppress(OSError):
            index.close()


def _note(index: TextIO, entry: Entry, out: Path) -> None:
    try:
        append(index, entry)
    except OSError as error:
        raise EcgError(no_disk(out, error)) from error


def _outcomes(items: Sequence[Item], wish: Wish, jobs: int) -> Iterator[Outcome]:
    jobs = min(jobs, len(items))
    if jobs <= 1:
        yield from (convert(item, wish) for item in items)
        return
    try:
        with processes(jobs) as pool:
            for future in as_completed([pool.submit(convert, item, wish) for item in items]):
                yield future.result()
    except BrokenProcessPool as error:
        raise EcgError(
            "A process of the conversion was ended from outside, perhaps as memory ran out: "
            "start it again with fewer --jobs, it goes on where it was."
        ) from error


@contextmanager
def _claimed(out: Path) -> Iterator[None]:
    """Keep other runs out of the folder meanwhile."""
    if out.is_file():
        raise EcgError(f"{out} is a file: name a folder that records can be written into.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = Lock(out / INDEX_NAME, "ecgviewer convert")
        lock.claim()
        lock.hold()
    except InUse as error:
        raise EcgError(f"{out} is being filled by another conversion: wait for its end.") from error
    except OSError as error:
        raise EcgError(f"{out} cannot be written: {error.strerror or error}.") from error
    try:
        yield
    finally:
        lock.release()


def _sweep(items: Sequence[Item], wish: Wish) -> None:
    """Remove what a killed run was in the middle of."""
    folders = {""} if wish.unnamed else {item.folder for item in items}
    for folder in folders:
        for part in (wish.out / folder).glob(f"{PART_PREFIX}*"):
            shutil.rmtree(part, ignore_errors=True)
