"""What a device wrote in words, without who it is about, for hospital formats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ecgviewer.core.record import Diagnosis
from ecgviewer.io.header_facts import diagnosis, read_facts

Personal = tuple[tuple[str, str], ...]
# Shorter ones, such as initials, would be found in every other word.
_LEAST_NAME = 3
_LONGEST = 400
_OLDEST_YEARS, _DAYS_A_YEAR = 130, 365.25


@dataclass(slots=True)
class Told:
    """Statements and comments as they are found in a file."""

    statements: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def comments_of(lines: Iterable[str], personal: Personal) -> tuple[str, ...]:
    """Return lines that name nobody, each once. personal: what the file says of persons."""
    kept = _nameless(lines, personal)
    # A line at a time, since a header's lines may speak of one another.
    return tuple(dict.fromkeys(x for line in kept for x in read_facts((line,)).comments))


def statements_of(lines: Iterable[str], personal: Personal) -> tuple[Diagnosis, ...]:
    """Return a device's statements, with their SNOMED CT code where they have one."""
    found: dict[Diagnosis, None] = {}
    for line in _nameless(lines, personal):
        if is_nameless(line):
            found[diagnosis(line.rstrip("."))] = None
    return tuple(found)


def is_nameless(line: str) -> bool:
    """Tell whether no person is named as header lines name them ("Dr. …", "born …")."""
    return bool(read_facts((f"Note: {line}",)).comments)


def age_years(born: date | None, at: date | None) -> float | None:
    """Return whole years from birth to a recording, None where either is unknown or senseless."""
    if born is None or at is None or not 0 <= (at - born).days <= _OLDEST_YEARS * _DAYS_A_YEAR:
        return None
    return float(at.year - born.year - ((at.month, at.day) < (born.month, born.day)))


def _nameless(lines: Iterable[str], personal: Personal) -> list[str]:
    names = _names(personal)
    plain = (" ".join(line.split())[:_LONGEST] for line in lines)
    return [line for line in plain if line and not any(x in line.casefold() for x in names)]


def _names(personal: Personal) -> Sequence[str]:
    """Return what must not be shown: whole values, and the parts of names."""
    parts = {part for _, value in personal for part in (value, *value.replace("^", " ").split())}
    return [part.casefold() for part in parts if len(part.strip(" ,.")) >= _LEAST_NAME]
