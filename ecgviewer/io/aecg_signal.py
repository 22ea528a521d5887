"""The signals of a series of an annotated ECG, put on one time axis in mV.

Leads of one sequence set were recorded at once; a series may hold several sets, one after
the other, as twelve leads on paper. Source: HL7 aECG Implementation Guide (2005-03-21).
"""

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
    attribute,
    code_of,
    find,
    moment,
    quantity,
    seconds,
)
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
    """

    rate_hz: float
    at: datetime | None
    offset_s: float
    channels: tuple[Channel, ...]
    gains: tuple[float, ...]
    values: Samples


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
    starts = _starts_s(sets)
    lasts = [one.n_samples / rate for one, rate in zip(sets, rates, strict=True)]
    stops = [start + last for start, last in zip(starts, lasts, strict=True)]
    lasts_s = max(stops) - min(starts)
    rows = [row for one in sets for row in one.rows]
    # A slow lead that is held, or a wrong date, must not fill the memory with nothing.
    n_cells = lasts_s * max(rates) * len(rows)
    n_given = sum(row.values.size for row in rows)
    is_dense = n_cells <= max(_MOST_CELLS * n_given, _ALWAYS_CELLS)
    return is_dense and lasts_s <= _MOST_EMPTY * sum(lasts) + _GAP_S


def joined(sets: list[SequenceSet], rate_hz: float) -> Signal:
    """Put sets that belong together on one axis; a slower lead is held. rate_hz: the fastest."""
    starts_s = _starts_s(sets)
    first_s = min(starts_s)
    begun = [round((start - first_s) * rate_hz) for start in starts_s]
    spans: list[list[tuple[int, int]]] = []
    leads: list[Row] = []
    placed: list[tuple[int, int, Samples]] = []
    for one, begin in zip(sets, begun, strict=True):
        for row in one.rows:
            values = np.repeat(row.values, round(rate_hz / (one.rate_hz or rate_hz)))
            span = begin, begin + values.size
            place = _free_row(leads, spans, row, span)
            spans[place].append(span)
            placed.append((place, begin, values))
    n_samples = max(begin + values.size for _, begin, values in placed)
    whole = np.full((len(leads), n_samples), np.nan, dtype=np.float32)
    for place, begin, values in placed:
        whole[place, begin : begin + values.size] = values
    earliest = sets[starts_s.index(first_s)]
    return Signal(
        rate_hz,
        earliest.at,
        earliest.offset_s,
        tuple(row.channel for row in leads),
        tuple(row.gain for row in leads),
        whole,
    )


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


def _free_row(
    leads: list[Row], spans: list[list[tuple[int, int]]], row: Row, span: tuple[int, int]
) -> int:
    """Return the place of a lead's row; a lead that is recorded twice at once has two."""
    for place, known in enumerate(leads):
        is_same = known.channel == row.channel
        if is_same and all(span[1] <= start or stop <= span[0] for start, stop in spans[place]):
            return place
    leads.append(row)
    spans.append([])
    return len(leads) - 1


def _row(document: Document, sequence: Element, value: Element) -> Row:
    """Return a lead's samples: origin + scale × digits. Source: data type SLIST_PQ."""
    held = find(value, "digits")
    digits = document.digits[held] if held is not None else np.zeros(0)
    code = code_of(sequence)
    name = code.removeprefix(LEAD_PREFIX) or attribute(find(sequence, "code"), "displayName")
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
    at = moment(attribute(element, "value"))
    if at is not None:
        return at, 0.0
    offset_s = seconds(element) or 0.0
    return None, offset_s if abs(offset_s) < 1e9 else 0.0


def _is_whole(ratio: float) -> bool:
    return abs(ratio - round(ratio)) < 1e-6
