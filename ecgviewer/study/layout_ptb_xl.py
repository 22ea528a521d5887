"""PTB-XL as published: ptbxl_database.csv beside records500/ and records100/.

Source: Wagner et al., Scientific Data 7:154 (2020).
"""

import ast
import csv
import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Patient
from ecgviewer.study.entry import Entry
from ecgviewer.study.labels import SCP
from ecgviewer.study.notes import Folders, read_notes

_Read = TypeVar("_Read")

DATABASE = "ptbxl_database.csv"
ORIGIN = "ptb-xl"
# Version 1.0.3; 1.0.1 had 21,837, of which 38 were duplicates.
N_RECORDS = 21_799
# Anybody over 89 is written as 300, so that the oldest cannot be recognised.
PUBLISHED_OVER_89 = 300.0
OVER_89_YEARS = 90.0
_NEEDED = ("patient_id", "age", "sex", "scp_codes", "strat_fold", "filename_lr", "filename_hr")
_FILES = ("filename_hr", "filename_lr")
_SEXES = {0: "M", 1: "F"}


def is_here(folder: Path) -> bool:
    """Whether this is PTB-XL's folder."""
    return (folder / DATABASE).is_file()


def entries(folder: Path) -> Iterator[Entry]:
    """Yield every row of the database; at 500 Hz where that is there, else at 100 Hz.

    Raises EcgError if the database lacks a column or a row cannot be read.
    """
    folders = Folders()
    yield from _each_row(folder, lambda row: _entry(folder, row, folders))


def read_statements(folder: Path) -> dict[str, Mapping[str, float]]:
    """Return the statements of all records by the names of both rates, e.g. "00001_hr".

    No header is read. Raises EcgError as ``entries`` does.
    """
    found: dict[str, Mapping[str, float]] = {}
    for names, statements in _each_row(folder, lambda row: (_names(row), _statements(row))):
        found |= dict.fromkeys(names, statements)
    return found


def _each_row(folder: Path, read: Callable[[Mapping[str, str]], _Read]) -> Iterator[_Read]:
    with (folder / DATABASE).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise EcgError(f"{DATABASE} has no column {missing[0]}: download it again.")
        for row in rows:
            try:
                yield read(row)
            except (ValueError, SyntaxError, TypeError) as error:
                raise EcgError(
                    f"{DATABASE}, line {rows.line_num}, cannot be read ({error}): "
                    "download it again."
                ) from error


def _names(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(Path(row[column]).name for column in _FILES)


def _statements(row: Mapping[str, str]) -> dict[str, float]:
    return {code: float(x) for code, x in ast.literal_eval(row["scp_codes"]).items()}


def _entry(folder: Path, row: Mapping[str, str], folders: Folders) -> Entry:
    path, problem = _record(folder, row, folders)
    return Entry(
        origin=ORIGIN,
        name=path.stem,
        path=path,
        patient=f"{ORIGIN}/{float(row['patient_id']):.0f}",
        # Folds 1+2, 3+4, 5+6, 7+8 and 9 (with 10, which only the full set has).
        group=(int(row["strat_fold"]) - 1) // 2,
        vocabulary=SCP,
        statements=_statements(row),
        person=_person(row),
        problem=problem,
    )


def _record(folder: Path, row: Mapping[str, str], folders: Folders) -> tuple[Path, str]:
    """Return the record's header and what is wrong with it."""
    places = [folder / f"{row[column]}.hea" for column in _FILES]
    for path in places:
        if folders.holds(path.parent, path.name):
            return path, read_notes(path, folders).problem
    return places[0], f"{places[0].stem} is in the database but its files are not in the folder."


def _person(row: Mapping[str, str]) -> Patient:
    age_years = float(row["age"]) if row["age"] else math.nan
    if age_years == PUBLISHED_OVER_89:
        age_years = OVER_89_YEARS
    sex = _SEXES.get(int(float(row["sex"]))) if row["sex"] else None
    return Patient(None if math.isnan(age_years) else age_years, sex)
