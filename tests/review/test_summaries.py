"""How far each review has come is told without its history, and told the same."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.core.review import Change, Reason, Role, Stated, Step, Topic, review_of
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.review.summaries import Summary

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RECORDS = ("a" * 64, "b" * 64)
CHANGES = (
    *(Change(Topic.CLASS, name, said) for name in ("AF", "PVC") for said in (*Stated, None)),
    *(Change(Topic.DONE, "", said) for said in (True, None)),
    *(Change(Topic.FLAG, "", said) for said in (True, None)),
    *(Change(Topic.NOTE, "", said) for said in ("Look again.", "", None)),
    *(Change(Topic.REASON, "AF", said) for said in ([Reason.NOISE], [], None)),
    Change(Topic.COMMITTED, "", True),
)
STEPS = st.builds(
    Step,
    st.sampled_from(RECORDS),
    st.sampled_from(["Ann", "Bob"]),
    st.just(NOON),
    st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4).map(tuple),
    st.sampled_from(Role),
)


@given(st.lists(STEPS, max_size=12))
def test_a_summary_says_what_the_whole_review_says(steps):
    store = ReviewStore(Path(":memory:"))
    store.keep_records([KnownRecord(key, "a", Path("/a"), 500.0, 10, ()) for key in RECORDS])
    store.keep_all(steps)
    expected = []
    for key in RECORDS:
        review = review_of(key, "Ann", steps)
        if review.steps:
            words = review.done, review.flagged, review.begun, review.present, review.committed
            absent = (n for n, stated in review.classes.items() if stated is Stated.ABSENT)
            expected.append(Summary(key, *words, tuple(absent)))
    assert sorted(store.summaries("Ann"), key=lambda summary: summary.record_id) == expected
    store.close()
