"""Tables of figures: every class, their means, intervals, several models."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

from ecgviewer.study.answers import joined
from ecgviewer.study.comparison import compare
from ecgviewer.study.figures import MEAN, MEAN_OF_ALL, measure
from ecgviewer.study.labels import LABELS
from ecgviewer.study.mistakes import mistakes
from ecgviewer.study.paper_figures import paper_figures
from tests.study.made_answers import made_answers

ANSWERS = made_answers()
TABLE = measure(ANSWERS, n_draws=200)


@pytest.mark.parametrize("column", [0, 4, 8])
def test_each_class_counts_its_judged_records_alone_as_scikit_learn_does(column: int):
    label = LABELS[column]
    judged = ~np.isnan(ANSWERS.truth[:, column])
    truth, scores = ANSWERS.truth[judged, column], ANSWERS.scores[judged, column]
    for metric, wanted in (
        ("auc", roc_auc_score(truth, scores)),
        ("f1", f1_score(truth, scores >= 0.5)),
        ("precision", precision_score(truth, scores >= 0.5)),
        ("recall", recall_score(truth, scores >= 0.5)),
        ("accuracy", np.mean(truth == (scores >= 0.5))),
    ):
        figure = TABLE.figure(label, metric)
        assert figure.interval.value == pytest.approx(wanted)
        assert figure.interval.low < wanted < figure.interval.high
        assert (figure.n, figure.n_positive) == (judged.sum(), truth.sum())


def test_the_mean_of_all_is_the_plain_mean_over_nine_as_the_papers_avg():
    values = [TABLE.figure(label, "f1").interval.value for label in LABELS]
    assert TABLE.figure(MEAN_OF_ALL, "f1").interval.value == pytest.approx(np.mean(values))
    for column in paper_figures().values():
        printed = [column[label, "auc"] for label in LABELS]
        assert column[MEAN_OF_ALL, "auc"] == pytest.approx(np.mean(printed), abs=0.0011)


def test_a_class_with_four_positives_stays_out_of_the_mean():
    truth = ANSWERS.truth.copy()
    positives = np.flatnonzero(truth[:, 8] == 1)
    truth[positives[4:], 8] = 0
    table = measure(replace(ANSWERS, truth=truth), n_draws=100)
    values = [table.figure(label, "auc").interval.value for label in LABELS[:8]]
    assert table.enough == LABELS[:8]
    assert table.figure(MEAN, "auc").interval.value == pytest.approx(np.mean(values))


def test_a_class_that_is_nowhere_judged_has_no_figure_and_no_mean_over_all():
    truth = ANSWERS.truth.copy()
    truth[:, 7] = np.nan
    table = measure(replace(ANSWERS, truth=truth), n_draws=100)
    assert np.isnan(table.figure("STD", "auc").interval.value)
    assert np.isnan(table.figure(MEAN_OF_ALL, "auc").interval.value)
    assert not np.isnan(table.figure(MEAN, "auc").interval.value)


def test_five_records_a_patient_all_alike_give_wider_intervals_than_of_five_patients():
    together = joined([made_answers(100)] * 5)
    cases = tuple(replace(c, patient=f"p{row}") for row, c in enumerate(together.cases))
    apart = replace(together, cases=cases)
    wide, narrow = measure(together, n_draws=200), measure(apart, n_draws=200)
    assert (wide.n_records, wide.n_patients, narrow.n_patients) == (500, 100, 500)
    for metric in ("auc", "f1", "accuracy"):
        broad, slim = wide.figure(MEAN, metric).interval, narrow.figure(MEAN, metric).interval
        assert broad.value == pytest.approx(slim.value)
        assert broad.high - broad.low > 1.5 * (slim.high - slim.low)


def test_a_class_is_not_present_beside_one_that_excludes_it():
    present = replace(ANSWERS, excluded_by={"IAVB": ("AF",)}).present
    block, fibrillation = LABELS.index("IAVB"), LABELS.index("AF")
    both = (ANSWERS.scores[:, [block, fibrillation]] >= 0.5).all(axis=1)
    assert both.any()
    assert not present[both, block].any()
    assert np.array_equal(present[:, fibrillation], ANSWERS.present[:, fibrillation])


def test_a_better_model_gains_and_the_first_gains_nothing_over_itself():
    worse, better = made_answers(model="worse", skill=0.5), made_answers(model="better", skill=2.5)
    found = compare([worse, better], n_draws=200)
    assert found is not None
    assert found.gains["auc"][0].value == 0
    gain = found.gains["auc"][1]
    assert 0 < gain.low < gain.value
    assert [table.model for table in found.tables] == ["worse", "better"]


def test_models_are_compared_on_the_records_that_all_may_be_judged_on():
    first, second = made_answers(model="one"), made_answers(model="two").only(range(50, 200))
    found = compare([first, second], n_draws=100)
    assert found is not None
    assert [table.n_records for table in found.tables] == [150, 150]
    apart = made_answers(source="elsewhere")
    assert compare([first, apart], n_draws=100) is None


def test_the_worst_mistakes_come_first_and_name_the_file_below_its_data_set():
    found = mistakes(ANSWERS, {"a": ANSWERS.cases[0].path.parent})
    judged = ~np.isnan(ANSWERS.truth)
    wrong = (ANSWERS.truth != ANSWERS.present) & judged
    assert len(found) == wrong.sum()
    assert found[0].path == f"{found[0].record}.hea"
    assert [one.wrong_by for one in found] == sorted((m.wrong_by for m in found), reverse=True)
    worst = found[0]
    row = [case.name for case in ANSWERS.cases].index(worst.record)
    column = LABELS.index(worst.label)
    assert worst.kind == ("false negative" if worst.truth else "false positive")
    assert ANSWERS.truth[row, column] == worst.truth != ANSWERS.present[row, column]
    assert worst.wrong_by == pytest.approx(abs(ANSWERS.scores[row, column] - 0.5) / 0.5)
