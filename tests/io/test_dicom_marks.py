"""What a DICOM file marks, measures and states goes where it belongs."""

import numpy as np
import pytest
from pydicom.sequence import Sequence as Items

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.open import open_record
from tests.io.made_dicom import channel, code, group, made_steps, mark, waveform, write
from tests.io.reader_rules import check_reader

LEADS = [channel("I"), channel("II")]
MS = Items([code("ms", "UCUM", "milliseconds")])
P_ONSET, P_OFFSET = code("5.10.3-1", "SCPECG", "P Onset"), code("5.10.3-2", "SCPECG", "P Offset")
QRS_ONSET = code("5.10.3-3", "SCPECG", "QRS Onset")
QRS_OFFSET = code("5.10.3-4", "SCPECG", "QRS Offset")
T_OFFSET = code("5.10.3-5", "SCPECG", "T Offset")
FIDUCIAL = code("5.7.1-3", "SCPECG", "Fiducial Point")


def opened(tmp_path, marks, part="", **facts):
    beats = group(
        made_steps(2, 200), LEADS, label="MEDIAN BEAT",
        WaveformOriginality="DERIVED", TriggerSamplePosition=81,
    )  # fmt: skip
    data = waveform([group(made_steps(2, 900), LEADS), beats], **facts)
    data.WaveformAnnotationSequence = Items(marks)
    write(tmp_path / "made.dcm", data)
    return open_record(tmp_path / f"made.dcm{part}")


def point(name, at, listed_with=100, **facts):
    return mark(
        name, TemporalRangeType="POINT", ReferencedSamplePositions=at,
        AnnotationGroupNumber=listed_with, **facts,
    )  # fmt: skip


def test_waves_are_spans_and_a_beat_is_a_point(tmp_path):
    record = opened(
        tmp_path,
        [
            point(P_ONSET, 101), point(P_OFFSET, 126), point(QRS_ONSET, 141),
            point(FIDUCIAL, 151), point(QRS_OFFSET, 164), point(T_OFFSET, 251),
        ],
    )  # fmt: skip
    # The first sample is number 1.
    assert list(record.annotations) == [
        Annotation(100, 125, "p", source="dicom"),
        Annotation(140, 163, '"', text="QRS", source="dicom"),
        Annotation(150, 150, "?", source="dicom"),
        Annotation(250, 250, ")", text="T Offset", source="dicom"),
    ]


def test_marks_name_their_lead_and_stay_with_their_group(tmp_path):
    marks = [
        point(FIDUCIAL, 300, ReferencedWaveformChannels=[1, 2]),
        point(FIDUCIAL, 81, 7, ReferencedWaveformChannels=[2, 1]),
    ]
    assert [(x.start, x.lead) for x in opened(tmp_path, marks).annotations] == [(299, "II")]
    assert [(x.start, x.lead) for x in opened(tmp_path, marks, "#2").annotations] == [(80, "I")]


def test_marks_aligned_to_the_median_beat_are_its_own_though_they_name_the_rhythm(tmp_path):
    marks = [point(P_ONSET, 31, 2), point(FIDUCIAL, 81, 2), point(FIDUCIAL, 400, 100)]
    assert [x.start for x in opened(tmp_path, marks).annotations] == [399]
    assert [x.start for x in opened(tmp_path, marks, "#2").annotations] == [30, 80]


@pytest.mark.parametrize(
    ("value", "symbol"), [("10:8208", "N"), ("10:8336", "V"), ("10:8464", "L"), ("10:8704", "/")]
)
def test_a_beat_s_class_is_wfdb_s_where_both_mean_the_same(value, symbol, tmp_path):
    record = opened(tmp_path, [point(code(value, "MDC", "Beat"), 300)])
    assert [(x.start, x.label) for x in record.annotations] == [(299, symbol)]


def test_times_are_read_where_no_samples_are_named(tmp_path):
    told = mark(text="Palpitation", TemporalRangeType="POINT", ReferencedTimeOffsets="1000")
    span = mark(
        code("10:1600", "MDC", "Entire QRS"), TemporalRangeType="SEGMENT",
        ReferencedTimeOffsets=["40", "120"],
    )  # fmt: skip
    record = opened(tmp_path, [told, span])
    assert list(record.annotations) == [
        Annotation(10, 30, '"', text="Entire QRS", source="dicom"),
        Annotation(250, 250, '"', text="Palpitation", source="dicom"),
    ]


