"""Writes a record as tables: samples, annotations, and the facts beside them as JSON.

``NAME.csv`` has a column of seconds and one a lead with its unit in the head, "II (mV)"; a
missing sample is an empty field. Numbers have as many digits as float32 needs to come back
the same. ``NAME.annotations.csv`` and ``NAME.facts.json`` are there where there is something
to be said in them.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.io.facts import facts_of
from ecgviewer.io.writer import Written

_ROWS: Final = 1 << 15
_COLUMNS: Final = (
    *("start_sample", "stop_sample", "start_s", "stop_s"),
    *("label", "lead", "text", "annotator", "peak_sample"),
)


def write(record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:  # noqa: ARG001
    """Write ``stem``.csv and what goes beside it; see Writer."""
    samples = folder / f"{stem}.csv"
    with samples.open("w", encoding="utf-8", newline="") as file:
        heads = [f"{lead.name} ({lead.unit})" for lead in record.leads]
        csv.writer(file, lineterminator="\n").writerow(["time_s", *heads])
        for rows in _rows(record):
            file.write(rows)
    facts = folder / f"{stem}.facts.json"
    facts.write_text(json.dumps(facts_of(record), indent=1, ensure_ascii=False) + "\n", "utf-8")
    files = [facts, samples]
    if len(record.annotations):
        files.insert(0, _write_annotations(record, folder / f"{stem}.annotations.csv"))
    uncalibrated = [lead.name for lead in record.leads if not lead.calibrated]
    notes = [f"{', '.join(uncalibrated)}: that it is not calibrated is not said"]
    return Written(tuple(files), tuple(notes) if uncalibrated else ())


def _rows(record: Record) -> Iterator[str]:
    """Yield lines of the table, some thousand at a time."""
    for start in range(0, record.n_samples, _ROWS):
        stop = min(start + _ROWS, record.n_samples)
        times = _texts(np.arange(start, stop, dtype=np.float64) / record.rate_hz)
        columns = [times, *map(_texts, record.read(start, stop))]
        yield "\n".join(map(",".join, zip(*columns, strict=True))) + "\n"


def _texts(values: NDArray[np.floating]) -> list[str]:
    """Return the shortest text of each number that gives it again, "" for none."""
    texts: list[str] = values.astype(str).tolist()
    if np.isnan(values).any():
        return ["" if text == "nan" else text for text in texts]
    return texts


def _write_annotations(record: Record, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(_COLUMNS)
        for one in record.annotations:
            rows.writerow([
                one.start, one.stop, one.start / record.rate_hz, one.stop / record.rate_hz,
                one.label, one.lead or "", one.text, one.source,
                "" if one.peak is None else one.peak,
            ])  # fmt: skip
    return path
