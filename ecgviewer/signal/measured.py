"""A measured value: how large, over which beats, how much they differ, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ecgviewer.core.text import later, tr
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.wave_edges import Floats

# The median distance from the median, times this, is the standard deviation of a normal
# distribution; one odd beat hardly changes it.
MAD_TO_SD = 1.4826
FEWEST_BEATS = 2
# A value must stand for so many of the beats that count.
FEWEST_SHARE = 1 / 3
TOO_FEW = later("too few beats in which it can be measured")


@dataclass(frozen=True, slots=True)
class Duration:
    """An interval in ms. value_ms, spread_ms: None where not measurable, which reason says.

    beats: R peaks of the beats that it rests on, in samples. spread_ms: how much the beats
    differ (as a standard deviation, robust). limits: what to keep in mind, in words.
    """

    value_ms: float | None
    spread_ms: float | None
    beats: tuple[int, ...]
    reason: str = ""
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeartRate:
    """A heart rate; fields as in `Duration`. beats: at both ends of its intervals."""

    value_per_min: float | None
    spread_per_min: float | None
    beats: tuple[int, ...]
    reason: str = ""
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontalAxis:
    """The direction of the QRS complex, -180 to 180 degrees; fields as in `Duration`."""

    value_deg: float | None
    spread_deg: float | None
    beats: tuple[int, ...]
    reason: str = ""
    limits: tuple[str, ...] = ()


def spread(values: Floats) -> float:
    """Return the robust standard deviation of (n,) values."""
    return float(MAD_TO_SD * np.median(np.abs(values - np.median(values))))


def median_duration(
    lengths_ms: Floats, peaks: Positions, reason: str = "", limits: tuple[str, ...] = ()
) -> Duration:
    """Return the median of (n_beats,), NaN where a beat has none.

    peaks: (n_beats,) of these beats. reason: said where the value is missing, if known.
    """
    known = ~np.isnan(lengths_ms)
    if np.count_nonzero(known) < max(FEWEST_BEATS, FEWEST_SHARE * peaks.size):
        return Duration(None, None, (), reason or tr(TOO_FEW))
    lengths_ms = lengths_ms[known]
    beats = tuple(int(peak) for peak in peaks[known])
    return Duration(float(np.median(lengths_ms)), spread(lengths_ms), beats, "", limits)


def changed(duration: Duration, change: Callable[[float], float]) -> tuple[float | None, ...]:
    """Return value and spread of a duration after a rising, nearly straight change."""
    if duration.value_ms is None or duration.spread_ms is None:
        return None, None
    value_ms = change(duration.value_ms)
    return value_ms, change(duration.value_ms + duration.spread_ms) - value_ms
