"""Which records a net learns from, which choose its epoch and thresholds, which examine it.

No patient stands in two parts. Records of data sets without patients count as patients.
"""

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.dataset import Case
from ecgviewer.study.entry import SPLIT_SEED
from ecgviewer.study.split import FIT, FOLD, TEST, VALIDATION, Member

# PTB-XL recommends its folds 9 and 10, checked by people, for validation and test; of the
# nine that everybody has, 8 validates here and 9 (with 10) examines.
VALIDATION_FOLD = 8
N_TENTHS = 10
# One in so many of the patients of a cross-validation's fitting folds.
VALIDATION_SHARE = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """Places in a list of cases."""

    fit: tuple[int, ...]
    validation: tuple[int, ...] = ()
    test: tuple[int, ...] = ()

    def members(self, cases: Sequence[Case]) -> list[Member]:
        """Return the split, in the order of the cases."""
        part_of = {
            index: part
            for part, indices in ((FIT, self.fit), (VALIDATION, self.validation), (TEST, self.test))
            for index in indices
        }
        return [member(cases[index], part) for index, part in sorted(part_of.items())]


def member(case: Case, part: str) -> Member:
    """Return a case's row in a split."""
    return Member(case.source, case.name, case.patient, part)


def published_parts(cases: Sequence[Case], data_sets: Sequence[DataSet]) -> Parts:
    """Return the split of the published recipes.

    PTB-XL: folds 1 to 7, 8, 9 and 10. Other sets: eight, one and one tenth of the patients,
    drawn from their names with a fixed seed. Raises EcgError where a part would be empty.
    """
    folds = {data_set.name: _ptb_xl_folds(data_set.path) for data_set in data_sets}

    def part(case: Case) -> str:
        fold = folds.get(case.source, {}).get(case.name)
        if fold is not None:
            return _part_of_tenth(fold, VALIDATION_FOLD)
        return _part_of_tenth(1 + draw(case.patient, "tenths", N_TENTHS), N_TENTHS - 1)

    parts = _parts(cases, map(part, cases))
    if not (parts.validation and parts.test):
        raise EcgError(
            f"{len(cases)} records are too few to learn from, to choose by and to examine: "
            "add a data set."
        )
    return parts


def _part_of_tenth(tenth: int, validation: int) -> str:
    if tenth == validation:
        return VALIDATION
    return FIT if tenth < validation else TEST


def fold_parts(
    cases: Sequence[Case], folds: Sequence[str], fold: str, *, with_validation: bool
) -> Parts:
    """Return a round of training without a fold: that one examines, the others fit.

    folds: of each case. with_validation: an eighth of the others' patients choose the
    epoch.
    """

    def part(case: Case, own: str) -> str:
        if own == fold:
            return TEST
        chosen = with_validation and draw(case.patient, "validation", VALIDATION_SHARE) == 0
        return VALIDATION if chosen else FIT

    return _parts(cases, map(part, cases, folds))


def all_parts(cases: Sequence[Case]) -> Parts:
    """Return the split of a net that is fitted on everything."""
    return Parts(fit=tuple(range(len(cases))))


def groups_of(cases: Sequence[Case]) -> list[str]:
    """Return the fold of a five-fold cross-validation to which each case belongs."""
    return [str(case.group) for case in cases]


def fold_members(cases: Sequence[Case], folds: Sequence[str]) -> list[Member]:
    """Return the split of a model that was trained on every fold: each record by its own."""
    return [member(case, f"{FOLD}{fold}") for case, fold in zip(cases, folds, strict=True)]


def _parts(cases: Sequence[Case], part_of: Iterable[str]) -> Parts:
    places: dict[str, list[int]] = {FIT: [], VALIDATION: [], TEST: []}
    for index, part in enumerate(part_of):
        places[part].append(index)
    if not places[FIT]:
        raise EcgError(f"Of {len(cases)} records none is left to learn from: add a data set.")
    parts = Parts(tuple(places[FIT]), tuple(places[VALIDATION]), tuple(places[TEST]))
    refuse_shared_patients(cases, parts)
    return parts


def refuse_shared_patients(cases: Sequence[Case], parts: Parts) -> None:
    """Raise EcgError where a patient stands in two parts."""
    part_of: dict[str, str] = {}
    for item in parts.members(cases):
        other = part_of.setdefault(item.patient, item.part)
        if other != item.part:
            raise EcgError(
                f"Patient {item.patient} would be in {other} and in {item.part}: two of the data "
                "sets hold the same recordings; leave one of them out."
            )


def draw(key: str, purpose: str, n: int) -> int:
    """Return a number from 0 to n - 1 that hangs on the key and a fixed seed alone."""
    digest = hashlib.sha256(f"{SPLIT_SEED}:{purpose}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % n


def _ptb_xl_folds(folder: Path) -> dict[str, int]:
    table = folder / "ptbxl_database.csv"
    if not table.exists():
        return {}
    with table.open(encoding="utf-8", newline="") as file:
        return {
            Path(row[column]).name: int(row["strat_fold"])
            for row in csv.DictReader(file)
            for column in ("filename_hr", "filename_lr")
        }
