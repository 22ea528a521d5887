"""Which records a model may be judged on: those that it was not fitted on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ecgviewer.study.split import TEST, VALIDATION, Member, RecordKey

# Why a record takes no part, in words that follow "n records".
FITTED = "that the model was fitted on"
FITTED_ELSEWHERE = "that the model was fitted on under other names, by their signals"
REPEATED = "that are here twice"
SAME_PATIENT = "of patients that the model was fitted on"
CHOSEN_BY = "that the model was chosen by"

KNOWN_BY_SIGNALS = "records go by other names than in the model's split, which knows their signals."
FITTED_ANYWAY = "Records that the model was fitted on may be among these and flatter all figures."
CHOSEN_ON_THESE = (
    "The model's split has no test part: its thresholds were chosen on records that it is "
    "judged on here, which flatters the figures at thresholds."
)


class Labelled(Protocol):
    """A record that may judge a model."""

    @property
    def source(self) -> str:
        """The name of its data set."""
        ...

    @property
    def name(self) -> str:
        """Its own name."""
        ...

    @property
    def patient(self) -> str:
        """A key that no two people share."""
        ...

    @property
    def path(self) -> Path:
        """Where it can be read."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How each case is judged; numbers are places in the list of cases.

    by_model: the model scores them now. by_fold: they have a score from a net that was
    fitted without them, under the key. left_out: by reason. notes: sentences about it.
    """

    by_model: tuple[int, ...]
    by_fold: Mapping[int, RecordKey] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def plan(
    cases: Sequence[Labelled],
    split: Mapping[RecordKey, Member],
    scored: Mapping[RecordKey, int],
    recognised: Mapping[int, RecordKey] | None = None,
) -> Plan:
    """Decide by a model's split and its out-of-fold scores (by key) how each case is judged.

    A record that the split does not know is scored by the model unless its patient was
    fitted on. recognised: keys of cases that the split knows by their signals alone.
    """
    keys, notes = _known_keys(cases, split)
    recognised = recognised or {}
    keys = [recognised.get(index, key) for index, key in enumerate(keys)]
    reason_of = _Reasons(split)
    by_model: list[int] = []
    by_fold: dict[int, RecordKey] = {}
    left_out: dict[str, int] = defaultdict(int)
    taken: set[RecordKey] = set()
    for index, (case, key) in enumerate(zip(cases, keys, strict=True)):
        reason = "" if key in scored else reason_of(case, key, by_signals=index in recognised)
        if not reason and key in taken:
            reason = REPEATED
        if reason:
            left_out[reason] += 1
            continue
        if key in split:
            taken.add(key)
        if key in scored:
            by_fold[index] = key
        else:
            by_model.append(index)
    if any(keys[index] in split and split[keys[index]].part == VALIDATION for index in by_model):
        notes.append(CHOSEN_ON_THESE)
    if recognised:
        notes.append(f"{len(recognised):,} {KNOWN_BY_SIGNALS}")
    return Plan(tuple(by_model), by_fold, dict(left_out), tuple(notes))


def unnamed(cases: Sequence[Labelled], split: Mapping[RecordKey, Member]) -> list[int]:
    """Return which cases a split does not know by name."""
    keys, _ = _known_keys(cases, split)
    return [index for index, key in enumerate(keys) if key not in split]


class _Reasons:
    """Why a case is no judge of a model, "" where it may be one."""

    def __init__(self, split: Mapping[RecordKey, Member]) -> None:
        self._split = split
        self._has_test = any(member.part == TEST for member in split.values())
        self._fitted = {member.patient for member in split.values() if member.was_fitted}

    def __call__(self, case: Labelled, key: RecordKey, *, by_signals: bool) -> str:
        """Return the reason in words; by_signals: whether the key was found by these."""
        member = self._split.get(key, Member(*key, case.patient, TEST))
        if member.was_fitted:
            return FITTED_ELSEWHERE if by_signals else FITTED
        if {member.patient, case.patient} & self._fitted:
            return SAME_PATIENT
        if member.part == VALIDATION and self._has_test:
            return CHOSEN_BY
        return ""


def _known_keys(
    cases: Sequence[Labelled], split: Mapping[RecordKey, Member]
) -> tuple[list[RecordKey], list[str]]:
    """Return the keys under which the split may know the cases, and notes on renamed sets.

    A set may go by another name than in training: where the split knows half of a set's
    records by name under another source, they are taken to be the same.
    """
    names_of: dict[str, set[str]] = defaultdict(set)
    for source, name in split:
        names_of[source].add(name)
    unknown: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        if (case.source, case.name) not in split:
            unknown[case.source].add(case.name)
    alias: dict[str, str] = {}
    notes: list[str] = []
    for source, names in unknown.items():
        shared = {other: len(names & known) for other, known in names_of.items()}
        best = max(shared, key=lambda other: shared[other], default=source)
        if best != source and 2 * shared.get(best, 0) >= len(names):
            alias[source] = best
            notes.append(f'The model\'s split knows the records of "{source}" as "{best}".')
    keys = [_key(case, split, alias) for case in cases]
    return keys, notes


def _key(case: Labelled, split: Mapping[RecordKey, Member], alias: Mapping[str, str]) -> RecordKey:
    own = (case.source, case.name)
    return own if own in split else (alias.get(case.source, case.source), case.name)
