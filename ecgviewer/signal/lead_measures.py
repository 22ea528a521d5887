"""What is wrong with one lead, in shares of the time, in mV, and in how alike its beats are.

Height, flat line, noise and hum are those of `quality`; this adds what a reader of paper
sees beside them: gaps, rails, bursts, the baseline's travel, and beats that differ from
each other in one lead alone. After Clifford et al., "Signal quality indices and data
fusion for determining clinical acceptability of electrocardiograms", Physiol. Meas. 33
(2012) 1419-1433 (flat line, baseline, noise) and Orphanidou et al., "Signal-quality
indices for the electrocardiogram and photoplethysmogram", IEEE J. Biomed. Health Inform.
19 (2015) 832-838 (how beats correlate with their usual shape). The code is ours.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.gaps import bridged

# Below a second nothing can be said of how a lead moves.
SHORTEST_S: Final = 1.0
# Slower than the slowest usual heart beats: what is left moves with the baseline alone.
BEAT_S: Final = 0.8
BURST_S: Final = 2.0
# A QRS complex comes to its top and leaves it within this time, a cut one stays there.
RAIL_S: Final = 0.012
# Converters step by 1 to 5 µV; on the rail they do not step at all.
STILL_MV: Final = 0.0005
# A quiet baseline may be a lead's lowest level too, but lies near all that it does.
RAIL_DISTANCE_MV: Final = 0.3
# Only leads whose complexes could be a heart's say where the beats are.
BEAT_HEIGHTS_MV: Final = (0.1, 10.0)
MOST_FLAT: Final = 0.5
_SMALLEST_MV: Final = 1e-6


@dataclass(frozen=True, slots=True)
class LeadMeasures:
    """Measures of one lead over one stretch; NaN, but for missing, where it has no signal.

    missing: share of the time without samples. flat, saturated: shares of what is there
    that do not move, and that stand on the highest or lowest level. height_mv: what the
    QRS complexes span; range_mv: from the lowest sample to the highest. noise_mv: RMS of
    what is faster than a wave, between the beats, hum included; burst_mv: the same in the
    worst two seconds. mains_mv: amplitude of the 50 or 60 Hz hum. wander_mv: from the
    lowest place of the baseline to its highest. likeness: median correlation of the beats
    with the usual one, -1..1, 0 where there are no two beats.
    """

    missing: float
    flat: float = math.nan
    saturated: float = math.nan
    height_mv: float = math.nan
    range_mv: float = math.nan
    noise_mv: float = math.nan
    burst_mv: float = math.nan
    mains_mv: float = math.nan
    wander_mv: float = math.nan
    likeness: float = math.nan

    @property
    def silent(self) -> bool:
        """Whether there was too little signal to measure anything."""
        return math.isnan(self.height_mv)

    @property
    def mains_share(self) -> float:
        """Share of the noise's power that is hum, 0..1; 0 without noise."""
        if not self.noise_mv > 0:
            return 0.0
        return min(1.0, self.mains_mv**2 / 2 / self.noise_mv**2)

    @property
    def dead(self) -> float:
        """Share of the time that shows nothing: missing or flat, 0..1."""
        return 1.0 if self.silent else self.missing + (1 - self.missing) * self.flat


def measure_leads(values_mv: Samples, rate_hz: float) -> tuple[LeadMeasures, ...]:
    """Measure each lead of a stretch, (n_leads, n_samples) in mV with NaN in gaps.

    A stretch of about ten seconds is meant; of less than a second nothing is known but
    what is missing. Gaps are taken out, so that they are neither flat nor noise.
    """
    missing = np.isnan(values_mv).mean(axis=1)
    present = (1 - missing) * values_mv.shape[1] >= SHORTEST_S * rate_hz
    whole = np.flatnonzero(present & (missing == 0))
    measured = dict(zip(whole.tolist(), _without_gaps(values_mv[whole], rate_hz), strict=True))
    for row in np.flatnonzero(present & (missing > 0)).tolist():
        lead_mv = values_mv[row]
        (measured[row],) = _without_gaps(lead_mv[np.newaxis, ~np.isnan(lead_mv)], rate_hz)
    likenesses = _likenesses(values_mv, rate_hz, measured)
    return tuple(
        LeadMeasures(float(share), **measured[row], likeness=likenesses[row])
        if row in measured
        else LeadMeasures(float(share))
        for row, share in enumerate(missing)
    )


