"""The usual beat of each lead with the points that were measured in it."""

from dataclasses import dataclass

import numpy as np

from ecgviewer.core.median_beat import Curves
from ecgviewer.core.record import Samples
from ecgviewer.core.text import later
from ecgviewer.signal.beat_cutting import Group, cut_beats, owned_samples, present, tops
from ecgviewer.signal.delineation import Delineation
from ecgviewer.signal.measured import FEWEST_BEATS, FEWEST_SHARE
from ecgviewer.signal.st_levels import AFTER_J_S, PQ_S
from ecgviewer.signal.wave_edges import Floats

# Wider than a beat laid on others: a P wave may lie far before R, the end of T far behind.
BEFORE_S, AFTER_S = 0.4, 0.6
# Samples that fewer of the beats own are not shown.
SHOWN_SHARE = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class MagnifiedBeat:
    """Median beats. time_ms: (n,), 0 at R. median_mv: float32 (n_leads, n), 0 at the PQ level.

    points_ms: by name, (n_leads,) in ms from R, NaN where not measurable. QRS and J are of
    all leads together, P and T of each lead. n_beats: how many were laid together.
    """

    time_ms: Floats
    median_mv: Curves
    points_ms: dict[str, Floats]
    n_beats: int


def magnify(values_mv: Samples, marks: Delineation, counted: Group) -> MagnifiedBeat | None:
    """Return the median of the beats that count, None where there are none.

    values_mv: (n_leads, n) in mV, as delineated. counted: bool (n_beats,).
    """
    if not counted.any():
        return None
    rate_hz, peaks = marks.rate_hz, marks.peaks
    before, after = round(BEFORE_S * rate_hz), round(AFTER_S * rate_hz)
    owned = owned_samples(peaks, before, after)[counted]
    beats_mv = cut_beats(values_mv, peaks[counted], before, after, owned)
    points_ms = _points_ms(marks, counted, len(values_mv))
    time_ms = np.arange(-before, after, dtype=np.float64) * (1000.0 / rate_hz)
    onset_ms = float(points_ms["QRS"][0])
    begin, end = (np.searchsorted(time_ms, onset_ms + 1000 * at_s) for at_s in PQ_S)
    if np.isfinite(onset_ms) and begin < end:
        # Each beat at its own level, so that a wandering baseline does not blur them.
        beats_mv = beats_mv - present(np.nanmean, beats_mv[:, :, begin:end], axis=2)[..., None]
    median_mv = present(np.nanmedian, beats_mv, axis=0)
    median_mv[:, owned.mean(axis=0) < SHOWN_SHARE] = np.nan
    top = tops(median_mv[np.newaxis, marks.usable], rate_hz, before)[0] * (1000.0 / rate_hz)
    points_ms = {name: at_ms - top for name, at_ms in points_ms.items()}
    return MagnifiedBeat(time_ms - top, median_mv, points_ms, int(np.count_nonzero(counted)))


def _points_ms(marks: Delineation, counted: Group, n_leads: int) -> dict[str, Floats]:
    """Return each point's median place in the beats that count, in the order of time."""
    at, lead = marks.together, marks.leads
    places = {
        later("P on"): lead.p_onset,
        later("P off"): lead.p_offset,
        "QRS": np.broadcast_to(at.qrs_onset, (n_leads, marks.peaks.size)),
        "J": np.broadcast_to(at.qrs_offset, (n_leads, marks.peaks.size)),
        "T": lead.t_peak,
        later("T end"): lead.t_offset,
    }
    found = {}
    for name, samples in places.items():
        from_r_ms = (samples - marks.peaks)[:, counted] * (1000.0 / marks.rate_hz)
        known = ~np.isnan(from_r_ms)
        fewest = max(FEWEST_BEATS, FEWEST_SHARE * from_r_ms.shape[1])
        enough = (known.sum(axis=1) >= fewest) & marks.usable
        found[name] = np.array(
            [
                np.median(row[here]) if use else np.nan
                for row, here, use in zip(from_r_ms, known, enough, strict=True)
            ]
        )
        if name == "J":
            found["J+60"] = found["J"] + 1000 * AFTER_J_S
    return found
