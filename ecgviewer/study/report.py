"""An evaluation as Markdown: counts, figures, sources, the paper's figures, calibration."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.study.beat_report import (
    beat_side_by_side,
    beside_table_ii,
    intervals_in_words,
    of_beat_model,
)
from ecgviewer.study.comparison import Comparison
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import FEWEST, MEAN, MEAN_OF_ALL, TABLE_METRICS, Table
from ecgviewer.study.mistakes import mistakes
from ecgviewer.study.report_tables import (
    MAIN_METRICS,
    METRIC_WORDS,
    calibration_table,
    class_table,
    elsewhere_table,
    matrix,
    mistake_table,
    model_table,
    paper_table,
    rule_table,
    source_table,
)

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

ABOUT_ELSEWHERE = (
    "Unknown: each record is answered by a net that was trained without its hospital; "
    "calibration and thresholds come from the other hospitals too. Known: the model itself, on "
    "those of the same records that it was not fitted on."
)


@dataclass(frozen=True, eq=False)
class Report:
    """What a report tells; its models read either records or windows around beats.

    folders: of the data sets, by source. mapping: which labels statements make, or which
    windows stand for a class. n_mistakes: how many of the worst to show.
    comparison: where there are several models. picture: the file that shows it, if any.
    """

    evaluations: tuple[Evaluation, ...]
    folders: Mapping[str, Path]
    mapping: str
    n_draws: int
    n_mistakes: int = 0
    comparison: Comparison | None = None
    picture: str = ""

    @property
    def of_beats(self) -> bool:
        """Whether models were asked about windows around beats."""
        return self.evaluations[0].answers.exclusive


def as_markdown(report: Report) -> str:
    """Return the whole report."""
    parts = [*_head(report)]
    if report.of_beats:
        return "\n\n".join([*parts, *_of_beats(report)]) + "\n"
    if report.comparison is not None:
        parts += _side_by_side(report.comparison)
    for evaluation in report.evaluations:
        parts += _of_model(evaluation, report)
    parts += _beside_the_paper(report.evaluations)
    return "\n\n".join(parts) + "\n"


def _of_beats(report: Report) -> Iterator[str]:
    if report.comparison is not None:
        yield from beat_side_by_side(report.comparison)
    for evaluation in report.evaluations:
        yield from of_beat_model(evaluation, report.folders, report.n_mistakes)
    yield from beside_table_ii(report.evaluations)


def _head(report: Report) -> Iterator[str]:
    names = ", ".join(evaluation.card.name for evaluation in report.evaluations)
    data = ", ".join(report.folders)
    yield f"# Evaluation of {names}"
    if report.of_beats:
        about = f'Windows: the style "{report.mapping}". {intervals_in_words(report.n_draws)}'
    else:
        about = f"Labels: the {report.mapping} mapping. "
        about += ABOUT_INTERVALS.format(n_draws=report.n_draws)
    yield f"Data: {data}. {about}"
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
        yield ABOUT_ELSEWHERE
        yield elsewhere_table(evaluation.elsewhere)
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


def _by_source(tables: Sequence[Table]) -> Iterator[str]:
    yield source_table(tables)
    yield from _by_class(tables, [one.source for one in tables])


def _side_by_side(comparison: Comparison) -> Iterator[str]:
    tables = comparison.tables
    yield f"## Side by side on the {tables[0].n_records:,} records that all may be judged on"
    yield model_table(comparison)
    yield f"Gained: over {tables[0].model}, with both asked about the same drawn patients."
    yield from _by_class(tables, [one.model for one in tables])


def _by_class(tables: Sequence[Table], titles: Sequence[str]) -> Iterator[str]:
    for metric in MAIN_METRICS:
        yield f"{METRIC_WORDS[metric]} by class:"
        yield matrix(tables, metric, titles)


def _beside_the_paper(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    yield "## Beside the paper (Tables 2 and 3)"
    yield ABOUT_THE_PAPER
    for metric in TABLE_METRICS:
        yield paper_table(metric, [evaluation.union for evaluation in evaluations])
