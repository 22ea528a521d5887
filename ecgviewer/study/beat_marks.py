"""The beats and rhythms that people marked on a long recording."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import REFERENCE
from ecgviewer.core.record import Record

VENTRICULAR = frozenset("VE")
ATRIAL = frozenset("AaS")
# Fusion beats, junctional and blocked early beats: neither clearly there nor absent.
PERHAPS_VENTRICULAR = VENTRICULAR | {"F"}
PERHAPS_ATRIAL = ATRIAL | frozenset("Jejx")
# Paced and unclassifiable beats.
UNFIT = frozenset("/fQ")
BEATS = frozenset("NLRB") | PERHAPS_VENTRICULAR | PERHAPS_ATRIAL | UNFIT | {"r", "n"}
FIBRILLATION, FLUTTER = "(AFIB", "(AFL"


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of one rhythm; rhythm: as marked, "" before the first mark."""

    start: float
    stop: float
    rhythm: str


@dataclass(frozen=True, eq=False)
class BeatMarks:
    """A record's beats and changes of rhythm, rising, in samples of the wanted rate.

    beat: symbols such as "V". rhythm: such as "(AFIB", each lasting until the next.
    """

    beat_at: NDArray[np.float64]
    beat: tuple[str, ...]
    rhythm_at: Sequence[float]
    rhythm: tuple[str, ...]

    @classmethod
    def of(cls, record: Record, rate_hz: float) -> "BeatMarks":
        """Return what a record's reference annotations say, at ``rate_hz``."""
        ratio = rate_hz / record.rate_hz
        marks = [mark for mark in record.annotations if mark.source == REFERENCE]
        beats = [mark for mark in marks if mark.label in BEATS]
        # A bare "(" is the onset of a wave.
        rhythms = [mark for mark in marks if mark.label.startswith("(") and len(mark.label) > 1]
        return cls(
            np.array([mark.start * ratio for mark in beats]),
            tuple(mark.label for mark in beats),
            [mark.start * ratio for mark in rhythms],
            tuple(mark.label for mark in rhythms),
        )

    def beats(self, start: float, stop: float) -> tuple[str, ...]:
        """Return the symbols of the beats in a span."""
        return self.beat[bisect_left(self.beat_at, start) : bisect_left(self.beat_at, stop)]

    def rhythms(self, start: float, stop: float) -> set[str]:
        """Return every rhythm of a span, the one that it begins in with them."""
        first = bisect_right(self.rhythm_at, start)
        last = bisect_left(self.rhythm_at, stop)
        return set(self.rhythm[max(0, first - 1) : last])

    def episodes(self, n_samples: int) -> list[Episode]:
        """Return the rhythms of a whole record in turn; no two neighbours are alike."""
        bounds = pairwise((-math.inf, *self.rhythm_at, float(n_samples)))
        found: list[Episode] = []
        for (start, stop), rhythm in zip(bounds, ("", *self.rhythm), strict=True):
            if found and found[-1].rhythm == rhythm:
                found[-1] = replace(found[-1], stop=stop)
            else:
                found.append(Episode(start, stop, rhythm))
        return found
