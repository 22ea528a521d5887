"""The beats of a whole record and where its signal is too poor to tell, stretch by stretch.

For the overview: the heart rate of a day is seen before, or without, any model. One or two
leads are read; what is known after each stretch can be shown at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import BEAT_CODES, REFERENCE, Annotation
from ecgviewer.core.annotation_table import AnnotationTable
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.lead_quality import lead_qualities
from ecgviewer.signal.leads import find_lead
from ecgviewer.signal.rate_track import RateTrack, rate_track

# Shorter records are seen on a page or three; nobody needs a curve of their rate.
LEAST_S = 30.0
# So much is read at a time, and so much beside it, from which the detector learns.
STRETCH_S = 120.0
SETTLING_S = 20.0
# Neighbouring stretches may place a beat at their border so far apart.
ONE_BEAT_S = 0.15
# No rate is told over a longer time without a beat: a pause, or no signal.
LONGEST_RR_S = 4.0
FEWEST_BEATS = 4
# Fewer a minute, or over less of the record, and the file's marks are not all of its beats.
LEAST_BPM = 25.0
LEAST_COVERED = 0.5
# The lead that shows most beats well, and those that see the heart from elsewhere.
FIRST_LEAD, SECOND_LEADS = "II", ("V5", "V1", "V2")


@dataclass(frozen=True, eq=False, slots=True)
class RecordBeats:
    """What is known of samples 0..done_until of a record.

    samples: int64 (n_beats,), rising. poor: int64 (n, 2), spans in which no lead that was
    read can be told from noise; rising, none touches another. from_file: the beats are the
    file's own; the quality is not. track: the rate between them, None before anything is
    read.
    """

    record: Record
    samples: Positions
    poor: NDArray[np.int64]
    done_until: int
    from_file: bool
    track: RateTrack | None = None

    @property
    def is_done(self) -> bool:
        """Whether the whole record was read."""
        return self.done_until >= self.record.n_samples

    @property
    def gaps(self) -> NDArray[np.int64]:
        """Spans that no interval may cross, int64 (n_gaps, 2)."""
        long = np.flatnonzero(np.diff(self.samples) > LONGEST_RR_S * self.record.rate_hz)
        silent = np.stack([self.samples[long], self.samples[long + 1]], axis=1)
        spans = silent if self.from_file else np.concatenate([silent, self.poor])
        return spans[np.argsort(spans[:, 0], kind="stable")].astype(np.int64)


def is_long_enough(record: Record) -> bool:
    """Whether a curve of a record's rate is worth its room."""
    return record.duration_s > LEAST_S and any(lead.is_ecg for lead in record.leads)


def nothing_known(record: Record, *, knows_file: bool = True) -> RecordBeats:
    """Return what is known of a record before it is read: its file's own beats, or none.

    None, too, where the file's beats cannot be all that there are, or are not to be known.
    """
    samples = file_beats(record.annotations if knows_file else ())
    if not _may_be_all(samples, record):
        samples = samples[:0]
    none = np.empty((0, 2), dtype=np.int64)
    return RecordBeats(record, samples, none, 0, from_file=bool(samples.size))


def file_beats(annotations: Sequence[Annotation]) -> Positions:
    """Return the beats that a file gives, int64 (n_beats,), rising; empty for a mere few.

    Those that people marked, where there are any, else those of the annotator with most.
    """
    table = AnnotationTable.of(annotations)
    is_beat = table.label.among(BEAT_CODES) & (table.stop == table.start)
    chosen = is_beat & table.source.among([REFERENCE])
    if is_beat.any() and not chosen.any():
        chosen = is_beat & (table.source.codes == np.bincount(table.source.codes[is_beat]).argmax())
    beats = np.unique(table.start[chosen])
    return beats if beats.size >= FEWEST_BEATS else beats[:0]


