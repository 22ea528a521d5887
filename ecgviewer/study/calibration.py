"""Do probabilities mean what they say? Reliability, and a map fitted so that they do."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ecgviewer.core.card import Calibration
from ecgviewer.inference.calibrate import logits_of, probabilities_of

Values = NDArray[np.float64]
N_BINS = 10
# Beyond these a fit to few cases says nothing about others.
_LEAST_SCALE = 0.05
_STEEPEST_SCALE = 20.0
_LARGEST_OFFSET = 10.0


@dataclass(frozen=True, eq=False)
class Reliability:
    """What was said and what came true, in bins of equal width, (n_bins,) each.

    said: mean probability; true: share of positives, both NaN in an empty bin. count:
    records.
    """

    said: Values
    true: Values
    count: NDArray[np.int_]

    @property
    def error(self) -> float:
        """Expected calibration error: |said - true| averaged over records.

        Source: Guo et al., ICML 2017 (arXiv:1706.04599), here for one class against not.
        """
        if not self.count.sum():
            return float("nan")
        return float(np.nansum(self.count * np.abs(self.said - self.true)) / self.count.sum())


def reliability(truth: Values, scores: Values, n_bins: int = N_BINS) -> Reliability:
    """Compare probabilities with truth, (n,) each; bin k holds k/n_bins <= score."""
    place = np.minimum((scores * n_bins).astype(int), n_bins - 1)
    count = np.bincount(place, minlength=n_bins)
    said = np.bincount(place, weights=scores, minlength=n_bins)
    true = np.bincount(place, weights=truth, minlength=n_bins)
    full = np.where(count > 0, count, np.nan)
    return Reliability(said / full, true / full, count)


def fit_calibration(
    scores: Values, cells: NDArray[np.floating], how: str = "platt"
) -> Calibration | None:
    """Return the map that makes held-out probabilities fit the truth best.

    scores: (n_records, n_classes), uncalibrated, of nets that never saw the records.
    cells: the same shape, NaN where not judged. how: "none"; "temperature", one scale for
    all classes; "platt", a scale and an offset each. A class without positives or
    negatives stays as it is. Sources: Platt, Advances in Large Margin Classifiers, 1999,
    with his targets; Guo et al., ICML 2017.
    """
    if how == "none":
        return None
    logits = logits_of(scores)
    if how == "temperature":
        scale = _temperature(logits, cells)
        return Calibration((scale,) * cells.shape[1], (0.0,) * cells.shape[1])
    if how != "platt":
        raise ValueError(f'no calibration is called "{how}"')
    fitted = [_platt(logits[:, column], cells[:, column]) for column in range(cells.shape[1])]
    return Calibration(tuple(s for s, _ in fitted), tuple(o for _, o in fitted))


def calibrated(scores: Values, calibration: Calibration | None) -> Values:
    """Return what the calibration makes of uncalibrated probabilities (…, n_classes)."""
    return scores if calibration is None else probabilities_of(logits_of(scores), calibration)


def _platt(logits: Values, cells: NDArray[np.floating]) -> tuple[float, float]:
    judged = ~np.isnan(cells)
    truth, x = cells[judged].astype(float), logits[judged]
    n_positive, n_negative = truth.sum(), len(truth) - truth.sum()
    if not n_positive or not n_negative:
        return 1.0, 0.0
    # One case more of either kind than there is, so that a clean separation of a few cases
    # does not make the slope infinite.
    target = np.where(truth > 0.5, (n_positive + 1) / (n_positive + 2), 1 / (n_negative + 2))

    def loss(parameters: Values) -> tuple[float, Values]:
        slope, offset = parameters
        return _cross_entropy(slope * x + offset, target, np.stack([x, np.ones_like(x)]))

    limits = [(_LEAST_SCALE, _STEEPEST_SCALE), (-_LARGEST_OFFSET, _LARGEST_OFFSET)]
    found = minimize(loss, np.array([1.0, 0.0]), jac=True, bounds=limits, method="L-BFGS-B")
    return float(found.x[0]), float(found.x[1])


def _temperature(logits: Values, cells: NDArray[np.floating]) -> float:
    judged = ~np.isnan(cells)
    truth, x = cells[judged].astype(float), logits[judged]

    def loss(scale: Values) -> tuple[float, Values]:
        return _cross_entropy(scale[0] * x, truth, x[np.newaxis])

    limits = [(_LEAST_SCALE, _STEEPEST_SCALE)]
    found = minimize(loss, np.array([1.0]), jac=True, bounds=limits, method="L-BFGS-B")
    return float(found.x[0])


def _cross_entropy(logits: Values, target: Values, slopes: Values) -> tuple[float, Values]:
    """Return the mean loss and its gradient; slopes: what each parameter adds to a logit."""
    loss = np.logaddexp(0, logits) - target * logits
    error = probabilities_of(logits, None) - target
    return float(loss.mean()), slopes @ error / len(error)
