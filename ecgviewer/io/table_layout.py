"""How a text file lays out its numbers: what parts its cells, where they begin, their names.

All is told from the beginning of the file, without opening it, so that a dialog can try
other answers on the lines that it shows.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from ecgviewer.io.hints import ImportHints
from ecgviewer.io.table_cells import is_clock, is_number, plain
from ecgviewer.io.units import mv_per_unit

Kind = Literal["signal", "time", "count", "text"]

# None stands for any run of blanks.
DELIMITERS: Final[tuple[str | None, ...]] = ("\t", ";", ",", "|", None)
MOST_COLUMNS: Final = 512
_TRIED_LINES = 60
# So many of the tried lines have to agree.
_AGREEING = 0.9
_FOLLOWING = 4
_UNIT = re.compile(r"(.*?)[\s_]*[(\[]\s*([^)\]]*?)\s*[)\]]\s*")
_UNIT_BEHIND = re.compile(
    r"(.+?)[\s_,/-]+([mµμun]?V|volts?|millivolts?|[mµμun]?s|sec)", re.IGNORECASE
)
# Beside voltages; times are written as they are laid out, "hh:mm:ss.mmm".
_UNIT_WORD = re.compile(
    r"[mµμun]?s(ec|econds)?|adu|nu|%|bpm|mmhg|hz|ohms?|(h+:)?m+:s+([.,][a-z]+)?", re.IGNORECASE
)
_TIME_NAME = re.compile(
    r"(elapsed|recording|relative|unix|sample|local)?[\s_-]*"
    r"(times?|timestamp|zeit|temps|tiempo|tempo|t|secs?|seconds?|ms|msec|milliseconds?|"
    r"date[\s_-]?time|clock|epoch)",
    re.IGNORECASE,
)
_COUNT_NAME = re.compile(
    r"(sample|index|row|line|#|n|nr|no|number|id|count|interval|s/n)"
    r"[\s_.#-]*(#|index|number|no|nr|count|interval|num)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its place from 0, its name and unit ("" where there is none), its kind."""

    place: int
    name: str
    unit: str
    kind: Kind

    @property
    def number(self) -> str:
        """What a person calls it: from 1."""
        return str(self.place + 1)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How lines become cells.

    delimiter: None for blanks. first_line: the first one with numbers, from 0. header_line:
    the one with names, None without. preamble: the lines above both.
    """

    delimiter: str | None
    decimal_comma: bool
    first_line: int
    header_line: int | None
    columns: tuple[TableColumn, ...]
    preamble: tuple[str, ...]

    @property
    def time(self) -> TableColumn | None:
        """The column of times, if there is one."""
        return next((column for column in self.columns if column.kind == "time"), None)

    @property
    def signals(self) -> tuple[TableColumn, ...]:
        """The columns that are leads, in the order of the table or as a person asked for."""
        return tuple(column for column in self.columns if column.kind == "signal")

    def called(self, column: TableColumn) -> str:
        """Return a column's name, its number where several or none bear it."""
        names = [x.name.casefold() for x in self.columns]
        is_clear = column.name and names.count(column.name.casefold()) == 1
        return column.name if is_clear else column.number

    def rows(self, lines: Sequence[str]) -> list[list[str]]:
        """Split lines into cells."""
        return split(lines, self.delimiter)


def split(lines: Sequence[str], delimiter: str | None) -> list[list[str]]:
    """Split lines into cells without their quotes and blanks; blanks are one delimiter."""
    if delimiter is None:
        return [[plain(cell) for cell in line.split()] for line in lines]
    if any('"' in line for line in lines):
        return [[plain(cell) for cell in _quoted(line, delimiter)] for line in lines]
    return [[plain(cell) for cell in line.split(delimiter)] for line in lines]


def _quoted(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [""])
    except csv.Error:
        return line.split(delimiter)


