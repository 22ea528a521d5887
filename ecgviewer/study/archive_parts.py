"""The parts of an archive's answers: files of JSON lines, and the same as Parquet.

A part lies beside its place under another ending until all of it is on disk; whoever reads
parts never meets half of one.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ecgviewer.core.errors import EcgError
from ecgviewer.review.migrating import synced
from ecgviewer.review.sentences import in_words

LINES, PARQUET = ".jsonl", ".parquet"
# Whoever reads a folder of Parquet files expects nothing else in it.
FOLDERS = {LINES: "jsonl", PARQUET: "parquet"}
UNFINISHED = ".partial"
# A folder of a million files is slow to list.
_PARTS_A_FOLDER = 1000

Answer = Mapping[str, Any]


def part_path(out: Path, number: int, ending: str = LINES) -> Path:
    """Return where a part lies."""
    folder = out / FOLDERS[ending] / f"{number // _PARTS_A_FOLDER:04}"
    return folder / f"part-{number:08}{ending}"


def unfinished_path(path: Path, token: str) -> Path:
    """Return where a part lies until it is whole: where readers of folders do not look."""
    return path.with_name(f".{path.name}.{token}{UNFINISHED}")


def part_number(path: Path) -> int:
    """Return the number of a part's file."""
    return int(path.name.removeprefix("part-").partition(".")[0])


def part_files(out: Path) -> Iterator[Path]:
    """Yield all files of whole parts, folder by folder."""
    for form in FOLDERS.values():
        for folder in sorted((out / form).glob("*")):
            yield from sorted(folder.glob("part-*"))


def unfinished_files(out: Path) -> Iterator[Path]:
    """Yield what was not finished, of parts and of the list beside them."""
    for form in FOLDERS.values():
        yield from (out / form).glob(f"*/.*{UNFINISHED}")
    yield from out.glob(f".*{UNFINISHED}")


def write_lines(path: Path, answers: Iterable[Answer]) -> int:
    """Write answers as JSON lines and wait for the disk; return how many there were.

    Raises EcgError where the disk does not take them.
    """
    n_answers = 0
    with in_words(path), path.open("w", encoding="utf-8") as file:
        for answer in answers:
            file.write(json.dumps(answer) + "\n")
            n_answers += 1
        file.flush()
        os.fsync(file.fileno())
    return n_answers


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the answers of a part; raises EcgError where it is no such file."""
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise EcgError(
            f"{path.name} in {path.parent} is no part of an archive's answers."
        ) from error


def make_parquet(lines: Path, to: Path) -> None:
    """Write the answers of a file of JSON lines as Parquet and wait for the disk."""
    from ecgviewer.study.archive_parquet import write_parquet

    with in_words(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        write_parquet(list(read_lines(lines)), to)
        synced(to)


def publish(unfinished: Path, path: Path) -> None:
    """Put a part in its place, whole; returns once the disk has it."""
    with in_words(path):
        unfinished.replace(path)
        synced(path.parent)


def remove(path: Path) -> None:
    """Remove a file that may be gone already."""
    with in_words(path):
        path.unlink(missing_ok=True)
