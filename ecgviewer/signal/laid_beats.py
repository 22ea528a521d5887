"""Beats laid over one another: cut out around their R peaks, each at its own PQ level.

Of a span of the record, or of any of its beats. Needs no model; kinds of beats are taken
from whoever named them, else told by their shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.annotation_table import AnnotationTable
from ecgviewer.core.errors import EcgError
from ecgviewer.core.median_beat import Curves
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.scan import Scan
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.signal.beat_cutting import (
    AFTER_S,
    BEFORE_S,
    Group,
    alike_beats,
    cut_beats,
    levelled,
    owned_samples,
    present,
    tops,
    whole_beats,
)
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.measured_span import SETTLING_S, without_giants
from ecgviewer.signal.qrs_bounds import qrs_bounds
from ecgviewer.signal.wave_edges import Floats

# No more is laid together of a page that shows much time, nor of the beats of a class.
LONGEST_S = 120.0
MOST_BEATS = 300
# Where the level is taken: before the QRS complex, or before R where no onset is found.
PQ_S = (-0.03, -0.006)
BEFORE_R_S = (-0.10, -0.07)
# Where so many of the beats have names, those are the beats.
NAMED_SHARE = 0.5
# Around beats that lie far apart so much is read.
AROUND_S = 1.0


class Kind(StrEnum):
    """What is told apart by its stroke."""

    USUAL = "usual"
    VENTRICULAR = "ventricular"
    ATRIAL = "supraventricular"
    OTHER = "other"


KINDS = tuple(Kind)
_KIND_OF_CODE = {
    **dict.fromkeys("NLRB", Kind.USUAL),
    **dict.fromkeys("VEr", Kind.VENTRICULAR),
    **dict.fromkeys("AaJSejn", Kind.ATRIAL),
    **dict.fromkeys("F/fQ?", Kind.OTHER),
}
_KIND_OF_LABEL = {"PVC": Kind.VENTRICULAR, "PAC": Kind.ATRIAL}


@dataclass(frozen=True, eq=False, slots=True)
class NamedBeats:
    """Beats whose kind somebody told: samples int64 (n,), rising; kinds int8, places in KINDS.

    by: who told it, in words.
    """

    samples: Positions
    kinds: NDArray[np.int8]
    by: str


@dataclass(frozen=True, eq=False, slots=True)
class LaidBeats:
    """Beats of a record laid over one another.

    leads: by their index in the record. time_ms: (n,), 0 at R. beats_mv: float32 (n_beats,
    n_leads, n), 0 mV before the QRS complex, NaN where a sample is not the beat's own.
    kinds: int8 (n_beats,), places in KINDS. n_found: of so many beats, these are spread
    evenly over all. told_by: who told the kinds, in words. middle_only: the span was longer
    than LONGEST_S.
    """

    record: Record
    leads: tuple[int, ...]
    time_ms: Floats
    beats_mv: Curves
    kinds: NDArray[np.int8]
    n_found: int
    told_by: str
    middle_only: bool = False

    def of_kind(self, kind: Kind, lead: int) -> Curves:
        """Return the beats of a kind in one of the record's leads, float32 (n, n_samples)."""
        chosen: Curves = self.beats_mv[self.kinds == KINDS.index(kind), self.leads.index(lead)]
        return chosen


def named_by_file(annotations: Sequence[Annotation]) -> NamedBeats | None:
    """Return the beats that a file names, None where it names none."""
    table = AnnotationTable.of(annotations)
    rows = np.flatnonzero(table.label.among(_KIND_OF_CODE) & (table.stop == table.start))
    if not rows.size:
        return None
    rows = rows[np.argsort(table.start[rows], kind="stable")]
    of_code = [_KIND_OF_CODE.get(code or "", Kind.OTHER) for code in table.label.values]
    kinds = np.array([KINDS.index(kind) for kind in of_code], dtype=np.int8)
    return NamedBeats(table.start[rows], kinds[table.label.codes[rows]], tr("by the file"))


def named_by_scan(scan: Scan) -> NamedBeats:
    """Return the beats of a scan."""
    of_label = [KINDS.index(_KIND_OF_LABEL.get(label, Kind.USUAL)) for label in scan.labels]
    kinds = np.array(of_label, dtype=np.int8)[scan.label]
    return NamedBeats(scan.samples, kinds, tr("by {model}", model=scan.model))


def lay_span(
    record: Record, start: int, stop: int, named: NamedBeats | None, task: Task
) -> LaidBeats:
    """Lay the beats of samples start..stop over one another, of LONGEST_S around their middle.

    named: the beats and their kinds, where somebody named most of them. Raises EcgError where
    the record cannot be read or shows no beat there, Cancelled once the task was cancelled.
    """
    from ecgviewer.signal.beats import r_peaks

    longest = round(LONGEST_S * record.rate_hz)
    middle_only = stop - start > longest
    if middle_only:
        start = (start + stop - longest) // 2
        stop = start + longest
    margin = round(SETTLING_S * record.rate_hz)
    first, last = max(0, start - margin), min(record.n_samples, stop + margin)
    leads = _ecg_leads(record)
    values_mv = record.read(first, last)[list(leads)]
    task.step(1, 3)
    peaks = r_peaks(without_giants(values_mv), record.rate_hz)
    told = _told(named, peaks + first, (start, stop))
    if told is not None:
        here = (told.samples >= first) & (told.samples < last)
        peaks = told.samples[here] - first
    inside = (peaks >= start - first) & (peaks < stop - first)
    inside &= whole_beats(peaks + first, record.n_samples, record.rate_hz)
    if not inside.any():
        raise EcgError(tr("No beat was found in that part of {record}.", record=record.name))
    beats_mv = _cut(values_mv, record.rate_hz, peaks, inside)
    peaks[inside] += tops(beats_mv, record.rate_hz, round(BEFORE_S * record.rate_hz))
    beats_mv = _cut(values_mv, record.rate_hz, peaks, inside)
    task.step(2, 3)
    if told is not None:
        kinds, by = told.kinds[here][inside], told.by
    else:
        kinds, by = _by_shape(beats_mv, record.rate_hz), tr("by their shape")
    laid = _laid(record, leads, beats_mv, kinds, int(inside.sum()), by)
    return replace(laid, middle_only=middle_only)


