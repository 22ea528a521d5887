"""HL7 annotated ECGs, against the values that were written and a second way through the XML."""

import re
from datetime import UTC, datetime

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.folder import records_in
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.open import open_record
from tests.io.made_aecg import (
    AGE,
    absolute,
    derived,
    document,
    lead,
    made_digits,
    relative,
    sequence_set,
    series,
    write,
)
from tests.io.reader_rules import check_reader


def two_leads(path, n_samples=500, **facts):
    digits = made_digits(2, n_samples)
    both = sequence_set(absolute(), lead("II", digits[0]), lead("AVR", digits[1]))
    return digits, write(path, series(both), **facts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_digits_are_scaled_to_millivolts(encoding, tmp_path):
    digits, path = two_leads(tmp_path / "made.xml", encoding=encoding)
    record = check_reader(path, tmp_path, expected_mv=digits * 2.5e-3)
    assert (record.format, record.rate_hz) == ("hl7 aecg", 250)
    assert record.lead_names == ("II", "aVR")


def test_origin_and_scale_have_units_of_their_own(tmp_path):
    digits = made_digits(1, 300)
    one = lead(
        "I", digits[0], origin='<origin value="1" unit="mV"/>', scale='<scale value="4" unit="nV"/>'
    )
    path = write(tmp_path / "made.xml", series(sequence_set(absolute(), one)))
    check_reader(path, tmp_path, expected_mv=1 + digits * 4e-6)


@pytest.mark.parametrize("scale", ["", '<scale value="2.5"/>', '<scale value="0" unit="uV"/>'])
def test_a_lead_without_a_scale_is_not_taken_for_millivolts(scale, tmp_path):
    one = lead("I", [1, 2, 3], scale=scale, origin="")
    record = open_record(write(tmp_path / "x.xml", series(sequence_set(absolute(), one))))
    assert [lead.calibrated for lead in record.leads] == [False]
    assert record.warnings[0].startswith("I gives no scale in volts")
    assert record.read(0, 3).tolist() == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("step", "unit", "rate_hz"), [("0.002", "s", 500), ("4", "ms", 250), ("1000", "us", 1000)]
)
def test_the_rate_follows_from_the_increment(step, unit, rate_hz, tmp_path):
    one = sequence_set(absolute(step=step, unit=unit), lead("I", range(50)))
    assert open_record(write(tmp_path / "x.xml", series(one))).rate_hz == rate_hz


def test_a_file_without_a_rate_asks_for_it(tmp_path):
    path = write(tmp_path / "x.xml", series(sequence_set(lead("I", range(50)))))
    with pytest.raises(NeedsHints) as raised:
        open_record(path)
    assert (raised.value.n_leads, raised.value.n_samples) == (1, 50)
    assert open_record(path, ImportHints(fs_hz=500)).rate_hz == 500


def test_leads_that_were_recorded_in_turn_stand_where_they_were(tmp_path):
    digits = made_digits(4, 250)
    first = sequence_set(absolute(), lead("I", digits[0]), lead("II", digits[1]))
    later = sequence_set(absolute("20200101103001.000"), lead("V1", digits[2]))
    more = sequence_set(absolute("20200101103001.500"), lead("II", digits[3]))
    record = open_record(write(tmp_path / "x.xml", series(first, later, more)))
    assert record.lead_names == ("I", "II", "V1")
    values = record.read(0, record.n_samples)
    assert record.n_samples == 625
    np.testing.assert_allclose(values[0, :250], digits[0] * 2.5e-3, rtol=1e-6)
    np.testing.assert_allclose(values[1, 375:], digits[3] * 2.5e-3, rtol=1e-6)
    np.testing.assert_allclose(values[2, 250:500], digits[2] * 2.5e-3, rtol=1e-6)
    assert np.isnan(values).sum() == 3 * 625 - 4 * 250


def test_a_recording_in_many_sets_is_one(tmp_path):
    digits = made_digits(1, 3_000 * 20)[0]
    sets = [
        sequence_set(
            absolute(f"2020010110{second // 60:02}{second % 60:02}.000", step="0.05"),
            lead("II", digits[20 * second : 20 * second + 20]),
        )
        for second in range(3_000)
    ]
    record = open_record(write(tmp_path / "x.xml", series(*sets)))
    assert record.lead_names == ("II",)
    np.testing.assert_allclose(record.read(0, record.n_samples)[0], digits * 2.5e-3, rtol=1e-6)


def test_a_lead_that_is_recorded_twice_at_once_has_two_rows(tmp_path):
    sets = [sequence_set(absolute(), lead("II", range(50))) for _ in range(2)]
    record = open_record(write(tmp_path / "x.xml", series(*sets)))
    assert record.lead_names == ("II", "II (2)")


