"""What names a person, found by what it is, however its file calls it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from ecgviewer.core.record import Record

_KEYS: Final = {
    "name": ("name", "patient name", "full name", "patient", "subject name", "person name"),
    "patient id": ("patient id", "id", "mrn", "patient code", "subject id", "subject", "case id"),
    "birth date": ("birth date", "birthdate", "date of birth", "dob", "birthday", "born"),
    "physician": ("physician", "referring physician", "attending physician", "ordering physician"),
    "technician": ("technician", "operator", "nurse"),
    "institution": ("institution", "institution name", "hospital", "clinic"),
    "accession number": ("accession number", "accession", "accession no"),
}
_PART: Final = {
    "name": (("first name", "given name"), ("last name", "family name", "surname")),
}
_DATES: Final = ("%Y-%m-%d", "%Y%m%d", "%d-%b-%Y", "%d.%m.%Y", "%Y/%m/%d")
# Of these the day stands first in one country, the month in another.
_EITHER_WAY: Final = ("%d/%m/%Y", "%m/%d/%Y")


def personal(record: Record, what: str) -> str:
    """Return a personal fact of a record, "" where its file does not tell it.

    what: "name", "patient id", "birth date", "physician", "technician", "institution" or
    "accession number".
    """
    told = {
        key.lower().replace("_", " ").replace("-", " "): value for key, value in record.personal
    }
    for key in _KEYS[what]:
        if told.get(key):
            return told[key]
    parts = [next((told[key] for key in keys if key in told), "") for keys in _PART.get(what, ())]
    return " ".join(filter(None, parts))


def date_of(text: str) -> date | None:
    """Return the day of a text, None where it is none or may be either of two."""
    days = _days(text, _DATES) or _days(text, _EITHER_WAY)
    return days.pop() if len(days) == 1 else None


def _days(text: str, forms: Iterable[str]) -> set[date]:
    """Return the days that a text may mean by these forms."""
    found: set[date] = set()
    words = text.strip()
    # HL7 writes minutes behind a day.
    words = words[:8] if words.isdecimal() else words[:11]
    for form in forms:
        with suppress(ValueError):
            found.add(datetime.strptime(words, form).date())
    return found
