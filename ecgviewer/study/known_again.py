"""Finds reviewed records among those of data sets: by their content, whatever they are called."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.io.folder import records_in
from ecgviewer.io.open import open_record
from ecgviewer.study.reviews import ReviewedRecord

Key = TypeVar("Key")


def known_again(
    reviewed: Sequence[ReviewedRecord], paths: Mapping[Key, Path], task: Task
) -> dict[str, list[Key]]:
    """Return where each reviewed record was found, by its record_id.

    paths: of all records that it may be, by any key. Those of the same name are asked
    first, and nothing more is opened once everything is found. One recording that lies
    there twice is found twice if both are called so, else once.
    """
    wanted = {record.record_id for record in reviewed}
    names = {record.name for record in reviewed if record.name}
    found: dict[str, list[Key]] = {}
    likely = [key for key, path in paths.items() if path.stem in names]
    others = [key for key, path in paths.items() if path.stem not in names]
    for key in likely:
        content = content_of(paths[key])
        if content in wanted:
            found.setdefault(content, []).append(key)
    for done, key in enumerate(others):
        task.step(done, len(others))
        if len(found) == len(wanted):
            break
        content = content_of(paths[key])
        if content in wanted:
            found.setdefault(content, []).append(key)
    task.step(1, 1)
    return found


def content_of(path: Path) -> str:
    """Return a record's record_id, "" where it cannot be opened."""
    try:
        return open_record(path).record_id
    except EcgError:
        return ""


def elsewhere(
    missing: Sequence[ReviewedRecord], folders: Sequence[Path], known: set[Path], task: Task
) -> dict[str, Path]:
    """Return where records lie that are in no data set: at their own path, or in a folder.

    known: paths that were looked at already.
    """
    found = {
        record.record_id: Path(record.path)
        for record in missing
        if record.path and content_of(Path(record.path)) == record.record_id
    }
    rest = [record for record in missing if record.record_id not in found]
    if rest:
        paths = {path: path for path in _records_of(folders) if path not in known}
        for record_id, places in known_again(rest, paths, task).items():
            found[record_id] = places[0]
    return found


def _records_of(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from records_in(folder)
