"""The truth is what was settled, and only what nobody settled is disputed."""

from ecgviewer.core.review import Role, Stated
from ecgviewer.review.opinions import opinions
from ecgviewer.review.truth import Basis, Truth, disputed, truths
from tests.review.three_readers import (
    COMMITTED,
    DONE,
    Clock,
    all_three,
    blind_review,
    says,
    two_readers,
)


def truth_of(steps, record="r", label="AF"):
    return truths(opinions(steps), ["AF", "PVC"])[record][label]


def reviews(clock, **stated):
    return [
        step
        for who, said in stated.items()
        for step in (clock.step("r", who, says("AF", said)), clock.step("r", who, DONE))
    ]


def test_what_two_readers_agree_on_is_true():
    steps = reviews(Clock(), Ann=Stated.PRESENT, Bob=Stated.PRESENT)
    assert truth_of(steps) == Truth(present=True, basis=Basis.AGREED)
    assert truth_of(steps, label="PVC") == Truth(present=False, basis=Basis.AGREED)


def test_one_readers_word_is_told_as_such_and_settles_nothing():
    truth = truth_of(reviews(Clock(), Ann=Stated.PRESENT))
    assert truth == Truth(present=True, basis=Basis.ONE_READER)
    assert not truth.is_settled


def test_unsure_and_sure_are_no_agreement_and_both_unsure_is_no_truth():
    clock = Clock()
    assert truth_of(reviews(clock, Ann=Stated.UNSURE, Bob=Stated.PRESENT)).basis is Basis.DISPUTED
    both = truth_of(reviews(clock, Ann=Stated.UNSURE, Bob=Stated.UNSURE))
    assert both == Truth(present=None, basis=Basis.AGREED)
    assert not both.is_settled


def test_reviews_that_are_not_finished_do_not_count():
    clock = Clock()
    steps = reviews(clock, Ann=Stated.PRESENT)
    steps.append(clock.step("r", "Bob", says("AF", Stated.ABSENT)))
    assert truth_of(steps).basis is Basis.ONE_READER
    assert disputed(steps) == ()


def test_records_on_which_readers_differ_are_disputed_until_somebody_settles_them():
    assert disputed(two_readers()) == ("r3", "r4")
    steps = all_three()
    assert disputed(steps) == ()
    assert truth_of(steps, "r3") == Truth(present=True, basis=Basis.ADJUDICATED)
    assert truth_of(steps, "r4") == Truth(present=False, basis=Basis.ADJUDICATED)
    assert truth_of(steps, "r1") == Truth(present=True, basis=Basis.AGREED)


def test_an_adjudicator_settles_what_they_state_and_no_more():
    clock = Clock()
    steps = reviews(clock, Ann=Stated.PRESENT, Bob=Stated.ABSENT)
    judge = {"role": Role.ADJUDICATOR}
    steps += [
        clock.step("r", "Cam", says("PVC", Stated.ABSENT), **judge),
        clock.step("r", "Cam", DONE, **judge),
    ]
    assert truth_of(steps).basis is Basis.DISPUTED
    assert disputed(steps) == ("r",)


def test_an_adjudicator_who_cannot_tell_settles_that_nobody_can():
    clock = Clock()
    steps = reviews(clock, Ann=Stated.PRESENT, Bob=Stated.ABSENT)
    judge = {"role": Role.ADJUDICATOR}
    steps += [
        clock.step("r", "Cam", says("AF", Stated.UNSURE), **judge),
        clock.step("r", "Cam", DONE, **judge),
    ]
    assert truth_of(steps) == Truth(present=None, basis=Basis.ADJUDICATED)
    assert disputed(steps) == ()


def test_a_class_that_only_one_reader_brings_up_is_disputed():
    clock = Clock()
    steps = reviews(clock, Ann=Stated.ABSENT, Bob=Stated.ABSENT)
    steps.append(clock.step("r", "Bob", says("427084000", Stated.PRESENT)))
    assert disputed(steps) == ("r",)


def test_the_own_answer_is_what_stood_when_the_reader_committed():
    clock = Clock()
    steps = [
        *blind_review(clock, "r", "Ann", ["AF", "PVC"]),
        clock.step("r", "Ann", says("PVC", None)),
        clock.step("r", "Ann", DONE),
    ]
    (ann,) = opinions(steps)
    assert ann.own == {"AF": Stated.PRESENT, "PVC": Stated.PRESENT}
    assert ann.stated == {"AF": Stated.PRESENT}


def test_an_answer_given_with_the_model_in_sight_is_no_own_answer():
    clock = Clock()
    (ann,) = opinions([clock.step("r", "Ann", COMMITTED), clock.step("r", "Ann", DONE)])
    assert ann.own is None
