"""The samples of a text table, parsed span by span, in mV."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.io.table_cells import is_number, plain
from ecgviewer.io.table_layout import TableLayout, split
from ecgviewer.io.table_lines import BLOCK_LINES, LineIndex

Numbers = NDArray[np.float64]
# A long read goes through the text in pieces, so that it needs little memory.
_PIECE_BLOCKS = 32
# Larger numbers are none that was measured, and float32 could not hold them in mV.
_LARGEST = 1e30


@dataclass(frozen=True, eq=False)
class TableSource:
    """Columns of a text file; it is opened for each read.

    places: the columns of the leads. gains: float64 (n_leads,), file units per mV.
    """

    index: LineIndex
    layout: TableLayout
    places: tuple[int, ...]
    gains: Numbers

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start), NaN where a cell holds no number.

        Raises EcgError if the file cannot be read or has changed.
        """
        values = np.empty((len(self.places), stop - start), dtype=np.float32)
        first, last = start // BLOCK_LINES, -(-stop // BLOCK_LINES)
        for block in range(first, last if stop > start else first, _PIECE_BLOCKS):
            begin = block * BLOCK_LINES
            try:
                lines = self.index.read(block, min(block + _PIECE_BLOCKS, last))
            except OSError as error:
                name = self.index.path.name
                raise EcgError(f"{name} cannot be read: {error.strerror}.") from error
            low, high = max(start, begin), min(stop, begin + len(lines))
            wanted = lines[low - begin : high - begin]
            found = columns_of(wanted, self.layout, self.places) / self.gains[:, None]
            values[:, low - start : high - start] = found
        return values


def columns_of(lines: Sequence[bytes], layout: TableLayout, places: Sequence[int]) -> Numbers:
    """Return the numbers in some columns: float64 (n_columns, n_lines), NaN where none is.

    A line with more or fewer cells than the table holds none: it may be cut short.
    """
    cells = cells_of(lines, layout, places)
    found = np.array(
        [_numbers(column, decimal_comma=layout.decimal_comma) for column in cells],
        dtype=np.float64,
    ).reshape(len(places), len(lines))
    found[~(np.abs(found) < _LARGEST)] = np.nan
    return found


def cells_of(
    lines: Sequence[bytes], layout: TableLayout, places: Sequence[int]
) -> list[list[bytes]]:
    """Return the cells of some columns; empty ones of lines that do not fit the table."""
    width = len(layout.columns)
    delimiter = None if layout.delimiter is None else layout.delimiter.encode()
    joined = (delimiter or b" ").join(lines)
    rows: list[list[bytes]]
    if b'"' in joined and layout.delimiter is not None:
        text = [line.decode("latin-1").rstrip("\r") for line in lines]
        rows = [[x.encode("latin-1") for x in row] for row in split(text, layout.delimiter)]
    elif delimiter and set(map(bytes.count, lines, repeat(delimiter))) == {width - 1}:
        # All lines fit: then parting them at once takes a third of the time.
        cells = joined.split(delimiter)
        return [cells[place::width] for place in places]
    else:
        rows = [line.split(delimiter) for line in lines]
    empty = [b""] * width
    rows = [row if len(row) == width else empty for row in rows]
    return [[row[place] for row in rows] for place in places]


def _numbers(cells: list[bytes], *, decimal_comma: bool) -> list[float]:
    if decimal_comma:
        cells = [cell.replace(b",", b".") for cell in cells]
    try:
        return list(map(float, cells))
    except ValueError:
        return [_number(cell) for cell in cells]


def _number(cell: bytes) -> float:
    text = plain(cell.decode("latin-1"))
    try:
        return float(text) if is_number(text) else float("nan")
    except ValueError:
        return float("nan")
