"""Recordings of which one rhythm or one shape of beats is stated, and no single beat.

CinC 2017's normal and fibrillating records, and 12-lead records whose statements say
what each of their beats is. SBR and SVTA hardly occur in the long databases.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.study import layout_cinc2017 as cinc
from ecgviewer.study.dataset import judged_cells, read_entries
from ecgviewer.study.entry import Entry

_OF_LETTER = {cinc.NORMAL: "N", cinc.FIBRILLATION: "AFIB"}
# SCP-ECG statements of PTB-XL, SNOMED CT codes of the challenges, sentences of LUDB.
_SLOW = frozenset({"SBRAD", "426177001", "sinus bradycardia"})
_FAST = frozenset({"SVTAC", "PSVT", "426761007", "713422000", "67198005"})
# A record's first class of these counts: what a beat looks like before the rhythm.
_OF_CELL = {"LBBB": "LBBB", "RBBB": "RBBB", "AF": "AFIB"}
_BEATS_APART = ("PAC", "PVC")


@dataclass(frozen=True, slots=True)
class StatedRecord:
    """A record all of whose beats are of one class. origin: the published set."""

    path: Path
    origin: str
    patient: str
    label: str


def stated_records(folder: Path) -> Iterator[StatedRecord]:
    """Yield the records that state one of the eight classes, sorted by name.

    Raises EcgError if the folder is no data set.
    """
    if cinc.is_here(folder):
        letters = cinc.read_letters(folder)
        for path in sorted(folder.rglob("*.hea")):
            label = _OF_LETTER.get(letters.get(path.stem, ""), "")
            if label:
                yield StatedRecord(path, cinc.ORIGIN, f"{cinc.ORIGIN}/{path.stem}", label)
        return
    for entry in read_entries(folder)[1]:
        label = "" if entry.problem else _label(entry)
        if label:
            yield StatedRecord(entry.path, entry.origin, entry.patient, label)


def _label(entry: Entry) -> str:
    """Return the class of every beat of a record, "" where beats may differ."""
    cells = judged_cells(entry, "clinical")
    if any(cells[label] != 0 for label in _BEATS_APART) or any(
        math.isnan(cells[label]) for label in _OF_CELL
    ):
        return ""
    for name, label in _OF_CELL.items():
        if cells[name] == 1:
            return label
    if entry.statements.keys() & _SLOW:
        return "SBR"
    if entry.statements.keys() & _FAST:
        return "SVTA"
    return "N" if cells["SNR"] == 1 else ""
