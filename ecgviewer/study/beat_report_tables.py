"""The tables of single-lead models, as Markdown."""

import csv
from collections.abc import Sequence
from functools import cache

import numpy as np

from ecgviewer.core.paths import resources_folder
from ecgviewer.study.answers import Answers
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.ectopic import ECTOPIC, Ectopic, published_ectopic
from ecgviewer.study.fibrillation import Fibrillation
from ecgviewer.study.figures import MEAN, WEIGHTED, Table
from ecgviewer.study.markdown import NOTHING, number, table, with_interval

COLUMNS = {"precision": "PPV", "recall": "Se", "f1": "F1", "auc": "AUC"}
PAPER = "the paper's "


def beat_table(figures: Table) -> str:
    """Return every class's figures, their means, and the accuracy."""
    rows = [_row(figures, label) for label in (*figures.labels, MEAN, WEIGHTED)]
    accuracy = f"Accuracy: {with_interval(accuracy_of(figures))}."
    sentences = [accuracy, few_words(figures)]
    return table(("class", "windows", *COLUMNS.values()), rows) + "\n\n" + " ".join(sentences)


def few_words(figures: Table) -> str:
    """Return a sentence of the classes that nothing is known of, "" where there are none."""
    few = [label for label in figures.labels if label not in figures.enough]
    if not few:
        return ""
    counts = ", ".join(f"{label} ({figures.figure(label, 'auc').n_positive})" for label in few)
    return f"Too few windows to be in the mean: {counts}."


def accuracy_of(figures: Table) -> Interval:
    """Return the share of windows that were answered rightly: the recalls' weighted mean."""
    return figures.figure(WEIGHTED, "recall").interval


def _row(figures: Table, label: str) -> Sequence[str]:
    found = [figures.figure(label, metric) for metric in COLUMNS]
    count = "" if label in (MEAN, WEIGHTED) else f"{found[0].n_positive:,}"
    few = " (few)" if label in figures.labels and label not in figures.enough else ""
    return (label, count + few, *(with_interval(figure.interval) for figure in found))


def mean_table(title: str, names: Sequence[str], tables: Sequence[Table]) -> str:
    """Return, a source or model a row, the means over classes, and the accuracy."""
    header = (title, "windows", "patients", "classes in the mean", *COLUMNS.values(), "accuracy")
    rows = []
    for name, one in zip(names, tables, strict=True):
        means = [with_interval(one.figure(MEAN, metric).interval) for metric in COLUMNS]
        counts = (f"{one.n_records:,}", f"{one.n_patients:,}", str(len(one.enough)))
        rows.append((name, *counts, *means, with_interval(accuracy_of(one))))
    return table(header, rows)


def confusion_table(answers: Answers) -> str:
    """Return how often windows of each class, a row, got which answer."""
    truth, said = answers.truth.argmax(axis=1), answers.scores.argmax(axis=1)
    n_labels = len(answers.labels)
    counts = np.bincount(truth * n_labels + said, minlength=n_labels**2).reshape(n_labels, -1)
    rows = [
        (label, *(f"{count:,}" for count in row))
        for label, row in zip(answers.labels, counts.tolist(), strict=True)
    ]
    return table(("is, by answer", *answers.labels), rows)


def ectopic_table(found: Sequence[Ectopic]) -> str:
    """Return sensitivity and predictive value of S and V, ours and what others published."""
    header = ["", "patients"]
    for group in ECTOPIC:
        header += [f"{group} beats", f"{group} Se", f"{group} PPV"]
    rows = []
    for one in found:
        cells = [one.source, str(one.n_patients)]
        for group in ECTOPIC:
            cells += [f"{one.counts[group]:,}"]
            cells += [with_interval(figure[group]) for figure in (one.recall, one.precision)]
        rows.append(cells)
    for method, known in published_ectopic().items():
        cells = [method, NOTHING]
        for group in map(str.lower, ECTOPIC):
            cells += [NOTHING, *(number(known[f"{group}_{m}"]) for m in ("recall", "precision"))]
        rows.append(cells)
    return table(header, rows)


def fibrillation_table(found: Sequence[Fibrillation]) -> str:
    """Return how well recordings with AF are told, a source a row."""
    rows = [
        (
            one.source,
            str(one.n_patients),
            str(one.n_with),
            str(one.n_without),
            with_interval(one.auc),
        )
        for one in found
    ]
    return table(("source", "patients", "with", "without", "AUC"), rows)


def second_table(unions: Sequence[Table]) -> str:
    """Return the paper's Table II beside our models: by class and by window."""
    rows = []
    for one in unions:
        for label in (MEAN, WEIGHTED):
            cells = [with_interval(one.figure(label, m).interval) for m in list(COLUMNS)[:3]]
            rows.append((f"{one.model}, {label}", *cells, with_interval(accuracy_of(one))))
    rows += [(f"{PAPER}{model}", *map(number, printed)) for model, printed in _printed().items()]
    return table(("model", "precision", "recall", "F1", "accuracy"), rows)


@cache
def _printed() -> dict[str, tuple[float, ...]]:
    """Return the paper's Table II: precision, recall, F1 and accuracy by model."""
    path = resources_folder() / "paper_table2_beats.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["model"]: tuple(float(row[name]) for name in row if name != "model")
            for row in csv.DictReader(file)
        }
