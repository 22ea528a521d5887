"""What each person made of each record: their answers, folded from all steps of a file.

In a finished review a class that is not stated counts as absent: whoever ends a record
without a word on it has not seen it there. "Unsure" is an answer of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ecgviewer.core.review import Review, Role, Stated, Step, Topic, review_of

Statements = Mapping[str, Stated]


@dataclass(frozen=True, eq=False)
class Opinion:
    """One person's answer about one record.

    stated: what stands now. own: what stood when they answered before the model was shown,
    None where they did not. done: the review is finished. at_utc: when the last word fell.
    """

    record_id: str
    reader: str
    role: Role
    stated: Statements
    own: Statements | None
    done: bool
    at_utc: datetime

    def says(self, name: str) -> Stated:
        """Return what is said of a class now; what is not stated is not there."""
        return self.stated.get(name, Stated.ABSENT)


def opinions(steps: Iterable[Step]) -> tuple[Opinion, ...]:
    """Return what everybody says of every record, in the order of their first steps."""
    groups: dict[tuple[str, str, Role], list[Step]] = {}
    for step in steps:
        groups.setdefault((step.record_id, step.reader, step.role), []).append(step)
    return tuple(_opinion(*key, group) for key, group in groups.items())


def finished(everybody: Iterable[Opinion], role: Role = Role.READER) -> tuple[Opinion, ...]:
    """Return the finished ones of those who review in one part."""
    return tuple(opinion for opinion in everybody if opinion.done and opinion.role is role)


def classes_in(usual: Iterable[str], everybody: Iterable[Opinion]) -> tuple[str, ...]:
    """Return the usual classes, then all others that anybody states, by name."""
    named = dict.fromkeys(usual)
    others = {name for opinion in everybody for name in opinion.stated} - named.keys()
    return (*named, *sorted(others))


def own_answer(review: Review) -> Statements | None:
    """Return what was stated before the model was shown; None unless it was hidden then."""
    for place, step in enumerate(review.steps):
        if any(change.topic is Topic.COMMITTED for change in step.changes):
            if not step.hidden:
                return None
            until = review.steps[: place + 1]
            return review_of(review.record_id, review.reader, until, review.role).classes
    return None


def _opinion(record_id: str, reader: str, role: Role, steps: list[Step]) -> Opinion:
    review = review_of(record_id, reader, steps, role)
    return Opinion(
        record_id,
        reader,
        role,
        review.classes,
        own_answer(review),
        review.done,
        steps[-1].at_utc,
    )
