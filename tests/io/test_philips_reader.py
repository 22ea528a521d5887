"""Philips files: every version and packing, what they say, and what is odd in them."""

import contextlib
import hashlib
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Diagnosis
from ecgviewer.io import open_record
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.philips_xli import unpack_leads
from tests.io.made_philips import (
    FS_HZ,
    LEADS,
    PERSON,
    RESOLUTION_UV,
    encoded,
    lzw_packed,
    made_counts,
    packed_leads,
    with_pulse,
    write_philips,
)
from tests.io.reader_rules import check_reader

COUNTS = made_counts()
MV = (COUNTS * RESOLUTION_UV / 1000).astype(np.float32)
BEATS = made_counts(n_samples=700)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "made.xml"


@pytest.mark.parametrize(
    ("encoding", "packing"), [("Base64", "XLI"), ("Base64", ""), ("Plain", "")]
)
@pytest.mark.parametrize("version", ["1.03", "1.04", "1.04.01", "1.04.02"])
def test_every_version_and_packing_gives_each_sample_back(
    version, encoding, packing, path, tmp_path
):
    write_philips(path, COUNTS, version=version, encoding=encoding, packing=packing)
    record = check_reader(path, tmp_path, expected_mv=MV)
    assert record.lead_names == LEADS
    assert (record.format, record.rate_hz) == (f"philips xml {version}", FS_HZ)
    assert not record.warnings


@given(
    st.lists(st.integers(-8_000, 8_000), min_size=3, max_size=300),
    st.integers(1, 40),
)
def test_packed_samples_come_back_however_they_repeat(values, times):
    row = np.array(values * times, dtype=np.int64)
    packed = packed_leads(row[np.newaxis], limb_leads=False)
    (lead,) = unpack_leads(packed, 1, row.size)
    np.testing.assert_array_equal(lead, row)


def test_a_full_table_of_strings_stays_as_it_is():
    row = np.random.default_rng(3).integers(-500, 500, 5_000)
    (lead,) = unpack_leads(packed_leads(row[np.newaxis], limb_leads=False), 1, row.size)
    np.testing.assert_array_equal(lead, row)


@pytest.mark.parametrize("written_as", ["utf-8", "utf-16", "utf-16-be", "iso-8859-1"])
def test_each_encoding_of_texts_is_read(written_as, path, tmp_path):
    change = [("Erika", "Zoé")]
    write_philips(path, COUNTS, written_as=written_as, changes=change)
    assert ("first name", "Zoé") in check_reader(path, tmp_path, expected_mv=MV).personal


def test_the_patient_is_told_by_age_and_sex_alone(path):
    record = open_record(write_philips(path, COUNTS))
    assert (record.patient.age_years, record.patient.sex) == (69.0, "F")
    assert str(record.started_at) == "2020-05-18 15:48:11"
    personal = dict(record.personal)
    assert personal["patient id"] == PERSON[2]
    assert personal["birth date"] == PERSON[3]
    assert personal["operator"] == "Schwester Hanna"
    assert personal["Ward book"] == "W-4711"
    assert personal["remark"] == "Seen by Dr Weber"


@pytest.mark.parametrize(
    ("age", "years"),
    [
        ("<years>50</years>", 50.0),
        ("<months>18</months>", 1.5),
        ("<days>7</days>", 7 / 365.25),
        ("<years/>", None),
        ("<years>200</years>", None),
    ],
)
def test_an_age_in_each_unit_is_years_and_an_assumed_one_is_none(age, years, path):
    change = [(f"<dateofbirth>{PERSON[3]}</dateofbirth>", age)]
    assert open_record(write_philips(path, COUNTS, changes=change)).patient.age_years == years


def test_statements_have_their_reasons_and_name_nobody(path):
    record = open_record(write_philips(path, COUNTS))
    assert record.diagnoses == (
        Diagnosis("", "Sinus bradycardia (rate< 50)"),
        Diagnosis("", "ABNORMAL ECG"),
    )
    assert record.comments == (
        "Device: PageWriter TC, Philips Medical Products:860315:A.07",
        "Bandwidth of the signal: 0.05-150 Hz",
        "Electrodes: STD",
        "Pacemaker: Non paced",
        "Unconfirmed diagnosis",
        "Heart rate: 47/min",
        "RR interval: 1276 ms",
        "PR interval: 164 ms",
        "QTc (Bazett): 412 ms",
        "QRS axis: -22°",
    )


def test_measured_values_of_the_older_form_are_told(path):
    comments = open_record(write_philips(path, COUNTS, version="1.03")).comments
    assert "Bandwidth of the signal: 0.05-150 Hz" in comments
    assert comments[-3:] == ("Heart rate: 41/min", "PR interval: 151 ms", "QTc: 393 ms")


def test_who_signed_is_not_shown(path):
    change = [("Unconfirmed diagnosis", "Confirmed by Weber, K. on 2020-05-19")]
    record = open_record(write_philips(path, COUNTS, changes=change))
    assert "Weber" not in " ".join(record.comments)
    assert dict(record.personal)["signature"].startswith("Confirmed by")


