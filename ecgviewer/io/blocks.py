"""A record in pieces that fit into memory, for what has to see all of its samples."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ecgviewer.core.record import Record, Samples
from ecgviewer.io.held_signal import HeldSignal

_BLOCK_VALUES: Final = 1 << 21
# Up to so many values a record is read once and held: 134 MB, a day of one lead at 360 Hz.
_HELD_VALUES: Final = 1 << 25


def blocks(record: Record) -> Iterator[Samples]:
    """Yield a record's samples, (n_leads, at most some hundred thousand), one after the other.

    Raises EcgError if a signal file cannot be read.
    """
    step = max(_BLOCK_VALUES // max(len(record.leads), 1), 1)
    for start in range(0, record.n_samples, step):
        yield record.read(start, min(start + step, record.n_samples))


def held(record: Record) -> Record:
    """Return the record with its samples in memory, where they are few enough."""
    if len(record.leads) * record.n_samples > _HELD_VALUES:
        return record
    return replace(record, source=HeldSignal(record.read(0, record.n_samples)))
