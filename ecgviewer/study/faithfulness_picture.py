"""A study of explanations as a picture: one panel a figure, one bar a method."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.study.control_maps import BEATS, MIDDLE, RANDOM
from ecgviewer.study.faithfulness_report import find
from ecgviewer.study.faithfulness_table import ALL, MethodFigure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PICTURE_FILE = "faithfulness.png"


@dataclass(frozen=True, slots=True)
class Panel:
    """A figure over the maps of a class (of all by default); chance: what it would be by chance."""

    figure: str
    title: str
    label: str = ALL
    chance: str = ""


PANELS = (
    Panel("deletion", "Deletion: logits against random\n(below 0 is good)"),
    Panel("insertion", "Insertion: logits against random\n(above 0 is good)"),
    Panel("hit", "Hottest place lies\nwhere the class shows", chance="by_chance"),
    Panel("rho_all", "Likeness to maps of\nshuffled weights (0 is good)"),
)
CONTROLS = (RANDOM, BEATS, MIDDLE)
METHOD_COLOUR, CONTROL_COLOUR, CHANCE_COLOUR = "#1F6FB2", "#9AA7B0", "#1B2126"


def draw(
    path: Path, model: str, figures: Sequence[MethodFigure], panels: Sequence[Panel] = PANELS
) -> None:
    """Write the picture as PNG."""
    # matplotlib takes a second to load; a Figure of its own leaves no global state behind.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    methods = list(dict.fromkeys(one.method for one in figures))
    size = (2.75 * len(panels), 0.42 * len(methods) + 1.6)
    picture = Figure(figsize=size, dpi=150, layout="constrained")
    FigureCanvasAgg(picture)
    axes = picture.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    for axis, panel in zip(axes, panels, strict=True):
        _draw_panel(axis, panel, figures, methods)
    axes[0].invert_yaxis()
    picture.suptitle(f"Explanations of {model}", fontsize=10)
    picture.savefig(path)


def _draw_panel(
    axis: "Axes", panel: Panel, figures: Sequence[MethodFigure], methods: Sequence[str]
) -> None:
    for place, method in enumerate(methods):
        value = find(figures, method, panel.figure, panel.label).interval
        colour = CONTROL_COLOUR if method in CONTROLS else METHOD_COLOUR
        axis.barh(place, value.value, color=colour, height=0.6)
        if value.low == value.low:
            axis.plot([value.low, value.high], [place, place], color=CHANCE_COLOUR, lw=1.2)
    axis.axvline(0, color=CHANCE_COLOUR, lw=0.8)
    axis.set_title(panel.title, fontsize=9)
    axis.set_yticks(range(len(methods)), methods)
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    if not panel.chance:
        return
    chance = find(figures, methods[0], panel.chance, panel.label).interval.value
    if chance == chance:
        axis.axvline(chance, color=CHANCE_COLOUR, lw=0.8, ls=":")
        axis.text(chance, -0.45, " chance", fontsize=7, va="bottom")
