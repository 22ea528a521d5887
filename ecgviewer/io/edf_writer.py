"""Writes a record as an EDF+ file (EDF+C): 16-bit samples, annotations, one rate.

The samples keep their levels where these fit 16 bits. Samples that are missing get the lowest
level of their signal, which no other sample has, and an annotation that says so. Source: Kemp
and Olivan, "European data format 'plus' (EDF+)", Clinical Neurophysiology 114 (2003).
"""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.io.blocks import held
from ecgviewer.io.edf_gaps import NO_SIGNAL, gap_lists, gaps_of
from ecgviewer.io.edf_lists import fact_texts, in_records, mark_lists, record_start, timed_list
from ecgviewer.io.edf_records import Division, Range, divided, range_of
from ecgviewer.io.personal_keys import date_of, personal
from ecgviewer.io.resolution import Fit, fitted, what_is_lost
from ecgviewer.io.writer import Written
from ecgviewer.signal.leads import STANDARD_LEADS

_MONTHS: Final = (
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN"),
    *("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
)
_UNKNOWN_START: Final = "01.01.85"
_LABEL, _UNIT, _PERSON, _RECORDING = 16, 8, 80, 80
_MOST_RECORDS: Final = 99_999_999
_CHUNK_RECORDS: Final = 64
# Departures of the scale that float32 does not see.
_SMALLEST_ERROR: Final = 2.0**-23


def write(record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:  # noqa: ARG001
    """Write ``stem``.edf; see Writer."""
    record = held(record)
    fits = fitted(record, (16,))
    division = divided(record.rate_hz, record.n_samples, len(record.leads), record.name)
    ranges = _ranges(record, fits, is_filled=division.n_filled > 0)
    if division.n_records > _MOST_RECORDS:
        raise EcgError(f"{record.name} is too long for the data records of EDF.")
    labels = _labels(record.leads)
    annotations, too_many = _annotations(record, division, labels)
    path = folder / f"{stem}.edf"
    with path.open("wb") as file:
        file.write(_header(record, division, labels, ranges, len(annotations[0]) // 2))
        for first in range(0, division.n_records, _CHUNK_RECORDS):
            texts = annotations[first : first + _CHUNK_RECORDS]
            file.write(_data(record, fits, ranges, division.n_samples, first, texts))
    notes = [
        *what_is_lost(record.leads, fits),
        *_scale_notes(record, fits, ranges),
        *_other_notes(record, fits, division, labels),
    ]
    return Written((path,), (*notes, *(["not all gaps are annotated"] if too_many else [])))


def _ranges(record: Record, fits: Sequence[Fit], *, is_filled: bool) -> list[Range]:
    ranges: list[Range] = []
    for lead, fit in zip(record.leads, fits, strict=True):
        try:
            unit = lead.unit if lead.unit == "mV" else _plain(lead.unit, _UNIT)
            ranges.append(range_of(fit, unit, needs_gap=fit.has_gaps or is_filled))
        except ValueError as error:
            raise EcgError(
                f"Lead {lead.name} of {record.name} cannot be written as EDF: its {error}."
            ) from error
    return ranges


def _labels(leads: Sequence[Lead]) -> list[str]:
    """Return labels as EDF+ spells them, "ECG II"; all differ, and are of 16 plain letters."""
    labels: list[str] = []
    for lead in leads:
        name = f"ECG {lead.name}" if lead.name in STANDARD_LEADS else lead.name
        label, number = _plain(name, _LABEL), 1
        while label in labels:
            number += 1
            label = f"{_plain(name, _LABEL - len(str(number)) - 1)} {number}"
        labels.append(label)
    return labels


def _plain(text: str, length: int) -> str:
    """Return a text in letters that the header may have, cut to its field."""
    letters = unicodedata.normalize("NFKD", text.replace("µ", "u").replace("μ", "u"))
    return letters.encode("ascii", "ignore").decode()[:length].strip()


def _annotations(
    record: Record, division: Division, labels: Sequence[str]
) -> tuple[list[bytes], bool]:
    rate_hz = division.rate_hz
    moment = record.started_at
    # Onsets count from the whole second that the header gives.
    offset_s = Fraction(moment.microsecond, 10**6) if moment else Fraction(0)
    starts = [record_start(offset_s + n * division.duration_s) for n in range(division.n_records)]
    gaps, too_many = gaps_of(record)
    lists = [timed_list(offset_s, None, text) for text in fact_texts(record)]
    if division.n_filled:
        end_s = offset_s + record.n_samples / rate_hz
        lists.append(timed_list(end_s, division.n_filled / rate_hz, NO_SIGNAL))
    lists += gap_lists(gaps, labels, rate_hz, offset_s)
    lists += mark_lists(record, labels, rate_hz, offset_s)
    return in_records(lists, starts), too_many


def _header(
    record: Record,
    division: Division,
    labels: Sequence[str],
    ranges: Sequence[Range],
    annotation_samples: int,
) -> bytes:
    n_signals = len(labels) + 1
    fields = [
        *(("0", 8), (_person(record), _PERSON), (_recording(record), _RECORDING)),
        *((_day(record.started_at), 8), (_clock(record.started_at), 8)),
        *((str(256 * (n_signals + 1)), 8), ("EDF+C", 44), (str(division.n_records), 8)),
        *((division.duration_text, 8), (str(n_signals), 4)),
    ]
    columns: list[tuple[list[str], int]] = [
        ([*labels, "EDF Annotations"], _LABEL),
        ([""] * n_signals, 80),
        ([*(x.unit for x in ranges), ""], _UNIT),
        ([*(x.low_text for x in ranges), "-1"], 8),
        ([*(x.high_text for x in ranges), "1"], 8),
        ([*(str(x.low) for x in ranges), "-32768"], 8),
        ([*(str(x.high) for x in ranges), "32767"], 8),
        ([""] * n_signals, 80),
        ([*[str(division.n_samples)] * len(labels), str(annotation_samples)], 8),
        ([""] * n_signals, 32),
    ]
    fields += [(text, length) for texts, length in columns for text in texts]
    return "".join(text.ljust(length) for text, length in fields).encode("ascii")


def _data(
    record: Record,
    fits: Sequence[Fit],
    ranges: Sequence[Range],
    n_samples: int,
    first: int,
    annotations: Sequence[bytes],
) -> bytes:
    """Return some data records as bytes; samples behind the end are missing ones."""
    n_records = len(annotations)
    start = first * n_samples
    values = record.read(start, start + n_records * n_samples)
    width = len(annotations[0])
    content = np.empty((n_records, 2 * n_samples * len(fits) + width), dtype=np.uint8)
    for place, (fit, own, row) in enumerate(zip(fits, ranges, values, strict=True)):
        content[:, 2 * n_samples * place : 2 * n_samples * (place + 1)] = (
            _levels(fit, own, row).reshape(n_records, n_samples).view(np.uint8)
        )
    texts = np.frombuffer(b"".join(annotations), dtype=np.uint8)
    content[:, content.shape[1] - width :] = texts.reshape(n_records, width)
    return content.tobytes()


def _levels(fit: Fit, own: Range, row: Samples) -> np.ndarray:
    levels = np.where(np.isnan(row), own.low, fit.levels(row))
    return np.clip(levels, own.low, own.high).astype("<i2")


def _person(record: Record) -> str:
    """Return code, sex, birth date and name, blanks as "_", what is unknown as "X"."""
    birth = date_of(personal(record, "birth date"))
    born = f"{birth.day:02}-{_MONTHS[birth.month - 1]}-{birth.year:04}" if birth else "X"
    words = [
        _word(personal(record, "patient id")),
        record.patient.sex or "X",
        born,
        _word(personal(record, "name")),
    ]
    return _plain(" ".join(words), _PERSON)


def _recording(record: Record) -> str:
    moment = record.started_at
    day = f"{moment.day:02}-{_MONTHS[moment.month - 1]}-{moment.year:04}" if moment else "X"
    who = _word(personal(record, "technician") or personal(record, "physician"))
    return _plain(f"Startdate {day} X {who} X", _RECORDING)


def _word(text: str) -> str:
    return "_".join(_plain(text, _PERSON).split()) or "X"


def _day(moment: datetime | None) -> str:
    """Return the short date; the recording's field tells the century, as EDF+ has it."""
    if moment is None:
        return _UNKNOWN_START
    return f"{moment.day:02}.{moment.month:02}.{moment.year % 100:02}"


def _clock(moment: datetime | None) -> str:
    return f"{moment:%H.%M.%S}" if moment else "00.00.00"


def _scale_notes(record: Record, fits: Sequence[Fit], ranges: Sequence[Range]) -> list[str]:
    off = [
        (lead.name, own.error)
        for lead, fit, own in zip(record.leads, fits, ranges, strict=True)
        if own.error > _SMALLEST_ERROR and fit.largest_error == 0
    ]
    if not off:
        return []
    names, most = ", ".join(name for name, _ in off), max(error for _, error in off)
    return [f"{names}: amplitudes are off by at most {100 * most:.1g} %"]


def _other_notes(
    record: Record, fits: Sequence[Fit], division: Division, labels: Sequence[str]
) -> list[str]:
    notes: list[str] = []
    gaps = [lead.name for lead, fit in zip(record.leads, fits, strict=True) if fit.has_gaps]
    if gaps:
        notes.append(
            f"{', '.join(gaps)}: missing samples are at the digital minimum and annotated "
            f'"{NO_SIGNAL}"'
        )
    if division.n_filled:
        n, noun = division.n_filled, "sample" if division.n_filled == 1 else "samples"
        notes.append(
            f'{n} {noun} behind the end fill the last data record, annotated "{NO_SIGNAL}"'
        )
    if division.rate_hz != Fraction(repr(record.rate_hz)):
        notes.append(f"the rate is {float(division.rate_hz):.9g} Hz instead of {record.rate_hz!r}")
    short = [x.name for x, y in zip(record.leads, labels, strict=True) if x.name not in y]
    if short:
        notes.append(f"the names of {', '.join(short)} are shortened to plain letters")
    if any(not lead.calibrated for lead in record.leads):
        notes.append("that amplitudes are not calibrated is not said")
    if record.started_at is not None and record.started_at.tzinfo is not None:
        notes.append("the start is in its own time zone, which is not said")
    return notes
