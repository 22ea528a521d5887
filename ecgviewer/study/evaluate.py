"""A model's examination: answers to records that it was not fitted on, and their figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.answers import Answers, truth_of
from ecgviewer.study.bootstrap import N_DRAWS
from ecgviewer.study.calibration import calibrated
from ecgviewer.study.cross_fit import DecisionRule, Decisions, cross_fit
from ecgviewer.study.dataset import Case
from ecgviewer.study.figures import UNION, Table, measure
from ecgviewer.study.held_out import Plan, plan
from ecgviewer.study.labels import LABELS
from ecgviewer.study.metrics import Values
from ecgviewer.study.scoring import score_records
from ecgviewer.study.split import (
    Member,
    OutOfFold,
    RecordKey,
    read_out_of_fold,
    read_split,
)

LEAVE_SOURCE_OUT_FILE = "leave_source_out.csv"
# With fewer of the cross-validated records at hand, other folds' thresholds would be
# chosen from too little.
SHARE_TO_CROSS_FIT = 0.9


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What one model was asked, what it answered, how good that was.

    tables: the union first, then each source where there are several. n_by_fold: how many
    of the answers are out-of-fold scores. left_out: counts by reason. refused: sentences.
    elsewhere: figures of nets that were trained without the records' source, by source.
    """

    card: ModelCard
    answers: Answers
    tables: tuple[Table, ...]
    n_by_fold: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    elsewhere: tuple[Table, ...] = ()

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

    fitted_too: score every record by the model, whatever it was fitted on. Raises EcgError
    where nothing says what it was fitted on, or no record is left.
    """
    _refuse_strange_labels(model.card)
    found, out_of_fold = _plan(model, cases, fitted_too)
    scored = score_records(model, [cases[i] for i in found.by_model], store_folder, task)
    kept = [row for row in range(len(found.by_model)) if row not in scored.refused]
    by_model = _answers(
        model.card,
        [cases[found.by_model[row]] for row in kept],
        Decisions(scored.scores[kept], _card_thresholds(model.card, len(kept))),
    )
    by_fold, notes = _out_of_fold_answers(model.card, cases, found, out_of_fold)
    answers = _joined(by_model, by_fold)
    if not answers.cases:
        raise EcgError(
            f"The model {model.card.name} was fitted on all of these records, and no "
            "out-of-fold scores lie beside it, so nothing here can judge it."
        )
    return Evaluation(
        card=model.card,
        answers=answers,
        tables=measure_by_source(answers, n_draws),
        n_by_fold=len(by_fold.cases),
        left_out=found.left_out,
        refused=tuple(scored.refused.values()),
        notes=(*found.notes, *notes),
    )


def measure_by_source(answers: Answers, n_draws: int = N_DRAWS) -> tuple[Table, ...]:
    """Return the figures of all records, then of each source where there are several."""
    sources = answers.sources if len(answers.sources) > 1 else ()
    return (
        measure(answers, UNION, n_draws),
        *(measure(answers.of_source(source), source, n_draws) for source in sources),
    )


def leave_source_out(
    model: LoadedModel, cases: Sequence[Case], n_draws: int = N_DRAWS
) -> tuple[Table, ...]:
    """Return the figures of nets that were trained without the records' source, by source.

    Calibration and thresholds come from the other sources. Raises EcgError where the
    model's folder holds no such scores.
    """
    table = model.folder and read_out_of_fold(model.folder, LEAVE_SOURCE_OUT_FILE)
    if not table:
        raise EcgError(
            f"The model {model.card.name} has no {LEAVE_SOURCE_OUT_FILE}; train it with one "
            "source left out at a time to see how it does in other hospitals."
        )
    found = plan(cases, _split_of(table), table.rows)
    if not found.by_fold:
        raise EcgError(
            f"The {LEAVE_SOURCE_OUT_FILE} of the model {model.card.name} knows none of these "
            "records."
        )
    chosen = [cases[index] for index in found.by_fold]
    sources = np.array([case.source for case in chosen])
    scores = _table_scores(model.card, found, table)
    decisions = cross_fit(rule_of(model.card), scores, truth_of(chosen, model.card.labels), sources)
    answers = _answers(model.card, chosen, decisions)
    return (
        measure(answers, UNION, n_draws),
        *(measure(answers.of_source(source), source, n_draws) for source in answers.sources),
    )


def rule_of(card: ModelCard) -> DecisionRule:
    """Return how a card's calibration and thresholds were made."""
    settings = card.training.get("settings", {})
    usual = "none" if card.calibration is None else "platt"
    return DecisionRule(
        calibration=str(settings.get("calibration", usual)),
        thresholds=str(settings.get("thresholds", "steady")),
    )


