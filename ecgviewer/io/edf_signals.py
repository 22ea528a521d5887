"""The samples of an EDF or BDF file, read span by span, in mV."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.io.edf_gaps import blank
from ecgviewer.io.wfdb_formats import FORMATS, Bytes, Levels

Places = NDArray[np.int64]
# A long read goes through the integers in pieces, so that they need little memory.
_PIECE_SAMPLES = 131_072
# Data records up to this size are read as a whole.
_SMALL_RECORD_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class EdfChannel:
    """Where a lead's samples stand within a data record, and how they become mV.

    value = (level - zero) × scale + base; zero is the digital minimum where it is known.
    """

    offset: int
    per_record: int
    zero: float
    scale: float
    base: float

    def own(self, places: Places, per_record: int) -> Places:
        """Return which of its samples stand at places of a data record of per_record samples."""
        own: Places = places * self.per_record // per_record
        return own

    def scaled(self, levels: Levels) -> Samples:
        """Return a file's integers in mV or in the signal's own unit."""
        return ((levels - self.zero) * self.scale + self.base).astype(np.float32)


@dataclass(frozen=True, eq=False)
class EdfSource:
    """Data records of equal size; the file is opened for each read.

    per_record: samples of every lead in a data record as it is read: one with fewer is held,
    of one with more some are left out. starts: int64 (n_records,), rising, the sample at
    which each data record begins; None where they follow each other. gaps: of each channel,
    int64 (n, 2), the spans in which samples at the digital minimum are missing ones.
    """

    path: Path
    header_bytes: int
    record_bytes: int
    sample_bytes: int
    n_records: int
    per_record: int
    channels: Sequence[EdfChannel]
    starts: Places | None = None
    gaps: Sequence[Places] = ()

    @property
    def n_samples(self) -> int:
        """Length of the recording with its gaps."""
        if self.starts is None:
            return self.n_records * self.per_record
        return int(self.starts[-1]) + self.per_record

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start), NaN in gaps; EcgError if unreadable."""
        values = np.full((len(self.channels), stop - start), np.nan, dtype=np.float32)
        read = self._read_whole if self.record_bytes <= _SMALL_RECORD_BYTES else self._read_parts
        try:
            with self.path.open("rb") as file:
                for first in range(start, stop, _PIECE_SAMPLES):
                    last = min(first + _PIECE_SAMPLES, stop)
                    read(file, first, values[:, first - start : last - start])
        except OSError as error:
            raise EcgError(f"{self.path.name} cannot be read: {error.strerror}.") from error
        for row, channel, spans in zip(values, self.channels, self.gaps, strict=False):
            blank(row, start, spans, np.float32(channel.base))
        return values

    def _begins(self, record: int) -> int:
        return record * self.per_record if self.starts is None else int(self.starts[record])

    def _records(self, start: int, stop: int) -> tuple[int, int]:
        """Return the first and one behind the last data record that reach into a span."""
        if self.starts is None:
            return start // self.per_record, -(-stop // self.per_record)
        first = np.searchsorted(self.starts, start - self.per_record, side="right")
        return int(first), int(np.searchsorted(self.starts, stop, side="left"))

    def _read_whole(self, file: BufferedReader, start: int, values: Samples) -> None:
        """Read the data records of a span, and put all their samples where they belong."""
        first, last = self._records(start, start + values.shape[1])
        if first >= last:
            return
        content = self._bytes(file, first, 0, (last - first) * self.record_bytes)
        rows = content.reshape(last - first, self.record_bytes)
        begins = np.arange(first, last) * self.per_record
        if self.starts is not None:
            begins = self.starts[first:last]
        places = (begins[:, None] + np.arange(self.per_record) - start).ravel()
        inside = (places >= 0) & (places < values.shape[1])
        for lead, channel in enumerate(self.channels):
            wide = channel.per_record * self.sample_bytes
            part = rows[:, channel.offset : channel.offset + wide].ravel()
            levels = self._decode(part).reshape(last - first, channel.per_record)
            if channel.per_record != self.per_record:
                levels = levels[:, channel.own(np.arange(self.per_record), self.per_record)]
            values[lead, places[inside]] = channel.scaled(levels.ravel()[inside])

    def _read_parts(self, file: BufferedReader, start: int, values: Samples) -> None:
        """Read of large data records only what is asked for, signal by signal."""
        first, last = self._records(start, start + values.shape[1])
        for record in range(first, last):
            begin = self._begins(record) - start
            low, high = max(-begin, 0), min(values.shape[1] - begin, self.per_record)
            for lead, channel in enumerate(self.channels):
                own = channel.own(np.arange(low, high), self.per_record)
                skipped = channel.offset + int(own[0]) * self.sample_bytes
                n_wanted = int(own[-1] - own[0] + 1) * self.sample_bytes
                levels = self._decode(self._bytes(file, record, skipped, n_wanted))
                values[lead, begin + low : begin + high] = channel.scaled(levels[own - own[0]])

    def _bytes(self, file: BufferedReader, record: int, skipped: int, n_wanted: int) -> Bytes:
        file.seek(self.header_bytes + record * self.record_bytes + skipped)
        content = np.empty(n_wanted, dtype=np.uint8)
        if file.readinto(content.data) != n_wanted:
            raise EcgError(f"{self.path.name} has become shorter since it was opened.")
        return content

    def _decode(self, content: Bytes) -> Levels:
        return FORMATS[8 * self.sample_bytes].decode(content)
