"""The tables of single-lead models, as Markdown."""

from collections.abc import Sequence

from ecgviewer.study.figures import MEAN, WEIGHTED, Table
from ecgviewer.study.markdown import table, with_interval

COLUMNS = {"precision": "PPV", "recall": "Se", "f1": "F1", "auc": "AUC"}


def beat_table(figures: Table) -> str:
    """Return every class's figures, their means, and the accuracy."""
    rows = [_row(figures, label) for label in (*figures.labels, MEAN, WEIGHTED)]
    accuracy = figures.figure(WEIGHTED, "recall").interval
    return (
        table(("class", "windows", *COLUMNS.values()), rows)
        + f"\n\nAccuracy: {with_interval(accuracy)}."
        + few_words(figures)
    )


def few_words(figures: Table) -> str:
    """Return a sentence of the classes that nothing is known of, "" where there are none."""
    few = [label for label in figures.labels if label not in figures.enough]
    if not few:
        return ""
    counts = ", ".join(f"{label} ({figures.figure(label, 'auc').n_positive})" for label in few)
    return f" Too few windows to be in the mean: {counts}."


def _row(figures: Table, label: str) -> Sequence[str]:
    found = [figures.figure(label, metric) for metric in COLUMNS]
    count = "" if label in (MEAN, WEIGHTED) else f"{found[0].n_positive:,}"
    few = " (few)" if label in figures.labels and label not in figures.enough else ""
    return (label, count + few, *(with_interval(figure.interval) for figure in found))
