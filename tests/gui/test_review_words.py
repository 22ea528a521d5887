"""Each thing that can be said of a record has a sentence of its own."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ecgviewer.core.review import Change, ModelRef, Reason, Region, Stated, Step, Topic
from ecgviewer.ui.review_words import (
    Knowledge,
    history_words,
    model_words,
    step_words,
    told_words,
    when_words,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BEST = ModelRef("best12", "0123456789abcdef")
KNOWN = Knowledge(500.0, {BEST: {"AF": True, "PVC": False}})


def step(*changes, model=BEST, hidden=False, undoes=None):
    return Step("r", "Ann", NOON, changes, model=model, hidden=hidden, undoes=undoes)


def states(label, stated):
    return Change(Topic.CLASS, label, stated)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (states("AF", "present"), "Atrial fibrillation confirmed"),
        (states("AF", "absent"), "Atrial fibrillation dismissed"),
        (states("AF", "unsure"), "Atrial fibrillation left unsure"),
        (states("AF", None), "Atrial fibrillation taken back"),
        (states("PVC", "present"), "Premature ventricular contraction added"),
        (states("PVC", "absent"), "Premature ventricular contraction stated as absent"),
        (states("164890007", "present"), "Atrial flutter stated as present"),
        (
            Change(Topic.REASON, "AF", [Reason.NOISE, Reason.LOOK_ALIKE]),
            "Atrial fibrillation, wrong because: noise, look-alike rhythm",
        ),
        (Change(Topic.REASON, "AF", None), "Atrial fibrillation: no reason given"),
        (
            Change(Topic.POINTING, "AF", {"gradcam": "partly", "shap": "no"}),
            "Atrial fibrillation: saliency in the right place? Grad-CAM: partly, SHAP by lead: no",
        ),
        (
            Change(Topic.REGION, "a", Region(500, 1000, label="PVC").as_value()),
            "Region from 1.0 s to 2.0 s: Premature ventricular contraction",
        ),
        (Change(Topic.REGION, "a", Region(500, 1000).as_value()), "Region from 1.0 s to 2.0 s"),
        (Change(Topic.REGION, "a", None), "Region removed"),
        (Change(Topic.BEAT, "1000", "PVC"), "Beat at 2.0 s: Premature ventricular contraction"),
        (Change(Topic.BEAT_SEEN, "1000", "N"), ""),
        (Change(Topic.BEAT, "1000", None), "Beat at 2.0 s: as the model has it"),
        (Change(Topic.NOTE, "", "Look\nagain"), "Note: “Look again”"),
        (Change(Topic.NOTE, "", None), "Note deleted"),
        (Change(Topic.FLAG, "", True), "Record flagged"),
        (Change(Topic.FLAG, "", None), "Flag taken away"),
        (Change(Topic.DONE, "", True), "Reviewed"),
        (Change(Topic.DONE, "", None), "No longer reviewed"),
        (Change(Topic.COMMITTED, "", True), "Own answer given"),
    ],
)
def test_a_step_is_told_in_words(change, words):
    assert step_words(step(change), KNOWN) == words


def test_many_changes_are_told_together():
    beats = [Change(Topic.BEAT, str(at), "PVC") for at in range(40)]
    assert step_words(step(*beats), KNOWN) == "40 beats: Premature ventricular contraction"
    labels = ("AF", "PVC", "STE", "STD")
    words = step_words(step(*(states(label, None) for label in labels)), KNOWN)
    assert words.startswith("Atrial fibrillation taken back; Premature ventricular contraction")
    assert words.endswith("; 2 more")


def test_the_history_names_what_the_model_had_said():
    first = step(states("AF", Stated.PRESENT))
    words = history_words(first, (first,), KNOWN)
    assert words == "Atrial fibrillation confirmed (best12 suggested it)"
    other = step(states("PVC", Stated.PRESENT))
    words = history_words(other, (other,), KNOWN)
    assert words.endswith("added (best12 did not suggest it)")
    unseen = step(states("AF", Stated.PRESENT), model=None, hidden=True)
    assert history_words(unseen, (unseen,), KNOWN) == "Atrial fibrillation stated as present"
    assert [model_words(one) for one in (first, unseen, step(model=None))] == [
        "best12 01234567", "hidden", "none",
    ]  # fmt: skip


def test_undoing_and_saying_again_name_what_was_said():
    first = step(states("AF", Stated.PRESENT))
    back = step(states("AF", None), undoes=first.step_id)
    again = step(states("AF", Stated.PRESENT), undoes=back.step_id)
    steps = (first, back, again)
    told = [told_words(one, steps, KNOWN) for one in steps]
    assert told == [
        "Atrial fibrillation confirmed. Ctrl+Z takes it back.",
        "Undone: Atrial fibrillation confirmed.",
        "Said again: Atrial fibrillation confirmed.",
    ]
    assert history_words(back, steps, KNOWN) == "Undone: Atrial fibrillation confirmed"


def test_a_day_is_told_only_where_it_is_not_todays():
    here = timezone(timedelta(hours=1))
    assert when_words(NOON, datetime(2026, 3, 1, 18, tzinfo=here)) == "13:00"
    assert when_words(NOON, datetime(2026, 3, 2, 18, tzinfo=here)) == "2026-03-01 13:00"
