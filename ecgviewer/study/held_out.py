"""Which records a model may be judged on: those that it was not fitted on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ecgviewer.study.dataset import Case
from ecgviewer.study.split import FIT, FOLD, TEST, VALIDATION, Member, RecordKey

# Why a record takes no part, in words that follow "n records".
FITTED = "that the model was fitted on"
SAME_PATIENT = "of patients that the model was fitted on"
CHOSEN_BY = "that the model was chosen by"


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
    cases: Sequence[Case],
    split: Mapping[RecordKey, Member],
    scored: Mapping[RecordKey, int],
) -> Plan:
    """Decide by a model's split and its out-of-fold scores (by key) how each case is judged.

    A record that the split does not know is scored by the model unless its patient was
    fitted on.
    """
    keys, notes = _known_keys(cases, split)
    parts = {member.part for member in split.values()}
    fitted_patients = {member.patient for member in split.values() if _was_fitted(member.part)}
    by_model: list[int] = []
    by_fold: dict[int, RecordKey] = {}
    left_out: dict[str, int] = defaultdict(int)
    for index, (case, key) in enumerate(zip(cases, keys, strict=True)):
        if key in scored:
            by_fold[index] = key
            continue
        member = split.get(key, Member(*key, case.patient, TEST))
        reason = _reason(member, parts, fitted_patients)
        if reason:
            left_out[reason] += 1
        else:
            by_model.append(index)
    if any(keys[index] in split and split[keys[index]].part == VALIDATION for index in by_model):
        notes.append(
            "The model's split has no test part: its thresholds were chosen on records that it "
            "is judged on here, which flatters the figures at thresholds."
        )
    return Plan(tuple(by_model), by_fold, dict(left_out), tuple(notes))


def _reason(member: Member, parts: set[str], fitted_patients: set[str]) -> str:
    if _was_fitted(member.part):
        return FITTED
    if member.patient in fitted_patients:
        return SAME_PATIENT
    if member.part == VALIDATION and TEST in parts:
        return CHOSEN_BY
    return ""


def _was_fitted(part: str) -> bool:
    # Of a cross-validated model every fold was fitted on in the end.
    return part == FIT or part.startswith(FOLD)


def _known_keys(
    cases: Sequence[Case], split: Mapping[RecordKey, Member]
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


def _key(case: Case, split: Mapping[RecordKey, Member], alias: Mapping[str, str]) -> RecordKey:
    own = (case.source, case.name)
    return own if own in split else (alias.get(case.source, case.source), case.name)
