"""Which recording of a file that may hold several is asked for."""

from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints


def wanted_part(path: Path, hints: ImportHints | None, n_parts: int) -> int:
    """Return the number of the part that hints ask for, 1 where they ask for none.

    Raises EcgError if the file holds fewer.
    """
    part = hints.part if hints and hints.part else 1
    if part > n_parts:
        there = "1 recording" if n_parts == 1 else f"{n_parts} recordings"
        raise EcgError(f"{path.name} holds {there}: there is no {path.name}#{part}.")
    return part
