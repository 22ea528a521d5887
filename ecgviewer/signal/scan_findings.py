"""From a scan's beats and episodes to the places that a reader wants to see."""

from collections.abc import Iterator

import numpy as np

from ecgviewer.core.scan import PAUSE_S, Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding
from ecgviewer.signal.heart_rate import rr_intervals_s
from ecgviewer.signal.scan_summary import RUN, rows_of

# Single beats, two in a row, and three or more.
_KINDS = {
    "PVC": (FindingKind.PVC, FindingKind.PVC_COUPLET, FindingKind.PVC_RUN),
    "PAC": (FindingKind.PAC, FindingKind.PAC_COUPLET, FindingKind.PAC_RUN),
}


def scan_findings(scan: Scan) -> tuple[ScanFinding, ...]:
    """Return runs, couplets and single early beats, episodes and pauses, by their start.

    They are those that the summary counts.
    """
    found = [*_episodes(scan), *_pauses(scan)]
    for label in _KINDS:
        found += _early_beats(scan, label)
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.stop)))


def _episodes(scan: Scan) -> Iterator[ScanFinding]:
    for episode in scan.episodes:
        first, last = np.searchsorted(scan.samples, (episode.start, episode.stop))
        kind = FindingKind[episode.label]
        yield ScanFinding(kind, episode.start, episode.stop, int(last - first), episode.score)


def _pauses(scan: Scan) -> Iterator[ScanFinding]:
    rr_s = rr_intervals_s(scan.samples, scan.rate_hz, scan.gaps)
    for place in np.flatnonzero(rr_s >= PAUSE_S).tolist():
        start, stop = scan.samples[place : place + 2].tolist()
        yield ScanFinding(FindingKind.PAUSE, start, stop, 2, None)


def _early_beats(scan: Scan, label: str) -> Iterator[ScanFinding]:
    rr_s = rr_intervals_s(scan.samples, scan.rate_hz, scan.gaps)
    first, stop = rows_of(scan.label == scan.labels.index(label), np.isnan(rr_s))
    summed = np.append(0.0, np.cumsum(scan.score, dtype=np.float64))
    n_beats = stop - first
    scores = (summed[stop] - summed[first]) / np.maximum(n_beats, 1)
    places = zip(
        scan.samples[first].tolist(),
        scan.samples[stop - 1].tolist(),
        n_beats.tolist(),
        scores.tolist(),
        strict=True,
    )
    for begin, end, n, score in places:
        kind = _KINDS[label][min(n, RUN) - 1]
        bpm = 60 * (n - 1) * scan.rate_hz / (end - begin) if n >= RUN else None
        yield ScanFinding(kind, begin, end, n, score, bpm)
