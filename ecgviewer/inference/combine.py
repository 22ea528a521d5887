"""How the windows of a record make its scores; a card says which way was chosen."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Probabilities = NDArray[np.float64]

# Probabilities nearer to 0 or 1 than this would make a logit infinite.
_EDGE = 1e-7


def combine(probabilities: Probabilities, how: str) -> Probabilities:
    """Return (n_classes,) from probabilities (n_windows, n_classes), n_windows >= 1."""
    return COMBINE[how](probabilities)


def _mean(probabilities: Probabilities) -> Probabilities:
    return np.asarray(probabilities.mean(axis=0))


def _mean_logit(probabilities: Probabilities) -> Probabilities:
    inside = np.clip(probabilities, _EDGE, 1 - _EDGE)
    logit = np.log(inside / (1 - inside)).mean(axis=0)
    return np.asarray(1 / (1 + np.exp(-logit)))


def _max(probabilities: Probabilities) -> Probabilities:
    return np.asarray(probabilities.max(axis=0))


def _last(probabilities: Probabilities) -> Probabilities:
    """Only the end of the record, as in Zhang et al., iScience 2021."""
    return np.asarray(probabilities[-1])


def _noisy_or(probabilities: Probabilities) -> Probabilities:
    """Probability that at least one window has it, were the windows independent."""
    return np.asarray(1 - np.prod(1 - probabilities, axis=0))


COMBINE: dict[str, Callable[[Probabilities], Probabilities]] = {
    "mean": _mean,
    "mean-logit": _mean_logit,
    "max": _max,
    "noisy-or": _noisy_or,
    "last": _last,
}