def test_a_start_may_lack_its_seconds(tmp_path):
    one = sequence_set(absolute("202001011030"), lead("II", range(50)))
    record = open_record(write(tmp_path / "x.xml", series(one)))
    assert record.started_at == datetime(2020, 1, 1, 10, 30)


def test_a_slower_lead_is_held(tmp_path):
    fast = sequence_set(absolute(step="0.002"), lead("I", range(500)))
    slow = sequence_set(absolute(step="0.004"), lead("II", range(250)))
    record = open_record(write(tmp_path / "x.xml", series(fast, slow)))
    assert record.rate_hz == 500
    np.testing.assert_allclose(record.read(0, 500)[1], np.repeat(range(250), 2) * 2.5e-3, rtol=1e-6)


@pytest.mark.parametrize(
    "other", [absolute("20200101150000.000"), absolute(step="0.003"), absolute("20300101150000.0")]
)
def test_sets_that_fit_on_no_axis_are_recordings_of_their_own(other, tmp_path):
    sets = sequence_set(absolute(), lead("I", range(500))), sequence_set(other, lead("I", range(9)))
    path = write(tmp_path / "x.xml", series(*sets))
    assert [open_record(tmp_path / f"x.xml{part}").n_samples for part in ("", "#2")] == [500, 9]
    assert "holds 2 recordings" in open_record(path).warnings[0]


def test_representative_beats_are_a_part_of_their_own(tmp_path):
    digits, beat = made_digits(1, 500), made_digits(1, 120)[::-1]
    beats = derived(sequence_set(relative(), lead("II", beat[0])))
    path = write(tmp_path / "x.xml", series(sequence_set(absolute(), lead("II", digits[0])), beats))
    record, second = open_record(path), open_record(tmp_path / "x.xml#2")
    assert (record.n_samples, second.n_samples) == (500, 120)
    assert record.record_id != second.record_id
    assert (record.path.name, second.path.name) == ("x.xml", "x.xml#2")
    assert "also there: #2 (representative beat, 0.48 s)" in record.warnings[0]
    with pytest.raises(EcgError, match=r"x\.xml holds 2 recordings: there is no #3"):
        open_record(tmp_path / "x.xml#3")


def test_who_and_when_it_was(tmp_path):
    record = check_reader(two_leads(tmp_path / "x.xml")[1], tmp_path)
    assert (record.patient.age_years, record.patient.sex) == (69, "F")
    assert record.started_at == datetime(2020, 1, 1, 10, 30)
    assert record.comments == ("Device: Maker Model 1, software 2.0",)
    assert dict(record.personal) == {
        "patient id": "SYN-0042", "birth date": "19500102", "name": "Sam Synthetic",
        "staff": "Robin Roe",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "unit", "years"),
    [("46", "a", 46), ("6", "mo", 0.5), ("126", "a", 69), ("12", "h", 12 / 8766)],
)
def test_a_reported_age_wins_where_it_is_possible(value, unit, years, tmp_path):
    path = two_leads(tmp_path / "x.xml", facts=AGE.format(value=value, unit=unit))[1]
    assert open_record(path).patient.age_years == pytest.approx(years)


def test_a_zone_makes_the_start_aware(tmp_path):
    one = sequence_set(absolute("20200101103000.250+0100"), lead("I", range(9)))
    record = open_record(write(tmp_path / "x.xml", series(one)))
    assert record.started_at == datetime(2020, 1, 1, 9, 30, 0, 250_000, tzinfo=UTC)


def test_free_text_about_the_subject_is_kept_without_names(tmp_path):
    text = "<pertainsTo><subjectFindingComment><text>{}</text></subjectFindingComment></pertainsTo>"
    facts = text.format("Felt dizzy") + text.format("sam was late") + text.format("Dr. Roe asked")
    path = two_leads(tmp_path / "x.xml", facts=facts)[1]
    assert open_record(path).comments[1:] == ("Felt dizzy",)


@pytest.mark.parametrize("text", [b"<a/>", b"<html><body>AnnotatedECG</body></html>", b"no xml"])
def test_other_xml_is_not_taken_for_one(text, tmp_path):
    (tmp_path / "other.xml").write_bytes(text)
    assert records_in(tmp_path) == []
    with pytest.raises(EcgError, match=r"^other\.xml is not a kind of file"):
        open_record(tmp_path / "other.xml")