def layout_of(lines: Sequence[str], hints: ImportHints) -> TableLayout | None:
    """Return the layout of a table by its first lines; None where they hold no numbers.

    hints: skip_lines and decimal_comma say how lines are read, columns and time_column what
    the columns are. Raises ValueError, with the words at fault, for a column that is not there.
    """
    skipped = min(hints.skip_lines or 0, len(lines))
    rest = lines[skipped:]
    found = _dialect(rest, hints.decimal_comma)
    if found is None:
        return None
    delimiter, comma = found
    rows = split(rest, delimiter)
    filled = [row for row in rows if any(row)]
    width, numeric = _shape(filled[-_n_tried(filled) :], decimal_comma=comma)
    first = _first_line(rows, width, numeric, decimal_comma=comma)
    if first is None:
        return None
    names, units, header = _header(rows[:first], width)
    told = [_named(name, unit) for name, unit in zip(names, units, strict=True)]
    body = [row for row in rows[first:] if len(row) == width]
    kinds = _kinds(told, body, numeric, decimal_comma=comma)
    columns = tuple(
        TableColumn(place, name, unit, kind)
        for place, ((name, unit), kind) in enumerate(zip(told, kinds, strict=True))
    )
    return TableLayout(
        delimiter=delimiter,
        decimal_comma=comma,
        first_line=skipped + first,
        header_line=None if header is None else skipped + header,
        columns=_chosen(columns, hints),
        preamble=tuple(rest[: first if header is None else header]),
    )


