"""Answers of several raters about the same records and classes, as one array."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import Stated
from ecgviewer.review.opinions import Opinion, Statements
from ecgviewer.review.truth import Truth, Truths

NOT_JUDGED, ABSENT, PRESENT = -1, 0, 1
Values = NDArray[np.int8]
_OF_STATED = {Stated.PRESENT: PRESENT, Stated.ABSENT: ABSENT, Stated.UNSURE: NOT_JUDGED}


@dataclass(frozen=True, eq=False)
class Rater:
    """Whoever or whatever answers; value: what it says of (record, class)."""

    name: str
    record_ids: Collection[str]
    value: Callable[[str, str], int]


@dataclass(frozen=True, eq=False)
class Cells:
    """values: int8 (n_records, n_raters, n_classes): PRESENT, ABSENT or NOT_JUDGED."""

    record_ids: tuple[str, ...]
    raters: tuple[str, ...]
    classes: tuple[str, ...]
    values: Values


def cells(raters: Sequence[Rater], classes: Sequence[str]) -> Cells:
    """Return the answers about the records of which every rater has one."""
    first, *others = raters
    common = [key for key in first.record_ids if all(key in one.record_ids for one in others)]
    values = np.full((len(common), len(raters), len(classes)), NOT_JUDGED, dtype=np.int8)
    for row, key in enumerate(common):
        for place, rater in enumerate(raters):
            values[row, place] = [rater.value(key, name) for name in classes]
    names = tuple(rater.name for rater in raters)
    return Cells(tuple(common), names, tuple(classes), values)


def reader(name: str, done: Iterable[Opinion], *, own: bool = False) -> Rater:
    """Return a reader by their finished reviews; own: as they answered before the model's."""
    said: dict[str, Statements] = {}
    for opinion in done:
        statements = opinion.own if own else opinion.stated
        if opinion.reader == name and statements is not None:
            said[opinion.record_id] = statements
    return Rater(name, said, lambda key, c: _OF_STATED[said[key].get(c, Stated.ABSENT)])


def model(name: str, answers: Mapping[str, KeptAnswer]) -> Rater:
    """Return a model by its kept answers; it judges the classes that it knows."""

    def value(key: str, label: str) -> int:
        answer = answers[key]
        if label not in answer.scores or label in answer.excluded_by:
            return NOT_JUDGED
        return PRESENT if label in answer.found else ABSENT

    return Rater(name, answers, value)


def truth(found: Truths, counts: Callable[[Truth], bool]) -> Rater:
    """Return the truth as a rater: of the cells that count."""

    def value(key: str, label: str) -> int:
        known = found[key].get(label)
        if known is None or known.present is None or not counts(known):
            return NOT_JUDGED
        return PRESENT if known.present else ABSENT

    return Rater("", found, value)
