"""Which rows of a worklist are shown, in which order, and which one comes next."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.classes import class_name, class_text
from ecgviewer.core.text import later
from ecgviewer.review.coded import Mask
from ecgviewer.review.stand import Stand
from ecgviewer.review.worklist import Agreement, Grade, Labels, Worklist

Rows = NDArray[np.int32]


class Column(Enum):
    """The columns of a worklist, in their order."""

    RECORD = later("Record")
    REFERENCE = later("Reference")
    MODEL = later("Model")
    AGREEMENT = later("Agreement")
    CONFIDENCE = later("Confidence")
    MARGIN = later("Margin")
    QUALITY = later("Quality")
    STATE = later("State")
    STATED = later("Stated")
    FLAG = later("Flag")


# What whoever answers before the model may not see.
TELLING = frozenset(
    {Column.REFERENCE, Column.MODEL, Column.AGREEMENT, Column.CONFIDENCE, Column.MARGIN}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row must be to be shown; all that is asked for must hold.

    text: part of its name, or of the name of a class that is said to be there.
    disagrees: the model's findings differ from the reference; reader_differs: the reader's
    statements from the model's findings. margin_below: None for any. label: a class in the
    reference, the findings or the reader's statements. poor: the signal is. broken: it
    cannot be read or judged.
    """

    text: str = ""
    disagrees: bool = False
    reader_differs: bool = False
    margin_below: float | None = None
    label: str | None = None
    unreviewed: bool = False
    flagged: bool = False
    poor: bool = False
    broken: bool = False

    @property
    def blinded(self) -> "Wanted":
        """Return what may still be asked for while the model is hidden."""
        return replace(self, disagrees=False, reader_differs=False, margin_below=None, label=None)


@dataclass(frozen=True, eq=False)
class Shown:
    """A worklist as it is shown: filtered and sorted.

    order: all rows in order; mask: which rows are wanted; rows: those, in order. blind:
    nothing that the model or the reference says takes part.
    """

    worklist: Worklist
    wanted: Wanted = field(default_factory=Wanted)
    sorted_by: Column = Column.RECORD
    descending: bool = False
    blind: bool = False
    order: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    mask: Mask = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    rows: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    @classmethod
    def of(cls, worklist: Worklist, *, blind: bool = False) -> "Shown":
        """Show all of a list, as its folder is ordered."""
        return cls(worklist, blind=blind)._sorted()

    def sort(self, column: Column, *, descending: bool) -> "Shown":
        """Sort by another column."""
        return replace(self, sorted_by=column, descending=descending)._sorted()

    def want(self, wanted: Wanted) -> "Shown":
        """Ask for other rows."""
        return replace(self, wanted=wanted)._sorted()

    def hide(self, *, blind: bool) -> "Shown":
        """Hide what the model and the reference say, or show it again."""
        return replace(self, blind=blind)._sorted()

    def with_worklist(self, worklist: Worklist, *, sort: bool) -> "Shown":
        """Show what has become known; rows stay where they are unless ``sort`` says so."""
        changed = replace(self, worklist=worklist)
        return changed._sorted() if sort else changed._filtered()

    @property
    def n_reviewed(self) -> int:
        """How many of all records are reviewed."""
        return int(np.count_nonzero(reviewed(self.worklist)))

    @property
    def n_unreviewed_shown(self) -> int:
        """How many of the shown records are not reviewed."""
        return int(np.count_nonzero(self.mask & ~reviewed(self.worklist)))

    def next_unreviewed(self, row: int | None, steps: int) -> int | None:
        """Return the next shown row that is not reviewed, from a row that may not be shown.

        row: None for the beginning, or the end where steps is -1. None without one.
        """
        open_ = self.mask & ~reviewed(self.worklist)
        order = self.order if steps > 0 else self.order[::-1]
        first = 0 if row is None else int(np.flatnonzero(order == row)[0]) + 1
        left = order[first:][open_[order[first:]]]
        return int(left[0]) if left.size else None

    def _sorted(self) -> "Shown":
        by = Column.RECORD if self.blind and self.sorted_by in TELLING else self.sorted_by
        order = sorted_rows(self.worklist, by, descending=self.descending)
        return replace(self, order=order)._filtered()

    def _filtered(self) -> "Shown":
        wanted = self.wanted.blinded if self.blind else self.wanted
        mask = wanted_rows(self.worklist, wanted, blind=self.blind)
        return replace(self, mask=mask, rows=self.order[mask[self.order]])


def reviewed(worklist: Worklist) -> Mask:
    """Return which rows are reviewed."""
    return worklist.stands.where(lambda stand: stand.done)


