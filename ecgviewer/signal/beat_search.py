"""Which peaks of the QRS band's amplitude are beats: two running levels and a search back.

After Pan & Tompkins 1985 (see `signal.beats`), of amplitudes instead of energies. Ours:
what is learnt first, what may be a missed beat, and learning anew after a silence.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Floats = NDArray[np.float64]

# A T wave rises less steeply than the QRS complex before it and follows within this time.
T_WAVE_S = 0.32
T_WAVE_SHARE = 0.6
# A missed beat lies so far before the next one, unless it is nearly as large.
MISSED_S = 0.36
MISSED_SHARE = 0.5
LATE_FACTOR = 1.5
N_INTERVALS = 8
# Of the way from the noise's level to the beats' level.
THRESHOLD_SHARE = 0.48
LEVEL_GAIN = 0.125
# Noise that nearly passed must not raise the threshold beyond the next small beat.
NOISE_SHARE = 0.8
# What is learnt first: even the slowest heart beats once in a stretch.
LEARNED_S = 10.0
STRETCH_S = 2.0
# A stretch without more is flat: no electrode, no recording.
FLAT_MV = 0.005
# After such a silence the levels are learnt anew: noise before it may have raised them, or
# an electrode moved. Where nothing is larger than this share of the usual, the heart paused.
SILENT_S = 5.0
USUAL_PERCENTILE = 25
PAUSE_SHARE = 0.25


def beats_among(candidates: Positions, amplitude: Floats, rate_hz: float) -> Positions:
    """Return those candidates that are beats, int64 (n_beats,), rising.

    candidates: peaks of amplitude, rising; amplitude: (n_samples,) in mV, never empty.
    """
    search = _Search(amplitude, rate_hz, _first_levels(amplitude, rate_hz))
    waiting = candidates.tolist()[::-1]
    while waiting:
        place = waiting.pop()
        if search.learns_anew(place):
            waiting += [place, *search.passed[::-1]]
            search.passed = []
        else:
            search.judge(place)
    return np.array(search.beats, dtype=np.int64)


@dataclass
class _Levels:
    """Running amplitudes of beats and of what lies between them; the usual one of beats."""

    beat: float
    noise: float
    usual: float
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
        highest = NOISE_SHARE * self.threshold
        self.noise += LEVEL_GAIN * (min(amplitude, highest) - self.noise)

    def learn_anew(self, silence: Floats, rate_hz: float) -> bool:
        """Take the highest in a silence for beats, unless they are too small to be any."""
        beat = float(np.median(_highest(silence, rate_hz)))
        if beat < PAUSE_SHARE * self.usual:
            return False
        self.beat, self.noise = beat, _first_noise(silence)
        return True

    def late(self, interval: int) -> bool:
        usual = float(np.mean(self.intervals)) if self.intervals else np.inf
        return interval > LATE_FACTOR * usual


def _highest(amplitude: Floats, rate_hz: float) -> Floats:
    """Return the largest amplitude of each stretch."""
    n_stretches = max(1, round(len(amplitude) / (STRETCH_S * rate_hz)))
    return np.array([stretch.max() for stretch in np.array_split(amplitude, n_stretches)])


def _first_levels(amplitude: Floats, rate_hz: float) -> _Levels:
    """Learn from the first seconds that are not flat: the highest of each stretch is a beat."""
    highest = _highest(amplitude, rate_hz)
    seen = highest[highest > FLAT_MV] if highest.max() > FLAT_MV else highest
    return _Levels(
        beat=float(np.median(seen[: round(LEARNED_S / STRETCH_S)])),
        noise=_first_noise(amplitude),
        usual=float(np.percentile(seen, USUAL_PERCENTILE)),
    )


def _first_noise(amplitude: Floats) -> float:
    return 0.25 * float(np.median(amplitude))


@dataclass
class _Search:
    """What has been found so far; passed: candidates since the last beat that were none."""

    amplitude: Floats
    rate_hz: float
    levels: _Levels
    beats: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    learnt_at: int = 0

    @property
    def last(self) -> int:
        """The last beat, or the beginning."""
        return self.beats[-1] if self.beats else 0

    def learns_anew(self, place: int) -> bool:
        """Return whether the passed candidates deserve another hearing, once a silence."""
        after_t_wave = self.last + round(T_WAVE_S * self.rate_hz)
        since = max(after_t_wave, self.learnt_at)
        if place - since <= SILENT_S * self.rate_hz:
            return False
        self.learnt_at = place
        return self.levels.learn_anew(self.amplitude[since:place], self.rate_hz)

    def judge(self, place: int) -> None:
        """Take a candidate as a beat or not; first one before it that was missed."""
        if self.beats and self.levels.late(place - self.last):
            missed = self._missed_before(place)
            if missed is not None:
                self._take(missed)
        if self._is_beat(place):
            self._take(place)
            self.passed = []
        else:
            self.levels.take_noise(float(self.amplitude[place]))
            self.passed.append(place)

    def _take(self, place: int) -> None:
        interval = place - self.last if self.beats else None
        self.levels.take_beat(float(self.amplitude[place]), interval)
        self.beats.append(place)

    def _is_beat(self, place: int) -> bool:
        if self.amplitude[place] < self.levels.threshold:
            return False
        if not self.beats or place - self.last > T_WAVE_S * self.rate_hz:
            return True
        return bool(self.amplitude[place] > T_WAVE_SHARE * self.amplitude[self.last])

    def _missed_before(self, now: int) -> int | None:
        """Return the highest passed candidate that half the threshold lets through.

        now: the candidate that is judged next. Neither the last beat's T wave nor this one's
        P wave is meant.
        """
        sure, large = now - MISSED_S * self.rate_hz, MISSED_SHARE * self.amplitude[now]
        since = [
            place
            for place in self.passed
            if place - self.last > T_WAVE_S * self.rate_hz
            and (place < sure or self.amplitude[place] > large)
        ]
        best = max(since, key=lambda place: float(self.amplitude[place]), default=None)
        if best is None or self.amplitude[best] < 0.5 * self.levels.threshold:
            return None
        return best
