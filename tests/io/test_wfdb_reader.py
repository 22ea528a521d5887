"""Whole records: which file may be given, segments, layouts, leads, what beside them lies."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.wfdb_reader import can_open, open_record
from tests.io.made_wfdb import write_header
from tests.io.oracle import wfdb


def write_ramp(
    folder: Path, name: str, n_frames: int, leads: tuple[str, ...], step: int = 1
) -> Path:
    """Write a format 16 record whose lead k holds step * frame + 100 k ADC units."""
    ramp = step * np.arange(n_frames)[:, None] + 100 * np.arange(len(leads))
    ramp.astype("<i2").tofile(folder / f"{name}.dat")
    lines = [f"{name}.dat 16 100/mV 16 0 0 0 0 {lead}" for lead in leads]
    return write_header(folder / f"{name}.hea", [f"{name} {len(leads)} 250 {n_frames}", *lines])


@pytest.fixture
def variable_layout(tmp_path) -> Path:
    """A record of II and V1 with a gap, in whose second segment II is missing."""
    write_ramp(tmp_path, "one", 20, ("II", "V1"))
    write_ramp(tmp_path, "two", 30, ("V1", "ABP"), step=2)
    layout = ["layout 3 250 0", *(f"~ 0 100/mV 16 0 0 0 0 {lead}" for lead in ("II", "V1", "V2"))]
    write_header(tmp_path / "layout.hea", layout)
    segments = ["layout 0", "one 20", "~ 15", "two 30"]
    return write_header(tmp_path / "whole.hea", ["whole/4 3 250 65 12:00:00 1/2/2003", *segments])


@pytest.mark.parametrize(
    "given", ["made.hea", "made.dat", "made.mat", "made.atr", "made.v1", "made"]
)
def test_any_file_of_a_record_opens_it(given, tmp_path):
    header = write_ramp(tmp_path, "made", 10, ("II", "V1"))
    header.write_text(header.read_text().replace("made.dat", "made.mat"))
    (tmp_path / "made.mat").write_bytes((tmp_path / "made.dat").read_bytes())
    assert can_open(tmp_path / given)
    record = open_record(tmp_path / given)
    assert (record.name, record.path, record.n_samples) == ("made", header, 10)


@pytest.mark.parametrize("data", ["other.dat", "made_2.dat"])
def test_a_signal_file_of_another_name_finds_its_header(data, tmp_path):
    header = write_ramp(tmp_path, "made", 10, ("II",))
    header.write_text(header.read_text().replace("made.dat", data))
    (tmp_path / "made.dat").rename(tmp_path / data)
    write_ramp(tmp_path, "another", 10, ("II",))
    assert open_record(tmp_path / data).name == "made"


def test_names_with_dots_are_whole_names(tmp_path):
    write_ramp(tmp_path, "p.1", 10, ("II",))
    assert open_record(tmp_path / "p.1").name == "p.1"


@pytest.mark.parametrize("name", ["made.csv", "made.png", "made.mat", "absent", "absent.mat"])
def test_files_that_are_no_part_of_a_record_are_left_to_others(name, tmp_path):
    write_ramp(tmp_path, "made", 10, ("II",))
    (tmp_path / name).write_bytes(b"")
    assert not can_open(tmp_path / name)


def test_a_signal_file_without_a_header_says_what_it_lacks(tmp_path):
    (tmp_path / "made.dat").write_bytes(b"1234")
    with pytest.raises(EcgError, match=r"made\.dat has no WFDB header \(made\.hea\) beside it"):
        open_record(tmp_path / "made.dat")


def test_leads_are_spelled_as_usual_and_as_in_the_file(tmp_path):
    write_ramp(tmp_path, "made", 10, ("i", "AVR", "MLII", "lead v1", "Resp", "EEG Fpz-Cz"))
    record = open_record(tmp_path / "made")
    assert record.lead_names == ("I", "aVR", "MLII", "V1", "Resp", "EEG Fpz-Cz")
    assert [lead.file_name for lead in record.leads][:4] == ["i", "AVR", "MLII", "lead v1"]
    assert [lead.is_ecg for lead in record.leads] == [True] * 4 + [False] * 2
    assert [lead.file_index for lead in record.leads] == list(range(6))


def test_leads_of_one_name_are_told_apart(tmp_path):
    write_ramp(tmp_path, "made", 10, ("ECG", "ECG", "v1", "V1"))
    assert open_record(tmp_path / "made").lead_names == ("ECG", "ECG (2)", "V1", "V1 (2)")


def test_a_record_of_several_files_puts_the_leads_in_the_headers_order(tmp_path):
    for name, value in (("a", 100), ("b", 200)):
        np.full(10, value, dtype="<i2").tofile(tmp_path / f"{name}.dat")
    lines = [f"{name}.dat 16 100/mV 16 0 0 0 0 {lead}" for name, lead in (("b", "I"), ("a", "II"))]
    record = open_record(write_header(tmp_path / "made.hea", ["made 2 250 10", *lines]))
    assert record.read(3, 4).tolist() == [[2.0], [1.0]]
    assert record.format == "wfdb 16"


def test_gaps_and_missing_leads_of_a_variable_layout_are_nan(variable_layout):
    record = open_record(variable_layout)
    values = record.read(0, 65)
    assert (record.lead_names, record.n_samples) == (("II", "V1", "V2"), 65)
    assert values[0, :20].tolist() == pytest.approx((np.arange(20) / 100).tolist())
    assert np.isnan(values[0, 20:]).all()
    assert np.isnan(values[1, 20:35]).all()
    assert values[1, 35:].tolist() == pytest.approx((np.arange(30) / 50).tolist())
    assert np.isnan(values[2]).all()


def test_a_variable_layout_equals_wfdb_over_every_border(variable_layout):
    record = open_record(variable_layout)
    found = wfdb.rdrecord(str(variable_layout.with_suffix("")), m2s=True)
    whole = found.p_signal.T
    assert found.sig_name == ["II", "V1", "V2"]
    for start, stop in [(0, 65), (15, 40), (19, 21), (20, 35), (34, 36), (64, 65), (30, 30)]:
        np.testing.assert_allclose(record.read(start, stop), whole[:, start:stop], rtol=1e-6)


def test_a_fixed_layout_joins_its_segments(tmp_path):
    write_ramp(tmp_path, "one", 20, ("II",))
    write_ramp(tmp_path, "two", 30, ("II",), step=3)
    record = open_record(write_header(tmp_path / "w.hea", ["w/2 1 250 50", "one 20", "two 30"]))
    assert record.n_samples == 50
    assert record.read(18, 22)[0].tolist() == pytest.approx([0.18, 0.19, 0.0, 0.03])


def test_segments_of_different_frames_share_the_fastest_rate(tmp_path):
    write_ramp(tmp_path, "one", 4, ("II",))
    np.arange(8, dtype="<i2").tofile(tmp_path / "two.dat")
    write_header(tmp_path / "two.hea", ["two 1 250 4", "two.dat 16x2 100/mV 16 0 0 0 0 II"])
    record = open_record(write_header(tmp_path / "w.hea", ["w/2 1 250 8", "one 4", "two 4"]))
    assert (record.rate_hz, record.n_samples) == (500, 16)
    assert (record.read(5, 12)[0] * 100).round().tolist() == [2, 3, 3, 0, 1, 2, 3]


@pytest.mark.parametrize(
    ("segments", "sentence"),
    [
        (["one 20", "gone 30"], r"w\.hea needs its segment gone\.hea, which is absent"),
        (["one 20", "one 21"], r"one\.dat is too short: it holds 20 samples .* announces 21"),
        (["one 20", "fast 20"], r"fast\.hea runs at 500 Hz, but its record w\.hea at 250 Hz"),
        (["one 20", "pair 20"], r"w\.hea has segments of 1 and of 2 signals"),
        (["one 20", "w 40"], r"w\.hea is a segment and cannot have segments"),
        (["~ 20", "~ 20"], r"w\.hea consists of gaps only"),
        (["one 20", f"~ {10**12}"], r"w\.hea describes a record of 1000000000020 samples"),
    ],
)
def test_segments_that_do_not_fit_are_told(segments, sentence, tmp_path):
    write_ramp(tmp_path, "one", 20, ("II",))
    write_ramp(tmp_path, "pair", 20, ("II", "V1"))
    fast = write_ramp(tmp_path, "fast", 20, ("II",))
    fast.write_text(fast.read_text().replace(" 250 ", " 500 "))
    path = write_header(tmp_path / "w.hea", [f"w/{len(segments)} 1 250 40", *segments])
    with pytest.raises(EcgError, match=sentence):
        open_record(path)


def test_a_layout_by_itself_is_no_record(variable_layout):
    with pytest.raises(EcgError, match=r"layout\.hea only lists the signals of a multi-segment"):
        open_record(variable_layout.with_name("layout.hea"))


def test_a_start_date_that_wfdb_refuses_becomes_a_warning(tmp_path):
    header = write_ramp(tmp_path, "made", 10, ("II",))
    header.write_text(header.read_text().replace("250 10", "250 10 24:00:00 1/1/99"))
    with pytest.raises(ValueError, match="24"):
        wfdb.rdheader(str(header.with_suffix("")))
    record = open_record(header)
    assert record.started_at is None
    assert "24:00:00 1/1/99" in record.warnings[0]


def test_a_record_can_be_handed_to_another_process(variable_layout):
    record = pickle.loads(pickle.dumps(open_record(variable_layout)))  # noqa: S301
    assert record.read(0, 65).shape == (3, 65)


def test_a_file_cut_short_while_open_gives_a_sentence(tmp_path):
    write_ramp(tmp_path, "made", 1000, ("II",))
    record = open_record(tmp_path / "made")
    (tmp_path / "made.dat").write_bytes(b"12")
    with pytest.raises(EcgError, match=r"made\.dat has become shorter"):
        record.read(900, 1000)
    (tmp_path / "made.dat").unlink()
    with pytest.raises(EcgError, match=r"made\.dat cannot be read"):
        record.read(900, 1000)
