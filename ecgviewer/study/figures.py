"""The figures of Tables 2 and 3 of the twelve-lead paper, each with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.answers import Answers
from ecgviewer.study.bootstrap import N_DRAWS, Interval, Weights, interval, patient_draws
from ecgviewer.study.calibration import reliability
from ecgviewer.study.metrics import Flags, Values, brier, confusion, weighted_auc

# Below this many positives or negatives a class's figures say nothing; windows come by
# the dozen from one patient.
FEWEST, FEWEST_WINDOWS = 5, 20
TABLE_METRICS = ("precision", "recall", "f1", "auc", "accuracy")
METRICS = (*TABLE_METRICS, "brier")
CALIBRATION_ERROR = "ece"
UNION = "all"
MEAN, MEAN_OF_ALL, WEIGHTED = "mean", "mean of all", "weighted"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one class of one model on one source ("all" for the union).

    label: a class, "mean" over those with enough cases, "mean of all", or "weighted" by how
    many each class has. n: judged records or windows; n_positive: those that have the
    class; both summed in a mean.
    """

    model: str
    source: str
    label: str
    metric: str
    interval: Interval
    n: int
    n_positive: int


@dataclass(frozen=True, eq=False)
class Table:
    """All figures of one model on one source.

    enough: the classes with enough cases to speak of, which the mean is over.
    """

    model: str
    source: str
    labels: tuple[str, ...]
    enough: tuple[str, ...]
    n_records: int
    n_patients: int
    figures: tuple[Figure, ...]

    def figure(self, label: str, metric: str) -> Figure:
        """Return the figure of a class or mean; raises KeyError where there is none."""
        for figure in self.figures:
            if (figure.label, figure.metric) == (label, metric):
                return figure
        raise KeyError((label, metric))


def measure(answers: Answers, source: str = UNION, n_draws: int = N_DRAWS) -> Table:
    """Return every class's figures and their means, with 95 % intervals by patient."""
    patients = answers.patients
    point = metrics_of_draws(answers, np.ones((1, len(answers.cases)), dtype=np.float32))
    draws = [metrics_of_draws(answers, weights) for weights in patient_draws(patients, n_draws)]
    n_judged, n_positive = counts_of(answers)
    is_enough = enough_cases(answers)
    rows = _Rows(answers.model, source, n_judged, n_positive, point, np.concatenate(draws))
    every = np.ones(len(answers.labels), dtype=bool)
    figures = [
        *(figure for i, label in enumerate(answers.labels) for figure in rows.of_class(label, i)),
        *rows.errors(answers),
        *rows.mean(MEAN, is_enough),
        *rows.mean(MEAN_OF_ALL, every),
        *(rows.weighted(answers, n_draws) if answers.exclusive else ()),
    ]
    return Table(
        model=answers.model,
        source=source,
        labels=answers.labels,
        enough=tuple(np.array(answers.labels)[is_enough].tolist()),
        n_records=len(answers.cases),
        n_patients=len(set(patients)),
        figures=tuple(figures),
    )


def measure_by_source(answers: Answers, n_draws: int = N_DRAWS) -> tuple[Table, ...]:
    """Return the figures of all records, then of each source where there are several."""
    sources = answers.sources if len(answers.sources) > 1 else ()
    return (
        measure(answers, UNION, n_draws),
        *(measure(answers.of_source(source), source, n_draws) for source in sources),
    )


