"""Where a wave begins and ends: how steep a trace is, and two ways from its steepest point.

Sources: Laguna, Jané & Caminal, Comput Biomed Res 27:45-60, 1994 (a wave ends where its
slope has fallen to a share of its steepest); Vázquez-Seisdedos and others, Biomed Eng
Online 10:43, 2011, doi:10.1186/1475-925X-10-43 (the largest trapezium, made for the end
of T and used here for P too).
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Noise is what is left where nothing happens, between T and P.
QUIET_S = 0.08
QUIET_PERCENTILE = 15


def smoothed(values_mv: Floats, sigma_s: float, rate_hz: float) -> Floats:
    """Return (..., n_samples) in mV, smoothed by a Gaussian of this width."""
    return _gaussian(values_mv, sigma_s, rate_hz, order=0)


def slope(values_mv: Floats, sigma_s: float, rate_hz: float) -> Floats:
    """Return the slope of (..., n_samples) smoothed by a Gaussian, in mV/s."""
    return _gaussian(values_mv, sigma_s, rate_hz, order=1) * rate_hz


def activity(values_mv: Floats, sigma_s: float, bend_s: float, rate_hz: float) -> Floats:
    """Return how much a trace moves, (..., n_samples) in mV/s, never negative.

    Slope and bend together: at a peak, where the slope is zero, the bend is largest.
    """
    bend = _gaussian(values_mv, sigma_s, rate_hz, order=2) * rate_hz**2
    moved: Floats = np.hypot(slope(values_mv, sigma_s, rate_hz), bend_s * bend)
    return moved


def _gaussian(values_mv: Floats, sigma_s: float, rate_hz: float, order: int) -> Floats:
    # scipy takes a second to load, and `ecgviewer --help` passes through this file.
    from scipy.ndimage import gaussian_filter1d

    filtered = gaussian_filter1d(
        values_mv, sigma_s * rate_hz, axis=-1, order=order, mode="nearest", output=np.float64
    )
    return np.asarray(filtered, dtype=np.float64)


def root_mean_square(values: Floats) -> Floats:
    """Return (n_samples,), all of (n_leads, n_samples) together."""
    mean: Floats = np.sqrt(np.mean(np.square(values), axis=0))
    return mean


def quiet_level(moved: Floats, rate_hz: float) -> Floats:
    """Return the RMS of (..., n_samples) where least happens, (...)."""
    from scipy.ndimage import uniform_filter1d

    energy = uniform_filter1d(np.square(moved), max(1, round(QUIET_S * rate_hz)), axis=-1)
    # A running mean may end a hair below zero.
    level = np.percentile(np.sqrt(np.maximum(energy, 0.0)), QUIET_PERCENTILE, axis=-1)
    return np.asarray(level, dtype=np.float64)


def falls_below(moved: Floats, threshold: float, hold: int) -> int | None:
    """Return the first place from which on so many values are below the threshold.

    None where there is none: the wave runs into what lies behind it.
    """
    below = np.convolve(moved < threshold, np.ones(hold), mode="valid") >= hold
    first = int(np.argmax(below)) if below.size else 0
    return first if below.size and below[first] else None


def trapezium_end(curve_mv: Floats) -> int:
    """Return where a rising curve comes to rest, counted from its steepest point, the first.

    Between that point and the end of the curve, where nothing moves any more, the
    trapezium with a corner on the curve is largest where the curve becomes level.
    """
    places = np.arange(len(curve_mv))
    area = np.maximum(curve_mv - curve_mv[0], 0.0) * (2 * (len(curve_mv) - 1) - places)
    return int(np.argmax(area))
