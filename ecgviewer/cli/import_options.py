"""The options that tell what a file keeps to itself: rate, leads, gain, columns."""

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from ecgviewer.io.hints import ImportHints
from ecgviewer.io.units import mv_per_unit

_NO_COLUMN = "none"


def add_import_options(parser: ArgumentParser) -> None:
    """Add --fs-hz, --leads, --gain and those of tables: for files that say too little."""
    group = parser.add_argument_group("for files that say too little")
    group.add_argument("--fs-hz", type=_positive, metavar="HZ", help="samples a second")
    group.add_argument(
        "--leads", type=_names, metavar="I,II,…", help="names of the leads, in the file's order"
    )
    scale = group.add_mutually_exclusive_group()
    scale.add_argument("--gain", type=_positive, metavar="N", help="file units in one millivolt")
    scale.add_argument(
        "--unit", type=_voltage, dest="gain", metavar="UNIT", help="the file's unit: uV, mV or V"
    )
    table = parser.add_argument_group("for tables of text (.csv, .tsv, .txt)")
    table.add_argument(
        "--columns",
        type=_names,
        metavar="2,3,…",
        help="the columns that are leads, by name or by number from 1",
    )
    table.add_argument(
        "--time-column",
        metavar="COLUMN",
        help=f'the column of times, which gives the rate; "{_NO_COLUMN}" where none does',
    )
    table.add_argument(
        "--skip-lines", type=_count, metavar="N", help="lines above the table and its names"
    )
    table.add_argument(
        "--decimal-comma", action="store_true", default=None, help="1,5 is one and a half"
    )


def hints_from(args: Namespace) -> ImportHints | None:
    """Return what the reader said about the file, None where nothing was said."""
    time_column = args.time_column
    hints = ImportHints(
        fs_hz=args.fs_hz,
        leads=args.leads,
        gain=args.gain,
        columns=args.columns,
        time_column="" if time_column == _NO_COLUMN else time_column,
        skip_lines=args.skip_lines,
        decimal_comma=args.decimal_comma,
    )
    return None if hints == ImportHints() else hints


def number_of(text: str) -> float:
    """Return a number, NaN for what is none, which is then refused with the others."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _positive(text: str) -> float:
    value = number_of(text)
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"{text} is not a positive number")
    return value


def _count(text: str) -> int:
    value = int(text) if text.isdecimal() else -1
    if value < 0:
        raise ArgumentTypeError(f"{text} is no number of lines")
    return value


def _voltage(text: str) -> float:
    """Return how many of a unit are in one millivolt."""
    factor = mv_per_unit(text)
    if factor is None:
        raise ArgumentTypeError(f"{text} is no unit of voltage such as uV, mV or V")
    return 1 / factor


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise ArgumentTypeError(f"a lead in {text!r} has no name")
    return names
