"""Figures with their 95 % intervals: Wilson's for shares, percentiles of draws for others.

A draw takes as many records as there are, with replacement; where the patients are known,
it takes patients, since records of one are not independent of each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

N_DRAWS = 2000
SEED = 0
# The normal distribution's 97.5 % point.
Z = 1.959963984540054
_LOW, _HIGH = 2.5, 97.5
# With fewer draws that have a value, their percentiles say nothing.
_LEAST_KNOWN = 0.5
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure and its 95 % interval, from n items; None is "not measurable", never NaN."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0


def wilson(hits: float, n: float) -> Measured:
    """Return a share with Wilson's score interval.

    Source: Wilson 1927, doi 10.1080/01621459.1927.10502953; Brown, Cai & DasGupta 2001,
    doi 10.1214/ss/1009213286, recommend it for small n.
    """
    if n <= 0:
        return Measured(None)
    share = hits / n
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return Measured(share, max(0.0, middle - half), min(1.0, middle + half), round(n))


def drawn_sums(
    features: Numbers, groups: Sequence[str] | None = None, n_draws: int = N_DRAWS
) -> Numbers:
    """Return the sums of draws of rows: (n_draws, n_features) for (n_rows, n_features).

    groups: the patient of each row; their rows are drawn together. The seed is fixed, so
    that the same reviews give the same figures.
    """
    if groups is not None:
        names, member = np.unique(np.asarray(groups), return_inverse=True)
        by_group = np.zeros((len(names), features.shape[1]))
        np.add.at(by_group, member, features)
        features = by_group
    n_rows = len(features)
    if not n_rows:
        return np.zeros((n_draws, features.shape[1]))
    rng = np.random.default_rng(SEED)
    sums = []
    for first in range(0, n_draws, _AT_ONCE):
        n = min(_AT_ONCE, n_draws - first)
        drawn = rng.integers(0, n_rows, (n, n_rows)) + np.arange(n)[:, np.newaxis] * n_rows
        weights = np.bincount(drawn.ravel(), minlength=n * n_rows).reshape(n, n_rows)
        sums.append(weights @ features)
    return np.concatenate(sums)


def measured(
    figure: Callable[[Numbers], Numbers], sums: Numbers, drawn: Numbers, n: int
) -> Measured:
    """Return a figure of sums (n_features,) with the percentiles of its draws.

    figure: maps sums (..., n_features) to values (...), NaN where there is none. Draws that
    are all alike have seen no difference, which is no interval: it is left out.
    """
    value = float(figure(sums[np.newaxis])[0])
    if np.isnan(value):
        return Measured(None, n=n)
    values = figure(drawn)
    known = values[~np.isnan(values)]
    if len(known) < _LEAST_KNOWN * len(values) or np.ptp(known) == 0:
        return Measured(value, n=n)
    low, high = np.percentile(known, [_LOW, _HIGH])
    return Measured(value, float(low), float(high), n)


def pooled_share(
    hits: float, n: float, drawn_hits: Numbers, drawn_n: Numbers, n_records: int
) -> Measured:
    """Return a share of cells, of which one record may have several.

    The interval is Wilson's of so many independent records, and wider where the draws
    (n_draws,) are: cells of one record, and records of one patient, go together.
    """
    if n <= 0:
        return Measured(None)
    least = wilson(hits / n * n_records, n_records)
    low, high = np.nanpercentile(ratio(drawn_hits, drawn_n), [_LOW, _HIGH])
    ends = [end for end in (least.low, least.high, float(low), float(high)) if end is not None]
    return Measured(hits / n, min(ends), max(ends), n_records)


def ratio(part: Numbers, whole: Numbers) -> Numbers:
    """Return part / whole, NaN where the whole is nothing."""
    shares = np.full(np.shape(part), np.nan)
    np.divide(part, whole, out=shares, where=whole != 0)
    return shares
