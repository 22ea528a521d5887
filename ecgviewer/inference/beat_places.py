"""Where a record's beats are: as its file marks them, else as detected."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import BEAT_CODES, REFERENCE
from ecgviewer.core.record import Record
from ecgviewer.inference.strip_beats import detect_beats

Positions = NDArray[np.int64]


def beats_in(record: Record, start: int, stop: int) -> Positions:
    """Return the beats of samples start..stop, int64 (n,), rising, in samples of the record.

    Those of the file's reference annotations where it has any, else R peaks detected in the
    lead that single-lead nets read. Raises EcgError where the record has no such lead.
    """
    # A "N" that spans time is a QRS complex of a file that marks waves.
    marked = [
        mark.start
        for mark in record.annotations
        if mark.source == REFERENCE and mark.label in BEAT_CODES and mark.start == mark.stop
    ]
    if not marked:
        return detect_beats(record, start=start, stop=stop)
    beats = np.unique(np.array(marked, dtype=np.int64))
    return beats[(beats >= start) & (beats < stop)]
