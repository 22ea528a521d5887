"""A population's weights of leads as two heat maps: how much, and which way."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.population_figures import POSITIVE, LeadFigure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 150
# Neither for nor against: leads without a say of their own, classes without records.
NOTHING, RULE = "#ECEFF1", "#9AA7B0"
DARK, LIGHT = "#1B2126", "#FFFFFF"
# Of the scale's end; above it a figure is printed in white.
LIGHT_FROM = 0.62
# Fewer records say little of a class.
FEW_RECORDS = 5

Floats = NDArray[np.float64]


def draw_population(
    path: Path, figures: Sequence[LeadFigure], source: str, model: str, method: str
) -> None:
    """Write a source's picture as PNG: a row a class, a column a lead."""
    # matplotlib takes most of a second to load; a Figure of its own leaves no state behind.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    chosen = [one for one in figures if one.source == source and one.over == POSITIVE]
    labels = list(dict.fromkeys(one.label for one in chosen))
    leads = list(dict.fromkeys(one.lead for one in chosen))
    picture = Figure(figsize=(15, 1.9 + 0.45 * len(labels)), layout="constrained")
    FigureCanvasAgg(picture)
    left, right = picture.subplots(1, 2, sharey=True)
    by_place = {(one.label, one.lead): one for one in chosen}
    rows = [[by_place[label, lead] for lead in leads] for label in labels]
    sizes = np.array([[one.size.value for one in row] for row in rows])
    signed = np.array([[one.signed.value for one in row] for row in rows])
    _draw(picture, left, sizes, leads, "Mean |SHAP|: how much a lead matters")
    _draw(picture, right, signed, leads, "Mean SHAP: + for the class, − against it")
    left.set_yticks(range(len(labels)), [_row_in_words(row[0]) for row in rows])
    silent = np.isnan(sizes[np.array([row[0].n_records > 0 for row in rows])]).all(axis=0)
    note = _note([lead for lead, none in zip(leads, silent, strict=True) if none], source)
    picture.suptitle(f"{source}: what each lead adds to each class's logit ({model}, {method})")
    picture.supxlabel(note, fontsize=9, color="#52606B")
    picture.savefig(path, dpi=DPI)


def _draw(picture: "Figure", axis: "Axes", values: Floats, leads: list[str], title: str) -> None:
    end = max(float(np.nanmax(np.abs(values), initial=0.0)), 1e-9)
    is_signed = "−" in title
    image = axis.imshow(
        np.ma.masked_invalid(values),
        cmap="PuOr_r" if is_signed else "Blues",
        vmin=-end if is_signed else 0,
        vmax=end,
        aspect="auto",
    )
    axis.set_facecolor(NOTHING)
    axis.set_xticks(range(len(leads)), leads)
    # White rules between the cells.
    axis.set_xticks(np.arange(len(leads) - 1) + 0.5, minor=True)
    axis.set_yticks(np.arange(len(values) - 1) + 0.5, minor=True)
    axis.grid(which="minor", color=LIGHT, linewidth=1.5)
    axis.tick_params(which="both", length=0)
    axis.spines[:].set_visible(False)
    axis.set_title(title, fontsize=10)
    for (row, column), value in np.ndenumerate(values):
        _print(axis, row, column, float(value), end, signed=is_signed)
    picture.colorbar(image, ax=axis, label="logits", shrink=0.9, pad=0.01)


def _print(axis: "Axes", row: int, column: int, value: float, end: float, *, signed: bool) -> None:
    if np.isnan(value):
        axis.text(column, row, "·", ha="center", va="center", color=RULE)
        return
    words = f"{value:+.2f}".replace("-", "−") if signed else f"{value:.2f}"
    colour = LIGHT if abs(value) > LIGHT_FROM * end else DARK
    axis.text(column, row, words, ha="center", va="center", fontsize=7.5, color=colour)


def _row_in_words(one: LeadFigure) -> str:
    few = ", few" if 0 < one.n_records < FEW_RECORDS else ""
    return f"{one.label}  (n = {one.n_records}{few})"


def _note(silent: list[str], source: str) -> str:
    means = (
        f"Means over the records of {source} that have the class, each compared with made normal "
        "records, so SNR adds little."
    )
    if not silent:
        return means
    return f"{means} Grey: {', '.join(silent)} follow from I and II, and classes without records."
