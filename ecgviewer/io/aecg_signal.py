"""The signals of a series of an annotated ECG, put on one time axis in mV.

Leads of one sequence set were recorded at once; a series may hold several sets, one after
the other, as twelve leads on paper. Source: HL7 aECG Implementation Guide (2005-03-21).
"""

import heapq
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.io.aecg_xml import (
    Document,
    code_of,
    find,
    moment,
    quantity,
    seconds,
)
from ecgviewer.io.ecg_xml import attribute_of
from ecgviewer.io.lead_list import Channel
from ecgviewer.io.units import mv_per_unit

LEAD_PREFIX: Final = "MDC_ECG_LEAD_"
_TIMES: Final = ("TIME_ABSOLUTE", "TIME_RELATIVE")
_MAX_RATE_HZ = 1e6
# Sets that lie further apart are recordings of their own.
_MOST_EMPTY, _GAP_S = 4, 60.0
_MOST_CELLS, _ALWAYS_CELLS = 32, 4_000_000


@dataclass(frozen=True, eq=False)
class Row:
    """One lead of a set. values: float32 (n,), mV or the channel's own unit."""

    channel: Channel
    gain: float
    values: Samples


@dataclass(frozen=True, eq=False)
class SequenceSet:
    """Leads that were recorded at once. rate_hz: None where the file does not say.

    at: when the first sample was, None where only ``offset_s`` on the series' own axis is known.
    """

    rate_hz: float | None
    at: datetime | None
    offset_s: float
    rows: tuple[Row, ...]

    @property
    def n_samples(self) -> int:
        """Length of the longest lead."""
        return max(row.values.size for row in self.rows)


@dataclass(frozen=True, eq=False)
class Signal:
    """A recording. values: float32 (n_leads, n), NaN where a lead was not recorded.

    at: when sample 0 was, or None; offset_s: where it is on the series' relative axis.
    series_at: when that axis began.
    """

    rate_hz: float
    at: datetime | None
    offset_s: float
    channels: tuple[Channel, ...]
    gains: tuple[float, ...]
    values: Samples
    series_at: datetime | None = None


def sets_of(path: Path, document: Document, series: Element) -> list[SequenceSet]:
    """Return a series' sequence sets, those without samples left out; raises EcgError."""
    found = []
    for element in series.findall("component/sequenceSet"):
        rows, rate_hz, at, offset_s = [], None, None, 0.0
        for sequence in element.findall("component/sequence"):
            value = find(sequence, "value")
            if code_of(sequence) in _TIMES:
                rate_hz = _rate(path, value)
                at, offset_s = _head(find(value, "head"))
            elif value is not None and find(value, "digits") is not None:
                rows.append(_row(document, sequence, value))
        rows = [row for row in rows if row.values.size]
        if rows:
            found.append(SequenceSet(rate_hz, at, offset_s, tuple(rows)))
    return found


def belong_together(sets: list[SequenceSet]) -> bool:
    """Tell whether sets are one recording: rates that fit, and no long time between them."""
    rates = [one.rate_hz for one in sets if one.rate_hz]
    if len(sets) < 2:
        return True
    if len(rates) != len(sets) or len({one.at is None for one in sets}) > 1:
        return False
    if any(not _is_whole(max(rates) / rate) for rate in rates):
        return False
    layout = _layout(sets, max(rates))
    given_s = sum(one.n_samples / rate for one, rate in zip(sets, rates, strict=True))
    # A slow lead that is held, or a wrong date, must not fill the memory with nothing.
    n_given = sum(row.values.size for one in sets for row in one.rows)
    is_dense = layout.n_samples * len(layout.rows) <= max(_MOST_CELLS * n_given, _ALWAYS_CELLS)
    return is_dense and layout.n_samples / max(rates) <= _MOST_EMPTY * given_s + _GAP_S


def joined(sets: list[SequenceSet], rate_hz: float, series_at: datetime | None = None) -> Signal:
    """Put sets that belong together on one axis; a slower lead is held.

    rate_hz: the fastest. series_at: when the whole series began.
    """
    layout = _layout(sets, rate_hz)
    whole = np.full((len(layout.rows), layout.n_samples), np.nan, dtype=np.float32)
    for place, begin, held, values in layout.placed:
        whole[place, begin : begin + held * values.size] = np.repeat(values, held)
    return Signal(
        rate_hz,
        layout.earliest.at,
        layout.earliest.offset_s,
        tuple(row.channel for row in layout.rows),
        tuple(row.gain for row in layout.rows),
        whole,
        series_at,
    )


