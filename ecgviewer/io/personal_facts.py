"""What a file says of a person by name, kept apart from what may be shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from ecgviewer.io.header_facts import names_a_person

_EMPTY = ("", "unknown", "none", "n/a", "-", "--", "---", "?")
# Whoever signed, read or asked for a recording is named in sentences like these.
_SIGNED = re.compile(
    r"\b(confirmed|reviewed|over-?read|signed|interpreted|edited|referred|ordered|requested|"
    r"verified|validated)\b.*\bby\b|\bsignature\b|\S@\S+\.\w",
    re.IGNORECASE,
)
# In capitals as here: "130 ms with" is no title.
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau)\b\.?\s+[A-Z]|\bM\.?D\b")
_PERSONS = (
    "name", "physician", "operator", "editor", "overreader", "technician", "staff", "investigator",
)  # fmt: skip
_PLACES = (
    "institution", "department", "residence", "site", "address", "room", "comment", "history",
    "remark", "reason", "order", "signature", "user-defined", "question",
)  # fmt: skip
_SHORTEST = 3
# No file of a recording says more; a damaged one must not take long.
_MAX_FACTS, _MAX_LENGTH, _MAX_TEXTS = 300, 1_000, 500
_MAX_PARTS = 2_000

Personal = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class PersonalFacts:
    """Collects what names a person, and tells texts that do so as well."""

    facts: list[tuple[str, str]] = field(default_factory=list)

    def add(self, what: str, words: str) -> None:
        """Keep a fact ("patient id", "123"); nothing where a file only has a place for it."""
        fact = what[:_MAX_LENGTH], words[:_MAX_LENGTH]
        is_empty = words.strip().lower() in _EMPTY
        if not is_empty and len(self.facts) < _MAX_FACTS and fact not in self.facts:
            self.facts.append(fact)

    def shown(self, texts: Iterable[str]) -> list[str]:
        """Return the texts that name nobody; the others are kept here ("remark")."""
        first = [text[:_MAX_LENGTH] for text in islice(texts, _MAX_TEXTS)]
        free = nameless(first, self.facts)
        shown = set(free)
        for text in first:
            if text not in shown:
                self.add("remark", text)
        return free


def nameless(texts: Iterable[str], personal: Iterable[tuple[str, str]]) -> list[str]:
    """Return the texts that name nobody, in their order.

    personal: what the file says of persons and places, by what it is. A text names somebody
    that holds such a fact, or a word of a person's name or number, that is signed, or that
    begins like a header's line about a person ("Patient name: …").
    """
    known = _Known.of(islice(personal, _MAX_FACTS))
    return [text for text in texts if not _speaks_of_persons(text) and not known.stands_in(text)]


def _speaks_of_persons(text: str) -> bool:
    key = re.split("[:=]", text, maxsplit=1)[0] if ":" in text or "=" in text else ""
    return bool(_SIGNED.search(text) or _TITLE.search(text)) or names_a_person(key, text)


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells somebody: whole facts anywhere, other runs of letters, and single words."""

    whole: tuple[str, ...]
    numbers: frozenset[str]
    runs: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, personal: Iterable[tuple[str, str]]) -> "_Known":
        """Sort facts; names shorter than three letters would be found in every other word."""
        whole: set[str] = set()
        parts: set[str] = set()
        for what, value in personal:
            fact = value[:_MAX_LENGTH].strip().lower()
            whole.add(fact)
            is_person = any(person in what.lower() for person in _PERSONS)
            # A place's words ("heart", "clinic") may stand in any statement.
            if is_person or not any(place in what.lower() for place in _PLACES):
                parts.update(re.split(r"[\s^,;=]+", fact))
            if is_person:
                parts.update(x for x in re.findall(r"\w+", fact) if not x.isdecimal())
        whole = {fact for fact in whole if len(fact) >= _SHORTEST}
        parts = {part for part in islice(sorted(parts), _MAX_PARTS) if len(part) >= _SHORTEST}
        words = {part for part in parts if re.fullmatch(r"\w+", part)}
        numbers = {fact for fact in whole if fact.isdecimal()}
        return cls(
            tuple(whole - numbers), frozenset(numbers), tuple(parts - words), frozenset(words)
        )

    def stands_in(self, text: str) -> bool:
        """Tell whether any of it stands in a text."""
        lowered = text.lower()
        # Digits of a longer number are another number.
        return (
            any(fact in lowered for fact in self.whole)
            or not self.numbers.isdisjoint(re.findall(r"\d+", lowered))
            or not self.words.isdisjoint(re.findall(r"\w+", lowered))
            or any(run in lowered and _is_apart(run, lowered) for run in self.runs)
        )


def _is_apart(run: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(run)}(?!\w)", text) is not None
