"""A study of explanations as Markdown and CSV."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.faithfulness_table import ALL, MethodFigure, beats_random
from ecgviewer.study.map_store import Outcome
from ecgviewer.study.markdown import NOTHING, number, table

MARKDOWN_FILE, CSV_FILE = "faithfulness.md", "faithfulness.csv"
CSV_COLUMNS = ("method", "source", "class", "figure", "value", "low", "high", "n")
MAIN_COLUMNS = (
    *("Method", "Deletion", "Insertion", "Better than random", "Flipped"),
    *("Hits", "Heat inside", "Shuffled head", "Shuffled all"),
)

EXPLANATION = (
    "Deletion and insertion: mean logits while ever more of the hottest places are removed, or "
    "nothing else is left, less those of regions of the same shape elsewhere: below 0 and "
    "above 0 are good. Better than random: whether both intervals exclude 0. Flipped: removing "
    "the hottest 5 % takes the class away. Hits: the hottest place lies where the class shows "
    "(in brackets how often chance would hit). Heat inside: the share of the heat that lies "
    "there. Shuffled: rank correlation of a map with the same net's map after the weights of "
    "its last layer, and of all layers, were shuffled: a map that stays near 1 does not tell of "
    "the model. `random` and `beats` (every QRS complex) know nothing of the model."
)

Figures = Sequence[MethodFigure]


def as_markdown(model: str, outcomes: Sequence[Outcome], figures: Figures) -> str:
    """Return the tables: all maps together, then hits class by class."""
    n_maps = sum(outcome.found for outcome in outcomes)
    n_unread = sum(bool(outcome.problem) for outcome in outcomes)
    missed = len(outcomes) - n_maps - n_unread
    head = (
        f"Explanations of {model}: {n_maps} findings explained by each method; {missed} cases "
        f"that the model misses and {n_unread} unreadable ones left out. In brackets 95 % "
        "intervals by patient."
    )
    return "\n\n".join([head, _main_table(figures), EXPLANATION, _class_table(figures)])


def write_csv(path: Path, figures: Figures) -> None:
    """Write every figure in long form."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        for one in figures:
            bounds = (one.interval.value, one.interval.low, one.interval.high)
            numbers = (f"{bound:.6f}" if bound == bound else "" for bound in bounds)
            writer.writerow((one.method, one.source, one.label, one.figure, *numbers, one.n))


def find(figures: Figures, method: str, figure: str, label: str = ALL) -> MethodFigure:
    """Return a figure over all sources; NaN where no map has it."""
    for one in figures:
        if (one.method, one.figure, one.source, one.label) == (method, figure, ALL, label):
            return one
    nothing = Interval(float("nan"), float("nan"), float("nan"))
    return MethodFigure(method, ALL, label, figure, nothing, 0)


def _main_table(figures: Figures) -> str:
    return table(MAIN_COLUMNS, [_main_row(figures, method) for method in _methods(figures)])


def _main_row(figures: Figures, method: str) -> tuple[str, ...]:
    def of(figure: str) -> Interval:
        return find(figures, method, figure).interval

    return (
        method,
        with_bounds(of("deletion"), _signed),
        with_bounds(of("insertion"), _signed),
        beats_random(find(figures, method, "deletion"), find(figures, method, "insertion")),
        percent(of("flipped").value),
        f"{with_bounds(of('hit'), percent)} [{percent(of('by_chance').value)}]",
        percent(of("inside").value),
        number(of("rho_head").value, 2),
        number(of("rho_all").value, 2),
    )


def _class_table(figures: Figures) -> str:
    """Return how often each method hits, class by class, with how often chance would."""
    labels = sorted({one.label for one in figures if one.figure == "hit"} - {ALL})
    rows = [
        (
            method,
            *(percent(find(figures, method, "hit", label).interval.value) for label in labels),
        )
        for method in _methods(figures)
    ]
    if not labels:
        return "No record says where its class shows."
    any_method = _methods(figures)[0]
    chance = [
        percent(find(figures, any_method, "by_chance", label).interval.value) for label in labels
    ]
    return table(("Hits", *labels), [*rows, ("by chance", *chance)])


def _methods(figures: Figures) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.method for one in figures))


def with_bounds(values: Interval, form: Callable[[float], str]) -> str:
    """Return a figure and its interval, where it has one, in a form of numbers."""
    if values.low != values.low:
        return form(values.value)
    return f"{form(values.value)} ({form(values.low)} to {form(values.high)})"


def _signed(value: float) -> str:
    return f"{value:+.2f}" if value == value else NOTHING


def percent(value: float) -> str:
    """Return a share in per cent; a dash where it could not be had."""
    return f"{100 * value:.0f} %" if value == value else NOTHING
