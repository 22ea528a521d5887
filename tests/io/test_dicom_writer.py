"""DICOM waveforms: read by pydicom, which knows nothing of their writer."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given, settings
from pydicom.waveforms.numpy_handler import multiplex_array

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Diagnosis, Lead, Record, Resolution
from ecgviewer.io.dicom_codes import UNKNOWN_START
from ecgviewer.io.dicom_patient import age_string
from ecgviewer.io.dicom_writer import decimal, write
from ecgviewer.io.open import open_record
from tests.io.made_records import full_record, made_record, records

TWELVE, GENERAL, AMBULATORY = (f"1.2.840.10008.5.1.4.1.1.9.1.{last}" for last in (1, 2, 3))


def written(record: Record, folder: Path, *, unnamed: bool = False) -> pydicom.Dataset:
    (path,) = write(record, folder, "made", unnamed=unnamed).files
    # What the standard forbids is an error here.
    with pydicom.config.strict_reading():
        return pydicom.dcmread(path)


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    monkeypatch.setattr(pydicom.config.settings, "writing_validation_mode", pydicom.config.RAISE)


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_pydicom_reads_the_same_samples_and_padding(record, tmp_path_factory):
    done = write(record, tmp_path_factory.mktemp("dicom"), "made", unnamed=False)
    data = pydicom.dcmread(done.files[0])
    group = data.WaveformSequence[0]
    before = record.read(0, record.n_samples)
    gaps = multiplex_array(data, 0, as_raw=True).T == -32768
    assert np.array_equal(gaps, np.isnan(before))
    after = data.waveform_array(0).T / 1000
    bound = np.nanmax(np.abs(before), initial=0) / 2**15 if "rounded" in " ".join(done.notes) else 0
    np.testing.assert_allclose(after[~gaps], before[~gaps], rtol=2**-22, atol=bound)
    assert float(group.SamplingFrequency) == record.rate_hz
    assert ("WaveformPaddingValue" in group) == bool(gaps.any())


def test_levels_and_scale_of_the_source_survive(tmp_path):
    levels = np.arange(0, 2048)
    lead = Lead("II", 0, resolution=Resolution(200.0, 1024))
    values = ((levels - 1024) / 200).astype(np.float32)
    data = written(made_record(values[None, :], leads=[lead]), tmp_path)
    assert np.array_equal(multiplex_array(data, 0, as_raw=True)[:, 0], levels)
    channel = data.WaveformSequence[0].ChannelDefinitionSequence[0]
    assert (float(channel.ChannelSensitivity), float(channel.ChannelBaseline)) == (5.0, -5120.0)
    assert channel.ChannelSensitivityUnitsSequence[0].CodeValue == "uV"


@pytest.mark.parametrize(
    ("n_leads", "n_samples", "rate_hz", "expected"),
    [
        (12, 5000, 500.0, TWELVE),
        (12, 16_385, 500.0, GENERAL),
        (3, 5000, 500.0, GENERAL),
        (12, 1000, 100.0, AMBULATORY),
        (2, 5000, 128.0, AMBULATORY),
    ],
)
def test_the_object_is_the_most_special_one_that_fits(
    tmp_path, n_leads, n_samples, rate_hz, expected
):
    data = written(made_record(np.ones((n_leads, n_samples)), rate_hz=rate_hz), tmp_path)
    assert data.SOPClassUID == data.file_meta.MediaStorageSOPClassUID == expected


@pytest.mark.parametrize("rate_hz", [40.0, 2000.0])
def test_a_rate_that_no_object_has_is_refused(tmp_path, rate_hz):
    with pytest.raises(EcgError, match=r"made has 1 lead at \d+ Hz, for which DICOM has no ECG"):
        written(made_record(np.ones((1, 99)), rate_hz=rate_hz), tmp_path)


def test_patient_study_and_times_are_told(tmp_path):
    record = full_record()
    data = written(record, tmp_path)
    assert (data.PatientName, data.PatientID, data.PatientSex) == ("Jane Doe", "4711", "F")
    assert (data.PatientAge, data.PatientBirthDate) == ("063Y", "19550709")
    assert data.AcquisitionDateTime == "20190301220405.678000"
    assert (data.StudyDate, data.StudyTime) == ("20190301", "220405.678000")
    (comment,) = data.AcquisitionContextSequence
    assert comment.TextValue == "Recorder: on the wall"
    codes = [x.ChannelSourceSequence[0].CodeValue
             for x in data.WaveformSequence[0].ChannelDefinitionSequence]  # fmt: skip
    assert codes == ["2:1", "2:2", "2:61", "2:62", "2:63", "2:64", *(f"2:{n}" for n in range(3, 9))]


def test_what_has_to_be_there_is_there_though_nothing_is_known(tmp_path):
    data = written(made_record(np.ones((1, 99))), tmp_path)
    empty = ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime",
             "StudyID", "AccessionNumber", "ReferringPhysicianName", "Manufacturer")  # fmt: skip
    assert all(keyword in data and not data[keyword].value for keyword in empty)
    assert not data.AcquisitionContextSequence
    assert data.AcquisitionDateTime == UNKNOWN_START
    assert "PatientAge" not in data


def test_a_time_zone_is_kept(tmp_path):
    zone = timezone(timedelta(hours=-3, minutes=-30))
    record = made_record(np.ones((1, 99)), started_at=datetime(2020, 1, 2, 3, 4, 5, tzinfo=zone))
    data = written(record, tmp_path)
    assert data.AcquisitionDateTime == "20200102030405-0330"
    assert data.TimezoneOffsetFromUTC == "-0330"


def test_identifiers_follow_from_the_content(tmp_path):
    names = ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")
    record = full_record()
    other = replace(record, record_id="6" * 64)
    told = [
        {str(written(one, tmp_path, unnamed=unnamed)[name].value) for name in names}
        for one, unnamed in ((record, False), (record, False), (record, True), (other, False))
    ]
    assert told[0] == told[1]
    assert all(len(uids) == 3 for uids in told)
    assert not told[0] & told[2]
    assert not told[0] & told[3]
    assert all(pydicom.uid.UID(uid).is_valid for uids in told for uid in uids)


def test_marks_and_statements_are_waveform_annotations(tmp_path):
    record = replace(
        full_record(),
        annotations=(*full_record().annotations, Annotation(60, 90, "t", "V1", source="man")),
        diagnoses=(*full_record().diagnoses, Diagnosis("", "Device says: normal")),
    )
    items = written(record, tmp_path).WaveformAnnotationSequence
    coded = [x.ConceptCodeSequence[0].CodeValue for x in items if "ConceptCodeSequence" in x]
    assert coded == ["164889003", "59118001"]
    texts = {x.UnformattedTextValue: x for x in items if "UnformattedTextValue" in x}
    assert set(texts) == {"Device says: normal", "(AFIB", "p", "cough", "t"}
    assert "ReferencedSamplePositions" not in texts["Device says: normal"]
    assert texts["t"].ReferencedWaveformChannels == [1, 7]
    assert (texts["t"].TemporalRangeType, texts["t"].ReferencedSamplePositions) == (
        "SEGMENT", [61, 91]
    )  # fmt: skip
    beats = {
        x.ConceptNameCodeSequence[0].CodeValue: x.get("ReferencedSamplePositions") for x in items
        if "ConceptNameCodeSequence" in x
    }  # fmt: skip
    assert (beats["10:8208"], beats["10:8336"]) == ([401, 1301], 901)
    assert all(len(x.get("UnformattedTextValue", "")) <= 1024 for x in items)


def test_de_identified_objects_say_so(tmp_path):
    data = written(full_record(), tmp_path, unnamed=True)
    assert data.PatientIdentityRemoved == "YES"
    assert data.DeidentificationMethodCodeSequence[0].CodeValue == "113100"
    assert "PatientIdentityRemoved" not in written(full_record(), tmp_path)


def test_signals_that_are_no_ecg_go_along_and_that_is_said(tmp_path):
    leads = [Lead("II", 0), Lead("ABP", 1, unit="mmHg", is_ecg=False)]
    record = made_record(np.ones((2, 99)), leads=leads)
    assert "ABP: no ECG" in write(record, tmp_path, "made", unnamed=False).notes[1]
    channel = written(record, tmp_path).WaveformSequence[0].ChannelDefinitionSequence[1]
    assert channel.ChannelSourceSequence[0].CodingSchemeDesignator == "99ECGVIEWER"
    assert channel.ChannelSensitivityUnitsSequence[0].CodeValue == "mm[Hg]"


@pytest.mark.parametrize(
    ("age_years", "expected"),
    [(63.0, "063Y"), (0.5, "006M"), (10 / 365.25, "010D"), (1.0, "001Y"), (90.0, "090Y")],
)
def test_ages_are_said_in_the_unit_that_suits(age_years, expected):
    assert age_string(age_years) == expected


@pytest.mark.parametrize("value", [5.0, 4.8828125, 1 / 3, -1e-7 / 3, 123456789012345678.0])
def test_decimal_strings_are_as_exact_as_their_letters_allow(value):
    assert len(decimal(value)) <= 16
    assert float(decimal(value)) == pytest.approx(value, rel=1e-9)


def test_an_unknown_start_is_read_back_as_unknown(tmp_path):
    born = (("birth date", "1955-07-09"),)
    record = made_record(np.ones((1, 99)), personal=born)
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[0])
    assert again.started_at is None
    assert again.patient.age_years is None


def test_our_own_reader_reads_it_back(tmp_path):
    record = replace(full_record(), synthetic=True)
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[0])
    assert (again.lead_names, again.rate_hz, again.n_samples) == (
        record.lead_names, record.rate_hz, record.n_samples
    )  # fmt: skip
    assert again.started_at == record.started_at
    assert again.patient == record.patient
    assert again.diagnoses == record.diagnoses
    assert (again.comments, again.synthetic) == (record.comments, True)
    np.testing.assert_allclose(again.read(0, 5000), record.read(0, 5000), rtol=2**-22)
    beats = [(x.start, x.label) for x in again.annotations if x.label in "NV"]
    assert beats == [(400, "N"), (900, "V"), (1300, "N")]
