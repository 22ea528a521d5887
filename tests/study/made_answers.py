"""Records and answers made up for tests of evaluations."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ecgviewer.study.answers import Answers, truth_of
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS

NOT_JUDGED = float("nan")


def made_case(
    name: str, patient: str = "", source: str = "a", cells: Sequence[float] = (0.0,) * 9
) -> Case:
    """A labelled record that lies nowhere."""
    path = Path(source) / f"{name}.hea"
    return Case(source, name, path, patient or f"{source}/{name}", 0, tuple(cells))


def made_answers(
    n_records: int = 200, seed: int = 3, source: str = "a", model: str = "m", skill: float = 1.5
) -> Answers:
    """Answers of a model that knows something, thresholds a half; every tenth not judged."""
    rng = np.random.default_rng(seed)
    truth = (rng.random((n_records, len(LABELS))) < 0.2).astype(float)
    logits = rng.normal(-1.5, 1.2, truth.shape) + 2 * skill * truth
    truth[rng.random(truth.shape) < 0.1] = NOT_JUDGED
    cases = [made_case(f"r{i}", source=source, cells=row) for i, row in enumerate(truth)]
    return Answers(
        model=model,
        labels=LABELS,
        cases=tuple(cases),
        truth=truth_of(cases, LABELS),
        scores=1 / (1 + np.exp(-logits)),
        thresholds=np.full(truth.shape, 0.5),
        excluded_by={},
    )
