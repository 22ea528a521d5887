"""An evaluation as a picture: figures with intervals, and calibration."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ecgviewer.study.calibration import Reliability, reliability
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.figures import MEAN, Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import SubFigure

# Okabe and Ito's colours, which every kind of colour vision tells apart.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442")
GREY = "#8a8a8a"
FOREST_METRICS = {"auc": "AUC", "f1": "F1"}
DPI = 150
# A dot of a reliability curve that stands for fewer records is hollow.
FEW_IN_BIN = 5


def draw_evaluation(evaluations: Sequence[Evaluation], path: Path) -> None:
    """Write a PNG: on the left each class's AUC and F1, on the right its reliability."""
    # matplotlib takes most of a second to load and only pictures need it.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    labels = list(dict.fromkeys(label for e in evaluations for label in e.card.labels))
    n_rows = -(-len(labels) // 3)
    picture = Figure(figsize=(15, max(4.5, 0.5 + 2.6 * n_rows)), layout="constrained")
    FigureCanvasAgg(picture)
    left, right = picture.subfigures(1, 2, width_ratios=(1.05, 1), squeeze=False).flat
    _draw_forests(left, [evaluation.union for evaluation in evaluations], labels)
    _draw_reliability(right, evaluations, labels)
    picture.savefig(path, dpi=DPI)


def _draw_forests(left: "SubFigure", tables: Sequence[Table], labels: Sequence[str]) -> None:
    axes = left.subplots(1, len(FOREST_METRICS), sharey=True)
    for axis, (metric, words) in zip(axes, FOREST_METRICS.items(), strict=True):
        _draw_forest(axis, tables, [*labels, MEAN], metric)
        axis.set_title(f"{words}, 95 % intervals by patient", fontsize=11)
    axes[0].set_yticks(range(len(labels) + 1), _rows_in_words(tables[0], labels))
    axes[0].invert_yaxis()
    if len(tables) > 1:
        left.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=4)


def _draw_forest(axis: "Axes", tables: Sequence[Table], rows: Sequence[str], metric: str) -> None:
    """Draw a dot and a line a row and model; hollow where the cases are too few."""
    for place, one in enumerate(tables):
        offset = 0.7 * ((place + 0.5) / len(tables) - 0.5)
        colour = COLOURS[place % len(COLOURS)]
        for row, label in enumerate(rows):
            if label not in (*one.labels, MEAN):
                continue
            figure = one.figure(label, metric).interval
            solid = label in (*one.enough, MEAN)
            axis.plot([figure.low, figure.high], [row + offset] * 2, color=colour, linewidth=1.5)
            axis.plot(
                figure.value,
                row + offset,
                marker="D" if label == MEAN else "o",
                color=colour,
                markerfacecolor=colour if solid else "white",
                label=one.model if label == MEAN else None,
                linestyle="none",
            )
    axis.axhline(len(rows) - 1.5, color=GREY, linewidth=0.8)
    axis.set_xlim(0, 1.02)
    axis.grid(axis="x", color=GREY, alpha=0.3)
    axis.spines[["top", "right"]].set_visible(False)


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
        said = []
        for place, evaluation in enumerate(evaluations):
            if label in evaluation.card.labels:
                curve = _reliability_of(evaluation, label)
                _draw_curve(axis, curve, COLOURS[place % len(COLOURS)])
                said.append(f"{curve.error:.2f}")
        axis.set_title(f"{label}, ECE {' / '.join(said)}", fontsize=10)
        axis.set_xlim(-0.02, 1.02)
        axis.set_ylim(-0.02, 1.02)
        axis.set_aspect("equal")
        axis.spines[["top", "right"]].set_visible(False)
    for axis in grid.flat[len(labels) :]:
        axis.set_visible(False)
    right.supxlabel("mean probability in the bin", fontsize=10)
    right.supylabel("share that has it", fontsize=10)


def _reliability_of(evaluation: Evaluation, label: str) -> Reliability:
    answers = evaluation.answers
    column = answers.labels.index(label)
    judged = ~np.isnan(answers.truth[:, column])
    return reliability(answers.truth[judged, column], answers.scores[judged, column])


def _draw_curve(axis: "Axes", curve: Reliability, colour: str) -> None:
    filled = curve.count > 0
    axis.plot(curve.said[filled], curve.true[filled], color=colour, linewidth=1)
    for chosen, face in ((curve.count >= FEW_IN_BIN, colour), (curve.count < FEW_IN_BIN, "white")):
        at = filled & chosen
        axis.plot(
            curve.said[at],
            curve.true[at],
            marker="o",
            markersize=5,
            linestyle="none",
            color=colour,
            markerfacecolor=face,
        )
