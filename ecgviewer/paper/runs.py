"""Stretches in which something holds."""

import numpy as np
from numpy.typing import NDArray


def runs(holds: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return (first, stop) of every stretch of True, in order."""
    if not holds.any():
        return []
    change = np.flatnonzero(np.diff(holds.astype(np.int8), prepend=0, append=0))
    return [(int(first), int(stop)) for first, stop in change.reshape(-1, 2)]
