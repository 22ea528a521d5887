"""A scan by the hour of the recording."""

from dataclasses import dataclass

import numpy as np

from ecgviewer.core.scan import Scan

HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Hour:
    """What an hour of a recording held; start is its first sample.

    mean_bpm: from the intervals between its beats, None where fewer than two follow each
    other without a gap.
    """

    start: int
    n_beats: int
    mean_bpm: float | None
    n_pvc: int
    n_pac: int
    af_minutes: float


def hours_of(scan: Scan) -> tuple[Hour, ...]:
    """Return the hours that were scanned, the last one as far as it goes."""
    length = round(HOUR_S * scan.rate_hz)
    starts = range(0, scan.done_until, length)
    return tuple(_hour(scan, start, min(start + length, scan.done_until)) for start in starts)


def _hour(scan: Scan, start: int, stop: int) -> Hour:
    own = slice(*np.searchsorted(scan.samples, (start, stop)))
    label = scan.label[own]
    shared = (
        max(0, min(stop, episode.stop) - max(start, episode.start))
        for episode in scan.episodes
        if episode.label == "AFIB"
    )
    return Hour(
        start=start,
        n_beats=len(label),
        mean_bpm=_mean_bpm(scan, own),
        n_pvc=int(np.sum(label == scan.labels.index("PVC"))),
        n_pac=int(np.sum(label == scan.labels.index("PAC"))),
        af_minutes=sum(shared) / scan.rate_hz / 60,
    )


def _mean_bpm(scan: Scan, own: slice) -> float | None:
    samples = scan.samples[own]
    rr_s = np.diff(samples) / scan.rate_hz
    if len(rr_s) and len(scan.gaps):
        middles = scan.gaps.sum(axis=1) // 2
        before = np.searchsorted(samples, middles, side="right") - 1
        rr_s = np.delete(rr_s, before[(before >= 0) & (before < len(rr_s))])
    return float(60 / rr_s.mean()) if len(rr_s) else None
