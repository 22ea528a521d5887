"""The figures of a small study are those that a person works out on paper."""

import csv
import io
import json
import math

import pytest

from ecgviewer.core.review import Stated
from ecgviewer.review.agreement_forms import CSV_COLUMNS, as_csv, as_json, as_text
from ecgviewer.review.agreement_tables import kappa_value_words, summary_of, tables_of
from ecgviewer.review.changes_of_mind import Tally
from ecgviewer.review.draws import Measured, wilson
from ecgviewer.review.report_of_agreement import report_of
from tests.review.three_readers import (
    DONE,
    MODEL,
    RECORDS,
    Clock,
    all_three,
    answers,
    blind_review,
    says,
    two_readers,
)


@pytest.fixture(scope="module")
def report():
    return report_of(all_three(), answers())


def of_class(rows, label="AF"):
    (row,) = [row for row in rows.by_class if row.label == label]
    return row


def test_it_says_on_what_it_rests(report):
    assert report.readers == ("Ann", "Bob")
    assert report.adjudicators == ("Cam",)
    assert (report.n_records, report.n_adjudicated) == (6, 2)
    assert (report.n_settled, report.n_disputed) == (6, 0)
    assert (report.model, report.n_answers) == (MODEL, 6)
    assert report.is_small


def test_readers_agree_on_four_of_six_with_kappa_a_third(report):
    # After the model: both r1 r2, Ann alone r3, Bob alone r4, neither r5 r6.
    found = of_class(report.together)
    assert (found.n_records, found.n_cells) == (6, 6)
    assert found.agreed.value == pytest.approx(4 / 6)
    assert found.prevalence.value == pytest.approx(6 / 12)
    assert found.kappa.value == pytest.approx((4 / 6 - 1 / 2) / (1 / 2))
    assert found.kappa.low < found.kappa.value < found.kappa.high
    assert found.agreed.low <= wilson(4, 6).low


def test_before_the_model_they_agreed_on_five_of_six(report):
    found = of_class(report.before)
    assert found.agreed.value == pytest.approx(5 / 6)
    chance = 3 / 6 * 2 / 6 + 3 / 6 * 4 / 6
    assert found.kappa.value == pytest.approx((5 / 6 - chance) / (1 - chance))


def test_overall_all_cells_count_together(report):
    found = report.together.overall
    assert (found.n_records, found.n_cells) == (6, 54)
    chance = (3 / 54) ** 2 + (51 / 54) ** 2
    assert found.kappa.value == pytest.approx((52 / 54 - chance) / (1 - chance))


def test_a_class_that_nobody_ever_says_has_no_kappa(report):
    found = of_class(report.together, "STE")
    assert found.agreed.value == 1
    assert found.kappa.value is None


def test_the_model_is_right_by_the_settled_truth_as_counted_by_hand(report):
    # Truly there: r1 r2 r3; the model says r1 r2 r4.
    (model,) = report.by_truth
    found = of_class(model)
    assert (found.n_records, found.n_present) == (6, 3)
    assert found.sensitivity == wilson(2, 3)
    assert found.specificity == wilson(2, 3)
    assert found.ppv == wilson(2, 3)
    assert model.overall.specificity.value == pytest.approx(50 / 51)
    assert of_class(model, "STE").sensitivity.value is None


def test_what_became_of_own_answers_is_counted(report):
    ann, bob = report.minds
    # Of 54 cells each; Ann differs from the model on r3 and r4 and keeps her answers, of
    # which both are right by Cam.
    assert ann.agreed == Tally(52, 52, 52)
    assert (ann.kept, ann.to_model, ann.away) == (Tally(2, 2, 2), Tally(0, 0, 0), Tally(0, 0, 0))
    # Bob followed the model on r4, wrongly, and missed r3 with it.
    assert bob.to_model == Tally(1, 0, 1)
    assert (bob.agreed, bob.kept) == (Tally(53, 52, 53), Tally(0, 0, 0))
    assert bob.right_before.value == pytest.approx(53 / 54)
    assert bob.right_after.value == pytest.approx(52 / 54)


