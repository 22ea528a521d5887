"""The lines of a text file, found once and read span by span.

A day at 250 Hz has twenty million lines: only where every so many of them begin is kept.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError

HEAD_BYTES: Final = 1 << 18
_HEAD_LINES = 3_000
# Lines from one kept place to the next.
BLOCK_LINES: Final = 1_024
_CHUNK_BYTES = 1 << 23
# A block with more bytes holds no samples.
_MOST_BLOCK_BYTES = 1 << 25
_RETURN = 13


@dataclass(frozen=True, eq=False)
class Head:
    """The beginning of a text file.

    lines: whole ones, decoded. raw_lengths: bytes of each with its end. newline: b"\\n", or
    b"\\r" in files of old Macintoshes.
    """

    path: Path
    lines: tuple[str, ...]
    raw_lengths: tuple[int, ...]
    newline: bytes


def read_head(path: Path) -> Head:
    """Read the first lines: UTF-8 or Latin-1. Raises EcgError where it is no such text,
    OSError where it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(HEAD_BYTES)
    if not content.strip():
        raise EcgError(f"{path.name} is empty, so there is no table in it.")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise EcgError(f"{path.name} is text in UTF-16: save it as UTF-8, then open it.")
    if b"\0" in content:
        raise EcgError(f"{path.name} is no text, so there is no table in it.")
    newline = b"\r" if b"\r" in content and b"\n" not in content else b"\n"
    parts = content.split(newline)
    if len(content) == HEAD_BYTES:
        # The last line may go on behind what was read.
        parts = parts[:-1]
    parts = parts[:_HEAD_LINES]
    if not parts:
        raise EcgError(f"{path.name} has too long a first line for a table with a lead a column.")
    lines = [_decoded(part.rstrip(b"\r")) for part in parts]
    lines[0] = lines[0].removeprefix("\ufeff")
    return Head(path, tuple(lines), tuple(len(part) + 1 for part in parts), newline)


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


@dataclass(frozen=True, eq=False)
class LineIndex:
    """Where the filled lines of a table begin.

    places: int64 (n_blocks + 1,), the bytes before every BLOCK_LINES-th of them, and the
    file's end.
    """

    path: Path
    newline: bytes
    places: NDArray[np.int64]
    n_lines: int

    @property
    def n_blocks(self) -> int:
        """How many blocks of lines there are."""
        return len(self.places) - 1

    def read(self, first: int, last: int) -> list[bytes]:
        """Return the filled lines of some blocks. Raises EcgError if they are not there any
        more, OSError if the file cannot be read.
        """
        start, stop = int(self.places[first]), int(self.places[last])
        with self.path.open("rb") as file:
            file.seek(start)
            content = file.read(stop - start)
        lines = [x for x in content.split(self.newline) if x and x != b"\r"]
        if len(lines) != min(last * BLOCK_LINES, self.n_lines) - first * BLOCK_LINES:
            raise EcgError(f"{self.path.name} has changed since it was opened.")
        return lines


def index_lines(head: Head, first_line: int) -> LineIndex:
    """Find the filled lines of a file from one of its head on.

    Raises OSError where it cannot be read, EcgError where lines are absurdly long.
    """
    start = sum(head.raw_lengths[:first_line])
    kept: list[NDArray[np.int64]] = []
    n_lines, begin, before = 0, start, 0
    with head.path.open("rb") as file:
        file.seek(start)
        place = start
        while content := file.read(_CHUNK_BYTES):
            bytes_ = np.frombuffer(content, dtype=np.uint8)
            ends = np.flatnonzero(bytes_ == head.newline[0]) + place
            begins = np.concatenate([[begin], ends[:-1] + 1]) if ends.size else ends
            begins = begins[_filled(begins, ends, np.insert(bytes_, 0, before), place - 1)]
            # A copy: a mere view would keep the places of all lines.
            kept.append(begins[-n_lines % BLOCK_LINES :: BLOCK_LINES].copy())
            n_lines += len(begins)
            begin = int(ends[-1]) + 1 if ends.size else begin
            place, before = place + len(content), int(bytes_[-1])
            if place - begin > _MOST_BLOCK_BYTES:
                raise EcgError(f"{head.path.name} has lines that are too long for a table.")
        file.seek(begin)
        if file.read(_MOST_BLOCK_BYTES).strip(b"\r"):
            kept.append(np.array([begin][: n_lines % BLOCK_LINES == 0], dtype=np.int64))
            n_lines += 1
    places = np.concatenate([*kept, [place]]).astype(np.int64)
    if np.diff(places).max(initial=0) > _MOST_BLOCK_BYTES:
        raise EcgError(f"{head.path.name} has lines that are too long for a table.")
    return LineIndex(head.path, head.newline, places, n_lines)


def _filled(
    begins: NDArray[np.int64], ends: NDArray[np.int64], content: NDArray[np.uint8], place: int
) -> NDArray[np.bool_]:
    """Whether a line holds more than the return that some systems put before its end.

    content: the bytes from ``place`` on.
    """
    lengths = ends - begins
    filled: NDArray[np.bool_] = lengths > 1
    single = np.flatnonzero(lengths == 1)
    filled[single] = content[ends[single] - 1 - place] != _RETURN
    return filled
