"""Training in rounds, each without one fold: every record is scored by a net that never saw it.

A fold is a fifth of the patients, or a hospital.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import Outcome
from ecgviewer.study.evaluation import as_metrics
from ecgviewer.study.judge import FROM_VALIDATION, patients_of, rows_at
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import Parts, fold_members, fold_parts
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import Judge, Trained, Verdict, members_of, train
from ecgviewer.study.split import OutOfFold, read_out_of_fold
from ecgviewer.study.thresholds import UNDECIDED, choose_thresholds
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w.+-]+")


@dataclass(frozen=True, slots=True)
class Round:
    """One net of several, fitted without a fold.

    name: of its folder, and what its model's name ends in. title: as progress calls it.
    split: what it was fitted on, in words for the card.
    """

    name: str
    title: str
    split: str
    parts: Parts


def round_parts(order: RecordOrder, folds: Sequence[str], fold: str) -> Parts:
    """Return the parts of one round; some validate where the recipe keeps the best epoch.

    folds: of each case of the order's cache.
    """
    chooses = any(phase.keep == "best" for phase in order.recipe.phases)
    return fold_parts(order.cache.cases, folds, fold, with_validation=chooses)


def train_rounds(
    order: RecordOrder,
    rounds: Sequence[Round],
    folds: Sequence[str],
    folder: Path,
    around: Surroundings,
) -> list[Trained]:
    """Train each round's net into a folder of its own below ``folder``.

    A round resumes by itself, and a finished one is only read. Raises EcgError as training
    does.
    """
    for one in rounds:
        around.pace.plan(order.workload(one.parts))
    trained = []
    for one in rounds:
        around.pace.stage = one.title
        around.say(f"{one.title[:1].upper()}{one.title[1:]}")
        named = replace(order, name=f"{order.name}-{_file_name(one.name)}")
        judge = _judge(named, one, folds, around)
        trained.append(train(named, one.parts, _folder_of(one, folder), around, judge))
    return trained


def gathered(
    order: RecordOrder, rounds: Sequence[Round], folds: Sequence[str], folder: Path
) -> OutOfFold:
    """Return what all rounds said of what they were fitted without, in the cases' order."""
    tables = [read_out_of_fold(_folder_of(one, folder)) for one in rounds]
    found = {
        member.key: table.scores[row]
        for table in tables
        if table is not None
        for row, member in enumerate(table.members)
    }
    members = tuple(fold_members(order.cache.cases, folds))
    return OutOfFold(LABELS, members, np.stack([found[member.key] for member in members]))


def _folder_of(one: Round, folder: Path) -> Path:
    return folder / _file_name(one.name)


def _file_name(name: str) -> str:
    # People name hospitals as they like.
    return _NOT_IN_A_FILE_NAME.sub("_", name)


def _judge(order: RecordOrder, one: Round, folds: Sequence[str], around: Surroundings) -> Judge:
    parts = one.parts

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
        placed = fold_members(order.cache.cases, folds)
        members = tuple(placed[index] for index in parts.test)
        outcome = Outcome(thresholds, as_metrics(rows), one.split, FROM_VALIDATION)
        return Verdict(outcome, members_of(order, parts), OutOfFold(LABELS, members, scores))

    return judge
