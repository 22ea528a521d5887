"""All classes that a reader may state: the nine of the keys, and what else SNOMED CT names.

What a region may be labelled with is more: ``class_names`` offers labels of beats as well.
"""

from dataclasses import dataclass
from functools import cache

from ecgviewer.core.classes import RECORD_CLASSES, class_text, snomed_texts
from ecgviewer.core.text import tr


@dataclass(frozen=True, slots=True)
class ClassChoice:
    """One class to be stated.

    key: under which it is kept: a label of the nine, else its SNOMED CT code. abbreviation:
    as data sets write it, the label for one of the nine. name: in English, as all names here.
    """

    key: str
    name: str
    code: str
    abbreviation: str


@cache
def class_choices() -> tuple[ClassChoice, ...]:
    """Return the nine classes in the order of their keys, then all others by name."""
    nine = tuple(
        ClassChoice(label, class_text(label).name, class_text(label).snomed, label)
        for label in RECORD_CLASSES
    )
    known = {choice.code for choice in nine}
    others = [
        ClassChoice(text.code, text.name, text.code, text.abbreviation)
        for text in snomed_texts().values()
        if text.code not in known
    ]
    return (*nine, *sorted(others, key=lambda choice: choice.name.casefold()))


def matching_classes(text: str) -> tuple[ClassChoice, ...]:
    """Return the classes whose name, abbreviation or code has all words of a text.

    Names are found in English and in the reader's language.

    First the one with just that abbreviation or code, then names that begin with the text,
    then those with a word that does; in each group the nine, then short names before long
    ones. No text matches all, in the order of ``class_choices``.
    """
    wanted = text.casefold().split()
    if not wanted:
        return class_choices()
    found = [
        choice for choice in class_choices() if all(word in _searched(choice) for word in wanted)
    ]
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
