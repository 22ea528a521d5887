"""Stretches in which something holds."""

import numpy as np
from numpy.typing import NDArray


def runs(holds: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return (first, stop) of every stretch of True, in order."""
    if not holds.any():
        return []
    change = np.flatnonzero(np.diff(holds.astype(np.int8), prepend=0, append=0))
    return [(int(first), int(stop)) for first, stop in change.reshape(-1, 2)]


def near_runs(holds: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Return the stretches of True with gaps of up to ``gap`` between them closed."""
    at = np.flatnonzero(holds)
    if not at.size:
        return []
    after = np.flatnonzero(np.diff(at) > gap + 1)
    firsts, lasts = at[np.append(0, after + 1)], at[np.append(after, at.size - 1)]
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]
