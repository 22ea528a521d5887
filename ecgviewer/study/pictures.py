"""An evaluation as a picture: figures with intervals, and calibration."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ecgviewer.study.calibration import Reliability, reliability
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import MEAN, Table
from ecgviewer.study.markdown import number, with_interval

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import SubFigure

# Okabe and Ito's colours, which every kind of colour vision tells apart.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442")
GREY = "#8a8a8a"
# Metric: its name and where its axis begins; what lies below has an arrow.
FOREST = {"auc": ("AUC", 0.5), "f1": ("F1", 0.0)}
DPI = 150
# A bin with fewer records says little of what is true.
FEW_IN_BIN = 5
# Calibration errors in the title of a panel; the report holds them all.
ERRORS_TOLD = 2


def draw_evaluation(evaluations: Sequence[Evaluation], path: Path) -> None:
    """Write a PNG: on the left each class's AUC and F1, on the right its reliability."""
    # matplotlib takes most of a second to load and only pictures need it.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    labels = list(dict.fromkeys(label for e in evaluations for label in e.card.labels))
    n_rows = -(-len(labels) // 3)
    picture = Figure(figsize=(16, max(4.5, 1.2 + 2.6 * n_rows)), layout="constrained")
    FigureCanvasAgg(picture)
    picture.suptitle(_title(evaluations), fontsize=12)
    left, right = picture.subfigures(1, 2, width_ratios=(1.25, 1), squeeze=False).flat
    _draw_forests(left, [evaluation.union for evaluation in evaluations], labels)
    _draw_reliability(right, evaluations, labels)
    picture.savefig(path, dpi=DPI)


def _title(evaluations: Sequence[Evaluation]) -> str:
    return "; ".join(_asked(evaluation) for evaluation in evaluations)


def _asked(evaluation: Evaluation) -> str:
    union, examples = evaluation.union, evaluation.answers.examples
    return f"{union.model}: {union.n_records:,} {examples} of {union.n_patients:,} patients"


def _draw_forests(left: "SubFigure", tables: Sequence[Table], labels: Sequence[str]) -> None:
    axes = left.subplots(1, len(FOREST), sharey=True)
    rows = [*labels, MEAN]
    for axis, (metric, (words, lowest)) in zip(axes, FOREST.items(), strict=True):
        axis.set_xlim(lowest, 1.0)
        _draw_forest(axis, tables, rows, metric)
        if len(tables) == 1:
            _print_figures(axis, tables[0], rows, metric)
        axis.set_title(f"{words} with 95 % interval", fontsize=11)
    axes[0].set_yticks(range(len(rows)), _rows_in_words(tables[0], labels))
    axes[0].set_ylim(len(rows) - 0.4, -0.6)
    if len(tables) > 1:
        left.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=4)


def _draw_forest(axis: "Axes", tables: Sequence[Table], rows: Sequence[str], metric: str) -> None:
    """Draw a dot and a line a row and model; hollow where the cases are too few."""
    lowest = axis.get_xlim()[0]
    for place, one in enumerate(tables):
        offset = 0.7 * ((place + 0.5) / len(tables) - 0.5)
        colour = COLOURS[place % len(COLOURS)]
        for row, label in enumerate(rows):
            if label not in (*one.labels, MEAN):
                continue
            figure = one.figure(label, metric).interval
            solid = label in (*one.enough, MEAN)
            ends = [max(figure.low, lowest), figure.high]
            axis.plot(ends, [row + offset] * 2, color=colour, linewidth=1.5)
            if figure.low < lowest:
                axis.plot(lowest, row + offset, marker="<", color=colour, clip_on=False)
            if figure.value < lowest:
                continue
            axis.plot(
                figure.value,
                row + offset,
                marker="D" if label == MEAN else "o",
                color=colour,
                markerfacecolor=colour if solid else "white",
                label=one.model if label == MEAN else None,
                linestyle="none",
                clip_on=False,
            )
    axis.axhline(len(rows) - 1.5, color=GREY, linewidth=0.8)
    axis.grid(axis="x", color=GREY, alpha=0.3)
    axis.spines[["top", "right"]].set_visible(False)


def _print_figures(axis: "Axes", one: Table, rows: Sequence[str], metric: str) -> None:
    """Print the numbers at the right edge, a line a row."""
    for row, label in enumerate(rows):
        words = with_interval(one.figure(label, metric).interval, decimals=2)
        place = (1.04, row)
        axis.text(*place, words, transform=axis.get_yaxis_transform(), va="center", fontsize=9)


def _rows_in_words(one: Table, labels: Sequence[str]) -> list[str]:
    """Return the forest's row names with the positives of the first model's records."""
    words = []
    for label in labels:
        count = one.figure(label, "auc").n_positive if label in one.labels else 0
        few = "" if label in one.enough else ", few"
        words.append(f"{label}  ({count:,}{few})")
    return [*words, f"{MEAN} of {len(one.enough)}"]


def _draw_reliability(
    right: "SubFigure", evaluations: Sequence[Evaluation], labels: Sequence[str]
) -> None:
    grid = right.subplots(-(-len(labels) // 3), 3, sharex=True, sharey=True, squeeze=False)
    for axis, label in zip(grid.flat, labels, strict=False):
        axis.plot([0, 1], [0, 1], color=GREY, linewidth=0.8, linestyle="--")
        errors = []
        for place, evaluation in enumerate(evaluations):
            if label in evaluation.card.labels:
                curve = _reliability_of(evaluation, label)
                _draw_curve(axis, curve, COLOURS[place % len(COLOURS)])
                errors.append(number(curve.error, 2))
        # Longer titles would run into each other.
        told = f", ECE {' / '.join(errors)}" if len(errors) <= ERRORS_TOLD else ""
        axis.set_title(f"{label}{told}", fontsize=10)
        axis.set_xlim(-0.02, 1.02)
        axis.set_ylim(-0.02, 1.02)
        axis.set_aspect("equal")
        axis.spines[["top", "right"]].set_visible(False)
    for axis in grid.flat[len(labels) :]:
        axis.set_visible(False)
    few = f"small: under {FEW_IN_BIN} {evaluations[0].answers.examples}"
    right.supxlabel(f"mean probability in the bin ({few})", fontsize=10)
    right.supylabel("share that has it", fontsize=10)


def _reliability_of(evaluation: Evaluation, label: str) -> Reliability:
    answers = evaluation.answers
    column = answers.labels.index(label)
    judged = ~np.isnan(answers.truth[:, column])
    return reliability(answers.truth[judged, column], answers.scores[judged, column])


def _draw_curve(axis: "Axes", curve: Reliability, colour: str) -> None:
    """Join the bins with enough records; the others are small dots by themselves."""
    firm, loose = curve.count >= FEW_IN_BIN, (curve.count > 0) & (curve.count < FEW_IN_BIN)
    axis.plot(
        curve.said[firm], curve.true[firm], color=colour, linewidth=1.2, marker="o", markersize=5
    )
    axis.plot(
        curve.said[loose],
        curve.true[loose],
        marker="o",
        markersize=3,
        linestyle="none",
        color=colour,
        alpha=0.5,
    )