def _plan(
    model: LoadedModel, cases: Sequence[Case], fitted_too: bool
) -> tuple[Plan, OutOfFold | None]:
    if fitted_too:
        note = "Records that the model was fitted on are among these, so all figures flatter it."
        return Plan(tuple(range(len(cases))), notes=(note,)), None
    split = model.folder and read_split(model.folder)
    out_of_fold = (model.folder and read_out_of_fold(model.folder)) or None
    if not split and out_of_fold:
        split = _split_of(out_of_fold)
    if not split:
        raise EcgError(
            f"The model {model.card.name} does not say which records it was fitted on "
            "(no split.csv beside its card); --all scores them all the same."
        )
    return plan(cases, split, out_of_fold.rows if out_of_fold else {}), out_of_fold


def _split_of(table: OutOfFold) -> dict[RecordKey, Member]:
    return {member.key: member for member in table.members}


def _out_of_fold_answers(
    card: ModelCard, cases: Sequence[Case], found: Plan, table: OutOfFold | None
) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers that lie beside the model, and how they were held to thresholds."""
    chosen = [cases[index] for index in found.by_fold]
    if table is None or not chosen:
        empty = np.empty((0, len(card.labels)))
        return _answers(card, [], Decisions(empty, empty)), ()
    scores = _table_scores(card, found, table)
    if len(chosen) < SHARE_TO_CROSS_FIT * len(table.members):
        own = Decisions(calibrated(scores, card.calibration), _card_thresholds(card, len(chosen)))
        note = (
            "Only a part of the cross-validated records is here, so out-of-fold scores are held "
            "against the card's thresholds, which were chosen on them among others."
        )
        return _answers(card, chosen, own), (note,)
    rows = [table.rows[key] for key in found.by_fold.values()]
    folds = np.array([table.members[row].part for row in rows])
    truth = truth_of(chosen, card.labels)
    note = "Each fold's calibration and thresholds come from the other folds."
    return _answers(card, chosen, cross_fit(rule_of(card), scores, truth, folds)), (note,)


def _table_scores(card: ModelCard, found: Plan, table: OutOfFold) -> Values:
    """Return the scores that lie beside the model, (n_records, n_labels), uncalibrated."""
    absent = set(card.labels) - set(table.labels)
    if absent:
        raise EcgError(f"The scores beside the model {card.name} lack {', '.join(sorted(absent))}.")
    columns = [table.labels.index(label) for label in card.labels]
    rows = [table.rows[key] for key in found.by_fold.values()]
    return np.asarray(table.scores[rows][:, columns])


def _answers(card: ModelCard, cases: Sequence[Case], decisions: Decisions) -> Answers:
    return Answers(
        model=card.name,
        labels=card.labels,
        cases=tuple(cases),
        truth=truth_of(cases, card.labels),
        scores=decisions.scores,
        thresholds=decisions.thresholds,
        excluded_by=card.excluded_by,
    )


def _joined(first: Answers, second: Answers) -> Answers:
    return replace(
        first,
        cases=first.cases + second.cases,
        truth=np.concatenate([first.truth, second.truth]),
        scores=np.concatenate([first.scores, second.scores]),
        thresholds=np.concatenate([first.thresholds, second.thresholds]),
    )


def _card_thresholds(card: ModelCard, n_records: int) -> Values:
    return np.tile(np.array(card.thresholds), (n_records, 1))


def _refuse_strange_labels(card: ModelCard) -> None:
    strange = [label for label in card.labels if label not in LABELS]
    if strange:
        raise EcgError(
            f"The model {card.name} knows {', '.join(strange)}, which no data set here labels; "
            f"known: {', '.join(LABELS)}."
        )