def test_usual_beats_are_the_second_part(path):
    write_philips(path, COUNTS, beats=BEATS)
    record = open_record(path)
    assert record.n_samples == COUNTS.shape[1]
    assert any(
        "holds 2 recordings" in said and "#2 (the device" in said for said in record.warnings
    )
    beats = open_record(f"{path}#2")
    assert (beats.rate_hz, beats.n_samples, beats.name) == (1000, 700, "made#2")
    assert beats.record_id != record.record_id
    assert beats.path.name == "made.xml#2"
    np.testing.assert_allclose(beats.read(0, 700), BEATS / 1000, atol=1e-7)
    assert [(x.start, x.stop, x.label) for x in beats.annotations] == [
        (40, 140, "p"),
        (200, 290, "N"),
        (350, 580, "t"),
    ]
    with pytest.raises(EcgError, match=r"^made\.xml holds 2 recordings: there is no #3"):
        open_record(f"{path}#3")


def test_usual_beats_without_a_scale_are_not_trusted_in_mv(path):
    write_philips(path, COUNTS, version="1.03", beats=BEATS)
    beats = open_record(path, ImportHints(part=2))
    assert beats.rate_hz == 1000
    assert not any(lead.calibrated for lead in beats.leads)


def test_damaged_usual_beats_do_not_keep_the_rhythm_closed(path):
    change = [('<repbeats dataencoding="Base64"', '<repbeats dataencoding="Hex"')]
    record = open_record(write_philips(path, COUNTS, beats=BEATS, changes=change))
    assert record.n_samples == COUNTS.shape[1]
    assert "The device's usual beats are damaged and left out." in record.warnings


def test_the_calibration_pulse_is_left_out(path, tmp_path):
    write_philips(path, with_pulse(COUNTS))
    record = check_reader(path, tmp_path, expected_mv=MV)
    assert any("0.20 s hold the recorder's calibration pulse" in x for x in record.warnings)


@pytest.mark.parametrize("height", [0, 100])
def test_what_is_no_pulse_of_1_mv_stays(height, path):
    counts = with_pulse(COUNTS, height=height)
    assert open_record(write_philips(path, counts)).n_samples == counts.shape[1]


def test_an_offset_is_subtracted_and_signs_are_heeded(path, tmp_path):
    raised = COUNTS + 40_000
    change = [('signaloffset="0" signalsigned="True"', 'signaloffset="40000" signalsigned="False"')]
    waves = encoded(raised, "Base64", "", "<u2")
    write_philips(path, COUNTS, packing="", waves=waves, changes=change)
    check_reader(path, tmp_path, expected_mv=MV)


def test_without_a_resolution_mv_are_not_trusted(path):
    change = [(' resolution="5"', ""), ("<resolution>2.5</resolution>", "")]
    record = open_record(write_philips(path, COUNTS, changes=change))
    assert not any(lead.calibrated for lead in record.leads)
    assert any("gives no resolution" in said for said in record.warnings)


def test_a_rate_that_is_written_nowhere_is_asked_for(path):
    change = [("<samplingrate>250</samplingrate>", ""), ('samplespersecond="500"', "")]
    write_philips(path, COUNTS, changes=change)
    with pytest.raises(EcgError, match=r"^made\.xml does not say .* --fs-hz"):
        open_record(path)
    assert open_record(path, ImportHints(fs_hz=500.0)).n_samples == COUNTS.shape[1]


def test_other_leads_than_the_twelve_keep_their_names(path, tmp_path):
    counts = made_counts(3)
    write_philips(path, counts, packing="", leads=("V1", "V3R", "X"))
    record = check_reader(path, tmp_path, expected_mv=(counts * 0.005).astype(np.float32))
    assert record.lead_names == ("V1", "V3R", "X")


def test_leads_with_an_element_each_are_read(path, tmp_path):
    inner = "".join(
        f'<leadwaveform leadname="{name}" starttime="0" duration="800">'
        f"{encoded(row, 'Base64', '')}</leadwaveform>"
        for name, row in zip(LEADS, COUNTS, strict=True)
    )
    write_philips(path, COUNTS, packing="", waves="WAVES", written_as="utf-8")
    text = path.read_text().replace("parsedwaveforms", "leadwaveforms").replace("WAVES", inner)
    path.write_text(text)
    check_reader(path, tmp_path, expected_mv=MV)


