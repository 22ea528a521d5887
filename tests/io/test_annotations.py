"""Annotation files: decoded as wfdb does, joined to spans, scaled, given to leads."""

import os
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.annotation_words import Marks, decode
from ecgviewer.io.annotations import SYMBOLS, read_annotations_beside
from ecgviewer.io.wfdb_reader import open_record
from tests.io.oracle import wfdb

# wfdb 4.3 uses what pandas 3 means to drop.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")

LUDB_LEADS = ("i", "ii", "iii", "avr", "avl", "avf", "v1", "v2", "v3", "v4", "v5", "v6")


def word(code: int, value: int) -> bytes:
    return struct.pack("<H", code << 10 | value)


def note(code: int, step: int, text: str) -> bytes:
    padded = text.encode() + b"\0" * (len(text) % 2)
    return word(code, step) + word(63, len(text)) + padded


END = word(0, 0)
N, NOTE, RHYTHM, P, ONSET, OFFSET = 1, 22, 28, 24, 39, 40


def read(folder: Path, rate_hz: float = 250, per_frame: int = 1, n_samples: int = 10_000):
    return read_annotations_beside(
        folder / "r.hea",
        rate_hz=rate_hz,
        per_frame=per_frame,
        n_samples=n_samples,
        leads=("I", "aVR"),
        signal_files=(),
    )


def write(folder: Path, name: str, *parts: bytes) -> None:
    (folder / name).write_bytes(b"".join(parts) + END)


def assert_as_in_wfdb(marks: Marks, path: Path) -> None:
    found = wfdb.rdann(str(path.with_suffix("")), path.suffix[1:])
    assert marks.time.tolist() == found.sample.tolist()
    assert [SYMBOLS[code] for code in marks.code.tolist()] == found.symbol
    assert marks.channel.tolist() == found.chan.tolist()
    assert marks.subtype.tolist() == found.subtype.tolist()
    assert marks.number.tolist() == found.num.tolist()
    assert texts_of(marks) == [x.rstrip("\0") for x in found.aux_note]


def texts_of(marks: Marks) -> list[str]:
    return [marks.texts.get(row, "") for row in range(marks.time.size)]


def test_every_beat_file_is_decoded_as_by_wfdb(data_folder):
    paths = sorted((data_folder / "mitdb").glob("*.atr")) + sorted(data_folder.rglob("*.gqrsl"))
    paths += sorted((data_folder / "svdb").glob("*.atr"))
    assert len(paths) == 73
    for path in paths:
        assert_as_in_wfdb(decode(path.read_bytes()), path)


def test_every_wave_file_is_made_of_whole_waves_and_some_are_as_by_wfdb(data_folder):
    headers = sorted((data_folder / "ludb" / "data").glob("*.hea"))
    assert len(headers) == 150
    for place, header in enumerate(headers):
        for lead in LUDB_LEADS:
            path = header.with_suffix(f".{lead}")
            marks = decode(path.read_bytes())
            assert {SYMBOLS[code] for code in marks.code.tolist()} <= set("(pNt)")
            if place % 30 == 0:
                assert_as_in_wfdb(marks, path)


def test_waves_of_ludb_are_spans_of_their_own_lead(data_folder):
    record = open_record(data_folder / "ludb" / "data" / "1")
    assert {mark.lead for mark in record.annotations} == set(record.lead_names)
    assert {mark.label for mark in record.annotations} == {"p", "N", "t"}
    for mark in record.annotations:
        assert mark.peak is not None
        assert mark.start < mark.peak < mark.stop
    assert [mark.start for mark in record.annotations] == sorted(
        mark.start for mark in record.annotations
    )


marks_drawn = st.lists(
    st.tuples(
        st.integers(0, 5_000_000),
        st.sampled_from(sorted(SYMBOLS)),
        st.integers(0, 3),
        st.integers(0, 5),
        st.text("abc(", max_size=7),
    ),
    min_size=1,
    max_size=30,
)


