"""What a MAT file holds, whatever its version: matrices, texts, structs and cells."""

from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

# A recording needs few variables; a file that claims more is damaged or hostile.
MAX_VALUES = 10_000
MAX_DEPTH = 8
MAX_TEXT = 1_000_000
# Two weeks at 1 kHz.
MAX_SAMPLES = 1_500_000_000


class Matrix(Protocol):
    """A matrix of real numbers, rows and columns as MATLAB shows them, read in part."""

    @property
    def rows(self) -> int:
        """Number of rows."""
        ...

    @property
    def columns(self) -> int:
        """Number of columns."""
        ...

    @property
    def is_integer(self) -> bool:
        """Whether it is of one of MATLAB's integer classes."""
        ...

    def read_columns(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (rows, last - first); raises EcgError if the file cannot be read."""
        ...

    def read_rows(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (last - first, columns); raises EcgError if the file cannot be read."""
        ...


# A 1 x 1 struct is a dict, a cell array or a larger struct array a tuple. Texts of
# several rows are tuples too. Whatever is of no use here (functions, objects, sparse,
# complex and three-dimensional arrays) is left out.
Value: TypeAlias = Matrix | str | tuple["Value", ...] | dict[str, "Value"]
Struct: TypeAlias = dict[str, Value]


def text_rows(characters: str, rows: int) -> str | tuple[str, ...]:
    """Return a char array's text: one string, or one a row, blanks at the end cut off.

    characters: column by column, as MATLAB stores them.
    """
    if rows <= 1:
        return characters.rstrip(" \0")
    return tuple(characters[row::rows].rstrip(" \0") for row in range(min(rows, MAX_VALUES)))
