"""A model's scores of whole recordings, kept so that no recording is scored twice."""

import csv
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

_FULL_STOP = "."


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
    store = _Store(store_folder, model.card)
    rows = np.full((len(cases), len(model.card.labels)), np.nan)
    refused: dict[int, str] = {}
    for index, case in enumerate(cases):
        known = store.get(case.path)
        try:
            rows[index] = known or store.keep(case.path, _scores(model, case.path))
        except EcgError as error:
            refused[index] = str(error)
        task.step(index + 1, len(cases))
    return Scored(rows, refused)


def _scores(model: LoadedModel, path: Path) -> tuple[float, ...]:
    analysis = analyze(model, open_record(path), Task())
    return tuple(analysis.scores[label] for label in analysis.labels)


class _Store:
    """Scores of one model by file, a line each in a table that only grows."""

    def __init__(self, folder: Path, card: ModelCard) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{card.name}-{_digest(card)}.csv"
        self._n_columns = len(card.labels) + 2
        self._rows = self._read()

    def _read(self) -> dict[str, tuple[float, ...]]:
        if not self._path.exists():
            return {}
        with self._path.open(encoding="utf-8", newline="") as file:
            # A command that was killed may have left half a line, which lacks the full stop.
            rows = [row for row in csv.reader(file) if len(row) == self._n_columns]
        return {row[0]: tuple(map(float, row[1:-1])) for row in rows if row[-1] == _FULL_STOP}

    def get(self, path: Path) -> tuple[float, ...] | None:
        """Return the scores of a file as it is now, None where there are none yet."""
        return self._rows.get(_file_key(path))

    def keep(self, path: Path, scores: tuple[float, ...]) -> tuple[float, ...]:
        """Add a line and return the scores."""
        with self._path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow([_file_key(path), *scores, _FULL_STOP])
        return scores


def _file_key(path: Path) -> str:
    return f"{path.resolve()}@{path.stat().st_mtime_ns}"


def _digest(card: ModelCard) -> str:
    """Tell apart cards that give other scores: other weights, input, combining, calibration."""
    facts = asdict(card)
    kept = {name: facts[name] for name in ("weights_sha256", "input", "combine", "calibration")}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:12]
