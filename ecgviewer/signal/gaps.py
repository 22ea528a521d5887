"""Stretches without signal."""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples


def bridged(values_mv: Samples) -> NDArray[np.float64]:
    """Return (n_leads, n_samples) with straight lines over what is NaN.

    A lead without any signal is zero.
    """
    filled = values_mv.astype(np.float64)
    for lead in filled:
        gone = np.isnan(lead)
        if gone.all():
            lead[:] = 0
        elif gone.any():
            lead[gone] = np.interp(np.flatnonzero(gone), np.flatnonzero(~gone), lead[~gone])
    return filled
