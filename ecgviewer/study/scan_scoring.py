"""What scans with a model of beats in turn say of recordings, kept for the next time.

Such a model is judged by what `ecgviewer scan` says: by beats that it found itself, and by
labels that agree with the rhythms around them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.task import Task
from ecgviewer.inference.beat_rows import nearest
from ecgviewer.inference.irregular import entropies, mean_odds
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.scan import scan
from ecgviewer.io.open import open_record
from ecgviewer.study.answer_store import AnswerStore
from ecgviewer.study.beat_records import Recording
from ecgviewer.study.beat_scores import TOLERANCE_S
from ecgviewer.study.metrics import Values
from ecgviewer.study.scoring import answers_digest
from ecgviewer.study.sequence_order import NORMAL, answers_at

Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Scanned:
    """A finished scan; af_score: NaN without beats."""

    samples: Places
    scores: Values
    label: Places
    af_score: float


class ScanScores:
    """Scans recordings; what it has scanned before it reads from store_folder.

    The model's labels are those of BEAT_LABELS in their order.
    """

    def __init__(self, model: LoadedModel, store_folder: Path) -> None:
        self._model = model
        of_blocks = "" if model.blocks is None else f"-{answers_digest(model.blocks.card)}"
        self._store = AnswerStore(store_folder, model.card, f"scans{of_blocks}")

    def around(self, recording: Recording, samples_at: Places) -> Values:
        """Return probabilities of the beats at these samples, (n, n_labels).

        What was not detected counts as answered with N. Raises EcgError if the record
        cannot be read.
        """
        found = self._scanned(recording)
        tolerance = TOLERANCE_S * recording.rate_hz
        return answers_at(found.samples, found.scores, samples_at, tolerance)

    def labels(self, recording: Recording, samples_at: Places) -> NDArray[np.int64]:
        """Return what the scan calls the beats at these samples, (n,), N where it has none."""
        found = self._scanned(recording)
        labels = np.full(len(samples_at), NORMAL, dtype=np.int64)
        is_there, at = _detected(found, recording, samples_at)
        labels[is_there] = found.label[at]
        return labels

    def signs_of_fibrillation(self, recording: Recording, samples_at: Places) -> Values:
        """Return odds and entropies of the beats at these samples, (2, n), NaN without a beat."""
        found = self._scanned(recording)
        signs = np.full((2, len(samples_at)), np.nan)
        is_there, at = _detected(found, recording, samples_at)
        if at.size:
            entropy = entropies(found.samples, np.zeros((0, 2), dtype=np.int64), slice(None))
            odds = mean_odds(found.scores.astype(np.float32), self._model.card.labels)
            signs[:, is_there] = np.stack([odds, entropy])[:, at]
        return signs

    def af_score(self, recording: Recording) -> float:
        """Return how likely the recording holds atrial fibrillation, NaN without beats."""
        return self._scanned(recording).af_score

    def _scanned(self, recording: Recording) -> _Scanned:
        kept = self._store.read(recording)
        if kept is None:
            found = scan(self._model, open_record(recording.path), Task())
            score = found.summary.af_score
            kept = {
                "samples": found.samples,
                "scores": found.scores,
                "label": found.label,
                "af_score": np.array(np.nan if score is None else score),
            }
            self._store.keep(recording, **kept)
        return _Scanned(
            samples=kept["samples"].astype(np.int64),
            scores=kept["scores"].astype(np.float64),
            label=kept["label"].astype(np.int64),
            af_score=float(kept["af_score"].astype(np.float64)),
        )


def _detected(
    found: _Scanned, recording: Recording, samples_at: Places
) -> tuple[NDArray[np.bool_], Places]:
    """Return at which samples a beat was detected, (n,), and the places of those beats."""
    if not found.samples.size:
        return np.zeros(len(samples_at), dtype=bool), np.zeros(0, dtype=np.int64)
    at = nearest(found.samples, samples_at)
    is_there = np.abs(found.samples[at] - samples_at) <= TOLERANCE_S * recording.rate_hz
    return is_there, at[is_there]
