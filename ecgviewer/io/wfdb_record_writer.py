"""Writes a record as WFDB: header, signal file, and an annotation file for each annotator.

The samples keep their file's own levels where these are known or can be found: gain and
baseline of each lead stand in the header. Source: WFDB Applications Guide, header(5),
signal(5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np

from ecgviewer.core.record import Diagnosis, Lead, Record
from ecgviewer.io.blocks import blocks, held
from ecgviewer.io.header_facts import AGE_OVER_89, personal_lines
from ecgviewer.io.resolution import Fit, fitted, what_is_lost
from ecgviewer.io.wfdb_annotation_layers import annotation_files
from ecgviewer.io.wfdb_header import DEFAULT_GAIN
from ecgviewer.io.wfdb_writer import BITS, SignalFormat, checksum, packed
from ecgviewer.io.writer import Written

_WIDTHS: Final[tuple[SignalFormat, ...]] = (16, 24, 32)
# Spellings that a header reads as facts of its own.
_LISTED = "<diagnoses>:"


def write(record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:  # noqa: ARG001
    """Write ``stem``.hea, ``stem``.dat and its annotation files; see Writer."""
    record = held(record)
    fits = fitted(record, _WIDTHS)
    signal_format = next(x for x in _WIDTHS if all(fit.fits(BITS[x]) for fit in fits))
    signals = folder / f"{stem}.dat"
    sums = _write_signals(signals, record, fits, signal_format)
    marks, notes = annotation_files(record, folder, stem)
    for path, content in marks.items():
        path.write_bytes(content)
    header = folder / f"{stem}.hea"
    lines = [
        _first_line(record, stem),
        *_signal_lines(record, fits, sums, signals.name, signal_format),
        *(f"# {line}" for line in comment_lines(record)),
    ]
    header.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
    notes = (*what_is_lost(record.leads, fits), *notes, *_other_notes(record, fits))
    return Written((signals, *marks, header), notes)


@dataclass(slots=True)
class _Sum:
    """A lead's first level and the sum of all."""

    first: int = 0
    total: int = 0


def _write_signals(
    path: Path, record: Record, fits: Sequence[Fit], signal_format: SignalFormat
) -> list[_Sum]:
    invalid = -(2 ** (BITS[signal_format] - 1))
    sums = [_Sum() for _ in fits]
    is_first = True
    with path.open("wb") as file:
        for block in blocks(record):
            levels = np.stack([fit.levels(row) for fit, row in zip(fits, block, strict=True)])
            levels[np.isnan(block)] = invalid
            for total, row in zip(sums, levels, strict=True):
                total.first = int(row[0]) if is_first else total.first
                total.total += int(row.sum())
            is_first = False
            file.write(packed(levels, signal_format))
    return sums


def _first_line(record: Record, stem: str) -> str:
    words = [stem, str(len(record.leads)), number(record.rate_hz), str(record.n_samples)]
    if record.started_at is not None:
        words += [
            _clock(record.started_at),
            f"{record.started_at:%d/%m}/{record.started_at.year:04}",
        ]
    return " ".join(words)


def _clock(moment: datetime) -> str:
    fraction = f".{moment.microsecond:06}".rstrip("0") if moment.microsecond else ""
    return f"{moment:%H:%M:%S}{fraction}"


def number(value: float) -> str:
    """Return a number with all its digits, whole ones without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _signal_lines(
    record: Record,
    fits: Sequence[Fit],
    sums: Sequence[_Sum],
    file_name: str,
    signal_format: SignalFormat,
) -> list[str]:
    bits = BITS[signal_format]
    lines: list[str] = []
    for lead, fit, told in zip(record.leads, fits, sums, strict=True):
        gain = "0" if _keeps_no_gain(lead, fit) else number(fit.resolution.levels_per_unit)
        # A unit is one word, and a name ends with its line.
        unit = "_".join(lead.unit.split()) or "NU"
        name = " ".join((lead.file_name or lead.name).split())
        lines.append(
            f"{file_name} {signal_format} {gain}({fit.resolution.baseline})/{unit} {bits} 0 "
            f"{told.first} {checksum(told.total)} 0 {name}"
        )
    return lines


def _keeps_no_gain(lead: Lead, fit: Fit) -> bool:
    # A gain of 0 says "not calibrated", and is read as the default.
    return not lead.calibrated and fit.resolution.levels_per_unit == DEFAULT_GAIN


def comment_lines(record: Record) -> list[str]:
    """Return a record's facts as lines of a header that ``read_facts`` understands."""
    lines: list[str] = []
    age, sex = record.patient.age_years, record.patient.sex
    if age is not None and AGE_OVER_89 not in record.comments:
        lines.append(f"Age: {number(age)}")
    if sex is not None:
        lines.append(f"Sex: {sex}")
    lines += personal_lines(record.personal)
    if record.synthetic:
        lines.append("Synthetic: yes")
    codes = [dx.code for dx in record.diagnoses]
    if codes and all(codes):
        lines.append(f"Dx: {','.join(codes)}")
    lines += [" ".join(comment.split()) for comment in record.comments]
    if codes and not all(codes):
        lines += [_LISTED, *map(_statement, record.diagnoses)]
    return lines


def _statement(diagnosis: Diagnosis) -> str:
    return diagnosis.code or " ".join(diagnosis.text.split())


def _other_notes(record: Record, fits: Sequence[Fit]) -> list[str]:
    notes: list[str] = []
    for lead, fit in zip(record.leads, fits, strict=True):
        if not lead.calibrated and not _keeps_no_gain(lead, fit):
            notes.append(f"{lead.name}: that it is not calibrated is not said")
    if record.started_at is not None and record.started_at.tzinfo is not None:
        notes.append("the start is in its own time zone, which is not said")
    return notes
