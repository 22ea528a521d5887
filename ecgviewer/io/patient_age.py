"""A patient's age in years, from an age in some unit or from two dates."""

from datetime import date
from typing import Final

OLDEST_YEARS: Final = 120.0
"""Nobody older has been recorded: a higher age is a mistake or hides who it is."""
_DAYS_A_YEAR = 365.25
_UNITS = {
    # Each in words, in UCUM, and as DICOM's letter.
    ("year", "a", "y"): 1.0,
    ("month", "mo", "m"): 1 / 12,
    ("week", "wk", "w"): 7 / _DAYS_A_YEAR,
    ("day", "d"): 1 / _DAYS_A_YEAR,
    ("hour", "h"): 1 / (24 * _DAYS_A_YEAR),
}
_YEARS = {name: years for names, years in _UNITS.items() for name in names}


def age_of(value: float | None, unit: str) -> float | None:
    """Return years, None where there is no age or nobody has it.

    unit: years, months, weeks, days or hours, with or without the s; UCUM's "a", "mo", "wk",
    "d", "h"; DICOM's "Y", "M", "W", "D".
    """
    word = unit.lower()
    scale = _YEARS.get(word, _YEARS.get(word.removesuffix("s")))
    if value is None or scale is None or not 0 <= value * scale <= OLDEST_YEARS:
        return None
    return value * scale


def age_at(born: date | None, recorded: date | None) -> float | None:
    """Return whole years at a recording, None where a day is unknown or that is impossible."""
    if born is None or recorded is None:
        return None
    had_birthday = (recorded.month, recorded.day) >= (born.month, born.day)
    years = recorded.year - born.year - (not had_birthday)
    return float(years) if 0 <= years <= OLDEST_YEARS else None
