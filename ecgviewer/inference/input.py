"""From a record's window to the array that a net reads; training reads it the same way."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.lead_choice import (
    ecg_lead_names,
    pick_leads,
    reachable_leads,
    stand_in_lead,
)
from ecgviewer.signal.resample import MAX_RATIO_TERM, resample

# Samples beyond the window that resampling may look at, so that a window's edge in
# the middle of a record is filtered like any other place.
MARGIN_S = 0.25


@dataclass(frozen=True, eq=False)
class Prepared:
    """A window as a net reads it.

    array: float32 (n_leads, n_samples) in the model's unit, finite. pad: zeros (in
    samples of the array) on the spec's pad side. missing: leads that the model wants
    and that are absent or flat here; they are zeros.
    """

    array: Samples
    pad: int
    missing: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether no lead carries any signal."""
        return len(self.missing) == len(self.array)


def spans(n_samples: int, rate_hz: float, spec: InputSpec) -> tuple[tuple[int, int], ...]:
    """Return the windows of a record as (start, stop) in samples of the record.

    One window where the record is no longer than the spec's; otherwise one after the
    other, the last flush with the end, so that it may overlap the one before.
    """
    length = max(1, round(spec.duration_s * rate_hz))
    if n_samples <= length:
        return ((0, n_samples),)
    starts = list(range(0, n_samples - length + 1, length))
    if starts[-1] + length < n_samples:
        starts.append(n_samples - length)
    return tuple((start, start + length) for start in starts)


def window(record: Record, start: int, stop: int, spec: InputSpec) -> Prepared:
    """Read samples start..stop of a record, 0 <= start < stop <= n_samples, for a net.

    Raises EcgError where the record has none of the leads, or no voltages.
    """
    return condition(window_mv(record, start, stop, spec), spec)


def window_mv(record: Record, start: int, stop: int, spec: InputSpec) -> Samples:
    """Read a window's leads at the net's rate: float32 (n_leads, n), mV, NaN for no signal.

    Raises EcgError where the record has none of the leads, or no voltages.
    """
    names = ecg_lead_names(record)
    if not names:
        raise EcgError(f"{record.name} has no ECG lead, so no model can read it.")
    if not reachable_leads(names, spec.leads) and stand_in_lead(names, spec.leads) is None:
        raise EcgError(
            f"{record.name} has none of the leads that the model reads ({', '.join(spec.leads)})."
        )
    before, after = _margins(record, start, stop, spec)
    rows = [row for row, lead in enumerate(record.leads) if lead.is_ecg]
    values = record.read(start - before, stop + after)[rows]
    if np.isinf(values).any():
        raise EcgError(f"{record.name} holds infinite values, so no model can read it.")
    picked = pick_leads(values, names, spec.leads)
    ratio = spec.rate_hz / record.rate_hz
    first, length = round(before * ratio), max(1, round((stop - start) * ratio))
    return resample(picked, record.rate_hz, spec.rate_hz)[:, first : first + length]


def prepare(
    values_mv: Samples, lead_names: Sequence[str], rate_hz: float, spec: InputSpec
) -> Prepared:
    """Bring plain samples, (leads, n) in mV with NaN for no signal, into a net's form.

    A shorter signal is padded with zeros on the spec's side; of a longer one that side
    is cut away, as in Zhang et al. (iScience 2021).
    """
    picked = pick_leads(values_mv, lead_names, spec.leads)
    return condition(resample(picked, rate_hz, spec.rate_hz), spec)


def condition(values: Samples, spec: InputSpec) -> Prepared:
    """Filter, scale, fill and pad (n_leads, n) in mV at the net's rate, NaN for no signal.

    Each lead is treated by itself.
    """
    if values.shape[1] > spec.n_samples:
        cut = values.shape[1] - spec.n_samples
        values = values[:, cut:] if spec.pad == "left" else values[:, :-cut]
    absent = [_is_flat(lead) for lead in values]
    if any(absent):
        values = np.where(np.array(absent)[:, np.newaxis], np.float32(np.nan), values)
    for name in spec.filters:
        values = FILTERS[name](values)
    filled = np.where(np.isnan(values), np.float32(0), values * np.float32(spec.scale))
    pad = spec.n_samples - values.shape[1]
    sides = (pad, 0) if spec.pad == "left" else (0, pad)
    array = np.pad(filled, ((0, 0), sides)).astype(np.float32, copy=False)
    missing = tuple(lead for lead, gone in zip(spec.leads, absent, strict=True) if gone)
    return Prepared(np.ascontiguousarray(array), pad, missing)


def _is_flat(lead: Samples) -> bool:
    """Whether a lead, NaN for no signal, never changes, as without an electrode."""
    present = lead[~np.isnan(lead)]
    return present.size == 0 or bool(present.min() == present.max())


def _margins(record: Record, start: int, stop: int, spec: InputSpec) -> tuple[int, int]:
    """Samples to read before and after a window for resampling, within the record.

    Before it a whole number of the resampler's periods, so that the window's first
    sample falls on a new sample.
    """
    if record.rate_hz == spec.rate_hz:
        return 0, 0
    period = Fraction(spec.rate_hz / record.rate_hz).limit_denominator(MAX_RATIO_TERM).denominator
    wanted = period * math.ceil(MARGIN_S * record.rate_hz / period)
    return min(wanted, start // period * period), min(wanted, record.n_samples - stop)


def _remove_median(values: Samples) -> Samples:
    """Subtract each lead's median over the window."""
    if not np.isnan(values).any():
        return values - np.median(values, axis=1, keepdims=True)
    centred = values.copy()
    for row in centred:
        present = row[~np.isnan(row)]
        if present.size:
            row -= np.median(present)
    return centred


FILTERS: dict[str, Callable[[Samples], Samples]] = {"median": _remove_median}
