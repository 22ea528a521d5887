"""A model's examination: answers to records that it was not fitted on, and their figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.answers import Answers, answers_at, joined
from ecgviewer.study.bootstrap import N_DRAWS
from ecgviewer.study.calibration import calibrated
from ecgviewer.study.cross_fit import Decisions
from ecgviewer.study.dataset import Case
from ecgviewer.study.ectopic import Ectopic
from ecgviewer.study.elsewhere import Elsewhere
from ecgviewer.study.fibrillation import Fibrillation
from ecgviewer.study.figures import Table, measure_by_source
from ecgviewer.study.held_out import FITTED_ANYWAY, Plan, plan, unnamed
from ecgviewer.study.labels import LABELS
from ecgviewer.study.metrics import Values
from ecgviewer.study.out_of_fold import held_out_scores, known_members, plan_by_table, rule_of
from ecgviewer.study.recognise import recognise
from ecgviewer.study.scoring import score_records
from ecgviewer.study.split import OUT_OF_FOLD_FILE, OutOfFold, read_out_of_fold, read_split
from ecgviewer.study.threshold_study import RuleResult, compare_rules

# With fewer of the cross-validated records at hand, other folds' thresholds would be
# chosen from too little.
SHARE_TO_CROSS_FIT = 0.9
THRESHOLDS_OF_A_PART = (
    "Only a part of the cross-validated records is here, so out-of-fold scores are held against "
    "the card's thresholds, which were chosen on them among others."
)
THRESHOLDS_OF_A_ROUND = "The thresholds are the card's, which these records did not choose."


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What one model was asked, what it answered, how good that was.

    tables: the union first, then each source where there are several. n_by_fold: how many
    of the answers are out-of-fold scores. left_out: counts by reason. refused: sentences.
    elsewhere: figures of nets that were trained without the records' hospital, if asked for.
    rules: what ways to choose thresholds are worth, by what was held out. ectopic: how well
    a single-lead model finds ectopic beats of patients whom it does not know, by source;
    fibrillation: how well it tells recordings with AF.
    """

    card: ModelCard
    answers: Answers
    tables: tuple[Table, ...]
    n_by_fold: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    elsewhere: Elsewhere | None = None
    rules: Mapping[str, Sequence[RuleResult]] = field(default_factory=dict)
    ectopic: tuple[Ectopic, ...] = ()
    fibrillation: tuple[Fibrillation, ...] = ()

    @property
    def union(self) -> Table:
        """The figures on all records."""
        return self.tables[0]


def evaluate(
    model: LoadedModel,
    cases: Sequence[Case],
    store_folder: Path,
    task: Task,
    fitted_too: bool = False,
    n_draws: int = N_DRAWS,
) -> Evaluation:
    """Judge a model on the labelled records that it was not fitted on.

    What it was fitted on is known by name and by signals. fitted_too: score every record by
    the model, whatever it was fitted on. store_folder: where scores and fingerprints are
    kept for the next time. Raises EcgError where nothing says what it was fitted on, or no
    record is left.
    """
    card = model.card
    _refuse_strange_labels(card)
    found, table = _plan(model, cases, store_folder, task, fitted_too)
    to_score = [cases[index] for index in found.by_model]
    by_model, refused = _answers_of_model(model, to_score, store_folder, task)
    by_fold, notes = _answers_of_folds(card, cases, found, table)
    answers = joined([by_model, *by_fold])
    if not answers.cases and refused:
        raise EcgError(f"None of the records can be judged; the first: {refused[0]}")
    if not answers.cases:
        raise EcgError(
            f"The model {card.name} was fitted on all of these records, and no out-of-fold "
            "scores lie beside it, so nothing here can judge it."
        )
    return Evaluation(
        card=card,
        answers=answers,
        tables=measure_by_source(answers, n_draws),
        n_by_fold=sum(len(part.cases) for part in by_fold),
        left_out=found.left_out,
        refused=refused,
        notes=(*found.notes, *notes),
    )


