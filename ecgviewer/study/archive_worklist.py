"""The answers of `ecgviewer analyze --out` as records and answers of a review file."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import ModelRef
from ecgviewer.core.task import Task
from ecgviewer.io.folder import in_counting_order
from ecgviewer.review.known import KnownRecord
from ecgviewer.review.store import ReviewStore
from ecgviewer.study.archive_parts import LINES, part_files, read_lines

_KEPT_AT_ONCE = 1000


@dataclass(frozen=True, eq=False)
class Taken:
    """The records whose answers were taken over.

    folder: in which all of them lie. paths: as a person counts. models: whose answers
    these are.
    """

    folder: Path
    paths: tuple[Path, ...]
    models: tuple[str, ...]


def take_answers(
    outs: Sequence[Path], found: frozenset[str], store: ReviewStore, task: Task
) -> Taken:
    """Keep the answers of some folders in a review file, so that no record is analysed again.

    found: labels; only records with one of these findings are taken, all where it is empty.
    Raises EcgError where a folder holds no answers, or none that is wanted.
    """
    paths: list[Path] = []
    models: dict[str, None] = {}
    coming = _answers(outs, task)
    while answers := list(islice(coming, _KEPT_AT_ONCE)):
        wanted = [x for x in answers if not found or not found.isdisjoint(x["findings"])]
        store.keep_records(map(_known, wanted))
        store.keep_answers(map(_kept, wanted))
        paths += (Path(answer["record"]) for answer in wanted)
        models |= dict.fromkeys(answer["model"] for answer in wanted)
    if not paths:
        told = f" with {' or '.join(sorted(found))} among its findings" if found else ""
        raise EcgError(f"{outs[0]} holds no record{told}.")
    folder = Path(os.path.commonpath([path.parent for path in paths]))
    return Taken(folder, in_counting_order(paths), tuple(models))


def _answers(outs: Sequence[Path], task: Task) -> Iterator[dict[str, Any]]:
    parts = parts_of(outs)
    for place, part in enumerate(parts):
        task.step(place, len(parts))
        yield from read_lines(part)
    task.step(len(parts), len(parts))


def parts_of(outs: Sequence[Path]) -> list[Path]:
    """Return the files of some folders' answers; raises EcgError where a folder has none."""
    parts: list[Path] = []
    for out in outs:
        found = [path for path in part_files(out) if path.suffix == LINES]
        if not found:
            raise EcgError(
                f"{out} holds no answers: name a folder that `ecgviewer analyze --out` has filled."
            )
        parts += found
    return parts


def _known(answer: dict[str, Any]) -> KnownRecord:
    path = Path(answer["record"])
    return KnownRecord(
        record_id=answer["record_id"],
        name=path.stem,
        path=path,
        rate_hz=answer["fs_hz"],
        n_samples=round(answer["seconds"] * answer["fs_hz"]),
        leads=tuple(answer["leads"]),
    )


def _kept(answer: dict[str, Any]) -> KeptAnswer:
    return KeptAnswer(
        record_id=answer["record_id"],
        model=ModelRef(answer["model"], answer["weights_sha256"]),
        at_utc=datetime.fromisoformat(answer["analysed_at"]),
        scores=answer["scores"],
        thresholds=answer["thresholds"],
        found=tuple(answer["findings"]),
        unfamiliar=answer["is_unfamiliar"],
        missing_leads=tuple(answer["missing_leads"]),
        excluded_by=answer["excluded_by"],
    )
