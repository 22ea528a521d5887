"""One door for every recording: the first reader that knows the file opens it."""

from collections.abc import Callable
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io import mat_reader, wfdb_reader
from ecgviewer.io.hints import ImportHints

_CanOpen = Callable[[Path], bool]
_Open = Callable[[Path, ImportHints | None], Record]

_OPENABLE = "ecgviewer opens WFDB records (.hea with its signal file) and MATLAB files (.mat)"


def open_record(path: Path | str, hints: ImportHints | None = None) -> Record:
    """Describe the recording at ``path``; its samples stay on disk until they are read.

    path: a header, a signal or annotation file beside one, a record's bare name, or a
    MATLAB file. hints: what a MATLAB file does not say of itself; they win over what it
    says, and WFDB records need none. Raises NeedsHints where such facts are missing,
    and EcgError, one sentence with the file's name, where the file cannot be read.
    """
    if "\0" in str(path):
        raise EcgError("A zero byte stands in the path: no file has such a name.")
    path = Path(path)
    try:
        return _open(path, hints)
    except OSError as error:
        raise EcgError(f"{path.name} cannot be opened: {error.strerror or error}.") from error


def _open(path: Path, hints: ImportHints | None) -> Record:
    if path.is_dir():
        raise EcgError(f"{path.resolve().name} is a folder: choose a record inside it.")
    exists = path.exists()
    if exists and not path.is_file():
        raise EcgError(f"{path.name} is a pipe or a device: only files can be opened.")
    for can_open, open_ in READERS:
        # A bare name or an absent signal file may still have a header.
        if can_open(path) and (exists or path.suffix.lower() not in (".hea", ".mat")):
            return open_(path, hints)
    if not exists:
        raise EcgError(f"{path.name} does not exist: check the name and the folder.")
    raise EcgError(f"{path.name} is not a kind of file that can be opened: {_OPENABLE}.")


def _open_wfdb(path: Path, _hints: ImportHints | None) -> Record:
    # A WFDB header says everything: there is nothing to add.
    return wfdb_reader.open_record(path)


# A MAT file that has a WFDB header is a WFDB record, so WFDB is asked first.
READERS: tuple[tuple[_CanOpen, _Open], ...] = (
    (wfdb_reader.can_open, _open_wfdb),
    (mat_reader.can_open, mat_reader.open_record),
)