def compare_thresholds(
    model: LoadedModel, cases: Sequence[Case], n_draws: int = N_DRAWS
) -> dict[str, list[RuleResult]]:
    """Try ways to choose thresholds on the out-of-fold scores that lie beside a model.

    "folds": each fold by the others, as in hospitals that took part in the training;
    "sources": each data set by the others, as in hospitals that did not. Raises EcgError
    where there are no such scores.
    """
    table = read_out_of_fold(model.folder) if model.folder else None
    found = plan_by_table(cases, table) if table else Plan(())
    if not table or not found.by_fold:
        raise EcgError(
            f"The model {model.card.name} has no {OUT_OF_FOLD_FILE} of these records, so ways to "
            "choose thresholds cannot be compared."
        )
    held_out = held_out_scores(model.card, cases, found, table)
    scores, truth = held_out.scores, held_out.truth
    known = (np.nansum(truth, axis=0) > 0) & (np.nansum(1 - truth, axis=0) > 0)
    groups = {"folds": held_out.folds, "sources": held_out.sources}
    return {
        name: compare_rules(
            scores[:, known], truth[:, known], held_out.patients, group, n_draws=n_draws
        )
        for name, group in groups.items()
        if len(np.unique(group)) > 1
    }


def _plan(
    model: LoadedModel, cases: Sequence[Case], store_folder: Path, task: Task, fitted_too: bool
) -> tuple[Plan, OutOfFold | None]:
    if fitted_too:
        return Plan(tuple(range(len(cases))), notes=(FITTED_ANYWAY,)), None
    split = read_split(model.folder) if model.folder else None
    table = read_out_of_fold(model.folder) if model.folder else None
    if not split and table:
        split = known_members(table)
    if not split:
        raise EcgError(
            f"The model {model.card.name} does not say which records it was fitted on "
            "(no split.csv beside its card); --all scores them all the same."
        )
    recognised = recognise(cases, unnamed(cases, split), split, store_folder, task)
    return plan(cases, split, table.rows if table else {}, recognised), table


def _answers_of_model(
    model: LoadedModel, cases: Sequence[Case], store_folder: Path, task: Task
) -> tuple[Answers, tuple[str, ...]]:
    """Return what the model says now, and why it says nothing of some records."""
    scored = score_records(model, cases, store_folder, task)
    rows = [row for row in range(len(cases)) if row not in scored.refused]
    decisions = Decisions(scored.scores[rows], _card_thresholds(model.card, len(rows)))
    answers = answers_at(model.card, [cases[row] for row in rows], decisions)
    return answers, tuple(scored.refused.values())


def _answers_of_folds(
    card: ModelCard, cases: Sequence[Case], found: Plan, table: OutOfFold | None
) -> tuple[list[Answers], list[str]]:
    """Return the answers that lie beside the model, and how they were held to thresholds."""
    if table is None or not found.by_fold:
        return [], []
    held_out = held_out_scores(card, cases, found, table)
    is_one_round = len({member.part for member in table.members}) == 1
    if held_out.share >= SHARE_TO_CROSS_FIT and not is_one_round:
        decisions = held_out.decide(rule_of(card), held_out.folds)
        note = "Each fold's calibration and thresholds come from the other folds."
    else:
        limits = _card_thresholds(card, len(held_out.cases))
        decisions = Decisions(calibrated(held_out.scores, card.calibration), limits)
        note = THRESHOLDS_OF_A_ROUND if is_one_round else THRESHOLDS_OF_A_PART
    return [answers_at(card, held_out.cases, decisions)], [note]


def _card_thresholds(card: ModelCard, n_records: int) -> Values:
    return np.tile(np.array(card.thresholds), (n_records, 1))


def _refuse_strange_labels(card: ModelCard) -> None:
    strange = [label for label in card.labels if label not in LABELS]
    if strange:
        raise EcgError(
            f"The model {card.name} knows {', '.join(strange)}, which no data set here labels; "
            f"known: {', '.join(LABELS)}."
        )
