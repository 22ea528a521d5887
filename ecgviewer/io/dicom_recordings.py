"""The recordings of a DICOM file: multiplex groups that belong together, and others alone.

A 12-lead object may spread its leads over five groups, three leads after the other and a
rhythm strip below, as on paper. Source: DICOM PS3.3, A.34.3 (12-lead ECG), C.10.9.
"""

from dataclasses import dataclass

import numpy as np

from ecgviewer.core.record import Samples, SignalSource
from ecgviewer.io.dicom_file import DicomFile
from ecgviewer.io.dicom_signal import Column, Group, source_of

# How recorders label groups that are no stretch of rhythm.
_BEAT_LABELS = ("MEDIAN", "BEAT", "AVERAGE", "TEMPLATE", "REPRESENTATIVE")
# Groups that lie further apart are recordings of their own.
_MOST_EMPTY, _GAP_S = 4, 60.0


@dataclass(frozen=True, eq=False)
class Recording:
    """Groups on one time axis. begins: the sample at which each begins."""

    groups: tuple[Group, ...]
    begins: tuple[int, ...]

    @property
    def rate_hz(self) -> float:
        """Samples a second."""
        return self.groups[0].rate_hz

    @property
    def n_samples(self) -> int:
        """Length from the first group's beginning to the last one's end."""
        ends = zip(self.groups, self.begins, strict=True)
        return max(begin + group.n_samples for group, begin in ends)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All channels, group by group."""
        return tuple(column for group in self.groups for column in group.columns)

    @property
    def first(self) -> Group:
        """The group that begins first."""
        return self.groups[self.begins.index(0)]

    @property
    def is_beat(self) -> bool:
        """Whether it is a median beat, not a stretch of rhythm."""
        return is_beat(self.groups[0])


@dataclass(frozen=True, eq=False)
class JoinedSource:
    """Reads groups that stand on one axis; a lead is NaN where its group was not recorded."""

    sources: tuple[SignalSource, ...]
    begins: tuple[int, ...]
    lengths: tuple[int, ...]
    n_rows: tuple[int, ...]

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start); EcgError if the file is unreadable."""
        values = np.full((sum(self.n_rows), stop - start), np.nan, dtype=np.float32)
        row = 0
        parts = zip(self.sources, self.begins, self.lengths, self.n_rows, strict=True)
        for source, begin, length, n_rows in parts:
            first, last = max(start, begin), min(stop, begin + length)
            if first < last:
                own = source.read(first - begin, last - begin)
                values[row : row + n_rows, first - start : last - start] = own
            row += n_rows
        return values


def is_beat(group: Group) -> bool:
    """Tell a median beat from rhythm, by its label or by being derived."""
    label = group.label.upper()
    is_derived = group.item.text("WaveformOriginality") == "DERIVED"
    return any(word in label for word in _BEAT_LABELS) or (is_derived and "RHYTHM" not in label)


def recordings_of(groups: list[Group]) -> list[Recording]:
    """Return a file's recordings, rhythm before beats."""
    rhythm = [group for group in groups if not is_beat(group)]
    beats = [Recording((group,), (0,)) for group in groups if is_beat(group)]
    joined = _joined(rhythm)
    if joined is not None:
        return [joined, *beats]
    return [*(Recording((group,), (0,)) for group in rhythm), *beats]


def recording_source(file: DicomFile, recording: Recording) -> SignalSource:
    """Return the source that reads a recording's samples."""
    sources = tuple(source_of(file, group) for group in recording.groups)
    if len(sources) == 1:
        return sources[0]
    return JoinedSource(
        sources,
        recording.begins,
        tuple(group.n_samples for group in recording.groups),
        tuple(len(group.columns) for group in recording.groups),
    )


def _joined(groups: list[Group]) -> Recording | None:
    """Put groups of one rate on one axis; None where the file does not say how they lie."""
    offsets_ms = [group.item.number("MultiplexGroupTimeOffset") for group in groups]
    known = [offset for offset in offsets_ms if offset is not None]
    if len(groups) < 2 or len(known) < len(groups) or len({x.rate_hz for x in groups}) > 1:
        return None
    rate_hz = groups[0].rate_hz
    lasts = max(known) / 1e3 - min(known) / 1e3 + max(x.n_samples for x in groups) / rate_hz
    if lasts > _MOST_EMPTY * sum(x.n_samples for x in groups) / rate_hz + _GAP_S:
        return None
    begins = tuple(round((offset - min(known)) / 1e3 * rate_hz) for offset in known)
    return Recording(tuple(groups), begins)
