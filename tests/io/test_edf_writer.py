"""EDF+ files: read by pyedflib and edfio, which know nothing of their writer."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import edfio
import numpy as np
import pyedflib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Patient, Record, Resolution
from ecgviewer.io.edf_gaps import NO_SIGNAL
from ecgviewer.io.edf_records import divided, eight_letters, range_of
from ecgviewer.io.edf_writer import write
from ecgviewer.io.open import open_record
from ecgviewer.io.resolution import Fit
from ecgviewer.io.writer import Written
from tests.io.made_edf import MadeEdf, MadeSignal, made_levels, tal
from tests.io.made_records import full_record, made_record, records


def written(record: Record, folder: Path) -> Written:
    return write(record, folder, "made", unnamed=False)


def signals_mv(path: Path, n_samples: int) -> np.ndarray:
    with pyedflib.EdfReader(str(path)) as file:
        per_mv = [1000 if file.getPhysicalDimension(i) == "uV" else 1
                  for i in range(file.signals_in_file)]  # fmt: skip
        rows = [file.readSignal(i)[:n_samples] / unit for i, unit in enumerate(per_mv)]
    return np.array(rows)


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_pyedflib_and_edfio_read_the_same_samples_rate_and_start(record, tmp_path_factory):
    done = written(record, tmp_path_factory.mktemp("edf"))
    (path,) = done.files
    before = record.read(0, record.n_samples)
    after = signals_mv(path, record.n_samples)
    there = ~np.isnan(before)
    bound = np.abs(before[there]).max(initial=0) / 2**15 if "rounded" in " ".join(done.notes) else 0
    np.testing.assert_allclose(after[there], before[there], rtol=2e-6, atol=bound + 1e-7)
    with pyedflib.EdfReader(str(path)) as file:
        rates = file.getSampleFrequencies()
        assert file.getSignalLabels() == [f"ECG {name}" for name in record.lead_names]
    told = " ".join(done.notes)
    assert ("the rate is" in told) or np.allclose(rates, record.rate_hz, rtol=1e-15)
    peer = edfio.read_edf(path)
    if record.started_at is not None:
        assert peer.startdatetime == record.started_at
    np.testing.assert_allclose(peer.signals[0].data[: record.n_samples][there[0]] / 1000,
                               before[0][there[0]], rtol=2e-6, atol=bound + 1e-7)  # fmt: skip
    kept = [(a.text, round(a.onset * record.rate_hz)) for a in peer.annotations if len(a.text) == 1]
    assert kept == [(mark.label, mark.start) for mark in record.annotations]


def test_the_levels_of_the_source_survive(tmp_path):
    levels = np.arange(0, 2048)
    lead = Lead("MLII", 0, resolution=Resolution(200.0, 1024))
    values = ((levels - 1024) / 200).astype(np.float32)
    record = made_record(values[None, :], leads=[lead])
    (path,) = written(record, tmp_path).files
    with pyedflib.EdfReader(str(path)) as file:
        assert np.array_equal(file.readSignal(0, digital=True), levels)


def test_the_header_says_who_when_and_what(tmp_path):
    record = replace(full_record(), personal=(*full_record().personal, ("operator", "A. Nurse")))
    (path,) = written(record, tmp_path).files
    edf = edfio.read_edf(path)
    assert (edf.patient.code, edf.patient.sex, edf.patient.name) == ("4711", "F", "Jane_Doe")
    assert edf.patient.birthdate.isoformat() == "1955-07-09"
    assert edf.recording.investigator_technician_code == "A._Nurse"
    assert edf.startdatetime == record.started_at
    texts = [a.text for a in edf.annotations if a.onset < 1e-9]
    dx = ["Dx: 164889003 Atrial fibrillation", "Dx: 59118001 Right bundle branch block"]
    assert {"Age: 63", *dx, "Recorder: on the wall", "(AFIB"} == set(texts)
    spans = [(a.onset, a.duration, a.text) for a in edf.annotations if a.duration]
    assert spans == [(0.2, 0.08, "p")]


def test_missing_samples_stand_right_below_all_others_and_are_annotated(tmp_path):
    values = np.tile(np.linspace(-1, 1, 500).round(3), (2, 1))
    values[1, 100:150] = np.nan
    done = written(made_record(values), tmp_path)
    with pyedflib.EdfReader(str(done.files[0])) as file:
        levels = file.readSignal(1, digital=True)
        onsets, durations, texts = file.readAnnotations()
        assert file.getDigitalMinimum(1) == levels.min() == levels[100:150].max()
        assert (levels == levels.min()).sum() == 50
        assert -1.02 < file.getPhysicalMinimum(1) / 1000 < -1
    assert (onsets[0], durations[0], texts[0]) == (0.2, 0.1, f"{NO_SIGNAL}@@ECG II")
    assert "II: missing samples" in done.notes[0]


def test_a_rest_is_filled_up_and_said(tmp_path):
    done = written(made_record(np.ones((1, 1297)), rate_hz=360.0), tmp_path)
    with pyedflib.EdfReader(str(done.files[0])) as file:
        onsets, _, texts = file.readAnnotations()
        assert file.getSampleFrequency(0) == 360
        assert texts[0] == NO_SIGNAL
        assert onsets[0] == pytest.approx(1297 / 360, abs=1e-6)
    assert "behind the end" in done.notes[0]


@settings(max_examples=40, deadline=None)
@given(record=records())
def test_missing_samples_are_read_back_as_missing(record, tmp_path_factory):
    (path,) = written(record, tmp_path_factory.mktemp("edf")).files
    again = open_record(path)
    assert again.n_samples == record.n_samples
    before, after = (np.isnan(x.read(0, record.n_samples)) for x in (record, again))
    np.testing.assert_array_equal(after, before)
    # In parts, too; and they are no marks.
    np.testing.assert_array_equal(np.isnan(again.read(20, 50)), before[:, 20:50])
    assert not [mark for mark in again.annotations if NO_SIGNAL in mark.text]


@pytest.mark.parametrize(
    ("text", "missing", "marked"),
    [
        (f"{NO_SIGNAL}@@ECG II", 10, 0),
        (f"{NO_SIGNAL}@@ECG I", 0, 0),
        ("no signal@@ECG II", 0, 1),
    ],
)
def test_only_what_is_marked_and_at_the_digital_minimum_is_missing(text, missing, marked, tmp_path):
    levels = np.arange(100)
    levels[20:30] = -32768
    signals = [MadeSignal("ECG I", made_levels(100)), MadeSignal("ECG II", levels)]
    texts = [tal("+0") + tal("+0", text, duration="1")]
    path = MadeEdf(signals, 1, kind="EDF+C", texts=texts).write(tmp_path / "made.edf")
    record = open_record(path)
    assert np.isnan(record.read(0, record.n_samples)).sum() == missing
    assert len(record.annotations) == marked


@settings(max_examples=60, deadline=None)
@given(
    rate_hz=st.floats(1, 5000).map(lambda x: round(x, 3)) | st.floats(50, 1000),
    n_samples=st.integers(1, 2_000_000),
    n_leads=st.integers(1, 32),
)
def test_data_records_hold_all_samples_within_the_format_s_limits(rate_hz, n_samples, n_leads):
    found = divided(rate_hz, n_samples, n_leads, "made")
    assert found.n_samples * found.n_records == n_samples + found.n_filled
    assert 0 <= found.n_filled < found.n_samples
    assert 2 * found.n_samples * n_leads <= 61_440
    assert len(found.duration_text) <= 8
    assert float(found.rate_hz) == pytest.approx(rate_hz, rel=1e-5)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**7))
def test_eight_letters_are_the_nearest_that_eight_can_say(numerator, denominator):
    value = Fraction(numerator, denominator)
    text = eight_letters(value)
    if text:
        assert len(text) <= 8
        assert abs(Fraction(text) - value) <= max(abs(value), Fraction(1)) / 10**5
    else:
        assert abs(value) >= 10**7 - 1


def test_values_that_no_header_can_say_are_refused_by_name(tmp_path):
    with pytest.raises(EcgError, match="Lead I of made cannot be written as EDF: its values"):
        written(made_record(np.linspace(-3e9, 3e9, 99)[None, :]), tmp_path)
    narrow = Fit(Resolution(1e15), 0, 5, 0.0, has_gaps=False)
    with pytest.raises(ValueError, match="too small"):
        range_of(narrow, "l", needs_gap=False)


def test_names_that_are_long_or_no_plain_letters_still_differ(tmp_path):
    names = ("Ableitung über dem Brustbein links", "Ableitung über dem Brustbein rechts")
    leads = [Lead(name, place) for place, name in enumerate(names)]
    done = written(made_record(np.ones((2, 99)), leads=leads), tmp_path)
    with pyedflib.EdfReader(str(done.files[0])) as file:
        labels = file.getSignalLabels()
    assert len(set(labels)) == 2
    assert "are shortened" in done.notes[0]


@pytest.mark.filterwarnings("ignore:Different values in startdate:UserWarning")
@pytest.mark.parametrize("year", [1975, 2137])
def test_years_that_two_digits_cannot_say_stand_in_the_long_date(tmp_path, year):
    record = made_record(np.ones((1, 500)), started_at=datetime(year, 5, 6, 7, 8, 9))
    (path,) = written(record, tmp_path).files
    with pyedflib.EdfReader(str(path)) as file:
        assert file.getStartdatetime() == record.started_at
    assert edfio.read_edf(path).startdatetime == record.started_at


def test_a_time_zone_that_cannot_be_said_is_told(tmp_path):
    record = made_record(np.ones((1, 99)), started_at=datetime(2020, 1, 2, tzinfo=UTC))
    assert "time zone" in written(record, tmp_path).notes[0]


def test_marks_that_outnumber_the_data_records_all_find_room(tmp_path):
    marks = tuple(Annotation(at, at, "N" * (1 + at % 60)) for at in range(0, 990, 2))
    (path,) = written(made_record(np.ones((1, 1000)), annotations=marks), tmp_path).files
    assert [a.text for a in edfio.read_edf(path).annotations] == [mark.label for mark in marks]


def test_our_own_reader_reads_it_back(tmp_path):
    record = replace(full_record(), synthetic=True, personal=())
    again = open_record(written(record, tmp_path).files[0])
    assert (again.lead_names, again.rate_hz, again.n_samples) == (
        record.lead_names, record.rate_hz, record.n_samples
    )  # fmt: skip
    assert again.started_at == record.started_at
    assert again.patient == record.patient == Patient(63.0, "F")
    assert (again.diagnoses, again.synthetic) == (record.diagnoses, True)
    samples = again.read(0, 5000)
    np.testing.assert_allclose(samples, record.read(0, 5000), rtol=2**-21, atol=1e-7)
    beats = [(x.start, x.label) for x in again.annotations if x.label in "NV"]
    assert beats == [(400, "N"), (900, "V"), (1300, "N")]
