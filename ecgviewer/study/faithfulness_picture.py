"""A study of explanations as a picture: one panel a figure, one bar a method."""

from collections.abc import Sequence
from pathlib import Path

from ecgviewer.study.control_maps import CONTROLS
from ecgviewer.study.faithfulness_report import find
from ecgviewer.study.faithfulness_table import MethodFigure

PICTURE_FILE = "faithfulness.png"
PANELS = (
    ("deletion", "Deletion: logits against random\n(below 0 is good)"),
    ("insertion", "Insertion: logits against random\n(above 0 is good)"),
    ("hit", "Hottest place lies\nwhere the class shows"),
    ("rho_all", "Likeness to maps of\nshuffled weights (0 is good)"),
)
METHOD_COLOUR, CONTROL_COLOUR, CHANCE_COLOUR = "#1F6FB2", "#9AA7B0", "#1B2126"


def draw(path: Path, model: str, figures: Sequence[MethodFigure]) -> None:
    """Write the picture as PNG."""
    # matplotlib takes a second to load; a Figure of its own leaves no global state behind.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    methods = list(dict.fromkeys(one.method for one in figures))
    picture = Figure(figsize=(11, 0.42 * len(methods) + 1.6), dpi=150, layout="constrained")
    FigureCanvasAgg(picture)
    axes = picture.subplots(1, len(PANELS), sharey=True, squeeze=False)[0]
    for axis, (figure, title) in zip(axes, PANELS, strict=True):
        for place, method in enumerate(methods):
            value = find(figures, method, figure).interval
            colour = CONTROL_COLOUR if method in CONTROLS else METHOD_COLOUR
            axis.barh(place, value.value, color=colour, height=0.6)
            if value.low == value.low:
                axis.plot([value.low, value.high], [place, place], color=CHANCE_COLOUR, lw=1.2)
        axis.axvline(0, color=CHANCE_COLOUR, lw=0.8)
        axis.set_title(title, fontsize=9)
        axis.set_yticks(range(len(methods)), methods)
        axis.tick_params(labelsize=8)
        axis.spines[["top", "right"]].set_visible(False)
    chance = find(figures, methods[0], "by_chance").interval.value
    if chance == chance:
        axes[2].axvline(chance, color=CHANCE_COLOUR, lw=0.8, ls=":")
        axes[2].text(chance, -0.45, " chance", fontsize=7, va="bottom")
    axes[0].invert_yaxis()
    picture.suptitle(f"Explanations of {model}", fontsize=10)
    picture.savefig(path)
