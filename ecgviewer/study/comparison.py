"""Several models on the same records, and whether one is better than another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ecgviewer.study.answers import Answers, key_of
from ecgviewer.study.bootstrap import N_DRAWS, Interval, interval, patient_draws
from ecgviewer.study.figures import (
    METRICS,
    Table,
    enough_cases,
    mean_of_classes,
    measure,
    metrics_of_draws,
)
from ecgviewer.study.metrics import Flags, Values


@dataclass(frozen=True, eq=False)
class Comparison:
    """Models on the records that every one of them may be judged on.

    gains: by metric, how much better each model's mean over classes is than the first
    model's, from the same draws of patients for both.
    """

    tables: tuple[Table, ...]
    gains: dict[str, tuple[Interval, ...]]


def compare(all_answers: Sequence[Answers], n_draws: int = N_DRAWS) -> Comparison | None:
    """Compare models; None where no record is shared by all of them.

    The means are over the classes that all models know and that have enough cases.
    """
    shared = _on_shared_records(all_answers)
    if not shared[0].cases:
        return None
    labels = [label for label in shared[0].labels if all(label in a.labels for a in shared)]
    enough = dict(zip(shared[0].labels, enough_cases(shared[0]), strict=True))
    chosen = [label for label in labels if enough[label]]
    once = np.ones((1, len(shared[0].cases)), dtype=np.float32)
    points = [_mean(answers, chosen, once)[0] for answers in shared]
    drawn: list[list[Values]] = [[] for _ in shared]
    for weights in patient_draws(shared[0].patients, n_draws):
        for parts, answers in zip(drawn, shared, strict=True):
            parts.append(_mean(answers, chosen, weights))
    draws = [np.concatenate(parts) for parts in drawn]
    gains = {
        metric: tuple(
            interval(float(point[place] - points[0][place]), draw[:, place] - draws[0][:, place])
            for point, draw in zip(points, draws, strict=True)
        )
        for place, metric in enumerate(METRICS)
    }
    return Comparison(tuple(measure(answers, n_draws=n_draws) for answers in shared), gains)


def _mean(answers: Answers, labels: Sequence[str], weights: np.ndarray) -> Values:
    chosen: Flags = np.isin(np.array(answers.labels), labels)
    return mean_of_classes(metrics_of_draws(answers, weights), chosen)


def _on_shared_records(all_answers: Sequence[Answers]) -> list[Answers]:
    """Return every model's answers to the shared records, in the same order."""
    places = [{key_of(case): row for row, case in enumerate(a.cases)} for a in all_answers]
    shared = [
        key for key in map(key_of, all_answers[0].cases) if all(key in place for place in places)
    ]
    return [
        answers.only([place[key] for key in shared])
        for answers, place in zip(all_answers, places, strict=True)
    ]
