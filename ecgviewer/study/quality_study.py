"""How the acceptable score came about: fits it, and tries it on records not fitted to.

The recordings are those of the PhysioNet/CinC Challenge 2011 with `quality.csv` (record,
acceptable or unacceptable). Each is another person's, so folds are drawn by record.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.open import open_record
from ecgviewer.signal.lead_quality import lead_qualities
from ecgviewer.signal.record_quality import evidence
from ecgviewer.study.bootstrap import Interval, interval, patient_draws
from ecgviewer.study.metrics import auc, weighted_auc

Floats = NDArray[np.float64]

QUALITY_FILE: Final = "quality.csv"
_GRADES: Final = {"acceptable": 0.0, "unacceptable": 1.0}
N_FOLDS: Final = 5
N_REPEATS: Final = 20
# In standard deviations of the evidence; so weak that it only keeps what separates the
# records of a fold from growing without bound.
RIDGE: Final = 2.0
N_STEPS: Final = 50
_FARTHEST_LOGIT: Final = 30.0


@dataclass(frozen=True, eq=False)
class GradedRecords:
    """Recordings that people graded.

    names: (n,). evidence: (n, d), what the model reads, in the order of evidence_names.
    unacceptable: (n,), 1 where people would not accept it, 0 where they would.
    """

    names: NDArray[np.str_]
    evidence_names: tuple[str, ...]
    evidence: Floats
    unacceptable: Floats


@dataclass(frozen=True, eq=False)
class Logistic:
    """A logistic model: its constant and one weight, (d,), a column."""

    constant: float
    weights: Floats

    def logits(self, values: Floats) -> Floats:
        """Return the log odds, (n,), of values (n, d)."""
        return np.asarray(self.constant + values @ self.weights)


@dataclass(frozen=True, eq=False)
class Trial:
    """How the model does on what it was not fitted to.

    auc: mean over the repeats, with the interval from drawing records. scores: (n_repeats,
    n), log odds of not acceptable, each by the model fitted without the record's fold.
    """

    auc: Interval
    scores: Floats


def read_graded(folder: Path) -> GradedRecords:
    """Measure the graded recordings of a folder.

    Raises EcgError where quality.csv is missing or has another grade, or a record cannot
    be read.
    """
    grades = _grades(folder / QUALITY_FILE)
    found = []
    for name in grades:
        record = open_record(folder / f"{name}.hea")
        values_mv = record.read(0, record.n_samples)
        leads = lead_qualities(values_mv, record.rate_hz, record.lead_names)
        found.append(evidence(leads))
    names = tuple(found[0])
    values = np.array([[one[name] for name in names] for one in found])
    return GradedRecords(np.array(list(grades)), names, values, np.array(list(grades.values())))


def _grades(path: Path) -> dict[str, float]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["record"]: _GRADES[row["quality"]] for row in csv.DictReader(file)}
    except (OSError, KeyError) as error:
        raise EcgError(
            f"{path.name} does not grade records as acceptable or unacceptable: is this the "
            "folder of the Challenge 2011?"
        ) from error


def fit_logistic(
    values: Floats, truth: Floats, weights: Floats | None = None, ridge: float = RIDGE
) -> Logistic:
    """Fit log odds of truth, (n,) of 0 and 1, to values (n, d) by Newton's method.

    weights: (n,), how much each row counts. The ridge is on columns of mean 0 and spread 1.
    """
    counts = np.ones(len(values)) if weights is None else weights
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    columns = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    penalty = ridge * np.eye(columns.shape[1])
    penalty[0, 0] = 0.0
    found = np.zeros(columns.shape[1])
    for _ in range(N_STEPS):
        logits = np.clip(columns @ found, -_FARTHEST_LOGIT, _FARTHEST_LOGIT)
        chance = 1 / (1 + np.exp(-logits))
        slope = columns.T @ (counts * (truth - chance)) - penalty @ found
        curvature = (columns.T * (counts * chance * (1 - chance))) @ columns + penalty
        found = found + np.linalg.solve(curvature, slope)
    scaled = found[1:] / spread
    return Logistic(float(found[0] - scaled @ mean), scaled)


def cross_validate(
    values: Floats, truth: Floats, n_repeats: int = N_REPEATS, n_folds: int = N_FOLDS
) -> Trial:
    """Fit the model anew without each fold, over repeated drawings of the folds."""
    scores = np.stack([_held_out(values, truth, seed, n_folds) for seed in range(n_repeats)])
    people = np.arange(len(truth)).astype(str)
    draws = [
        np.mean([weighted_auc(truth, one, weights) for one in scores], axis=0)
        for weights in patient_draws(people)
    ]
    mean = float(np.mean([auc(truth, one) for one in scores]))
    return Trial(interval(mean, np.concatenate(draws)), scores)


def folds_of(truth: Floats, seed: int, n_folds: int = N_FOLDS) -> NDArray[np.int64]:
    """Return each record's fold, (n,), the grades spread evenly over the folds."""
    rng = np.random.default_rng(seed)
    folds = np.empty(len(truth), dtype=np.int64)
    for grade in np.unique(truth):
        members = rng.permutation(np.flatnonzero(truth == grade))
        folds[members] = np.arange(len(members)) % n_folds
    return folds


def _held_out(values: Floats, truth: Floats, seed: int, n_folds: int) -> Floats:
    folds = folds_of(truth, seed, n_folds)
    scores = np.empty(len(truth))
    for fold in range(n_folds):
        inside = folds == fold
        scores[inside] = fit_logistic(values[~inside], truth[~inside]).logits(values[inside])
    return scores


def in_words(names: Sequence[str], model: Logistic, typed: Mapping[str, float]) -> str:
    """Return what was fitted beside what record_quality has typed in, a line each."""
    rows = zip(names, model.weights, strict=True)
    lines = [f"  {name}: fitted {weight:.3f}, typed {typed[name]:.3f}" for name, weight in rows]
    return "\n".join([f"  constant: fitted {model.constant:.3f}", *lines])
