"""Ages from dates."""

from datetime import date

_INFANT_YEARS = 2
_OLDEST_YEARS = 120


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
