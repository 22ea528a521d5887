"""The peak or the trough that a pointer is near."""

import math

import numpy as np

from ecgviewer.core.record import Samples

# So far from the pointer a peak is looked for: 100 ms at 25 mm/s.
REACH_MM = 2.5
# However fast the paper, and however long the page.
LEAST_REACH, MOST_REACH = 3, 5000


def reach_samples(px_per_sample: float, px_per_mm: float) -> int:
    """Return how many samples on either side are looked at."""
    wanted = REACH_MM * px_per_mm / px_per_sample
    return min(max(round(wanted), LEAST_REACH), MOST_REACH)


def extremum_near(
    values: Samples, at: int, height: float, mm_per_sample: float, mm_per_unit: float
) -> int | None:
    """Return the highest or the lowest of some values, whichever is nearer to a pointer.

    values: (n,) around the pointer, in a lead's unit; at, height: where the pointer is
    among them. None where both ends of the stretch are the extremes: a slope has no peak.
    """
    known = np.isfinite(values)
    if not known.any():
        return None
    candidates = (
        int(np.argmax(np.where(known, values, -np.inf))),
        int(np.argmin(np.where(known, values, np.inf))),
    )
    inside = [index for index in candidates if 0 < index < values.size - 1]

    def distance_mm(index: int) -> float:
        across = (index - at) * mm_per_sample
        return math.hypot(across, (float(values[index]) - height) * mm_per_unit)

    return min(inside, key=distance_mm, default=None)
