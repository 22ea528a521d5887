"""From a net's logits to the probabilities that are shown and held against thresholds."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Calibration, ModelCard

# Probabilities nearer to 0 or 1 than this would have infinite logits.
EDGE = 1e-9


def card_probabilities(logits: NDArray[np.floating], card: ModelCard) -> NDArray[np.float64]:
    """Return what a card makes of its net's logits, (…, n_classes)."""
    return probabilities_of(logits, card.calibration, exclusive=card.exclusive)


def probabilities_of(
    logits: NDArray[np.floating], calibration: Calibration | None, *, exclusive: bool = False
) -> NDArray[np.float64]:
    """Return probabilities of logits (…, n_classes), calibrated where there is a calibration.

    exclusive: whether exactly one class is there, so that they add up to 1.
    """
    values = logits.astype(np.float64)
    if calibration is not None:
        values = values * np.array(calibration.scale) + np.array(calibration.offset)
    if exclusive:
        shares = np.exp(values - values.max(axis=-1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=-1, keepdims=True))
    # exp of a logit of hundreds would overflow; tanh saturates instead.
    return np.asarray(0.5 * (1 + np.tanh(0.5 * values)))


def logits_of(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the logits whose sigmoid is ``probabilities``, finite also for 0 and 1."""
    inside = np.clip(np.asarray(probabilities, dtype=np.float64), EDGE, 1 - EDGE)
    return np.asarray(np.log(inside) - np.log1p(-inside))
