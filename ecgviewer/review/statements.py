"""One row for each class that somebody said anything of in a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import (
    ModelRef,
    Placed,
    Reason,
    Review,
    Stated,
    Step,
    Topic,
    review_of,
)

_OF_A_CLASS: Final = (Topic.CLASS, Topic.REASON, Topic.POINTING)


@dataclass(frozen=True, eq=False)
class Statement:
    """What one person says of one class in one record.

    stated: None where only reasons or the place of saliency are spoken of. before: what was
    stated while the model was hidden. model: whose answer was seen last; answer: what it
    said, None where that was not kept.
    """

    name: str
    stated: Stated | None
    before: Stated | None
    reasons: tuple[Reason, ...]
    placed: Mapping[str, Placed]
    at_utc: datetime
    model: ModelRef | None
    answer: KeptAnswer | None

    @property
    def score(self) -> float | None:
        """The model's score of the class, None where it has none."""
        return None if self.answer is None else self.answer.scores.get(self.name)

    @property
    def threshold(self) -> float | None:
        """What the score is held against."""
        return None if self.answer is None else self.answer.thresholds.get(self.name)

    @property
    def found(self) -> bool | None:
        """Whether the model found the class."""
        if self.answer is None or self.name not in self.answer.scores:
            return None
        return self.name in self.answer.found


def statements(review: Review, answers: Sequence[KeptAnswer] = ()) -> tuple[Statement, ...]:
    """Return all statements of a review, in the order of their classes' names.

    answers: what models said of the record.
    """
    before = stated_before(review)
    names = {*review.classes, *review.reasons, *review.pointing, *before}
    return tuple(_statement(name, review, before, answers) for name in sorted(names))


def stated_before(review: Review) -> dict[str, Stated]:
    """Return what was stated of classes while the model's answer was hidden."""
    hidden = [step for step in review.steps if step.hidden]
    return dict(review_of(review.record_id, review.reader, hidden, review.role).classes)


def _statement(
    name: str, review: Review, before: dict[str, Stated], answers: Sequence[KeptAnswer]
) -> Statement:
    step = _last_about(name, review.steps)
    model = model_seen(review, answers, step)
    return Statement(
        name,
        review.classes.get(name),
        before.get(name),
        review.reasons.get(name, ()),
        review.pointing.get(name, {}),
        step.at_utc,
        model,
        answer_of(model, answers),
    )


def _last_about(name: str, steps: Sequence[Step]) -> Step:
    return next(
        step
        for step in reversed(steps)
        if any(x.about == name and x.topic in _OF_A_CLASS for x in step.changes)
    )


def model_seen(
    review: Review, answers: Sequence[KeptAnswer], step: Step | None = None
) -> ModelRef | None:
    """Return whose answer a step was about, or else the one that was seen last.

    Where none was seen, the only model that answered is meant.
    """
    if step is not None and step.model is not None:
        return step.model
    seen = [one.model for one in review.steps if one.model is not None]
    if seen:
        return seen[-1]
    return answers[0].model if len(answers) == 1 else None


def answer_of(model: ModelRef | None, answers: Sequence[KeptAnswer]) -> KeptAnswer | None:
    """Return what a model said, None where that was not kept."""
    return next((answer for answer in answers if answer.model == model), None)
