"""WFDB annotation files: other programs and our own read what people asserted."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Change, Region, Review, Stated, Step, Topic, review_of
from ecgviewer.core.task import Task
from ecgviewer.io.annotation_marks import Mark, encoded_marks, write_marks
from ecgviewer.io.annotation_words import decode
from ecgviewer.io.folder import records_in
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.review.export import write_files
from ecgviewer.review.export_wfdb import Kind, annotators, marks_of, wfdb_files
from ecgviewer.review.handed_on import HandedOn, HandedRecord
from ecgviewer.review.store import KnownRecord
from ecgviewer.review.wfdb_text import in_pieces, joined
from tests.io.oracle import wfdb
from tests.review.said_reviews import FIRST, NOTE, SECOND

LEADS = ("I", "II", "V1")
of_wfdb = pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")
texts = st.text(max_size=600)


@st.composite
def reviews(draw) -> Review:
    """Anything that a reader may have said of a record of 5000 samples."""
    changes = [
        Change(Topic.CLASS, name, stated)
        for name, stated in draw(
            st.dictionaries(
                st.sampled_from(["AF", "SNR", "PVC", "164890007", "10370003"]),
                st.sampled_from(list(Stated)),
            )
        ).items()
    ]
    for number, (start, size, leads) in enumerate(
        draw(
            st.lists(
                st.tuples(
                    st.integers(1, 4000),
                    st.integers(1, 1000),
                    st.lists(st.sampled_from(LEADS), unique=True),
                ),
                max_size=4,
            )
        )
    ):
        region = Region(start, start + size, tuple(leads), "AF", draw(texts))
        changes.append(Change(Topic.REGION, f"r{number}", region.as_value()))
    beats = st.dictionaries(st.integers(0, 5000), st.sampled_from(["N", "PVC", "AFIB", "|", "?!"]))
    changes += [Change(Topic.BEAT, str(at), label) for at, label in draw(beats).items()]
    changes.append(Change(Topic.NOTE, "", draw(texts) or None))
    step = Step("f" * 64, "Ann", datetime(2026, 3, 1, tzinfo=UTC), tuple(changes))
    return review_of("f" * 64, "Ann", [step])


def handed_record(n_samples: int = 5000) -> HandedRecord:
    known = KnownRecord("f" * 64, "made", Path("made.hea"), 500.0, n_samples, LEADS)
    return HandedRecord(known, "ECG-1", ())


@of_wfdb
@settings(max_examples=80, deadline=None)
@given(review=reviews())
def test_wfdb_reads_every_mark_as_it_was_written(tmp_path_factory, review):
    stem = tmp_path_factory.mktemp("marks") / "made"
    marks = marks_of(handed_record(), review)
    write_marks(stem.with_suffix(".rev"), marks, 500.0)
    read = wfdb.rdann(str(stem), "rev")
    assert read.sample.tolist() == [mark.sample for mark in marks]
    assert read.symbol == [mark.symbol for mark in marks]
    assert read.chan.tolist() == [mark.channel for mark in marks]
    assert read.subtype.tolist() == [mark.subtype for mark in marks]
    assert read.num.tolist() == [mark.number for mark in marks]
    assert read.aux_note == [mark.text for mark in marks]
    assert read.fs == 500


@settings(max_examples=80, deadline=None)
@given(review=reviews())
def test_our_own_reader_reads_them_too(review):
    marks = marks_of(handed_record(), review)
    read = decode(encoded_marks(marks, 500.0))
    assert read.rate_hz == 500.0
    assert read.time.tolist() == [mark.sample for mark in marks]
    assert read.channel.tolist() == [mark.channel for mark in marks]
    assert read.subtype.tolist() == [mark.subtype for mark in marks]
    assert read.number.tolist() == [mark.number for mark in marks]
    # Zero bytes at the end of a text are padding to our reader: no text of ours has one.
    assert [read.texts.get(row, "") for row in range(len(marks))] == [x.text for x in marks]


@given(text=st.text(max_size=2000))
def test_no_text_is_cut_off(text):
    pieces = in_pieces(text)
    assert all(len(piece.encode("latin-1")) <= 255 for piece in pieces)
    assert joined(pieces) == text
    assert not any(piece.startswith("## ") for piece in pieces[1:])


def test_the_bytes_are_those_of_the_format():
    marks = [
        Mark(5, "N"),
        Mark(1029, "V", "abc", channel=2, subtype=-1, number=3),
        Mark(1029 + 70_000, "N", channel=2, number=3),
    ]
    # annot(5): code in the upper six bits, interval in the lower ten; 59 SKIP, 60 NUM,
    # 61 SUB, 62 CHN, 63 AUX; N is 1, V is 5; 1024 and more are skipped, upper half first.
    expected = [
        1 << 10 | 5,
        59 << 10, 0, 1024, 5 << 10, 61 << 10 | 255, 62 << 10 | 2, 60 << 10 | 3, 63 << 10 | 3,
        ord("a") | ord("b") << 8, ord("c"),
        59 << 10, 70_000 >> 16, 70_000 & 0xFFFF, 1 << 10,
        0,
    ]  # fmt: skip
    assert encoded_marks(marks) == np.array(expected, dtype="<u2").tobytes()


def test_what_the_format_cannot_hold_is_refused():
    for mark in (Mark(0, "x?"), Mark(0, "N", "a" * 256), Mark(0, "N", "≥")):
        with pytest.raises((ValueError, UnicodeEncodeError)):
            encoded_marks([mark])


def test_a_review_lies_beside_its_record_and_is_shown_with_it(tmp_path, named):
    write_record(tmp_path / "doe_jane", np.zeros((2, 5000), np.float32), 500.0, ("I", "V1"))
    write_files(wfdb_files(named, tmp_path), Task())
    record = open_record(tmp_path / "doe_jane.hea")
    anns = [mark for mark in record.annotations if mark.source == "ag"]
    assert [mark.label for mark in anns if mark.label.startswith("(")] == ["(AFIB"]
    told = [mark.text for mark in anns]
    assert "reviewed by Ann Grey (reader), finished" in told
    assert (
        "AF (Atrial fibrillation): present; before the model was shown: absent; the model was "
        "wrong because of: noise, look-alike rhythm; saliency of gradcam in the right place: partly"
    ) in told
    assert any(joined([text]) == f"comment: {NOTE}" for text in told)
    region = [(mark.start, mark.lead) for mark in anns if mark.text.startswith("region 1")]
    assert region == [(100, "V1"), (900, "V1")]


def test_only_what_people_asserted_is_written(named):
    second = named.records[1]
    marks = marks_of(second, second.reviews[0])
    assert [(mark.sample, mark.symbol, mark.text) for mark in marks] == [
        (1, '"', "reviewed by Ben Löw (reader), not finished"),
        (77, "|", ""),
        (1200, "V", ""),
        (9000, "Q", "something else"),
        (400_000, "N", "AFIB"),
    ]
    first = named.records[0]
    assert "0.91" not in repr([marks_of(first, review) for review in first.reviews])


@settings(max_examples=30, deadline=None)
@given(review=reviews())
def test_nothing_about_the_whole_record_stands_where_wfdb_looks_for_definitions(review):
    marks = marks_of(handed_record(), review)
    about_all = {Kind.WHO, Kind.CLASS, Kind.COMMENT}
    assert {mark.sample for mark in marks if mark.subtype in about_all} == {1}


def test_every_person_has_an_annotator_of_their_own(named, handed):
    assert sorted(annotators(named).values()) == ["ag", "bl1", "bl2"]
    assert sorted(annotators(handed).values()) == ["rev1", "rev2", "rev3"]
    assert sorted(annotators(named, "xyz").values()) == ["xyz1", "xyz2", "xyz3"]


@pytest.mark.parametrize("ending", ["hea", "dat", "atr", "csv", "Ann", "a b", ""])
def test_an_ending_that_means_something_else_is_refused(handed, ending):
    with pytest.raises(EcgError, match="No annotation file may end in"):
        annotators(handed, ending)


def test_records_of_one_name_get_files_of_their_own(named):
    alike = KnownRecord(SECOND.record_id, FIRST.name, Path("x.hea"), 360.0, 650_000, ("II",))
    records = (
        named.records[0],
        HandedRecord(alike, named.records[1].pseudonym, named.records[1].reviews),
    )
    files = wfdb_files(type(named)(records, identifiers=True), Path("out"))
    assert len(files) == 4


@of_wfdb
def test_wfdb_reads_reviews_of_real_records(data_folder, tmp_path):
    firsts = [next(iter(records_in(folder)), None) for folder in sorted(data_folder.iterdir())]
    records = [open_record(path) for path in firsts if path is not None]
    assert records
    for number, record in enumerate(records):
        region = Region(100, record.n_samples, record.lead_names[-1:], "AF", "weit ≥ 3 mm")
        changes = (
            Change(Topic.CLASS, "AF", Stated.PRESENT),
            Change(Topic.REGION, "r", region.as_value()),
            Change(Topic.BEAT, str(record.n_samples - 2), "PVC"),
        )
        step = Step(record.record_id, "Ann", datetime(2026, 3, 1, tzinfo=UTC), changes)
        review = review_of(record.record_id, "Ann", [step])
        handed = HandedRecord(KnownRecord.of(record), f"ECG-{number}", (review,))
        (path,) = wfdb_files(HandedOn((handed,), identifiers=True), tmp_path / str(number))
        write_files(wfdb_files(HandedOn((handed,), identifiers=True), path.parent), Task())
        read = wfdb.rdann(str(path.with_suffix("")), path.suffix[1:])
        marks = marks_of(handed, review)
        told = [
            (int(a), b, int(c)) for a, b, c in zip(read.sample, read.symbol, read.chan, strict=True)
        ]
        assert told == [(mark.sample, mark.symbol, mark.channel) for mark in marks]
        assert read.aux_note == [mark.text for mark in marks]
        assert read.fs == pytest.approx(record.rate_hz)
