from dataclasses import replace
from datetime import datetime

import edfio
import numpy as np
import pyedflib
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.io.folder import records_in
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.open import open_record
from tests.io.made_edf import (
    MadeEdf,
    MadeSignal,
    continuous,
    made_levels,
    tal,
    two_leads,
)
from tests.io.reader_rules import check_reader


def in_mv(made: MadeEdf) -> np.ndarray:
    return np.array([signal.values() / 1000 for signal in made.signals])


def test_an_edf_file_keeps_the_rules(tmp_path):
    made = two_leads()
    record = check_reader(made.write(tmp_path / "a.edf"), tmp_path, expected_mv=in_mv(made))
    assert record.format == "EDF"
    assert (record.rate_hz, record.lead_names) == (100.0, ("I", "II"))
    assert all(lead.is_ecg and lead.calibrated for lead in record.leads)
    assert record.warnings == ()


def test_a_bdf_file_keeps_the_rules_with_24_bits(tmp_path):
    wide, range_uv = ("-8388608", "8388607"), ("-262144", "262143")
    signals = [
        MadeSignal(x, made_levels(600, i, 24), physical=range_uv, digital=wide)
        for i, x in enumerate(("I", "II"))
    ]
    texts = [tal(f"+{second}", *["beat"] * (second == 1)) for second in range(3)]
    made = MadeEdf(signals, 3, kind="BDF+C", texts=texts, is_bdf=True)
    record = check_reader(made.write(tmp_path / "a.bdf"), tmp_path, expected_mv=in_mv(made))
    assert (record.format, record.rate_hz) == ("BDF+C", 200.0)
    assert [mark.source for mark in record.annotations] == ["bdf"]


def test_other_readers_agree_sample_by_sample(tmp_path):
    path = continuous().write(tmp_path / "a.edf")
    record = open_record(path)
    with pyedflib.EdfReader(str(path)) as other:
        theirs = np.array([other.readSignal(lead) for lead in range(2)]) / 1000
    np.testing.assert_allclose(record.read(0, 500), theirs, rtol=2e-7, atol=1e-6)
    own = np.array([signal.data for signal in edfio.read_edf(path).signals]) / 1000
    np.testing.assert_allclose(record.read(0, 500), own, rtol=2e-7, atol=1e-6)


def test_a_real_recording_agrees_with_another_reader(data_folder, tmp_path):
    path = data_folder / "formats/edf/contec_0000050.ECG.edf"
    with pyedflib.EdfReader(str(path)) as other:
        theirs = np.array([other.readSignal(lead) for lead in range(12)])
    record = open_record(path)
    values = record.read(0, record.n_samples)
    # Its range is ±1000 mV: there float32 has steps of a thousandth of the file's own.
    np.testing.assert_allclose(values, theirs, rtol=2e-7, atol=1e-6)
    assert (record.rate_hz, len(record.leads)) == (800.0, 12)
    assert record.started_at == datetime(2020, 11, 16, 21, 44, 39)
    check_reader(path, tmp_path)


def test_a_file_of_annotations_alone_says_so(data_folder):
    folder = data_folder / "formats/edf"
    with pytest.raises(EcgError, match=r"test_edfann\.edf holds annotations and no signal"):
        open_record(folder / "test_edfann.edf")
    assert records_in(folder) == [folder / "contec_0000050.ECG.edf"]


def test_gaps_of_edf_d_stay_gaps_at_exact_samples(tmp_path):
    begins = ("+0", "+1", "+3.5", "+4.5", "+10.004")
    made = continuous(kind="EDF+D", texts=[tal(begin) for begin in begins])
    record = check_reader(made.write(tmp_path / "a.edf"), tmp_path)
    whole, expected = record.read(0, record.n_samples), in_mv(made).astype(np.float32)
    assert record.n_samples == 1_100
    places = [0, 100, 350, 450, 1_000]
    for number, place in enumerate(places):
        part = expected[:, number * 100 : number * 100 + 100]
        np.testing.assert_allclose(whole[:, place : place + 100], part, rtol=2e-7, atol=1e-7)
    is_signal = np.zeros(1_100, dtype=bool)
    for place in places:
        is_signal[place : place + 100] = True
    np.testing.assert_array_equal(np.isfinite(whole), np.vstack([is_signal] * 2))
    assert "2 gaps" in record.warnings[0]


def test_a_data_record_without_a_time_follows_the_one_before(tmp_path):
    texts = [tal("+0"), b"", tal("+0.5"), tal("+3"), tal("+4")]
    record = open_record(continuous(kind="EDF+D", texts=texts).write(tmp_path / "a.edf"))
    assert record.n_samples == 500
    assert "do not say when they begin: 2. Each follows" in record.warnings[0]


