"""Intervals and axis of a few seconds of a record, and which part of which beats they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.delineation import LOWEST_RATE_HZ, Delineation, delineate
from ecgviewer.signal.magnified_beat import MagnifiedBeat, magnify
from ecgviewer.signal.measured import Duration, FrontalAxis, HeartRate
from ecgviewer.signal.st_levels import StLevel, st_levels

if TYPE_CHECKING:
    from ecgviewer.signal.intervals import MeasuredIntervals

# So much is measured at a time: what one page of paper holds.
MEASURED_S = 10.0
# Of what lies before and behind, the detector of beats learns what a beat is.
SETTLING_S = 20.0
# A lead that moves more than most by this factor shows an artefact, not the heart.
LARGEST_TIMES = 3.0
_HIGH_PERCENT = 99
_STEPS = 3

Measure = HeartRate | Duration | FrontalAxis


class Quantity(StrEnum):
    """What is measured, by its short name."""

    RATE = "HR"
    P = "P"
    PR = "PR"
    QRS = "QRS"
    QT = "QT"
    FRIDERICIA = "QTc"
    BAZETT = "Bazett"
    FRAMINGHAM = "Framingham"
    HODGES = "Hodges"
    AXIS = "axis"


CORRECTED = (Quantity.FRIDERICIA, Quantity.BAZETT, Quantity.FRAMINGHAM, Quantity.HODGES)


@dataclass(frozen=True, eq=False, slots=True)
class MeasuredSpan:
    """What was measured of samples start..stop of a record.

    lead_indices: the record's leads that were read, in the order of marks.usable. marks:
    in samples from ``start`` on. st: the ST levels of each lead. magnified: the usual beat,
    None where there is none.
    """

    record: Record
    start: int
    stop: int
    lead_indices: tuple[int, ...]
    marks: Delineation
    intervals: MeasuredIntervals
    st: tuple[StLevel, ...] = ()
    magnified: MagnifiedBeat | None = None

    @property
    def usable_leads(self) -> tuple[int, ...]:
        """The record's leads that are free enough of noise, by their index in the record."""
        kept = zip(self.lead_indices, self.marks.usable.tolist(), strict=True)
        return tuple(index for index, usable in kept if usable)

    def measure(self, quantity: Quantity) -> Measure:
        """Return a quantity as it was measured."""
        found = self.intervals
        measures: dict[Quantity, Measure] = {
            Quantity.RATE: found.heart_rate,
            Quantity.P: found.p,
            Quantity.PR: found.pr,
            Quantity.QRS: found.qrs,
            Quantity.QT: found.qt,
            Quantity.FRIDERICIA: found.qtc_fridericia,
            Quantity.BAZETT: found.qtc_bazett,
            Quantity.FRAMINGHAM: found.qtc_framingham,
            Quantity.HODGES: found.qtc_hodges,
            Quantity.AXIS: found.axis,
        }
        return measures[quantity]

    def spans(self, quantity: Quantity) -> NDArray[np.int64]:
        """Return what of the beats a quantity rests on: int64 (n, 2), samples of the record.

        Of the heart rate the R peaks alone, each from itself to itself.
        """
        at = self.marks.together
        begins, ends = {
            Quantity.RATE: (self.marks.peaks, self.marks.peaks),
            Quantity.P: (at.p_onset, at.p_offset),
            Quantity.PR: (at.p_onset, at.qrs_onset),
            Quantity.QRS: (at.qrs_onset, at.qrs_offset),
            Quantity.AXIS: (at.qrs_onset, at.qrs_offset),
        }.get(quantity, (at.qrs_onset, at.t_offset))
        rests_on = np.isin(self.marks.peaks, self.measure(quantity).beats)
        pairs = np.stack([begins, ends], axis=1).astype(np.float64)[rests_on]
        pairs = pairs[~np.isnan(pairs).any(axis=1)]
        return pairs.astype(np.int64) + self.start


