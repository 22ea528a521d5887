"""What an annotated ECG marks, measures and states goes where it belongs."""

import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.open import open_record
from tests.io.made_aecg import (
    absolute,
    amount,
    annotation,
    annotations,
    at_ms,
    between,
    between_ms,
    coded,
    derived,
    lead,
    made_digits,
    relative,
    sequence_set,
    series,
    write,
)


def opened(tmp_path, *contents, part=""):
    digits = made_digits(2, 500)
    signal = sequence_set(absolute(), lead("I", digits[0]), lead("II", digits[1]))
    write(tmp_path / "made.xml", series(signal, *contents))
    return open_record(tmp_path / f"made.xml{part}")


def wave(word, times="", leads="", *within):
    return annotation(
        "MDC_ECG_WAVC", coded(f"MDC_ECG_WAVC_{word}"), *within, times=times, leads=leads
    )


def test_the_waves_of_a_beat_are_spans_and_its_complex_has_the_beat_s_class(tmp_path):
    beat = annotation(
        "MDC_ECG_BEAT",
        coded("MDC_ECG_BEAT_V_P_C"),
        wave("PWAVE", between("20200101103000.100", "20200101103000.200")),
        wave("QRSWAVE", between_ms(240, 360)),
        wave("TWAVE", between_ms(high=640)),
    )
    assert list(opened(tmp_path, annotations(beat)).annotations) == [
        Annotation(25, 50, "p", source="aecg"),
        Annotation(60, 90, "V", source="aecg"),
        Annotation(160, 160, ")", text="T wave end", source="aecg"),
    ]


def test_a_person_s_marks_name_their_leads(tmp_path):
    peak = annotation("MDC_ECG_WAVC_TYPE", coded("MDC_ECG_WAVC_PEAK"), times=at_ms(332), leads="I")
    told = annotations(
        wave("RWAVE", "", "", peak),
        wave("QRSTWAVE", between_ms(240, 640), "II"),
        wave("QWAVE", between_ms(low=240), "I II"),
        person="Dr. John Brown",
    )
    record = opened(tmp_path, told)
    assert [(x.start, x.stop, x.lead, x.label, x.text) for x in record.annotations] == [
        (60, 60, "I", "(", "Q wave onset"),
        (60, 60, "II", "(", "Q wave onset"),
        (60, 160, "II", '"', "QRST"),
        (83, 83, "I", '"', "R wave peak"),
    ]
    assert {x.source for x in record.annotations} == {"aecg-reader"}
    assert ("staff", "Dr. John Brown") in record.personal


def test_a_beat_with_a_place_of_its_own_is_marked_there(tmp_path):
    beat = annotation("MDC_ECG_BEAT", coded("MDC_ECG_BEAT_PACED"), times=at_ms(400))
    assert list(opened(tmp_path, annotations(beat)).annotations) == [
        Annotation(100, 100, "/", source="aecg")
    ]


@pytest.mark.parametrize(
    ("word", "label", "text"),
    [("SINUS_RHY", "(N", "Sinus rhythm"), ("ATR_FIB", "(AFIB", "Atrial fibrillation")],
)
def test_a_rhythm_is_a_statement_and_a_mark_where_it_begins(word, label, text, tmp_path):
    rhythm = annotation("MDC_ECG_RHY", coded(f"MDC_ECG_RHY_{word}"), times=between_ms(400, 1600))
    record = opened(tmp_path, annotations(rhythm))
    assert [(x.start, x.stop, x.label) for x in record.annotations] == [(100, 100, label)]
    assert [x.text for x in record.diagnoses] == [text]


def test_statements_and_comments_are_told_apart_and_name_nobody(tmp_path):
    def said(code, text):
        return annotation(code, f'<value xsi:type="ST">{text}</value>')

    told = annotations(
        said("MDC_ECG_INTERPRETATION_STATEMENT", "RBBB"),
        said("MDC_ECG_INTERPRETATION_STATEMENT", "Reviewed by Robin"),
        said("MDC_ECG_INTERPRETATION_COMMENT", "Baseline wanders"),
    )
    record = opened(tmp_path, told)
    assert [x.code for x in record.diagnoses] == ["59118001"]
    assert "Baseline wanders" in record.comments


def test_values_have_units_leads_and_a_range_over_beats(tmp_path):
    beats = [
        annotation(
            "MDC_ECG_BEAT",
            coded("MDC_ECG_BEAT_NORMAL"),
            annotation("MDC_ECG_TIME_PD_QT", amount(qt, "ms")),
        )
        for qt in (400, 412, 405)
    ]
    told = annotations(
        *beats,
        annotation("MDC_ECG_HEART_RATE", amount(61, "bpm")),
        annotation("MDC_ECG_AMPL_R", amount(1.2, "mV"), leads="I"),
        annotation("MDC_ECG_AMPL_R", amount(0.8, "mV"), leads="II"),
    )
    assert opened(tmp_path, told).comments[1:] == (
        "QT interval: 400 to 412 ms", "Heart rate: 61 bpm", "AMPL_R: I 1.2, II 0.8 mV",
    )  # fmt: skip


def test_annotations_stay_with_their_series(tmp_path):
    beats = derived(
        sequence_set(relative(0.1), lead("II", range(100))),
        annotations(wave("QRSWAVE", between_ms(200, 300))),
    )
    assert opened(tmp_path, beats).annotations == ()
    # Its axis begins at 0.1 s.
    assert list(opened(tmp_path, beats, part="#2").annotations) == [
        Annotation(25, 50, '"', text="QRS", source="aecg")
    ]


def test_times_count_from_the_series_in_a_set_that_is_a_recording_of_its_own(tmp_path):
    sets = [
        sequence_set(absolute(head), lead("II", range(200)))
        for head in ("20200101103000.000", "20200101113000.000")
    ]
    told = annotations(wave("PWAVE", between_ms(3_600_100, 3_600_200)))
    write(tmp_path / "made.xml", series(*sets, told))
    assert open_record(tmp_path / "made.xml").annotations == ()
    second = open_record(tmp_path / "made.xml#2").annotations
    assert [(x.start, x.stop) for x in second] == [(25, 50)]


def test_marks_outside_the_record_are_left_out(tmp_path):
    told = annotations(
        wave("PWAVE", between_ms(-40, 40)),
        wave("PWAVE", between_ms(1_960, 2_040)),
        wave("PWAVE", between("19991231000000", "19991231000001")),
        wave("PWAVE", between_ms(1e12, 2e12)),
        wave("PWAVE", between_ms(1_900, 2_000)),
    )
    assert [(x.start, x.stop) for x in opened(tmp_path, told).annotations] == [(475, 500)]