@dataclass(frozen=True, eq=False)
class _Layout:
    """Where every lead of every set stands.

    placed: row of the signal, first sample, how often each value is held, the values.
    """

    earliest: SequenceSet
    rows: list[Row]
    placed: list[tuple[int, int, int, Samples]]
    n_samples: int


def _layout(sets: list[SequenceSet], rate_hz: float) -> _Layout:
    starts_s = _starts_s(sets)
    order = sorted(range(len(sets)), key=starts_s.__getitem__)
    rows: list[Row] = []
    placed: list[tuple[int, int, int, Samples]] = []
    # Of each lead, its rows with the sample at which each is free again.
    free: dict[Channel, list[tuple[int, int]]] = {}
    n_samples = 0
    for index in order:
        one = sets[index]
        begin = round((starts_s[index] - starts_s[order[0]]) * rate_hz)
        held = round(rate_hz / (one.rate_hz or rate_hz))
        for row in one.rows:
            known = free.setdefault(row.channel, [])
            # A lead that is recorded twice at once has two rows.
            if known and known[0][0] <= begin:
                place = heapq.heappop(known)[1]
            else:
                place = len(rows)
                rows.append(row)
            stop = begin + held * row.values.size
            heapq.heappush(known, (stop, place))
            placed.append((place, begin, held, row.values))
            n_samples = max(n_samples, stop)
    return _Layout(sets[order[0]], rows, placed, n_samples)


def _starts_s(sets: list[SequenceSet]) -> list[float]:
    """Return when sets begin on one axis, in seconds."""
    moments = [one.at for one in sets]
    base = next((at for at in moments if at is not None), None)
    if base is None:
        return [one.offset_s for one in sets]
    # A zone that only some name is taken to be that of all.
    plain = [at.replace(tzinfo=None) if at else None for at in moments]
    origin = base.replace(tzinfo=None)
    return [(at - origin) / timedelta(seconds=1) if at else 0.0 for at in plain]


def _row(document: Document, sequence: Element, value: Element) -> Row:
    """Return a lead's samples: origin + scale × digits. Source: data type SLIST_PQ."""
    held = find(value, "digits")
    # They are not needed a second time, and hours of them are large.
    digits = document.digits.pop(held) if held is not None else np.zeros(0)
    code = code_of(sequence)
    name = code.removeprefix(LEAD_PREFIX) or attribute_of(find(sequence, "code"), "displayName")
    origin, origin_unit = quantity(find(value, "origin"))
    scale, unit = quantity(find(value, "scale"))
    mv, origin_mv = mv_per_unit(unit), mv_per_unit(origin_unit or unit)
    if not scale or not unit or (mv is None) != (origin_mv is None):
        channel = Channel(name or "ECG", "mV", calibrated=False, is_named=bool(name))
        return Row(channel, 1.0, _finite(digits))
    gain, offset = scale * (mv or 1.0), (origin or 0.0) * (origin_mv or 1.0)
    channel = Channel(name or "ECG", unit, is_named=bool(name))
    return Row(channel, gain, _finite(digits * gain + offset))


def _finite(values: NDArray[np.float64]) -> Samples:
    with np.errstate(over="ignore"):
        found: Samples = values.astype(np.float32)
    found[~np.isfinite(found)] = np.nan
    return found


def _rate(path: Path, value: Element | None) -> float | None:
    step_s = seconds(find(value, "increment"))
    if step_s is None:
        return None
    if not 1 / _MAX_RATE_HZ <= step_s <= 1e6:
        raise EcgError(f"{path.name} gives an impossible time from sample to sample.")
    # One over 0.002 s is 500 Hz, whatever binary fractions make of it.
    return round(1 / step_s, 6)


def _head(element: Element | None) -> tuple[datetime | None, float]:
    at = moment(attribute_of(element, "value"))
    if at is not None:
        return at, 0.0
    offset_s = seconds(element) or 0.0
    return None, offset_s if abs(offset_s) < 1e9 else 0.0


def _is_whole(ratio: float) -> bool:
    return abs(ratio - round(ratio)) < 1e-6
