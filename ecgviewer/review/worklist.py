"""The worklist: what is known of every record of a folder, in columns.

A list of 20,000 records is filtered and sorted in a few milliseconds; a list is never
changed, only replaced by one with other facts in some rows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.review.coded import CodedColumn
from ecgviewer.review.listed_records import ListedRecords
from ecgviewer.review.stand import NOTHING_SAID, Stand

Floats = NDArray[np.float32]
Codes = NDArray[np.int8]
Labels = tuple[str, ...]
_Item = TypeVar("_Item")


class Agreement(IntEnum):
    """How a model's findings compare with a record's reference labels."""

    UNKNOWN = 0
    SAME = 1
    PARTLY = 2
    DIFFERENT = 3


class Grade(IntEnum):
    """How good a record's signal is."""

    UNKNOWN = 0
    GOOD = 1
    USABLE = 2
    POOR = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """What a data set, a header or a table says of a record.

    present, absent: the classes that are said to be there, and not to be there; others are
    not judged. words: all that is said, in words, "" where nothing is.
    """

    present: Labels = ()
    absent: Labels = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said of a record, as far as the list tells it.

    found: the surest first. judged: the classes that it judges. confidence: the
    probability of the surest class; margin: how far the score that is nearest to its
    threshold is from it. Both 0..1.
    """

    found: Labels
    judged: Labels
    confidence: float
    margin: float

    @classmethod
    def of(cls, answer: KeptAnswer) -> "Said":
        """Return what the list tells of a kept answer."""
        judged = tuple(label for label in answer.scores if label not in answer.excluded_by)
        surest = max((answer.scores[label] for label in answer.found or judged), default=0.0)
        return cls(answer.found, judged, surest, answer.margin)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a record besides its name; None for what is not known yet.

    problem: the sentence that says why it cannot be read or judged, "" where it can.
    """

    record_id: str | None = None
    reference: Reference | None = None
    said: Said | None = None
    grade: Grade | None = None
    grade_words: str = ""
    stand: Stand | None = None
    problem: str | None = None


_NO_REFERENCE = Reference()


