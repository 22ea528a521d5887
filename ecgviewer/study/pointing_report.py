"""Where maps of windows around beats point, as Markdown, CSV and a picture."""

from collections.abc import Sequence
from pathlib import Path

from ecgviewer.study.beat_parts import PARTS
from ecgviewer.study.faithfulness_picture import PICTURE_FILE, Panel, draw
from ecgviewer.study.faithfulness_report import (
    CSV_FILE,
    MARKDOWN_FILE,
    find,
    percent,
    with_bounds,
    write_csv,
)
from ecgviewer.study.faithfulness_table import MethodFigure
from ecgviewer.study.map_store import Outcome
from ecgviewer.study.markdown import table

Figures = Sequence[MethodFigure]

EXPLANATION = (
    "Hottest place: how often it lies in the part that is named (the pointing game). Heat inside: "
    "the share of a map's mass there. By chance: the part's share of the window. In brackets 95 % "
    "intervals by patient. `random` is noise; `middle` knows that a window stands around its beat, "
    "and nothing else: above it no map can be."
)


def as_markdown(model: str, outcomes: Sequence[Outcome], figures: Figures) -> str:
    """Return both tables, and what their words mean."""
    questions = _questions(outcomes)
    counts = ", ".join(
        f"{label} {len(of)} of {len({one.subject.patient for one in of})} patients"
        for label in questions
        for of in [[one for one in outcomes if one.subject.label == label]]
    )
    head = (
        f"Explanations of {model}, of windows that it gets right, of patients that it has not "
        f"learnt from: {counts}."
    )
    parts = {label.split(": ")[1] for label in questions}
    spans = "; ".join(
        f"{name} {PARTS[name].whose} {PARTS[name].start_s:+.2f} to {PARTS[name].stop_s:+.2f} s"
        for name in sorted(parts)
    )
    tables = [
        _table("Hottest place", "hit", questions, figures),
        _table("Heat inside", "inside", questions, figures),
    ]
    return "\n\n".join([head, *tables, EXPLANATION, f"Around marked R peaks: {spans}."])


def write(folder: Path, model: str, outcomes: Sequence[Outcome], figures: Figures) -> None:
    """Write faithfulness.md, .csv and .png."""
    text = as_markdown(model, outcomes, figures)
    (folder / MARKDOWN_FILE).write_text(text + "\n", encoding="utf-8")
    write_csv(folder / CSV_FILE, figures)
    panels = [
        Panel("hit", f"{label}:\nhottest place", label, "by_chance")
        for label in _questions(outcomes)
    ]
    draw(folder / PICTURE_FILE, model, figures, panels)


def _questions(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.subject.label for one in outcomes))


def _table(name: str, figure: str, questions: Sequence[str], figures: Figures) -> str:
    methods = tuple(dict.fromkeys(one.method for one in figures))

    def row(words: str, method: str, of: str) -> tuple[str, ...]:
        return (
            words,
            *(
                with_bounds(find(figures, method, of, label).interval, percent)
                for label in questions
            ),
        )

    chance = [
        percent(find(figures, methods[0], "by_chance", label).interval.value) for label in questions
    ]
    rows = [row(method, method, figure) for method in methods]
    return table((name, *questions), [*rows, ("by chance", *chance)])