@given(drawn=marks_drawn)
def test_what_wfdb_writes_is_decoded_again(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    drawn = sorted(drawn, key=lambda mark: mark[0])
    times, codes, channels, numbers, texts = zip(*drawn, strict=True)
    wfdb.wrann(
        "r",
        "atr",
        np.array(times),
        label_store=np.array(codes),
        chan=np.array(channels),
        num=np.array(numbers),
        aux_note=list(texts),
        write_dir=str(folder),
    )
    marks = decode((folder / "r.atr").read_bytes())
    # A note at the very start defines something and marks nothing.
    kept = [mark for mark in drawn if not (mark[0] == 0 and mark[1] == NOTE and mark[4])]
    columns = (marks.time, marks.code, marks.channel, marks.number)
    read = zip(*(column.tolist() for column in columns), texts_of(marks), strict=True)
    assert list(read) == kept


def test_rhythms_are_labelled_by_their_text_and_notes_keep_theirs(tmp_path):
    write(tmp_path, "r.atr", note(RHYTHM, 5, "(AFIB"), note(NOTE, 5, "TS"), word(N, 10))
    annotations, odd = read(tmp_path)
    assert odd == ()
    assert [(mark.start, mark.label, mark.text) for mark in annotations] == [
        (5, "(AFIB", ""),
        (10, '"', "TS"),
        (20, "N", ""),
    ]
    assert annotations[0] == Annotation(5, 5, "(AFIB", source="atr")


def test_an_onset_without_its_end_stays_a_point(tmp_path):
    waves = [word(ONSET, 5), word(P, 5), word(ONSET, 5), word(N, 5), word(OFFSET, 5)]
    write(tmp_path, "r.pu", *waves)
    annotations, _ = read(tmp_path)
    assert [(mark.start, mark.stop, mark.label, mark.peak) for mark in annotations] == [
        (5, 5, "(", None),
        (10, 10, "p", None),
        (15, 25, "N", 20),
    ]


def test_long_steps_go_forwards_and_backwards(tmp_path):
    forwards = word(59, 0) + struct.pack("<HH", 100_000 >> 16, 100_000 & 0xFFFF)
    backwards = word(59, 0) + struct.pack("<HH", 0xFFFF, 0x10000 - 50)
    write(tmp_path, "r.atr", forwards, word(N, 3), backwards, word(N, 0))
    annotations, _ = read(tmp_path, n_samples=200_000)
    assert [mark.start for mark in annotations] == [99_953, 100_003]


def test_times_count_frames_unless_the_file_tells_their_resolution(tmp_path):
    write(tmp_path, "r.atr", word(N, 100))
    write(tmp_path, "r.qrs", note(NOTE, 0, "## time resolution: 1000"), word(N, 100))
    annotations, _ = read(tmp_path, rate_hz=500, per_frame=2)
    assert [(mark.source, mark.start) for mark in annotations] == [("qrs", 50), ("atr", 200)]


def test_labels_that_a_file_defines_are_used(tmp_path):
    definitions = ("## annotation type definitions", "45 Z0 odd wave", "## end of definitions")
    write(tmp_path, "r.atr", *(note(NOTE, 0, x) for x in definitions), word(45, 9), word(46, 9))
    annotations, _ = read(tmp_path)
    assert [mark.label for mark in annotations] == ["Z0", "[46]"]


def test_channels_name_leads_only_where_a_file_uses_them(tmp_path):
    write(tmp_path, "r.atr", word(N, 1), word(N, 1))
    write(tmp_path, "r.man", word(N, 1), word(N, 1), word(62, 1))
    write(tmp_path, "r.avr", word(N, 1))
    annotations, _ = read(tmp_path)
    found = {(mark.source, mark.start): mark.lead for mark in annotations}
    assert found == {
        ("atr", 1): None,
        ("atr", 2): None,
        ("man", 1): "I",
        ("man", 2): "aVR",
        ("avr", 1): "aVR",
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no annotation file has such a length"),
        (b"odd", "no annotation file has such a length"),
        (word(N, 5), "it ends in the middle"),
        (word(N, 5) + word(63, 40) + b"ab", "it ends in the middle"),
        (word(55, 5) + END, "it holds an unknown code, 55"),
        (word(N, 5) + END + word(N, 5), "something follows its end mark"),
    ],
)
def test_a_damaged_annotation_file_is_told_and_hides_no_other(content, sentence, tmp_path):
    (tmp_path / "r.atr").write_bytes(content)
    write(tmp_path, "r.qrs", word(N, 7))
    annotations, odd = read(tmp_path)
    assert [mark.start for mark in annotations] == [7]
    assert odd == (f"The annotations in .atr cannot be read: {sentence}.",)


def test_other_files_beside_a_record_are_passed_over_in_silence(tmp_path):
    for name in ("r.csv", "r.backup", "r.sums", "r.x.atr", "rr.atr"):
        (tmp_path / name).write_bytes(b"something else\n!")
    assert read(tmp_path) == ((), ())


def test_marks_outside_the_record_are_left_out_and_told(tmp_path):
    write(tmp_path, "r.atr", word(N, 5), word(N, 900))
    annotations, odd = read(tmp_path, n_samples=100)
    assert [mark.start for mark in annotations] == [5]
    assert odd == ("Outside the record and left out: 1 of 2 annotations in .atr.",)


@given(content=st.binary(max_size=300))
def test_any_bytes_are_annotations_or_are_refused(content):
    try:
        n_marks = decode(content).time.size
    except ValueError:
        n_marks = 0
    assert n_marks <= len(content) // 2


def make_quiet(folder: Path) -> None:
    """Let a folder look as if nothing had changed in it for a minute."""
    ago = time.time() - 60
    os.utime(folder, (ago, ago))


def test_a_folder_that_does_not_change_is_listed_once_for_all_its_records(tmp_path, monkeypatch):
    listed: list[Path] = []
    list_folder = os.scandir

    def count(folder: Path):
        listed.append(folder)
        return list_folder(folder)

    monkeypatch.setattr(os, "scandir", count)
    write(tmp_path, "r.atr", word(N, 5))
    make_quiet(tmp_path)
    found = [read(tmp_path)[0] for _ in range(10)]
    assert [len(annotations) for annotations in found] == [1] * 10
    # A new second may begin between two of them.
    assert len(listed) < 10


def test_an_annotation_file_is_seen_as_soon_as_it_is_there_and_no_longer(tmp_path):
    make_quiet(tmp_path)
    assert read(tmp_path) == ((), ())
    write(tmp_path, "r.atr", word(N, 5))
    assert len(read(tmp_path)[0]) == 1
    write(tmp_path, "r.qrs", word(N, 5))
    assert len(read(tmp_path)[0]) == 2
    (tmp_path / "r.atr").unlink()
    assert len(read(tmp_path)[0]) == 1
