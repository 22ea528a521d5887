"""ISHNE Holter recordings, their annotations and what they say of a person."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io import ishne_reader
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.open import open_record
from tests.io.made_ishne import MISSING, MadeHeader, annotation_file, made_levels, recording
from tests.io.reader_rules import check_reader

UNIT_MV = 0.0025


def write(folder, content, name="made.ecg"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_made_recording_keeps_the_rules(tmp_path):
    levels = made_levels()
    levels[1, 50:70] = MISSING
    expected = np.where(levels == MISSING, np.nan, levels * UNIT_MV).astype(np.float32)
    record = check_reader(write(tmp_path, recording(levels)), tmp_path, expected_mv=expected)
    assert record.lead_names == ("II", "V1", "V5")
    assert (record.rate_hz, record.format, record.warnings) == (200, "ISHNE Holter", ())
    assert record.started_at == datetime(2020, 6, 29, 21, 30, 15)


def test_twelve_leads_have_their_own_resolutions(tmp_path):
    names = ("I", "II", "III", "aVR", "V1", "V5", "ES", "X", "unknown", "V1", "V5", "II")
    resolutions = tuple(range(1_000, 13_000, 1_000))
    header = MadeHeader(leads=names, nv_per_unit=resolutions)
    levels = made_levels(12, 100)
    record = open_record(write(tmp_path, recording(levels, header)))
    expected = levels * np.array(resolutions)[:, None] / 1e6
    np.testing.assert_allclose(record.read(0, 100), expected, rtol=1e-6)
    assert record.lead_names[3:] == (
        *("aVR", "V1", "V5", "ES", "X", "Lead 9", "V1 (2)", "V5 (2)", "II (2)"),
    )
    assert record.leads[8].file_name == ""


def test_a_span_is_read_without_the_whole_file(tmp_path, monkeypatch):
    monkeypatch.setattr(ishne_reader, "_PIECE_SAMPLES", 64)
    levels = made_levels(2, 5_000)
    path = write(tmp_path, recording(levels, MadeHeader(leads=("II", "V5"))))
    record = open_record(path)
    # What lies before and behind the span may be lost meanwhile.
    content = path.read_bytes()
    start = len(content) - 4 * 5_000
    path.write_bytes(b"\0" * (start + 4 * 1_000) + content[start + 4 * 1_000 : start + 4 * 1_300])
    np.testing.assert_allclose(
        record.read(1_000, 1_300), levels[:, 1_000:1_300] * UNIT_MV, rtol=1e-6
    )
    with pytest.raises(EcgError, match=r"made\.ecg ends in the middle of its data"):
        record.read(4_000, 4_100)


def test_persons_are_not_shown(tmp_path):
    header = MadeHeader(
        qualities=(1, 3, 5),
        pacemaker=3,
        comment=b"Holter of Mustermann\r\nPatient name: Erika\r\nchest pain at noon",
        owner="Made Hospital",
        rights="For research by Made Hospital only",
    )
    record = open_record(write(tmp_path, recording(made_levels(), header)))
    assert record.patient.age_years == 69
    assert record.patient.sex == "F"
    assert record.comments == (
        "Recorder: digital",
        "Pacemaker: dual chamber, unipolar",
        "Lead V1: frequent noise, more than 10 % of the time",
        "Lead V5: frequently off, more than 10 % of the time",
        "chest pain at noon",
    )
    assert record.personal == (
        ("name", "Erika Mustermann"),
        ("patient id", "PAT-77"),
        ("birth date", "1950-06-30"),
        ("owner", "Made Hospital"),
        ("remark", "Holter of Mustermann"),
        ("remark", "Patient name: Erika"),
        ("remark", "For research by Made Hospital only"),
    )


def test_the_size_may_count_one_lead_or_all(tmp_path):
    levels = made_levels()
    for told in (2_000, 6_000, 0):
        record = open_record(write(tmp_path, recording(levels, told_samples=told)))
        assert (record.n_samples, record.warnings) == (2_000, ())


def test_a_recording_that_was_cut_short_is_told(tmp_path):
    record = open_record(write(tmp_path, recording(made_levels())[:-3_001]))
    assert record.n_samples == 1_499
    assert "was cut short" not in " ".join(record.warnings)
    cut = open_record(write(tmp_path, recording(made_levels())[:-9_001]))
    assert "it was cut short, copy it again" in cut.warnings[0]


def test_a_wrong_checksum_is_told(tmp_path):
    content = bytearray(recording(made_levels()))
    content[30] ^= 1
    record = open_record(write(tmp_path, bytes(content)))
    assert record.warnings == ("The checksum of the header is wrong: what it says may be damaged.",)


def test_an_untold_resolution_is_uncalibrated(tmp_path):
    header = MadeHeader(nv_per_unit=(2_500, 0, 2_500))
    record = open_record(write(tmp_path, recording(made_levels(), header)))
    assert [lead.calibrated for lead in record.leads] == [True, False, True]
    assert "one unit is taken as 1 µV" in record.warnings[0]


def test_an_untold_rate_is_asked_for(tmp_path):
    path = write(tmp_path, recording(made_levels(), MadeHeader(rate_hz=0)))
    with pytest.raises(NeedsHints, match=r"made\.ecg holds 3 leads of 2000 samples"):
        open_record(path)
    assert open_record(path, ImportHints(fs_hz=250)).rate_hz == 250


def test_annotations_beside_are_read_in_wfdb_s_codes(tmp_path):
    entries = [("N", 0), ("V", 200), ("!", 65_535), ("S", 100), ("P", 1), ("X", 2), ("U", 3)]
    entries += [("B", 4), ("C", 5), ("N", 60_000)]
    path = write(tmp_path, recording(made_levels(3, 70_000)))
    marks = write(tmp_path, annotation_file(150, entries), "made.ann")
    record = open_record(path)
    assert [(x.start, x.label, x.text, x.source) for x in record.annotations] == [
        (150, "N", "", "ann"),
        (350, "V", "", "ann"),
        (65_985, "S", "", "ann"),
        (65_986, "/", "", "ann"),
        (65_988, "|", "", "ann"),
        (65_991, "Q", "", "ann"),
        (65_995, "B", "", "ann"),
        (66_000, '"', "calibration pulse", "ann"),
    ]
    assert record.warnings == ("Annotations behind the recording's end, left out: 1.",)
    # Clicking the marks opens what they belong to.
    assert open_record(marks).record_id == record.record_id


def test_annotations_alone_say_what_is_absent(tmp_path):
    marks = write(tmp_path, annotation_file(150, [("N", 0)]), "made.ann")
    with pytest.raises(EcgError, match=r"made\.ann holds the annotations of made\.ecg"):
        open_record(marks)


def test_another_file_of_that_suffix_is_passed_over(tmp_path):
    path = write(tmp_path, recording(made_levels()))
    write(tmp_path, b"an annotation of another kind", "made.ann")
    assert len(open_record(path).annotations) == 0
    write(tmp_path, annotation_file(0, [("N", 1)])[:400], "made.ann")
    assert open_record(path).warnings == (
        "The file of annotations is damaged or cannot be read: they are left out.",
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ((156, b"\0\0"), r"made\.ecg is damaged: its header tells of 0 leads"),
        ((22, b"\xff\xff\xff\x7f"), r"made\.ecg is damaged: its samples would begin at byte"),
    ],
)
def test_a_damaged_header_gives_a_sentence(change, sentence, tmp_path):
    content = bytearray(recording(made_levels()))
    place, new = change
    content[place : place + len(new)] = new
    with pytest.raises(EcgError, match=sentence):
        open_record(write(tmp_path, bytes(content)))


def test_a_header_without_samples_gives_a_sentence(tmp_path):
    header = recording(made_levels())[:522]
    with pytest.raises(EcgError, match=r"made\.ecg holds a header but no sample"):
        open_record(write(tmp_path, header))
    with pytest.raises(EcgError, match=r"made\.ecg ends in the middle of its header"):
        open_record(write(tmp_path, header[:300]))


def test_more_leads_than_the_header_describes_are_numbered(tmp_path):
    header = replace(MadeHeader(), leads=("II",) * 12)
    content = bytearray(recording(made_levels(14, 100), header))
    content[156:158] = (14).to_bytes(2, "little")
    record = open_record(write(tmp_path, bytes(content)))
    assert record.lead_names[-2:] == ("Lead 13", "Lead 14")
    assert record.n_samples == 100
    assert not record.leads[-1].calibrated
