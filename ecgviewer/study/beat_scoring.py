"""A single-lead model's answers around beats, kept so that none is asked for twice."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import BEATS_IN_TURN
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.beat_logits import beat_logits
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.study.beat_scores import TOLERANCE_S
from ecgviewer.study.beat_windows import BeatWindows, Recording
from ecgviewer.study.metrics import Values
from ecgviewer.study.scoring import answers_digest
from ecgviewer.study.sequence_order import answers_at

Places = NDArray[np.int64]

WINDOWS_AT_ONCE = 128
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
        self._folder = store_folder / f"{model.card.name}-{answers_digest(model.card)}"
        self._folder.mkdir(parents=True, exist_ok=True)

    def around(self, recording: Recording, samples_at: Places) -> Values:
        """Return probabilities of the windows around these samples, (n, n_labels).

        Raises EcgError if the record cannot be read.
        """
        wanted = np.unique(samples_at)
        known, scores = self._read(recording)
        while True:
            # Beats in turn are judged all at once, or each part anew.
            missing = np.setdiff1d(wanted, known)[: None if self._reads_in_turn else KEPT_AFTER]
            if not missing.size:
                return scores[np.searchsorted(known, samples_at)]
            known, scores = self._joined(known, scores, missing, self._ask(recording, missing))
            self._keep(recording, known, scores)

    @property
    def _reads_in_turn(self) -> bool:
        return self._model.card.input.windows == BEATS_IN_TURN

    def _ask(self, recording: Recording, samples_at: Places) -> Values:
        if self._reads_in_turn:
            return self._in_turn(recording, samples_at)
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

    def _in_turn(self, recording: Recording, samples_at: Places) -> Values:
        """Return what is said of the beats that are detected there."""
        record = open_record(recording.path)
        beats = detect_beats(record)
        logits = beat_logits(self._model, record, beats, slice(None), Task())
        answers = card_probabilities(logits, self._model.card)
        self._tell(len(samples_at))
        return answers_at(beats, answers, samples_at, TOLERANCE_S * recording.rate_hz)

    @staticmethod
    def _joined(known: Places, scores: Values, more: Places, new: Values) -> tuple[Places, Values]:
        places = np.concatenate([known, more])
        order = np.argsort(places)
        return places[order], np.concatenate([scores, new])[order]

    def _read(self, recording: Recording) -> tuple[Places, Values]:
        nothing = np.zeros(0, dtype=np.int64), np.zeros((0, len(self._model.card.labels)))
        path = self._file(recording)
        if not path.exists():
            return nothing
        try:
            with np.load(path, allow_pickle=False) as kept:
                return kept["samples_at"], kept["scores"]
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return nothing  # left by a command that was killed

    def _keep(self, recording: Recording, known: Places, scores: Values) -> None:
        path = self._file(recording)
        written = path.with_suffix(".new")
        with written.open("wb") as file:
            np.savez_compressed(file, samples_at=known, scores=scores)
        written.replace(path)

    def _file(self, recording: Recording) -> Path:
        # A file that changed is a new one.
        stamp = f"{recording.path.resolve()}@{recording.path.stat().st_mtime_ns}"
        return self._folder / f"{hashlib.sha256(stamp.encode()).hexdigest()[:24]}.npz"
