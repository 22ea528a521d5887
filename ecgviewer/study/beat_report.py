"""An evaluation of single-lead models as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ecgviewer.study.beat_report_tables import (
    beat_table,
    confusion_table,
    ectopic_table,
    fibrillation_table,
    mean_table,
    second_table,
)
from ecgviewer.study.cards import numbered
from ecgviewer.study.comparison import Comparison
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import FEWEST_WINDOWS, MEAN, WEIGHTED
from ecgviewer.study.markdown import table
from ecgviewer.study.mistakes import mistakes
from ecgviewer.study.report_tables import calibration_table, gain_in_words, matrix, mistake_table

ABOUT_FIGURES = (
    "In brackets: 95 % intervals from {n_draws:,} draws of patients; one without width says only "
    "that nothing varies between them. The answer to a window is its most probable class. "
    f'"{MEAN}": over the classes with at least {FEWEST_WINDOWS} windows, each counting alike; '
    f'"{WEIGHTED}": over windows, so that common classes count most.'
)
ABOUT_TABLE_II = (
    "Table II does not say how its figures are averaged, and its windows are of other databases "
    "as well (LTAFDB, LTDB), split at random: patients stand on both sides. Only a model that was "
    "trained with --split random is to be held against it."
)
ABOUT_ECTOPIC = (
    "Every beat that is marked on records of patients whom the model does not know, grouped as "
    "ANSI/AAMI EC57 does: S from above the ventricles, V from the ventricles. What a Q (paced "
    "or unclear) is taken for does not count, nor an F (fusion) that is taken for a V, as de "
    "Chazal et al. count. A model of beats in turn is judged by what a scan calls the beats, in "
    "agreement with the rhythms. The published figures are of DS2 of MITDB; nobody saw its "
    "patients either."
)
ABOUT_FIBRILLATION = (
    "By the AF score of a scan: the highest mean probability of fibrillation over 32 beats in a "
    "row. Without: recordings with normal beats and no labelled fibrillation."
)
SHOWN_BY_CLASS = {"f1": "F1", "auc": "AUC"}


def intervals_in_words(n_draws: int) -> str:
    """Return what figures, brackets and means are."""
    return ABOUT_FIGURES.format(n_draws=n_draws)


def beat_side_by_side(comparison: Comparison) -> Iterator[str]:
    """Return how models compare on the windows that all of them may be judged on."""
    tables = comparison.tables
    names = [one.model for one in tables]
    yield f"## Side by side on the {tables[0].n_records:,} windows that all may be judged on"
    yield mean_table("model", names, tables)
    yield f"Gained over {names[0]}, with both asked about the same drawn patients:"
    rows = [
        (name, *(gain_in_words(comparison.gains[metric][place]) for metric in SHOWN_BY_CLASS))
        for place, name in enumerate(names)
        if place
    ]
    yield table(("model", *SHOWN_BY_CLASS.values()), rows)
    for metric, words in SHOWN_BY_CLASS.items():
        yield f"{words} by class:"
        yield matrix(tables, metric, names)


def of_beat_model(
    evaluation: Evaluation, folders: Mapping[str, Path], n_mistakes: int
) -> Iterator[str]:
    """Return what is known of one model."""
    name = evaluation.card.name
    yield f"## {name}: {evaluation.card.title}"
    yield " ".join(_who_was_asked(evaluation))
    yield beat_table(evaluation.union)
    yield confusion_table(evaluation.answers)
    if len(evaluation.tables) > 1:
        sources = [one.source for one in evaluation.tables]
        yield f"### {name} by source"
        yield mean_table("source", sources, evaluation.tables)
        yield "F1 by class:"
        yield matrix(evaluation.tables, "f1", sources)
    if evaluation.ectopic:
        yield f"### {name}: ectopic beats of patients whom it does not know"
        yield ABOUT_ECTOPIC
        yield ectopic_table(evaluation.ectopic)
    if evaluation.fibrillation:
        yield f"### {name}: recordings with atrial fibrillation against those without"
        yield ABOUT_FIBRILLATION
        yield fibrillation_table(evaluation.fibrillation)
    yield f"### {name}: do its probabilities mean what they say?"
    yield calibration_table(evaluation)
    worst = mistakes(evaluation.answers, folders)[:n_mistakes] if n_mistakes else []
    if worst:
        yield f"### {name}: the worst mistakes"
        yield mistake_table(worst)


def _who_was_asked(evaluation: Evaluation) -> Iterator[str]:
    union = evaluation.union
    n_records = len({case.path for case in evaluation.answers.cases})
    yield f"{union.n_records:,} windows of {n_records:,} records of {union.n_patients:,} patients."
    for reason, count in evaluation.left_out.items():
        yield f"Left out: {numbered(count, 'record')} {reason}."
    yield from evaluation.notes


def beside_table_ii(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    """Return the paper's figures beside ours."""
    yield "## Beside the paper (Table II)"
    yield ABOUT_TABLE_II
    yield second_table([evaluation.union for evaluation in evaluations])