def test_marks_outside_the_record_are_left_out(tmp_path):
    marks = [point(FIDUCIAL, 5_000), point(FIDUCIAL, 0), point(FIDUCIAL, 900)]
    record = opened(tmp_path, marks)
    assert [x.start for x in record.annotations] == [899]
    assert record.diagnoses == ()


def test_a_measure_without_its_value_is_no_statement(tmp_path):
    empty = mark(code("5.13.5-7", "SCPECG", "PR Interval"), MeasurementUnitsCodeSequence=MS)
    assert opened(tmp_path, [empty]).diagnoses == ()


def test_moments_are_places_too(tmp_path):
    told = mark(
        text="here", TemporalRangeType="POINT", ReferencedDateTime="20200101103002.500",
    )  # fmt: skip
    assert [(x.start, x.text) for x in opened(tmp_path, [told]).annotations] == [(500, "here")]


def test_values_are_comments_with_their_unit(tmp_path):
    rate = code("5.10.2.1-3", "SCPECG", "RR Interval")
    record = opened(
        tmp_path,
        [
            mark(rate, NumericValue="982", MeasurementUnitsCodeSequence=MS),
            mark(rate, NumericValue="41", ReferencedWaveformChannels=[1, 2]),
        ],
    )
    assert record.comments[1:] == ("RR Interval: 982 ms", "RR Interval in II: 41")


def test_statements_are_diagnoses_by_their_code_where_they_have_one(tmp_path):
    sinus = mark(code("1", "99OWN", "Rhythm"))
    sinus.ConceptCodeSequence = Items([code("426783006", "SCT", "sinus")])
    record = opened(tmp_path, [mark(text="Ritmo sinusale"), sinus, mark(text="RBBB")])
    found = [(x.code, x.text) for x in record.diagnoses]
    assert found[0] == ("", "Ritmo sinusale")
    assert [code for code, _ in found[1:]] == ["426783006", "59118001"]


def test_statements_that_name_somebody_are_left_out(tmp_path):
    marks = [mark(text="Confirmed by Dr. Who"), mark(text="sam SYNTHETIC, 69"), mark(text="PVC")]
    record = opened(tmp_path, marks)
    assert [x.code for x in record.diagnoses] == ["427172004"]


def test_a_statement_a_line_is_a_statement_each(tmp_path):
    record = opened(tmp_path, [mark(text="RBBB\r\nRitmo sinusale.\r\n")])
    assert [x.text for x in record.diagnoses][1:] == ["Ritmo sinusale"]
    assert record.diagnoses[0].code == "59118001"


def test_marks_lose_words_that_name_somebody(tmp_path):
    told = [
        mark(text=text, TemporalRangeType="POINT", ReferencedSamplePositions=10)
        for text in ("Sam felt it", "Palpitation", "seen by Dr. Who")
    ]
    assert [x.text for x in opened(tmp_path, told).annotations] == ["", "Palpitation", ""]


def test_the_real_file_agrees_with_pydicom_sample_by_sample(data_folder, tmp_path):
    import pydicom

    path = data_folder / "formats/dicom/pydicom_waveform_ecg.dcm"
    data = pydicom.dcmread(path)
    rhythm = (data.waveform_array(0).T / 1e3).astype(np.float32)
    record = check_reader(path, tmp_path, expected_mv=rhythm)
    beat = open_record(path.with_name(f"{path.name}#2"))
    expected = (data.waveform_array(1).T / 1e3).astype(np.float32)
    np.testing.assert_allclose(beat.read(0, 1_200), expected, rtol=2e-7, atol=1e-7)
    assert (record.n_samples, record.rate_hz, beat.n_samples) == (10_000, 1_000, 1_200)
    assert (record.patient.age_years, record.patient.sex) == (42, "F")
    assert [x.text for x in record.diagnoses] == ["RITMO SINUSALE", "ECG NORMALE"]
    assert "QRS Duration: 75 ms" in record.comments
    # Ten beats with a P wave, a QRS complex, its fiducial point and the end of its T wave.
    labels = [x.label for x in record.annotations]
    assert {label: labels.count(label) for label in set(labels)} == dict.fromkeys('p"?)', 10)
    first = next(x.start for x in record.annotations if x.label == "?")
    assert first == 526
    assert [x.start for x in beat.annotations if x.label == "?"] == [500]
