"""The paper's eight observations as Markdown and CSV."""

import csv
from pathlib import Path

from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_parts import PARTS
from ecgviewer.study.figure3 import METHOD_OF, Figure3
from ecgviewer.study.figure3_picture import without_window
from ecgviewer.study.markdown import table, with_interval
from ecgviewer.study.observations import NETS, PASS, UNKNOWN, Answer, verdict_of

MARKDOWN_FILE, CSV_FILE = "figure3.md", "figure3.csv"
CSV_COLUMNS = (
    *("observation", "class", "net", "model", "method", "part"),
    *("mass_by_length", "low", "high", "windows", "patients", "verdict"),
)
COLUMNS = ("Observation", "Net", "Looks at", "Density", "Windows", "Patients", "Verdict")

EXPLANATION = (
    "Density: a part's share of the map's mass by its share of the window, the mean of the "
    "class's surest right windows, with a 95 % interval by patient and window; 1 would be no "
    "denser than elsewhere, and what passes has its whole interval above 1. An observation "
    "passes where all of its lines do. Of one patient an interval says nothing of others."
)


def as_markdown(figure: Figure3) -> str:
    """Return the table, what became of each observation, and what its words mean."""
    rows = [_row(one) for one in figure.answers]
    return "\n\n".join(
        [table(COLUMNS, rows), _verdicts(figure), EXPLANATION, _spans(), *_absent(figure)]
    )


def write_csv(path: Path, figure: Figure3) -> None:
    """Write a line a question."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        for one in figure.answers:
            asked, ratio = one.question, one.ratio
            bounds = (ratio.value, ratio.low, ratio.high)
            numbers = [f"{value:.6f}" if value == value else "" for value in bounds]
            names = (asked.net, figure.names[asked.net], METHOD_OF[asked.net], asked.part)
            counts = (one.n_windows, one.n_patients)
            writer.writerow((asked.number, asked.label, *names, *numbers, *counts, one.verdict))


def _row(one: Answer) -> tuple[str, ...]:
    asked = one.question
    return (
        f"{asked.number} {asked.label}",
        asked.net,
        asked.part,
        with_interval(one.ratio, 2),
        str(one.n_windows),
        str(one.n_patients),
        one.verdict,
    )


def _verdicts(figure: Figure3) -> str:
    numbers = dict.fromkeys(one.question.number for one in figure.answers)
    verdicts = [
        verdict_of([one for one in figure.answers if one.question.number == number])
        for number in numbers
    ]
    told = ", ".join(f"{n} {verdict}" for n, verdict in zip(numbers, verdicts, strict=True))
    unknown = verdicts.count(UNKNOWN)
    judged = f"{verdicts.count(PASS)} of {len(verdicts) - unknown} observations pass"
    return f"{judged}: {told}."


def _spans() -> str:
    told = [
        f"{name} {part.whose} {part.start_s:+.2f} to {part.stop_s:+.2f} s"
        for name, part in PARTS.items()
    ]
    return f"Parts, around the R peaks of marked beats: {'; '.join(told)}."


def _absent(figure: Figure3) -> list[str]:
    told = [
        f"{label}, {net}: {without_window(figure.cells[label, net])}."
        for label in BEAT_LABELS
        for net in NETS
        if figure.cells[label, net].panel is None
    ]
    return ["\n".join(f"- {line}" for line in told)] if told else []
