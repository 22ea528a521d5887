"""An honest "I do not know": how unlike its training records a record is, and in what.

Each trait is held against its distribution over familiar records; the small tail
probabilities of all are combined by their harmonic mean (Wilson, PNAS 2019), which
related traits do not mislead. Swapped cables show themselves by a beat that is far more
usual once they are swapped back. The outcome is again held against familiar records,
so that one number has one meaning for every model: at the limit, one familiar record in
twenty looks as strange.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Patient
from ecgviewer.core.text import tr
from ecgviewer.inference.traits import Traits, typical
from ecgviewer.inference.unfamiliar_words import (
    NET_WORDS,
    PACED_WORDS,
    SHAPE_WORDS,
    age_words,
    lead_words,
    measure_words,
    swap_words,
)
from ecgviewer.signal.beat_shape import N_POINTS, swapped_shapes
from ecgviewer.signal.lead_reversal import UNDOING
from ecgviewer.signal.leads import INDEPENDENT_LEADS

Floats = NDArray[np.float64]

# The share of familiar records that may be called unfamiliar; they score LIMIT or more.
FLAGGED_SHARE: Final = 0.05
LIMIT: Final = 0.5
# A tail is read off the records up to here and follows an exponential beyond.
TAIL_SHARE: Final = 0.1
N_QUANTILES: Final = 91
SMALLEST: Final = 1e-12
# Beyond so many spreads a value is no stranger.
FARTHEST: Final = 50.0
ADULT_YEARS: Final = 16.0

NET, MEASURES, SHAPE, PACED = "net", "measures", "shape", "paced"
# Below this probability, evidence that says more goes before evidence that is rarer.
OVERWHELMING: Final = 2e-3
MOST_TELLING: Final = (MEASURES, *UNDOING, PACED, SHAPE, NET)


@dataclass(frozen=True, eq=False)
class Tail:
    """A distribution's upper side.

    quantiles: float64 (N_QUANTILES,), at equal steps of probability up to 1 - TAIL_SHARE.
    excess: mean distance of what lies beyond the last one.
    """

    quantiles: Floats
    excess: float

    def probability(self, values: Floats) -> Floats:
        """Return how likely a familiar record has such a value or a larger one; 1 for NaN."""
        steps = np.linspace(1.0, TAIL_SHARE, len(self.quantiles))
        known = np.nan_to_num(values, nan=-np.inf)
        inside = np.interp(known, self.quantiles, steps)
        beyond = np.maximum(known - self.quantiles[-1], 0.0) / self.excess
        return np.asarray(np.maximum(inside * np.exp(-np.minimum(beyond, 700.0)), SMALLEST))


def tail_of(values: Floats) -> Tail:
    """Return the upper side of a sample, (n,)."""
    quantiles = np.quantile(values, np.linspace(0.0, 1 - TAIL_SHARE, N_QUANTILES))
    above = values[values > quantiles[-1]] - quantiles[-1]
    excess = float(above.mean()) if above.size else 0.0
    return Tail(quantiles, max(excess, 1e-9))


@dataclass(frozen=True, eq=False)
class Portrait:
    """What is usual of a vector: its mean, spread and main directions.

    mean, scale: (d,). directions: (k, d), orthonormal, of the scaled vector; variances:
    (k,), along them; rest: variance of what they leave over. upper: (d,), True where only
    more than usual is strange.
    """

    mean: Floats
    scale: Floats
    directions: Floats
    variances: Floats
    rest: float
    upper: NDArray[np.bool_]

    def spreads(self, values: Floats) -> Floats:
        """Return how many spreads (n, d) lies from the mean."""
        scaled = np.clip((values - self.mean) / self.scale, -FARTHEST, FARTHEST)
        return np.asarray(np.where(self.upper, np.maximum(scaled, 0.0), scaled))

    def distance(self, values: Floats) -> Floats:
        """Return the logarithm of the squared Mahalanobis distance, (n,), of (n, d).

        What the directions leave over is spread evenly, as in probabilistic principal
        components (Tipping and Bishop, J. R. Stat. Soc. B 1999).
        """
        scaled = self.spreads(values)
        along = scaled @ self.directions.T
        left = np.square(scaled).sum(axis=1) - np.square(along).sum(axis=1)
        squared = (np.square(along) / self.variances).sum(axis=1) + np.maximum(left, 0) / self.rest
        return np.asarray(np.log(squared + SMALLEST))


@dataclass(frozen=True, eq=False)
class Familiarity:
    """What a model's training records look like, without any of them.

    portraits: of "net", "measures" and "shape". paced: float64 (n_shape + 1,), a line
    through beat shapes that tells paced ones, the last a constant; empty where none could
    be learned. tails: of each piece of evidence; combined: of all together.
    weights_sha256: of the net whose features were looked at.
    """

    portraits: Mapping[str, Portrait]
    paced: Floats
    tails: Mapping[str, Tail]
    combined: Tail
    weights_sha256: str = ""

    def probabilities(self, records: Sequence[Traits]) -> dict[str, Floats]:
        """Return for each piece of evidence how likely familiar records are as strange, (n,)."""
        found = evidence(self.portraits, self.paced, records)
        return {name: self.tails[name].probability(values) for name, values in found.items()}

    def scores(self, records: Sequence[Traits]) -> Floats:
        """Return how unfamiliar records are by their signals, (n,), 0..1."""
        return self.scores_of(self.probabilities(records))

    def scores_of(self, probabilities: Mapping[str, Floats]) -> Floats:
        """Return the scores, (n,), that these probabilities make together."""
        return as_scores(self.combined.probability(combined_surprise(probabilities)))


def evidence(
    portraits: Mapping[str, Portrait], paced: Floats, records: Sequence[Traits]
) -> dict[str, Floats]:
    """Return every piece of evidence, (n_records,), larger where stranger; NaN without any."""
    seen = {name: np.stack([getattr(traits, name) for traits in records]) for name in portraits}
    found = {name: portrait.distance(seen[name]) for name, portrait in portraits.items()}
    if SHAPE in portraits:
        for group in swap_groups(portraits[SHAPE]):
            gains = swap_gains(portraits[SHAPE], group, seen[SHAPE])
            found[group] = np.max(list(gains.values()), axis=0)
        if paced.size:
            found[PACED] = seen[SHAPE] @ paced[:-1] + paced[-1]
    return found


def swap_groups(shape: Portrait) -> tuple[str, ...]:
    """Return the groups of swapped cables that can be told: all leads are needed."""
    whole = len(shape.mean) == len(INDEPENDENT_LEADS) * N_POINTS
    return tuple(UNDOING) if whole else ()


def swap_gains(shape: Portrait, group: str, shapes: Floats) -> dict[str, Floats]:
    """Return for each swap how much more usual beats (n, n_shape) are with it undone, (n,)."""
    swaps = UNDOING[group]
    undone = swapped_shapes(shapes, list(swaps.values())).reshape(-1, shapes.shape[1])
    gains = shape.distance(shapes) - shape.distance(undone).reshape(len(swaps), -1)
    return dict(zip(swaps, gains, strict=True))


def combined_surprise(probabilities: Mapping[str, Floats]) -> Floats:
    """Return minus the logarithm of the harmonic mean of probabilities, (n,)."""
    inverse = [1 / values for values in probabilities.values()]
    return np.asarray(np.log(np.mean(inverse, axis=0)))


def as_scores(tail_probabilities: Floats) -> Floats:
    """Return 0..1, LIMIT where a share FLAGGED_SHARE of familiar records is as strange."""
    return np.asarray(FLAGGED_SHARE / (FLAGGED_SHARE + tail_probabilities))


def judge(
    familiarity: Familiarity, windows: Sequence[Traits], leads: Sequence[str], patient: Patient
) -> tuple[float, str]:
    """Return how unfamiliar a record is, 0..1, and why in a few words, "" below LIMIT.

    windows: the traits of its windows, one or more; leads: those that the model reads.
    """
    traits = typical(windows)
    found = familiarity.probabilities([traits])
    score = float(familiarity.scores_of(found)[0])
    absent = _absent_share(traits.missing, leads)
    if absent > 0:
        return max(score, LIMIT + (1 - LIMIT) * absent), lead_words(traits.missing, leads)
    if score < LIMIT and _is_child(patient):
        return LIMIT, age_words(patient.age_years or 0.0)
    return score, _reason(familiarity, traits, found) if score >= LIMIT else ""


def _is_child(patient: Patient) -> bool:
    return patient.age_years is not None and patient.age_years < ADULT_YEARS


def _absent_share(missing: Sequence[str], leads: Sequence[str]) -> float:
    """Return which share of the leads that do not follow from others is missing."""
    wanted = [lead for lead in leads if lead in INDEPENDENT_LEADS] or list(leads)
    return sum(lead in missing for lead in wanted) / len(wanted)


def _reason(familiarity: Familiarity, traits: Traits, found: Mapping[str, Floats]) -> str:
    """Return the leading evidence in words; of the overwhelming ones, what says most."""
    leading = min(
        (name for name in MOST_TELLING if name in found),
        key=lambda name: max(float(found[name][0]), OVERWHELMING),
    )
    portraits = familiarity.portraits
    if leading == MEASURES:
        spreads = portraits[MEASURES].spreads(traits.measures[np.newaxis])[0]
        return measure_words(traits, spreads)
    if leading in UNDOING:
        gains = swap_gains(portraits[SHAPE], leading, traits.shape[np.newaxis])
        return swap_words(max(gains, key=lambda name: float(gains[name][0])))
    return tr({PACED: PACED_WORDS, SHAPE: SHAPE_WORDS, NET: NET_WORDS}[leading])
