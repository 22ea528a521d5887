"""A report of agreement to take along: as text, as CSV, as JSON."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ecgviewer.review.against_truth import Accuracies
from ecgviewer.review.agreement import Agreements
from ecgviewer.review.agreement_tables import WordTable, summary_of, tables_of
from ecgviewer.review.changes_of_mind import ChangesOfMind
from ecgviewer.review.draws import Measured
from ecgviewer.review.report_of_agreement import AgreementReport

CSV_COLUMNS = ("part", "who", "class", "figure", "value", "low", "high", "n")
_TALLIES = ("agreed", "kept", "to_model", "away")


def as_text(report: AgreementReport) -> str:
    """Return sentences and aligned tables."""
    parts = ["\n".join(summary_of(report)), *map(_table_text, tables_of(report))]
    return "\n\n".join(parts)


def as_csv(report: AgreementReport) -> str:
    """Return one figure a line: CSV_COLUMNS, with "." and empty where not measurable.

    class "" means all classes taken together.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    writer.writerows(_figures(report))
    return text.getvalue()


def as_json(report: AgreementReport) -> dict[str, Any]:
    """Return all that the report holds; None where not measurable."""
    return asdict(report)


def _table_text(table: WordTable) -> str:
    lines = [table.columns, *table.rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(table.columns))]
    aligned = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
    return "\n".join([table.title, *(f"  {line}" for line in aligned), *_noted(table)])


def _noted(table: WordTable) -> list[str]:
    return [f"  {table.note}"] if table.note else []


def _figures(report: AgreementReport) -> Iterator[tuple[object, ...]]:
    together = [one for one in (report.together,) if one is not None]
    before = [one for one in (report.before,) if one is not None]
    for part, found in (
        ("readers", together),
        ("readers before the model", before),
        ("two readers", report.pairs),
        ("reader and model", report.with_model),
        ("reader before the model, and model", report.with_model_before),
    ):
        for one in found:
            yield from _agreement_figures(part, one)
    for mind in report.minds:
        yield from _mind_figures(mind)
    for by_truth in report.by_truth:
        yield from _truth_figures(by_truth)


def _agreement_figures(part: str, found: Agreements) -> Iterator[tuple[object, ...]]:
    who = " | ".join(found.raters)
    for one in (found.overall, *found.by_class):
        for name, figure in (
            ("agreed", one.agreed),
            ("prevalence", one.prevalence),
            ("kappa", one.kappa),
        ):
            yield part, who, one.label, name, *_numbers(figure)


def _truth_figures(found: Accuracies) -> Iterator[tuple[object, ...]]:
    for one in (found.overall, *found.by_class):
        for name, figure in (
            ("sensitivity", one.sensitivity),
            ("specificity", one.specificity),
            ("ppv", one.ppv),
        ):
            yield "model by the truth", found.name, one.label, name, *_numbers(figure)


def _mind_figures(mind: ChangesOfMind) -> Iterator[tuple[object, ...]]:
    part = "before and after the model"
    for name in _TALLIES:
        tally = getattr(mind, name)
        yield part, mind.reader, "", name, tally.n, "", "", mind.n_cells
        yield part, mind.reader, "", f"{name}, right", tally.n_right, "", "", tally.n_known
    for name, figure in (("right before", mind.right_before), ("right after", mind.right_after)):
        yield part, mind.reader, "", name, *_numbers(figure)


def _numbers(figure: Measured) -> tuple[object, ...]:
    values = (figure.value, figure.low, figure.high)
    return (*("" if value is None else f"{value:.6g}" for value in values), figure.n)
