"""Five nets, each fitted without one fold; then one net fitted on everything.

Every record gets a score from the net that never saw it or its patient. Thresholds that
judge a fold are chosen on the scores of the others; those that ship, on all of them.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.study.cards import Outcome
from ecgviewer.study.cross_fit import DecisionRule, cross_fit, fit_rule
from ecgviewer.study.dataset import N_GROUPS
from ecgviewer.study.ensemble import join
from ecgviewer.study.evaluation import as_metrics, as_table
from ecgviewer.study.judge import patients_of, rows_at
from ecgviewer.study.parts import all_parts, groups_of
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.record_order import RecordOrder, identified
from ecgviewer.study.rounds import Round, gathered, round_parts, train_rounds
from ecgviewer.study.run import Trained, Verdict, train
from ecgviewer.study.split import FOLD, OutOfFold
from ecgviewer.study.training import Surroundings

SPLIT = (
    "five-fold cross-validation by patient (PTB-XL by its folds 1+2, 3+4, 5+6, 7+8, 9+10; other "
    "sets drawn from the records' names), then fitted on everything"
)
FROM_OTHER_FOLDS = (
    "by the recipe's rule on the scores of all folds, each by the net fitted without it"
)


def cross_validate(order: RecordOrder, folder: Path, around: Surroundings) -> Trained:
    """Train the five folds' nets and the net on everything; each resumes by itself.

    folder receives fold-0 to fold-4, models of their own, and the final model with
    cross_validation.csv. Raises EcgError as training does.
    """
    everything = all_parts(order.cache.cases)
    planned = order.workload(everything)
    around.pace.plan(planned)
    folds = groups_of(order.cache.cases)
    rounds = _rounds(order, folds)
    trained = train_rounds(order, rounds, folds, folder, around)
    verdict = _verdict(order, gathered(order, rounds, folds, folder), around)
    if order.recipe.ensemble:
        around.pace.skip(planned)
        return join(order, folder, [one.folder for one in trained], around, verdict)
    around.pace.stage = "final net"
    around.say("The final net, on everything")
    final = replace(order, recipe=_without_validation(order.recipe, trained))
    around.pace.skip(planned - final.workload(everything))
    return train(final, everything, folder, around, lambda _: verdict)


def _rounds(order: RecordOrder, folds: list[str]) -> list[Round]:
    rounds = [
        Round(
            name=f"{FOLD}{fold}",
            title=f"fold {fold + 1} of {N_GROUPS}",
            split=f"all folds but {fold}",
            parts=round_parts(order, folds, str(fold)),
        )
        for fold in range(N_GROUPS)
    ]
    empty = next((one for one in rounds if not one.parts.test), None)
    if empty is not None:
        raise EcgError(
            f"The {empty.title} is empty: the data sets are too small to be cross-validated."
        )
    return rounds


def _verdict(order: RecordOrder, found: OutOfFold, around: Surroundings) -> Verdict:
    """Judge by what the folds' nets said of the records that they did not see."""
    scores, cells = found.scores, order.cache.cells
    folds = np.array([member.part for member in found.members])
    patients = patients_of(order, range(len(order.cache.cases)))
    rule = DecisionRule(order.recipe.calibration, order.recipe.thresholds)
    made = cross_fit(rule, scores, cells, folds, np.array(patients))
    rows = rows_at(made.scores, cells, patients, made.thresholds)
    around.say(as_table(rows))
    calibration, shipped = fit_rule(rule, scores, cells, np.array(patients))
    outcome = Outcome(shipped, as_metrics(rows), SPLIT, FROM_OTHER_FOLDS, calibration)
    return Verdict(outcome, identified(found.members, order.cache), found)


def _without_validation(recipe: Recipe, rounds: list[Trained]) -> Recipe:
    """Return the recipe with the folds' median number of epochs, the last one kept."""
    phases = []
    for phase in recipe.phases:
        kept = [trained.kept_epochs[phase.name] for trained in rounds]
        epochs = int(np.median(kept)) if phase.keep == "best" else phase.epochs
        phases.append(replace(phase, epochs=epochs, keep="last"))
    return replace(recipe, phases=tuple(phases), patience=None)
