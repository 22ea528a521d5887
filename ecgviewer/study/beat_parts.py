"""Where in a window the parts of its beats lie, as marked beats place them.

Long recordings mark beats and no waves. Each part therefore is a fixed span around R
peaks, chosen once from what textbooks call usual and from no map.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.strip import STRIP_HZ, STRIP_SAMPLES

ALL, OWN, NEIGHBOURS, LAST, AWAY = "all", "own", "neighbours", "last", "away"
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Part:
    """A span in seconds around R peaks.

    whose: of ALL beats; of the window's OWN beat; of its NEIGHBOURS before and after, less
    what OWN has of the same span; of the LAST in the window; or AWAY from all beats: what
    no such span covers.
    """

    whose: str
    start_s: float
    stop_s: float

    def inside(self, beats_s: NDArray[np.float64]) -> Mask:
        """Return which samples of a window belong to it, (STRIP_SAMPLES,).

        beats_s: (n_beats,), all R peaks in and near the window, in seconds after its middle,
        rising.
        """
        # The beat that the window stands around is marked within a sample of its middle.
        own = int(np.argmin(np.abs(beats_s)))
        if self.whose == NEIGHBOURS:
            beside = [place for place in (own - 1, own + 1) if 0 <= place < len(beats_s)]
            return self._around(beats_s[beside]) & ~self._around(beats_s[[own]])
        if self.whose == OWN:
            return self._around(beats_s[[own]])
        if self.whose == LAST:
            seen = beats_s[beats_s < TIME_S[-1]]
            return self._around(seen[-1:])
        around = self._around(beats_s)
        return ~around if self.whose == AWAY else around

    def _around(self, beats_s: NDArray[np.float64]) -> Mask:
        after_s = TIME_S - beats_s[:, np.newaxis]
        covered = (after_s >= self.start_s) & (after_s < self.stop_s)
        return np.asarray(covered.any(axis=0))


# Of a window's samples, after the beat in its middle.
TIME_S = (np.arange(STRIP_SAMPLES) - STRIP_SAMPLES // 2) / STRIP_HZ

# A whole beat begins with the P wave (PR intervals reach 0.2 s) and ends within the T wave
# that a wide QRS complex runs into; it leaves most of the pause after a premature one out.
BEAT_S = (-0.25, 0.35)
# A narrow complex around its R peak, and how far one net cell (44 ms) or a mark may be off.
QRS_S, R_S = (-0.05, 0.07), (-0.05, 0.05)
PARTS = {
    "P": Part(ALL, -0.22, -0.07),
    "R peaks": Part(ALL, *R_S),
    "QRS": Part(ALL, *QRS_S),
    "T": Part(ALL, 0.18, 0.42),
    "ST": Part(ALL, 0.08, 0.20),
    # The complexes of bundle branch blocks last 0.12 s and more, and their ST and T are one.
    "RS": Part(ALL, 0.00, 0.12),
    "wide ST": Part(ALL, 0.12, 0.36),
    "R' and S": Part(ALL, 0.03, 0.14),
    "ectopic beat": Part(OWN, *BEAT_S),
    "neighbours": Part(NEIGHBOURS, *BEAT_S),
    "last beat": Part(LAST, *BEAT_S),
    # What is farther from a beat than its QRS complex and ST segment.
    "f waves": Part(AWAY, -0.08, 0.30),
}


def inside(part: str, beats_s: NDArray[np.float64]) -> Mask:
    """Return which samples of a window belong to a part of PARTS, see ``Part.inside``."""
    return PARTS[part].inside(beats_s)
