"""What a file says of a person by name, kept apart from what may be shown.

One rule holds for the texts of all formats: what names somebody is left out as a whole and
kept among the personal facts. Masking the name alone would leave what tells it all the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from ecgviewer.io.header_facts import names_a_person, words_of_tables

_EMPTY = ("", "unknown", "none", "n/a", "-", "--", "---", "?")
# Whoever signed, read or asked for a recording is named in sentences like "confirmed by".
_SIGNING = re.compile(
    r"\b(confirmed|reviewed|over-?read|signed|interpreted|edited|referred|ordered|requested|"
    r"verified|validated)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"\bsignature\b", re.IGNORECASE)
# In capitals as here: "130 ms" is no title.
_TITLE = re.compile(r"\bM\.?D\b")
_PERSONS = (
    "name", "physician", "operator", "editor", "overreader", "technician", "staff", "investigator",
)  # fmt: skip
_PLACES = (
    "institution", "department", "residence", "site", "address", "room", "comment", "history",
    "remark", "reason", "order", "signature", "user-defined", "question",
)  # fmt: skip
_SHORTEST = 3
# No file of a recording says more; a damaged one must not take long.
_MAX_FACTS, _MAX_LENGTH, _MAX_TEXTS = 300, 1_000, 2_000
_MAX_PARTS = 2_000

Personal = Iterable[tuple[str, str]]


@dataclass(slots=True)
class PersonalFacts:
    """Collects what names a person, and tells texts that do so as well."""

    facts: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, told: Personal) -> "PersonalFacts":
        """Collect facts by what they are: ("patient id", "123")."""
        personal = cls()
        for what, words in told:
            personal.add(what, words)
        return personal

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
        self.keep(first, free)
        return free

    def keep(self, texts: Iterable[str], shown: Iterable[str]) -> None:
        """Keep those of the texts that are not shown."""
        free = set(shown)
        for text in texts:
            if text not in free:
                self.add("remark", text)


def nameless(texts: Iterable[str], personal: Personal) -> list[str]:
    """Return the texts that name nobody, in their order.

    personal: what the file says of persons and places, by what it is. A text names somebody
    that holds such a fact, or a word of a person's name or number, that is signed, or that
    begins like a header's line about a person ("Patient name: …"). A statement of the
    program's own tables names nobody, though a patient may be called Block.
    """
    known = _Known.of(islice(personal, _MAX_FACTS))
    return [
        text
        for text in texts
        if text.strip(" .").lower() in _statements()
        or not (_speaks_of_persons(text) or known.stands_in(text))
    ]


@cache
def _statements() -> frozenset[str]:
    return frozenset(words.lower() for words in words_of_tables())


def _speaks_of_persons(text: str) -> bool:
    key = re.split("[:=]", text, maxsplit=1)[0] if ":" in text or "=" in text else ""
    return any(_told_by(text)) or names_a_person(key, text)


def _told_by(text: str) -> Iterator[bool]:
    signing = _SIGNING.search(text)
    yield signing is not None and _BY.search(text, signing.end()) is not None
    yield _SIGNATURE.search(text) is not None
    yield _TITLE.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells somebody: whole facts anywhere, other runs of letters, and single words."""

    whole: tuple[str, ...]
    numbers: frozenset[str]
    runs: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, personal: Personal) -> "_Known":
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
