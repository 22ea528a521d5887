"""Reading spans: any format, frame, skew and offset gives what wfdb gives."""

import math
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.io.wfdb_formats import FLAC_FORMATS, FORMATS
from ecgviewer.io.wfdb_reader import open_record
from tests.io.made_wfdb import MadeSignals, write_header, write_record
from tests.io.oracle import expected

ALL_FORMATS = sorted([*FORMATS, *FLAC_FORMATS])


@st.composite
def made_signals(draw: st.DrawFn, number: int) -> MadeSignals:
    n_signals = draw(st.integers(1, 3))
    n_frames = draw(st.integers(2, 200))
    if number in FLAC_FORMATS:
        frames = (draw(st.integers(1, 3)),) * n_signals
    else:
        frames = tuple(draw(st.sampled_from([1, 2, 4])) for _ in range(n_signals))
    skew = tuple(draw(st.integers(0, 5)) for _ in frames)
    offset = draw(st.integers(0, 40))
    return MadeSignals(number, n_frames, frames, skew, offset, draw(st.integers(0, 999)))


@pytest.mark.parametrize("number", ALL_FORMATS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_record_of_any_format_equals_wfdb(number, data):
    # wfdb stumbles over skews that differ or stand in FLAC or difference files.
    made = replace(data.draw(made_signals(number)), skew=())
    with tempfile.TemporaryDirectory() as folder:
        path = write_record(Path(folder), made)
        record = open_record(path)
        per_frame = max(made.per_frame)
        wanted = expected(path, 0, made.n_frames)
        assert record.rate_hz == 250 * per_frame
        assert record.n_samples == made.n_frames * per_frame
        np.testing.assert_allclose(record.read(0, record.n_samples), wanted, rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize("number", ALL_FORMATS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_span_equals_the_same_span_of_the_whole(number, data):
    made = data.draw(made_signals(number))
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(write_record(Path(folder), made))
        start = data.draw(st.integers(0, record.n_samples))
        stop = data.draw(st.integers(start, record.n_samples))
        whole = record.read(0, record.n_samples)
        span = record.read(start, stop)
        assert span.dtype == np.float32
        np.testing.assert_array_equal(span, whole[:, start:stop])


@pytest.mark.parametrize("number", ALL_FORMATS)
def test_a_header_without_length_takes_it_from_the_file(number, tmp_path):
    made = MadeSignals(number, n_frames=31, per_frame=(1, 1), offset=3)
    record = open_record(write_record(tmp_path, made, length=""))
    assert record.n_samples == 31


@pytest.mark.parametrize("number", sorted(FORMATS))
def test_a_truncated_file_is_told_with_both_lengths(number, tmp_path):
    path = write_record(tmp_path, MadeSignals(number, n_frames=31, per_frame=(1, 1)), length="1000")
    with pytest.raises(Exception, match=r"made\.dat is too short: it holds 31 .* announces 1000"):
        open_record(path)


def test_a_difference_file_is_right_beyond_its_first_sums(tmp_path):
    made = MadeSignals(8, n_frames=150_000, per_frame=(1, 2))
    path = write_record(tmp_path, made)
    record = open_record(path)
    whole = expected(path, 0, made.n_frames)
    for start, stop in [(0, 10), (131_071, 131_080), (262_140, 300_000)]:
        np.testing.assert_allclose(record.read(start, stop), whole[:, start:stop], rtol=1e-6)


@pytest.mark.parametrize("number", ALL_FORMATS)
def test_a_skewed_signal_is_moved_and_ends_early(number, tmp_path):
    plain = open_record(write_record(tmp_path, MadeSignals(number, 50, (1, 1, 1)))).read(0, 50)
    made = MadeSignals(number, 50, (1, 1, 1), skew=(0, 3, 50))
    skewed = open_record(write_record(tmp_path, made)).read(0, 50)
    np.testing.assert_array_equal(skewed[0], plain[0])
    np.testing.assert_array_equal(skewed[1, :47], plain[1, 3:])
    assert np.isnan(skewed[1, 47:]).all()
    assert np.isnan(skewed[2]).all()


def test_a_skewed_signal_with_several_samples_a_frame_moves_by_frames(tmp_path):
    made = MadeSignals(16, n_frames=50, per_frame=(1, 2), skew=(0, 4))
    skewed = open_record(write_record(tmp_path, made)).read(0, 100)
    plain = open_record(write_record(tmp_path, MadeSignals(16, 50, (1, 2)))).read(0, 100)
    np.testing.assert_array_equal(skewed[0], plain[0])
    np.testing.assert_array_equal(skewed[1, :92], plain[1, 8:])
    assert np.isnan(skewed[1, 92:]).all()


def test_a_rate_that_does_not_divide_the_fastest_is_held(tmp_path):
    record = open_record(write_record(tmp_path, MadeSignals(16, 10, per_frame=(2, 3))))
    slow, fast = record.read(0, 30)
    stored = np.frombuffer((tmp_path / "made.dat").read_bytes(), dtype="<i2").reshape(10, 5)
    np.testing.assert_allclose(slow, stored[:, [0, 0, 1]].ravel() / 200, rtol=1e-6)
    np.testing.assert_allclose(fast, (stored[:, 2:].ravel() - 7) / 201, rtol=1e-6)


@pytest.mark.parametrize("number", [8, 212, 516])
def test_several_threads_read_the_same_source(number, tmp_path):
    made = MadeSignals(number, n_frames=70_000, per_frame=(1, 1))
    record = open_record(write_record(tmp_path, made))
    starts = range(0, 69_000, 1_500)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda start: record.read(start, start + 500), starts))
    whole = record.read(0, record.n_samples)
    for start, part in zip(starts, parts, strict=True):
        np.testing.assert_array_equal(part, whole[:, start : start + 500])


def test_a_signal_of_format_0_has_no_samples(tmp_path):
    np.arange(10, dtype="<i2").tofile(tmp_path / "made.dat")
    lines = ["made 2 250 10", "made.dat 16 200 16 0 0 0 0 I", "~ 0 200 16 0 0 0 0 II"]
    record = open_record(write_header(tmp_path / "made.hea", lines))
    first, second = record.read(0, 10)
    assert first[9] == pytest.approx(9 / 200)
    assert np.isnan(second).all()


@pytest.mark.parametrize(
    ("unit", "mv"),
    [("mV", 1), ("mv", 1), ("V", 1000), ("uV", 1e-3), ("µV", 1e-3), ("μV", 1e-3), ("nV", 1e-6)],
)
def test_every_voltage_comes_in_mv(unit, mv, tmp_path):
    np.full(10, 50, dtype="<i2").tofile(tmp_path / "made.dat")
    lines = ["made 1 250 10", f"made.dat 16 100(20)/{unit} 16 0 0 0 0 II"]
    record = open_record(write_header(tmp_path / "made.hea", lines))
    assert record.leads[0].unit == "mV"
    assert record.leads[0].is_ecg
    assert record.read(0, 1)[0, 0] == pytest.approx(0.3 * mv)


def test_another_unit_stays_and_is_no_ecg(tmp_path):
    np.full(10, 50, dtype="<i2").tofile(tmp_path / "made.dat")
    lines = ["made 1 250 10", "made.dat 16 100(20)/mmHg 16 0 0 0 0 ABP"]
    record = open_record(write_header(tmp_path / "made.hea", lines))
    assert (record.leads[0].unit, record.leads[0].is_ecg) == ("mmHg", False)
    assert record.read(0, 1)[0, 0] == pytest.approx(0.3)


@pytest.mark.parametrize("gain", ["", "0", "0/mV", "0(5)/mV"])
def test_a_signal_without_gain_is_read_at_200_and_marked(gain, tmp_path):
    np.full(10, 55, dtype="<i2").tofile(tmp_path / "made.dat")
    record = open_record(
        write_header(tmp_path / "made.hea", ["made 1 250 10", f"made.dat 16 {gain}"])
    )
    assert not record.leads[0].calibrated
    baseline = 5 if "(5)" in gain else 0
    assert record.read(0, 1)[0, 0] == pytest.approx((55 - baseline) / 200)


def test_large_values_keep_their_difference(tmp_path):
    np.array([2**31 - 2, 2**31 - 1], dtype="<i4").tofile(tmp_path / "made.dat")
    lines = ["made 1 250 2", f"made.dat 32 1({2**31 - 3})/mV 32 0 0 0 0 II"]
    record = open_record(write_header(tmp_path / "made.hea", lines))
    assert record.read(0, 2).tolist() == [[1.0, 2.0]]


def test_reading_a_day_takes_the_span_alone(tmp_path):
    n_frames = 24 * 3600 * 250
    with (tmp_path / "day.dat").open("wb") as file:
        file.truncate(n_frames * 2 * 2)
        file.seek((n_frames - 1) * 4)
        file.write(b"\x64\x00\xc8\x00")
    lines = [f"day 2 250 {n_frames}", *["day.dat 16 100/mV 16 0 0 0 0 II"] * 2]
    record = open_record(write_header(tmp_path / "day.hea", lines))
    assert record.duration_s == 24 * 3600
    last = record.read(n_frames - 2500, n_frames)
    assert last[:, -1].tolist() == [1.0, 2.0]
    assert math.isclose(float(last[:, :-1].sum()), 0.0)
