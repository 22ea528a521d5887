"""Figures of a fitted single-lead net, from windows that it was not fitted on."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from ecgviewer.inference.calibrate import probabilities_of
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.beat_answers import beat_answers
from ecgviewer.study.beat_order import BeatOrder
from ecgviewer.study.beat_report_tables import beat_table
from ecgviewer.study.beat_split import PATIENT
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.cards import Outcome
from ecgviewer.study.figures import MEAN, WEIGHTED, Table, measure
from ecgviewer.study.metrics import Values
from ecgviewer.study.parts import Parts
from ecgviewer.study.run import Judge, Verdict, members_of
from ecgviewer.study.training import Surroundings

# A beat that most likely is of a class has more than half of the probability, nearly
# always; a record has what one of its beats has.
HALF = 0.5
THRESHOLDS_FROM = "none: the answer is the most probable class"
AS_LEARNT = "As learnt, every class alike"
AS_COMMON = "Weighed by how common classes are among the windows, as the card does"
_LEAST = 1e-12
SPLITS = {
    PATIENT: "by patient: MITDB by DS1 and DS2 (de Chazal et al., 2004) without paced hearts, some "
    "patients of DS1 choosing the epoch; of other sets one patient in five examines",
    "random": "of windows at random: 3,200 a class, or four fifths, teach and choose the epoch, "
    "the others examine; patients stand on both sides",
}


def by_windows(order: BeatOrder, parts: Parts, around: Surroundings) -> Judge:
    """Return a judge who takes figures from the test windows."""

    def judge(net: EcgNet) -> Verdict:
        around.say(f"Examining by {len(parts.test):,} windows")
        scores = order.examination(parts.test, around.team).scores(net)
        calibration = order.calibration(parts)
        if calibration is not None:
            around.say(AS_LEARNT)
            around.say(beat_table(measured(scores)))
            around.say(AS_COMMON)
            logits = np.log(np.maximum(scores, _LEAST))
            scores = probabilities_of(logits, calibration, exclusive=True)
        table = measured(scores)
        around.say(beat_table(table))
        thresholds = np.full(len(order.recipe.labels), HALF)
        outcome = Outcome(
            thresholds, as_metrics(table), SPLITS[order.split], THRESHOLDS_FROM, calibration
        )
        return Verdict(outcome, members_of(order, parts))

    def measured(scores: Values) -> Table:
        return measure(beat_answers(order.name, order.beats, parts.test, scores))

    return judge


def as_metrics(table: Table) -> dict[str, Any]:
    """Return the figures as a card keeps them."""
    return {
        "accuracy": _rounded(table.figure(WEIGHTED, "recall").interval)["value"],
        "mean_f1": _rounded(table.figure(MEAN, "f1").interval)["value"],
        "mean_auc": _rounded(table.figure(MEAN, "auc").interval)["value"],
        "classes_in_mean": list(table.enough),
        "by_class": {label: _of_class(table, label) for label in table.labels},
    }


def _of_class(table: Table, label: str) -> Mapping[str, Any]:
    area = table.figure(label, "auc")
    others = {metric: table.figure(label, metric) for metric in ("f1", "precision", "recall")}
    return {
        "n_judged": area.n,
        "n_positive": area.n_positive,
        "auc": _rounded(area.interval),
        "threshold": HALF,
        **{metric: _rounded(figure.interval)["value"] for metric, figure in others.items()},
    }


def _rounded(interval: Interval) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(interval).items()}
