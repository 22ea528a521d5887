"""Records as WFDB: read back by our reader, and by the WFDB library."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis, Lead, Record, Resolution
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_record_writer import write
from tests.io.made_records import full_record, made_record, records
from tests.io.oracle import wfdb

of_wfdb = pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")
many = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FACTS = (
    *("rate_hz", "n_samples", "lead_names", "started_at", "patient", "diagnoses"),
    *("comments", "synthetic", "personal"),
)


def written(record: Record, folder: Path) -> Record:
    return open_record(write(record, folder, "made", unnamed=False).files[-1])


def assert_same_facts(one: Record, other: Record) -> None:
    for fact in FACTS:
        assert getattr(one, fact) == getattr(other, fact), fact


@many
@given(record=records())
def test_a_record_comes_back_with_its_facts_and_samples(record, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wfdb")
    done = write(record, folder, "made", unnamed=False)
    again = open_record(done.files[-1])
    assert_same_facts(record, again)
    assert list(again.annotations) == list(record.annotations)
    before, after = (one.read(0, one.n_samples) for one in (record, again))
    bound = 1e-8 if any("rounded" in note for note in done.notes) else 0.0
    np.testing.assert_allclose(after, before, rtol=2**-22, atol=bound)


def test_everything_that_a_record_has_comes_back(tmp_path):
    record = full_record()
    assert_same_facts(record, written(record, tmp_path))


def test_the_levels_of_the_source_survive(tmp_path):
    levels = np.arange(-900, 900)
    lead = Lead("MLII", 0, file_name="MLII", resolution=Resolution(200.0, 1024))
    values = ((levels - 1024) / 200).astype(np.float32)
    write(made_record(values[None, :], leads=[lead]), tmp_path, "made", unnamed=False)
    read = wfdb.rdrecord(str(tmp_path / "made"), physical=False)
    assert np.array_equal(read.d_signal[:, 0], levels)
    assert (read.adc_gain, read.baseline, read.fmt) == ([200.0], [1024], ["16"])
    assert [value % 65536 for value in read.checksum] == list(read.calc_checksum())


@pytest.mark.parametrize(("highest", "expected"), [(30_000, "16"), (2**22, "24"), (2**23, "32")])
def test_as_many_bits_are_taken_as_the_levels_need(tmp_path, highest, expected):
    levels = np.linspace(-highest, highest, 501).round()
    lead = Lead("II", 0, resolution=Resolution(1e6))
    values = (levels / 1e6).astype(np.float32)
    values[7] = np.nan
    write(made_record(values[None, :], leads=[lead]), tmp_path, "made", unnamed=False)
    read = wfdb.rdrecord(str(tmp_path / "made"))
    assert read.fmt == [expected]
    np.testing.assert_allclose(read.p_signal[:, 0], values, rtol=2**-22)


@of_wfdb
def test_waves_within_one_another_keep_their_spans(tmp_path):
    marks = (
        Annotation(10, 50, "p", source="man", peak=30),
        Annotation(20, 20, "N", source="man"),
        Annotation(40, 90, "t", source="man", peak=60),
        Annotation(100, 140, "(AFIB", source="man", peak=100),
    )
    record = made_record(np.zeros((1, 200)), annotations=marks)
    again = written(record, tmp_path)
    told = {(x.start, x.stop, x.label, x.peak) for x in again.annotations}
    assert told == {(x.start, x.stop, x.label, x.peak) for x in marks}
    assert len({x.source for x in again.annotations}) == 2
    read = wfdb.rdann(str(tmp_path / "made"), "man")
    assert "N" in read.symbol


def test_marks_of_a_lead_stay_with_it(tmp_path):
    marks = (Annotation(5, 5, "N", source="atr"), Annotation(9, 9, "V", "III", source="atr"))
    record = made_record(np.zeros((3, 200)), annotations=marks)
    assert list(written(record, tmp_path).annotations) == list(marks)


def test_what_is_no_code_becomes_a_note_and_that_is_said(tmp_path):
    marks = (Annotation(0, 0, "Lead off", text="arm", source="Device №1"),)
    done = write(made_record(np.zeros((1, 99)), annotations=marks), tmp_path, "a", unnamed=False)
    (mark,) = open_record(done.files[-1]).annotations
    assert (mark.label, mark.text, mark.source) == ('"', "Lead off arm", "device1")
    assert done.notes == ("1 annotations are no WFDB codes and become notes",)


def test_an_annotator_that_no_file_may_have_gets_another_ending(tmp_path):
    marks = tuple(Annotation(5, 5, "N", source=x) for x in ("", "hea", "edf", "1st"))
    done = write(made_record(np.zeros((1, 99)), annotations=marks), tmp_path, "a", unnamed=False)
    assert {path.suffix for path in done.files} == {".dat", ".ann", ".hea"}
    assert len(open_record(done.files[-1]).annotations) == 4


def test_statements_in_words_keep_their_commas(tmp_path):
    said = (Diagnosis("", "Sinus rhythm, slow"), Diagnosis("", "Ischaemia: perhaps"))
    record = made_record(np.zeros((1, 99)), diagnoses=said)
    assert written(record, tmp_path).diagnoses == said


def test_who_it_is_stays_apart_from_what_is_shown(tmp_path):
    told = (("name", "Jane Doe"), ("remark", "sits by the door"), ("note", "Mrs Doe was here"))
    again = written(made_record(np.zeros((1, 99)), personal=told), tmp_path)
    assert (again.personal, again.comments) == (told, ())


def test_leads_without_a_gain_stay_without_one_where_the_format_can_say_it(tmp_path):
    values = np.array([[0.0, 0.5, 1.0] * 30])
    lead = Lead("II", 0, calibrated=False, resolution=Resolution(200.0))
    record = made_record(values, leads=[lead])
    assert not written(record, tmp_path).leads[0].calibrated
    other = made_record(values + 0.001, leads=[replace(lead, resolution=Resolution(1000.0))])
    done = write(other, tmp_path, "other", unnamed=False)
    assert done.notes == ("II: that it is not calibrated is not said",)


def test_marks_of_the_first_lead_alone_lose_it_and_that_is_said(tmp_path):
    marks = (Annotation(10, 10, "N", lead="I", source="atr"),)
    done = write(made_record(np.zeros((3, 99)), annotations=marks), tmp_path, "a", unnamed=False)
    assert done.notes == ("1 annotations of the first lead become those of all leads",)
