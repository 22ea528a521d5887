"""No record is judged by a net that was fitted on it or on its patient."""

from ecgviewer.study.held_out import (
    CHOSEN_BY,
    FITTED,
    FITTED_ELSEWHERE,
    REPEATED,
    SAME_PATIENT,
    plan,
    unnamed,
)
from ecgviewer.study.split import Member
from tests.study.made_answers import made_case


def _split(*members: Member) -> dict[tuple[str, str], Member]:
    return {member.key: member for member in members}


def test_fitted_records_are_left_out_and_test_records_judged():
    cases = [made_case("r1"), made_case("r2"), made_case("r3")]
    split = _split(
        Member("a", "r1", "a/r1", "fit"),
        Member("a", "r2", "a/r2", "test"),
        Member("a", "r3", "a/r3", "validation"),
    )
    found = plan(cases, split, {})
    assert found.by_model == (1,)
    assert found.left_out == {FITTED: 1, CHOSEN_BY: 1}
    assert found.notes == ()


def test_records_that_chose_the_thresholds_are_judged_where_there_are_no_others_and_it_is_said():
    split = _split(Member("a", "r1", "a/r1", "fit"), Member("a", "r2", "a/r2", "validation"))
    found = plan([made_case("r1"), made_case("r2")], split, {})
    assert found.by_model == (1,)
    assert "thresholds were chosen on records that it is judged on" in found.notes[0]


def test_a_record_that_the_split_does_not_know_is_judged():
    split = _split(Member("a", "r1", "a/r1", "fit"))
    assert plan([made_case("new")], split, {}).by_model == (0,)


def test_another_record_of_a_fitted_patient_is_left_out():
    split = _split(Member("a", "r1", "person 7", "fit"))
    found = plan([made_case("r2", patient="person 7")], split, {})
    assert found.by_model == ()
    assert found.left_out == {SAME_PATIENT: 1}


def test_a_record_of_a_patient_in_any_fold_of_a_model_fitted_on_all_is_left_out():
    split = _split(Member("a", "r1", "person 7", "fold-3"))
    found = plan([made_case("r2", patient="person 7"), made_case("r1", "person 7")], split, {})
    assert found.left_out == {SAME_PATIENT: 1, FITTED: 1}


def test_out_of_fold_scores_are_used_where_they_exist():
    split = _split(Member("a", "r1", "a/r1", "fold-0"), Member("a", "r2", "a/r2", "fold-1"))
    found = plan([made_case("r1"), made_case("r2"), made_case("new")], split, {("a", "r1"): 0})
    assert dict(found.by_fold) == {0: ("a", "r1")}
    assert found.left_out == {FITTED: 1}
    assert found.by_model == (2,)


def test_fitted_records_are_known_under_another_name_of_their_set():
    split = _split(*(Member("ptb-xl", f"{i:05}_hr", f"p{i}", "fit") for i in range(10)))
    cases = [made_case(f"{i:05}_hr", f"p{i}", source="download") for i in range(10)]
    found = plan(cases, split, {})
    assert found.by_model == ()
    assert found.left_out == {FITTED: 10}
    assert found.notes == ('The model\'s split knows the records of "download" as "ptb-xl".',)


def test_another_hospital_that_shares_few_names_is_not_taken_for_a_known_one():
    split = _split(*(Member("ludb", str(i), f"ludb/{i}", "fit") for i in range(3)))
    cases = [made_case(str(i), source="other") for i in range(10)]
    found = plan(cases, split, {})
    assert len(found.by_model) == 10
    assert found.notes == ()


def test_records_known_by_their_signals_are_what_the_split_calls_them():
    split = _split(
        Member("a", "r1", "a/r1", "fit"),
        Member("a", "r2", "a/r2", "validation"),
        Member("a", "r3", "p3", "test"),
    )
    cases = [made_case(f"JS{number}", source="b") for number in range(4)]
    assert unnamed(cases, split) == [0, 1, 2, 3]
    recognised = {0: ("a", "r1"), 1: ("a", "r2"), 2: ("a", "r3")}
    found = plan(cases, split, {}, recognised)
    assert found.left_out == {FITTED_ELSEWHERE: 1, CHOSEN_BY: 1}
    assert found.by_model == (2, 3)
    assert found.notes[-1].startswith("3 records go by other names")


def test_a_record_known_by_its_signals_is_judged_by_its_own_out_of_fold_score_once():
    split = _split(Member("a", "r1", "a/r1", "fold-0"), Member("a", "r2", "a/r2", "test"))
    cases = [made_case("JS1", source="b"), made_case("r1"), made_case("r2"), made_case("JS2")]
    found = plan(cases, split, {("a", "r1"): 0}, {0: ("a", "r1"), 3: ("a", "r2")})
    assert dict(found.by_fold) == {0: ("a", "r1")}
    assert found.by_model == (2,)
    assert found.left_out == {REPEATED: 2}


def test_a_patient_s_other_record_is_left_out_though_the_copy_names_another_patient():
    split = _split(Member("a", "r1", "p1", "fit"), Member("a", "r2", "p1", "test"))
    found = plan([made_case("JS2", "nobody", source="b")], split, {}, {0: ("a", "r2")})
    assert found.left_out == {SAME_PATIENT: 1}
