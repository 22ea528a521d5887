"""The waves that cardiologists marked in LUDB, lead by lead and of all leads together."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record

Floats = NDArray[np.float64]
Spans = NDArray[np.float64]

LABELS = {"p": "p", "qrs": "N", "t": "t"}
# As `delineation.together` takes of a lead's marks: of twelve the second most extreme.
EXTREME_SHARE = 0.1
FEWEST_LEADS = 6
# Peaks of one wave in different leads lie nearer than this to the next of them.
ONE_WAVE_S = 0.1
PR_S = 0.4
QT_S = 0.7


@dataclass(frozen=True, eq=False, slots=True)
class ManualWaves:
    """Spans of one lead or of all: for "p", "qrs", "t" onset, peak, offset, (n_waves, 3)."""

    waves: dict[str, Spans]

    @property
    def judged(self) -> tuple[float, float]:
        """Begin and end of what was annotated: the first and last beats were left out."""
        qrs = self.waves["qrs"]
        if not qrs.size:
            return np.inf, -np.inf
        return float(qrs[:, 0].min()), float(qrs[:, 2].max())


def manual_waves(record: Record) -> list[ManualWaves]:
    """Return the waves of each lead of a record, in its order."""
    return [_of_lead(record, lead.name) for lead in record.leads]


def _of_lead(record: Record, lead: str) -> ManualWaves:
    waves = {}
    for wave, label in LABELS.items():
        # What is marked without begin or end, as in noise, cannot be compared.
        spans = [
            (mark.start, mark.peak, mark.stop)
            for mark in record.annotations
            if mark.lead == lead and mark.label == label and mark.peak is not None
        ]
        waves[wave] = np.array(sorted(spans), dtype=np.float64).reshape(-1, 3)
    return ManualWaves(waves)


def common_waves(leads: list[ManualWaves], rate_hz: float) -> ManualWaves:
    """Return the waves that at least six leads show: early onset, late offset, median peak."""
    waves = {}
    for wave in LABELS:
        every = np.concatenate([lead.waves[wave] for lead in leads])
        every = every[np.argsort(every[:, 1])]
        cuts = 1 + np.flatnonzero(np.diff(every[:, 1]) > ONE_WAVE_S * rate_hz)
        groups = [group for group in np.split(every, cuts) if len(group) >= FEWEST_LEADS]
        waves[wave] = np.array([_one_wave(group) for group in groups]).reshape(-1, 3)
    return ManualWaves(waves)


def _one_wave(group: Spans) -> tuple[float, float, float]:
    onset = np.quantile(group[:, 0], EXTREME_SHARE)
    offset = np.quantile(group[:, 2], 1 - EXTREME_SHARE)
    return float(onset), float(np.median(group[:, 1])), float(offset)


def manual_intervals(common: ManualWaves, rate_hz: float) -> dict[str, float]:
    """Return the medians of PR, QRS and QT in ms over a record's beats, where it has them."""
    lengths: dict[str, list[float]] = {"pr": [], "qrs": [], "qt": []}
    for name, length in _lengths(common, rate_hz):
        lengths[name].append(length / rate_hz * 1000)
    return {name: float(np.median(values)) for name, values in lengths.items() if values}


def _lengths(common: ManualWaves, rate_hz: float) -> Iterator[tuple[str, float]]:
    onsets = common.waves["qrs"][:, 0]
    for onset, _, offset in common.waves["qrs"]:
        yield "qrs", offset - onset
        p_onsets, t_ends = common.waves["p"][:, 0], common.waves["t"][:, 2]
        before = p_onsets[(p_onsets < onset) & (p_onsets > onset - PR_S * rate_hz)]
        later = onsets[onsets > onset]
        last = min([onset + QT_S * rate_hz, *later])
        behind = t_ends[(t_ends > offset) & (t_ends < last)]
        if before.size:
            yield "pr", onset - before[-1]
        if behind.size:
            yield "qt", behind[0] - onset
