"""Labelled records with what readers corrected in place of what their data set says."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.task import Task
from ecgviewer.study.cache import Cache
from ecgviewer.study.cards import numbered
from ecgviewer.study.dataset import Case, split_group
from ecgviewer.study.known_again import elsewhere, known_again
from ecgviewer.study.labels import LABELS, NOT_JUDGED
from ecgviewer.study.reviews import ReviewedRecord, Reviews

SOURCE: Final = "reviews"
# The class that means "none of the others".
_NONE_ELSE: Final = LABELS.index("SNR")

CaseKey = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Corrected:
    """Cases with corrected cells, and what became of the reviews.

    by_key: the labels that were given, by source and name. overridden: cells that a data set
    had otherwise. added: records that are in no data set. not_found: those that are nowhere.
    """

    cases: tuple[Case, ...]
    reviews: Reviews
    by_key: Mapping[CaseKey, ReviewedRecord]
    overridden: int
    n_changed: int
    added: int
    not_found: int

    @property
    def matched(self) -> int:
        """How many reviewed records are in the data sets."""
        return len({record.record_id for record in self.by_key.values()}) - self.added

    def facts(self) -> dict[str, Any]:
        """Return what a card tells: numbers and hashes, no names."""
        return {
            "records": self.matched + self.added,
            "readers": self.reviews.n_readers,
            "cells_overridden": self.overridden,
            "records_added": self.added,
            "records_not_found": self.not_found,
            "sha256": list(self.reviews.sha256),
        }

    def for_a_card(self) -> str:
        """Return in a sentence whose word some labels rest on."""
        records = numbered(self.matched + self.added, "recording")
        readers = numbered(self.reviews.n_readers, "reader")
        return f"Labels of {records} are as {readers} stated them in reviews."

    def in_words(self) -> str:
        """Return the same for the person who trains."""
        return (
            f"Reviews of {numbered(len(self.reviews.records), 'record')}: {self.matched} found in "
            f"the data sets, {self.n_changed} of them with other labels now "
            f"({numbered(self.overridden, 'cell')}); {self.added} added; "
            f"{self.not_found} not found."
        )


def corrected(
    cases: Sequence[Case], reviews: Reviews, folders: Sequence[Path], task: Task
) -> Corrected:
    """Return the cases with the reviews' labels; those that nobody judges are left out.

    cases: of all data sets, unjudged ones too, so that a reviewed record keeps its patient.
    folders: where else records may lie.
    """
    by_id = {record.record_id: record for record in reviews.records if _labels(record)}
    paths = {(case.source, case.name): case.path for case in cases}
    places = known_again([*by_id.values()], paths, task)
    by_key = {key: by_id[found] for found, keys in places.items() for key in keys}
    missing = [record for key, record in by_id.items() if key not in places]
    lying = elsewhere(missing, folders, set(paths.values()), task)
    added = {key: _added(by_id[key], path) for key, path in sorted(lying.items())}
    known = [_corrected(case, by_key) for case in cases]
    differing = [_n_differing(*pair) for pair in zip(cases, known, strict=True) if pair[0].judged]
    return Corrected(
        cases=tuple(case for case in (*known, *added.values()) if case.judged),
        reviews=reviews,
        by_key=by_key | {(case.source, case.name): by_id[key] for key, case in added.items()},
        overridden=sum(differing),
        n_changed=sum(map(bool, differing)),
        added=len(added),
        not_found=len(missing) - len(added),
    )


def through_copies(cache: Cache, made: Corrected) -> Cache:
    """Return a cache without copies in which corrections of a copy hold for what stayed."""
    given = {
        (skipped.same_as.source, skipped.same_as.name): made.by_key[key]
        for skipped in cache.skipped
        if skipped.same_as is not None
        and (key := (skipped.case.source, skipped.case.name)) in made.by_key
    }
    return replace(cache, cases=tuple(_corrected(case, given) for case in cache.cases))


def corrected_cells(cells: Sequence[float], labels: Mapping[str, int | None]) -> tuple[float, ...]:
    """Return a record's cells as readers have them.

    What they are unsure of or differ in is not judged. SNR means none of the other eight:
    one of these stated takes SNR back, and SNR stated takes them back, unless readers say so
    themselves.
    """
    found = list(cells)
    for place, label in enumerate(LABELS):
        if label in labels:
            value = labels[label]
            found[place] = NOT_JUDGED if value is None else float(value)
    others = [place for place in range(len(LABELS)) if place != _NONE_ELSE]
    if "SNR" not in labels and any(labels.get(LABELS[place]) == 1 for place in others):
        found[_NONE_ELSE] = 0.0
    if labels.get("SNR") == 1:
        for place in others:
            if LABELS[place] not in labels and found[place] == 1:
                found[place] = 0.0
    return tuple(found)


def _labels(record: ReviewedRecord) -> dict[str, int | None]:
    return {label: record.labels[label] for label in LABELS if label in record.labels}


def _corrected(case: Case, by_key: Mapping[CaseKey, ReviewedRecord]) -> Case:
    record = by_key.get((case.source, case.name))
    if record is None:
        return case
    return replace(case, cells=corrected_cells(case.cells, _labels(record)))


def _added(record: ReviewedRecord, path: Path) -> Case:
    """Return the case of a record that no data set holds: a patient of its own."""
    patient = f"{SOURCE}/{record.record_id}"
    unknown = (NOT_JUDGED,) * len(LABELS)
    return Case(
        source=SOURCE,
        # Its content, because two folders may call different records alike.
        name=record.record_id[:16],
        path=path,
        patient=patient,
        group=split_group(patient),
        cells=corrected_cells(unknown, _labels(record)),
    )


def _n_differing(before: Case, now: Case) -> int:
    pairs = zip(before.cells, now.cells, strict=True)
    return sum(not (a == b or (math.isnan(a) and math.isnan(b))) for a, b in pairs)