def wanted_rows(worklist: Worklist, wanted: Wanted, *, blind: bool = False) -> Mask:
    """Return which rows are wanted; blind: the text is sought in names alone."""
    mask = np.ones(len(worklist), dtype=np.bool_)
    text = wanted.text.strip().casefold()
    if text:
        mask &= _named(worklist, text) | (_speaks_of(worklist, text) & (not blind))
    if wanted.label is not None:
        label = wanted.label
        mask &= _has(worklist, lambda labels: label in labels)
    if wanted.margin_below is not None:
        # NaN, where no model was asked, is not below anything.
        mask &= worklist.margin < wanted.margin_below
    for asked, rows in _PLAIN:
        if asked(wanted):
            mask &= rows(worklist)
    return mask


def _named(worklist: Worklist, text: str) -> Mask:
    found = (text in name for name in worklist.records.folded_names)
    return np.fromiter(found, dtype=np.bool_, count=len(worklist))


def _speaks_of(worklist: Worklist, text: str) -> Mask:
    def fits(labels: Labels) -> bool:
        names = (name for x in labels for name in (x, class_text(x).name, class_name(x)))
        return any(text in name.casefold() for name in names)

    in_words = worklist.references.where(lambda reference: text in reference.words.casefold())
    return _has(worklist, fits) | in_words


def _has(worklist: Worklist, fits: Callable[[Labels], bool]) -> Mask:
    """Return the rows of which reference, findings or statements fit."""
    in_reference = worklist.references.where(lambda reference: fits(reference.present))
    in_findings = worklist.found.where(lambda said: said is not None and fits(said[0]))
    return in_reference | in_findings | worklist.stands.where(lambda stand: fits(stand.present))


def _reader_differs(worklist: Worklist) -> Mask:
    """Return where reader and model differ: each pair of what they say is compared once."""
    stands, found = worklist.stands, worklist.found
    pairs = stands.codes.astype(np.int64) * max(1, len(found.values)) + found.codes
    different, place = np.unique(pairs, return_inverse=True)
    told = [divmod(int(pair), max(1, len(found.values))) for pair in different]
    fits = [_differ(stands.values[one], found.values[other]) for one, other in told]
    mask: Mask = np.array(fits, dtype=np.bool_)[place]
    return mask


def _differ(stand: Stand, said: tuple[Labels, Labels] | None) -> bool:
    return said is not None and stand.contradicts(*said)


_PLAIN: tuple[tuple[Callable[[Wanted], bool], Callable[[Worklist], Mask]], ...] = (
    (lambda wanted: wanted.disagrees, lambda rows: rows.agreement >= Agreement.PARTLY),
    (lambda wanted: wanted.reader_differs, _reader_differs),
    (lambda wanted: wanted.unreviewed, lambda rows: ~reviewed(rows)),
    (lambda wanted: wanted.flagged, lambda rows: rows.stands.where(lambda one: one.flagged)),
    (lambda wanted: wanted.poor, lambda rows: rows.grade == Grade.POOR),
    (lambda wanted: wanted.broken, lambda rows: rows.problems.where(bool)),
)


def sorted_rows(worklist: Worklist, column: Column, *, descending: bool) -> Rows:
    """Return all rows in order of a column, equal ones as in the folder; unknown ones last."""
    key = np.asarray(_KEYS[column](worklist), dtype=np.float64)
    if descending:
        key = -key
    return np.argsort(key, kind="stable").astype(np.int32)


def _ranks(ranks: NDArray[np.int32], known: Mask) -> NDArray[np.float64]:
    return np.where(known, ranks.astype(np.float64), np.nan)


def _by_reference(worklist: Worklist) -> NDArray[np.float64]:
    column = worklist.references
    ranks = column.ranks(lambda reference: (reference.present, reference.words))
    return _ranks(ranks, column.where(lambda one: bool(one.present or one.words)))


def _by_findings(worklist: Worklist) -> NDArray[np.float64]:
    ranks = worklist.found.ranks(lambda said: said[0] if said else ())
    return _ranks(ranks, worklist.found.where(lambda said: said is not None))


def _by_statements(worklist: Worklist) -> NDArray[np.float64]:
    ranks = worklist.stands.ranks(lambda stand: (stand.present, stand.absent))
    return _ranks(ranks, worklist.stands.where(lambda one: bool(one.present or one.absent)))


def _by_code(codes: NDArray[np.int8]) -> NDArray[np.float64]:
    return np.where(codes > 0, codes.astype(np.float64), np.nan)


_KEYS: dict[Column, Callable[[Worklist], NDArray[np.generic]]] = {
    Column.RECORD: lambda rows: np.arange(len(rows)),
    Column.REFERENCE: _by_reference,
    Column.MODEL: _by_findings,
    Column.AGREEMENT: lambda rows: _by_code(rows.agreement),
    Column.CONFIDENCE: lambda rows: rows.confidence,
    Column.MARGIN: lambda rows: rows.margin,
    Column.QUALITY: lambda rows: _by_code(rows.grade),
    Column.STATE: lambda rows: rows.stands.ranks(lambda one: (one.done, one.begun)),
    Column.STATED: _by_statements,
    Column.FLAG: lambda rows: rows.stands.ranks(lambda one: not one.flagged),
}
