"""What a device wrote in words, without who it is about, for hospital formats."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis
from ecgviewer.io.header_facts import diagnosis, read_facts
from ecgviewer.io.personal_facts import PersonalFacts, nameless

_LONGEST = 400


@dataclass(slots=True)
class Told:
    """Statements and comments as they are found in a file."""

    statements: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def comments_of(lines: Iterable[str], personal: PersonalFacts) -> tuple[str, ...]:
    """Return lines that name nobody, each once; the others are kept among the personal facts."""
    kept = _nameless(lines, personal)
    # A line at a time, since a header's lines may speak of one another.
    return tuple(dict.fromkeys(x for line in kept for x in read_facts((line,)).comments))


def statements_of(lines: Iterable[str], personal: PersonalFacts) -> tuple[Diagnosis, ...]:
    """Return a device's statements, with their SNOMED CT code where they have one.

    Those that name somebody are kept among the personal facts.
    """
    kept = _nameless(lines, personal)
    return tuple(dict.fromkeys(diagnosis(line.rstrip(".")) for line in kept))


def marks_without_names(
    annotations: Iterable[Annotation], personal: PersonalFacts
) -> tuple[Annotation, ...]:
    """Return marks without the words that name somebody, which are kept apart."""
    found = tuple(annotations)
    texts = dict.fromkeys(mark.text for mark in found if mark.text)
    kept = set(nameless(texts, personal.facts))
    personal.keep(texts, kept)
    return tuple(
        replace(mark, text="") if mark.text and mark.text not in kept else mark for mark in found
    )


def _nameless(lines: Iterable[str], personal: PersonalFacts) -> list[str]:
    plain = (" ".join(line.split())[:_LONGEST] for line in lines)
    return personal.shown(filter(None, plain))
