"""An honest "I do not know": how unlike its training records a record is, and in what.

Each trait is held against its distribution over familiar records; the small tail
probabilities of all are combined by their harmonic mean (Wilson, PNAS 2019), which
many related traits do not mislead. The outcome is again held against familiar records,
so that one number has one meaning for every model: at the limit, one familiar record in
twenty looks as strange.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Patient
from ecgviewer.inference.traits import Traits, typical
from ecgviewer.inference.unfamiliar_words import (
    NET_WORDS,
    SHAPE_WORDS,
    age_words,
    detector_words,
    lead_words,
    measure_words,
)
from ecgviewer.signal.leads import INDEPENDENT_LEADS

Floats = NDArray[np.float64]

# The share of familiar records that may be called unfamiliar; they score LIMIT or more.
FLAGGED_SHARE: Final = 0.05
LIMIT: Final = 0.5
# A tail is read off the records up to here and follows an exponential beyond.
TAIL_SHARE: Final = 0.1
N_QUANTILES: Final = 91
SMALLEST: Final = 1e-12
# With so many of its leads missing, a model answers about another examination.
HALF: Final = 0.5
ADULT_YEARS: Final = 16.0

NET, MEASURES, SHAPE = "net", "measures", "shape"


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
    (k,), along them; rest: mean squared length of what they leave over.
    """

    mean: Floats
    scale: Floats
    directions: Floats
    variances: Floats
    rest: float

    def distance(self, values: Floats) -> Floats:
        """Return the logarithm of the Mahalanobis distance of (n, d), what is left over included.

        The rest is spread evenly, as in probabilistic principal components (Tipping and
        Bishop 1999), but weighs no more than the directions do together.
        """
        scaled = np.clip((values - self.mean) / self.scale, -50, 50)
        along = scaled @ self.directions.T
        left = np.square(scaled).sum(axis=1) - np.square(along).sum(axis=1)
        near = np.square(along) / self.variances
        k = len(self.variances)
        return np.asarray(np.log(near.sum(axis=1) + k * np.maximum(left, 0) / self.rest + SMALLEST))


@dataclass(frozen=True, eq=False)
class Detectors:
    """Known strange things that a line through beat shapes tells from familiar ones.

    names: "RA/LA" and the like; groups: what each belongs to, such as "limb leads"; a
    group's detectors share the weight of one piece of evidence. weights: float64
    (n_detectors, n_shape + 1), the last column a constant.
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    weights: Floats

    def outputs(self, shapes: Floats) -> dict[str, Floats]:
        """Return each detector's output, (n,), for shapes (n, n_shape); NaN for NaN."""
        values = shapes @ self.weights[:, :-1].T + self.weights[:, -1]
        return dict(zip(self.names, values.T, strict=True))

    def shares(self) -> dict[str, float]:
        """Return each detector's part of its group's weight."""
        return {
            name: 1 / self.groups.count(group)
            for name, group in zip(self.names, self.groups, strict=True)
        }


@dataclass(frozen=True, eq=False)
class Familiarity:
    """What a model's training records look like, without any of them.

    portraits: of "net", "measures" and "shape". tails: of each piece of evidence;
    combined: of all together. weights_sha256: of the net whose features were looked at.
    """

    portraits: Mapping[str, Portrait]
    detectors: Detectors
    tails: Mapping[str, Tail]
    combined: Tail
    weights_sha256: str = ""

    def probabilities(self, records: Sequence[Traits]) -> dict[str, Floats]:
        """Return for each piece of evidence how likely familiar records are as strange, (n,)."""
        found = evidence(self.portraits, self.detectors, records)
        return {name: self.tails[name].probability(values) for name, values in found.items()}

    def scores(self, records: Sequence[Traits]) -> Floats:
        """Return how unfamiliar records are by their signals, (n,), 0..1."""
        surprise = combined_surprise(self.probabilities(records), self.detectors)
        return as_scores(self.combined.probability(surprise))


def evidence(
    portraits: Mapping[str, Portrait], detectors: Detectors, records: Sequence[Traits]
) -> dict[str, Floats]:
    """Return every piece of evidence, (n_records,); NaN where there is none."""
    seen = {name: np.stack([getattr(traits, name) for traits in records]) for name in portraits}
    found = {name: portrait.distance(seen[name]) for name, portrait in portraits.items()}
    return found | (detectors.outputs(seen[SHAPE]) if SHAPE in seen else {})


def combined_surprise(probabilities: Mapping[str, Floats], detectors: Detectors) -> Floats:
    """Return minus the logarithm of the weighted harmonic mean of probabilities, (n,)."""
    shares = dict.fromkeys(probabilities, 1.0) | detectors.shares()
    total = sum(shares[name] for name in probabilities)
    inverse = sum(shares[name] / values for name, values in probabilities.items())
    return np.asarray(np.log(np.asarray(inverse) / total))


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
    score = float(familiarity.scores([traits])[0])
    absent = _absent_share(traits.missing, leads)
    if absent >= HALF:
        return max(score, LIMIT + (1 - LIMIT) * absent), lead_words(traits.missing, leads)
    if patient.age_years is not None and patient.age_years < ADULT_YEARS:
        return max(score, LIMIT), age_words(patient.age_years)
    if score < LIMIT:
        return score, ""
    found = {name: values[0] for name, values in familiarity.probabilities([traits]).items()}
    shares = dict.fromkeys(found, 1.0) | familiarity.detectors.shares()
    leading = max(found, key=lambda name: shares[name] / found[name])
    return score, _words(leading, familiarity, traits)


def _words(leading: str, familiarity: Familiarity, traits: Traits) -> str:
    if leading in familiarity.detectors.names:
        return detector_words(leading)
    if leading == MEASURES:
        portrait = familiarity.portraits[MEASURES]
        return measure_words(traits, (traits.measures - portrait.mean) / portrait.scale)
    return SHAPE_WORDS if leading == SHAPE else NET_WORDS


def _absent_share(missing: Sequence[str], leads: Sequence[str]) -> float:
    """Return which share of the leads that do not follow from others is missing."""
    wanted = [lead for lead in leads if lead in INDEPENDENT_LEADS] or list(leads)
    return sum(lead in missing for lead in wanted) / len(wanted)
