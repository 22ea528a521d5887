"""Agreement beyond chance: Cohen's kappa of two raters, Fleiss' kappa of several."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.review.draws import Numbers, ratio


def cohen_kappa(tables: Numbers) -> Numbers:
    """Return kappa (...) of tables (..., k, k): how often one rater said i and the other j.

    (p_o - p_e) / (1 - p_e), where p_e is how often both would agree by chance with the
    rates that each has. NaN where both only ever say the same one thing, so that no
    agreement beyond chance is possible. Source: Cohen 1960, doi 10.1177/001316446002000104.
    """
    total = tables.sum(axis=(-2, -1))
    observed = ratio(np.trace(tables, axis1=-2, axis2=-1), total)
    by_chance = ratio((tables.sum(axis=-1) * tables.sum(axis=-2)).sum(axis=-1), total**2)
    return _beyond_chance(observed, by_chance)


def fleiss_features(counts: NDArray[np.integer]) -> Numbers:
    """Return what Fleiss' kappa adds up over subjects: (n, 2 + k) for counts (n, k).

    counts: how many raters put a subject into each category; all have equally many. The
    columns are the share of pairs of raters that agree, 1, and the counts.
    """
    n_raters = counts.sum(axis=1)
    if len(counts) and (n_raters.min() != n_raters.max() or n_raters[0] < 2):
        raise ValueError("each subject needs the same two or more raters")
    pairs = np.maximum(n_raters * (n_raters - 1), 1)
    agreeing = (counts * (counts - 1)).sum(axis=1) / pairs
    return np.column_stack([agreeing, np.ones(len(counts)), counts]).astype(np.float64)


def fleiss_kappa(sums: Numbers) -> Numbers:
    """Return kappa (...) of sums of features (..., 2 + k); NaN where all say the same thing.

    Source: Fleiss 1971, doi 10.1037/h0031619.
    """
    observed = ratio(sums[..., 0], sums[..., 1])
    counts = sums[..., 2:]
    shares = ratio(counts, np.broadcast_to(counts.sum(axis=-1, keepdims=True), counts.shape))
    return _beyond_chance(observed, (shares**2).sum(axis=-1))


def _beyond_chance(observed: Numbers, by_chance: Numbers) -> Numbers:
    # Where chance alone explains all, rounding must not leave a tiny rest to divide by.
    possible = np.where(np.isclose(by_chance, 1.0), 0.0, 1.0 - by_chance)
    return ratio(observed - by_chance, possible)
