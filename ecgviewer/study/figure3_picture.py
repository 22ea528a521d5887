"""Figure 3 as a picture: ECG samples as dots, violet to yellow by their importance."""

from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_parts import TIME_S, inside
from ecgviewer.study.figure3 import Cell, Figure3
from ecgviewer.study.observations import CNN, LSTM, NETS, QUESTIONS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PICTURE_FILE = "figure3.png"
DPI = 150
COLOURS = "viridis"  # violet to yellow, and rising in lightness
LINE, MARK, SPAN = "#c9c9c9", "#8a8a8a", "#d55e00"
TITLES = {CNN: "CNN by class activation map", LSTM: "LSTM by deletion mask"}
# Windows are about 0 and of size 1; spikes reach beyond.
LOWEST, HIGHEST = -3.0, 2.6
# Where the spans of observations lie, from below; one a row.
SPAN_AT, SPAN_STEP = -2.8, 0.44


def draw(path: Path, figure: Figure3) -> None:
    """Write the picture as PNG."""
    # matplotlib takes a second to load; a Figure of its own leaves no global state behind.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.cm import ScalarMappable
    from matplotlib.figure import Figure

    picture = Figure(figsize=(13, 1.75 * len(BEAT_LABELS) + 1), dpi=DPI, layout="constrained")
    FigureCanvasAgg(picture)
    axes = picture.subplots(len(BEAT_LABELS), len(NETS), sharex=True, squeeze=False)
    for row, label in zip(axes, BEAT_LABELS, strict=True):
        for axis, net in zip(row, NETS, strict=True):
            _draw_cell(axis, label, net, figure.cells[label, net])
        row[0].set_ylabel(label, fontsize=12, rotation=0, ha="right", va="center", labelpad=14)
    for axis, net in zip(axes[0], NETS, strict=True):
        name = f"{TITLES[net]} ({figure.names[net]})"
        axis.text(0.5, 1.3, name, transform=axis.transAxes, ha="center", fontsize=10)
    for axis in axes[-1]:
        axis.set_xlabel("seconds from the beat", fontsize=9)
    scale = ScalarMappable(cmap=COLOURS)
    scale.set_clim(0, 1)
    bar = picture.colorbar(scale, ax=axes, shrink=0.4, aspect=40, pad=0.01)
    bar.set_label("importance, of each window's greatest", fontsize=9)
    picture.suptitle(
        "Of each class the surest right window of patients that the net has not learnt from. "
        "Ticks above: marked beats. Lines below: where the paper saw the net look.",
        fontsize=10,
    )
    picture.savefig(path)


def _draw_cell(axis: "Axes", label: str, net: str, cell: Cell) -> None:
    axis.set_xlim(TIME_S[0], TIME_S[-1])
    axis.set_ylim(LOWEST, HIGHEST)
    axis.set_yticks([])
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right", "left"]].set_visible(False)
    panel = cell.panel
    if panel is None:
        axis.text(
            0.5, 0.5, without_window(cell), transform=axis.transAxes, ha="center", va="center"
        )
        return
    place = f"{int(panel.at_s) // 60}:{panel.at_s % 60:04.1f}"
    title = f"{panel.source} {panel.record} at {place}, p {panel.score:.3f}"
    axis.set_title(title, fontsize=8, color="#444444")
    axis.plot(TIME_S, panel.strip, color=LINE, linewidth=0.6, zorder=1)
    axis.scatter(TIME_S, panel.strip, c=panel.heat, cmap=COLOURS, vmin=0, vmax=1, s=7, zorder=2)
    seen = panel.beats_s[(panel.beats_s > TIME_S[0]) & (panel.beats_s < TIME_S[-1])]
    axis.plot(seen, [HIGHEST - 0.1] * len(seen), "|", color=MARK, markersize=6, clip_on=False)
    parts = [one.part for one in QUESTIONS if (one.label, one.net) == (label, net)]
    for number, part in enumerate(parts):
        height = SPAN_AT + SPAN_STEP * (len(parts) - 1 - number)
        spans = inside(part, panel.beats_s)
        axis.fill_between(
            TIME_S, height, height + 0.12, where=spans.tolist(), color=SPAN, linewidth=0
        )
        axis.text(1.005, height, part, transform=axis.get_yaxis_transform(), fontsize=6.5)


def without_window(cell: Cell) -> str:
    """Return why a class has no window, for the picture and the table."""
    if not cell.n_there:
        return "no window of a patient that the net has not learnt from"
    return f"none of {cell.n_asked:,} right (of patients that the net has not learnt from)"
