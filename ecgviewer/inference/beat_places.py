"""Where a record's beats are: as its file marks them, else as detected."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.signal.beats import r_peaks

Positions = NDArray[np.int64]

# WFDB Applications Guide, annotation codes: these stand for a beat. A "N" that spans time
# is a QRS complex of a file that marks waves.
BEAT_SYMBOLS = frozenset("NLRBAaJSVrFejnE/fQ?")
REFERENCE = "atr"
# The detector learns a record's amplitudes from its surroundings.
MARGIN_S = 10.0


def beats_in(record: Record, start: int, stop: int) -> Positions:
    """Return the beats of samples start..stop, int64 (n,), rising, in samples of the record.

    Those of the file's reference annotations where it has any, else R peaks detected in the
    lead that single-lead nets read. Raises EcgError where the record has no such lead.
    """
    marked = [
        mark.start
        for mark in record.annotations
        if mark.source == REFERENCE and mark.label in BEAT_SYMBOLS and mark.start == mark.stop
    ]
    beats = (
        np.unique(np.array(marked, dtype=np.int64)) if marked else _detected(record, start, stop)
    )
    return beats[(beats >= start) & (beats < stop)]


def _detected(record: Record, start: int, stop: int) -> Positions:
    margin = round(MARGIN_S * record.rate_hz)
    first, last = max(0, start - margin), min(record.n_samples, stop + margin)
    if first >= last:
        return np.empty(0, dtype=np.int64)
    lead = window_mv(record, first, last, STRIP_LEAD)
    peaks = r_peaks(lead, STRIP_LEAD.rate_hz)
    at = np.rint(peaks * (record.rate_hz / STRIP_LEAD.rate_hz)).astype(np.int64)
    return np.asarray(np.minimum(first + at, record.n_samples - 1))
