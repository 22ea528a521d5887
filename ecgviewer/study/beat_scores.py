"""How well detected beats agree with marked ones.

After ANSI/AAMI EC57: a detection within 150 ms of a marked beat is that beat, each counts
once, and ventricular flutter, which has no beats, is left out. Unlike there, the first five
minutes count too: nobody gets time to learn.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import BEAT_CODES, REFERENCE
from ecgviewer.core.record import Record

Places = NDArray[np.int64]

TOLERANCE_S = 0.15
_FLUTTER_BEGINS, _FLUTTER_ENDS = "[", "]"


@dataclass(frozen=True, slots=True)
class BeatScore:
    """Beats marked, of those found, and detections in all; scores add up."""

    n_marked: int
    n_matched: int
    n_found: int

    def __add__(self, other: "BeatScore") -> "BeatScore":
        return BeatScore(
            self.n_marked + other.n_marked,
            self.n_matched + other.n_matched,
            self.n_found + other.n_found,
        )

    @property
    def sensitivity(self) -> float:
        """Share of the marked beats that were found; NaN without any."""
        return self.n_matched / self.n_marked if self.n_marked else float("nan")

    @property
    def precision(self) -> float:
        """Share of the detections that are beats; NaN without any."""
        return self.n_matched / self.n_found if self.n_found else float("nan")

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; NaN without any beat."""
        n = self.n_marked + self.n_found
        return 2 * self.n_matched / n if n else float("nan")


def score_beats(record: Record, found: Places) -> BeatScore:
    """Compare detections, int64 (n,), rising, in samples of the record, with its marked beats.

    A record without reference annotations has no beats to find.
    """
    marks = [x for x in record.annotations if x.source == REFERENCE]
    marked = np.array([x.start for x in marks if x.label in BEAT_CODES], dtype=np.int64)
    begins = [x.start for x in marks if x.label == _FLUTTER_BEGINS]
    ends = [x.start for x in marks if x.label == _FLUTTER_ENDS]
    # Flutter that nobody saw end lasts as long as the record.
    for start, stop in zip(begins, [*ends, record.n_samples], strict=False):
        marked, found = _outside(marked, start, stop), _outside(found, start, stop)
    tolerance = round(TOLERANCE_S * record.rate_hz)
    return BeatScore(len(marked), n_matches(found, marked, tolerance), len(found))


def _outside(places: Places, start: int, stop: int) -> Places:
    return places[(places < start) | (places > stop)]


def n_matches(found: Places, marked: Places, tolerance: int) -> int:
    """Return the largest number of pairs at most ``tolerance`` apart, each used once.

    Both rise. Taking the earliest that still fits is best for intervals on a line.
    """
    matched = place = 0
    for beat in marked.tolist():
        while place < len(found) and found[place] < beat - tolerance:
            place += 1
        if place < len(found) and found[place] <= beat + tolerance:
            matched += 1
            place += 1
    return matched
