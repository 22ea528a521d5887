"""Beats laid over one another, coloured by what a map says of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Curves = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class MedianBeat:
    """Beats of one shape laid over one another.

    leads: those that the map speaks of. time_ms: (n,), 0 at the QRS complex. median_mv:
    float32 (n_leads, n), 0 mV before the QRS. heat: float32 (n_leads or 1, n) in [0, 1],
    the mean over the beats of the map's own scale. n_beats: how many were laid together.
    others: the beats of other shapes in the same span, None where there are none.
    """

    leads: tuple[str, ...]
    time_ms: NDArray[np.float64]
    median_mv: Curves
    heat: Curves
    n_beats: int
    rate_hz: float
    others: "MedianBeat | None" = None
