"""What one cell of a text table is: a number, a time of day, a date, or words."""

import re
from datetime import datetime
from typing import Final

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_NUMBER_WITH_COMMA = re.compile(r"[+-]?(\d+,?\d*|,\d+)([eE][+-]?\d{1,3})?")
# How programs write that there is no value.
_NOTHING: Final = ("nan", "na", "n/a", "null", "none", "-", "inf", "-inf", "+inf", "--")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d{0,12})?)")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{0,12})?)(.*)")
_DAY_SECONDS = 86_400.0


def plain(cell: str) -> str:
    """Return a cell without blanks, quotes and the brackets of rdsamp's times."""
    bare = cell.strip().strip("'\"").strip()
    return bare[1:-1].strip() if bare.startswith("[") and bare.endswith("]") else bare


def is_number(cell: str, *, decimal_comma: bool = False) -> bool:
    """Whether a cell is a number, or says that there is none."""
    pattern = _NUMBER_WITH_COMMA if decimal_comma else _NUMBER
    return pattern.fullmatch(cell) is not None or cell.lower() in _NOTHING


def is_clock(cell: str) -> bool:
    """Whether a cell is a time such as 0:00.004, 12:00:00.004 or 2024-01-31T12:00:00.004."""
    return _CLOCK.fullmatch(cell) is not None or _DAY.fullmatch(cell) is not None


def clock_seconds(cell: str) -> float | None:
    """Return the seconds of a time since midnight, of a date since the year 1; None for others."""
    if match := _DAY.fullmatch(cell):
        try:
            day = datetime(int(match[1]), int(match[2]), int(match[3])).toordinal()
        except ValueError:
            return None
        since_midnight = clock_seconds(match[4])
        return None if since_midnight is None else day * _DAY_SECONDS + since_midnight
    if match := _CLOCK.fullmatch(cell):
        hours, minutes = int(match[1] or 0), int(match[2])
        return hours * 3_600.0 + minutes * 60.0 + float(match[3].replace(",", "."))
    return None


def date_of(cell: str) -> datetime | None:
    """Return the date and time of a cell such as 2024-01-31T12:00:00, as it is written there."""
    match = _DAY.fullmatch(cell)
    if match is None:
        return None
    try:
        whole = datetime(int(match[1]), int(match[2]), int(match[3]))
        hour, minute, second = match[4].replace(",", ".").split(":")
        micro = round(float(second) % 1 * 1e6)
        return whole.replace(
            hour=int(hour), minute=int(minute), second=int(float(second)), microsecond=micro
        )
    except ValueError:
        return None


def resolution_of(cell: str, *, decimal_comma: bool = False) -> float:
    """Return what the last digit of a number or time counts: 0.001 for "1.250"."""
    tail = re.split(r"[.,]" if decimal_comma or is_clock(cell) else r"\.", cell)
    if len(tail) < 2:
        exponent = re.search(r"[eE]([+-]?\d+)$", cell)
        return 10.0 ** int(exponent[1]) if exponent else 1.0
    digits = re.match(r"\d*", tail[-1])
    exponent = re.search(r"[eE]([+-]?\d+)$", cell)
    return 10.0 ** (int(exponent[1] if exponent else 0) - len(digits[0] if digits else ""))
