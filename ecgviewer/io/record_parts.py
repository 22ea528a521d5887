"""Files that hold several recordings: which is meant, and what else is there."""

from collections.abc import Sequence
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice
from ecgviewer.io.hints import ImportHints


def wanted_part(path: Path, n_parts: int, hints: ImportHints | None) -> int:
    """Return which recording is asked for, from 1; raises EcgError if there is no such one."""
    part = hints.part if hints is not None and hints.part is not None else 1
    if not 1 <= part <= n_parts:
        held = "1 recording" if n_parts == 1 else f"{n_parts} recordings"
        raise EcgError(f"{path.name} holds {held}: there is no #{part}.")
    return part


def address(path: Path, part: int) -> Path:
    """Return how a recording is named: ``FILE`` for the first, ``FILE#2`` for the next."""
    return path if part == 1 else path.with_name(f"{path.name}#{part}")


def part_name(path: Path, part: int) -> str:
    """Return a recording's name: the file's without its suffix, "study#2" for the second."""
    return path.stem if part == 1 else f"{path.stem}#{part}"


def other_parts(described: Sequence[str], part: int) -> tuple[Notice, ...]:
    """Return the sentence about the recordings that are not shown, none if there are none.

    described: each recording in a few words ("median beat, 1.2 s"), texts for ``later``. The
    file is not named, since many a file's name tells whose it is.
    """
    others = ((number, x) for number, x in enumerate(described, 1) if number != part)
    recordings = ", ".join(f"#{number} ({x})" for number, x in others)
    if not recordings:
        return ()
    return (
        Notice(
            f"The file holds {len(described)} recordings; also there: {recordings}. "
            "The number behind the file's name opens one."
        ),
    )