def test_a_gap_of_years_is_refused(tmp_path):
    texts = [*(tal(f"+{second}") for second in range(4)), tal("+999999999")]
    path = continuous(kind="EDF+D", texts=texts).write(tmp_path / "a.edf")
    with pytest.raises(EcgError, match=r"a\.edf claims to last longer than a month"):
        open_record(path)


def test_annotations_have_spans_leads_and_codes(tmp_path):
    texts = [
        tal("+0.25") + tal("+0.5", "Lights off@@ECG I") + tal("+1.25", "N", "(AFIB"),
        tal("+1.25") + tal("+2", "Apnea", "µ", duration="1.5"),
        tal("+2.25") + tal("+4", "to the end", duration="60"),
        tal("+3.25") + tal("+70", "too late"),
        tal("+4.25"),
    ]
    record = open_record(continuous(texts=texts).write(tmp_path / "a.edf"))
    assert list(record.annotations) == [
        Annotation(25, 25, '"', lead="I", text="Lights off", source="edf"),
        Annotation(100, 100, "N", source="edf"),
        Annotation(100, 100, "(AFIB", source="edf"),
        Annotation(175, 325, '"', text="Apnea", source="edf"),
        Annotation(175, 325, '"', text="µ", source="edf"),
        Annotation(375, 500, '"', text="to the end", source="edf"),
    ]
    assert "Annotations outside of the recording, left out: 1." in record.warnings[0]
    assert record.started_at == datetime(2002, 3, 2, 10, 20, 30, 250_000)


def test_annotations_that_name_somebody_keep_their_place_alone(tmp_path):
    patient = "MCH-0234567 F 02-MAY-1951 Haagse_Harry"
    texts = [
        tal("+0") + tal("+1", "Harry coughs") + tal("+2", "seen by Dr. Weber") + tal("+3", "Apnea"),
        *(tal(f"+{second}") for second in range(1, 5)),
    ]
    made = continuous(patient=patient, texts=texts)
    record = open_record(made.write(tmp_path / "a.edf"))
    assert [(x.start, x.text) for x in record.annotations] == [(100, ""), (200, ""), (300, "Apnea")]


def test_who_was_recorded_is_told_apart_from_what_may_be_shown(tmp_path):
    signals = [replace(two_leads().signals[0], filters="HP:0.05Hz", transducer="AgAgCl")]
    record = open_record(continuous(signals=signals).write(tmp_path / "a.edf"))
    assert (record.patient.age_years, record.patient.sex) == (50.0, "F")
    assert record.personal == (
        ("patient id", "MCH-0234567"),
        ("birth date", "02-MAY-1951"),
        ("name", "Haagse Harriet"),
        ("recording id", "PSG-1234/2002"),
        ("technician", "NN Jones"),
    )
    assert record.comments == ("Device: Telemetry03", "Transducer: AgAgCl", "Filters: HP:0.05Hz")


def test_free_texts_of_plain_edf_are_personal(tmp_path):
    made = two_leads(patient="Harriet Haagse, ward 7", recording="by Dr Jones")
    record = open_record(made.write(tmp_path / "a.edf"))
    assert record.personal == (("patient", "Harriet Haagse, ward 7"), ("recording", "by Dr Jones"))
    assert record.comments == ()


@pytest.mark.parametrize(
    ("day", "recording", "expected"),
    [
        ("02.03.02", "", datetime(2002, 3, 2, 10, 20, 30)),
        ("02.03.85", "", datetime(1985, 3, 2, 10, 20, 30)),
        ("02.03.84", "Startdate 02-MAR-2085 X X X", datetime(2085, 3, 2, 10, 20, 30)),
        ("01.01.85", "Startdate X X X X", None),
        ("99.99.99", "", None),
        ("garbage", "", None),
    ],
)
def test_the_start_is_a_date_or_unknown(day, recording, expected, tmp_path):
    made = continuous(day=day, recording=recording)
    assert open_record(made.write(tmp_path / "a.edf")).started_at == expected