@pytest.mark.parametrize(
    ("doctype", "entity"),
    [
        ('<!DOCTYPE a [<!ENTITY b "1 "><!ENTITY c "&b;&b;&b;&b;">]>', "&c;"),
        ('<!DOCTYPE a [<!ENTITY c SYSTEM "other.txt">]>', "&c;"),
    ],
)
def test_entities_are_refused(doctype, entity, tmp_path):
    path = two_leads(tmp_path / "trap.xml")[1]
    text = path.read_text("utf-8").replace("?>", f"?>{doctype}", 1)
    path.write_text(text.replace("<digits>", f"<digits>{entity}", 1), "utf-8")
    with pytest.raises(EcgError, match=r"^trap\.xml declares entities"):
        open_record(path)


def test_deep_nesting_is_refused(tmp_path):
    path = tmp_path / "deep.xml"
    path.write_bytes(document("<component>" * 5_000 + "</component>" * 5_000))
    with pytest.raises(EcgError, match=r"^deep\.xml is nested or divided as no ECG is"):
        open_record(path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[:-200], "breaks off at line"),
        (lambda text: text.replace("utf-8", "gb18030", 1), "encoding that is not read"),
        (lambda text: text.replace("<digits>", "<digits>x "), "digits that are no numbers"),
        (lambda text: text.replace('"0.004"', '"-1"'), "impossible time"),
        (lambda text: re.sub("<digits>[^<]*", "<digits>", text), "without any samples"),
    ],
)
def test_damage_is_told(change, words, tmp_path):
    path = two_leads(tmp_path / "odd.xml")[1]
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(EcgError, match=words) as raised:
        open_record(path)
    assert "odd.xml" in str(raised.value)


def test_long_recordings_are_decoded_in_pieces(tmp_path):
    # Some megabytes of digits a lead: more than one piece.
    digits = made_digits(1, 600_000)
    path = write(tmp_path / "x.xml", series(sequence_set(absolute(), lead("I", digits[0]))))
    record = open_record(path)
    assert record.n_samples == 600_000
    np.testing.assert_allclose(record.read(0, 600_000), digits * 2.5e-3, rtol=1e-6)


@pytest.mark.parametrize(
    ("name", "n_leads", "n_samples"),
    [
        ("fda_minimum_aecg", 1, 13),
        ("fda_subject1_0", 12, 5_000),
        ("hl7_2003-12_example", 12, 5_000),
    ],
)
def test_real_files_agree_with_their_text(name, n_leads, n_samples, data_folder, tmp_path):
    path = data_folder / f"formats/aecg/{name}.xml"
    # The second way: the text between marks, without any XML parser.
    rhythm, *beats = path.read_text("utf-8").split("<derivation>")
    record = check_reader(path, tmp_path, expected_mv=listed_mv(rhythm))
    assert (record.rate_hz, len(record.leads), record.n_samples) == (500, n_leads, n_samples)
    for text in beats:
        beat = open_record(path.with_name(f"{path.name}#2"))
        np.testing.assert_allclose(beat.read(0, beat.n_samples), listed_mv(text), atol=1e-7)


def listed_mv(text):
    """Return float32 (n_leads, n_samples): the published files step by 2.5 uV from 0."""
    lists = [words.split() for words in re.findall(r"<digits>([^<]*)</digits>", text)]
    return (np.array(lists, dtype=np.float64) * 2.5e-3).astype(np.float32)


@pytest.mark.parametrize("name", ["fda_subject1_0", "hl7_2003-12_example"])
def test_real_files_tell_what_they_hold(name, data_folder):
    path = data_folder / f"formats/aecg/{name}.xml"
    record, beat = open_record(path), open_record(path.with_name(f"{path.name}#2"))
    assert (record.patient.age_years, record.patient.sex) == (46, "M")
    assert [x.text for x in record.diagnoses] == ["Sinus Rhythm"]
    assert beat.lead_names == record.lead_names
    assert {"QT interval: 420 ms", "Low Pass Filter: 150 Hz"} <= set(record.comments)
    of_device = [x.label for x in record.annotations if x.source == "aecg"]
    assert {x: of_device.count(x) for x in set(of_device)} == {"p": 12, "N": 12, ")": 12, "(N": 1}
    # A person's R peaks in lead I and QT intervals in lead II.
    of_person = [x for x in record.annotations if x.source == "aecg-reader"]
    peaks = [(x.lead, x.start) for x in of_person if x.text == "R wave peak"]
    assert peaks == [("I", 166), ("I", 560), ("I", 965), ("I", 1388)]
    assert [(x.lead, x.start, x.stop) for x in of_person if x.text == "QRST"] == [
        ("II", 534, 741), ("II", 938, 1149), ("II", 1361, 1564),
    ]  # fmt: skip
