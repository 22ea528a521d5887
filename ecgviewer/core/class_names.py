"""What a reader may name a class or a beat by: models' labels and the SNOMED CT table, and back.

What may be stated of a whole record is less: see ``class_choices``.
"""

from functools import cache

from ecgviewer.core.class_choices import ClassChoice, choices_of
from ecgviewer.core.classes import RECORD_CLASSES, class_name, class_text, snomed_texts
from ecgviewer.core.scan import BEAT_CLASSES, RHYTHMS


@cache
def offered_classes() -> tuple[ClassChoice, ...]:
    """Return all that a label may be: first models' labels, then SNOMED CT by name."""
    return choices_of(_own())


def _own() -> tuple[str, ...]:
    """Return the labels of the models, whose names are told in the reader's language."""
    return tuple(dict.fromkeys((*RECORD_CLASSES, *BEAT_CLASSES, *RHYTHMS)))


def short_name(label: str) -> str:
    """Return a label as briefly as it is known: "AF", "AFL"; an unknown one as it is."""
    coded = snomed_texts().get(label)
    return label if coded is None else coded.abbreviation or coded.name


def full_name(label: str) -> str:
    """Return a label in the reader's words: "Atrial fibrillation"; an unknown one as it is."""
    return class_name(label)


def label_of(typed: str) -> str | None:
    """Return the label that is meant by its short or full name or its code, whatever its case.

    None where no class bears that name; "" for nothing.
    """
    words = " ".join(typed.split()).casefold()
    if not words:
        return ""
    # The reader's language may change, so that its names are no part of the table.
    named = (label for label in _own() if class_name(label).casefold() == words)
    return _labels().get(words) or next(named, None)


@cache
def _labels() -> dict[str, str]:
    labels: dict[str, str] = {}
    for choice in reversed(offered_classes()):
        # Where two classes share a name, that of the models wins.
        for name in (choice.code, choice.abbreviation, choice.name, choice.key):
            if name:
                labels[name.casefold()] = choice.key
    for label in RECORD_CLASSES:
        for name in (label, class_text(label).name, class_text(label).snomed):
            labels[name.casefold()] = label
    return labels
