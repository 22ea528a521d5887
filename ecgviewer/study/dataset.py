"""Labelled 12-lead records in the folder layouts that their publishers chose."""

import ast
import csv
import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.study.labels import (
    CPSC_NUMBERS,
    CPSC_WORDS,
    LABELS,
    LUDB,
    PTB_XL,
    SNOMED,
    judge,
    ludb_statement,
)

N_GROUPS = 5
# Folds without a published split are drawn from the record's name with this seed.
SPLIT_SEED = 2026


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled record.

    cells: 1 positive, 0 negative, NaN not judged, in the order of LABELS. patient: a key
    that no two people share (the record itself where the set gives none). group: which of
    five parts of a split by patient it belongs to.
    """

    source: str
    name: str
    path: Path
    patient: str
    group: int
    cells: tuple[float, ...]

    @property
    def judged(self) -> bool:
        """Whether any class is judged."""
        return not all(math.isnan(cell) for cell in self.cells)


def load_cases(folder: Path) -> list[Case]:
    """Return the labelled records of a data set, sorted by name.

    Knows PTB-XL, CPSC 2018 (original and challenge form), LUDB and folders of PhysioNet
    challenge records. Raises EcgError if the folder is none of these.
    """
    for is_here, cases in LAYOUTS:
        if is_here(folder):
            found = [case for case in cases(folder) if case.judged]
            return sorted(found, key=lambda case: case.name)
    raise EcgError(
        f"{folder.name} is no data set that can be trained on; PTB-XL, CPSC 2018, LUDB and "
        "PhysioNet challenge folders are."
    )


def split_group(key: str) -> int:
    """Return the part (0 to 4) of a record or patient without a published fold."""
    digest = hashlib.sha256(f"{SPLIT_SEED}:{key}".encode()).digest()
    return digest[0] % N_GROUPS


def _case(source: str, path: Path, cells: dict[str, float]) -> Case:
    key = f"{source}/{path.stem}"
    values = tuple(cells[label] for label in LABELS)
    return Case(source, path.stem, path, key, split_group(key), values)


def _ptb_xl_cases(folder: Path) -> Iterator[Case]:
    with (folder / "ptbxl_database.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = folder / f"{row['filename_hr']}.hea"
            if not path.exists():
                continue
            cells = judge(ast.literal_eval(row["scp_codes"]), PTB_XL)
            yield Case(
                source="ptb-xl",
                name=path.stem,
                path=path,
                patient=f"ptb-xl/{float(row['patient_id']):.0f}",
                # Folds 1+2, 3+4, 5+6, 7+8 and 9 (with 10, which the full set adds).
                group=(int(row["strat_fold"]) - 1) // 2,
                cells=tuple(cells[label] for label in LABELS),
            )


def _reference_cells(reference: Path) -> dict[str, dict[str, float]]:
    """Read CPSC 2018's REFERENCE.csv, which judges all nine classes of each record."""
    with reference.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ("First_label", "Second_label", "Third_label")
    table = {}
    for row in rows:
        said = {CPSC_NUMBERS[row[column]] for column in columns if row.get(column)}
        table[row["Recording"]] = {label: float(label in said) for label in LABELS}
    return table


def _cpsc_original_cases(folder: Path) -> Iterator[Case]:
    table = _reference_cells(folder / "REFERENCE.csv")
    for path in sorted(folder.glob("TrainingSet*/*.mat")):
        if path.stem in table:
            yield _case("cpsc2018", path, table[path.stem])


def _ludb_cases(folder: Path) -> Iterator[Case]:
    for path in sorted((folder / "data").glob("*.hea")):
        record = open_record(path)
        said = [ludb_statement(diagnosis.text) for diagnosis in record.diagnoses]
        yield _case("ludb", path, judge(said, LUDB))


def _challenge_cases(folder: Path) -> Iterator[Case]:
    reference = folder / "REFERENCE.csv"
    table = _reference_cells(reference) if reference.exists() else {}
    for path in sorted(folder.rglob("*.hea")):
        if path.stem in table:
            yield _case("cpsc2018", path, table[path.stem])
            continue
        cells = _challenge_cells(open_record(path))
        if cells is not None:
            yield _case(folder.name, path, cells)


def _challenge_cells(record: Record) -> dict[str, float] | None:
    """Judge a challenge header's Dx; None where it is empty, that is unlabelled."""
    codes = {diagnosis.code for diagnosis in record.diagnoses if diagnosis.code}
    if codes:
        return judge(codes, SNOMED)
    words = {diagnosis.text for diagnosis in record.diagnoses}
    if words and words <= CPSC_WORDS.keys():
        said = {CPSC_WORDS[word] for word in words}
        return {label: float(label in said) for label in LABELS}
    return None


LAYOUTS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Iterator[Case]]], ...] = (
    (lambda folder: (folder / "ptbxl_database.csv").exists(), _ptb_xl_cases),
    (lambda folder: (folder / "ludb.csv").exists(), _ludb_cases),
    (lambda folder: any(folder.glob("TrainingSet*")), _cpsc_original_cases),
    (lambda folder: next(folder.rglob("*.hea"), None) is not None, _challenge_cases),
)
