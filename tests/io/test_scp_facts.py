"""What SCP-ECG records say beside their signal."""

from datetime import datetime, timedelta, timezone
from struct import pack

import pytest

from ecgviewer.io.open import open_record
from tests.io.made_scp import (
    device_tag,
    global_section,
    lead_measurement_section,
    made_levels,
    plain_record,
    statement_section,
    tags,
    text,
)

BORN, RECORDED = pack("<HBB", 1950, 6, 30), pack("<HBB", 2020, 6, 29)


def opened(folder, extra, name="made.scp"):
    path = folder / name
    path.write_bytes(plain_record(made_levels(2, 500), extra=extra))
    return open_record(path)


def shown(record):
    return " ".join((*record.comments, *record.warnings, *(x.text for x in record.diagnoses)))


def test_age_and_sex_are_shown_and_persons_are_not(tmp_path):
    persons = {0: "Mustermann", 1: "Erika", 2: "PAT-77", 20: "Dr. Weiss", 21: "Schwarz", 22: "Roth"}
    pairs = [(tag, text(words)) for tag, words in persons.items()]
    pairs += [(4, pack("<HB", 18, 2)), (5, BORN), (8, b"\x02"), (16, text("St. Elsewhere"))]
    pairs += [(30, text("Follow-up of Mrs Mustermann")), (30, text("after exercise"))]
    record = opened(tmp_path, {1: tags(*pairs)})
    assert record.patient.age_years == pytest.approx(1.5)
    assert record.patient.sex == "F"
    assert record.comments == ("after exercise",)
    assert dict(record.personal) == {
        "name": "Erika Mustermann",
        "patient id": "PAT-77",
        "birth date": "1950-06-30",
        "institution": "St. Elsewhere",
        "referring physician": "Dr. Weiss",
        "confirming physician": "Schwarz",
        "technician": "Roth",
        "remark": "Follow-up of Mrs Mustermann",
    }


def test_an_untold_age_follows_from_the_dates(tmp_path):
    record = opened(tmp_path, {1: tags((5, BORN), (25, RECORDED), (26, bytes([9, 8, 7])))})
    # A day before the birthday.
    assert record.patient.age_years == 69
    assert record.started_at == datetime(2020, 6, 29, 9, 8, 7)


def test_an_age_that_nobody_has_is_unknown(tmp_path):
    record = opened(tmp_path, {1: tags((4, pack("<HB", 149, 1)))})
    assert record.patient.age_years is None


def test_a_time_zone_belongs_to_the_beginning(tmp_path):
    zone = pack("<hH", -330, 0) + text("")
    record = opened(tmp_path, {1: tags((25, RECORDED), (26, bytes([23, 0, 0])), (34, zone))})
    assert record.started_at is not None
    assert record.started_at.utcoffset() == timedelta(minutes=-330)
    assert record.started_at.tzinfo == timezone(timedelta(minutes=-330))


def test_device_body_and_filters_are_comments(tmp_path):
    device = device_tag("Vx 7", strings=("1.0", "SN-4711", "sw 2.1", "", "Made Devices"))
    pairs = [(6, pack("<HB", 187, 1)), (7, pack("<HB", 82, 1)), (11, pack("<H", 130))]
    pairs += [(10, b"\x00\x01\x02" + text("metoprolol")), (12, pack("<H", 85)), (14, device)]
    pairs += [(27, pack("<H", 5)), (28, pack("<H", 150)), (29, b"\x02")]
    record = opened(tmp_path, {1: tags(*pairs)})
    assert record.comments == (
        "Device: Made Devices Vx 7, software sw 2.1",
        "Mains frequency: 50 Hz",
        "Height: 187 cm",
        "Weight: 82 kg",
        "Blood pressure: 130/85 mmHg",
        "Filters: 0.05 Hz high-pass, 150 Hz low-pass, 50 Hz notch",
        "Drugs: metoprolol",
    )
    assert ("device serial number", "SN-4711") in record.personal


def test_texts_are_in_the_record_s_character_set(tmp_path):
    greek = [(14, device_tag(language=0x23)), (30, text("ταχυκαρδία", "iso8859-7"))]
    record = opened(tmp_path, {1: tags(*greek)})
    assert record.comments[-1] == "ταχυκαρδία"


def test_measured_values_have_units_and_absent_ones_are_left_out(tmp_path):
    beat = [100, 210, 260, 350, 660, 45, -30, 999]
    extra = {
        7: global_section([beat], qtc_ms=421),
        10: lead_measurement_section(
            {3: [104, 160, 92, 400, 0, 40, 52, 29_999, 19_999, 0, 350, -1_200, 29_999, 0, -50]}
        ),
    }
    record = opened(tmp_path, extra)
    assert record.comments == (
        "Measured: mean RR 800 ms, P 110 ms, PR 160 ms, QRS 90 ms, QT 400 ms, "
        "axes P 45° QRS -30°, ventricular rate 75/min, QTc 421 ms (Bazett)",
        "V1: P 104 ms, PR 160 ms, QRS 92 ms, QT 400 ms, R 40 ms, S 52 ms, "
        "R 350 µV, S -1200 µV, J -50 µV",
    )


def test_pacemaker_spikes_are_marked(tmp_path):
    record = opened(tmp_path, {7: global_section([], spikes=[(100, 2_000), (60_000, 1)])})
    assert [(x.start, x.text) for x in record.annotations] == [(50, "pacemaker spike, 2000 µV")]


def test_statements_are_diagnoses_without_names(tmp_path):
    told = [text("Sinus rhythm"), text("LBBB"), text("Reviewed for Mustermann"), text("Dr. Weiss")]
    coded = [b"\x01AFIB_PR\x00", b"\x01NORM\x00", b"\x02" + text("Low voltage")]
    extra = {
        1: tags((0, text("Mustermann"))),
        8: statement_section(told),
        11: statement_section(coded, state=0),
    }
    record = opened(tmp_path, extra)
    assert [x.text for x in record.diagnoses] == [
        "Sinus rhythm",
        "Left bundle branch block",
        "Atrial fibrillation (PR)",
        "Normal ECG",
        "Low voltage",
    ]
    assert "Weiss" not in shown(record)
    assert record.comments[-2:] == ("Interpretation: confirmed", "Interpretation: not overread")


@pytest.mark.parametrize("section", [7, 8, 10, 11])
def test_a_damaged_section_of_facts_is_left_out_and_told(section, tmp_path):
    record = opened(tmp_path, {section: b"\xff"})
    assert record.warnings == (
        f"Section {section} is damaged and was left out: it ends too early.",
    )


def test_sections_of_version_3_are_told(tmp_path):
    record = opened(tmp_path, {12: bytes(30), 13: bytes(30)})
    assert record.warnings == ("Sections that cannot be read here: 12, 13.",)
