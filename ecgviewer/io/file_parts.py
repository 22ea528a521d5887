"""The recordings of a file that holds several: ``FILE``, ``FILE#2`` …"""

from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints


def wanted_part(path: Path, n_parts: int, hints: ImportHints | None) -> int:
    """Return which recording is asked for, from 1; raises EcgError if there is no such one."""
    part = hints.part if hints is not None and hints.part is not None else 1
    if not 1 <= part <= n_parts:
        held = "one recording" if n_parts == 1 else f"{n_parts} recordings"
        raise EcgError(f"{path.name} holds {held}: there is no {path.name}#{part}.")
    return part


def part_path(path: Path, part: int) -> Path:
    """Return the address of a recording: the file's own for the first."""
    return path if part == 1 else path.with_name(f"{path.name}#{part}")


def part_name(path: Path, part: int) -> str:
    """Return the name of a recording: the file's without its suffix, and the part's number."""
    return path.stem if part == 1 else f"{path.stem}#{part}"


def other_parts(path: Path, what: list[str]) -> list[str]:
    """Return the sentence that tells what else a file holds; none where that is nothing.

    what: of all recordings in their order ("the rhythm", "the median beats").
    """
    if len(what) < 2:
        return []
    others = ", ".join(f"{words} {path.name}#{n}" for n, words in enumerate(what[1:], start=2))
    return [f"{path.name} holds {len(what)} recordings: shown first is {what[0]}; {others}."]
