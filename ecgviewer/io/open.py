"""One door for every recording: the first reader that knows the file opens it."""

import re
from dataclasses import replace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.reader import all_readers, beginning_of, openable

# The second recording in a file that holds several: "study.xml#2".
_PART = re.compile(r"(.+)#([1-9]\d{0,3})")


def open_record(path: Path | str, hints: ImportHints | None = None) -> Record:
    """Describe the recording at ``path``; its samples stay on disk until they are read.

    path: a file of a known format, a WFDB header, a signal or annotation file beside one,
    or a record's bare name; ``FILE#2`` is the second recording of a file that holds several.
    hints: what a file does not say of itself; they win over what it says. Raises NeedsHints
    where such facts are missing, and EcgError, one sentence with the file's name, where the
    file cannot be read.
    """
    if "\0" in str(path):
        raise EcgError("A zero byte stands in the path: no file has such a name.")
    path, hints = _with_part(Path(path), hints)
    try:
        return _open(path, hints)
    except OSError as error:
        raise EcgError(f"{path.name} cannot be opened: {error.strerror or error}.") from error


def file_of(path: Path) -> Path:
    """Return the file of a recording's address: ``FILE`` of ``FILE#2``."""
    return _with_part(path, None)[0]


def _with_part(path: Path, hints: ImportHints | None) -> tuple[Path, ImportHints | None]:
    match = _PART.fullmatch(path.name)
    if match is None or path.exists():
        return path, hints
    return path.with_name(match[1]), replace(hints or ImportHints(), part=int(match[2]))


def _open(path: Path, hints: ImportHints | None) -> Record:
    if path.is_dir():
        raise EcgError(f"{path.resolve().name} is a folder: choose a record inside it.")
    exists = path.exists()
    if exists and not path.is_file():
        raise EcgError(f"{path.name} is a pipe or a device: only files can be opened.")
    beginning = beginning_of(path)
    for reader in all_readers():
        # A bare name or an absent signal file may still have a header.
        if (exists or path.suffix.lower() not in (".hea", ".mat")) and reader.can_open(
            path, beginning
        ):
            return reader.open_record(path, hints)
    if not exists:
        raise EcgError(f"{path.name} does not exist: check the name and the folder.")
    raise EcgError(
        f"{path.name} is not a kind of file that can be opened: ecgviewer opens {openable()}."
    )
