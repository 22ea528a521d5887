"""What a model says of labelled records, held against what is known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.study.cross_fit import Decisions
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.metrics import Flags, Values, most_probable


@dataclass(frozen=True, slots=True)
class Beat:
    """A window around a beat; sample: of its record."""

    source: str
    name: str
    path: Path
    patient: str
    sample: int


# What a model is asked about: whole records, or windows of them.
Asked = Case | Beat


@dataclass(frozen=True, eq=False)
class Answers:
    """One model's answers; rows are records or windows, columns the model's labels.

    truth: 1, 0 or NaN where not judged. scores: probabilities. thresholds: what each
    score was held against, (n_records, n_labels): records that were held out of different
    folds may have different ones. excluded_by: as on the card. exclusive: whether each row
    has exactly one label, so that the answer is the most probable one.
    """

    model: str
    labels: tuple[str, ...]
    cases: tuple[Asked, ...]
    truth: Values
    scores: Values
    thresholds: Values
    excluded_by: Mapping[str, tuple[str, ...]]
    exclusive: bool = False

    def __post_init__(self) -> None:
        shape = (len(self.cases), len(self.labels))
        if not self.truth.shape == self.scores.shape == self.thresholds.shape == shape:
            raise ValueError(f"truth, scores and thresholds must be {shape}")

    @property
    def present(self) -> Flags:
        """What the model says is there, (n_records, n_labels), as the program would say it."""
        if self.exclusive:
            return most_probable(self.scores)
        over = self.scores >= self.thresholds
        present = over.copy()
        for label, others in self.excluded_by.items():
            columns = [self.labels.index(other) for other in others]
            present[:, self.labels.index(label)] &= ~over[:, columns].any(axis=1)
        return present

    @property
    def examples(self) -> str:
        """What the model was asked about, in a word."""
        return "windows" if self.exclusive else "records"

    @property
    def sources(self) -> tuple[str, ...]:
        """The data sets, in the order in which they come."""
        return tuple(dict.fromkeys(case.source for case in self.cases))

    @property
    def patients(self) -> NDArray[np.str_]:
        """Whom each record is of, (n_records,)."""
        return patients_of(self.cases)

    def only(self, rows: Sequence[int]) -> "Answers":
        """Return the answers to some of the records."""
        chosen = list(rows)
        return replace(
            self,
            cases=tuple(self.cases[row] for row in chosen),
            truth=self.truth[chosen],
            scores=self.scores[chosen],
            thresholds=self.thresholds[chosen],
        )

    def of_source(self, source: str) -> "Answers":
        """Return the answers to the records of one data set."""
        return self.only([row for row, case in enumerate(self.cases) if case.source == source])


def answers_at(card: ModelCard, cases: Sequence[Case], decisions: Decisions) -> Answers:
    """Return a model's answers, made of calibrated scores and what they are held against."""
    return Answers(
        model=card.name,
        labels=card.labels,
        cases=tuple(cases),
        truth=truth_of(cases, card.labels),
        scores=decisions.scores,
        thresholds=decisions.thresholds,
        excluded_by=card.excluded_by,
    )


def joined(parts: Sequence[Answers]) -> Answers:
    """Return one model's answers to several groups of records as one; at least one group."""
    return replace(
        parts[0],
        cases=tuple(case for part in parts for case in part.cases),
        truth=np.concatenate([part.truth for part in parts]),
        scores=np.concatenate([part.scores for part in parts]),
        thresholds=np.concatenate([part.thresholds for part in parts]),
    )


def key_of(asked: Asked) -> tuple[Path, int]:
    """Return what tells apart what models are asked about."""
    return asked.path, asked.sample if isinstance(asked, Beat) else 0


def patients_of(cases: Sequence[Asked]) -> NDArray[np.str_]:
    """Return whom each record is of, (n_cases,)."""
    return np.array([case.patient for case in cases], dtype=np.str_)


def truth_of(cases: Sequence[Case], labels: Sequence[str]) -> Values:
    """Return the known truth, (n_cases, n_labels), NaN where not judged."""
    columns = [LABELS.index(label) for label in labels]
    cells = np.array([case.cells for case in cases], dtype=np.float64)
    return np.asarray(cells.reshape(len(cases), len(LABELS))[:, columns])
