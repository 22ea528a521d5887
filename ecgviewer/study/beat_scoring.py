"""A single-lead model's answers to windows around beats, kept so that none is asked for twice."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.answer_store import AnswerStore
from ecgviewer.study.beat_examination import WINDOWS_AT_ONCE
from ecgviewer.study.beat_windows import BeatWindows, Recording
from ecgviewer.study.metrics import Values

Places = NDArray[np.int64]

# Answers are kept after so many windows, so that a stopped command loses a minute at most.
KEPT_AFTER = 4096


class BeatScores:
    """Scores windows of recordings; what it has scored before it reads from store_folder.

    tell(n): called after n windows more were scored.
    """

    def __init__(
        self,
        model: LoadedModel,
        windows: BeatWindows,
        store_folder: Path,
        tell: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._model, self._signals, self._tell = model, windows.signals, tell
        self._store = AnswerStore(store_folder, model.card, "windows")

    def around(self, recording: Recording, samples_at: Places) -> Values:
        """Return probabilities of the windows around these samples, (n, n_labels).

        Raises EcgError if the record cannot be read.
        """
        wanted = np.unique(samples_at)
        known, scores = self._read(recording)
        while True:
            missing = np.setdiff1d(wanted, known)[:KEPT_AFTER]
            if not missing.size:
                return scores[np.searchsorted(known, samples_at)]
            known, scores = self._joined(known, scores, missing, self._ask(recording, missing))
            self._store.keep(recording, samples_at=known, scores=scores)

    def labels(self, recording: Recording, samples_at: Places) -> NDArray[np.int64]:
        """Return the most probable classes of beats, places in the card's labels, (n,)."""
        return np.asarray(self.around(recording, samples_at).argmax(axis=1))

    def _ask(self, recording: Recording, samples_at: Places) -> Values:
        answers = []
        for first in range(0, len(samples_at), WINDOWS_AT_ONCE):
            some = samples_at[first : first + WINDOWS_AT_ONCE]
            strips: Samples = self._signals.strips(
                recording.path, some, self._model.card.input.n_samples
            )
            logits = self._model.logits(strips[:, np.newaxis])
            answers.append(card_probabilities(logits, self._model.card))
            self._tell(len(some))
        return np.concatenate(answers)

    @staticmethod
    def _joined(known: Places, scores: Values, more: Places, new: Values) -> tuple[Places, Values]:
        places = np.concatenate([known, more])
        order = np.argsort(places)
        return places[order], np.concatenate([scores, new])[order]

    def _read(self, recording: Recording) -> tuple[Places, Values]:
        kept = self._store.read(recording)
        if kept is None:
            return np.zeros(0, dtype=np.int64), np.zeros((0, len(self._model.card.labels)))
        return kept["samples_at"].astype(np.int64), kept["scores"].astype(np.float64)
