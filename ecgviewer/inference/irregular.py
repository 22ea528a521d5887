"""Fibrillation told by two witnesses: the net's answers, and intervals that repeat nothing.

A net of beats takes some of fibrillation's early beats for premature ones. Whether a rhythm is
regular at all its intervals say themselves: their entropy is how little one that has come
before tells of the next (Richman & Moorman, Am. J. Physiol. 278:H2039, 2000; for fibrillation
Lake & Moorman, Am. J. Physiol. 300:H319, 2011).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Irregularity

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]
Scores = NDArray[np.float32]

# A beat's rhythm is that of so many beats on each side.
AROUND = 16
# Intervals match that differ by less than this share of the usual one.
_MATCH = 0.06
_FEWEST_INTERVALS = 4
# Probabilities as near to 0 or 1 say no more.
_SURE = 0.01
_BEATS_AT_ONCE = 1024
_NOTHING = 1e-9


def entropies(samples: Positions, gaps: Positions, asked: slice) -> Floats:
    """Return how irregular the intervals around each beat asked for are, (n_asked,).

    samples: of all beats that are known, rising. gaps: (n_gaps, 2), samples over which no
    interval counts. The logarithm of how many intervals match, by how many of these are
    followed by matching ones: 0 where a rhythm repeats itself, NaN where too few count.
    """
    first, last, _ = asked.indices(len(samples))
    intervals = np.diff(samples).astype(np.float64)
    ends = np.searchsorted(samples, gaps[:, 0], side="right") if len(gaps) else np.zeros(0, int)
    crossed = ends[(ends > 0) & (ends < len(samples))] - 1
    intervals[crossed] = np.nan
    found = np.full(last - first, np.nan)
    n_around = min(2 * AROUND, len(intervals))
    if n_around < _FEWEST_INTERVALS:
        return found
    begins = np.clip(np.arange(first, last) - AROUND, 0, len(intervals) - n_around)
    for at in range(0, len(begins), _BEATS_AT_ONCE):
        some = slice(at, at + _BEATS_AT_ONCE)
        found[some] = _entropy(intervals[begins[some, np.newaxis] + np.arange(n_around)])
    return found


def _entropy(intervals: Floats) -> Floats:
    """Return the entropy of each row, (n_rows,)."""
    known = ~np.isnan(intervals)
    counts = known.sum(axis=1) >= _FEWEST_INTERVALS
    usual = np.ones(len(intervals))
    usual[counts] = np.nanmedian(intervals[counts], axis=1)
    shares = intervals / usual[:, np.newaxis]
    apart = np.abs(shares[:, :, np.newaxis] - shares[:, np.newaxis])
    alike = (apart < _MATCH) & np.tri(apart.shape[1], k=-1, dtype=bool).T
    # The last interval is followed by none that is known.
    first = alike[:, :-1, :-1] & (known[:, 1:, np.newaxis] & known[:, np.newaxis, 1:])
    both = first & alike[:, 1:, 1:]
    n_first, n_both = (matches.sum(axis=(1, 2)) for matches in (first, both))
    return np.where(counts, np.log((n_first + 1) / (n_both + 1)), np.nan)


def mean_odds(scores: Scores, labels: Sequence[str]) -> Floats:
    """Return the logit of the mean probability of fibrillation around each beat, (n_beats,)."""
    summed = np.concatenate([[0.0], np.cumsum(scores[:, labels.index("AFIB")], dtype=np.float64)])
    n_around = min(2 * AROUND + 1, len(scores))
    begins = np.clip(np.arange(len(scores)) - AROUND, 0, len(scores) - n_around)
    mean = (summed[begins + n_around] - summed[begins]) / n_around
    return np.asarray(np.log((mean + _SURE) / (1 - mean + _SURE)))


def likelihood(odds: Floats, entropy: Floats, rule: Irregularity) -> Floats:
    """Return how likely beats lie in fibrillation by both witnesses, NaN where one is, (n,)."""
    together = rule.net * odds + rule.entropy * entropy + rule.offset
    return np.asarray(0.5 * (1 + np.tanh(0.5 * together)))


def with_irregularity(
    scores: Scores, labels: Sequence[str], entropy: Floats, rule: Irregularity
) -> Scores:
    """Return the beats' probabilities with fibrillation's by both witnesses.

    scores: (n_beats, n_labels), rows adding up to 1. A ventricular beat is one in any
    rhythm; the other classes share what fibrillation leaves.
    """
    if not len(scores):
        return scores
    likely = likelihood(mean_odds(scores, labels), entropy, rule)
    return settled(scores.astype(np.float64), labels, likely).astype(np.float32)


def settled(scores: Floats, labels: Sequence[str], likely: Floats) -> Floats:
    """Return (n_beats, n_labels) with so likely a fibrillation of each beat, (n_beats,).

    Rows with NaN stay as they are.
    """
    afib, ventricular = labels.index("AFIB"), labels.index("PVC")
    others = [place for place in range(len(labels)) if place not in (afib, ventricular)]
    found = scores.copy()
    free = 1 - scores[:, ventricular]
    rest = np.maximum(scores[:, others].sum(axis=1), _NOTHING)
    found[:, others] *= (free * (1 - likely) / rest)[:, np.newaxis]
    found[:, afib] = free * likely
    return np.where(np.isnan(likely)[:, np.newaxis], scores, found)
