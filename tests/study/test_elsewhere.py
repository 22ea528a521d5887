"""Figures of hospitals that a model was trained without."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.library import load_model
from ecgviewer.study.answers import Answers
from ecgviewer.study.dataset import Case
from ecgviewer.study.elsewhere import answers_from_elsewhere, leave_source_out
from ecgviewer.study.labels import LABELS
from ecgviewer.study.out_of_fold import plan_by_table
from ecgviewer.study.report_tables import elsewhere_table
from ecgviewer.study.split import FOLD, LEAVE_SOURCE_OUT_FILE, Member, OutOfFold, write_out_of_fold
from tests.made_models import card_of, random_model_folder
from tests.study.made_answers import made_answers

HOSPITAL_OF = {"north": "north", "north-two": "north", "south": "south", "west": "west"}


@pytest.fixture
def own() -> Answers:
    """A model's answers to records of four data sets, of which two are one hospital."""
    answers = made_answers(200, skill=4.0)
    sources = list(HOSPITAL_OF)
    cases = [replace(case, source=sources[i % 4]) for i, case in enumerate(answers.cases)]
    return replace(answers, cases=tuple(cases))


def _records(answers: Answers) -> tuple[Case, ...]:
    return tuple(case for case in answers.cases if isinstance(case, Case))


def _table(cases: Sequence[Case], seed: int = 0) -> OutOfFold:
    truth = np.nan_to_num(np.array([case.cells for case in cases]))
    logits = np.random.default_rng(seed).normal(-1, 1, truth.shape) + truth
    members = [Member(c.source, c.name, c.patient, FOLD + HOSPITAL_OF[c.source]) for c in cases]
    return OutOfFold(LABELS, tuple(members), 1 / (1 + np.exp(-logits)))


def test_each_hospital_is_judged_by_the_net_trained_without_it_beside_the_model_itself(
    own: Answers, tmp_path: Path
):
    model = replace(load_model(random_model_folder(), "cpu"), folder=tmp_path)
    with pytest.raises(EcgError, match=r"no leave_source_out.csv of these records; `ecgviewer"):
        leave_source_out(model, _records(own), own, n_draws=100)
    write_out_of_fold(tmp_path, _table(_records(own)), LEAVE_SOURCE_OUT_FILE)
    found = leave_source_out(model, _records(own), own, n_draws=100)
    for tables in (found.unknown, found.known):
        assert [(table.source, table.n_records) for table in tables] == [
            ("all", 200),
            ("north", 100),
            ("south", 50),
            ("west", 50),
        ]
    rows = [line.split("|") for line in elsewhere_table(found).splitlines()]
    assert rows[3][1].strip() == "north"
    assert float(rows[3][4].split()[0]) < float(rows[3][5].split()[0])


def test_no_data_set_of_a_hospital_chooses_the_thresholds_that_judge_it(own: Answers):
    table = _table(_records(own))
    north_two = np.array([case.source == "north-two" for case in _records(own)])
    scores = np.where(north_two[:, np.newaxis], 1 - table.scores, table.scores)
    plan = plan_by_table(_records(own), table)
    before, after = (
        answers_from_elsewhere(card_of(), _records(own), plan, one)
        for one in (table, replace(table, scores=scores))
    )
    north = np.array([case.source == "north" for case in _records(before)])
    assert north.sum() == 100
    assert np.array_equal(before.thresholds[north], after.thresholds[north])
    assert not np.array_equal(before.thresholds[~north], after.thresholds[~north])


def test_one_hospital_alone_has_nothing_to_take_thresholds_from(own: Answers):
    north = [case for case in _records(own) if HOSPITAL_OF[case.source] == "north"]
    table = _table(_records(own))
    with pytest.raises(EcgError, match=r"All of these records are of one hospital.*data sets"):
        answers_from_elsewhere(card_of(), north, plan_by_table(north, table), table)


def test_without_an_answer_of_the_model_itself_the_unknown_figures_stand_alone(
    own: Answers, tmp_path: Path
):
    model = replace(load_model(random_model_folder(), "cpu"), folder=tmp_path)
    write_out_of_fold(tmp_path, _table(_records(own)), LEAVE_SOURCE_OUT_FILE)
    strangers = made_answers(20, source="elsewhere")
    found = leave_source_out(model, _records(own), strangers, n_draws=100)
    assert found.known == ()
    assert "–" in elsewhere_table(found)