def leads_to_measure(record: Record) -> tuple[int, ...]:
    """Return the leads that can be measured: of the heart, and in mV."""
    return tuple(i for i, lead in enumerate(record.leads) if lead.is_ecg and lead.calibrated)


def why_not_measured(record: Record) -> str:
    """Return in a sentence why a record cannot be measured, "" where it can."""
    if not any(lead.is_ecg for lead in record.leads):
        return tr("This record has no ECG lead.")
    if not leads_to_measure(record):
        return tr("No ECG lead of this record is calibrated, so nothing is measured.")
    if record.rate_hz < LOWEST_RATE_HZ:
        return tr(
            "At {rate} Hz no wave can be measured; it takes {lowest} Hz at least.",
            rate=f"{record.rate_hz:g}",
            lowest=f"{LOWEST_RATE_HZ:g}",
        )
    return ""


def span_around(record: Record, page: tuple[int, int]) -> tuple[int, int]:
    """Return the samples to measure: MEASURED_S around the middle of a page, in the record."""
    length = min(round(MEASURED_S * record.rate_hz), record.n_samples)
    start = (page[0] + page[1] - length) // 2
    start = min(max(start, 0), record.n_samples - length)
    return start, start + length


def measure_span(record: Record, start: int, stop: int, task: Task) -> MeasuredSpan:
    """Read and measure samples start..stop of a record that `why_not_measured` lets pass.

    What a display filter shows has no part in it. Raises EcgError where the record cannot
    be read, Cancelled if the task is cancelled.
    """
    # What measures is loaded with the first measurement: the window is there sooner.
    from ecgviewer.signal.intervals import intervals_of

    indices = leads_to_measure(record)
    margin = round(SETTLING_S * record.rate_hz)
    first, last = max(0, start - margin), min(record.n_samples, stop + margin)
    around_mv = record.read(first, last)[list(indices)]
    own = slice(start - first, stop - first)
    values_mv = around_mv[:, own]
    task.step(1, _STEPS)
    marks = delineate(values_mv, record.rate_hz, _beats(around_mv, record.rate_hz, own))
    task.step(2, _STEPS)
    if 0 < np.count_nonzero(marks.usable) < len(indices):
        # Noise in one lead may have hidden a beat: asked again without.
        beats = _beats(around_mv[marks.usable], record.rate_hz, own)
        marks = delineate(values_mv, record.rate_hz, beats)
    names = [record.leads[index].name for index in indices]
    intervals = intervals_of(marks, values_mv, names)
    counted = np.isin(marks.peaks, intervals.qrs.beats)
    levels = st_levels(values_mv, marks, counted, indices)
    magnified = magnify(values_mv, marks, counted)
    task.step(_STEPS, _STEPS)
    return MeasuredSpan(record, start, stop, indices, marks, intervals, levels, magnified)


def _beats(around_mv: Samples, rate_hz: float, own: slice) -> Positions:
    """Return the R peaks within a slice of (n_leads, n), in samples from its start on."""
    from ecgviewer.signal.beats import r_peaks

    peaks = r_peaks(without_giants(around_mv), rate_hz) - own.start
    inside: Positions = peaks[(peaks >= 0) & (peaks < own.stop - own.start)]
    return inside


def without_giants(values_mv: Samples) -> Samples:
    """Return the leads with those that are far larger than most made smaller."""
    live = ~np.isnan(values_mv).all(axis=1)
    if not live.any():
        return values_mv
    level_mv = np.nanmedian(values_mv[live], axis=1, keepdims=True)
    heights_mv = np.nanpercentile(np.abs(values_mv[live] - level_mv), _HIGH_PERCENT, axis=1)
    highest_mv = LARGEST_TIMES * float(np.median(heights_mv))
    if highest_mv == 0.0:
        return values_mv
    smaller = values_mv.copy()
    smaller[live] *= np.minimum(1.0, highest_mv / np.maximum(heights_mv, highest_mv))[:, np.newaxis]
    return smaller
