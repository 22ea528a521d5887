"""The median beat with the mean heat over it: where in the beat a model looks.

Beats are aligned on their QRS complex, whole samples, and each sample of the record
belongs to one beat at most: what lies between two beats goes to the first for the
longer part, since its T wave ends there. A beat of another shape, such as a ventricular
premature beat, would blur the median, so such beats make a second one of their own.
"""

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.median_beat import Curves, MedianBeat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.lead_choice import ecg_lead_names, pick_leads
from ecgviewer.signal.beat_cutting import (
    AFTER_S,
    BEFORE_S,
    Group,
    alike_beats,
    cut_beats,
    levelled,
    owned_samples,
    present,
    whole_beats,
)
from ecgviewer.signal.beats import r_peaks

# Where the trace is level before the QRS.
LEVEL_S = (-0.10, -0.07)
# Samples that fewer beats than this share reach are not shown.
SHOWN_SHARE = 0.5


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
    inside &= whole_beats(peaks + start - before, record.n_samples, record.rate_hz)
    if not inside.any():
        raise EcgError(f"No beat was found in that part of {record.name}.")
    task.step(1, 2)
    owned = owned_samples(peaks, before, after)[inside]
    beats_mv = levelled(cut_beats(leads_mv, peaks[inside], before, after, owned))
    hot = cut_beats(
        _on_span(heat, start - before, stop + after), peaks[inside], before, after, owned
    )
    usual = alike_beats(beats_mv, record.rate_hz, before)
    others = None if usual.all() else _laid_together(beats_mv, hot, ~usual, heat, record.rate_hz)
    task.step(2, 2)
    return _laid_together(beats_mv, hot, usual, heat, record.rate_hz, others)


def _on_span(heat: Heat, start: int, stop: int) -> Curves:
    """Return the map over samples start..stop, NaN where it does not reach."""
    spread = np.full((len(heat.heat), stop - start), np.nan, dtype=np.float32)
    first, last = max(start, heat.start), min(stop, heat.stop)
    if first < last:
        spread[:, first - start : last - start] = heat.heat[
            :, first - heat.start : last - heat.start
        ]
    return spread


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
    median_mv = present(np.nanmedian, beats_mv[chosen][:, :, span], axis=0)
    level = slice(*(max(0, before - span.start + round(at_s * rate_hz)) for at_s in LEVEL_S))
    return MedianBeat(
        leads=heat.leads,
        time_ms=(np.arange(span.start, span.stop) - before) * (1000.0 / rate_hz),
        median_mv=median_mv - _level(median_mv[:, level]),
        heat=present(np.nanmean, hot[chosen][:, :, span], axis=0),
        n_beats=int(chosen.sum()),
        rate_hz=rate_hz,
        others=others,
    )


def _level(before_qrs_mv: Curves) -> Curves:
    """Return each lead's level before the QRS complex, (n_leads, 1); 0 where none is known."""
    if before_qrs_mv.shape[1] == 0:
        return np.zeros((len(before_qrs_mv), 1), dtype=np.float32)
    return np.asarray(np.nan_to_num(before_qrs_mv.mean(axis=1, keepdims=True)))