def _n_tried(rows: Sequence[object]) -> int:
    """Return how many of the last lines are tried: in short files names stand in the first half."""
    return max(min(_TRIED_LINES, (len(rows) + 1) // 2), 1)


def _dialect(lines: Sequence[str], decimal_comma: bool | None) -> tuple[str | None, bool] | None:
    """Return delimiter and decimal comma with which most columns hold numbers."""
    filled = [line for line in lines if line.strip()]
    tried = filled[-_n_tried(filled) :]
    best: tuple[int, str | None, bool] | None = None
    for delimiter in DELIMITERS:
        rows = split(tried, delimiter)
        # Unless there are quotes, a comma cannot both part cells and begin decimals.
        begins_decimals = decimal_comma or (decimal_comma is None and _are_decimals(rows))
        if delimiter == "," and begins_decimals and not any('"' in line for line in tried):
            continue
        commas = (False, True) if decimal_comma is None else (decimal_comma,)
        for comma in commas:
            width, numeric = _shape(rows, decimal_comma=comma)
            n_numeric = len(numeric)
            if width <= MOST_COLUMNS and n_numeric and (best is None or n_numeric > best[0]):
                best = n_numeric, delimiter, comma
    return None if best is None else best[1:]


def _are_decimals(rows: Sequence[Sequence[str]]) -> bool:
    """Whether pairs of whole numbers are rather one number each: 1,05 and 12,50."""
    if not rows or any(len(row) != 2 or not row[1].isdecimal() for row in rows):
        return False
    return any(len(behind) > 1 and behind.startswith("0") for _, behind in rows)


def _shape(rows: Sequence[Sequence[str]], *, decimal_comma: bool) -> tuple[int, set[int]]:
    """Return how many cells rows have, and which columns of them hold numbers or times."""
    widths = [len(row) for row in rows]
    if not widths:
        return 0, set()
    width = max(set(widths), key=widths.count)
    whole = [row for row in rows if len(row) == width]
    if len(whole) < _AGREEING * len(rows) or width > MOST_COLUMNS:
        return width, set()
    return width, {
        place
        for place in range(width)
        if _is_numeric([row[place] for row in whole], decimal_comma=decimal_comma)
    }


def _is_numeric(cells: Sequence[str], *, decimal_comma: bool) -> bool:
    filled = [cell for cell in cells if cell]
    fits = sum(is_number(x, decimal_comma=decimal_comma) or is_clock(x) for x in filled)
    # A column may be empty where a signal was off, but not throughout.
    return bool(filled) and fits >= _AGREEING * len(filled)


def _first_line(
    rows: Sequence[Sequence[str]], width: int, numeric: set[int], *, decimal_comma: bool
) -> int | None:
    def fits(row: Sequence[str]) -> bool:
        return len(row) == width and all(
            not row[x] or is_number(row[x], decimal_comma=decimal_comma) or is_clock(row[x])
            for x in numeric
        )

    def has_numbers(row: Sequence[str]) -> bool:
        return fits(row) and any(row[x] for x in numeric)

    for number, row in enumerate(rows):
        following = rows[number + 1 : number + 1 + _FOLLOWING]
        if has_numbers(row) and all(fits(other) for other in following if any(other)):
            return number
    return None


def _header(above: Sequence[Sequence[str]], width: int) -> tuple[list[str], list[str], int | None]:
    """Return the names and units of columns, and the line that has the names."""
    filled = [number for number, row in enumerate(above) if any(row)]
    rows = {number: _fitted(above[number], width) for number in filled[-2:]}
    last = rows.get(filled[-1]) if filled else None
    if last is None:
        return [""] * width, [""] * width, None
    before = rows.get(filled[-2]) if len(filled) > 1 else None
    # wfdb's rdsamp -v writes a row of names and one of units.
    if before is not None and width > 1 and all(_is_unit(cell) for cell in last if cell):
        return before, [cell.strip("()[] ") for cell in last], filled[-2]
    return last, [""] * width, filled[-1]


def _fitted(row: Sequence[str], width: int) -> list[str] | None:
    """Return a row of names with as many cells as the table; None where it is none."""
    cells = [cell.lstrip("#% ") for cell in row]
    if cells and not cells[0] and len(cells) == width + 1:
        cells = cells[1:]
    if len(cells) == width - 1 and width > 2:
        # R writes no name above the names of rows.
        cells = ["", *cells]
    if len(cells) == width + 1 and not cells[-1]:
        cells = cells[:-1]
    # Above a single column a pair of words and a value is no name.
    is_named = width > 1 or (len(cells) == 1 and not re.search(r"[:=,;\t]", cells[0]))
    return cells if len(cells) == width and is_named else None


def _is_unit(cell: str) -> bool:
    bare = cell.strip("()[] ")
    is_bracketed = cell[:1] in ("(", "[") and cell[-1:] in (")", "]")
    is_word = _UNIT_WORD.fullmatch(bare) is not None
    return is_bracketed or is_word or mv_per_unit(bare) is not None


def _named(name: str, unit: str) -> tuple[str, str]:
    """Part "I (mV)" or "ecg_uV" into name and unit."""
    if unit:
        return name, unit
    for pattern in (_UNIT, _UNIT_BEHIND):
        match = pattern.fullmatch(name)
        if match and match[1].strip():
            return match[1].strip(), match[2]
    return name, ""


def _kinds(
    told: Sequence[tuple[str, str]],
    rows: Sequence[Sequence[str]],
    numeric: set[int],
    *,
    decimal_comma: bool,
) -> list[Kind]:
    """Return what each column holds; only one is that of times."""
    kinds: list[Kind] = []
    for place, (name, _) in enumerate(told):
        cells = [row[place] for row in rows]
        is_timed = any(map(is_clock, cells[:_TRIED_LINES]))
        if place not in numeric:
            kinds.append("text")
        elif "time" not in kinds and (_TIME_NAME.fullmatch(name) or is_timed):
            kinds.append("time")
        elif _TIME_NAME.fullmatch(name) or _COUNT_NAME.fullmatch(name):
            kinds.append("count")
        elif place == 0 and not name and len(told) > 1:
            kinds.append(_kind_of_steps(cells, decimal_comma=decimal_comma))
        else:
            kinds.append("signal")
    return kinds


def _kind_of_steps(cells: Sequence[str], *, decimal_comma: bool) -> Kind:
    """Tell times and counts without a name by their even steps."""
    text = [cell.replace(",", ".") if decimal_comma else cell for cell in cells if cell]
    values = [float(cell) for cell in text if is_number(cell)]
    steps = [later - sooner for sooner, later in pairwise(values)]
    if len(steps) < 5 or min(steps) < 0 or max(steps) <= 0:
        return "signal"
    mean = (values[-1] - values[0]) / len(steps)
    if all(step == 1 for step in steps):
        return "count"
    return "time" if all(abs(step - mean) <= 0.5 * mean for step in steps) else "signal"


def _chosen(columns: tuple[TableColumn, ...], hints: ImportHints) -> tuple[TableColumn, ...]:
    """Return the columns with what a person says they are; signals in the order asked for."""
    time = hints.time_column
    wanted = None if hints.columns is None else [find_column(columns, x) for x in hints.columns]
    timed = find_column(columns, time) if time else None
    changed: list[TableColumn] = []
    for column in columns:
        kind = column.kind
        if time is not None and kind == "time":
            kind = "count"
        if column == timed:
            kind = "time"
        elif wanted is not None:
            kind = "text" if kind == "signal" else kind
            kind = "signal" if column in wanted else kind
        changed.append(TableColumn(column.place, column.name, column.unit, kind))
    if wanted is None:
        return tuple(changed)
    order = {column.place: number for number, column in enumerate(wanted)}
    return tuple(sorted(changed, key=lambda x: (order.get(x.place, -1), x.place)))


def find_column(columns: Sequence[TableColumn], called: str) -> TableColumn:
    """Return the column with this name or number from 1. Raises ValueError without one."""
    for column in columns:
        if column.name and column.name.casefold() == called.strip().casefold():
            return column
    if called.strip().isdecimal() and 0 < int(called) <= len(columns):
        return next(column for column in columns if column.place == int(called) - 1)
    raise ValueError(called)
