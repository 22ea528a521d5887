"""Beats cut out of a stretch of signal, and which of them are of one shape.

Beats are aligned on their R peaks, whole samples, and each sample belongs to one beat at
most: what lies between two beats goes to the first for the longer part, since its T wave
ends there.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.median_beat import Curves
from ecgviewer.signal.beat_search import Positions

BEFORE_S, AFTER_S = 0.30, 0.50
# Of the time between two beats, what belongs to the first.
SHARE_AFTER = 0.6
# What is compared to tell shapes apart.
COMPARED_S = (-0.10, 0.16)
SAME_SHAPE = 0.8
# A beat is largest within so much of where it was found.
TOP_S = 0.09

Group = NDArray[np.bool_]


def whole_beats(peaks: Positions, n_samples: int, rate_hz: float) -> Group:
    """Return which beats have a QRS complex that a record's ends do not cut, bool (n_beats,)."""
    first, last = (round(edge_s * rate_hz) for edge_s in COMPARED_S)
    return np.asarray((peaks + first >= 0) & (peaks + last <= n_samples))


def owned_samples(peaks: Positions, before: int, after: int) -> Group:
    """Return which samples around each beat are its own, bool (n_beats, before + after)."""
    gaps = np.diff(peaks)
    last = np.append(SHARE_AFTER * gaps, np.inf)[:, np.newaxis]
    first = np.insert(-(1 - SHARE_AFTER) * gaps, 0, -np.inf)[:, np.newaxis]
    offsets = np.arange(-before, after)
    return np.asarray((offsets >= first) & (offsets < last))


def cut_beats(rows: Curves, peaks: Positions, before: int, after: int, owned: Group) -> Curves:
    """Return (n_beats, n_rows, before + after), NaN where a sample is not the beat's own."""
    padded = np.pad(rows, ((0, 0), (before, after)), constant_values=np.nan)
    beats = np.stack([padded[:, peak : peak + before + after] for peak in peaks])
    return np.where(owned[:, np.newaxis], beats, np.float32(np.nan))


def levelled(beats_mv: Curves) -> Curves:
    """Return (n_beats, n_leads, n) without each beat's own median: wander does not spread them."""
    return beats_mv - present(np.nanmedian, beats_mv, axis=2)[:, :, np.newaxis]


def present(statistic: Callable[..., Curves], values: Curves, axis: int) -> Curves:
    """Return a statistic of the values that are there, NaN where none are."""
    nothing = np.isnan(values).all(axis=axis)
    # numpy warns of slices without any value.
    filled = np.where(np.expand_dims(nothing, axis), np.float32(0), values)
    found = np.where(nothing, np.float32(np.nan), statistic(filled, axis=axis))
    return np.asarray(found, dtype=np.float32)


def alike_beats(beats_mv: Curves, rate_hz: float, before: int) -> Group:
    """Return which of (n_beats, n_leads, n) have the shape of the most, bool (n_beats,).

    Their QRS complexes resemble the median's. before: samples of a beat before its R peak.
    """
    first, last = (before + round(edge_s * rate_hz) for edge_s in COMPARED_S)
    shapes = np.nan_to_num(beats_mv[:, :, first:last])
    typical = np.median(shapes, axis=0)
    alike = np.array([likeness(shape, typical) >= SAME_SHAPE for shape in shapes])
    return alike if alike.any() else np.ones_like(alike)


def likeness(one: Curves, other: Curves) -> float:
    """Return the correlation of two beats over all leads, 1 for the same shape."""
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(np.vdot(one, other)) / size if size > 0 else 0.0


def tops(beats_mv: Curves, rate_hz: float, before: int) -> Positions:
    """Return how far from the middle each beat is largest over all leads, int64 (n_beats,).

    The detector's place is where a complex is steepest; readers lay beats on their R peaks.
    before: samples of a beat before that place.
    """
    reach = round(TOP_S * rate_hz)
    around = np.nan_to_num(beats_mv[:, :, before - reach : before + reach + 1])
    return np.asarray(np.square(around).sum(axis=1).argmax(axis=1) - reach, dtype=np.int64)
