"""The report of agreement of one review file, with one of the models that it knows."""

from collections import Counter

from ecgviewer.core.review import ModelRef
from ecgviewer.review.report_of_agreement import AgreementReport, report_of
from ecgviewer.review.store import ReviewStore


def models_of(store: ReviewStore) -> tuple[ModelRef, ...]:
    """Return the models with answers in a file, those with most answers first."""
    counts = Counter(answer.model for answer in store.answers())
    return tuple(model for model, _ in counts.most_common())


def report_of_store(store: ReviewStore, model: ModelRef | None) -> AgreementReport:
    """Return the report of all that is said in a file; model: None compares with none."""
    answers = () if model is None else tuple(store.answers(model))
    return report_of(store.steps(), answers)
