"""The windows on which explanations of a single-lead model are tried: those that it gets right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.beat_held_out import judged_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_scoring import BeatScores
from ecgviewer.study.beat_windows import BeatWindows

Rows = NDArray[np.int64]
# How far around a window beats are of use, in seconds.
NEAR_S = 3.0


@dataclass(frozen=True, eq=False)
class FoundWindows:
    """Windows of patients that a model has not learnt from, to each of which it gives its class.

    rows: int64 (n,), in the order drawn. scores: (n,), the class's probability.
    n_there, n_asked: windows of each class that may judge it, and those that it was asked.
    """

    windows: BeatWindows
    rows: Rows
    scores: NDArray[np.float64]
    n_there: NDArray[np.int64]
    n_asked: NDArray[np.int64]

    def of_class(self, label: str) -> "FoundWindows":
        """Return those of one class, in the order drawn."""
        return self._only(self.windows.labels[self.rows] == BEAT_LABELS.index(label))

    def first(self, n: int) -> "FoundWindows":
        """Return the first ones drawn: patients take turns."""
        return self._only(slice(n))

    def surest(self, n: int) -> "FoundWindows":
        """Return the most confident ones, the surest first."""
        return self._only(np.argsort(-self.scores, kind="stable")[:n])

    def beats_s(self, place: int) -> NDArray[np.float64]:
        """Return the marked beats around a window, in seconds after its middle, rising."""
        row = self.rows[place]
        recording = self.windows.recordings[self.windows.recording[row]]
        all_s = (recording.beats_at - self.windows.samples_at[row]) / recording.rate_hz
        return np.asarray(all_s[np.abs(all_s) <= NEAR_S], dtype=np.float64)

    def _only(self, places: Rows | slice | NDArray[np.bool_]) -> "FoundWindows":
        return FoundWindows(
            self.windows, self.rows[places], self.scores[places], self.n_there, self.n_asked
        )


def found_windows(
    model: LoadedModel,
    windows: BeatWindows,
    labels: Sequence[str],
    n_a_class: int,
    store_folder: Path,
    task: Task,
) -> FoundWindows:
    """Ask a model about windows of these classes and return those that it gets right.

    n_a_class: how many it is asked at most. Which ones is drawn once for all; patients take
    turns, so that none of them fills a class. store_folder: where scores are kept. Raises
    EcgError where nothing says what the model has learnt from, or it reads no such windows.
    """
    if model.card.labels != BEAT_LABELS:
        raise EcgError(
            f"The model {model.card.name} tells {', '.join(model.card.labels)} apart; windows "
            f"around beats are labelled {', '.join(BEAT_LABELS)}."
        )
    judged = judged_windows(model, windows, store_folder, Task()).rows
    own = windows.labels[judged]
    wanted = [judged[own == BEAT_LABELS.index(label)] for label in labels]
    asked = np.concatenate([_drawn(windows, rows)[:n_a_class] for rows in wanted])
    scores = _scores(model, windows, asked, store_folder, task)
    right = scores.argmax(axis=1) == windows.labels[asked]
    n_labels = len(BEAT_LABELS)
    return FoundWindows(
        windows,
        asked[right],
        scores[right].max(axis=1),
        np.bincount(own, minlength=n_labels),
        np.bincount(windows.labels[asked], minlength=n_labels),
    )


def _drawn(windows: BeatWindows, rows: Rows) -> Rows:
    """Return rows in a drawn order in which patients take turns."""
    drawn = np.random.default_rng(0).permutation(rows)
    patients = windows.patients[drawn]
    turn = np.zeros(len(drawn), dtype=np.int64)
    for patient in np.unique(patients):
        own = np.flatnonzero(patients == patient)
        turn[own] = np.arange(len(own))
    return np.asarray(drawn[np.argsort(turn, kind="stable")])


def _scores(
    model: LoadedModel, windows: BeatWindows, rows: Rows, store_folder: Path, task: Task
) -> NDArray[np.float64]:
    """Return probabilities, (n_rows, n_labels)."""
    kept = BeatScores(model, windows, store_folder)
    of = windows.recording[rows]
    scores = np.zeros((len(rows), len(BEAT_LABELS)))
    places = np.unique(of).tolist()
    for done, place in enumerate(places):
        task.step(done, len(places))
        own = np.flatnonzero(of == place)
        scores[own] = kept.around(windows.recordings[place], windows.samples_at[rows[own]])
    task.step(1, 1)
    return scores
