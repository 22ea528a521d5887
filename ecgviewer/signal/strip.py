"""Windows of one lead around beats, as the single-lead nets read them.

Every source gets the same band and every window the same size, so that a net cannot tell
recorders apart by their rates, filters and gains. Training and inference both read
through this module.
"""

from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.resample import MAX_RATIO_TERM, resample

Positions = NDArray[np.int64]

STRIP_HZ = 360.0
STRIP_SAMPLES = 720
BAND_HZ = (0.5, 40.0)
# Half lengths of the filters, in samples at STRIP_HZ.
_HIGH_PASS_HALF, _LOW_PASS_HALF = 720, 30
# No sample depends on anything farther away than this, resampling included.
REACH_S = 2.25
# Of a window's samples, from the lowest and highest of these percentiles on is its size:
# a QRS complex reaches beyond them, a spike of a few samples does not.
SIZE_PERCENTILES = (1.0, 99.0)
SMALLEST_MV = 0.01
# Of a window's size. What is left beyond BAND_HZ is smaller: it would tell recorders apart
# and nothing else.
STEP = 1 / 64


def strip_ratio(rate_hz: float) -> Fraction:
    """Return samples of a strip by samples of the record."""
    return Fraction(STRIP_HZ / rate_hz).limit_denominator(MAX_RATIO_TERM)


def band_limited(values_mv: Samples, rate_hz: float) -> Samples:
    """Return one lead at STRIP_HZ within BAND_HZ: float32 (round(n * 360 / rate),) in mV.

    values_mv: (n,), NaN where there is no signal. The filter has linear phase and no
    delay, and is the same for every stretch of a record: what lies REACH_S away from a
    sample does not change it.
    """
    # scipy.signal takes a second to load.
    from scipy.signal import oaconvolve

    lead = bridged(resample(values_mv[np.newaxis], rate_hz, STRIP_HZ))[0]
    padded = np.pad(lead, _HIGH_PASS_HALF + _LOW_PASS_HALF, "edge")
    return np.asarray(oaconvolve(padded, _kernel(), mode="valid"), dtype=np.float32)


@cache
def _kernel() -> NDArray[np.float64]:
    from scipy.signal import firwin

    slow = firwin(2 * _HIGH_PASS_HALF + 1, BAND_HZ[0], fs=STRIP_HZ)
    high_pass = -slow
    high_pass[_HIGH_PASS_HALF] += 1
    low_pass = firwin(2 * _LOW_PASS_HALF + 1, BAND_HZ[1], fs=STRIP_HZ)
    return np.convolve(high_pass, low_pass)


def cut_strips(band_mv: Samples, centres: Positions, n_samples: int = STRIP_SAMPLES) -> Samples:
    """Return windows, float32 (n_centres, n_samples), each about 0 and of size 1, in STEPs.

    band_mv: from band_limited. centres: in its samples; each stands at n_samples // 2 of
    its window. Beyond the signal's ends windows are 0.
    """
    places = centres[:, np.newaxis] - n_samples // 2 + np.arange(n_samples)
    inside = (places >= 0) & (places < len(band_mv))
    if not len(band_mv):
        return np.zeros(places.shape, dtype=np.float32)
    windows = band_mv[np.clip(places, 0, len(band_mv) - 1)]
    centred = windows - np.median(windows, axis=1, keepdims=True)
    low, high = np.percentile(centred, SIZE_PERCENTILES, axis=1, keepdims=True)
    scaled = centred / np.maximum((high - low) / 2, SMALLEST_MV)
    return np.where(inside, np.round(scaled / STEP) * STEP, 0).astype(np.float32)


def prepare_strips(
    values_mv: Samples, rate_hz: float, centres: Positions, n_samples: int = STRIP_SAMPLES
) -> Samples:
    """Return windows around these samples of one lead: float32 (n_centres, n_samples).

    values_mv: (n,) at rate_hz, NaN where there is no signal.
    """
    ratio = strip_ratio(rate_hz)
    return cut_strips(band_limited(values_mv, rate_hz), strip_places(centres, ratio), n_samples)


def prepare_strip(values_mv: Samples, rate_hz: float, centre_sample: int) -> Samples:
    """Return the window around one sample of one lead: float32 (STRIP_SAMPLES,)."""
    strip: Samples = prepare_strips(values_mv, rate_hz, np.array([centre_sample]))[0]
    return strip


def strip_places(places: Positions, ratio: Fraction) -> Positions:
    """Return the nearest samples at STRIP_HZ; ratio: from strip_ratio."""
    return (2 * places * ratio.numerator + ratio.denominator) // (2 * ratio.denominator)
