"""All classes that a reader may state, and how one is found among them.

What a region may be labelled with is more: ``class_names`` offers labels of beats as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ecgviewer.core.classes import RECORD_CLASSES, class_text, snomed_texts
from ecgviewer.core.text import tr


@dataclass(frozen=True, slots=True)
class ClassChoice:
    """One class to be stated.

    key: under which it is kept: a model's label, else its SNOMED CT code. code: "" where there
    is none. abbreviation: as data sets write it, a model's label. name: in English, as all
    names here.
    """

    key: str
    name: str
    code: str
    abbreviation: str


@cache
def class_choices() -> tuple[ClassChoice, ...]:
    """Return the nine classes in the order of their keys, then all others by name."""
    return choices_of(RECORD_CLASSES)


def choices_of(labels: Sequence[str]) -> tuple[ClassChoice, ...]:
    """Return models' labels, then what else SNOMED CT names, by name; no code again."""
    own = tuple(
        ClassChoice(text.label, text.name, text.snomed, text.label)
        for text in map(class_text, labels)
    )
    known = {choice.code for choice in own}
    others = [
        ClassChoice(text.code, text.name, text.code, text.abbreviation)
        for text in snomed_texts().values()
        if text.code not in known
    ]
    return (*own, *sorted(others, key=lambda choice: choice.name.casefold()))


def matching_classes(
    text: str, choices: Sequence[ClassChoice] | None = None
) -> tuple[ClassChoice, ...]:
    """Return the classes whose name, abbreviation or code has all words of a text.

    choices: among these; None for ``class_choices``. Names are found in English and in the
    reader's language.

    First the one with just that abbreviation or code, then names that begin with the text,
    then those with a word that does; in each group the nine, then short names before long
    ones. No text matches all, in their own order.
    """
    among = tuple(choices) if choices is not None else class_choices()
    wanted = text.casefold().split()
    if not wanted:
        return among
    found = [choice for choice in among if all(word in _searched(choice) for word in wanted)]
    return tuple(sorted(found, key=lambda choice: _rank(choice, " ".join(wanted))))


def _searched(choice: ClassChoice) -> str:
    return f"{choice.name} {tr(choice.name)} {choice.abbreviation} {choice.code}".casefold()


def _rank(choice: ClassChoice, wanted: str) -> tuple[int, bool, int]:
    return _nearness(choice, wanted), choice.key not in RECORD_CLASSES, len(choice.name)


def _nearness(choice: ClassChoice, wanted: str) -> int:
    names = (tr(choice.name).casefold(), choice.name.casefold())
    if wanted in (choice.abbreviation.casefold(), choice.code):
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    words = (word for name in names for word in name.split())
    return 2 if any(word.startswith(wanted) for word in words) else 3
