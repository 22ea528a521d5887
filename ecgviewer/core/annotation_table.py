"""Annotations in columns: a day's hundred thousand beats are read and drawn from arrays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation, Origin

Integers = NDArray[np.int64]
NO_PEAK = -1


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of few different values: values[codes[i]] is that of row i."""

    values: tuple[str | None, ...]
    codes: Integers

    @classmethod
    def of(cls, column: Iterable[str | None]) -> "Coded":
        """Code a column."""
        known: dict[str | None, int] = {}
        codes = [known.setdefault(value, len(known)) for value in column]
        return cls(tuple(known), np.array(codes, dtype=np.int64))

    def at(self, row: int) -> str | None:
        """Return the value of a row."""
        return self.values[int(self.codes[row])]

    def among(self, wanted: Iterable[str | None]) -> NDArray[np.bool_]:
        """Return which rows hold one of these values."""
        looked_for = set(wanted)
        found = np.array([value in looked_for for value in self.values], dtype=np.bool_)
        return found[self.codes] if found.size else np.zeros(0, dtype=np.bool_)

    def taken(self, rows: Integers | NDArray[np.bool_]) -> "Coded":
        """Return the column of some rows."""
        return Coded(self.values, self.codes[rows])


@dataclass(frozen=True, eq=False)
class AnnotationTable(Sequence[Annotation]):
    """Annotations as columns; a sequence of Annotation, each made when it is asked for.

    start, stop, peak: int64 (n,) in samples of the record, NO_PEAK where there is none.
    texts: the few rows that have one.
    """

    start: Integers
    stop: Integers
    peak: Integers
    label: Coded
    lead: Coded
    source: Coded
    texts: Mapping[int, str] = field(default_factory=dict)
    origin: Origin = "file"

    @classmethod
    def of(cls, annotations: Sequence[Annotation]) -> "AnnotationTable":
        """Put annotations into columns; a table stays what it is."""
        if isinstance(annotations, cls):
            return annotations
        peaks = [NO_PEAK if mark.peak is None else mark.peak for mark in annotations]
        return cls(
            np.array([mark.start for mark in annotations], dtype=np.int64),
            np.array([mark.stop for mark in annotations], dtype=np.int64),
            np.array(peaks, dtype=np.int64),
            Coded.of(mark.label for mark in annotations),
            Coded.of(mark.lead for mark in annotations),
            Coded.of(mark.source for mark in annotations),
            {row: mark.text for row, mark in enumerate(annotations) if mark.text},
            annotations[0].origin if annotations else "file",
        )

    def taken(self, rows: Integers) -> "AnnotationTable":
        """Return the table of some rows, in their order."""
        return AnnotationTable(
            self.start[rows], self.stop[rows], self.peak[rows],
            self.label.taken(rows), self.lead.taken(rows), self.source.taken(rows),
            texts_of(self.texts, rows, len(self)), self.origin,
        )  # fmt: skip

    def counts(self) -> dict[str, int]:
        """Count the annotations of each source."""
        numbers = np.bincount(self.source.codes, minlength=len(self.source.values)).tolist()
        named = zip(self.source.values, numbers, strict=True)
        return {name or "": number for name, number in named if number}

    def __len__(self) -> int:
        """Return how many there are."""
        return int(self.start.size)

    @overload
    def __getitem__(self, place: int) -> Annotation: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Annotation, ...]: ...

    def __getitem__(self, place: int | slice) -> Annotation | tuple[Annotation, ...]:
        """Return one annotation, or those of a slice."""
        if isinstance(place, slice):
            return tuple(self._made(row) for row in range(*place.indices(len(self))))
        row = range(len(self))[place]
        return self._made(row)

    def __iter__(self) -> Iterator[Annotation]:
        """Make one annotation after the other."""
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether the other is a sequence of the same annotations."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as sequences that compare by content

    def _made(self, row: int) -> Annotation:
        peak = int(self.peak[row])
        return Annotation(
            start=int(self.start[row]),
            stop=int(self.stop[row]),
            label=self.label.at(row) or "",
            lead=self.lead.at(row),
            text=self.texts.get(row, ""),
            source=self.source.at(row) or "",
            origin=self.origin,
            peak=None if peak == NO_PEAK else peak,
        )


def texts_of(texts: Mapping[int, str], rows: Integers, n_rows: int) -> dict[int, str]:
    """Return the texts of some of ``n_rows`` rows by their new places."""
    if not texts:
        return {}
    place = np.full(n_rows, -1, dtype=np.int64)
    place[rows] = np.arange(rows.size)
    moved = zip(place[list(texts)].tolist(), texts.values(), strict=True)
    return {row: text for row, text in moved if row >= 0}


def joined(tables: Sequence[AnnotationTable]) -> AnnotationTable:
    """Return all rows of several tables in order of their start."""
    if not tables:
        return AnnotationTable.of(())
    firsts = np.cumsum([0, *(len(table) for table in tables)]).tolist()
    texts = {
        first + row: text
        for first, table in zip(firsts[:-1], tables, strict=True)
        for row, text in table.texts.items()
    }
    together = AnnotationTable(
        np.concatenate([table.start for table in tables]),
        np.concatenate([table.stop for table in tables]),
        np.concatenate([table.peak for table in tables]),
        _stacked([table.label for table in tables]),
        _stacked([table.lead for table in tables]),
        _stacked([table.source for table in tables]),
        texts,
    )
    order = np.argsort(together.start, kind="stable")
    return together.taken(order)


def _stacked(columns: Sequence[Coded]) -> Coded:
    values = tuple(dict.fromkeys(value for column in columns for value in column.values))
    place = {value: code for code, value in enumerate(values)}
    parts = []
    for column in columns:
        codes = np.array([place[value] for value in column.values], dtype=np.int64)
        parts.append(codes[column.codes] if codes.size else column.codes)
    return Coded(values, np.concatenate(parts))
