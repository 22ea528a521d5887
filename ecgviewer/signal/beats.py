"""QRS detection on all leads together.

After Pan & Tompkins, "A real-time QRS detection algorithm", IEEE Trans. Biomed. Eng.
32 (1985) 230-236: band-pass, slope, squaring, moving average, two running levels and a
search back. Ours: the squares are summed over the leads, filters have no delay because
the whole signal is at hand, levels are kept of amplitudes instead of energies, the band
reaches higher, and what a clearly larger wave follows too soon is a P wave. Chosen on
MITDB and SVDB, with and without added noise (`python packaging/run.py bench detectors`).
"""

from functools import lru_cache

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.signal.beat_search import Floats, Positions, beats_among
from ecgviewer.signal.gaps import bridged

# The T wave of a healthy heart may be as large as its QRS complex below 6 Hz, muscles
# above 20 Hz.
BAND_HZ = (6.0, 20.0)
AVERAGED_S = 0.12
REFRACTORY_S = 0.2
# No QRS complex follows another as soon as the P wave is followed by its own.
P_WAVE_S = 0.28
P_WAVE_SHARE = 0.6
SHORTEST_S = 0.5


def r_peaks(values_mv: Samples, rate_hz: float) -> Positions:
    """Return where the ventricles beat, int64 (n_beats,), rising, in samples.

    values_mv: (n_leads, n_samples) in mV, NaN where there is no signal; leads without
    any signal do not count. A position is where all leads together are steepest and
    largest within the QRS complex, the same place in each beat of a shape. Empty for
    less than half a second and for rates that cannot carry a QRS complex.
    """
    # scipy takes a second to load, and `ecgviewer --help` passes through this file.
    from scipy.ndimage import uniform_filter1d
    from scipy.signal import find_peaks

    if values_mv.shape[1] < SHORTEST_S * rate_hz or rate_hz <= 2 * BAND_HZ[1]:
        return np.empty(0, dtype=np.int64)
    filtered = _qrs_band(values_mv, rate_hz)
    if not filtered.any():
        return np.empty(0, dtype=np.int64)
    energy = np.square(filtered).sum(axis=0)
    # The running sum may end a hair below zero after a huge artefact.
    mean = np.maximum(uniform_filter1d(energy, max(1, round(AVERAGED_S * rate_hz))), 0.0)
    amplitude = np.sqrt(mean)
    candidates, _ = find_peaks(amplitude, distance=max(1, round(REFRACTORY_S * rate_hz)))
    candidates = _without_p_waves(candidates, amplitude, rate_hz)
    beats = beats_among(candidates, amplitude, rate_hz)
    return _centred(beats, energy, rate_hz)


def _qrs_band(values_mv: Samples, rate_hz: float) -> Floats:
    from scipy.signal import sosfiltfilt

    filtered = sosfiltfilt(_band_sections(rate_hz), bridged(values_mv), axis=1)
    return np.asarray(filtered, dtype=np.float64)


# Designing the filter takes as long as using it on ten seconds, and rates are few.
@lru_cache(maxsize=16)
def _band_sections(rate_hz: float) -> Floats:
    from scipy.signal import butter

    return np.asarray(butter(2, BAND_HZ, "bandpass", fs=rate_hz, output="sos"))


def _without_p_waves(candidates: Positions, amplitude: Floats, rate_hz: float) -> Positions:
    heights, intervals = amplitude[candidates], np.diff(candidates)
    precedes = (intervals < P_WAVE_S * rate_hz) & (heights[:-1] < P_WAVE_SHARE * heights[1:])
    return np.delete(candidates, np.flatnonzero(precedes))


def _centred(beats: Positions, energy: Floats, rate_hz: float) -> Positions:
    """Move each beat to the largest energy of its surroundings."""
    from scipy.ndimage import uniform_filter1d

    reach = max(1, round(AVERAGED_S / 2 * rate_hz))
    smooth = uniform_filter1d(energy, max(1, round(0.02 * rate_hz)))
    centred = [
        first + int(np.argmax(smooth[first : beat + reach + 1]))
        for beat in beats
        for first in [max(0, beat - reach)]
    ]
    return np.unique(np.array(centred, dtype=np.int64))
