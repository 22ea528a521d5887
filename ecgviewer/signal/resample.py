"""Changes of sampling rate."""

from fractions import Fraction

import numpy as np

from ecgviewer.core.record import Samples

# Rates such as 496.0 or 257.0 Hz reduce to small ratios; odder ones are approximated
# to better than one sample in a million.
MAX_RATIO_TERM = 2000


def resample(values: Samples, rate_hz: float, new_rate_hz: float) -> Samples:
    """Return (n_leads, round(n * new/old)) at the new rate, by polyphase filtering.

    NaN stays NaN: gaps are bridged with the lead's median while filtering, so that
    they do not ring into the signal, and cut out again afterwards.
    """
    if rate_hz == new_rate_hz or values.shape[1] == 0:
        return values
    # scipy.signal takes a second to load, and `ecgviewer --help` passes through this file.
    from scipy.signal import resample_poly

    ratio = Fraction(new_rate_hz / rate_hz).limit_denominator(MAX_RATIO_TERM)
    n_new = max(1, round(values.shape[1] * new_rate_hz / rate_hz))
    missing = np.isnan(values)
    level = _medians(values)
    bridged = np.where(missing, level, values) - level
    filtered = resample_poly(bridged, ratio.numerator, ratio.denominator, axis=1, padtype="line")
    result = _fit(filtered, n_new).astype(np.float32) + level.astype(np.float32)
    if missing.any():
        nearest = np.minimum(
            (np.arange(n_new) * rate_hz / new_rate_hz).round().astype(int), values.shape[1] - 1
        )
        result[missing[:, nearest]] = np.nan
    return result


def _medians(values: Samples) -> Samples:
    level = np.zeros((values.shape[0], 1), dtype=np.float32)
    for row, lead in enumerate(values):
        present = lead[~np.isnan(lead)]
        if present.size:
            level[row] = np.median(present)
    return level


def _fit(values: Samples, n_samples: int) -> Samples:
    missing = n_samples - values.shape[1]
    return values[:, :n_samples] if missing <= 0 else np.pad(values, ((0, 0), (0, missing)), "edge")
