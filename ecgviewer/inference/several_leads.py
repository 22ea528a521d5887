"""One answer for a beat that was judged in several leads."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

VENTRICULAR = "PVC"
_ALL = 1e-9


def joined(answers: Sequence[Floats], labels: Sequence[str]) -> Floats:
    """Return the beats' probabilities by all leads together, (n_beats, n_labels).

    answers: of each lead, at least one, rows adding up to 1. What is ventricular may look
    like the other beats in one of two leads, so the lead that shows it counts more: its
    probability is the root mean square of the leads'. The other classes share the rest as
    they do in the leads' means.
    """
    together = np.stack(answers)
    means: Floats = together.mean(axis=0)
    if VENTRICULAR not in labels:
        return means
    column = labels.index(VENTRICULAR)
    ventricular = np.sqrt(np.square(together[:, :, column]).mean(axis=0))
    rest = (1 - ventricular) / np.maximum(1 - means[:, column], _ALL)
    means *= rest[:, np.newaxis]
    means[:, column] = ventricular
    return means
