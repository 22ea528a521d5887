"""What a MAT file says of its signal: rate, lead names, units, patient, beats."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.mat_layouts import Layout, read_vector
from ecgviewer.io.mat_tree import Struct, Value

_RATE_NAMES: tuple[str, ...] = (
    "fs",
    "fshz",
    "hz",
    "sf",
    "sfreq",
    "srate",
    "samplingrate",
    "samplerate",
)
_RATE_NAMES += ("samplingfrequency", "samplefrequency", "samplingfreq", "samplefreq", "freq")
_RATE_NAMES += ("frequency", "rate", "ratehz", "fsample", "samplingratehz", "samplespersecond")
_INTERVAL_NAMES = ("dt", "ts", "samplinginterval", "sampleinterval", "samplingperiod")
_TIME_NAMES = ("t", "tm", "time", "times", "timevector", "timestamps")
_LEAD_NAMES: tuple[str, ...] = (
    "leads",
    "lead",
    "leadnames",
    "leadname",
    "labels",
    "label",
    "channels",
    "channel",
)
_LEAD_NAMES += ("channelnames", "chanlabels", "signame", "signames", "siglabels", "signallabels")
_LEAD_NAMES += ("names", "description", "desc", "columns")
_UNIT_NAMES = ("units", "unit", "physunit", "physunits")
_GAIN_NAMES = ("gain", "gains", "adcgain", "adcgains")
_BASELINE_NAMES = ("baseline", "baselines", "base", "bases", "adczero")
_BEAT_NAMES = ("rpeaks", "rpeak", "rpeakindex", "rpeakindices", "qrs", "qrsi", "qrsindex", "beats")
_DIAGNOSIS_NAMES = ("dx", "diagnosis", "diagnoses", "diagnose", "snomed")
# Cells of whole lines.
_LINES_NAMES = ("comments", "personal")
_START_NAME = "starttime"
_RATE_RANGE_HZ = (0.1, 1e5)
_MAX_BEATS = 2_000_000
_MAX_COMMENT = 200


def rate_hz(layout: Layout) -> float | None:
    """Return the sampling rate that the file gives, by a number or by its time vector."""
    fields = layout.fields
    for names, invert in ((_RATE_NAMES, False), (_INTERVAL_NAMES, True)):
        for name in names:
            value = _number(fields.get(name))
            if value is not None and value != 0:
                return _plausible_rate(1 / value if invert else value)
    return _rate_of_times(layout)


def _plausible_rate(value: float) -> float | None:
    low, high = _RATE_RANGE_HZ
    return value if low <= value <= high else None


def _rate_of_times(layout: Layout) -> float | None:
    """Return the rate of a vector of seconds as long as the signal."""
    for name in _TIME_NAMES:
        times = layout.fields.get(name)
        if times is None or isinstance(times, (str, tuple, dict)):
            continue
        n = max(times.rows, times.columns)
        if n != layout.n_samples or min(times.rows, times.columns) != 1:
            continue
        first, last = (float(read_vector(times, i, i + 1)[0]) for i in (0, n - 1))
        if last > first:
            return _plausible_rate((n - 1) / (last - first))
    return None


def lead_names(layout: Layout) -> tuple[str, ...] | None:
    """Return the leads' names that the file gives, None where it gives none that fit."""
    if layout.leads is not None:
        return layout.leads
    for name in _LEAD_NAMES:
        names = _texts(layout.fields.get(name))
        if len(names) == layout.n_leads and all(names):
            return names
    return None


def unit_names(layout: Layout) -> tuple[str, ...] | None:
    """Return one unit a lead, None where the file gives none that fit."""
    for name in _UNIT_NAMES:
        units = _texts(layout.fields.get(name))
        if len(units) == 1:
            return units * layout.n_leads
        if len(units) == layout.n_leads and all(units):
            return units
    return None


def gains(layout: Layout) -> NDArray[np.float64] | None:
    """Return float64 (n_leads,), file units per unit, None where none are given."""
    found = _a_number_a_lead(layout, _GAIN_NAMES)
    return found if found is not None and bool(np.all(found > 0)) else None


def baselines(layout: Layout) -> NDArray[np.float64] | None:
    """Return float64 (n_leads,), file units at zero, None where none are given."""
    return _a_number_a_lead(layout, _BASELINE_NAMES)


def _a_number_a_lead(layout: Layout, names: Sequence[str]) -> NDArray[np.float64] | None:
    for name in names:
        values = numbers_in(layout.fields.get(name), layout.n_leads)
        if len(values) in (1, layout.n_leads) and bool(np.all(np.isfinite(values))):
            return np.broadcast_to(values, (layout.n_leads,)).astype(np.float64)
    return None


def beats(layout: Layout) -> tuple[Annotation, ...]:
    """Return the R peaks that the file marks; MATLAB counts samples from one."""
    for name in _BEAT_NAMES:
        if marks := beats_of(layout.fields, name, layout.n_samples):
            return marks
    return ()


def beats_of(fields: Struct, name: str, n_samples: int) -> tuple[Annotation, ...]:
    """Return the R peaks of one field; those outside the record are left out."""
    places = numbers_in(fields.get(name), _MAX_BEATS)
    inside = places[(places >= 1) & (places <= n_samples)].astype(int)
    return tuple(Annotation(int(p) - 1, int(p) - 1, "R", source=name) for p in inside)


def comment_lines(fields: Struct) -> list[str]:
    """Return age, sex, diagnoses and other short texts, spelled as in a WFDB header."""
    lines: list[str] = []
    statements: list[str] = []
    for name, value in fields.items():
        if name in (*_LEAD_NAMES, *_UNIT_NAMES, _START_NAME):
            continue
        number = _number(value) if name == "age" else None
        if number is not None:
            lines.append(f"Age: {number:g}")
        elif name in _DIAGNOSIS_NAMES:
            statements += _texts(value)
        elif name in _LINES_NAMES and isinstance(value, tuple):
            lines += _texts(value)
        elif isinstance(value, str) and len(value) <= _MAX_COMMENT:
            lines.append(f"{name}: {value}")
    # A list, as statements may hold commas.
    return [*lines, "<diagnoses>:", *statements] if statements else lines


def _texts(value: Value | None) -> tuple[str, ...]:
    if isinstance(value, str):
        separator = next((s for s in "\n,;|" if s in value), None)
        return tuple(part.strip() for part in value.split(separator) if part.strip())
    if isinstance(value, tuple):
        return tuple(text.strip() for text in value if isinstance(text, str))
    return ()


def numbers_in(value: Value | None, at_most: int) -> NDArray[np.float64]:
    """Return a vector's numbers; none of another value, or of one with more than ``at_most``."""
    if value is None or isinstance(value, (str, tuple, dict)):
        return np.empty(0)
    length = max(value.rows, value.columns)
    if min(value.rows, value.columns) != 1 or length > at_most:
        return np.empty(0)
    return read_vector(value, 0, length).astype(np.float64)


def _number(value: Value | None) -> float | None:
    if isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            return None
        return number if math.isfinite(number) else None
    numbers = numbers_in(value, 1)
    return float(numbers[0]) if len(numbers) and math.isfinite(numbers[0]) else None
