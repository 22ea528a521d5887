"""Thresholds and figures of a fitted net, from records that it was not fitted on."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import Outcome
from ecgviewer.study.evaluation import ClassFigures, as_metrics, as_table, figures
from ecgviewer.study.labels import LABELS
from ecgviewer.study.metrics import f1
from ecgviewer.study.parts import Parts
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import Judge, Verdict, members_of
from ecgviewer.study.thresholds import choose_thresholds
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination, Values

PUBLISHED_SPLIT = (
    "by patient; PTB-XL by its folds: 1 to 7, 8, 9 and 10; other sets in tenths drawn from the "
    "patients' names: eight, one, one"
)
FROM_VALIDATION = "largest F1 on the validation records"


def by_examination(order: RecordOrder, parts: Parts, around: Surroundings) -> Judge:
    """Return a judge who takes thresholds from validation and figures from test."""

    def judge(net: EcgNet) -> Verdict:
        by, of = (
            Examination(order.cache, indices, order.recipe, around.team)
            for indices in (parts.validation, parts.test)
        )
        thresholds = choose_thresholds(by.scores(net), by.cells, order.recipe.thresholds)
        rows = rows_at(of.scores(net), of.cells, patients_of(order, parts.test), thresholds)
        around.say(as_table(rows))
        outcome = Outcome(thresholds, as_metrics(rows), PUBLISHED_SPLIT, FROM_VALIDATION)
        return Verdict(outcome, members_of(order, parts))

    return judge


def patients_of(order: RecordOrder, indices: Sequence[int]) -> list[str]:
    """Return whom each record is of."""
    return [order.cache.cases[index].patient for index in indices]


def rows_at(
    scores: Values, cells: NDArray[np.float32], patients: Sequence[str], thresholds: Values
) -> list[ClassFigures]:
    """Return each class's figures, F1 at thresholds chosen elsewhere.

    thresholds: (n_classes,), or (n_records, n_classes) where they differ by fold.
    """
    limits = np.broadcast_to(thresholds, scores.shape)
    rows = figures(scores, cells, patients, LABELS)
    return [
        replace(
            row,
            threshold=float(np.median(limits[:, column])),
            f1=_f1(scores[:, column], cells[:, column], limits[:, column]),
        )
        for column, row in enumerate(rows)
    ]


def _f1(scores: Values, cells: NDArray[np.float32], limits: Values) -> float:
    judged = ~np.isnan(cells)
    return f1(cells[judged].astype(np.float64), (scores >= limits)[judged])
