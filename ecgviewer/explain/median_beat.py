"""The median beat with the mean heat over it: where in the beat a model looks.

Beats are aligned on their QRS complex, whole samples, and each sample of the record
belongs to one beat at most: what lies between two beats goes to the first for the
longer part, since its T wave ends there. A beat of another shape, such as a ventricular
premature beat, would blur the median, so such beats make a second one of their own.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.median_beat import Curves, MedianBeat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.lead_choice import ecg_lead_names, pick_leads
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.beats import r_peaks

BEFORE_S, AFTER_S = 0.30, 0.50
# Of the time between two beats, what belongs to the first.
SHARE_AFTER = 0.6
# What is compared to tell shapes apart, and where the trace is level before the QRS.
COMPARED_S = (-0.10, 0.16)
LEVEL_S = (-0.10, -0.07)
SAME_SHAPE = 0.8
# Samples that fewer beats than this share reach are not shown.
SHOWN_SHARE = 0.5

Group = NDArray[np.bool_]


def median_beat(record: Record, heat: Heat, start: int, stop: int, task: Task) -> MedianBeat:
    """Return the median beat of samples start..stop of a record, coloured by its map.

    Raises EcgError if no beat is found there, Cancelled once the task was cancelled.
    """
    task.step(0, 2)
    names = ecg_lead_names(record)
    before, after = round(BEFORE_S * record.rate_hz), round(AFTER_S * record.rate_hz)
    # Beats at the span's ends are complete where the record goes on.
    values = record.read(start - before, stop + after)
    rows = [row for row, lead in enumerate(record.leads) if lead.is_ecg]
    leads_mv = pick_leads(values[rows], names, heat.leads)
    peaks = r_peaks(leads_mv, record.rate_hz)
    inside = (peaks >= before) & (peaks < before + stop - start)
    inside &= _whole(peaks + start - before, record)
    if not inside.any():
        raise EcgError(f"No beat was found in that part of {record.name}.")
    task.step(1, 2)
    owned = _owned(peaks, before, after)[inside]
    beats_mv = _levelled(_cut(leads_mv, peaks[inside], before, after, owned))
    hot = _cut(_on_span(heat, start - before, stop + after), peaks[inside], before, after, owned)
    usual = _usual(beats_mv, record.rate_hz, before)
    others = None if usual.all() else _laid_together(beats_mv, hot, ~usual, heat, record.rate_hz)
    task.step(2, 2)
    return _laid_together(beats_mv, hot, usual, heat, record.rate_hz, others)


def _whole(peaks: Positions, record: Record) -> Group:
    """Return which beats have a QRS complex that the record's ends do not cut."""
    first, last = (round(edge_s * record.rate_hz) for edge_s in COMPARED_S)
    return np.asarray((peaks + first >= 0) & (peaks + last <= record.n_samples))


def _owned(peaks: Positions, before: int, after: int) -> Group:
    """Return which samples around each beat are its own: (n_beats, before + after)."""
    gaps = np.diff(peaks)
    last = np.append(SHARE_AFTER * gaps, np.inf)[:, np.newaxis]
    first = np.insert(-(1 - SHARE_AFTER) * gaps, 0, -np.inf)[:, np.newaxis]
    offsets = np.arange(-before, after)
    return np.asarray((offsets >= first) & (offsets < last))


def _cut(rows: Curves, peaks: Positions, before: int, after: int, owned: Group) -> Curves:
    """Return (n_beats, n_rows, before + after), NaN where a sample is not the beat's own."""
    padded = np.pad(rows, ((0, 0), (before, after)), constant_values=np.nan)
    beats = np.stack([padded[:, peak : peak + before + after] for peak in peaks])
    return np.where(owned[:, np.newaxis], beats, np.float32(np.nan))


def _on_span(heat: Heat, start: int, stop: int) -> Curves:
    """Return the map over samples start..stop, NaN where it does not reach."""
    spread = np.full((len(heat.heat), stop - start), np.nan, dtype=np.float32)
    first, last = max(start, heat.start), min(stop, heat.stop)
    if first < last:
        spread[:, first - start : last - start] = heat.heat[
            :, first - heat.start : last - heat.start
        ]
    return spread


def _levelled(beats_mv: Curves) -> Curves:
    """Take each beat's own median away, so that a wandering baseline does not spread them."""
    return beats_mv - _present(np.nanmedian, beats_mv, axis=2)[:, :, np.newaxis]


def _present(statistic: Callable[..., Curves], values: Curves, axis: int) -> Curves:
    """Return a statistic of the values that are there, NaN where none are."""
    nothing = np.isnan(values).all(axis=axis)
    # numpy warns of slices without any value.
    filled = np.where(np.expand_dims(nothing, axis), np.float32(0), values)
    found = np.where(nothing, np.float32(np.nan), statistic(filled, axis=axis))
    return np.asarray(found, dtype=np.float32)


def _usual(beats_mv: Curves, rate_hz: float, before: int) -> Group:
    """Return which beats have the shape of the most: their QRS resembles the median's."""
    first, last = (before + round(edge_s * rate_hz) for edge_s in COMPARED_S)
    shapes = np.nan_to_num(beats_mv[:, :, first:last])
    typical = np.median(shapes, axis=0)
    alike = np.array([_likeness(shape, typical) >= SAME_SHAPE for shape in shapes])
    return alike if alike.any() else np.ones_like(alike)


def _likeness(one: Curves, other: Curves) -> float:
    """Return the correlation of two beats over all leads, 1 for the same shape."""
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(np.vdot(one, other)) / size if size > 0 else 0.0


def _laid_together(
    beats_mv: Curves,
    hot: Curves,
    chosen: Group,
    heat: Heat,
    rate_hz: float,
    others: MedianBeat | None = None,
) -> MedianBeat:
    """Return the chosen beats as one, over the samples that enough of them reach."""
    before = round(BEFORE_S * rate_hz)
    reached = ~np.isnan(beats_mv[chosen]).all(axis=1)
    shown = np.flatnonzero(reached.mean(axis=0) >= SHOWN_SHARE)
    span = slice(shown[0], shown[-1] + 1)
    median_mv = _present(np.nanmedian, beats_mv[chosen][:, :, span], axis=0)
    level = slice(*(max(0, before - span.start + round(at_s * rate_hz)) for at_s in LEVEL_S))
    return MedianBeat(
        leads=heat.leads,
        time_ms=(np.arange(span.start, span.stop) - before) * (1000.0 / rate_hz),
        median_mv=median_mv - _level(median_mv[:, level]),
        heat=_present(np.nanmean, hot[chosen][:, :, span], axis=0),
        n_beats=int(chosen.sum()),
        rate_hz=rate_hz,
        others=others,
    )


def _level(before_qrs_mv: Curves) -> Curves:
    """Return each lead's level before the QRS complex, (n_leads, 1); 0 where none is known."""
    if before_qrs_mv.shape[1] == 0:
        return np.zeros((len(before_qrs_mv), 1), dtype=np.float32)
    return np.asarray(np.nan_to_num(before_qrs_mv.mean(axis=1, keepdims=True)))
