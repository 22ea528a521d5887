"""Each lead's baseline and scale: found once, then fixed while the record is open."""

import math
from dataclasses import dataclass

import numpy as np

from ecgviewer.core.record import Lead, Samples
from ecgviewer.paper.traces import AmplitudeScale

# A signal that is no ECG should fill about this much of its row.
TARGET_MM = 15.0
ROUND_NUMBERS = (1.0, 2.0, 5.0, 10.0)
# Uncalibrated leads within this range look like mV and are drawn as such.
LIKE_MV = (0.05, 20.0)


@dataclass(frozen=True, slots=True)
class LeadLevel:
    """baseline: what stands on the row's line. per_10_mm: units that 10 mm stand for at
    10 mm/mV; None for a voltage, which follows the gain alone.
    """

    baseline: float
    per_10_mm: float | None = None

    def scale(self, gain_mm_per_mv: float, *, inverted: bool = False) -> AmplitudeScale:
        """Return the lead's scale at a gain."""
        sign = -1.0 if inverted else 1.0
        return AmplitudeScale(self.baseline, sign * gain_mm_per_mv / (self.per_10_mm or 1.0))


UNKNOWN = LeadLevel(0.0)


def level_of(lead: Lead, values: Samples) -> LeadLevel | None:
    """Return the level of a lead by some of its samples, None where all are missing.

    The baseline is their median; the scale comes from their 1st to 99th percentile.
    """
    known = values[np.isfinite(values)]
    if known.size == 0:
        return None
    low, middle, high = (float(v) for v in np.percentile(known, (1, 50, 99)))
    reach = high - low
    is_voltage = lead.is_ecg and (lead.calibrated or LIKE_MV[0] <= reach <= LIKE_MV[1])
    return LeadLevel(middle, None if is_voltage else _round_up(reach * 10 / TARGET_MM))


def _round_up(value: float) -> float:
    """Return the next of 1, 2, 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * number for number in ROUND_NUMBERS if power * number >= value * 0.999)
