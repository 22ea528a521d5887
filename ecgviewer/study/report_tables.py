"""The tables of an evaluation's report, as Markdown."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.comparison import Comparison
from ecgviewer.study.elsewhere import Elsewhere
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import (
    CALIBRATION_ERROR,
    MEAN,
    MEAN_OF_ALL,
    TABLE_METRICS,
    Table,
)
from ecgviewer.study.markdown import NOTHING, number, table, with_interval
from ecgviewer.study.metrics import Values
from ecgviewer.study.mistakes import Mistake
from ecgviewer.study.paper_figures import paper_figures
from ecgviewer.study.threshold_study import RuleResult

METRIC_WORDS = {
    "precision": "Precision",
    "recall": "Recall",
    "f1": "F1",
    "auc": "AUC",
    "accuracy": "Accuracy",
}
# What a table of sources or models shows of each.
MAIN_METRICS = ("auc", "f1")


def class_table(figures: Table) -> str:
    """Return every class's figures and the means."""
    header = ("class", "judged", "positive", *METRIC_WORDS.values())
    return table(header, [_class_row(figures, label) for label in _all_rows(figures)])


def _class_row(figures: Table, label: str) -> tuple[str, ...]:
    found = [figures.figure(label, metric) for metric in TABLE_METRICS]
    if label in (MEAN, MEAN_OF_ALL):
        return (label, "", "", *(with_interval(figure.interval) for figure in found))
    few = "" if label in figures.enough else " (few)"
    counts = (f"{found[0].n:,}", f"{found[0].n_positive:,}{few}")
    return (label, *counts, *(with_interval(figure.interval) for figure in found))


def _all_rows(figures: Table) -> tuple[str, ...]:
    return (*figures.labels, MEAN, MEAN_OF_ALL)


def source_table(tables: Sequence[Table]) -> str:
    """Return the means of each source's figures, with counts."""
    header = ("source", "records", "patients", "classes in the mean", *METRIC_WORDS.values())
    return table(header, [_source_row(one) for one in tables])


def _source_row(one: Table) -> tuple[str, ...]:
    means = (with_interval(one.figure(MEAN, metric).interval) for metric in TABLE_METRICS)
    return (one.source, f"{one.n_records:,}", f"{one.n_patients:,}", str(len(one.enough)), *means)


def matrix(tables: Sequence[Table], metric: str, titles: Sequence[str]) -> str:
    """Return a metric by class, a column a table; what too few cases gave is left out."""
    labels = list(dict.fromkeys(label for one in tables for label in one.labels))
    rows = [
        (label, *(_if_enough(one, label, metric) for one in tables)) for label in [*labels, MEAN]
    ]
    return table(("class", *titles), rows)


def _if_enough(one: Table, label: str, metric: str) -> str:
    if label in (*one.enough, MEAN):
        return with_interval(one.figure(label, metric).interval)
    return NOTHING


def model_table(comparison: Comparison) -> str:
    """Return the means of each model's figures and what it gains over the first."""
    header = ("model", *METRIC_WORDS.values(), "AUC gained", "F1 gained")
    rows = []
    for place, one in enumerate(comparison.tables):
        means = [_mean_of(one, metric) for metric in TABLE_METRICS]
        gains = [comparison.gains[metric][place] for metric in MAIN_METRICS]
        rows.append(
            (one.model, *means, *(gain_in_words(gain) if place else NOTHING for gain in gains))
        )
    return table(header, rows)


def elsewhere_table(elsewhere: Elsewhere) -> str:
    """Return, a hospital, the means of nets trained without it beside the model's own."""
    known = {one.source: one for one in elsewhere.known}
    ways = [f"{METRIC_WORDS[m]}, {way}" for m in MAIN_METRICS for way in ("unknown", "known")]
    rows = []
    for one in elsewhere.unknown:
        pair = (one, known.get(one.source))
        means = [_mean_of(which, metric) for metric in MAIN_METRICS for which in pair]
        rows.append((one.source, f"{one.n_records:,}", str(len(one.enough)), *means))
    return table(("hospital", "records", "classes in the mean", *ways), rows)


def _mean_of(one: Table | None, metric: str) -> str:
    return NOTHING if one is None else with_interval(one.figure(MEAN, metric).interval)


def paper_table(metric: str, unions: Sequence[Table]) -> str:
    """Return a metric by class: the models' own, then what the paper prints."""
    printed = paper_figures()
    rows = []
    for label in dict.fromkeys(label for one in unions for label in _all_rows(one)):
        ours = [_of_ours(one, label, metric) for one in unions]
        theirs = [column.get((label, metric), float("nan")) for column in printed.values()]
        rows.append((label, *ours, *map(number, theirs)))
    return table((METRIC_WORDS[metric], *(one.model for one in unions), *printed), rows)


def _of_ours(one: Table, label: str, metric: str) -> str:
    if label not in (*one.labels, MEAN, MEAN_OF_ALL):
        return NOTHING
    return with_interval(one.figure(label, metric).interval)


def calibration_table(evaluation: Evaluation) -> str:
    """Return, a class, what was said and what was true on average, and two errors."""
    answers, union = evaluation.answers, evaluation.union
    header = ("class", "share with it", "mean probability", "ECE", "Brier", "Brier of the share")
    rows = []
    for column, label in enumerate(answers.labels):
        judged = ~np.isnan(answers.truth[:, column])
        true = _mean(answers.truth[judged, column])
        said = _mean(answers.scores[judged, column])
        error = union.figure(label, CALIBRATION_ERROR).interval.value
        brier = with_interval(union.figure(label, "brier").interval)
        # What who always says the share of the class would get.
        plain = true * (1 - true)
        rows.append((label, number(true), number(said), number(error), brier, number(plain)))
    return table(header, rows)


def _mean(values: Values) -> float:
    return float(values.mean()) if values.size else float("nan")


def rule_table(results: Sequence[RuleResult]) -> str:
    """Return what each way to choose thresholds is worth, the first the yardstick."""
    header = ("calibration", "thresholds", "F1", "gained", "in hindsight", "Brier")
    rows = []
    for result in results:
        rule = result.rule
        figures = (with_interval(result.f1), gain_in_words(result.gain), number(result.hindsight))
        rows.append((rule.calibration, rule.thresholds, *figures, number(result.brier, 4)))
    return table(header, rows)


def gain_in_words(gain: Interval) -> str:
    """Return a difference and its interval, signed."""
    return f"{gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})"


def mistake_table(worst: Sequence[Mistake]) -> str:
    """Return the worst mistakes, one a row."""
    header = ("record", "source", "class", "kind", "score", "threshold")
    return table(
        header,
        [
            (_place(m), m.source, m.label, m.kind, number(m.score, 2), number(m.threshold, 2))
            for m in worst
        ],
    )


def _place(mistake: Mistake) -> str:
    return mistake.path if mistake.sample is None else f"{mistake.path}, sample {mistake.sample}"
