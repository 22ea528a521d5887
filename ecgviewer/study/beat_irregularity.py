"""How much a net's answers and the intervals' entropy tell of fibrillation, from unseen beats."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Irregularity
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.metrics import Values

# Of these single beats tell; the others are of the rhythm around them.
_OF_BEATS = ("PVC", "PAC", "LBBB", "RBBB")
_AFIB = BEAT_LABELS.index("AFIB")
# Nearly no ridge: three numbers are fitted to thousands of windows.
_LOOSENESS = 10.0


def fit_irregularity(
    odds: Values, entropy: Values, labels: NDArray[np.int64], recording: NDArray[np.integer]
) -> Irregularity | None:
    """Return the logistic regression on both signs, None where one of them does not help.

    odds, entropy: of windows that were not learnt from, (n,), NaN where unknown; labels:
    their places in BEAT_LABELS. recording: of each window, (n,): many windows of one count
    as the root of their number.
    """
    beats = [BEAT_LABELS.index(label) for label in _OF_BEATS]
    tell = np.isfinite(odds) & np.isfinite(entropy) & ~np.isin(labels, beats)
    truth = labels[tell] == _AFIB
    if truth.all() or not truth.any():
        return None
    # scikit-learn takes a second to load.
    from sklearn.linear_model import LogisticRegression

    _, of, counts = np.unique(recording[tell], return_inverse=True, return_counts=True)
    signs = np.stack([odds[tell], entropy[tell]], axis=1)
    fitted = LogisticRegression(C=_LOOSENESS).fit(signs, truth, sample_weight=counts[of] ** -0.5)
    (net, of_entropy), (offset,) = fitted.coef_[0], fitted.intercept_
    if min(net, of_entropy) <= 0:
        return None
    return Irregularity(*(round(float(value), 4) for value in (net, of_entropy, offset)))
