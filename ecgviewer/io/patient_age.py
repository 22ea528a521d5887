"""A patient's age in years, from an age in some unit or from two dates."""

from datetime import date

_OLDEST_YEARS = 120.0
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


def age_at(born: date, recorded: date) -> float | None:
    """Return whole years at a recording, None where that is impossible."""
    had_birthday = (recorded.month, recorded.day) >= (born.month, born.day)
    years = recorded.year - born.year - (not had_birthday)
    return float(years) if 0 <= years <= _OLDEST_YEARS else None
