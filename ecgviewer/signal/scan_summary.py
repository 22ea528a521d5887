"""The figures of a Holter report, from beats, labels and episodes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.scan import PAUSE_S, Ectopy, Episode, ScanSummary
from ecgviewer.signal.heart_rate import mean_rates_bpm, rr_intervals_s

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]

# A shorter record does not tell how many there are in an hour.
HOURLY_FROM_S = 300.0
RUN = 3


def summarize(
    samples: Positions,
    label: NDArray[np.int8],
    labels: Sequence[str],
    episodes: Sequence[Episode],
    gaps: Positions,
    *,
    rate_hz: float,
    until: int,
    af_score: float | None,
) -> ScanSummary:
    """Return the figures of what was scanned up to ``until``.

    samples: of the beats, (n_beats,), rising; label: (n_beats,), places in labels; gaps:
    (n_gaps, 2), spans that could not be read.
    """
    read_s = (until - int(np.diff(gaps, axis=1).sum())) / rate_hz
    rr_s = rr_intervals_s(samples, rate_hz, gaps)
    pvc, pac = (_ectopy(label == labels.index(x), rr_s, read_s) for x in ("PVC", "PAC"))
    known_s = rr_s[~np.isnan(rr_s)]
    pauses_s = known_s[known_s >= PAUSE_S]
    rates_bpm = mean_rates_bpm(rr_s)
    rates_bpm = rates_bpm[~np.isnan(rates_bpm)]
    af_s = sum(x.stop - x.start for x in episodes if x.label == "AFIB") / rate_hz
    judged = len(samples) > 0
    counts = np.bincount(label, minlength=len(labels)).tolist()
    return ScanSummary(
        n_beats=len(samples),
        read_s=read_s,
        counts=dict(zip(labels, counts, strict=True)),
        pvc=pvc,
        pac=pac,
        af_minutes=af_s / 60 if judged else None,
        af_burden_percent=100 * af_s / read_s if judged and read_s > 0 else None,
        pauses=len(pauses_s) if known_s.size else None,
        longest_pause_s=float(pauses_s.max()) if pauses_s.size else None,
        min_bpm=float(rates_bpm.min()) if rates_bpm.size else None,
        mean_bpm=float(60 / known_s.mean()) if known_s.size else None,
        max_bpm=float(rates_bpm.max()) if rates_bpm.size else None,
        af_score=af_score,
    )


def _ectopy(early: NDArray[np.bool_], rr_s: Floats, read_s: float) -> Ectopy:
    """Return the figures of some beats, (n_beats,); rr_s: (n_beats - 1,), NaN over a gap."""
    first, stop = rows_of(early, np.isnan(rr_s))
    lengths = stop - first
    runs = lengths >= RUN
    took_s = _elapsed_s(rr_s, first[runs], stop[runs] - 1)
    n = int(early.sum())
    return Ectopy(
        n=n,
        per_hour=n * 3600 / read_s if len(early) and read_s >= HOURLY_FROM_S else None,
        burden_percent=100 * n / len(early) if len(early) else None,
        couplets=int((lengths == RUN - 1).sum()),
        runs=int(runs.sum()),
        longest_run=int(lengths[runs].max()) if runs.any() else None,
        fastest_run_bpm=float((60 * (lengths[runs] - 1) / took_s).max()) if runs.any() else None,
    )


def rows_of(chosen: NDArray[np.bool_], broken: NDArray[np.bool_]) -> tuple[Positions, Positions]:
    """Return where rows of neighbouring chosen beats begin, and where they have ended.

    broken: (n_beats - 1,), between which beats no row goes on.
    """
    if not len(chosen):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    joined = chosen[:-1] & chosen[1:] & ~broken
    first = np.flatnonzero(chosen & ~np.append(False, joined))
    last = np.flatnonzero(chosen & ~np.append(joined, False))
    return first, last + 1


def _elapsed_s(rr_s: Floats, first: Positions, last: Positions) -> Floats:
    """Return the time from one beat to another, none of it in a gap."""
    at_s = np.append(0.0, np.cumsum(np.nan_to_num(rr_s)))
    elapsed: Floats = at_s[last] - at_s[first]
    return elapsed
