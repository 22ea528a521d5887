"""What a device wrote in words, without who it is about, for hospital formats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis
from ecgviewer.io.header_facts import diagnosis, read_facts

Personal = tuple[tuple[str, str], ...]
# Shorter ones, such as initials, would be found in every other word.
_LEAST_NAME = 3
_LONGEST = 400
# Their words are those of any text, so only the whole of them is looked for.
_PLACES = (
    "institution", "institution address", "department", "residence", "site", "address",
    "patient comments", "history",
)  # fmt: skip


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


def marks_without_names(
    annotations: Iterable[Annotation], personal: Personal
) -> tuple[Annotation, ...]:
    """Return marks, without the words of those that name somebody."""
    found = tuple(annotations)
    texts = dict.fromkeys(mark.text for mark in found if mark.text)
    kept = {text for text in _nameless(texts, personal) if is_nameless(text)}
    return tuple(
        replace(mark, text="") if mark.text and mark.text not in kept else mark for mark in found
    )


def is_nameless(line: str) -> bool:
    """Tell whether no person is named as header lines name them ("Dr. …", "born …")."""
    return bool(read_facts((f"Note: {line}",)).comments)


def _nameless(lines: Iterable[str], personal: Personal) -> list[str]:
    pattern = _pattern(personal)
    plain = (" ".join(line.split())[:_LONGEST] for line in lines)
    return [line for line in plain if line and not (pattern and pattern.search(line))]


def _pattern(personal: Personal) -> re.Pattern[str] | None:
    """Return what finds whole values anywhere, and the parts of a person's name as words."""
    whole = {value for _, value in personal if len(value) >= _LEAST_NAME}
    parts = {
        part
        for what, value in personal
        if what not in _PLACES
        for part in re.split(r"[\s^,;=]+", value)
        if len(part) >= _LEAST_NAME
    }
    found = [re.escape(value) for value in sorted(whole)]
    found += [rf"(?<!\w){re.escape(part)}(?!\w)" for part in sorted(parts)]
    return re.compile("|".join(found), re.IGNORECASE) if found else None
