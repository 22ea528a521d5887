"""Which records the paths of a command line stand for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.folder import records_in
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.io.reader import openable


def record_paths(paths: Iterable[Path]) -> Iterator[Path | EcgError]:
    """Yield every record: a file stands for itself, a folder for the records under it.

    A folder without any gives the sentence that says so, in its place.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        records = records_in(path)
        if not records:
            yield EcgError(f"{path}: there is no record under this folder ({openable()}).")
        yield from records


def named_records(paths: Iterable[Path]) -> Iterator[tuple[str, Path | EcgError]]:
    """Yield every record as ``record_paths`` does, each with the name that it is called by."""
    for path in paths:
        for found in record_paths([path]):
            yield str(found if isinstance(found, Path) else path), found


def opened(path: Path | EcgError, hints: ImportHints | None) -> Record | EcgError:
    """Return what stands there, or the sentence that says why nothing can be read."""
    if isinstance(path, EcgError):
        return path
    try:
        return open_record(path, hints)
    except EcgError as error:
        return error