def _without_gaps(values_mv: Samples, rate_hz: float) -> list[dict[str, float]]:
    """Return all measures but missing and likeness of each lead, (n_leads, n) without NaN."""
    # scipy takes a second to load, and the window's start may pass through this file.
    from ecgviewer.signal.quality import SMALLEST_MV, measure_quality

    if not len(values_mv):
        return []
    whole = measure_quality(values_mv, rate_hz)
    unit_mv = np.maximum(whole.height_mv, SMALLEST_MV)
    parts = measure_quality(_parts(values_mv, rate_hz), rate_hz)
    part_noise_mv = parts.noise * np.maximum(parts.height_mv, SMALLEST_MV)
    columns = {
        "flat": whole.flat,
        "saturated": np.array([_saturated_share(lead_mv, rate_hz) for lead_mv in values_mv]),
        "height_mv": whole.height_mv,
        "range_mv": np.ptp(values_mv, axis=1),
        "noise_mv": whole.noise * unit_mv,
        "burst_mv": part_noise_mv.reshape(len(values_mv), -1).max(axis=1),
        "mains_mv": whole.mains * unit_mv,
        "wander_mv": np.ptp(_baseline(values_mv, rate_hz), axis=1),
    }
    rows = zip(*columns.values(), strict=True)
    return [dict(zip(columns, map(float, row), strict=True)) for row in rows]


def _parts(values_mv: Samples, rate_hz: float) -> Samples:
    """Return leads cut into parts of BURST_S, (n_leads * n_parts, n), without what is left."""
    n_samples = values_mv.shape[1]
    length = min(n_samples, round(BURST_S * rate_hz))
    return values_mv[:, : n_samples // length * length].reshape(-1, length)


def _baseline(values_mv: NDArray[np.floating], rate_hz: float) -> NDArray[np.float64]:
    """Return what moves slower than the heart, (n_leads, n).

    Averaged twice, so that wide complexes and tall T waves leave no ripple in it.
    """
    from scipy.ndimage import uniform_filter1d

    averaged = values_mv.astype(np.float64)
    for _ in range(2):
        length = max(1, round(BEAT_S * rate_hz))
        averaged = uniform_filter1d(averaged, length, axis=1, mode="nearest")
    return averaged


def _saturated_share(lead_mv: Samples, rate_hz: float) -> float:
    """Return the share of samples that stand still at either end of the lead's range.

    The rail of `quality`, a hundredth of the range wide, would hold the whole trace beside
    one tall spike; here a sample counts only where the lead stays there, far from the rest.
    """
    ends = ((lead_mv, float(lead_mv.max())), (-lead_mv, -float(lead_mv.min())))
    return sum(_share_at_top(values, top, rate_hz) for values, top in ends)


def _share_at_top(values: Samples, top: float, rate_hz: float) -> float:
    from scipy.ndimage import binary_opening

    there = values >= top - STILL_MV
    elsewhere = values[~there]
    if not elsewhere.size or top - float(np.median(elsewhere)) < RAIL_DISTANCE_MV:
        return 0.0
    length = max(3, math.ceil(RAIL_S * rate_hz))
    return float(np.mean(binary_opening(there, np.ones(length, dtype=bool))))


def _likenesses(
    values_mv: Samples, rate_hz: float, measured: dict[int, dict[str, float]]
) -> dict[int, float]:
    """Return how alike each measured lead's beats are; the leads say together where they are."""
    from ecgviewer.signal.beat_shape import beat_shape

    rows = list(measured)
    filled = bridged(values_mv[rows])
    level = (filled - _baseline(filled, rate_hz)).astype(np.float32)
    peaks = _beats(level, rate_hz, [measured[row] for row in rows])
    shapes = [beat_shape(level[place : place + 1], rate_hz, peaks) for place in range(len(rows))]
    return {
        row: shape.likeness if shape is not None else 0.0
        for row, shape in zip(rows, shapes, strict=True)
    }


def _beats(level_mv: Samples, rate_hz: float, measured: Sequence[dict[str, float]]) -> Positions:
    """Return where the beats are, by the leads that could be a heart's, all equally heard."""
    from ecgviewer.signal.beats import r_peaks

    low_mv, high_mv = BEAT_HEIGHTS_MV
    heard = [
        place
        for place, one in enumerate(measured)
        if low_mv <= one["height_mv"] <= high_mv and one["flat"] < MOST_FLAT
    ]
    heights_mv = np.array([[measured[place]["height_mv"]] for place in heard], dtype=np.float32)
    # Unscaled, one lead with an artefact of 50 mV would outshout eleven good ones.
    scaled = level_mv[heard] / np.maximum(heights_mv.reshape(-1, 1), _SMALLEST_MV)
    return r_peaks(scaled.astype(np.float32), rate_hz)