def lay_chosen(record: Record, samples: Positions, named: NamedBeats, task: Task) -> LaidBeats:
    """Lay beats from all over a record over one another, MOST_BEATS of them at most.

    samples: int64 (n_beats,), rising, some of the named ones. Raises EcgError where the
    record cannot be read or there is no beat, Cancelled once the task was cancelled.
    """
    if not samples.size:
        raise EcgError(tr("There is no such beat."))
    shown = samples[np.linspace(0, samples.size - 1, min(samples.size, MOST_BEATS)).astype(int)]
    leads, rate_hz = _ecg_leads(record), record.rate_hz
    around = round(AROUND_S * rate_hz)
    cut = []
    for done, sample in enumerate(shown.tolist()):
        values_mv = record.read(sample - around, sample + around)[list(leads)]
        near = named.samples[np.abs(named.samples - sample) < around] - sample + around
        own = near == around
        rough = _cut(values_mv, rate_hz, near, own)
        near[own] += tops(rough, rate_hz, round(BEFORE_S * rate_hz))
        cut.append(_cut(values_mv, rate_hz, near, own)[0])
        task.step(done, shown.size)
    beats_mv = np.stack(cut)
    kinds = named.kinds[np.searchsorted(named.samples, shown)]
    return _laid(record, leads, beats_mv, kinds, int(samples.size), named.by)


def _ecg_leads(record: Record) -> tuple[int, ...]:
    leads = tuple(index for index, lead in enumerate(record.leads) if lead.is_ecg)
    if not leads:
        raise EcgError(tr("This record has no ECG lead."))
    return leads


def _cut(values_mv: Samples, rate_hz: float, peaks: Positions, wanted: Group) -> Curves:
    """Return the wanted ones of all beats in a stretch, each at its PQ level in each lead."""
    before, after = round(BEFORE_S * rate_hz), round(AFTER_S * rate_hz)
    owned = owned_samples(peaks, before, after)[wanted]
    beats_mv = cut_beats(values_mv, peaks[wanted], before, after, owned)
    onsets = qrs_bounds(bridged(values_mv), rate_hz, peaks).all_onset[wanted]
    levels = np.stack(
        [
            _pq_level(beat, rate_hz, onset, before)
            for beat, onset in zip(beats_mv, onsets - peaks[wanted], strict=True)
        ]
    )
    return np.asarray(beats_mv - levels[:, :, np.newaxis], dtype=np.float32)


def _pq_level(beat_mv: Curves, rate_hz: float, onset: float, before: int) -> Curves:
    """Return each lead's level before the QRS complex, (n_leads,), 0 where none is known.

    onset: in samples from R, NaN where not found.
    """
    begin_s, end_s = BEFORE_R_S if np.isnan(onset) else PQ_S
    at = before + (0.0 if np.isnan(onset) else onset)
    first = max(0, round(at + begin_s * rate_hz))
    span = slice(first, max(first + 1, round(at + end_s * rate_hz)))
    return np.nan_to_num(present(np.nanmean, beat_mv[:, span], axis=1))


def _told(named: NamedBeats | None, peaks: Positions, span: tuple[int, int]) -> NamedBeats | None:
    """Return the named beats where they are most of the beats of a span, else None.

    They then are the beats: what the detector sees beside them is a T wave or noise.
    """
    if named is None:
        return None
    n_named, n_found = (
        int(np.searchsorted(samples, span[1]) - np.searchsorted(samples, span[0]))
        for samples in (named.samples, peaks)
    )
    return named if n_named and n_named >= NAMED_SHARE * n_found else None


def _by_shape(beats_mv: Curves, rate_hz: float) -> NDArray[np.int8]:
    usual = alike_beats(levelled(beats_mv), rate_hz, round(BEFORE_S * rate_hz))
    places = np.where(usual, KINDS.index(Kind.USUAL), KINDS.index(Kind.OTHER))
    return places.astype(np.int8)


def _laid(
    record: Record,
    leads: tuple[int, ...],
    beats_mv: Curves,
    kinds: NDArray[np.int8],
    n_found: int,
    by: str,
) -> LaidBeats:
    before = round(BEFORE_S * record.rate_hz)
    samples = np.arange(beats_mv.shape[2], dtype=np.float64) - before
    time_ms = samples * (1000.0 / record.rate_hz)
    return LaidBeats(record, leads, time_ms, beats_mv, kinds, n_found, by)
