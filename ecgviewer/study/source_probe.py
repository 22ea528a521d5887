"""Does a window tell which data set it is of? A net could then learn the set for the class.

Normal beats of all sets are told apart by their spectrum and their spread, once as they
were recorded and once as nets read them, by a logistic regression that has not seen the
patients whom it judges.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.strip_input import STRIP_LEAD, read_strips
from ecgviewer.io.open import open_record
from ecgviewer.signal.strip import STRIP_HZ, STRIP_SAMPLES
from ecgviewer.study.beat_labels import BEAT_LABELS, HALF_S
from ecgviewer.study.beat_windows import BeatWindows

Features = NDArray[np.float64]

PROBED = "N"
WINDOWS_A_RECORD = 10
RECORDS_A_SET = 60
N_FOLDS = 5
SEED = 2026
# Edges of the bands whose powers are compared, up to half of STRIP_HZ.
BANDS_HZ = (0.0, 0.5, 1, 2, 4, 7, 10, 15, 20, 25, 30, 35, 40, 50, 58, 65, 80, 110, 180)
_SPREAD = (1, 5, 25, 50, 75, 95, 99)
_FLOOR = 1e-9


@dataclass(frozen=True, slots=True)
class SourceProbe:
    """How often a window's set is told; every set counts alike.

    recorded: from windows as recorded, prepared: from windows as nets read them, chance:
    from nothing. n_windows: how many were judged, of ``n_records``.
    """

    sources: tuple[str, ...]
    recorded: float
    prepared: float
    chance: float
    n_windows: int
    n_records: int


def probe_sources(windows: BeatWindows, task: Task | None = None) -> SourceProbe:
    """Tell the sets of normal beats apart.

    Raises EcgError where fewer than two sets have normal beats of N_FOLDS patients, or a
    record cannot be read; Cancelled if the task is cancelled.
    """
    chosen = _chosen_rows(windows, np.random.default_rng(SEED))
    rows = np.concatenate([np.empty(0, dtype=np.int64), *chosen])
    sources, patients = windows.sources[rows], windows.patients[rows]
    names = _judged_sources(sources, patients)
    kept = [one for one in chosen if windows.sources[one[0]] in names]
    recorded, prepared = [], []
    for done, own in enumerate(kept):
        record = open_record(windows.recordings[windows.recording[own[0]]].path)
        centres = windows.samples_at[own]
        recorded.append(_features(_as_recorded(record, centres)))
        prepared.append(_features(read_strips(record, centres)))
        if task is not None:
            task.step(done + 1, len(kept))
    rows = np.concatenate(kept)
    told = windows.sources[rows], windows.patients[rows]
    return SourceProbe(
        sources=names,
        recorded=_accuracy(np.concatenate(recorded), *told),
        prepared=_accuracy(np.concatenate(prepared), *told),
        chance=1 / len(names),
        n_windows=len(rows),
        n_records=len(kept),
    )


def _chosen_rows(windows: BeatWindows, rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Return rows of some windows of some records of every set, record by record."""
    normal = np.flatnonzero(windows.labels == BEAT_LABELS.index(PROBED))
    recordings, firsts = np.unique(windows.recording[normal], return_index=True)
    rows = dict(zip(recordings, np.split(normal, firsts[1:]), strict=True))
    chosen: list[NDArray[np.int64]] = []
    for name in dict.fromkeys(windows.recordings[x].source for x in recordings):
        own = [x for x in recordings if windows.recordings[x].source == name]
        some = sorted(rng.permutation(own)[:RECORDS_A_SET])
        chosen += [np.sort(rng.permutation(rows[x])[:WINDOWS_A_RECORD]) for x in some]
    return chosen


def _judged_sources(sources: NDArray[np.str_], patients: NDArray[np.str_]) -> tuple[str, ...]:
    names = tuple(
        name
        for name in dict.fromkeys(sources.tolist())
        if len(np.unique(patients[sources == name])) >= N_FOLDS
    )
    if len(names) < 2:
        raise EcgError(
            f"A probe of the source needs normal beats of {N_FOLDS} patients of at least two "
            "data sets: name another one."
        )
    return names


def _as_recorded(record: Record, centres: Sequence[int] | NDArray[np.int64]) -> Samples:
    """Return windows without a filter, in mV at STRIP_HZ: what the paper's nets read."""
    half = round(HALF_S * record.rate_hz)
    windows = np.zeros((len(centres), STRIP_SAMPLES), dtype=np.float32)
    for row, centre in enumerate(centres):
        start, stop = max(0, int(centre) - half), min(int(centre) + half, record.n_samples)
        values = np.nan_to_num(window_mv(record, start, stop, STRIP_LEAD)[0, :STRIP_SAMPLES])
        windows[row, : len(values)] = values - np.median(values)
    return windows


def _features(windows: Samples) -> Features:
    """Return the logarithms of the bands' powers, and quantiles: (n_windows, n_features)."""
    power = np.square(np.abs(np.fft.rfft(windows * np.hanning(windows.shape[1]), axis=1)))
    frequencies_hz = np.fft.rfftfreq(windows.shape[1], 1 / STRIP_HZ)
    place = np.searchsorted(BANDS_HZ, frequencies_hz, side="right") - 1
    bands = [power[:, place == band].mean(axis=1) for band in range(len(BANDS_HZ) - 1)]
    spread = np.percentile(windows, _SPREAD, axis=1).T
    return np.concatenate([np.log10(np.stack(bands, axis=1) + _FLOOR), spread], axis=1)


def _accuracy(features: Features, sources: NDArray[np.str_], patients: NDArray[np.str_]) -> float:
    # scikit-learn takes a second to load.
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import balanced_accuracy_score
    from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    probe = make_pipeline(
        StandardScaler(), LogisticRegression(max_iter=2000, class_weight="balanced")
    )
    folds = StratifiedGroupKFold(N_FOLDS, shuffle=True, random_state=SEED)
    told = cross_val_predict(probe, features, sources, groups=patients, cv=folds)
    return float(balanced_accuracy_score(sources, told))
