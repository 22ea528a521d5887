"""Columns of few different values: they are searched and sorted by value, not by row."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", bound=Hashable)
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class CodedColumn(Generic[Value]):
    """values[codes[i]] is that of row i; codes: int32 (n,). Never changed, only replaced."""

    values: tuple[Value, ...]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, column: Iterable[Value]) -> "CodedColumn[Value]":
        """Code a column."""
        known: dict[Value, int] = {}
        codes = [known.setdefault(value, len(known)) for value in column]
        return cls(tuple(known), np.array(codes, dtype=np.int32))

    @classmethod
    def all_alike(cls, value: Value, n_rows: int) -> "CodedColumn[Value]":
        """Return a column of one value."""
        return cls((value,), np.zeros(n_rows, dtype=np.int32))

    def __getitem__(self, row: int) -> Value:
        """Return the value of a row."""
        return self.values[int(self.codes[row])]

    def with_rows(self, changes: Mapping[int, Value]) -> "CodedColumn[Value]":
        """Return the column with other values in some rows."""
        place = {value: code for code, value in enumerate(self.values)}
        codes = self.codes.copy()
        for row, value in changes.items():
            codes[row] = place.setdefault(value, len(place))
        return replace(self, values=tuple(place), codes=codes)

    def where(self, fits: Callable[[Value], bool]) -> Mask:
        """Return which rows hold a value that fits; each value is asked once."""
        fitting = np.array([fits(value) for value in self.values], dtype=np.bool_)
        return fitting[self.codes] if fitting.size else np.zeros(self.codes.size, dtype=np.bool_)

    def ranks(self, key: Callable[[Value], Any]) -> NDArray[np.int32]:
        """Return the place of each row's value among all values in order of ``key``."""
        keys = [key(value) for value in self.values]
        order = {found: rank for rank, found in enumerate(sorted(set(keys)))}
        ranks = np.array([order[found] for found in keys], dtype=np.int32)
        return ranks[self.codes] if ranks.size else self.codes
