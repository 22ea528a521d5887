"""QRS detection on all leads together.

After Pan & Tompkins, "A real-time QRS detection algorithm", IEEE Trans. Biomed. Eng.
32 (1985) 230-236: band-pass, slope, squaring, moving average, two running levels and a
search back. Ours: the squares are summed over the leads, filters have no delay because
the whole signal is at hand, and levels are kept of amplitudes instead of energies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.gaps import bridged

Positions = NDArray[np.int64]
Floats = NDArray[np.float64]

BAND_HZ = (5.0, 15.0)
AVERAGED_S = 0.1
REFRACTORY_S = 0.2
# A T wave rises less steeply than the QRS complex before it and follows within this time.
T_WAVE_S = 0.36
T_WAVE_SHARE = 0.5
LEARNED_S = 8.0
# Of the way from the noise's level to the beats' level.
THRESHOLD_SHARE = 0.5
LEVEL_GAIN = 0.125
LATE_FACTOR = 1.66
N_INTERVALS = 8
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
    beats = _beats_among(candidates, amplitude, rate_hz)
    return _centred(beats, energy, rate_hz)


def _qrs_band(values_mv: Samples, rate_hz: float) -> Floats:
    from scipy.signal import butter, sosfiltfilt

    sections = butter(2, BAND_HZ, "bandpass", fs=rate_hz, output="sos")
    return np.asarray(sosfiltfilt(sections, bridged(values_mv), axis=1), dtype=np.float64)


@dataclass
class _Levels:
    """Running amplitudes of beats and of what lies between them."""

    beat: float
    noise: float
    intervals: list[int] = field(default_factory=list)

    @property
    def threshold(self) -> float:
        return self.noise + THRESHOLD_SHARE * (self.beat - self.noise)

    def take_beat(self, amplitude: float, interval: int | None) -> None:
        # One giant artefact must not make the detector deaf.
        amplitude = min(amplitude, 2 * self.beat)
        self.beat += LEVEL_GAIN * (amplitude - self.beat)
        if interval is not None:
            self.intervals = [*self.intervals, interval][-N_INTERVALS:]

    def take_noise(self, amplitude: float) -> None:
        self.noise += LEVEL_GAIN * (min(amplitude, self.threshold) - self.noise)

    def late(self, interval: int) -> bool:
        usual = float(np.mean(self.intervals)) if self.intervals else np.inf
        return interval > LATE_FACTOR * usual


def _first_levels(candidates: Positions, amplitude: Floats, rate_hz: float) -> _Levels:
    """Learn from the first seconds: their highest candidates are beats."""
    early = amplitude[candidates[candidates < LEARNED_S * rate_hz]]
    heights = early if early.size else amplitude[candidates]
    beat = float(np.percentile(heights, 75)) if heights.size else 0.0
    return _Levels(beat=beat, noise=0.25 * float(np.median(amplitude)))


def _beats_among(candidates: Positions, amplitude: Floats, rate_hz: float) -> Positions:
    levels = _first_levels(candidates, amplitude, rate_hz)
    beats: list[int] = []
    passed: list[int] = []
    for place in map(int, candidates):
        if beats and levels.late(place - beats[-1]):
            missed = _search_back(passed, beats[-1], amplitude, levels, rate_hz)
            if missed is not None:
                levels.take_beat(float(amplitude[missed]), missed - beats[-1])
                beats.append(missed)
        if _is_beat(place, beats, amplitude, levels, rate_hz):
            levels.take_beat(float(amplitude[place]), place - beats[-1] if beats else None)
            beats.append(place)
            passed = []
        else:
            levels.take_noise(float(amplitude[place]))
            passed.append(place)
    return np.array(beats, dtype=np.int64)


def _is_beat(
    place: int, beats: Sequence[int], amplitude: Floats, levels: _Levels, rate_hz: float
) -> bool:
    if amplitude[place] < levels.threshold:
        return False
    if not beats or place - beats[-1] > T_WAVE_S * rate_hz:
        return True
    return bool(amplitude[place] > T_WAVE_SHARE * amplitude[beats[-1]])


def _search_back(
    passed: Sequence[int], last: int, amplitude: Floats, levels: _Levels, rate_hz: float
) -> int | None:
    """Return the highest candidate since the last beat that half the threshold lets through."""
    since = [place for place in passed if place - last > T_WAVE_S * rate_hz]
    best = max(since, key=lambda place: float(amplitude[place]), default=None)
    if best is None or amplitude[best] < 0.5 * levels.threshold:
        return None
    return best


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
