"""How readily a net calls beats premature: what is added to its logits before it answers.

A net learns how common classes are among the beats that it learnt from, and misses some of
a rare class for that. Its answers to beats that it has not learnt from tell how much to
add, so that F of premature beats is largest, in which finding them counts more than being
right: one that is shown in vain is soon dismissed, one that is not shown is lost.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.metrics import Values, f_beta

PREMATURE = ("PVC", "PAC")
STEPS = tuple(np.arange(-1.0, 4.01, 0.25).tolist())
# So many times as much as precision does recall count. Premature beats from above the
# ventricles look like the others, and who looks for them accepts more that are none.
RECALL_COUNTS = {"PVC": 1.5, "PAC": 2.0}
# What is best for the one hangs on what the other gets.
_ROUNDS = 3
_LEAST = 1e-12

Lean = Mapping[str, float]


def best_lean(
    scores: Values, labels: NDArray[np.int64], settle: Callable[[Values], Values] = lambda x: x
) -> Lean:
    """Return what to add to the logits of premature beats, in the order of PREMATURE.

    scores: probabilities, (n, n_classes), of beats that were not learnt from; labels: their
    places in BEAT_LABELS, (n,). settle: what is made of a net's probabilities before they
    answer. Nothing is added where it gains nothing.
    """
    found = dict.fromkeys(PREMATURE, 0.0)
    for _ in range(_ROUNDS):
        for label in PREMATURE:
            gains = {
                step: _gain(settle(leaned(scores, {**found, label: step})), labels)
                for step in sorted(STEPS, key=abs)
            }
            found[label] = max(gains, key=lambda step: gains[step])
    return found


def leaned(scores: Values, lean: Lean) -> Values:
    """Return the probabilities with so much added to their logits, (n, n_classes)."""
    factors = np.ones(len(BEAT_LABELS))
    for label, step in lean.items():
        factors[BEAT_LABELS.index(label)] = np.exp(step)
    raised = np.maximum(scores, _LEAST) * factors
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def _gain(scores: Values, labels: NDArray[np.int64]) -> float:
    said = scores.argmax(axis=1)
    figures = []
    for label in PREMATURE:
        place = BEAT_LABELS.index(label)
        truth = (labels == place).astype(np.float64)
        figures.append(f_beta(truth, said == place, RECALL_COUNTS[label]))
    return round(float(np.nansum(figures)), 6)
