"""Another calibration and other thresholds for a model, from its out-of-fold scores."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import read_card_file, write_card_file
from ecgviewer.study.cards import UNCALIBRATED
from ecgviewer.study.cross_fit import DecisionRule, fit_rule
from ecgviewer.study.dataset import Case
from ecgviewer.study.evaluation import as_metrics
from ecgviewer.study.judge import rows_at
from ecgviewer.study.out_of_fold import HeldOutScores, held_out_scores, plan_by_table
from ecgviewer.study.split import OUT_OF_FOLD_FILE, read_out_of_fold


def decide_anew(folder: Path, cases: Sequence[Case], rule: DecisionRule) -> ModelCard:
    """Write onto a model's card what a rule makes of its out-of-fold scores; return it.

    The card's figures are those of each fold decided on by the others. Raises EcgError
    where the folder has no such scores, or not all of the records are given.
    """
    card = read_card_file(folder)
    held_out = _held_out(folder, card, cases)
    calibration, thresholds = fit_rule(rule, held_out.scores, held_out.truth, held_out.patients)
    made = held_out.decide(rule, held_out.folds)
    cells = held_out.truth.astype(np.float32)
    rows = rows_at(made.scores, cells, list(held_out.patients), made.thresholds)
    settings = dict(card.training.get("settings", {}))
    settings |= {"calibration": rule.calibration, "thresholds": rule.thresholds}
    limits = tuple(limit for limit in card.limits if limit != UNCALIBRATED)
    card = replace(
        card,
        calibration=calibration,
        thresholds=tuple(round(float(threshold), 4) for threshold in thresholds),
        training={**card.training, "settings": settings},
        metrics={**card.metrics, **as_metrics(rows)},
        limits=limits if calibration is not None else (*limits, UNCALIBRATED),
    )
    write_card_file(folder, card)
    return read_card_file(folder)


def _held_out(folder: Path, card: ModelCard, cases: Sequence[Case]) -> HeldOutScores:
    table = read_out_of_fold(folder)
    if table is None:
        raise EcgError(
            f"The model {card.name} has no {OUT_OF_FOLD_FILE}, so nothing honest is known to "
            "choose thresholds by: train it with --cross-validate."
        )
    held_out = held_out_scores(card, cases, plan_by_table(cases, table), table)
    if held_out.share < 1:
        raise EcgError(
            f"Only {held_out.share:.0%} of the records that the model {card.name} was "
            "cross-validated on are here: give all of its data sets, under their names."
        )
    return held_out
