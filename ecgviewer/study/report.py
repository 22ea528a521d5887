"""An evaluation as Markdown: counts, figures, sources, the paper's figures, calibration."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.comparison import Comparison
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import (
    CALIBRATION_ERROR,
    FEWEST,
    MEAN,
    MEAN_OF_ALL,
    TABLE_METRICS,
    Table,
)
from ecgviewer.study.markdown import NOTHING, number, table, with_interval
from ecgviewer.study.metrics import Values
from ecgviewer.study.mistakes import Mistake, mistakes
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
ABOUT_INTERVALS = (
    "In brackets: 95 % intervals from {n_draws:,} draws of patients; one without width says "
    "only that these records held no error. "
    f'"{MEAN}": over the classes with at least {FEWEST} positives and {FEWEST} negatives; '
    f'"{MEAN_OF_ALL}": plain mean over every class, as the paper\'s AVG.'
)
ABOUT_THE_PAPER = (
    "The paper's columns cannot be compared with each other nor strictly with ours: its "
    '"original" was tested on CPSC 2018 alone or on PTB-XL alone, its other models on a mixture '
    "of both, and its PTB-XL labels differ from the clinical ones (`--mapping paper` takes them)."
)


@dataclass(frozen=True, eq=False)
class Report:
    """What a report tells.

    folders: of the data sets, by source. n_mistakes: how many of the worst to show.
    comparison: where there are several models. picture: the file that shows it, if any.
    """

    evaluations: tuple[Evaluation, ...]
    folders: Mapping[str, Path]
    mapping: str
    n_draws: int
    n_mistakes: int = 0
    comparison: Comparison | None = None
    picture: str = ""


def as_markdown(report: Report) -> str:
    """Return the whole report."""
    parts = [*_head(report)]
    if report.comparison is not None:
        parts += _side_by_side(report.comparison)
    for evaluation in report.evaluations:
        parts += _of_model(evaluation, report)
    parts += _beside_the_paper(report.evaluations)
    return "\n\n".join(parts) + "\n"


def _head(report: Report) -> Iterator[str]:
    names = ", ".join(evaluation.card.name for evaluation in report.evaluations)
    data = ", ".join(report.folders)
    yield f"# Evaluation of {names}"
    yield f"Data: {data}. Labels: the {report.mapping} mapping. " + ABOUT_INTERVALS.format(
        n_draws=report.n_draws
    )
    if report.picture:
        yield f"![Figures with intervals, and calibration]({report.picture})"


def _of_model(evaluation: Evaluation, report: Report) -> Iterator[str]:
    name = evaluation.card.name
    yield f"## {name}: {evaluation.card.title}"
    yield " ".join(_who_was_asked(evaluation))
    yield class_table(evaluation.union)
    if len(evaluation.tables) > 1:
        yield f"### {name} by source"
        yield from _by_source(evaluation.tables)
    if evaluation.elsewhere:
        yield f"### {name} in hospitals that it was not trained on"
        yield from _elsewhere(evaluation)
    for held_out, results in evaluation.rules.items():
        yield f"### {name}: ways to choose thresholds, each of its {held_out} by the others"
        yield rule_table(results)
    yield f"### {name}: do its probabilities mean what they say?"
    yield calibration_table(evaluation)
    worst = mistakes(evaluation.answers, report.folders)[: report.n_mistakes]
    if worst:
        yield f"### {name}: the worst mistakes"
        yield mistake_table(worst)


def _who_was_asked(evaluation: Evaluation) -> Iterator[str]:
    union = evaluation.union
    yield f"{union.n_records:,} records of {union.n_patients:,} patients."
    if evaluation.n_by_fold:
        yield (
            f"{evaluation.n_by_fold:,} of them were answered by nets that were fitted without "
            "their fold."
        )
    for reason, count in evaluation.left_out.items():
        yield f"Left out: {count:,} {reason}."
    if evaluation.refused:
        yield f"Not read: {len(evaluation.refused):,}, such as: {evaluation.refused[0]}"
    yield from evaluation.notes


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


def _by_source(tables: Sequence[Table]) -> Iterator[str]:
    header = ("source", "records", "patients", "classes in the mean", *METRIC_WORDS.values())
    yield table(header, [_source_row(one) for one in tables])
    for metric in MAIN_METRICS:
        yield f"{METRIC_WORDS[metric]} by class:"
        yield _matrix(tables, metric, [one.source for one in tables])


def _source_row(one: Table) -> tuple[str, ...]:
    means = (with_interval(one.figure(MEAN, metric).interval) for metric in TABLE_METRICS)
    return (one.source, f"{one.n_records:,}", f"{one.n_patients:,}", str(len(one.enough)), *means)


def _matrix(tables: Sequence[Table], metric: str, titles: Sequence[str]) -> str:
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


def _elsewhere(evaluation: Evaluation) -> Iterator[str]:
    yield (
        "Each record is answered by a net that was trained without its source; calibration and "
        "thresholds come from the other sources too. Beside it the model itself on the same "
        "source."
    )
    known = {one.source: one for one in evaluation.tables}
    ways = [f"{METRIC_WORDS[m]}, {way}" for m in MAIN_METRICS for way in ("unknown", "known")]
    rows = []
    for one in evaluation.elsewhere:
        pair = (one, known.get(one.source))
        means = [_mean_of(which, metric) for metric in MAIN_METRICS for which in pair]
        rows.append((one.source, f"{one.n_records:,}", str(len(one.enough)), *means))
    yield table(("source", "records", "classes in the mean", *ways), rows)


def _mean_of(one: Table | None, metric: str) -> str:
    return NOTHING if one is None else with_interval(one.figure(MEAN, metric).interval)


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
        figures = (with_interval(result.f1), _gain(result.gain), number(result.hindsight))
        rows.append((rule.calibration, rule.thresholds, *figures, number(result.brier, 4)))
    return table(header, rows)


def mistake_table(worst: Sequence[Mistake]) -> str:
    """Return the worst mistakes, one a row."""
    header = ("record", "source", "class", "kind", "score", "threshold")
    return table(
        header,
        [
            (m.path, m.source, m.label, m.kind, number(m.score, 2), number(m.threshold, 2))
            for m in worst
        ],
    )


def _side_by_side(comparison: Comparison) -> Iterator[str]:
    tables = comparison.tables
    yield f"## Side by side on the {tables[0].n_records:,} records that all may be judged on"
    header = ("model", *METRIC_WORDS.values(), "AUC gained", "F1 gained")
    rows = []
    for place, one in enumerate(tables):
        means = [_mean_of(one, metric) for metric in TABLE_METRICS]
        gains = [comparison.gains[metric][place] for metric in MAIN_METRICS]
        rows.append((one.model, *means, *(_gain(gain) if place else NOTHING for gain in gains)))
    yield table(header, rows)
    yield f"Gained: over {tables[0].model}, with both asked about the same drawn patients."
    for metric in MAIN_METRICS:
        yield f"{METRIC_WORDS[metric]} by class:"
        yield _matrix(tables, metric, [one.model for one in tables])


def _gain(gain: Interval) -> str:
    return f"{gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})"


def _beside_the_paper(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    yield "## Beside the paper (Tables 2 and 3)"
    yield ABOUT_THE_PAPER
    unions = [evaluation.union for evaluation in evaluations]
    for metric in TABLE_METRICS:
        yield _metric_beside_the_paper(metric, unions)


def _metric_beside_the_paper(metric: str, unions: Sequence[Table]) -> str:
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
