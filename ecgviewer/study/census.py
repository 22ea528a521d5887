"""What a data set holds, what of it is left out, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.study.cache import as_microvolts
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.dataset import PTB_XL, Case, as_case, judged_cells, read_entries
from ecgviewer.study.entry import Entry
from ecgviewer.study.fingerprint import N_WORDS, Fingerprints, copies, fingerprint
from ecgviewer.study.labels import counting, vocabulary

# Two copies are compared at a rate that every data set reaches.
_COMPARED_AT_HZ = 100.0

UNUSABLE = "which cannot be used"
SILENT = "with no statement (an empty Dx, or no line in the reference)"
UNLIKELY = "with no statement of a likelihood above 0"
SET_ASIDE = "with only statements that the mapping sets aside"
UNASKED = "with no statement of one of the nine classes"
UNJUDGED = "with nothing that lets any of the nine classes be judged"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record without labels: which of the reasons above, and a sentence where it needs one."""

    name: str
    reason: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class SaidOf:
    """How often the set says what no class hears.

    set_aside: by the mapping, as "dropped" or "unknown". unlikely: of likelihood 0, where
    only likelier ones count. unasked: that no class's rule mentions.
    """

    set_aside: Mapping[str, Counter[str]] = field(default_factory=dict)
    unlikely: Counter[str] = field(default_factory=Counter)
    unasked: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, eq=False)
class Census:
    """One data set under one mapping.

    n_records: usable or not. cases: the labelled ones. vocabularies: of their statements.
    fingerprints: of the cases, where the signals were read; else None.
    """

    data_set: DataSet
    layout: str
    mapping: str
    n_records: int
    cases: tuple[Case, ...]
    left_out: tuple[LeftOut, ...]
    said: SaidOf
    vocabularies: frozenset[str]
    fingerprints: Fingerprints | None = None

    @property
    def n_here(self) -> int:
        """How many records can be used, labelled or not."""
        return self.n_records - sum(gone.reason == UNUSABLE for gone in self.left_out)

    @property
    def signals_read(self) -> bool:
        """Whether every signal was read, not the headers alone."""
        return self.fingerprints is not None

    @property
    def is_papers_ptb_xl(self) -> bool:
        """Whether the paper printed a Table 1 of this."""
        return self.layout == PTB_XL and self.mapping == "paper"


def take_census(data_set: DataSet, mapping: str, task: Task, *, read_signals: bool) -> Census:
    """Look through a data set.

    read_signals: also read every labelled record, which finds those that cannot be read
    and makes copies findable. Raises EcgError if the folder is no data set.
    """
    layout, entries = read_entries(data_set.path)
    cases: list[Case] = []
    left_out: list[LeftOut] = []
    for entry in entries:
        case = as_case(entry, judged_cells(entry, mapping))
        reason = _reason(entry, case, mapping)
        if reason:
            left_out.append(LeftOut(entry.name, reason, entry.problem))
        else:
            cases.append(replace(case, source=data_set.name))
    prints: list[Fingerprints] = []
    if read_signals:
        cases, prints, unreadable = _read(cases, task)
        left_out += unreadable
    return Census(
        data_set=data_set,
        layout=layout.title,
        mapping=mapping,
        n_records=len(entries),
        cases=tuple(cases),
        left_out=tuple(left_out),
        said=_said(entries, mapping),
        vocabularies=frozenset(entry.vocabulary for entry in entries),
        fingerprints=_together(prints) if read_signals else None,
    )


def _reason(entry: Entry, case: Case, mapping: str) -> str:
    """Return why a record is left out, "" where it is not."""
    if entry.problem:
        return UNUSABLE
    if case.judged:
        return ""
    if not entry.statements:
        return SILENT
    rules = vocabulary(mapping, entry.vocabulary)
    counted = counting(entry.statements, rules)
    if not counted:
        return UNLIKELY
    if counted <= rules.set_aside.keys():
        return SET_ASIDE
    return UNJUDGED if counted & rules.asked else UNASKED


def _read(
    cases: Sequence[Case], task: Task
) -> tuple[list[Case], list[Fingerprints], list[LeftOut]]:
    """Read every record once; whom a set's tables do not describe, the record may."""
    readable, prints, unreadable = [], [], []
    for place, case in enumerate(cases):
        task.step(place, len(cases))
        try:
            record = open_record(case.path)
            signals = as_microvolts(record, record.rate_hz)
        except EcgError as error:
            unreadable.append(LeftOut(case.name, UNUSABLE, str(error)))
            continue
        person = record.patient
        age_years = person.age_years if case.age_years is None else case.age_years
        readable.append(replace(case, age_years=age_years, sex=case.sex or person.sex))
        prints.append(fingerprint(signals, record.rate_hz))
    task.step(len(cases), len(cases))
    return readable, prints, unreadable


def _together(prints: Sequence[Fingerprints]) -> Fingerprints:
    return np.array(prints, dtype=np.uint64).reshape(-1, N_WORDS)


def _said(entries: Sequence[Entry], mapping: str) -> SaidOf:
    said = SaidOf({}, Counter(), Counter())
    set_aside: dict[str, Counter[str]] = {}
    for entry in entries:
        if entry.problem:
            continue
        rules = vocabulary(mapping, entry.vocabulary)
        counted = counting(entry.statements, rules)
        said.unlikely.update(entry.statements.keys() - counted)
        for statement in counted:
            if statement in rules.set_aside:
                kind = set_aside.setdefault(rules.set_aside[statement], Counter())
                kind[statement] += 1
            elif statement not in rules.asked:
                said.unasked[statement] += 1
    return replace(said, set_aside=set_aside)


def same_recordings(censuses: Sequence[Census]) -> list[tuple[Case, Case]]:
    """Return pairs of cases that are one recording, within a set or across sets."""
    read = [census for census in censuses if census.fingerprints is not None]
    cases = [case for census in read for case in census.cases]
    if not cases:
        return []
    prints = np.concatenate([x.fingerprints for x in read if x.fingerprints is not None])
    found = copies(prints, lambda i: _signals(cases[i].path))
    # One file may be part of two sets that were named.
    return [
        (cases[i], cases[j])
        for j, i in sorted(found.items())
        if not cases[i].path.samefile(cases[j].path)
    ]


def _signals(path: Path) -> Samples:
    return as_microvolts(open_record(path), _COMPARED_AT_HZ).astype(np.float32)
