"""What people together say is true of a record, as something to learn from.

Unlike ``truth``, by which people and models are measured, unfinished reviews count, and a
class that nobody speaks of says nothing: a data set may know better.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ecgviewer.core.review import Review, Role, Stated
from ecgviewer.review.class_words import model_label_of

ADJUDICATOR, CONSENSUS, ONE_READER, DISPUTED = "adjudicator", "consensus", "one reader", "disputed"


@dataclass(frozen=True, slots=True)
class Agreed:
    """labels: 1 present, 0 absent, None where nobody is sure or readers differ. basis: whose
    word each class rests on. beats: by their sample. readers: everybody who was heard.
    """

    labels: dict[str, int | None] = field(default_factory=dict)
    basis: dict[str, str] = field(default_factory=dict)
    beats: dict[int, str] = field(default_factory=dict)
    readers: tuple[str, ...] = ()


def agreed(reviews: Sequence[Review]) -> Agreed:
    """Return what is learnt from a record's reviews.

    Of each class: an adjudicator's word, else what all readers who speak of it say. So with
    each beat.
    """
    judges = [review for review in reviews if review.role is Role.ADJUDICATOR]
    readers = [review for review in reviews if review.role is Role.READER]
    labels: dict[str, int | None] = {}
    basis: dict[str, str] = {}
    for label in sorted({model_label_of(name) for review in reviews for name in review.classes}):
        labels[label], basis[label] = _settled(_said(label, judges), _said(label, readers))
    return Agreed(
        labels, basis, _beats(judges, readers), tuple(dict.fromkeys(x.reader for x in reviews))
    )


def _said(label: str, reviews: Iterable[Review]) -> list[Stated]:
    return [
        stated
        for review in reviews
        for name, stated in review.classes.items()
        if model_label_of(name) == label
    ]


def _settled(judged: Sequence[Stated], read: Sequence[Stated]) -> tuple[int | None, str]:
    if judged:
        # Of several adjudicators the last one's word stands.
        return _as_number(judged[-1]), ADJUDICATOR
    if len(set(read)) > 1:
        return None, DISPUTED
    return _as_number(read[0]), CONSENSUS if len(read) > 1 else ONE_READER


def _as_number(stated: Stated) -> int | None:
    return {Stated.PRESENT: 1, Stated.ABSENT: 0}.get(stated)


def _beats(judges: Iterable[Review], readers: Iterable[Review]) -> dict[int, str]:
    said: dict[int, set[str]] = {}
    for review in readers:
        for sample, label in review.beats.items():
            said.setdefault(sample, set()).add(label)
    beats = {sample: labels.pop() for sample, labels in said.items() if len(labels) == 1}
    for review in judges:
        beats |= review.beats
    return dict(sorted(beats.items()))
