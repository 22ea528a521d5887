"""A model's scores of whole recordings, kept so that no recording is scored twice."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from ecgviewer.study.dataset import Case
from ecgviewer.study.kept_rows import KeptRows


@dataclass(frozen=True, eq=False)
class Scored:
    """scores: (n_cases, n_labels), NaN where a record could not be read. refused: why, by case."""

    scores: NDArray[np.float64]
    refused: Mapping[int, str]


def score_records(
    model: LoadedModel, cases: Sequence[Case], store_folder: Path, task: Task
) -> Scored:
    """Return what ``ecgviewer analyze`` says of each record: calibrated probabilities.

    What is scored is written to ``store_folder`` at once, so that a stopped command goes
    on where it was. A record that cannot be judged leaves a sentence.
    """
    card = model.card
    kept = KeptRows(store_folder / f"{card.name}-{answers_digest(card)}.csv", len(card.labels))
    rows = np.full((len(cases), len(card.labels)), np.nan)
    refused: dict[int, str] = {}
    for index, case in enumerate(cases):
        try:
            rows[index] = _scores(model, case.path, kept)
        except EcgError as error:
            refused[index] = str(error)
        task.step(index + 1, len(cases))
    return Scored(rows, refused)


def _scores(model: LoadedModel, path: Path, kept: KeptRows) -> tuple[float, ...]:
    known = kept.get(path)
    if known is not None:
        return tuple(map(float, known))
    analysis = analyze(model, open_record(path), Task())
    # A class that was never learnt is never told.
    scores = tuple(analysis.scores.get(label, 0.0) for label in model.card.labels)
    kept.keep(path, *scores)
    return scores


def answers_digest(card: ModelCard) -> str:
    """Return what differs where scores do: by weights, input, and what is made of logits."""
    facts = asdict(card)
    names = ("weights_sha256", "input", "combine", "calibration", "irregularity")
    kept = {name: facts[name] for name in names}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:12]
