"""The sampling rate that a column of times gives, if the times are even."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from ecgviewer.io.table_cells import (
    clock_seconds,
    date_of,
    is_clock,
    is_number,
    plain,
    resolution_of,
)
from ecgviewer.io.table_layout import TableColumn, TableLayout
from ecgviewer.io.table_lines import BLOCK_LINES, LineIndex
from ecgviewer.io.table_source import cells_of

# Of longer tables so many blocks, from the first to the last, are looked at.
_MOST_BLOCKS = 64
_SECONDS = {
    "s": 1.0, "sec": 1.0, "secs": 1.0, "second": 1.0, "seconds": 1.0,
    "ms": 1e-3, "msec": 1e-3, "millisecond": 1e-3, "milliseconds": 1e-3,
    "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "usec": 1e-6, "microseconds": 1e-6,
    "ns": 1e-9, "nanoseconds": 1e-9, "min": 60.0, "minutes": 60.0, "h": 3600.0, "hours": 3600.0,
}  # fmt: skip
# Without a unit steps between these are seconds: in any other unit the rate would be one that
# no ECG has.
_SMALLEST_STEP_S, _LARGEST_STEP_S = 2e-4, 0.1
# Seconds since 1970 have as many digits, and their thousandths and so on more.
_EPOCHS = ((1e17, 1e-9), (1e14, 1e-6), (1e11, 1e-3), (1e8, 1.0))
_DAY_S = 86_400.0
# Times may be off an even grid by so much of a step, or by what their last digit counts.
_LARGEST_SHARE = 0.05
# A rate is known if the digits of its times leave no more doubt than this share of it.
_LARGEST_DOUBT = 2e-3
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class Timing:
    """rate_hz: None where the times give none, and why. likely_hz: a guess for a person to
    confirm. started_at: the date and time of the first sample, as the file writes it.
    """

    rate_hz: float | None = None
    likely_hz: float | None = None
    why: str = ""
    started_at: datetime | None = None


@dataclass(frozen=True, eq=False)
class Times:
    """Some times of a table: the lines that they stand in, float64 each; what their last
    digit counts. is_clock: they are of a day or a date, in seconds.
    """

    lines: NDArray[np.float64]
    values: NDArray[np.float64]
    digits: NDArray[np.float64]
    is_clock: bool
    n_unread: int


def timing_of(index: LineIndex, layout: TableLayout, column: TableColumn) -> Timing:
    """Return the rate that a column gives. Raises OSError, EcgError as reading lines does.

    Short tables are looked at as a whole, of longer ones blocks of lines throughout.
    """
    times, first = _sampled(index, layout, column)
    if times.values.size < 2 or times.n_unread > times.values.size / 10:
        return Timing(why="its times cannot be read")
    return rate_of_times(times, column, first)


def times_of(cells: Sequence[str], first_line: int, *, decimal_comma: bool) -> Times:
    """Return the times in some cells of a column."""
    clock = any(is_clock(cell) for cell in cells[:50])
    lines, values, digits = [], [], []
    for number, cell in enumerate(cells):
        value = clock_seconds(cell) if clock else _number(cell, decimal_comma=decimal_comma)
        if value is not None:
            lines.append(float(first_line + number))
            values.append(value)
            digits.append(resolution_of(cell, decimal_comma=decimal_comma))
    unread = len(cells) - len(values)
    return Times(np.array(lines), np.array(values), np.array(digits), clock, unread)


def rate_of_times(times: Times, column: TableColumn, first: str = "") -> Timing:
    """Return the rate of an even grid of times. first: the table's first time."""
    values, digits = times.values, times.digits
    if times.is_clock:
        values = _across_midnight(times)
    n_steps = times.lines[-1] - times.lines[0]
    step = (values[-1] - values[0]) / n_steps if n_steps else 0.0
    if not step > 0:
        return Timing(why="its times do not rise")
    seconds = 1.0 if times.is_clock else _unit(column, values[0], step)
    likely = 1 / (step * (seconds or 1e-3))
    off = np.abs(values - values[0] - step * (times.lines - times.lines[0]))
    if (off > np.maximum(1.5 * digits, _LARGEST_SHARE * step)).any():
        line = int(times.lines[int(np.argmax(off - 1.5 * digits))])
        return Timing(
            likely_hz=_nice(likely, 0.01), why=f"its times are uneven near row {line + 1}"
        )
    if seconds is None:
        guess = _nice(likely, 1e-3) if likely < 1e5 else None
        return Timing(likely_hz=guess, why="its times have no unit")
    doubt = (digits[:50].min() + digits[-50:].min()) / (values[-1] - values[0])
    if off.max() <= _EXACT * step:
        # Whole steps were written in full.
        doubt = _EXACT
    if doubt > _LARGEST_DOUBT:
        return Timing(likely_hz=_nice(likely, doubt), why="its times have too few digits")
    return Timing(rate_hz=_nice(likely, doubt), started_at=date_of(first))


def _sampled(index: LineIndex, layout: TableLayout, column: TableColumn) -> tuple[Times, str]:
    blocks = np.unique(np.linspace(0, index.n_blocks - 1, _MOST_BLOCKS).astype(int)).tolist()
    parts: list[Times] = []
    first = ""
    for block in blocks:
        (cells,) = cells_of(index.read(block, block + 1), layout, [column.place])
        words = [plain(cell.decode("latin-1")) for cell in cells]
        first = first or words[0]
        comma = layout.decimal_comma
        parts.append(times_of(words, block * BLOCK_LINES, decimal_comma=comma))
    return Times(
        np.concatenate([part.lines for part in parts]),
        np.concatenate([part.values for part in parts]),
        np.concatenate([part.digits for part in parts]),
        any(part.is_clock for part in parts),
        sum(part.n_unread for part in parts),
    ), first


def _number(cell: str, *, decimal_comma: bool) -> float | None:
    if not is_number(cell, decimal_comma=decimal_comma):
        return None
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < 1e30 else None


def _across_midnight(times: Times) -> NDArray[np.float64]:
    """Add the days that a clock does not show."""
    lines, values = times.lines, times.values
    n_near = max(min(len(values), BLOCK_LINES), 2)
    near = np.diff(values[:n_near])
    rising = near[near >= 0]
    step = float(rising.mean()) if rising.size else 0.0
    expected = values[0] + step * (lines - lines[0])
    days: NDArray[np.float64] = values + _DAY_S * np.round((expected - values) / _DAY_S)
    return days


def _unit(column: TableColumn, first: float, step: float) -> float | None:
    """Return the seconds of one unit of a column's times, None where it cannot be told."""
    for word in (column.unit, column.name):
        known = _SECONDS.get(re.sub(r"[()\[\]\s]", "", word).lower())
        if known is not None:
            return known
    epoch = next((seconds for least, seconds in _EPOCHS if abs(first) >= least), None)
    if epoch is not None:
        return epoch
    return 1.0 if _SMALLEST_STEP_S <= step <= _LARGEST_STEP_S else None


def _nice(rate_hz: float, doubt: float) -> float:
    """Return the whole number that a rate stands for, if it is within what the times can tell.

    doubt: how far off the rate may be, as a share of it.
    """
    whole = round(rate_hz)
    return float(whole) if whole and abs(whole - rate_hz) <= rate_hz * max(doubt, 1e-9) else rate_hz
