"""Which of the eight classes each beat of a recording may be of.

Annotators leave things open: they call the slow beats of a resting heart normal, a fusion
neither normal nor ventricular. Where a beat may be of several classes, a net may choose
among these, and where nothing is known it learns nothing.
"""

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_marks import FIBRILLATION, FLUTTER, BeatMarks
from ecgviewer.study.beat_scores import TOLERANCE_S

Positions = NDArray[np.int64]
Cells = NDArray[np.float32]

_OF_SYMBOL = {"V": "PVC", "E": "PVC", "A": "PAC", "a": "PAC", "S": "PAC", "J": "PAC"}
_OF_BLOCK = {"L": "LBBB", "R": "RBBB"}
_NORMAL = frozenset("Nejn")
_OF_RHYTHM = {FIBRILLATION: "AFIB", "(SVTA": "SVTA", "(SBR": "SBR"}
# Beats slower than 60 a minute are a bradycardia's to some and normal to others.
_SLOW_S = 1.0
_AROUND_BEATS = 25


def allowed_classes(record: Record, beats: Positions) -> Cells:
    """Return what marked beats and rhythms allow each detected beat, (n_beats, n_classes).

    1 for a class that it may be of, 0 for one that it is not, a row of NaN where nothing
    is known. beats: in samples of the record, rising.
    """
    marks = BeatMarks.of(record, record.rate_hz)
    symbols = _symbols_at(marks, beats, TOLERANCE_S * record.rate_hz)
    episodes = marks.episodes(record.n_samples)
    starts = [episode.start for episode in episodes]
    rhythms = [episodes[bisect_right(starts, at) - 1].rhythm for at in beats.tolist()]
    slow = is_slow(beats, record.rate_hz)
    rows = [
        _row(_allowed(symbol, rhythm, is_slow=bool(late)))
        for symbol, rhythm, late in zip(symbols, rhythms, slow, strict=True)
    ]
    return np.array(rows, dtype=np.float32).reshape(len(beats), len(BEAT_LABELS))


def stated_classes(
    label: str, beats: Positions, rate_hz: float, unlike: NDArray[np.bool_]
) -> Cells:
    """Return the same for a recording all of whose beats are stated to be of one class.

    unlike: of each beat, whether its QRS complex is unlike the usual one: who states
    fibrillation says nothing of the ventricular beats within.
    """
    late = is_slow(beats, rate_hz)
    rows = []
    for is_late, is_unlike in zip(late.tolist(), unlike.tolist(), strict=True):
        stated = {label, "PVC"} if label == "AFIB" and is_unlike else {label}
        rows.append(_row(_or_slow(stated, is_slow=is_late and label == "N")))
    return np.array(rows, dtype=np.float32).reshape(len(beats), len(BEAT_LABELS))


def is_slow(beats: Positions, rate_hz: float) -> NDArray[np.bool_]:
    """Return of each beat whether the heart beats slower than 60 a minute around it."""
    if len(beats) < 2:
        return np.zeros(len(beats), dtype=bool)
    intervals_s = np.diff(beats, prepend=beats[0] - (beats[1] - beats[0])) / rate_hz
    # scipy.ndimage takes a moment to load.
    from scipy.ndimage import median_filter

    return np.asarray(median_filter(intervals_s, _AROUND_BEATS, mode="nearest") > _SLOW_S)


def _symbols_at(marks: BeatMarks, beats: Positions, tolerance: float) -> list[str]:
    """Return the symbol of the mark at each detection, "" where none is near."""
    symbols = [""] * len(beats)
    for at, symbol in zip(marks.beat_at.tolist(), marks.beat, strict=True):
        place = int(np.searchsorted(beats, at))
        near = [x for x in (place - 1, place) if 0 <= x < len(beats) and not symbols[x]]
        best = min(near, key=lambda x: abs(float(beats[x]) - at), default=None)
        if best is not None and abs(float(beats[best]) - at) <= tolerance:
            symbols[best] = symbol
    return symbols


def _allowed(symbol: str, rhythm: str, *, is_slow: bool) -> set[str]:
    """Return the classes that a beat may be of, none where nothing is known."""
    if rhythm == FLUTTER and symbol not in _OF_SYMBOL:
        return set()
    if rhythm == "(SVTA" and symbol in _NORMAL | set("AaJS"):
        return {"SVTA"}
    if symbol in _OF_SYMBOL:
        return {_OF_SYMBOL[symbol]}
    if symbol in _NORMAL and rhythm in _OF_RHYTHM:
        return {_OF_RHYTHM[rhythm]}
    if symbol in _OF_BLOCK:
        return {_OF_BLOCK[symbol]}
    return _or_slow({"N"}, is_slow=is_slow) if symbol in _NORMAL else set()


def _or_slow(allowed: set[str], *, is_slow: bool) -> set[str]:
    return allowed | {"SBR"} if is_slow else allowed


def _row(allowed: set[str]) -> list[float]:
    if not allowed:
        return [np.nan] * len(BEAT_LABELS)
    return [float(label in allowed) for label in BEAT_LABELS]
