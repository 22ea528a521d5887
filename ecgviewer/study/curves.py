"""The learning curves of a run as a picture."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CURVES_FILE = "curves.png"
HISTORY_FILE = "history.json"
Rows = Sequence[dict[str, Any]]

INK, FAINT, GRID = "#1a2733", "#5b6b79", "#d9dfe5"
BLUE, ORANGE = "#1f5fa8", "#c65d00"
# Each panel: its title, and what it shows in which colour under which name.
PANELS = (
    ("Training loss", (("loss", BLUE, "loss"),)),
    (
        "Validation",
        (("validation_f1", BLUE, "macro F1"), ("validation_auc", ORANGE, "macro AUC")),
    ),
    ("Learning rate", (("learning_rate", BLUE, "learning rate"),)),
)


def draw_curves(folder: Path, title: str) -> None:
    """Draw curves.png from a run folder's history.json and those of its folds.

    One panel each for loss, validation figures (where there are any) and learning rate,
    over epochs. Folds are thin lines, which may stand alone; dotted lines part phases, a
    ring marks the best epoch.
    """
    # matplotlib takes a second to load; its pyplot would look for a screen.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = _read(folder / HISTORY_FILE)
    folds = [_read(path) for path in sorted(folder.glob(f"fold-*/{HISTORY_FILE}"))]
    phases = rows or next(iter(folds), ())
    shown = [panel for panel in PANELS if any(_has((rows, *folds), key) for key, _, _ in panel[1])]
    figure = Figure(figsize=(8, 0.8 + 2.4 * len(shown)), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(shown), 1, sharex=True, squeeze=False)[:, 0]
    figure.suptitle(title, color=INK, fontsize=12)
    for place, (name, lines) in zip(axes, shown, strict=True):
        place.set_title(name, loc="left", color=INK, fontsize=10)
        for key, colour, label in lines:
            _draw_lines(place, rows, folds, key, colour, label)
        known = len(lines) > 1 or (bool(folds) and place is not axes[-1])
        _finish(place, phases, with_legend=known)
    _name_phases(axes[0], phases)
    axes[-1].set_xlabel("epoch", color=INK)
    # A constant rate is a level, not a line magnified to nothing's noise.
    axes[-1].set_ylim(bottom=0)
    axes[-1].yaxis.set_major_formatter("{x:g}")
    written = folder / f"{CURVES_FILE}.new"
    figure.savefig(written, format="png")
    written.replace(folder / CURVES_FILE)


def _read(path: Path) -> Rows:
    rows: Rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else ()
    return rows


def _has(histories: Sequence[Rows], key: str) -> bool:
    return any(key in row for rows in histories for row in rows)


def _draw_lines(
    place: "Axes", rows: Rows, folds: Sequence[Rows], key: str, colour: str, label: str
) -> None:
    for number, fold in enumerate(folds):
        name = f"{label}, each fold" if number == 0 else None
        place.plot(*_points(fold, key), color=colour, linewidth=0.8, alpha=0.55, label=name)
    epochs, values = _points(rows, key)
    if not values:
        return
    # A single epoch has no line.
    marker = "o" if len(values) == 1 else None
    name = f"{label}, final net" if folds else label
    place.plot(epochs, values, color=colour, linewidth=1.8, marker=marker, label=name)
    if key == "validation_f1":
        best = max(range(len(values)), key=values.__getitem__)
        place.scatter(
            epochs[best],
            values[best],
            s=70,
            facecolors="none",
            edgecolors=INK,
            label=f"best: {values[best]:.3f}",
            zorder=3,
        )


def _points(rows: Rows, key: str) -> tuple[list[int], list[float]]:
    known = [(number, row[key]) for number, row in enumerate(rows, start=1) if key in row]
    return [number for number, _ in known], [value for _, value in known]


def _finish(place: "Axes", rows: Rows, *, with_legend: bool) -> None:
    from matplotlib.ticker import MaxNLocator

    place.xaxis.set_major_locator(MaxNLocator(integer=True))
    place.grid(color=GRID, linewidth=0.8)
    place.spines[["top", "right"]].set_visible(False)
    place.tick_params(colors=FAINT, labelsize=9)
    for number in _phase_starts(rows)[1:]:
        place.axvline(number - 0.5, color=FAINT, linestyle=":", linewidth=1)
    if with_legend:
        place.legend(frameon=False, fontsize=9, labelcolor=INK)


def _name_phases(place: "Axes", rows: Rows) -> None:
    starts = _phase_starts(rows)
    # One below the other, lest the name of a short phase run into the next.
    for row, number in enumerate(starts if len(starts) > 1 else ()):
        text = f" {rows[number - 1]['phase']}"
        left = max(number - 0.5, place.get_xlim()[0])
        across = place.get_xaxis_transform()
        place.text(left, 1 - 0.08 * row, text, transform=across, va="top", color=FAINT, fontsize=9)


def _phase_starts(rows: Rows) -> list[int]:
    names = [row["phase"] for row in rows]
    return [n for n, name in enumerate(names, start=1) if n == 1 or names[n - 2] != name]
