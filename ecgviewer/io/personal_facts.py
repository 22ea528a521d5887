"""What a file says of a person by name, kept apart from what may be shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

_EMPTY = ("", "unknown", "none", "n/a", "-", "--", "---", "?")
# Whoever signed, read or asked for a recording is named in sentences like these.
_SIGNED = re.compile(
    r"\b(confirmed|reviewed|over-?read|signed|interpreted|edited|referred|ordered|requested|"
    r"verified|validated)\b.*\bby\b|\bsignature\b|\S@\S+\.\w",
    re.IGNORECASE,
)
# In capitals as here: "130 ms with" is no title.
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau)\b\.?\s+[A-Z]|\bM\.?D\b")
_PERSONS = ("name", "physician", "operator", "editor", "overreader")
_SHORTEST_WORD, _SHORTEST_NUMBER = 3, 4
# No file of a recording says more; a damaged one must not take long.
_MAX_FACTS, _MAX_LENGTH, _MAX_TEXTS = 300, 1_000, 500


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
        free: list[str] = []
        for text in islice(texts, _MAX_TEXTS):
            text = text[:_MAX_LENGTH]
            if self._names_somebody(text):
                self.add("remark", text)
            else:
                free.append(text)
        return free

    def _names_somebody(self, text: str) -> bool:
        if _SIGNED.search(text) or _TITLE.search(text):
            return True
        lowered = text.lower()
        return any(_stands_in(word, lowered) for word in self._words())

    def _words(self) -> Iterator[str]:
        """Yield what would tell somebody: each fact as a whole, and each word of a name."""
        for what, words in self.facts:
            yield words.lower()
            # A place's words ("heart", "clinic") may stand in any statement.
            if any(person in what for person in _PERSONS):
                yield from re.findall(r"\w+", words.lower())


def _stands_in(word: str, text: str) -> bool:
    shortest = _SHORTEST_NUMBER if word.isdecimal() else _SHORTEST_WORD
    if len(word) < shortest or word not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
