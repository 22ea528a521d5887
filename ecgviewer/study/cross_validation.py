"""Five nets, each fitted without one fold; then one net fitted on everything.

Every record gets a score from the net that never saw it or its patient. Thresholds that
judge a fold are chosen on the scores of the others; those that ship, on all of them.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import Order, Outcome
from ecgviewer.study.cross_fit import DecisionRule, cross_fit, fit_rule
from ecgviewer.study.dataset import N_GROUPS
from ecgviewer.study.ensemble import join
from ecgviewer.study.evaluation import as_metrics, as_table
from ecgviewer.study.judge import FROM_VALIDATION, patients_of, rows_at
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import Parts, all_parts, fold_members, fold_parts
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.run import Judge, Trained, Verdict, members_of, train
from ecgviewer.study.sources import workload
from ecgviewer.study.split import FOLD, OutOfFold, read_out_of_fold
from ecgviewer.study.thresholds import UNDECIDED, choose_thresholds
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination

SPLIT = (
    "five-fold cross-validation by patient (PTB-XL by its folds 1+2, 3+4, 5+6, 7+8, 9+10; other "
    "sets drawn from the records' names), then fitted on everything"
)
FROM_OTHER_FOLDS = (
    "by the recipe's rule on the scores of all folds, each by the net fitted without it"
)


def cross_validate(order: Order, folder: Path, around: Surroundings) -> Trained:
    """Train the five folds' nets and the net on everything; each resumes by itself.

    folder receives fold-0 to fold-4, models of their own, and the final model with
    cross_validation.csv. Raises EcgError as training does.
    """
    everything = all_parts(order.cache.cases)
    planned = workload(order.recipe, everything, order.strips)
    around.pace.plan(planned)
    for fold in range(N_GROUPS):
        around.pace.plan(workload(order.recipe, round_parts(order, fold), order.strips))
    rounds = []
    for fold in range(N_GROUPS):
        around.pace.stage = f"fold {fold + 1} of {N_GROUPS}"
        around.say(f"Fold {fold + 1} of {N_GROUPS}")
        rounds.append(_train_fold(order, fold, folder / f"{FOLD}{fold}", around))
    verdict = _verdict(order, folder, around)
    if order.recipe.ensemble:
        around.pace.skip(planned)
        return join(order, folder, [trained.folder for trained in rounds], around, verdict)
    around.pace.stage = "final net"
    around.say("The final net, on everything")
    final = replace(order, recipe=_without_validation(order.recipe, rounds))
    around.pace.skip(planned - workload(final.recipe, everything, order.strips))
    return train(final, everything, folder, around, lambda _: verdict)


def round_parts(order: Order, fold: int) -> Parts:
    """Return the parts of one round; some validate where the recipe keeps the best epoch."""
    chooses = any(phase.keep == "best" for phase in order.recipe.phases)
    return fold_parts(order.cache.cases, fold, with_validation=chooses)


def _train_fold(order: Order, fold: int, folder: Path, around: Surroundings) -> Trained:
    parts = round_parts(order, fold)
    if not parts.test:
        raise EcgError(
            f"Fold {fold + 1} of {N_GROUPS} is empty: the data sets are too small to be "
            "cross-validated."
        )
    named = replace(order, name=f"{order.name}-{FOLD}{fold}")
    return train(named, parts, folder, around, _fold_judge(named, parts, fold, around))


def _fold_judge(order: Order, parts: Parts, fold: int, around: Surroundings) -> Judge:
    def judge(net: EcgNet) -> Verdict:
        by, of = (
            Examination(order.cache, indices, order.recipe, around.team)
            for indices in (parts.validation, parts.test)
        )
        scores = of.scores(net)
        thresholds = np.full(len(LABELS), UNDECIDED)
        if parts.validation:
            thresholds = choose_thresholds(by.scores(net), by.cells, order.recipe.thresholds)
        rows = rows_at(scores, of.cells, patients_of(order, parts.test), thresholds)
        placed = fold_members(order.cache.cases)
        members = tuple(placed[index] for index in parts.test)
        outcome = Outcome(thresholds, as_metrics(rows), f"all folds but {fold}", FROM_VALIDATION)
        found = OutOfFold(LABELS, members, scores)
        return Verdict(outcome, members_of(order, parts), found)

    return judge


def _verdict(order: Order, folder: Path, around: Surroundings) -> Verdict:
    """Judge by what the folds' nets said of the records that they did not see."""
    cases = order.cache.cases
    members = tuple(fold_members(cases))
    tables = [read_out_of_fold(folder / f"{FOLD}{fold}") for fold in range(N_GROUPS)]
    found = {
        member.key: table.scores[row]
        for table in tables
        if table is not None
        for row, member in enumerate(table.members)
    }
    scores = np.stack([found[member.key] for member in members])
    folds = np.array([case.group for case in cases])
    patients = patients_of(order, range(len(cases)))
    rule = DecisionRule(order.recipe.calibration, order.recipe.thresholds)
    made = cross_fit(rule, scores, order.cache.cells, folds, np.array(patients))
    rows = rows_at(made.scores, order.cache.cells, patients, made.thresholds)
    around.say(as_table(rows))
    calibration, shipped = fit_rule(rule, scores, order.cache.cells, np.array(patients))
    outcome = Outcome(shipped, as_metrics(rows), SPLIT, FROM_OTHER_FOLDS, calibration)
    return Verdict(outcome, members, OutOfFold(LABELS, members, scores))


def _without_validation(recipe: Recipe, rounds: list[Trained]) -> Recipe:
    """Return the recipe with the folds' median number of epochs, the last one kept."""
    phases = []
    for phase in recipe.phases:
        kept = [trained.kept_epochs[phase.name] for trained in rounds]
        epochs = int(np.median(kept)) if phase.keep == "best" else phase.epochs
        phases.append(replace(phase, epochs=epochs, keep="last"))
    return replace(recipe, phases=tuple(phases), patience=None)
