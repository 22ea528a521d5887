"""Which records a net was fitted on, and what nets said of records they never saw.

Two tables lie beside a model's card. split.csv: the part of every record. Of a model
that was trained on everything, cross_validation.csv: the scores that each record got
from a net fitted without its fold; and leave_source_out.csv, in the same form: from a net
fitted without its hospital, whose name stands for the fold.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.study.fingerprint import from_texts

SPLIT_FILE = "split.csv"
OUT_OF_FOLD_FILE = "cross_validation.csv"
LEAVE_SOURCE_OUT_FILE = "leave_source_out.csv"
FIT, VALIDATION, TEST = "fit", "validation", "test"
PARTS = (FIT, VALIDATION, TEST)
FOLD = "fold-"
_MEMBER_COLUMNS = ("source", "record", "patient")

RecordKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """One record's place in a split.

    part: "fit", "validation" or "test"; "fold-0" and so on where a model was
    cross-validated and then fitted on every fold. recording: the signals' fingerprint as
    text, by which they are known under other names; "" where it was not kept.
    """

    source: str
    record: str
    patient: str
    part: str
    recording: str = ""

    @property
    def key(self) -> RecordKey:
        """What tells records apart: source and name."""
        return self.source, self.record

    @property
    def was_fitted(self) -> bool:
        """Whether the model was fitted on it in the end, as on every fold."""
        return self.part == FIT or self.part.startswith(FOLD)


@dataclass(frozen=True, eq=False)
class OutOfFold:
    """Scores of records by nets that were not fitted on them.

    members: one a row, part "fold-k" is the fold it was held out in, "fold-" and a name
    the hospital. scores: float64 (n_records, n_labels), probabilities in the order of
    labels.
    """

    labels: tuple[str, ...]
    members: tuple[Member, ...]
    scores: NDArray[np.float64]

    def __post_init__(self) -> None:
        if self.scores.shape != (len(self.members), len(self.labels)):
            raise ValueError(f"scores {self.scores.shape} do not fit records and labels")

    @property
    def rows(self) -> dict[RecordKey, int]:
        """Return where each record stands, by (source, record)."""
        return {member.key: row for row, member in enumerate(self.members)}


def write_split(folder: Path, members: Iterable[Member]) -> None:
    """Write split.csv into a model's folder."""
    rows = [(*member.key, member.patient, member.part, member.recording) for member in members]
    _write(folder / SPLIT_FILE, (*_MEMBER_COLUMNS, "part", "recording"), rows)


def read_split(folder: Path) -> dict[RecordKey, Member] | None:
    """Return a model's split by (source, record); None where it has none.

    Raises EcgError where the file is there and is no split.
    """
    path = folder / SPLIT_FILE
    if not path.exists():
        return None
    members = [_member(row, row["part"]) for row in _read(path, (*_MEMBER_COLUMNS, "part"))]
    wrong = {member.part for member in members if not _is_part(member.part)}
    if wrong:
        raise EcgError(f"{path} names parts that do not exist: {', '.join(sorted(wrong))}.")
    try:
        from_texts([member.recording for member in members if member.recording])
    except ValueError as error:
        raise EcgError(f"{path} holds a recording that is no fingerprint: {error}.") from error
    return {member.key: member for member in members}


def write_out_of_fold(folder: Path, found: OutOfFold, name: str = OUT_OF_FOLD_FILE) -> None:
    """Write cross_validation.csv, or another table of its form, into a model's folder."""
    rows = [
        (*member.key, member.patient, member.part.removeprefix(FOLD), *(f"{s:.6f}" for s in scores))
        for member, scores in zip(found.members, found.scores, strict=True)
    ]
    _write(folder / name, (*_MEMBER_COLUMNS, "fold", *found.labels), rows)


def read_out_of_fold(folder: Path, name: str = OUT_OF_FOLD_FILE) -> OutOfFold | None:
    """Return a model's out-of-fold scores; None where it has none.

    Raises EcgError where the file is there and is no such table.
    """
    path = folder / name
    if not path.exists():
        return None
    columns = (*_MEMBER_COLUMNS, "fold")
    rows = list(_read(path, columns))
    labels = tuple(name for name in (rows[0] if rows else ()) if name not in columns)
    try:
        scores = np.array([[float(row[label]) for label in labels] for row in rows])
    except (TypeError, ValueError) as error:
        raise EcgError(f"{path} holds a score that is no number: {error}.") from error
    members = tuple(_member(row, f"{FOLD}{row['fold']}") for row in rows)
    return OutOfFold(labels, members, scores.reshape(len(members), len(labels)))


def _member(row: dict[str, str], part: str) -> Member:
    # Older splits have no recordings, tables of scores need none.
    return Member(row["source"], row["record"], row["patient"], part, row.get("recording", ""))


def _is_part(part: str) -> bool:
    return part in PARTS or (part.startswith(FOLD) and part.removeprefix(FOLD).isdecimal())


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    written = path.with_name(f"{path.name}.new")
    with written.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    # In one step, so that a reader never meets half a table.
    written.replace(path)


def _read(path: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        absent = [name for name in columns if name not in (reader.fieldnames or ())]
        if absent:
            raise EcgError(f"{path} lacks the column {absent[0]}.")
        yield from reader
