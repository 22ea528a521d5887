"""Where each QRS complex begins and ends, in every lead.

After Martínez and others, IEEE Trans Biomed Eng 51:570-581, 2004,
doi:10.1109/TBME.2003.821031: outwards from the steep parts, the complex ends where the
filtered trace stays below a share of its largest value. Ours: the measure is slope and
bend together, and half of it is that of all leads: a lead alone does not show the part of
the complex that runs across it. Settings were chosen on the records of LUDB with an odd
number (`python packaging/run.py bench delineation`).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.wave_edges import (
    Floats,
    activity,
    falls_below,
    quiet_level,
    root_mean_square,
)

SIGMA_S = 0.006
BEND_S = 0.006
# A complex lies within this time of its R peak; what is steep in it, much nearer.
REACH_S = (0.18, 0.22)
STEEP_S = 0.06
STEEP_SHARE = 0.35
ONSET_SHARE = 0.06
OFFSET_SHARE = 0.10
QUIET_FACTOR = 2.5
HOLD_S = 0.008
# How much of the (squared) measure is that of all leads together.
TOGETHER_SHARE = 0.5
# A complex that stands out less than so many times from the quiet has no edges.
STANDS_OUT = 6.0


@dataclass(frozen=True, eq=False, slots=True)
class QrsBounds:
    """float64 in samples, NaN where not measurable.

    onset, offset: (n_leads, n_beats). all_onset, all_offset: (n_beats,), of the usable
    leads as one. usable: bool (n_leads,), False for leads without signal or in noise.
    """

    onset: Floats
    offset: Floats
    all_onset: Floats
    all_offset: Floats
    usable: NDArray[np.bool_]


def qrs_bounds(filled_mv: Floats, rate_hz: float, peaks: Positions) -> QrsBounds:
    """Return the bounds of the complexes at these R peaks; filled_mv: without NaN."""
    moved = activity(filled_mv, SIGMA_S, BEND_S, rate_hz)
    quiet, heights = quiet_level(moved, rate_hz), _heights(moved, rate_hz, peaks)
    stand_out = heights > STANDS_OUT * np.maximum(quiet[:, np.newaxis], 1e-9)
    usable = stand_out.mean(axis=1) > 0.5 if peaks.size else np.zeros(len(moved), np.bool_)
    nothing = np.full((len(moved) + 1, 2, peaks.size), np.nan)
    if usable.any():
        together = root_mean_square(moved[usable])
        all_quiet = float(quiet_level(together, rate_hz))
        for beat, peak in enumerate(peaks):
            search = _Search(together, all_quiet, int(peak), rate_hz)
            nothing[-1, :, beat] = search.edges(together, all_quiet)
            for lead in np.flatnonzero(usable & stand_out[:, beat]):
                nothing[lead, :, beat] = search.edges(moved[lead], float(quiet[lead]))
    marks = nothing
    return QrsBounds(marks[:-1, 0], marks[:-1, 1], marks[-1, 0], marks[-1, 1], usable)


def _heights(moved: Floats, rate_hz: float, peaks: Positions) -> Floats:
    """Return the largest movement of each lead at each beat, (n_leads, n_beats)."""
    steep = round(STEEP_S * rate_hz)
    spans = [moved[:, max(0, peak - steep) : peak + steep].max(axis=1) for peak in peaks]
    return np.array(spans).reshape(len(peaks), len(moved)).T


@dataclass(frozen=True, eq=False, slots=True)
class _Search:
    """The surroundings of one R peak."""

    together: Floats
    all_quiet: float
    peak: int
    rate_hz: float

    def edges(self, moved: Floats, quiet: float) -> tuple[float, float]:
        """Return where the complex begins and ends by one lead's movement, or NaN."""
        first = max(0, self.peak - round(REACH_S[0] * self.rate_hz))
        last = min(len(moved), self.peak + round(REACH_S[1] * self.rate_hz))
        reach = round(STEEP_S * self.rate_hz)
        near = slice(max(0, self.peak - first - reach), self.peak - first + reach)
        own, own_quiet = self._relative(moved[first:last], near, quiet)
        shared, shared_quiet = self._relative(self.together[first:last], near, self.all_quiet)
        level = _blend(own, shared)
        floor = QUIET_FACTOR * float(_blend(np.array(own_quiet), np.array(shared_quiet)))
        highest = level[near].max()
        steep = near.start + np.flatnonzero(level[near] > STEEP_SHARE * highest)
        hold = max(2, round(HOLD_S * self.rate_hz))
        before = falls_below(level[steep[0] :: -1], max(ONSET_SHARE * highest, floor), hold)
        behind = falls_below(level[steep[-1] :], max(OFFSET_SHARE * highest, floor), hold)
        return (
            np.nan if before is None else float(first + steep[0] - before),
            np.nan if behind is None else float(first + steep[-1] + behind),
        )

    def _relative(self, moved: Floats, near: slice, quiet: float) -> tuple[Floats, float]:
        highest = max(float(moved[near].max()), 1e-9)
        return moved / highest, quiet / highest


def _blend(own: Floats, shared: Floats) -> Floats:
    squares = (1 - TOGETHER_SHARE) * np.square(own) + TOGETHER_SHARE * np.square(shared)
    blended: Floats = np.sqrt(squares)
    return blended
