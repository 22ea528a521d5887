"""Beats of one heart that look alike are of one kind: their answers are weighed together.

Ours, after the idea that a recording's own groups of beats correct what is said of single
ones (Llamedo & Martínez, IEEE Trans. Biomed. Eng. 59:2312, 2012). A beat that is ventricular
has the QRS complex of others that are; one from above the ventricles has their timing and
their P wave.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_row import USUAL_MV, VALUES
from ecgviewer.core.record import Samples

Floats = NDArray[np.float64]

# Beats that are compared with each other: half an hour of them.
AMONG = 2048
# Of how many of them an answer is the mean, the beat's own included.
_N_ALIKE = 24
# How much that mean counts beside the answer to the beat by itself.
_SHARE = 0.8

# Of the beat's own picture, whose R wave is at 54.
_QRS, _BEFORE_QRS = slice(38, 80), slice(10, 48)
# How early a beat is for those around, how late the next, and the one by the other.
_TIMES = [VALUES.start, VALUES.start + 1, VALUES.start + 3]


class _Kind(NamedTuple):
    """A class, and how far apart beats may be that count as alike."""

    label: str
    by_time: bool
    width: float


_KINDS = (_Kind("PVC", by_time=False, width=0.1), _Kind("PAC", by_time=True, width=0.15))


def agreed(logits: Samples, rows: Samples, labels: Sequence[str]) -> Samples:
    """Return the logits of beats in turn, float32 (n_beats, n_labels), alike ones agreed.

    rows: (n_beats, beat_row.N_COLUMNS), no row of zeros among them. Log odds of PVC and
    PAC against everything else are replaced; the other classes keep their proportions.
    """
    settled = logits.astype(np.float64)
    for first in range(0, len(rows), AMONG):
        part = slice(first, first + AMONG)
        for kind in _KINDS:
            if kind.label in labels:
                column = labels.index(kind.label)
                odds = _log_odds(settled[part], column)
                usual = _among_alike(odds, _features(rows[part], kind), kind.width)
                settled[part, column] += _SHARE * (usual - odds)
    return settled.astype(np.float32)


def _log_odds(logits: Floats, column: int) -> Floats:
    others = np.delete(logits, column, axis=1)
    most = others.max(axis=1, keepdims=True)
    together = most[:, 0] + np.log(np.exp(others - most).sum(axis=1))
    return np.asarray(logits[:, column] - together)


def _features(rows: Samples, kind: _Kind) -> Samples:
    """Return what beats are compared by, (n_beats, n_features)."""
    # Divided by the same size for all, or small and large beats would be alike.
    size = rows[:, [USUAL_MV]] / np.median(rows[:, USUAL_MV])
    qrs, before = (_per_sample(size * rows[:, part]) for part in (_QRS, _BEFORE_QRS))
    return np.concatenate([0.3 * rows[:, _TIMES], before, qrs / 2], 1) if kind.by_time else qrs


def _per_sample(pictures: Samples) -> Samples:
    """Return pictures whose distances are root mean squares, whatever their length."""
    return pictures / np.float32(np.sqrt(pictures.shape[1]))


def _among_alike(odds: Floats, features: Samples, width: float) -> Floats:
    """Return each beat's mean over those most like it, nearer ones counting more, (n_beats,)."""
    square = (features * features).sum(axis=1)
    apart = square[:, np.newaxis] + square - 2 * features @ features.T
    n_alike = min(_N_ALIKE, len(features))
    alike = np.argpartition(apart, n_alike - 1, axis=1)[:, :n_alike]
    weights = np.exp(-np.maximum(np.take_along_axis(apart, alike, axis=1), 0) / width**2)
    return np.asarray((weights * odds[alike]).sum(axis=1) / weights.sum(axis=1))