@pytest.mark.parametrize(
    ("unit", "factor"), [("mV", 1.0), ("uV", 1e-3), ("µV", 1e-3), ("V", 1e3), ("nV", 1e-6)]
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_all_units_of_voltage_become_mv(unit, factor, encoding, tmp_path):
    signal = MadeSignal("I", made_levels(100), unit=unit, physical=("-5", "5"))
    made = MadeEdf([signal], 1, encoding=encoding)
    record = open_record(made.write(tmp_path / "a.edf"))
    expected = (signal.values() * factor).astype(np.float32)
    np.testing.assert_allclose(record.read(0, 100)[0], expected, rtol=2e-7, atol=1e-12)


def test_a_digital_range_upside_down_turns_the_signal(tmp_path):
    signal = MadeSignal("I", made_levels(100), digital=("32767", "-32768"))
    made = MadeEdf([signal], 1)
    check_reader(made.write(tmp_path / "a.edf"), tmp_path, expected_mv=in_mv(made))
    assert np.corrcoef(signal.values(), signal.levels)[0, 1] == pytest.approx(-1)


@pytest.mark.parametrize(
    "changed",
    [
        {"digital": ("0", "0")},
        {"physical": ("0", "0")},
        {"physical": ("", "")},
        {"digital": ("low", "high")},
        {"unit": ""},
    ],
)
def test_a_senseless_scale_is_said_and_never_guessed(changed, tmp_path):
    made = MadeEdf([MadeSignal("ECG", np.arange(100), **changed)], 1)
    path = made.write(tmp_path / "a.edf")
    record = open_record(path)
    assert record.leads[0].is_ecg
    assert not record.leads[0].calibrated
    assert "No scale is given for ECG" in record.warnings[0]
    halved = open_record(path, ImportHints(gain=2.0)).read(0, 100)
    np.testing.assert_allclose(halved, record.read(0, 100) / 2, rtol=1e-6)


def test_slower_signals_are_held_and_faster_ones_never_set_the_rate_of_an_ecg(tmp_path):
    rates = {"EEG C3-A2": 400, "ECG": 200, "EKG 2": 100, "SpO2": 1, "Resp": 30}
    signals = [
        MadeSignal(label, made_levels(rate * 2, seed), unit="%" if label == "SpO2" else "uV")
        for seed, (label, rate) in enumerate(rates.items())
    ]
    record = check_reader(MadeEdf(signals, 2).write(tmp_path / "a.edf"), tmp_path)
    values = record.read(0, record.n_samples)
    assert (record.rate_hz, record.n_samples) == (200.0, 400)
    assert [lead.is_ecg for lead in record.leads] == [False, True, True, False, False]
    expected = [signal.values() * (1 if signal.unit == "%" else 1e-3) for signal in signals]
    np.testing.assert_allclose(values[1], expected[1], rtol=2e-7, atol=1e-7)
    np.testing.assert_allclose(values[0], expected[0][::2], rtol=2e-7, atol=1e-7)
    np.testing.assert_allclose(values[2], np.repeat(expected[2], 2), rtol=2e-7, atol=1e-7)
    np.testing.assert_allclose(values[3], np.repeat(expected[3], 200), rtol=2e-7, atol=1e-7)
    held = np.arange(400) * 30 // 200
    np.testing.assert_allclose(values[4], expected[4][held], rtol=2e-7, atol=1e-7)
    assert "EEG C3-A2: 400 Hz, shown at 200 Hz by leaving samples out." in record.warnings
    assert "Resp: 30 Hz, shown at 200 Hz by holding each sample." in record.warnings


def test_a_recording_of_sleep_without_an_ecg_opens_and_has_no_ecg(tmp_path):
    labels = ("C3-A2", "EOG left", "LOC-A2", "Chin1-Chin2", "Pleth")
    signals = [MadeSignal(label, made_levels(100, i)) for i, label in enumerate(labels)]
    record = open_record(MadeEdf(signals, 1).write(tmp_path / "a.edf"))
    assert not any(lead.is_ecg for lead in record.leads)


def test_german_chest_leads_are_no_electrodes(tmp_path):
    labels = ("I", "II", "III", "C1", "C3", "C4")
    signals = [MadeSignal(label, made_levels(100, i)) for i, label in enumerate(labels)]
    record = open_record(MadeEdf(signals, 1).write(tmp_path / "a.edf"))
    assert all(lead.is_ecg for lead in record.leads)


@pytest.mark.parametrize("promised", ["-1", "", "many"])
def test_a_length_that_was_never_written_is_taken_from_the_file(promised, tmp_path):
    made = two_leads(promised=promised, tail=b"\1" * 30)
    record = check_reader(made.write(tmp_path / "a.edf"), tmp_path, expected_mv=in_mv(made))
    assert "taken from the file's size" in record.warnings[0]


def test_a_file_that_is_cut_short_shows_what_is_left(tmp_path):
    made = two_leads()
    path = made.write(tmp_path / "a.edf")
    path.write_bytes(path.read_bytes()[:-450])
    record = check_reader(path, tmp_path, expected_mv=in_mv(made)[:, :300])
    assert record.warnings == ("The file is cut short: it holds 3 of 5 data records.",)


def test_a_file_that_shrinks_while_it_is_open_says_so(tmp_path):
    path = two_leads().write(tmp_path / "a.edf")
    record = open_record(path)
    path.write_bytes(path.read_bytes()[:-450])
    with pytest.raises(EcgError, match=r"a\.edf has become shorter"):
        record.read(0, 500)


def test_large_data_records_are_read_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr("ecgviewer.io.edf_signals._SMALL_RECORD_BYTES", 100)
    begins = ("+0", "+1", "+3.5", "+4.5", "+10")
    made = continuous(kind="EDF+D", texts=[tal(begin) for begin in begins])
    record = check_reader(made.write(tmp_path / "a.edf"), tmp_path)
    np.testing.assert_allclose(record.read(350, 450), in_mv(made)[:, 200:300], rtol=2e-7, atol=1e-7)


def test_long_reads_go_through_the_file_in_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("ecgviewer.io.edf_signals._PIECE_SAMPLES", 130)
    made = two_leads()
    check_reader(made.write(tmp_path / "a.edf"), tmp_path, expected_mv=in_mv(made))


@pytest.mark.parametrize("record_s", ["0", "", "-1", "soon"])
def test_a_file_without_a_time_is_asked_for(record_s, tmp_path):
    path = two_leads(record_s=record_s).write(tmp_path / "a.edf")
    with pytest.raises(NeedsHints) as asked:
        open_record(path)
    assert (asked.value.n_leads, asked.value.n_samples) == (2, 500)
    assert open_record(path, ImportHints(fs_hz=250.0)).rate_hz == 250.0


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (two_leads(fields={"n_signals": "none"}), "does not say how many signals"),
        (two_leads(fields={"n_signals": "900"}), "cut short in its header"),
        (two_leads(record_s="1e-30"), "a rate of .* is impossible"),
        (MadeEdf([MadeSignal("I", made_levels(0))], 1), "holds no whole data record"),
    ],
)
def test_what_no_recording_says_is_refused_with_a_sentence(made, sentence, tmp_path):
    with pytest.raises(EcgError, match=rf"^a\.edf.*{sentence}"):
        open_record(made.write(tmp_path / "a.edf"))