def test_readers_agree_with_the_model_more_once_they_have_seen_it(report):
    bob_before, bob_after = report.with_model_before[1], report.with_model[1]
    assert bob_before.raters == bob_after.raters == ("Bob", "best12")
    # Before: both say r1 r2, the model alone r4.
    assert of_class(bob_before).agreed.value == pytest.approx(5 / 6)
    assert of_class(bob_after).kappa.value == 1
    assert of_class(bob_after).kappa.low is None


def test_changing_away_from_the_model_is_told_too():
    clock = Clock()
    steps = [
        *blind_review(clock, "r1", "Ann", ["AF"]),
        clock.step("r1", "Ann", says("AF", None), model=MODEL),
        clock.step("r1", "Ann", DONE),
    ]
    (mind,) = report_of(steps, answers()).minds
    assert mind.away == Tally(1, 0, 0)
    assert mind.right_after.value is None


def test_unsure_leaves_the_cell_and_an_unknown_class_is_not_the_models(report):
    clock = Clock()
    steps = [*two_readers(), clock.step("r1", "Ann", says("AF", Stated.UNSURE))]
    steps.append(clock.step("r2", "Bob", says("427084000", Stated.PRESENT)))
    found = report_of(steps, answers())
    assert of_class(found.together).n_records == 5
    assert of_class(found.together, "427084000").n_records == 6
    assert of_class(found.with_model[0], "427084000").n_records == 0
    assert of_class(found.with_model[0], "427084000").kappa.value is None


def test_three_readers_have_fleiss_kappa_and_their_pairs_cohens():
    clock = Clock()
    steps = two_readers()
    for record in RECORDS:
        steps += blind_review(clock, record, "Dan", ["AF"] if record in ("r1", "r3") else [])
        steps.append(clock.step(record, "Dan", DONE))
    found = report_of(steps)
    # "Present" said of r1 by 3, r2 by 2, r3 by 2, r4 by 1, r5 and r6 by 0 of 3.
    agreed = (1 + 1 / 3 + 1 / 3 + 1 / 3 + 1 + 1) / 6
    chance = (8 / 18) ** 2 + (10 / 18) ** 2
    row = of_class(found.together)
    assert row.agreed.value == pytest.approx(agreed)
    assert row.kappa.value == pytest.approx((agreed - chance) / (1 - chance))
    assert [pair.raters for pair in found.pairs] == [("Ann", "Bob"), ("Ann", "Dan"), ("Bob", "Dan")]
    assert found.with_model == ()


def test_with_patients_known_draws_take_patients():
    one_patient = report_of(all_three(), answers(), dict.fromkeys(RECORDS, "p"))
    row = of_class(one_patient.together)
    assert row.kappa.value == pytest.approx(1 / 3)
    assert row.kappa.low is None


def test_a_file_without_a_finished_review_says_so():
    report = report_of([])
    (sentence,) = summary_of(report)
    assert "No review" in sentence
    assert tables_of(report) == ()


def test_a_kappa_below_zero_has_a_minus_with_and_without_an_interval():
    assert kappa_value_words(Measured(-0.12)) == "−0.12 (interval not measurable)"
    assert kappa_value_words(Measured(-0.12, -0.5, 0.3)) == "−0.12 (−0.50 to 0.30)"


def test_text_has_names_numbers_and_intervals(report):
    text = as_text(report)
    assert "Ann, Bob finished 6 records." in text
    assert "Cam adjudicated 2 records." in text
    assert "Atrial fibrillation" in text
    assert "67 % (" in text
    assert "0.33 (" in text
    assert "not measurable" in text
    assert "a hint at best" in text
    assert "nan" not in text


def test_csv_and_json_hold_the_same_figures_and_never_nan(report):
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    assert tuple(rows[0]) == CSV_COLUMNS
    (kappa,) = [
        row
        for row in rows
        if (row["part"], row["class"], row["figure"]) == ("readers", "AF", "kappa")
    ]
    assert float(kappa["value"]) == pytest.approx(1 / 3, abs=1e-5)
    told = json.loads(json.dumps(as_json(report), allow_nan=False))
    (af,) = [row for row in told["together"]["by_class"] if row["label"] == "AF"]
    assert af["kappa"]["value"] == pytest.approx(1 / 3)
    assert af["kappa"]["low"] == pytest.approx(float(kappa["low"]), abs=1e-5)
    numbers = [float(row[name]) for row in rows for name in ("value", "low", "high") if row[name]]
    assert all(map(math.isfinite, numbers))
