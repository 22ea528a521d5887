"""The shape of a record's usual beat, free of its size, and how alike its beats are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from ecgviewer.core.record import Samples
from ecgviewer.signal.beat_search import Positions

# From the start of the P wave to the end of the T wave at usual rates.
SPAN_S: Final = (-0.25, 0.45)
N_POINTS: Final = 56
FEWEST_BEATS: Final = 2
# A beat smaller than this is taken for this size, so that no noise is blown up to a shape.
SMALLEST_MV: Final = 0.02


@dataclass(frozen=True, eq=False)
class BeatShape:
    """The median beat.

    values: float32 (n_leads, N_POINTS) over SPAN_S, each lead's median taken away, RMS 1
    over all leads. likeness: median correlation of the beats with it, -1..1.
    """

    values: Samples
    likeness: float


def beat_shape(values_mv: Samples, rate_hz: float, peaks: Positions) -> BeatShape | None:
    """Return the usual beat of (n_leads, n) in mV without NaN; None without two whole beats."""
    first, last = (round(edge_s * rate_hz) for edge_s in SPAN_S)
    whole = peaks[(peaks + first >= 0) & (peaks + last < values_mv.shape[1])]
    if whole.size < FEWEST_BEATS:
        return None
    step = (last - first) / N_POINTS
    smooth = uniform_filter1d(values_mv, max(1, round(step)), axis=1)
    offsets = first + np.round(np.arange(N_POINTS) * step).astype(int)
    beats = smooth[:, whole[:, np.newaxis] + offsets]
    median = np.median(beats, axis=1)
    median -= np.median(median, axis=1, keepdims=True)
    rms = max(float(np.sqrt(np.mean(np.square(median)))), SMALLEST_MV)
    return BeatShape((median / rms).astype(np.float32), _likeness(beats, median))


def _likeness(beats: Samples, median: Samples) -> float:
    """Return the median correlation of beats (n_leads, n_beats, N_POINTS) with their median."""
    each = beats - beats.mean(axis=2, keepdims=True)
    usual = median - median.mean(axis=1, keepdims=True)
    products = np.einsum("lbn,ln->b", each, usual)
    sizes = np.sqrt(np.einsum("lbn,lbn->b", each, each)) * np.linalg.norm(usual)
    return float(np.median(products / np.maximum(sizes, 1e-9)))


def swapped_shapes(
    shapes: NDArray[np.float64], matrices: Sequence[NDArray[np.floating]]
) -> NDArray[np.float64]:
    """Return beats with their leads mixed by each of some matrices, RMS 1 again.

    shapes: (n, n_leads * N_POINTS); the result: (n_matrices, n, n_leads * N_POINTS).
    """
    mixing = np.stack(matrices)[:, np.newaxis]
    mixed = mixing @ shapes.reshape(len(shapes), mixing.shape[-1], N_POINTS)
    mixed -= np.median(mixed, axis=-1, keepdims=True)
    rms = np.sqrt(np.mean(np.square(mixed), axis=(-2, -1), keepdims=True))
    return np.asarray((mixed / np.maximum(rms, 1e-6)).reshape(len(matrices), *shapes.shape))
