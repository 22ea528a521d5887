"""MAT files: read back by our reader, and by scipy."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.io import loadmat

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead
from ecgviewer.io.mat_writer import write
from ecgviewer.io.open import open_record
from tests.io.made_records import full_record, made_record, records
from tests.io.test_wfdb_record_writer import assert_same_facts


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_a_record_comes_back_as_it_was(record, tmp_path_factory):
    done = write(record, tmp_path_factory.mktemp("mat"), "made", unnamed=False)
    again = open_record(done.files[0])
    assert done.notes == ()
    assert_same_facts(record, again)
    assert list(again.annotations) == list(record.annotations)
    before, after = (one.read(0, one.n_samples) for one in (record, again))
    assert np.array_equal(before, after, equal_nan=True)


def test_everything_that_a_record_has_comes_back(tmp_path):
    record = full_record()
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[0])
    assert_same_facts(record, again)
    assert list(again.annotations) == list(record.annotations)


def test_scipy_sees_plain_fields(tmp_path):
    write(full_record(), tmp_path, "made", unnamed=False)
    found = loadmat(tmp_path / "made.mat", squeeze_me=True)
    assert found["val"].shape == (12, 5000)
    assert found["val"].dtype == np.float32
    assert (found["fs"], found["age"], found["sex"]) == (500, 63, "F")
    assert list(found["leads"][:3]) == ["I", "II", "III"]
    marks = found["annotations"][()]
    assert list(marks["start"]) == [1, 101, 401, 901, 1301, 2001]
    assert marks["label_names"][int(marks["label"][3]) - 1] == "V"


def test_the_same_record_gives_the_same_bytes(tmp_path):
    paths = [write(full_record(), tmp_path, name, unnamed=False).files[0] for name in ("a", "b")]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_day_s_beats_come_back(tmp_path):
    marks = tuple(Annotation(at, at, "NV"[at % 7 == 0], source="atr") for at in range(100_000))
    record = made_record(np.ones((1, 100_000)), annotations=marks)
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[0])
    assert list(again.annotations) == list(marks)


def test_other_units_stay(tmp_path):
    leads = [Lead("II", 0), Lead("ABP", 1, unit="mmHg", is_ecg=False)]
    record = made_record(np.ones((2, 99)), leads=leads)
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[0])
    assert [(x.name, x.unit, x.is_ecg) for x in again.leads] == [
        ("II", "mV", True), ("ABP", "mmHg", False)
    ]  # fmt: skip


def test_what_no_file_of_this_version_holds_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("ecgviewer.io.mat_writer._MOST_BYTES", 1000)
    with pytest.raises(EcgError, match="made is too long for a MATLAB file"):
        write(full_record(), tmp_path, "made", unnamed=False)


def test_more_texts_than_a_file_may_have_are_left_out_and_that_is_said(tmp_path):
    marks = tuple(Annotation(at, at, "N", text=f"beat {at}") for at in range(6000))
    record = made_record(np.ones((1, 6000)), annotations=marks)
    done = write(record, tmp_path, "made", unnamed=False)
    assert "texts" in done.notes[0]
    assert len(open_record(done.files[0]).annotations) == 6000
