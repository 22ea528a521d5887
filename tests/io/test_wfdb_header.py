"""Header files: what they say, in every form that is in use."""

import codecs
from datetime import datetime

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.wfdb_header import read_header
from tests.io.made_wfdb import write_header

SIGNAL = "made.dat 16 200 16 0 0 0 0 II"


def test_a_full_line_is_taken_apart(tmp_path):
    line = "x.dat 212x4:3+512 -1.5e2(-1024)/uV 12 7 -5 1234 0 ECG lead V1, left"
    header = read_header(
        write_header(tmp_path / "x.hea", ["x 1 360/720(0) 1000 1:02:03.5 4/5/2006", line])
    )
    assert (header.rate_hz, header.n_frames) == (360, 1000)
    assert header.started_at == datetime(2006, 5, 4, 1, 2, 3, 500_000)
    (spec,) = header.signals
    assert (spec.file_name, spec.format, spec.per_frame) == ("x.dat", 212, 4)
    assert (spec.skew, spec.offset, spec.initial) == (3, 512, -5)
    assert (spec.gain, spec.baseline, spec.unit) == (-150, -1024, "uV")
    assert spec.name == "ECG lead V1, left"
    assert header.warnings == ()


def test_what_a_line_leaves_out_has_the_defaults_of_the_format(tmp_path):
    header = read_header(write_header(tmp_path / "x.hea", ["x 1", "x.dat 16"]))
    (spec,) = header.signals
    assert (header.rate_hz, header.n_frames, header.started_at) == (250, None, None)
    assert (spec.gain, spec.calibrated, spec.baseline, spec.unit) == (200, False, 0, "mV")
    assert (spec.per_frame, spec.skew, spec.offset, spec.name) == (1, 0, 0, "signal 1")


def test_the_baseline_is_the_adc_zero_unless_told(tmp_path):
    lines = ["x 2 360 1", "x.dat 212 200 11 1024 995 0 0 II", "x.dat 212 200(7) 11 1024 995 0 0 V"]
    header = read_header(write_header(tmp_path / "x.hea", lines))
    assert [spec.baseline for spec in header.signals] == [1024, 7]


@pytest.mark.parametrize(
    ("told", "started_at"),
    [
        ("12:30:00 31/12/1999", datetime(1999, 12, 31, 12, 30)),
        ("12-May-2020 12:33:59", datetime(2020, 5, 12, 12, 33, 59)),
        ("9:05 1/2/2003", datetime(2003, 2, 1, 0, 9, 5)),
    ],
)
def test_date_and_time_are_understood(told, started_at, tmp_path):
    header = read_header(write_header(tmp_path / "x.hea", [f"x 1 250 10 {told}", SIGNAL]))
    assert (header.started_at, header.warnings) == (started_at, ())


def test_a_time_of_day_alone_is_no_start_and_nothing_odd(tmp_path):
    header = read_header(write_header(tmp_path / "x.hea", ["x 1 250 10 19:46:25.757", SIGNAL]))
    assert (header.started_at, header.warnings) == (None, ())


@pytest.mark.parametrize(
    "told",
    [
        "24:00:00 1/1/2000",
        "+-5",
        "12:00:00 31/2/2001",
        "12:00:00 1/1/99",
        "0:0:0 0/0/0000",
        "noon",
        "99",
    ],
)
def test_an_impossible_date_is_told_and_the_header_opens(told, tmp_path):
    header = read_header(write_header(tmp_path / "x.hea", [f"x 1 250 10 {told}", SIGNAL]))
    assert header.started_at is None
    assert header.warnings == (f"The header gives a start that is no date and time: {told}.",)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_do_not_matter(encoding, line_end, tmp_path):
    text = line_end.join(["x 1 250 10", "x.dat 16 1/µV 16 0 0 0 0 Ableitung für II", "# Größe"])
    (tmp_path / "x.hea").write_bytes(text.encode(encoding))
    header = read_header(tmp_path / "x.hea")
    assert header.signals[0].unit == "µV"
    assert header.signals[0].name == "Ableitung für II"
    assert header.comments == ("Größe",)


def test_a_byte_order_mark_is_no_part_of_the_name(tmp_path):
    content = codecs.BOM_UTF8 + f"x 1 250 10\n{SIGNAL}\n".encode()
    (tmp_path / "x.hea").write_bytes(content)
    assert read_header(tmp_path / "x.hea").n_frames == 10


def test_comments_stand_anywhere_and_empty_lines_are_skipped(tmp_path):
    lines = ["# first", "", "x 1 250 10", "  #  second ", SIGNAL, "", "# third"]
    header = read_header(write_header(tmp_path / "x.hea", lines))
    assert header.comments == ("first", "second", "third")


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "is empty"),
        (["Dear colleague, this is no header."], "is no WFDB header"),
        (["x 1 250 10", "made.dat"], "cannot read its line “made.dat”"),
        (["x 3 250 10", SIGNAL], "announces 3 signals but describes 1"),
        (["x/4 1 250 10", "seg 5"], "announces 4 segments but describes 1"),
        (["x 999999999 250 10", SIGNAL], "impossible number of signals: 999999999"),
        (["x -1 250 10", SIGNAL], "impossible number of signals: -1"),
        (["x 0 250 10"], "impossible number of signals: 0"),
        (["x 1 0 10", SIGNAL], "impossible sampling rate: 0 Hz"),
        (["x 1 -250 10", SIGNAL], "impossible sampling rate: -250 Hz"),
        (["x 1 1e400 10", SIGNAL], "impossible sampling rate: 1e400 Hz"),
        (["x 1 nan 10", SIGNAL], "impossible sampling rate: nan Hz"),
        (["x 1 250 -5", SIGNAL], "impossible number of samples: -5"),
        (["x 1 250 " + "9" * 5000, SIGNAL], "impossible number of samples: 999"),
        (["x 1 250 10", "made.dat 16x0 200"], "impossible samples per frame: 0"),
        (["x 1 250 10", "made.dat 16 1e999 16 0 0 0 0 II"], "impossible gain: 1e999"),
        (["x 1 250 10", f"made.dat 16 1({10**12})/mV"], "impossible baseline"),
        (["x 1 250 10", "../made.dat 16 200"], "names a file outside its folder"),
        (["x 1 250 10", "C:made.dat 16 200"], "names a file outside its folder"),
        (["x/1 1 250 10", "/etc/passwd 10"], "names a file outside its folder"),
    ],
)
def test_nonsense_gives_one_sentence_with_the_file_name(lines, sentence, tmp_path):
    path = write_header(tmp_path / "x.hea", lines)
    with pytest.raises(EcgError) as caught:
        read_header(path)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("x.hea ")


@pytest.mark.parametrize("content", [b"x 1 250\0 10\n", b"x 1 250 10\n" + b"#" * 5_000_000])
def test_what_is_no_short_text_is_no_header(content, tmp_path):
    (tmp_path / "x.hea").write_bytes(content)
    with pytest.raises(EcgError, match=r"x\.hea is no WFDB header: it is not a short text"):
        read_header(tmp_path / "x.hea")


def test_a_folder_is_no_header(tmp_path):
    (tmp_path / "x.hea").mkdir()
    with pytest.raises(EcgError, match=r"x\.hea is no file"):
        read_header(tmp_path / "x.hea")
