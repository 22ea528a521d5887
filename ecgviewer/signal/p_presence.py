"""Whether the bumps between T and QRS are P waves: alike, and alike placed, in every beat.

The waves of fibrillating atria come at any time before a QRS complex, so those before one
resemble those before the others by chance alone. Likeness of P waves is an old sign in
detectors of fibrillation (Slocum and others, Comput Cardiol 1987; Babaeizadeh and others,
J Electrocardiol 42:522-526, 2009); the measure is ours.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.text import later, tr
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.usual_beats import is_irregular
from ecgviewer.signal.wave_edges import Floats

HALF_S = 0.06
# The PR interval may change by so much from beat to beat; looked at in steps.
SHIFT_S = 0.02
STEP_S = 0.004
LIKENESS = 0.70
SIZES = (0.5, 2.0)
# Of a record's beats that must be alike, for any to be called P waves; where the heart is
# as irregular as in fibrillation, more.
ALIKE_SHARE = 0.6
IRREGULAR_SHARE = 0.8
FEWEST_BEATS = 3
N_COMPARED = 24
NOT_ALIKE = later("no P wave that is alike from beat to beat, as in atrial fibrillation")
TOO_FEW = later("fewer than three beats in which a P wave could be told from other waves")


@dataclass(frozen=True, eq=False, slots=True)
class Presence:
    """seen: bool (n_beats,), whether there is a P wave. reason: why in none, or ""."""

    seen: NDArray[np.bool_]
    reason: str


def p_presence(
    bumps_mv: Floats,
    rate_hz: float,
    onsets: Floats,
    tops: Positions,
    usual_shape: NDArray[np.bool_],
) -> Presence:
    """Return before which QRS complexes of the usual shape there is a P wave.

    bumps_mv: (n_leads, n_samples), what is as wide as a P wave. onsets: (n_beats,) of the
    complexes. tops: (n_beats,), the largest bump before each, -1 for none.
    usual_shape: bool (n_beats,); what lies before other complexes is not judged.
    """
    seen = np.zeros(len(tops), dtype=np.bool_)
    bumps = _Bumps(bumps_mv, rate_hz)
    judged = np.flatnonzero(usual_shape & ~np.isnan(onsets) & bumps.inside(tops))
    if judged.size < FEWEST_BEATS:
        return Presence(seen, tr(TOO_FEW))
    usual = float(np.median(onsets[judged] - tops[judged]))
    expected = np.round(np.nan_to_num(onsets - usual)).astype(np.int64)
    for beat in judged:
        others = expected[_neighbours(judged, int(beat))]
        others = others[bumps.inside(others)]
        if others.size >= FEWEST_BEATS - 1:
            template = np.median([bumps.around(int(place)) for place in others], axis=0)
            seen[beat] = bumps.alike(template, int(expected[beat]), int(tops[beat]))
    wanted = IRREGULAR_SHARE if is_irregular(np.diff(onsets)) else ALIKE_SHARE
    if np.count_nonzero(seen) < wanted * judged.size:
        return Presence(np.zeros_like(seen), tr(NOT_ALIKE))
    return Presence(seen, "")


def _neighbours(judged: Positions, beat: int) -> Positions:
    """Return the beats that a beat is compared with.

    Its own bump would make every beat look alike. Of a long record the nearest suffice.
    """
    others = judged[judged != beat]
    at = int(np.searchsorted(others, beat))
    first = max(0, min(at - N_COMPARED // 2, others.size - N_COMPARED))
    nearest: Positions = others[first : first + N_COMPARED]
    return nearest


@dataclass(frozen=True, eq=False, slots=True)
class _Bumps:
    values_mv: Floats
    rate_hz: float

    @property
    def half(self) -> int:
        return round(HALF_S * self.rate_hz)

    def inside(self, places: Positions) -> NDArray[np.bool_]:
        """Return which places have all their surroundings."""
        within: NDArray[np.bool_] = (places >= self.half) & (
            places < self.values_mv.shape[1] - self.half
        )
        return within

    def around(self, place: int) -> Floats:
        return self.values_mv[:, place - self.half : place + self.half]

    def alike(self, template: Floats, expected: int, top: int) -> bool:
        """Return whether a bump near the expected place is like the template, and the top."""
        shift, step = (max(1, round(x * self.rate_hz)) for x in (SHIFT_S, STEP_S))
        places = np.arange(expected - shift, expected + shift + 1, step)
        places = places[self.inside(places)]
        if not places.size:
            return False
        pieces = np.array([self.around(int(place)) for place in places])
        sizes = np.linalg.norm(pieces, axis=(1, 2))
        size = max(float(np.linalg.norm(template)), 1e-9)
        likeness = np.einsum("pln,ln->p", pieces, template) / np.maximum(sizes * size, 1e-12)
        best = int(np.argmax(likeness))
        fits = SIZES[0] < sizes[best] / size < SIZES[1]
        return bool(likeness[best] > LIKENESS and fits and abs(top - places[best]) < self.half)
