"""CPSC 2018 as published: TrainingSet1-3/A0001.mat with REFERENCE.csv.

Source: Liu et al., Journal of Medical Imaging and Health Informatics 8 (2018) 1368-1373.
The reference judges all nine classes of each record, also where a PhysioNet challenge
header says something else.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Patient
from ecgviewer.study.entry import Entry, entry_by_name
from ecgviewer.study.labels import CPSC_2018

REFERENCE = "REFERENCE.csv"
ORIGIN = "cpsc2018"
NAME = re.compile(r"A\d{4}")
_COLUMNS = ("First_label", "Second_label", "Third_label")
_RECORDING = "Recording"


def is_here(folder: Path) -> bool:
    """Whether this folder, or TrainingSet folders in it, hold the original MAT files."""
    if any(True for _ in folder.glob("TrainingSet*/*.mat")):
        return True
    return any(
        (folder / f"{name}.mat").is_file() and not (folder / f"{name}.hea").is_file()
        for name in read_references(folder)
    )


def entries(folder: Path) -> Iterator[Entry]:
    """Yield every MAT file; age and sex stand inside it, for whoever opens it.

    Raises EcgError without a REFERENCE.csv.
    """
    reference = read_references(folder)
    if not reference:
        raise EcgError(f"{folder.name} has no {REFERENCE}, which holds the labels of CPSC 2018.")
    paths = {path.stem: path for path in folder.glob("TrainingSet*/*.mat")}
    paths |= {path.stem: path for path in folder.glob("*.mat")}
    for name in sorted(reference.keys() | paths.keys()):
        path = paths.get(name, folder / f"{name}.mat")
        absent = "" if name in paths else f"{name}.mat is in {REFERENCE} but not in the folder."
        statements = reference.get(name, {})
        yield entry_by_name(ORIGIN, path, CPSC_2018, statements, Patient(), absent)


def read_references(folder: Path) -> dict[str, Mapping[str, float]]:
    """Return the classes of each record of every REFERENCE.csv in or just below ``folder``.

    Other tables of that name, such as CinC 2017's, are passed over.
    """
    table: dict[str, Mapping[str, float]] = {}
    for path in sorted((*folder.glob(REFERENCE), *folder.glob(f"*/{REFERENCE}"))):
        table |= read_reference(path)
    return table


def read_reference(path: Path) -> dict[str, Mapping[str, float]]:
    """Return the classes of each record of one REFERENCE.csv, none of another's table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {_RECORDING, _COLUMNS[0]} <= set(rows.fieldnames or ()):
            return {}
        return {row[_RECORDING]: _said(row) for row in rows}


def _said(row: Mapping[str, str | None]) -> Mapping[str, float]:
    said = (row.get(column) for column in _COLUMNS)
    return {x.strip(): 100.0 for x in said if x and x.strip()}
