"""Sources that put the signal files of a WFDB record together, in mV."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ecgviewer.core.record import Samples, SignalSource
from ecgviewer.io.wfdb_files import SignalFile
from ecgviewer.io.wfdb_formats import Levels

# A long read goes through the integers in pieces, so that they need little memory.
_PIECE_FRAMES = 131_072


@dataclass(frozen=True, slots=True)
class Channel:
    """Where one lead's samples stand within the frames of a signal file.

    column, per_frame: its first sample in a frame and how many. skew: frames by which
    it runs ahead. baseline: ADC value at 0. gain: ADC units per mV or per own unit.
    """

    lead: int
    column: int
    per_frame: int
    skew: int
    baseline: int
    gain: float


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """The channels of one signal file."""

    file: SignalFile
    channels: tuple[Channel, ...]


@dataclass(frozen=True, eq=False)
class SegmentSource:
    """A single-segment record.

    n_frames: its length. per_frame: samples a frame of every lead as it is read; a
    signal with fewer samples a frame is held. Leads without a channel are NaN.
    """

    groups: tuple[ChannelGroup, ...]
    n_leads: int
    n_frames: int
    per_frame: int

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start); EcgError if a file is unreadable."""
        values = np.full((self.n_leads, stop - start), np.nan, dtype=np.float32)
        step = _PIECE_FRAMES * self.per_frame
        for first in range(start, stop, step):
            last = min(first + step, stop)
            for group in self.groups:
                self._read_group(group, first, last, values[:, first - start : last - start])
        return values

    def _read_group(self, group: ChannelGroup, start: int, stop: int, values: Samples) -> None:
        skews = [channel.skew for channel in group.channels]
        first = start // self.per_frame + min(skews)
        last = min(-(-stop // self.per_frame) + max(skews), self.n_frames)
        if first >= last:
            return
        frames = group.file.read_frames(first, last)
        for channel in group.channels:
            # Position of each wanted sample among the samples of this channel.
            wanted = start + channel.skew * self.per_frame - first * self.per_frame
            levels = _hold(_columns(frames, channel), channel.per_frame, self.per_frame, wanted)
            levels = levels[: stop - start]
            _scale(levels, channel, group.file.invalid, values[channel.lead, : len(levels)])


def _columns(frames: Levels, channel: Channel) -> Levels:
    return frames[:, channel.column : channel.column + channel.per_frame].reshape(-1)


def _hold(levels: Levels, per_frame: int, wanted_per_frame: int, skipped: int) -> Levels:
    """Return the samples from ``skipped`` on at the wanted rate, slower ones held."""
    if per_frame == wanted_per_frame:
        return levels[skipped:]
    if wanted_per_frame % per_frame == 0:
        return np.repeat(levels, wanted_per_frame // per_frame)[skipped:]
    n_samples = len(levels) // per_frame * wanted_per_frame
    return levels[np.arange(skipped, n_samples) * per_frame // wanted_per_frame]


def _scale(levels: Levels, channel: Channel, invalid: int | None, values: Samples) -> None:
    # float32 holds every 16-bit difference exactly, but not every 32-bit one.
    if levels.dtype.itemsize == 2 and abs(channel.baseline) < 2**23:
        values[:] = levels
        values -= np.float32(channel.baseline)
        values /= np.float32(channel.gain)
    else:
        values[:] = (levels.astype(np.float64) - channel.baseline) / channel.gain
    if invalid is not None:
        values[levels == invalid] = np.nan


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a multi-segment record.

    start, stop: samples of the record. source: its own, None for a gap. leads: for
    each of its leads the place in the record, None where the record does not list it.
    per_frame: samples a frame of its source.
    """

    start: int
    stop: int
    source: SignalSource | None = None
    leads: tuple[int | None, ...] = ()
    per_frame: int = 1


@dataclass(frozen=True, eq=False)
class MultiSegmentSource:
    """Segments one after the other; gaps and missing leads are NaN."""

    segments: Sequence[Segment]
    n_leads: int
    per_frame: int

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start); EcgError if a file is unreadable."""
        values = np.full((self.n_leads, stop - start), np.nan, dtype=np.float32)
        for segment in self.segments:
            first, last = max(start, segment.start), min(stop, segment.stop)
            if segment.source is None or first >= last:
                continue
            span = first - segment.start, last - segment.start
            part = self._read_held(segment.source, segment.per_frame, *span)
            for place, lead in enumerate(segment.leads):
                if lead is not None:
                    values[lead, first - start : last - start] = part[place]
        return values

    def _read_held(self, source: SignalSource, per_frame: int, start: int, stop: int) -> Samples:
        if per_frame == self.per_frame:
            return source.read(start, stop)
        own = np.arange(start, stop) * per_frame // self.per_frame
        return source.read(int(own[0]), int(own[-1]) + 1)[:, own - own[0]]