def test_a_wrong_length_of_the_header_is_said_and_not_used(tmp_path):
    made = two_leads(fields={"header_bytes": "1"})
    record = check_reader(made.write(tmp_path / "a.edf"), tmp_path, expected_mv=in_mv(made))
    assert "wrong length of itself" in record.warnings[0]


def test_other_files_with_its_ending_are_refused_and_files_without_it_are_known(tmp_path):
    (tmp_path / "a.edf").write_text("no header at all")
    with pytest.raises(EcgError, match=r"a\.edf is no EDF or BDF file"):
        open_record(tmp_path / "a.edf")
    with pytest.raises(EcgError, match=r"gone\.edf does not exist"):
        open_record(tmp_path / "gone.edf")
    assert open_record(two_leads().write(tmp_path / "holter")).rate_hz == 100.0


def test_names_that_somebody_gives_win(tmp_path):
    path = two_leads().write(tmp_path / "a.edf")
    assert open_record(path, ImportHints(leads=("V1", "V2"))).lead_names == ("V1", "V2")
    with pytest.raises(EcgError, match=r"a\.edf holds 2 signals, but 1 names"):
        open_record(path, ImportHints(leads=("V1",)))


@pytest.mark.parametrize("kind", ["EDF+C", "BDF+C"])
def test_what_another_program_writes_is_read_with_its_annotations(kind, data_folder, tmp_path):
    known = open_record(data_folder / "mitdb/100.hea")
    n = 360 * 60
    values = known.read(0, n).astype(np.float64)
    path = tmp_path / f"a.{kind[:3].lower()}"
    is_bdf = kind.startswith("BDF")
    file_type = pyedflib.FILETYPE_BDFPLUS if is_bdf else pyedflib.FILETYPE_EDFPLUS
    half = 2 ** (23 if is_bdf else 15)
    with pyedflib.EdfWriter(str(path), 2, file_type=file_type) as writer:
        for lead, name in enumerate(known.lead_names):
            form: dict[str, str | int | float | None] = {
                "label": name, "dimension": "mV", "sample_frequency": 360,
                "physical_min": -10.0, "physical_max": 10.0,
                "digital_min": -half, "digital_max": half - 1,
            }  # fmt: skip
            writer.setSignalHeader(lead, form)
        writer.set_number_of_annotation_signals(2)
        writer.setSex(0)
        writer.setPatientName("Jane_Doe")
        beats = [mark for mark in known.annotations if mark.start < n and mark.label in "NA"]
        for mark in beats:
            writer.writeAnnotation(mark.start / 360, -1, mark.label)
        writer.writeSamples(list(values))
    record = check_reader(path, tmp_path)
    assert (record.format, record.rate_hz, record.lead_names) == (kind, 360.0, ("MLII", "V5"))
    assert ("name", "Jane Doe") in record.personal
    assert record.patient.sex == "F"
    np.testing.assert_allclose(record.read(0, n), values, atol=10 / half)
    # Onsets are written in steps of 0.1 ms.
    assert len(beats) > 70
    assert [(x.start, x.label) for x in record.annotations] == [(x.start, x.label) for x in beats]