def test_leads_that_end_early_are_told(path):
    short = COUNTS[:, :-3]
    waves = encoded(short, "Base64", "XLI")
    record = open_record(write_philips(path, COUNTS, waves=waves))
    assert record.n_samples == short.shape[1]
    assert any("end too early: I, II" in said for said in record.warnings)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([('dataencoding="Base64"', 'dataencoding="Hex"')], "writes its signal as Hex"),
        ([('compression="XLI"', 'compression="Huffman"')], "by Huffman, which is not read"),
        ([('bitspersample="16"', 'bitspersample="12"')], "samples of 12 bits"),
        ([('durationperchannel="800"', 'durationperchannel=""')], "how long its leads are"),
        ([('durationperchannel="800"', 'durationperchannel="900000000"')], "a trap"),
        ([('durationperchannel="800"', 'durationperchannel="600"')], "longer than announced"),
        ([('samplespersecond="500"', 'samplespersecond="-5"')], "-5 samples a second"),
        ([('signaloffset="0" s', 'signaloffset="1e300" s')], "an offset of 1e.300"),
        ([('"I II III', '"II I III')], "not known how III is kept"),
        ([("parsedwaveforms", "unparsedwaveforms")], "signal in another file"),
        ([("parsedwaveforms", "vcgs")], "holds no signal"),
        ([("</waveforms>", "")], "its XML breaks off at line"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(changes, says, path):
    write_philips(path, COUNTS, changes=changes)
    with pytest.raises(EcgError, match=says) as raised:
        open_record(path)
    assert "made.xml" in str(raised.value)


@pytest.mark.parametrize(
    ("packed", "says"),
    [
        (b"\1\2\3", "a lead has no beginning"),
        (b"\xff\xff\xff\x7f\0\0\0\0abc", "a lead ends too early"),
        (b"\5\0\0\0\0\0\0\0" + b"\x7f\xff\xff\xff\xff", "a code stands for nothing"),
        (packed_leads(COUNTS)[:-500], "a lead ends too early"),
        (packed_leads(COUNTS[:8]), "it holds 8 of 12 leads"),
    ],
)
def test_a_damaged_packing_is_said_in_a_sentence(packed, says):
    with pytest.raises(ValueError, match=says):
        unpack_leads(packed, 12, COUNTS.shape[1])


def test_a_short_text_that_unpacks_to_much_is_refused_while_it_unpacks():
    packed = lzw_packed(bytes(2_000_000))
    chunk = len(packed).to_bytes(4, "little") + bytes(4) + packed
    with pytest.raises(ValueError, match="longer than announced"):
        unpack_leads(chunk, 1, 10_000)


def test_another_document_in_xml_is_no_philips_file(path):
    path.write_text("<?xml version='1.0'?><!-- <restingecgdata> --><svg/>")
    with pytest.raises(EcgError, match=r"^made\.xml is not a kind of file"):
        open_record(path)


def test_a_version_that_is_not_known_is_read_and_told(path):
    record = open_record(write_philips(path, COUNTS, version="1.05"))
    assert any("version 1.05, not known yet" in said for said in record.warnings)


# Leads as sierraecg 0.4.0 and ecgdatakit 2.0.3 read them (both alike), as int16 in units of
# 5 µV, twelve leads by the samples before the calibration pulse: SHA-256 of these bytes.
REAL = {
    "129DYPRG.XML": (5264, "b082432977cf68b44464b7ada251729e28042b43c6c1eff5b285d470e247f05b"),
    "2020-5-18_15-48-11.xml": (
        5300,
        "3776168371607eeac5cf867d8934589aadbbac834d4d66ba0dd26f92d39b7bc0",
    ),
}


@pytest.mark.parametrize("name", REAL)
def test_real_files_agree_with_independent_readers_in_each_sample(name, data_folder, tmp_path):
    n_samples, checksum = REAL[name]
    record = check_reader(data_folder / "formats/philips_xml" / name, tmp_path)
    assert record.n_samples == n_samples
    counts = np.round(record.read(0, n_samples) / 0.005).astype("<i2")
    assert hashlib.sha256(counts.tobytes()).hexdigest() == checksum


def test_usual_beats_have_the_r_waves_that_the_device_measured(data_folder):
    path = data_folder / "formats/philips_xml/2020-5-18_15-48-11.xml"
    text = path.read_text(encoding="utf-16")
    beats = open_record(f"{path}#2")
    peaks_uv = 1000 * beats.read(0, beats.n_samples).max(axis=1)
    measured = dict(re.findall(r'<leadmeasurement leadname="(\w+)".*?<ramp>(\d+)<', text, re.S))
    for lead, peak_uv in zip(beats.lead_names, peaks_uv, strict=True):
        if int(measured[lead]) > 500:
            assert peak_uv == pytest.approx(int(measured[lead]), abs=25), lead


@settings(max_examples=300, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 255)), max_size=8),
    kept=st.integers(0, 1_200),
)
def test_a_changed_packing_gives_leads_or_a_reason(changes, kept):
    packed = bytearray(packed_leads(made_counts(n_samples=60)))
    for place, value in changes:
        packed[place % len(packed)] = value
    with contextlib.suppress(ValueError):
        leads = unpack_leads(bytes(packed[:kept]), len(LEADS), 60)
        assert all(2 <= lead.size <= 60 and np.abs(lead).max() <= 1 << 15 for lead in leads)


@pytest.mark.parametrize(("mains", "said"), [("50", "50 Hz"), ("", "on")])
def test_a_notch_filter_of_no_told_frequency_is_told_all_the_same(mains, said, path):
    change = [('notchfiltered="False"', f'notchfiltered="True" notchfilterfreqs="{mains}"')]
    record = open_record(write_philips(path, COUNTS, changes=change))
    assert f"Notch filter: {said}" in record.comments