def counts_of(answers: Answers) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Return how many records are judged and how many are positive, (n_labels,) each."""
    return (~np.isnan(answers.truth)).sum(axis=0), np.nansum(answers.truth, axis=0).astype(int)


def enough_cases(answers: Answers) -> Flags:
    """Return which classes have enough positives and negatives, (n_labels,)."""
    n_judged, n_positive = counts_of(answers)
    return np.asarray(np.minimum(n_positive, n_judged - n_positive) >= fewest(answers))


def fewest(answers: Answers) -> int:
    """Return how many positives, and how many negatives, a class needs to be spoken of."""
    return FEWEST_WINDOWS if answers.exclusive else FEWEST


def metrics_of_draws(answers: Answers, weights: Weights) -> Values:
    """Return every metric of every class, (n_draws, n_labels, len(METRICS))."""
    present = answers.present
    columns = []
    for column in range(len(answers.labels)):
        judged = ~np.isnan(answers.truth[:, column])
        truth, scores = answers.truth[judged, column], answers.scores[judged, column]
        drawn = weights[:, judged]
        counts = confusion(truth, present[judged, column], drawn)
        values = {
            "precision": counts.precision,
            "recall": counts.recall,
            "f1": counts.f1,
            "auc": weighted_auc(truth, scores, drawn),
            "accuracy": counts.accuracy,
            "brier": brier(truth, scores, drawn),
        }
        columns.append([values[metric] for metric in METRICS])
    return np.asarray(np.array(columns).transpose(2, 0, 1))


def mean_of_classes(values: Values, chosen: Flags) -> Values:
    """Return the mean of the chosen classes, (n_draws, n_metrics), passing over NaN."""
    picked = values[:, chosen]
    known = ~np.isnan(picked)
    total = np.where(known, picked, 0).sum(axis=1)
    n_known = known.sum(axis=1)
    nothing = np.full_like(total, np.nan)
    mean: Values = np.divide(total, n_known, out=nothing, where=n_known > 0)
    return mean


@dataclass(frozen=True, eq=False)
class _Rows:
    """Makes figures of points (1, n_labels, n_metrics) and draws (n_draws, …)."""

    model: str
    source: str
    n_judged: NDArray[np.int_]
    n_positive: NDArray[np.int_]
    point: Values
    draws: Values

    def of_class(self, label: str, column: int) -> Iterator[Figure]:
        """Return every metric of one class."""
        for place, metric in enumerate(METRICS):
            values = interval(self.point[0, column, place], self.draws[:, column, place])
            yield self._figure(label, metric, values, column)

    def mean(self, label: str, chosen: Flags) -> Iterator[Figure]:
        """Return every metric's mean over classes; NaN where one of them has no value."""
        drawn = mean_of_classes(self.draws, chosen)
        for place, metric in enumerate(METRICS):
            of_classes = self.point[0, chosen, place]
            point = float(of_classes.mean()) if of_classes.size else float("nan")
            yield self._figure(label, metric, interval(point, drawn[:, place]), chosen)

    def weighted(self, answers: Answers, n_draws: int) -> Iterator[Figure]:
        """Return every metric's mean over windows; of recalls it is the accuracy."""
        once = np.ones((1, len(answers.cases)), dtype=np.float32)
        point = _weighted(self.point, once @ answers.truth)
        drawn = [weights @ answers.truth for weights in patient_draws(answers.patients, n_draws)]
        draws = _weighted(self.draws, np.concatenate(drawn))
        every = np.ones(len(answers.labels), dtype=bool)
        for place, metric in enumerate(METRICS):
            values = interval(float(point[0, place]), draws[:, place])
            yield self._figure(WEIGHTED, metric, values, every)

    def errors(self, answers: Answers) -> Iterator[Figure]:
        """Return each class's calibration error, which has no interval.

        Cases that are drawn twice look like agreement or disagreement that is not there.
        """
        for column, label in enumerate(answers.labels):
            judged = ~np.isnan(answers.truth[:, column])
            error = reliability(answers.truth[judged, column], answers.scores[judged, column]).error
            alone = Interval(error, float("nan"), float("nan"))
            yield self._figure(label, CALIBRATION_ERROR, alone, column)

    def _figure(self, label: str, metric: str, values: Interval, rows: int | Flags) -> Figure:
        n, n_positive = int(self.n_judged[rows].sum()), int(self.n_positive[rows].sum())
        return Figure(self.model, self.source, label, metric, values, n, n_positive)


def _weighted(values: Values, counts: Values) -> Values:
    """Return means of (n_draws, n_labels, n_metrics) by each class's count, passing over NaN."""
    known = ~np.isnan(values)
    weights = known * counts[:, :, np.newaxis]
    total = (np.where(known, values, 0) * weights).sum(axis=1)
    return np.asarray(total / np.maximum(weights.sum(axis=1), 1))
