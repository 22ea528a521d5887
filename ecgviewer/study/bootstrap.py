"""Draws of patients with replacement, all at once: how far a figure could have been else.

A draw is a row of weights: how often each record's patient came up. Records of one
patient always come together, since they are not independent of each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]
N_DRAWS = 1000
# As many draws at once as keep the arrays of a large data set in the processor's cache.
CHUNK = 100
LOW, HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its 95 % interval; NaN where it cannot be had."""

    value: float
    low: float
    high: float


def patient_draws(
    patients: NDArray[np.str_], n_draws: int = N_DRAWS, seed: int = 0
) -> Iterator[Weights]:
    """Yield weights (some draws, n_records), n_draws rows in all."""
    rng = np.random.default_rng(seed)
    _, member = np.unique(patients, return_inverse=True)
    n_patients = int(member.max()) + 1 if len(member) else 0
    for first in range(0, n_draws, CHUNK):
        n_rows = min(CHUNK, n_draws - first)
        drawn = rng.integers(0, max(n_patients, 1), (n_rows, n_patients))
        drawn += np.arange(n_rows)[:, np.newaxis] * n_patients
        counts = np.bincount(drawn.ravel(), minlength=n_rows * n_patients)
        yield counts.reshape(n_rows, n_patients)[:, member].astype(np.float32)


def interval(value: float, draws: NDArray[np.floating]) -> Interval:
    """Return the middle 95 % of the draws that have a value, beside the value itself."""
    known = draws[~np.isnan(draws)]
    if not known.size:
        return Interval(value, float("nan"), float("nan"))
    low, high = np.percentile(known, [LOW, HIGH])
    return Interval(value, float(low), float(high))
