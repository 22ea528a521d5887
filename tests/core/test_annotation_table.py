"""Annotations in columns are the same annotations."""

from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.annotation_table import AnnotationTable, joined

marks = st.builds(
    Annotation,
    start=st.integers(0, 1000),
    stop=st.integers(1000, 2000),
    label=st.sampled_from(["N", "V", "(AFIB"]),
    lead=st.sampled_from([None, "I", "V1"]),
    text=st.sampled_from(["", "", "note"]),
    source=st.sampled_from(["atr", "qrs"]),
    peak=st.one_of(st.none(), st.integers(0, 2000)),
)


@given(st.lists(marks))
def test_a_table_holds_what_was_put_into_it(drawn):
    table = AnnotationTable.of(drawn)
    assert list(table) == drawn
    assert table == drawn
    assert table[1:3] == tuple(drawn[1:3])
    assert [table[place - len(drawn)] for place in range(len(drawn))] == drawn


@given(st.lists(st.lists(marks), max_size=4))
def test_joined_tables_follow_each_other_by_start_and_keep_the_order_of_equals(parts):
    together = joined([AnnotationTable.of(part) for part in parts])
    assert list(together) == sorted((m for part in parts for m in part), key=lambda m: m.start)


@given(st.lists(marks))
def test_annotations_are_counted_by_source(drawn):
    sources = [mark.source for mark in drawn]
    assert AnnotationTable.of(drawn).counts() == {x: sources.count(x) for x in sources}
