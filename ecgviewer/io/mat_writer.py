"""Writes a record as a MATLAB file of version 5, in fields that the reader understands.

val: float32 (n_leads, n_samples), mV or a signal's own unit, NaN where there is none. fs: Hz.
leads, units: cells of texts. age, sex, dx, start_time, comments, personal, synthetic: where
they are known. annotations: a struct of columns, samples counted from one as MATLAB does;
the k-th label is label_names{label(k)}, and so with lead, annotator and text.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from ecgviewer.core.annotation_table import AnnotationTable, Coded
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.header_facts import personal_lines
from ecgviewer.io.writer import Written

# A variable of version 5 tells its length in 32 bits, and MATLAB takes no more than this.
_MOST_BYTES: Final = 2**31 - 1
_HEADER_TEXT, _HEADER_BYTES = b"MATLAB 5.0 MAT-file, written by ecgviewer", 116
# The reader takes a file of more values for damaged.
_MOST_TEXTS: Final = 5_000


def write(record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:  # noqa: ARG001
    """Write ``stem``.mat; see Writer."""
    # scipy takes long to import.
    from scipy.io import savemat

    if len(record.leads) * record.n_samples * 4 > _MOST_BYTES:
        raise EcgError(
            f"{record.name} is too long for a MATLAB file of version 5, which holds 2 GB: "
            "convert it to WFDB."
        )
    variables: dict[str, Any] = {
        "val": record.read(0, record.n_samples),
        "fs": float(record.rate_hz),
        "leads": _cells(lead.file_name or lead.name for lead in record.leads),
        "units": _cells(lead.unit for lead in record.leads),
        **_facts(record),
    }
    table = AnnotationTable.of(record.annotations)
    notes: list[str] = []
    if len(set(table.texts.values())) > _MOST_TEXTS:
        notes.append(f"annotations have more than {_MOST_TEXTS} different texts: all left out")
        table = replace(table, texts={})
    if len(table):
        variables["annotations"] = _annotations(table)
    path = folder / f"{stem}.mat"
    savemat(path, variables, appendmat=False, format="5", oned_as="row")
    # Without the time of writing, so that the same record gives the same bytes.
    with path.open("r+b") as file:
        file.write(_HEADER_TEXT.ljust(_HEADER_BYTES))
    uncalibrated = [lead.name for lead in record.leads if not lead.calibrated]
    if uncalibrated:
        notes.append(f"{', '.join(uncalibrated)}: that it is not calibrated is not said")
    return Written((path,), tuple(notes))


def _cells(texts: Iterable[str]) -> np.ndarray:
    found = list(texts)
    cells = np.empty((1, len(found)), dtype=object)
    # An empty text would become an empty matrix of numbers.
    cells[0, :] = [text or " " for text in found]
    return cells


def _facts(record: Record) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if record.patient.age_years is not None:
        facts["age"] = float(record.patient.age_years)
    if record.patient.sex is not None:
        facts["sex"] = record.patient.sex
    if record.diagnoses:
        facts["dx"] = _cells(dx.code or dx.text for dx in record.diagnoses)
    if record.started_at is not None:
        facts["start_time"] = record.started_at.isoformat()
    if record.comments:
        facts["comments"] = _cells(record.comments)
    if record.personal:
        facts["personal"] = _cells(personal_lines(record.personal))
    if record.synthetic:
        facts["synthetic"] = "yes"
    return facts


def _annotations(table: AnnotationTable) -> dict[str, Any]:
    texts = Coded.of(table.texts.get(row, "") for row in range(len(table)))
    return {
        "start": table.start[None, :].astype(np.float64) + 1,
        "stop": table.stop[None, :].astype(np.float64) + 1,
        # NO_PEAK is -1, so that 0 stands for none.
        "peak": table.peak[None, :].astype(np.float64) + 1,
        **_coded("label", table.label),
        **_coded("lead", table.lead),
        **_coded("annotator", table.source),
        **_coded("text", texts),
    }


def _coded(name: str, column: Coded) -> dict[str, Any]:
    """Return a column as its different values and, for each row, which it is, from one."""
    values = _cells(value or "" for value in column.values)
    return {name: column.codes[None, :].astype(np.float64) + 1, f"{name}_names": values}
