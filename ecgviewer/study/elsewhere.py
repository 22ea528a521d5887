"""How a model fares in hospitals that it was not trained on, by nets that left them out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.answers import Answers, answers_at
from ecgviewer.study.bootstrap import N_DRAWS
from ecgviewer.study.dataset import Case
from ecgviewer.study.figures import Table, measure_by_source
from ecgviewer.study.held_out import Plan
from ecgviewer.study.out_of_fold import held_out_scores, plan_by_table, rule_of
from ecgviewer.study.split import (
    FOLD,
    LEAVE_SOURCE_OUT_FILE,
    OutOfFold,
    read_out_of_fold,
)


@dataclass(frozen=True, eq=False)
class Elsewhere:
    """Figures of each hospital, the union first.

    unknown: of nets that were trained without the hospital. known: of the model itself, on
    those of the same records that it may be judged on.
    """

    unknown: tuple[Table, ...]
    known: tuple[Table, ...]


def leave_source_out(
    model: LoadedModel, cases: Sequence[Case], own: Answers, n_draws: int = N_DRAWS
) -> Elsewhere:
    """Return the figures of nets that were trained without the records' hospital.

    own: what the model itself answers. Raises EcgError where the model's folder holds no
    such scores, or the cases are of one hospital.
    """
    table = read_out_of_fold(model.folder, LEAVE_SOURCE_OUT_FILE) if model.folder else None
    found = plan_by_table(cases, table) if table else Plan(())
    if not table or not found.by_fold:
        raise EcgError(
            f"The model {model.card.name} has no {LEAVE_SOURCE_OUT_FILE} of these records; "
            "`ecgviewer train RECIPE --leave-source-out --out FOLDER` writes it into the "
            "model's folder."
        )
    unknown = answers_from_elsewhere(model.card, cases, found, table)
    known = _same_records(own, unknown)
    return Elsewhere(
        unknown=measure_by_source(unknown, n_draws),
        known=measure_by_source(known, n_draws) if known.cases else (),
    )


def answers_from_elsewhere(
    card: ModelCard, cases: Sequence[Case], found: Plan, table: OutOfFold
) -> Answers:
    """Return what nets said of records whose hospital they were trained without.

    Calibration and thresholds come from the other hospitals. The hospital stands for the
    cases' source. Raises EcgError where there is but one.
    """
    held_out = held_out_scores(card, cases, found, table)
    if len(set(held_out.folds)) == 1:
        raise EcgError(
            f"All of these records are of one hospital by {LEAVE_SOURCE_OUT_FILE} of the model "
            f"{card.name}, and its thresholds come from the others: add their data sets."
        )
    decisions = held_out.decide(rule_of(card), held_out.folds)
    answers = answers_at(card, held_out.cases, decisions)
    names = [str(fold).removeprefix(FOLD) for fold in held_out.folds]
    return _named(answers, names)


def _same_records(own: Answers, unknown: Answers) -> Answers:
    """Return the model's own answers to the records of the others, as from their hospitals."""
    hospital_of = {case.path: case.source for case in unknown.cases}
    rows = [row for row, case in enumerate(own.cases) if case.path in hospital_of]
    chosen = own.only(rows)
    return _named(chosen, [hospital_of[case.path] for case in chosen.cases])


def _named(answers: Answers, sources: Sequence[str]) -> Answers:
    cases = (replace(case, source=name) for case, name in zip(answers.cases, sources, strict=True))
    return replace(answers, cases=tuple(cases))
