"""The wfdb package as the judge of what a record holds."""

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.io.units import mv_per_unit

with warnings.catch_warnings():
    # wfdb 4.3 uses what pandas 3 means to drop.
    warnings.simplefilter("ignore")
    import wfdb
    from wfdb.io import _signal as wfdb_signal

__all__ = ["expected", "spans", "wfdb", "wfdb_signal"]


def expected(path: Path, start: int, stop: int | None) -> NDArray[np.float64]:
    """Return what wfdb reads of frames start … stop, (n_leads, samples), in mV.

    stop: None for the whole record. A signal with fewer samples a frame than another
    is held.
    """
    stem = str(path.with_suffix(""))
    found = wfdb.rdrecord(stem, sampfrom=start, sampto=stop, smooth_frames=False)
    longest = max(len(values) for values in found.e_p_signal)
    rows = []
    for values, unit in zip(found.e_p_signal, found.units, strict=True):
        held = np.repeat(values, longest // len(values))
        rows.append(held * (mv_per_unit(unit) or 1.0))
    return np.array(rows)


def spans(record: Record, length: int) -> list[tuple[int, int]]:
    """Return a span at the start, in the middle and at the end of a record."""
    length = min(length, record.n_samples)
    middle = (record.n_samples - length) // 2
    starts = {0, middle, record.n_samples - length}
    return [(start, start + length) for start in sorted(starts)]
