"""A patient's age in years, from an age in some unit or from two dates.

Every reader asks here, so that an age that nobody has is unknown in all formats.
"""

from datetime import date

_OLDEST_YEARS = 120.0
_INFANT_YEARS = 2
_DAYS_A_YEAR = 365.25
_YEARS = {
    "year": 1.0,
    "month": 1 / 12,
    "week": 7 / _DAYS_A_YEAR,
    "day": 1 / _DAYS_A_YEAR,
    "hour": 1 / (24 * _DAYS_A_YEAR),
}


def age_of(value: float | None, unit: str) -> float | None:
    """Return years, None where there is no age or nobody has it.

    unit: years, months, weeks, days or hours, with or without the s.
    """
    scale = _YEARS.get(unit.lower().removesuffix("s"))
    if value is None or scale is None or not 0 <= value * scale <= _OLDEST_YEARS:
        return None
    return value * scale


def age_years(born: date | None, recorded: date | None) -> float | None:
    """Return whole years between two dates, months as parts of a year below two years.

    None where a date is unknown or the two cannot belong to one recording.
    """
    if born is None or recorded is None or born > recorded:
        return None
    months = (recorded.year - born.year) * 12 + recorded.month - born.month
    months -= recorded.day < born.day
    years = months // 12
    if years > _OLDEST_YEARS:
        return None
    return months / 12 if years < _INFANT_YEARS else float(years)


def date_of(year: int, month: int, day: int) -> date | None:
    """Return a date, None where the numbers are none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