def _may_be_all(samples: Positions, record: Record) -> bool:
    """Whether beats follow one another as a heart's do, over most of the record."""
    intervals_s = np.diff(samples) / record.rate_hz
    if not intervals_s.size:
        return False
    covered_s = intervals_s[intervals_s <= LONGEST_RR_S].sum()
    close = np.median(intervals_s) <= 60.0 / LEAST_BPM
    return bool(close and covered_s >= LEAST_COVERED * record.duration_s)


def leads_to_read(record: Record) -> tuple[int, ...]:
    """Return the one or two leads in which beats are sought, by their index in the record."""
    usable = [index for index, lead in enumerate(record.leads) if lead.is_ecg]
    names = [record.leads[index].name for index in usable]
    order = [find_lead(lead, names) for lead in (FIRST_LEAD, *SECOND_LEADS)]
    places = [place for place in order if place is not None]
    wanted = dict.fromkeys([*places, *range(len(usable))])
    return tuple(usable[place] for place in list(wanted)[:2])


def read_on(known: RecordBeats, task: Task) -> RecordBeats:
    """Read the next stretch and return what is known then.

    Raises EcgError where the record cannot be read, Cancelled if the task is cancelled.
    """
    record, rate_hz = known.record, known.record.rate_hz
    start = known.done_until
    stop = min(record.n_samples, start + round(STRETCH_S * rate_hz))
    task.step(start, record.n_samples)
    settling = round(SETTLING_S * rate_hz)
    first, last = max(0, start - settling), min(record.n_samples, stop + settling)
    values_mv = record.read(first, last)[list(leads_to_read(record))]
    own = slice(start - first, stop - first)
    poor_by_lead = _poor_by_lead(values_mv[:, own], rate_hz)
    task.step((start + stop) // 2, record.n_samples)
    samples = known.samples
    if not known.from_file:
        # Loaded with the first record that needs it: the window is there sooner.
        from ecgviewer.signal.beats import r_peaks

        clearest = int(np.argmin([_length(spans) for spans in poor_by_lead]))
        beats = first + r_peaks(values_mv[clearest : clearest + 1], rate_hz)
        earliest = start - ONE_BEAT_S * rate_hz if start else 0
        if samples.size:
            earliest = max(earliest, samples[-1] + ONE_BEAT_S * rate_hz)
        added = beats[(beats >= earliest) & (beats < stop)]
        samples = np.concatenate([samples, added])
    new_poor = start + _common(poor_by_lead)
    poor = joined(np.concatenate([known.poor, new_poor]))
    task.step(stop, record.n_samples)
    grown = replace(known, samples=samples, poor=poor, done_until=stop)
    return replace(grown, track=rate_track(samples, rate_hz, grown.gaps, record.n_samples))


def _poor_by_lead(values_mv: Samples, rate_hz: float) -> list[NDArray[np.int64]]:
    """Return the poor stretches of the first lead and, where there are many, of the next.

    Each int64 (n, 2), samples of what was given.
    """
    found: list[NDArray[np.int64]] = []
    for row in values_mv[:, np.newaxis]:
        judged = lead_qualities(row, rate_hz, [""])
        spans = [(one.start, one.stop) for one in judged if one.grade == "poor"]
        found.append(np.array(spans, dtype=np.int64).reshape(-1, 2))
        # To judge a second lead costs as much again.
        if not spans:
            break
    return found


def _length(spans: NDArray[np.int64]) -> int:
    return int(np.diff(spans, axis=1).sum())


def _common(by_lead: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return the stretches that are poor in every lead that was judged, int64 (n, 2)."""
    first, *others = (list(map(tuple, spans.tolist())) for spans in by_lead)
    kept = [span for span in first if all(span in spans for spans in others)]
    return np.array(kept, dtype=np.int64).reshape(-1, 2)


def joined(spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return rising spans (n, 2) with those that touch made one."""
    if len(spans) < 2:
        return spans
    apart = spans[1:, 0] > spans[:-1, 1]
    starts = spans[np.concatenate([[True], apart]), 0]
    stops = spans[np.concatenate([apart, [True]]), 1]
    return np.stack([starts, stops], axis=1)
