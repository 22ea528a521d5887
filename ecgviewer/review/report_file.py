"""What a report of agreement needs of one review file and of one of the models that it knows."""

from collections import Counter

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import ModelRef, Step
from ecgviewer.review.store import ReviewStore


def models_of(store: ReviewStore) -> tuple[ModelRef, ...]:
    """Return the models with answers in a file, those with most answers first."""
    counts = Counter(answer.model for answer in store.answers())
    return tuple(model for model, _ in counts.most_common())


def said_in(
    store: ReviewStore, model: ModelRef | None
) -> tuple[tuple[Step, ...], tuple[KeptAnswer, ...]]:
    """Return all that is said in a file, and one model's answers, for ``report_of``.

    Apart from the figures, which take long: a file is not held for as long as these.
    """
    return store.steps(), () if model is None else tuple(store.answers(model))
