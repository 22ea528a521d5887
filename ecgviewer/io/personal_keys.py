"""What names a person, found by what it is, however its file calls it."""

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
_DATES: Final = ("%Y-%m-%d", "%Y%m%d", "%d-%b-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y/%m/%d")


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
    """Return the day of a text, None where it is none that can be read for sure."""
    for form in _DATES:
        try:
            return datetime.strptime(text.strip()[:11], form).date()
        except ValueError:
            continue
    return None
