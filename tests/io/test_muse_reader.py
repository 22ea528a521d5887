"""GE MUSE files: rhythm and median beats, scales, what leads say, and what is odd in them."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Diagnosis
from ecgviewer.io import open_record
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.signal.derived_leads import with_derived
from tests.io.made_muse import (
    DERIVED,
    FS_HZ,
    LEADS,
    UV_PER_UNIT,
    derived_mv,
    lead_data,
    made_counts,
    named,
    waveform,
    write_muse,
)
from tests.io.reader_rules import check_reader

COUNTS = made_counts()
MV = COUNTS * UV_PER_UNIT / 1000
RHYTHM = waveform("Rhythm", named(COUNTS))
MEDIAN_COUNTS = made_counts(n_samples=200)
MEDIAN = waveform("Median", named(MEDIAN_COUNTS))


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "made.xml"


def test_stored_leads_are_read_and_the_limb_leads_follow_from_them(path, tmp_path):
    record = check_reader(write_muse(path, RHYTHM), tmp_path, expected_mv=MV.astype(np.float32))
    assert record.lead_names == LEADS
    assert (record.format, record.rate_hz, record.n_samples) == ("muse xml", FS_HZ, 400)
    assert not record.warnings
    twelve = with_derived(record)
    assert [lead.name for lead in twelve.leads if lead.derived] == list(DERIVED)
    np.testing.assert_allclose(twelve.read(0, 400)[8:], derived_mv(MV), atol=2e-7)


def test_twelve_stored_leads_stay_as_they_are(path, tmp_path):
    names = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
    counts = made_counts(12)
    write_muse(path, waveform("Rhythm", named(counts, names)))
    record = check_reader(
        path, tmp_path, expected_mv=(counts * UV_PER_UNIT / 1000).astype(np.float32)
    )
    assert record.lead_names == names
    assert with_derived(record) is record


def test_the_rhythm_comes_first_wherever_it_stands(path):
    write_muse(path, MEDIAN, RHYTHM)
    record = open_record(path)
    assert record.n_samples == 400
    assert record.warnings == (
        "The file holds 2 recordings; also there: #2 (median beats). "
        "The number behind the file's name opens one.",
    )
    median = open_record(f"{path}#2")
    assert (median.n_samples, median.name, median.path.name) == (200, "made#2", "made.xml#2")
    assert median.record_id != record.record_id
    np.testing.assert_allclose(median.read(0, 200), MEDIAN_COUNTS * UV_PER_UNIT / 1000, atol=2e-7)
    with pytest.raises(EcgError, match=r"there is no #3"):
        open_record(f"{path}#3")


def test_several_rhythms_are_parts_each(path):
    write_muse(path, MEDIAN, RHYTHM, waveform("Rhythm", named(COUNTS), rate_hz=250))
    assert [open_record(f"{path}#{part}").rate_hz for part in (1, 2, 3)] == [500, 250, 500]
    assert open_record(f"{path}#3").n_samples == 200


def test_median_beats_alone_are_told(path):
    record = open_record(write_muse(path, MEDIAN))
    assert record.n_samples == 200
    assert record.warnings == ("The file holds no rhythm, but this: median beats.",)


def test_the_devices_beats_are_marked_in_the_rhythm(path):
    marks = open_record(write_muse(path, RHYTHM)).annotations
    # The third lies behind the end.
    assert [(x.start, x.stop, x.label, x.text) for x in marks] == [
        (50, 50, "?", "type 0"),
        (250, 250, "?", "type 1"),
    ]


def test_the_waves_are_marked_on_the_median_beats(path):
    write_muse(path, RHYTHM, waveform("Median", named(MEDIAN_COUNTS), rate_hz=250))
    marks = open_record(f"{path}#2").annotations
    # Measured at 500 Hz.
    assert [(x.start, x.stop, x.label, x.text) for x in marks] == [
        (5, 20, "p", ""),
        (25, 49, "N", ""),
        (75, 75, ")", "T wave"),
    ]


def test_facts_are_shown_without_names(path):
    record = open_record(write_muse(path, RHYTHM))
    assert (record.patient.age_years, record.patient.sex) == (69.0, "F")
    assert str(record.started_at) == "2020-05-18 15:48:11"
    assert record.diagnoses == (
        Diagnosis("", "Sinus bradycardia"),
        Diagnosis("", "Left axis deviation"),
    )
    assert record.comments == (
        "Device: MAC55, 010A.02",
        "Analysis program: 241",
        "Status: confirmed",
        "Bandwidth of the signal: 0.16-150 Hz",
        "Notch filter: 50 Hz",
        "Before it was edited: Sinus rhythm",
        "Heart rate: 48/min",
        "PR interval: 138 ms",
        "QRS duration: 96 ms",
        "P axis: 0°",
    )
    personal = dict(record.personal)
    assert personal["last name"] == "Müstermann"
    assert personal["birth date"] == "1951-02-03"
    assert personal["birth date as written"] == "02-03-1951"
    assert personal["overreader last name"] == "Weber"
    assert personal["operator id"] == "NURSE7"
    assert personal["remark"].startswith("Confirmed by SMITH")


def test_a_date_that_can_be_read_in_one_way_shows_how_the_other_is_meant(path):
    changes = [("<AcquisitionDate>05-18-2020<", "<AcquisitionDate>18-05-2020<")]
    record = open_record(write_muse(path, RHYTHM, changes=changes))
    assert str(record.started_at) == "2020-05-18 15:48:11"
    assert dict(record.personal)["birth date"] == "1951-03-02"


@pytest.mark.parametrize(
    ("change", "years"),
    [
        (("<PatientAge>69<", "<PatientAge><"), 69.0),
        (("<AgeUnits>YEARS<", "<AgeUnits>MONTHS<"), 5.75),
        (("<AgeUnits>YEARS<", "<AgeUnits><"), 69.0),
        (("<DateofBirth>02-03-1951<", "<DateofBirth><"), 69.0),
    ],
)
def test_the_age_is_told_or_follows_from_the_birth_date(change, years, path):
    record = open_record(write_muse(path, RHYTHM, changes=[change]))
    assert record.patient.age_years == years


@pytest.mark.parametrize(
    ("date", "day"),
    [("05-18-2020", "2020-05-18"), ("2020-05-18", "2020-05-18"), ("18-05-2020", "2020-05-18")],
)
def test_dates_have_the_month_first_unless_it_cannot_be_one(date, day, path):
    change = [("<AcquisitionDate>05-18-2020<", f"<AcquisitionDate>{date}<")]
    started_at = open_record(write_muse(path, RHYTHM, changes=change)).started_at
    assert started_at is not None
    assert started_at.date().isoformat() == day


@pytest.mark.parametrize("time", ["", "25:61:00", "noon"])
def test_without_a_time_the_start_is_not_known(time, path):
    change = [("<AcquisitionTime>15:48:11<", f"<AcquisitionTime>{time}<")]
    assert open_record(write_muse(path, RHYTHM, changes=change)).started_at is None


@pytest.mark.parametrize("written_as", ["iso-8859-1", "utf-8", "utf-16", "windows-1252"])
def test_each_encoding_of_texts_is_read(written_as, path, tmp_path):
    write_muse(path, RHYTHM, written_as=written_as)
    record = check_reader(path, tmp_path, expected_mv=MV.astype(np.float32))
    assert ("last name", "Müstermann") in record.personal


@pytest.mark.parametrize("width", [1, 4])
def test_samples_of_other_widths_are_read(width, path):
    small = COUNTS // 4
    record = open_record(write_muse(path, waveform("Rhythm", named(small), width=width)))
    np.testing.assert_allclose(record.read(0, 400), small * UV_PER_UNIT / 1000, atol=2e-7)


@pytest.mark.parametrize(
    ("unit", "step", "mv_per_unit"),
    [
        ("MILLIVOLTS", "0.00488", 4.88e-3),
        ("MICROVOLTS", "2,5", 2.5e-3),
        ("NANOVOLTS", "4880", 4.88e-3),
    ],
)
def test_each_unit_and_decimal_comma_is_read(unit, step, mv_per_unit, path):
    changed = RHYTHM.replace("MICROVOLTS", unit).replace(">4.88<", f">{step}<")
    record = open_record(write_muse(path, changed))
    np.testing.assert_allclose(record.read(0, 400), COUNTS * mv_per_unit, rtol=1e-6)
    assert all(lead.calibrated for lead in record.leads)


@pytest.mark.parametrize("step", ["", "0", "-1", "nan", "much"])
def test_without_a_scale_mv_are_not_trusted(step, path):
    change = [(">4.88<", f">{step}<")]
    record = open_record(write_muse(path, RHYTHM, changes=change))
    assert [lead.calibrated for lead in record.leads] == [False] + [True] * 7
    # Nothing follows from a lead without a scale.
    assert with_derived(record) is record
    assert record.warnings == (
        "Leads without a scale, whose units are shown as if each were 1 µV: I.",
    )


def test_a_wrong_checksum_is_told_and_the_samples_shown(path):
    changed = RHYTHM.replace("<LeadDataCRC32>", "<LeadDataCRC32>12", 1)
    record = open_record(write_muse(path, changed))
    assert any("checksum does not fit" in x and x.endswith(": I.") for x in record.warnings)
    np.testing.assert_allclose(record.read(0, 400)[0], MV[0], atol=2e-7)


def test_a_checksum_of_zero_is_none(path):
    changed = RHYTHM.replace("<LeadDataCRC32>", "<LeadDataCRC32>0</LeadDataCRC32><Old>")
    changed = changed.replace("</LeadDataCRC32>\n", "</Old>\n")
    assert not open_record(write_muse(path, changed)).warnings


def test_a_lead_that_was_off_has_no_signal(path):
    record = open_record(write_muse(path, RHYTHM, changes=[("<LeadOff>FALSE", "<LeadOff>TRUE")]))
    values = record.read(0, 400)
    assert np.isnan(values[0]).all()
    assert np.isfinite(values[1:]).all()
    assert "Leads that were off: I." in record.warnings


def test_samples_that_are_not_valid_are_no_signal(path):
    valid = "<LeadOff>FALSE</LeadOff><FirstValid>10</FirstValid><LastValid>19</LastValid>"
    record = open_record(write_muse(path, RHYTHM, changes=[("<LeadOff>FALSE</LeadOff>", valid)]))
    assert np.flatnonzero(np.isfinite(record.read(0, 400)[0])).tolist() == list(range(10, 20))
    assert "Leads that are valid in part: I." in record.warnings


def test_a_lead_that_begins_late_is_laid_where_it_belongs(path):
    late = RHYTHM.replace("<LeadOffsetFirstSample>0<", "<LeadOffsetFirstSample>100<", 1)
    record = open_record(write_muse(path, late))
    values = record.read(0, record.n_samples)
    assert record.n_samples == 500
    assert np.isnan(values[0, :100]).all()
    np.testing.assert_allclose(values[0, 100:], MV[0], atol=2e-7)
    assert np.isnan(values[1:, 400:]).all()


@pytest.mark.parametrize("place", ["FirstSampleBaseline", "LeadTimeOffset"])
def test_what_is_not_known_is_told_and_changes_nothing(place, path):
    record = open_record(write_muse(path, RHYTHM, changes=[(f"<{place}>0", f"<{place}>7")]))
    np.testing.assert_allclose(record.read(0, 400), MV, atol=2e-7)
    assert any(place in x and "not known how it is meant" in x for x in record.warnings)


def test_absent_leads_and_missing_samples_are_told(path):
    empty = RHYTHM.replace(lead_data("V6", COUNTS[7]), "<LeadData><LeadID>V6</LeadID></LeadData>")
    record = open_record(write_muse(path, empty))
    assert record.lead_names == LEADS[:7]
    assert "Leads without samples: V6." in record.warnings
    assert "8 leads are announced, 7 are there." in record.warnings


def test_leads_of_different_length_stand_side_by_side(path):
    leads = {"I": COUNTS[0], "II": COUNTS[1, :300]}
    record = open_record(write_muse(path, waveform("Rhythm", leads)))
    assert record.n_samples == 400
    assert np.isnan(record.read(0, 400)[1, 300:]).all()


def test_a_rate_may_be_written_with_an_exponent(path):
    change = [("<SampleBase>500</SampleBase>\n      <SampleExponent>0<",
               "<SampleBase>25</SampleBase>\n      <SampleExponent>1<")]  # fmt: skip
    assert open_record(write_muse(path, RHYTHM, changes=change)).rate_hz == 250


def test_a_rate_that_is_written_nowhere_is_asked_for(path):
    write_muse(path, RHYTHM, changes=[("<SampleBase>500<", "<SampleBase><")])
    with pytest.raises(NeedsHints):
        open_record(path)
    assert open_record(path, ImportHints(fs_hz=500.0)).rate_hz == 500


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([("<SampleBase>500<", "<SampleBase>-5<")], "-5 samples a second"),
        ([("<LeadSampleSize>2<", "<LeadSampleSize>3<")], "samples of 3 bytes"),
        ([("<WaveFormData>\n", "<WaveFormData>\n***")], "lead I in made.xml is damaged"),
        ([("<LeadOffsetFirstSample>0", "<LeadOffsetFirstSample>900000000")], "a trap"),
        ([("</Waveform>", "")], "its XML breaks off"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(changes, says, path):
    write_muse(path, RHYTHM, changes=changes)
    with pytest.raises(EcgError, match=says) as raised:
        open_record(path)
    assert "made.xml" in str(raised.value)


@pytest.mark.parametrize("waves", ["", "<Waveform/>", "<Waveform><LeadData/></Waveform>"])
def test_a_file_without_signal_is_told(waves, path):
    with pytest.raises(EcgError, match=r"^made\.xml holds no (signal|samples)"):
        open_record(write_muse(path, waves))


def test_the_letters_of_a_name_decide_which_maker_it_is(path):
    path.write_text("<restingecg/>")
    with pytest.raises(EcgError, match="is not a kind of file"):
        open_record(path)
