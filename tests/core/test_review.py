"""Steps are only ever added, and still everything can be undone and redone."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.core.review import (
    Change,
    ModelRef,
    Placed,
    Reason,
    Region,
    Review,
    Role,
    Stated,
    Step,
    Topic,
    changed,
    last_done,
    last_undone,
    redone,
    review_of,
    root_of,
    taken_back,
    undone,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(review: Review, *changes: Change, undoes: str | None = None) -> Review:
    step = Step(review.record_id, review.reader, NOON, changes, undoes=undoes)
    return review.after(step)


def undo(review: Review) -> Review:
    step = last_done(review)
    return said(review, *undone(review), undoes=step.step_id) if step else review


def redo(review: Review) -> Review:
    step = last_undone(review)
    return said(review, *redone(review), undoes=step.step_id) if step else review


def states(label: str, stated: Stated | None) -> Change:
    return Change(Topic.CLASS, label, stated)


def test_the_newest_word_on_each_class_stands():
    review = said(Review("r", "Ann"), states("AF", Stated.PRESENT), states("PVC", Stated.ABSENT))
    review = said(review, states("AF", Stated.UNSURE), states("PVC", None))
    assert review.classes == {"AF": Stated.UNSURE}
    assert review.begun


def test_a_review_holds_all_that_can_be_said():
    region = Region(100, 200, ("V1",), "AF", "here", "a")
    review = said(
        Review("r", "Ann"),
        Change(Topic.REASON, "AF", [Reason.NOISE, Reason.OTHER]),
        Change(Topic.POINTING, "AF", {"gradcam": "partly", "shap": "no"}),
        Change(Topic.REGION, "a", region.as_value()),
        Change(Topic.BEAT, "4200", "V"),
        Change(Topic.NOTE, "", "Look again."),
        Change(Topic.FLAG, "", True),
        Change(Topic.DONE, "", True),
    )
    assert review.reasons == {"AF": (Reason.NOISE, Reason.OTHER)}
    assert review.pointing["AF"] == {"gradcam": Placed.PARTLY, "shap": Placed.NO}
    assert review.regions == (region,)
    assert review.beats == {4200: "V"}
    assert (review.note, review.flagged, review.done) == ("Look again.", True, True)


def test_what_others_say_is_passed_over():
    mine = Step("r", "Ann", NOON, (states("AF", Stated.PRESENT),))
    others = (
        Step("r", "Bob", NOON, (states("AF", Stated.ABSENT),)),
        Step("r", "Ann", NOON, (states("AF", Stated.ABSENT),), Role.ADJUDICATOR),
        Step("s", "Ann", NOON, (states("AF", Stated.ABSENT),)),
    )
    assert review_of("r", "Ann", (mine, *others)).classes == {"AF": Stated.PRESENT}


def test_nothing_new_is_no_change():
    review = said(Review("r", "Ann"), states("AF", Stated.PRESENT))
    assert changed(review, [states("AF", Stated.PRESENT), states("PVC", None)]) == ()


def test_what_was_said_before_seeing_the_model_cannot_be_undone_afterwards():
    review = said(Review("r", "Ann"), states("AF", Stated.PRESENT))
    review = said(review, Change(Topic.COMMITTED, "", True))
    assert last_done(review) is None
    review = said(review, states("AF", Stated.ABSENT))
    assert undo(review).classes == {"AF": Stated.PRESENT}
    assert undo(undo(review)).committed


def test_whoever_answered_first_or_saw_the_model_beside_the_record_has_seen_it():
    review = said(Review("r", "Ann"), states("AF", Stated.PRESENT))
    assert not review.has_seen_model
    assert said(review, Change(Topic.COMMITTED, "", True)).has_seen_model
    step = Step("r", "Ann", NOON, (states("AF", None),), model=ModelRef("best12", "ab" * 32))
    assert review.after(step).has_seen_model


ACTS = st.one_of(
    st.sampled_from(["undo", "redo"]),
    st.tuples(st.sampled_from(["AF", "PVC"]), st.sampled_from([*Stated, None])),
)


@given(st.lists(ACTS, max_size=30))
def test_undo_and_redo_walk_through_what_an_editor_would_hold(acts):
    """The same as an editor that keeps a list of whole states."""
    review, place = Review("r", "Ann"), 0
    states_held: list[dict[str, Stated]] = [{}]
    for act in acts:
        if act == "undo":
            review, place = undo(review), max(0, place - 1)
        elif act == "redo":
            review, place = redo(review), min(len(states_held) - 1, place + 1)
        else:
            label, stated = act
            review = said(review, states(label, stated))
            after = {k: v for k, v in states_held[place].items() if k != label}
            if stated is not None:
                after[label] = stated
            states_held, place = [*states_held[: place + 1], after], place + 1
        assert review.classes == states_held[place]


def test_undoing_and_redoing_speak_of_the_step_that_was_said():
    review = said(Review("r", "Ann"), states("AF", Stated.PRESENT))
    (first,) = review.steps
    review = undo(review)
    assert root_of(review.steps[-1], review.steps) == (first, False)
    assert taken_back(review.steps) == {first.step_id}
    review = redo(review)
    assert root_of(review.steps[-1], review.steps) == (first, True)
    assert taken_back(review.steps) == frozenset()
    assert taken_back(undo(review).steps) == {first.step_id}
