"""Which windows of beats a net learns from, which choose its epoch, which examine it.

Two ways, never mixed. "random", as the published single-lead system: 3,200 windows a
class to learn from and the rest to examine, so that patients, and even overlapping
windows, stand in both. "patient": nobody stands in two parts; MITDB by the sets DS1 and
DS2 (de Chazal et al., IEEE Trans. Biomed. Eng. 51:1196, 2004).
"""

import csv
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import resources_folder
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_sets import MITDB
from ecgviewer.study.beat_windows import BeatWindows, Recording
from ecgviewer.study.parts import Parts, draw
from ecgviewer.study.split import FIT, TEST

RANDOM, PATIENT = SPLITS = ("random", "patient")
LEARNT_A_CLASS = 3200
# Of a class with fewer windows than would leave any to examine.
LEARNT_SHARE = 0.8
# Of what is learnt from, this chooses the epoch.
VALIDATION_SHARE = 0.15
# Sets without a published split: one of so many patients examines.
TEST_ONE_IN = 5
LEFT_OUT, PACED = "", "paced"
_PUBLISHED = {"DS1": FIT, "DS2": TEST, "paced": PACED}
N_DRAWINGS = 400

Rows = NDArray[np.int64]


def split_windows(windows: BeatWindows, split: str, seed: int = 0) -> Parts:
    """Return the rows of each part, rising; rows in no part are left out.

    split: "random" or "patient". seed: draws the windows of "random", and the patients
    that choose the epoch of "patient"; who examines does not depend on it. Raises
    EcgError if a part would be empty.
    """
    rng = np.random.default_rng(seed)
    if split == RANDOM:
        return _random(windows, rng)
    if split == PATIENT:
        return _by_patient(windows, rng)
    raise ValueError(f"no split {split!r}")


def _random(windows: BeatWindows, rng: np.random.Generator) -> Parts:
    fit, validation, test = [], [], []
    for label in range(len(BEAT_LABELS)):
        rows = rng.permutation(np.flatnonzero(windows.labels == label))
        n_learnt = min(LEARNT_A_CLASS, int(LEARNT_SHARE * len(rows)))
        n_chosen = int(VALIDATION_SHARE * n_learnt)
        validation.append(rows[:n_chosen])
        fit.append(rows[n_chosen:n_learnt])
        test.append(rows[n_learnt:])
    return _parts(*(np.concatenate(part) for part in (fit, validation, test)))


def _by_patient(windows: BeatWindows, rng: np.random.Generator) -> Parts:
    parts = np.array(recording_parts(windows.recordings))[windows.recording]
    learnt = np.flatnonzero(parts == FIT)
    choosing = _choosing_patients(windows.patients[learnt], windows.labels[learnt], rng)
    chooses = np.isin(windows.patients[learnt], choosing)
    return _parts(learnt[~chooses], learnt[chooses], np.flatnonzero(parts == TEST))


def recording_parts(recordings: Sequence[Recording]) -> list[str]:
    """Return "fit", "test" or "" (left out) of each recording under the split by patient.

    Paced hearts are left out, and so are recordings of those of whom another examines:
    201 of DS1 and 202 of DS2 are one man.
    """
    parts = [_published_part(x) or _drawn_part(x) for x in recordings]
    examining = {x.patient for x, part in zip(recordings, parts, strict=True) if part == TEST}
    return [
        LEFT_OUT if part == PACED or (part == FIT and x.patient in examining) else part
        for x, part in zip(recordings, parts, strict=True)
    ]


def is_paced(recording: Recording) -> bool:
    """Whether a pacemaker beats in a recording, by the published list."""
    return _published_part(recording) == PACED


def _published_part(recording: Recording) -> str:
    return _mitdb_parts().get(recording.name, "") if recording.origin == MITDB else ""


def _drawn_part(recording: Recording) -> str:
    return TEST if draw(recording.patient, "beats", TEST_ONE_IN) == 0 else FIT


@cache
def _mitdb_parts() -> dict[str, str]:
    with (resources_folder() / "mitdb_split.csv").open(encoding="utf-8", newline="") as file:
        return {row["record"]: _PUBLISHED[row["part"]] for row in csv.DictReader(file)}


def _choosing_patients(
    patients: NDArray[np.str_], labels: Rows, rng: np.random.Generator
) -> NDArray[np.str_]:
    """Return the patients that choose the epoch: of many drawings the one whose windows come
    nearest to the wanted share in every class.
    """
    names, of = np.unique(patients, return_inverse=True)
    counts = np.zeros((len(names), len(BEAT_LABELS)))
    np.add.at(counts, (of, labels), 1)
    shares = counts / np.maximum(counts.sum(axis=0), 1)
    n_chosen = min(len(names) - 1, max(1, round(VALIDATION_SHARE * len(names))))
    drawings = [rng.permutation(len(names))[:n_chosen] for _ in range(N_DRAWINGS)]
    best = min(drawings, key=lambda drawn: _misfit(shares, drawn))
    return names[best]


def _misfit(shares: NDArray[np.float64], drawn: Rows) -> float:
    there = shares.any(axis=0)
    return float(np.abs(shares[drawn].sum(axis=0) - VALIDATION_SHARE)[there].sum())


def _parts(fit: Rows, validation: Rows, test: Rows) -> Parts:
    if not (len(fit) and len(validation) and len(test)):
        n_windows = len(fit) + len(validation) + len(test)
        raise EcgError(
            f"{n_windows} windows are too few to learn from, to choose by and to examine: "
            "add a data set."
        )
    return Parts(*(tuple(np.sort(part).tolist()) for part in (fit, validation, test)))