@dataclass(frozen=True, eq=False)
class Worklist:
    """Columns of n rows, in the order of a folder's list.

    found: a model's findings and the classes that it judges, None where none was asked.
    confidence, margin: NaN where none was; grade, agreement: the codes of Grade and
    Agreement.
    """

    records: ListedRecords
    record_ids: tuple[str | None, ...]
    references: CodedColumn[Reference]
    found: CodedColumn[tuple[Labels, Labels] | None]
    confidence: Floats
    margin: Floats
    agreement: Codes
    grade: Codes
    grade_words: CodedColumn[str]
    stands: CodedColumn[Stand]
    problems: CodedColumn[str]

    @classmethod
    def of(cls, records: ListedRecords) -> "Worklist":
        """Return a list of records of which only the names are known."""
        n_rows = len(records.paths)
        return cls(
            records,
            (None,) * n_rows,
            CodedColumn.all_alike(_NO_REFERENCE, n_rows),
            CodedColumn[tuple[Labels, Labels] | None].all_alike(None, n_rows),
            np.full(n_rows, np.nan, dtype=np.float32),
            np.full(n_rows, np.nan, dtype=np.float32),
            np.zeros(n_rows, dtype=np.int8),
            np.zeros(n_rows, dtype=np.int8),
            CodedColumn.all_alike("", n_rows),
            CodedColumn.all_alike(NOTHING_SAID, n_rows),
            CodedColumn.all_alike("", n_rows),
        )

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.records.paths)

    @cached_property
    def rows_of_id(self) -> Mapping[str, tuple[int, ...]]:
        """Rows by the record's content; two files may be the same record."""
        rows: dict[str, tuple[int, ...]] = {}
        for row, record_id in enumerate(self.record_ids):
            if record_id is not None:
                rows[record_id] = (*rows.get(record_id, ()), row)
        return rows

    def with_facts(self, facts: Mapping[int, Facts]) -> "Worklist":
        """Return the list with what was found out about some rows."""
        changes: dict[str, Any] = {}
        for name, column, item in _TEXT_COLUMNS:
            told = _told(facts, item)
            if told:
                changes[name] = column(self).with_rows(told)
        ids = _told(facts, lambda fact: fact.record_id)
        if ids:
            changes["record_ids"] = _with_items(self.record_ids, ids)
        said = _told(facts, lambda fact: fact.said)
        if said:
            changes |= self._scores(said)
        grades = _told(facts, lambda fact: fact.grade)
        if grades:
            changes["grade"] = _with_values(self.grade, grades)
        changed = replace(self, **changes)
        if "references" in changes or "found" in changes:
            rows = [row for row, fact in facts.items() if fact.reference or fact.said]
            agreement = {row: changed.agreement_of(row) for row in rows}
            changed = replace(changed, agreement=_with_values(self.agreement, agreement))
        return changed

    def without_answers(self) -> "Worklist":
        """Return the list before any model was asked."""
        blank = Worklist.of(self.records)
        return replace(
            self,
            found=blank.found,
            confidence=blank.confidence,
            margin=blank.margin,
            agreement=blank.agreement,
        )

    def with_stands(self, stands: Mapping[str, Stand]) -> "Worklist":
        """Return the list with what one person said of its records, by record_id."""
        known = (stands.get(key, NOTHING_SAID) if key else NOTHING_SAID for key in self.record_ids)
        return replace(self, stands=CodedColumn.of(known))

    def agreement_of(self, row: int) -> Agreement:
        """Compare the findings of a row with its reference."""
        said = self.found[row]
        if said is None:
            return Agreement.UNKNOWN
        return compare(self.references[row], *said)

    def _scores(self, said: Mapping[int, Said]) -> dict[str, Any]:
        return {
            "confidence": _with_values(
                self.confidence, {row: one.confidence for row, one in said.items()}
            ),
            "margin": _with_values(self.margin, {row: one.margin for row, one in said.items()}),
        }


def compare(reference: Reference, found: Labels, judged: Labels) -> Agreement:
    """Compare findings with a reference, over the classes that both speak of."""
    present, absent = ({*labels} & {*judged} for labels in (reference.present, reference.absent))
    if not present and not absent:
        return Agreement.UNKNOWN
    common = present & {*found}
    if common == present and not absent & {*found}:
        return Agreement.SAME
    return Agreement.PARTLY if common else Agreement.DIFFERENT


_TEXT_COLUMNS: tuple[
    tuple[str, Callable[[Worklist], CodedColumn[Any]], Callable[[Facts], Any]], ...
] = (
    ("references", lambda rows: rows.references, lambda fact: fact.reference),
    (
        "found",
        lambda rows: rows.found,
        lambda fact: (fact.said.found, fact.said.judged) if fact.said else None,
    ),
    (
        "grade_words",
        lambda rows: rows.grade_words,
        lambda fact: fact.grade_words if fact.grade is not None else None,
    ),
    ("stands", lambda rows: rows.stands, lambda fact: fact.stand),
    ("problems", lambda rows: rows.problems, lambda fact: fact.problem),
)


def _told(facts: Mapping[int, Facts], item: Callable[[Facts], _Item | None]) -> dict[int, _Item]:
    told = ((row, item(fact)) for row, fact in facts.items())
    return {row: value for row, value in told if value is not None}


def _with_items(items: tuple[Any, ...], changes: Mapping[int, Any]) -> tuple[Any, ...]:
    changed = list(items)
    for row, value in changes.items():
        changed[row] = value
    return tuple(changed)


def _with_values(column: NDArray[Any], changes: Mapping[int, Any]) -> NDArray[Any]:
    changed = column.copy()
    changed[list(changes)] = list(changes.values())
    return changed
