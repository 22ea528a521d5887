"""From a review file to files that others read, in the form that is asked for."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.review.export_csv import csv_files
from ecgviewer.review.export_json import json_files
from ecgviewer.review.export_training import training_files
from ecgviewer.review.export_wfdb import wfdb_files
from ecgviewer.review.handed_on import HandedOn
from ecgviewer.review.store import Access, ReviewStore

Files = dict[Path, bytes]
_SQLITE: Final = b"SQLite format 3\0"

FORMS: Final[Mapping[str, Callable[[HandedOn, Path], Files]]] = {
    "wfdb": wfdb_files,
    "csv": csv_files,
    "json": json_files,
    "training": training_files,
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    n_records: int
    n_statements: int
    n_beats: int
    n_regions: int
    paths: tuple[Path, ...]


def existing(files: Files) -> tuple[Path, ...]:
    """Return which of these files are there already."""
    return tuple(path for path in files if path.exists())


def write_files(files: Files, task: Task, *, overwrite: bool = False) -> None:
    """Write all files, each as a whole or not at all.

    Raises EcgError, with nothing written, where one is there and may not be overwritten;
    and where the disk refuses one.
    """
    there = () if overwrite else existing(files)
    if there:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise EcgError(
            f"{there[0].name}{more} exists already in {there[0].parent}: nothing was written. "
            "Choose another place, or allow overwriting."
        )
    for done, (path, content) in enumerate(files.items()):
        task.step(done, len(files))
        _write(path, content)
    task.step(len(files), len(files))


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise EcgError(f"{path} cannot be written: {error.strerror or error}.") from error


def read_reviews_file(path: Path) -> ReviewStore:
    """Open a review file to be read, also one that a window holds; raises EcgError for none."""
    if not path.is_file():
        raise EcgError(f"{path.name} does not exist: name a review file (.ecgreview).")
    try:
        with path.open("rb") as file:
            begins = file.read(len(_SQLITE))
    except OSError as error:
        raise EcgError(f"{path.name} cannot be opened: {error.strerror or error}.") from error
    # A file that another program has just begun may still be empty.
    if begins and begins != _SQLITE:
        raise EcgError(f"{path.name} is no review file: name one that ends in .ecgreview.")
    return ReviewStore(path, Access.READ_ONLY, must_exist=True)


def counted(handed: HandedOn, paths: tuple[Path, ...]) -> Exported:
    """Return how much was handed on."""
    reviews = handed.reviews
    return Exported(
        n_records=len(handed.records),
        n_statements=sum(len(review.classes) for review in reviews),
        n_beats=sum(len(review.beats) for review in reviews),
        n_regions=sum(len(review.regions) for review in reviews),
        paths=paths,
    )
