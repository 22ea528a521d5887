"""Weights of leads averaged over records: means, intervals, CSV and a table in words."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.study.bootstrap import Interval, interval, patient_draws
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.population import positive_in
from ecgviewer.study.weighed_records import WeighedRecord

POSITIVE, ALL = "positive", "all"
CSV_FILE = "population.csv"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LeadFigure:
    """One lead's mean weights for one label in one source.

    over: "positive" for the records that have the label, "all" for all that were weighed.
    size: mean of |weight|; signed: mean of the weight; logit units, 95 % intervals by
    patient. NaN for a lead without a say of its own, or without records.
    """

    source: str
    label: str
    over: str
    lead: str
    n_records: int
    n_patients: int
    size: Interval
    signed: Interval


def population_figures(
    cases: Sequence[Case], records: Sequence[WeighedRecord], card: ModelCard
) -> list[LeadFigure]:
    """Return the figures of every source, label and lead; records belong to the cases."""
    pairs = [(c, r) for c, r in zip(cases, records, strict=True) if not r.problem]
    figures: list[LeadFigure] = []
    for source in dict.fromkeys(case.source for case, _ in pairs):
        own = [pair for pair in pairs if pair[0].source == source]
        own_cases, own_records = [case for case, _ in own], [record for _, record in own]
        for column, label in enumerate(card.labels):
            groups = {ALL: np.ones(len(own), dtype=bool)}
            if label in LABELS:
                groups = {POSITIVE: positive_in(own_cases, label), **groups}
            for over, among in groups.items():
                chosen = [
                    record for record, wanted in zip(own_records, among, strict=True) if wanted
                ]
                figures += _figures(source, label, over, chosen, column, card.input.leads)
    return figures


def _figures(
    source: str,
    label: str,
    over: str,
    records: Sequence[WeighedRecord],
    column: int,
    leads: tuple[str, ...],
) -> list[LeadFigure]:
    patients = np.array([record.patient for record in records], dtype=str)
    values = np.array([record.values[:, column] for record in records]).reshape(-1, len(leads))
    sizes = np.array([record.magnitudes[:, column] for record in records]).reshape(values.shape)
    counts = len(records), len(set(patients))
    return [
        LeadFigure(source, label, over, lead, *counts, size, signed)
        for lead, size, signed in zip(
            leads, _means(sizes, patients), _means(values, patients), strict=True
        )
    ]


def _means(values: Floats, patients: NDArray[np.str_]) -> list[Interval]:
    """Return each column's mean over the rows that have a value, with its interval."""
    known = (~np.isnan(values)).astype(np.float64)
    filled = np.nan_to_num(values)
    draws = [
        _ratio(np.asarray(weights @ filled), np.asarray(weights @ known))
        for weights in patient_draws(patients)
    ]
    means = _ratio(filled.sum(axis=0), known.sum(axis=0))
    drawn = np.concatenate(draws)
    return [interval(float(mean), drawn[:, place]) for place, mean in enumerate(means)]


def _ratio(sums: NDArray[np.floating], counts: NDArray[np.floating]) -> Floats:
    ratio: Floats = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    return ratio


def write_csv(path: Path, figures: Sequence[LeadFigure], model: str, method: str) -> None:
    """Write every figure, a line a source, label, group and lead."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        ends = [f"{name}{end}" for name in ("mean_abs", "signed") for end in ("", "_low", "_high")]
        writer.writerow(
            ["source", "model", "method", "label", "over", "lead", "records", "patients", *ends]
        )
        for one in figures:
            numbers = [
                value
                for mean in (one.size, one.signed)
                for value in (mean.value, mean.low, mean.high)
            ]
            written = ["" if np.isnan(number) else f"{number:.5f}" for number in numbers]
            counts = [str(one.n_records), str(one.n_patients)]
            writer.writerow(
                [one.source, model, method, one.label, one.over, one.lead, *counts, *written]
            )


def as_table(figures: Sequence[LeadFigure], source: str) -> str:
    """Return a source's mean sizes over positive records as Markdown, signed means beside.

    The strongest lead of each class is set in bold.
    """
    chosen = [one for one in figures if one.source == source and one.over == POSITIVE]
    leads = [lead for lead in dict.fromkeys(one.lead for one in chosen) if _speaks(chosen, lead)]
    lines = [
        f"{source}: mean |weight| (signed mean) over records that have the class, in logits",
        "",
        "| class | records | " + " | ".join(leads) + " |",
        "| --- | --- |" + " --- |" * len(leads),
    ]
    for label in dict.fromkeys(one.label for one in chosen):
        row = {one.lead: one for one in chosen if one.label == label}
        strongest = max((row[lead].size.value for lead in leads), default=np.nan)
        cells = [_cell(row[lead], strongest) for lead in leads]
        lines.append(f"| {label} | {row[leads[0]].n_records} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _speaks(figures: Sequence[LeadFigure], lead: str) -> bool:
    return any(one.lead == lead and not np.isnan(one.size.value) for one in figures)


def _cell(one: LeadFigure, strongest: float) -> str:
    if np.isnan(one.size.value):
        return "–"
    size = f"{one.size.value:.2f}"
    size = f"**{size}**" if one.size.value == strongest else size
    return f"{size} ({one.signed.value:+.2f})"
