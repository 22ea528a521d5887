"""DICOM waveforms, against the values that were written and against pydicom's own reading."""

import subprocess
import sys
from datetime import UTC, datetime

import numpy as np
import pytest
from pydicom.sequence import Sequence as Items

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.io.made_dicom import (
    AMBULATORY,
    CT_IMAGE,
    GENERAL,
    HEMODYNAMIC,
    SYNTAXES,
    VOICE,
    channel,
    code,
    group,
    made_steps,
    mark,
    waveform,
    write,
)
from tests.io.reader_rules import check_reader


def twelve(n_samples=600, **facts):
    steps = made_steps(12, n_samples)
    return steps, waveform([group(steps, [channel(name) for name in STANDARD_LEADS])], **facts)


@pytest.mark.parametrize("syntax", list(SYNTAXES))
@pytest.mark.parametrize("kind", ["SB", "UB", "SS", "US", "SL"])
def test_every_transfer_syntax_and_sample_type_is_read(syntax, kind, tmp_path):
    steps = made_steps(3, 500, kind)
    order = ">" if syntax == "big endian" else "<"
    channels = [channel("I"), channel("II", unit="mV"), channel("V1", unit="V")]
    data = waveform([group(steps, channels, kind=kind, order=order)])
    path = write(tmp_path / "made.dcm", data, syntax)
    expected = steps.T * 2.5 * np.array([[1e-3], [1.0], [1e3]])
    record = check_reader(path, tmp_path, expected_mv=expected.astype(np.float32))
    assert (record.format, record.rate_hz) == ("dicom", 250)
    assert [lead.unit for lead in record.leads] == ["mV"] * 3


@pytest.mark.parametrize("syntax", ["explicit", "implicit", "big endian"])
@pytest.mark.parametrize("name", ["bare", "bare.dcm"])
def test_a_data_set_without_a_preamble_is_known_by_its_first_tag(syntax, name, tmp_path):
    steps = made_steps(2, 300)
    order = ">" if syntax == "big endian" else "<"
    data = waveform([group(steps, [channel("I"), channel("II")], order=order)])
    path = write(tmp_path / name, data, syntax, preamble=False)
    check_reader(path, tmp_path, expected_mv=(steps.T * 2.5e-3).astype(np.float32))


def test_a_channel_s_factor_and_baseline_are_followed(tmp_path):
    steps = made_steps(2, 300)
    facts = {"ChannelSensitivityCorrectionFactor": "1.25", "ChannelBaseline": "-40"}
    data = waveform([group(steps, [channel("I", **facts), channel("II")])])
    path = write(tmp_path / "made.dcm", data)
    expected = np.stack([(steps[:, 0] * 2.5 * 1.25 - 40) / 1e3, steps[:, 1] * 2.5e-3])
    record = check_reader(path, tmp_path, expected_mv=expected.astype(np.float32))
    np.testing.assert_allclose(
        record.read(0, 300).T * 1e3, data.waveform_array(0), rtol=1e-6, atol=1e-3
    )


def test_padding_is_no_signal(tmp_path):
    steps = made_steps(2, 300)
    steps[40:60, 1] = -32_768
    padding = np.int16(-32_768).tobytes()
    made = group(steps, [channel("I"), channel("II")], WaveformPaddingValue=padding)
    made["WaveformPaddingValue"].VR = "OW"
    record = open_record(write(tmp_path / "made.dcm", waveform([made])))
    absent = np.isnan(record.read(0, 300))
    assert absent[1, 40:60].all()
    assert absent.sum() == 20


def test_channels_that_begin_late_are_moved_and_lose_nothing(tmp_path):
    steps = made_steps(3, 300)
    late = [
        channel("I"),
        channel("II", ChannelSampleSkew="4"),
        channel("V1", ChannelTimeSkew="-0.008"),
    ]
    path = write(tmp_path / "made.dcm", waveform([group(steps, late)]))
    record = check_reader(path, tmp_path)
    # V1 begins two samples before the others, II four after them.
    assert record.n_samples == 306
    values = record.read(0, 306)
    for row, first in enumerate((2, 6, 0)):
        np.testing.assert_allclose(
            values[row, first : first + 300], steps[:, row] * 2.5e-3, rtol=1e-6
        )
        assert np.isnan(values[row]).sum() == 6


def test_a_senseless_skew_is_told_and_not_followed(tmp_path):
    steps = made_steps(1, 300)
    data = waveform([group(steps, [channel("I", ChannelSampleSkew="9000")])])
    record = open_record(write(tmp_path / "made.dcm", data))
    assert record.n_samples == 300
    assert "9000 samples late" in record.warnings[0]


def test_a_channel_without_sensitivity_is_not_taken_for_millivolts(tmp_path):
    data = waveform([group(made_steps(2, 300), [channel("I", unit=None), channel("II")])])
    record = open_record(write(tmp_path / "made.dcm", data))
    assert [lead.calibrated for lead in record.leads] == [False, True]
    assert record.warnings[0].startswith("I has no sensitivity")


def test_other_units_are_kept(tmp_path):
    data = waveform([group(made_steps(2, 300), [channel("I"), channel("ABP", unit="mm[Hg]")])])
    record = open_record(write(tmp_path / "made.dcm", data, "implicit"))
    assert [(lead.unit, lead.is_ecg) for lead in record.leads] == [("mV", True), ("mmHg", False)]


@pytest.mark.parametrize(
    ("scheme", "value", "name"),
    [
        ("MDC", "2:62", "aVR"),
        ("SCPECG", "5.6.3-9-61", "III"),
        ("MDC", "2:12", "V4R"),
        ("99OWN", "X-1", "X-1"),
        ("MDC", "2:24", "2:24"),
    ],
)
def test_leads_are_named_by_their_code_or_their_meaning(scheme, value, name, tmp_path):
    data = waveform([group(made_steps(1, 300), [channel(value, scheme=scheme)])])
    record = open_record(write(tmp_path / "made.dcm", data))
    assert record.lead_names == (name,)


def test_derived_leads_are_told_as_such(tmp_path):
    channels = [channel("2:31", scheme="MDC"), channel("II")]
    record = open_record(
        write(tmp_path / "made.dcm", waveform([group(made_steps(2, 300), channels)]))
    )
    assert [(lead.name, lead.derived) for lead in record.leads] == [("I", True), ("II", False)]


def test_median_beats_are_a_part_of_their_own(tmp_path):
    rhythm, beat = made_steps(2, 900), made_steps(2, 200)
    leads = [channel("I"), channel("II")]
    beats = group(beat, leads, label="MEDIAN BEAT", WaveformOriginality="DERIVED")
    # The beat comes first in the file, and last among its recordings.
    path = write(tmp_path / "two.dcm", waveform([beats, group(rhythm, leads)]))
    record, second = open_record(path), open_record(tmp_path / "two.dcm#2")
    assert (record.n_samples, second.n_samples) == (900, 200)
    assert record.record_id != second.record_id
    assert (record.path.name, second.path.name) == ("two.dcm", "two.dcm#2")
    assert second.name == "two#2"
    assert "holds 2 recordings; also there: #2 (median beat, 0.8 s)" in record.warnings[0]
    np.testing.assert_allclose(second.read(0, 200), beat.T * 2.5e-3, rtol=1e-6)
    with pytest.raises(EcgError, match=r"two\.dcm holds 2 recordings: there is no #3"):
        open_record(path, ImportHints(part=3))


def in_turn(offsets_ms):
    steps = [made_steps(2, 250), made_steps(2, 250)[::-1], made_steps(1, 600)]
    leads = [("I", "II"), ("V1", "V2"), ("II",)]
    return steps, waveform(
        [
            group(own, [channel(x) for x in names], MultiplexGroupTimeOffset=offset)
            for own, names, offset in zip(steps, leads, offsets_ms, strict=True)
        ]
    )


def test_leads_recorded_in_turn_stand_where_they_were(tmp_path):
    steps, data = in_turn([100, 1100, 100])
    told = mark(
        text="here", ReferencedWaveformChannels=[2, 2],
        TemporalRangeType="POINT", ReferencedSamplePositions=11,
    )  # fmt: skip
    data.WaveformAnnotationSequence = Items([told])
    record = check_reader(write(tmp_path / "made.dcm", data), tmp_path)
    assert record.lead_names == ("I", "II", "V1", "V2", "II (2)")
    assert record.n_samples == 600
    values = record.read(0, 600)
    for rows, own, begin in ((slice(0, 2), 0, 0), (slice(2, 4), 1, 250), (slice(4, 5), 2, 0)):
        stop = begin + len(steps[own])
        np.testing.assert_allclose(values[rows, begin:stop], steps[own].T * 2.5e-3, rtol=1e-6)
    assert np.isfinite(values).sum() == 2 * 250 + 2 * 250 + 600
    assert [(x.start, x.lead) for x in record.annotations] == [(260, "V2")]
    assert record.started_at == datetime(2020, 1, 1, 10, 30, 0, 600_000)


@pytest.mark.parametrize("offsets_ms", [[None, None, None], [0, 9e6, 0]])
def test_groups_whose_place_is_unknown_or_far_away_are_recordings_of_their_own(
    offsets_ms, tmp_path
):
    write(tmp_path / "made.dcm", in_turn(offsets_ms)[1])
    names = [open_record(tmp_path / f"made.dcm#{n}").lead_names for n in (1, 2, 3)]
    assert names == [("I", "II"), ("V1", "V2"), ("II",)]


def test_who_and_when_it_was(tmp_path):
    data = twelve(
        InstitutionName="Synthetic Hospital",
        ReferringPhysicianName="Doe^Dana",
        OperatorsName="Roe^Robin",
        AccessionNumber="ACC-77",
        StudyDescription="Routine",
    )[1]
    record = check_reader(write(tmp_path / "made.dcm", data), tmp_path)
    assert (record.patient.age_years, record.patient.sex) == (69, "F")
    assert record.started_at == datetime(2020, 1, 1, 10, 30, 0, 500_000)
    personal = dict(record.personal)
    assert personal["name"] == "Synthetic^Sam"
    assert personal["birth date"] == "19500102"
    assert set(personal) == {
        "name", "patient id", "birth date", "institution", "referring physician", "operator",
        "accession number",
    }  # fmt: skip
    assert record.comments == ("Device: Maker Model 1",)


@pytest.mark.parametrize(
    ("age", "years"), [("042Y", 42), ("006M", 0.5), ("003W", 21 / 365.25), ("010D", 10 / 365.25)]
)
def test_an_age_is_read_in_its_unit(age, years, tmp_path):
    record = open_record(write(tmp_path / "made.dcm", twelve(PatientAge=age)[1]))
    assert record.patient.age_years == pytest.approx(years)


@pytest.mark.parametrize(("born", "years"), [("", None), ("19500203", 69)])
def test_an_age_that_nobody_has_is_unknown_or_follows_from_the_dates(born, years, tmp_path):
    told = {"PatientAge": "999Y", "PatientBirthDate": born, "AcquisitionDateTime": "20200101120000"}
    record = open_record(write(tmp_path / "made.dcm", twelve(**told)[1]))
    assert record.patient.age_years == years


def test_a_time_zone_makes_the_start_aware(tmp_path):
    data = twelve(AcquisitionDateTime="20200101103000+0100")[1]
    record = open_record(write(tmp_path / "made.dcm", data))
    assert record.started_at == datetime(2020, 1, 1, 9, 30, tzinfo=UTC)


def test_names_in_other_alphabets_are_read(tmp_path):
    data = twelve(SpecificCharacterSet="ISO_IR 144", PatientName="Люкceмбypг")[1]
    record = open_record(write(tmp_path / "made.dcm", data))
    assert dict(record.personal)["name"] == "Люкceмбypг"
    data = twelve(SpecificCharacterSet=["", "ISO 2022 IR 87"], PatientName="Yamada^Tarou=山田^太郎")
    record = open_record(write(tmp_path / "made2.dcm", data[1]))
    assert "山田" in dict(record.personal)["name"]


@pytest.mark.parametrize(
    ("class_uid", "words"),
    [
        (HEMODYNAMIC, "holds “Hemodynamic Waveform”"),
        (VOICE, "holds “Basic Voice Audio Waveform”"),
        (CT_IMAGE, "holds “CT Image”"),
        ("1.2.840.10008.5.1.4.1.1.104.1", "holds “Encapsulated PDF”"),
        ("1.2.3.4", "is DICOM of a class that is not known"),
    ],
)
def test_what_is_no_ecg_is_refused_by_name_and_not_listed(class_uid, words, tmp_path):
    from ecgviewer.io.folder import records_in

    path = write(tmp_path / "other.dcm", waveform([], class_uid))
    with pytest.raises(EcgError, match=rf"^other\.dcm {words}: of DICOM"):
        open_record(path)
    assert records_in(tmp_path) == []


def test_telling_files_apart_loads_no_library(tmp_path):
    write(tmp_path / "ct.dcm", waveform([], CT_IMAGE))
    write(tmp_path / "ecg.dcm", twelve()[1])
    (tmp_path / "x.xml").write_bytes(b"<a/>")
    ask = (
        "import sys; from pathlib import Path; from ecgviewer.io.folder import records_in\n"
        "print([x.name for x in records_in(Path(sys.argv[1]))])\n"
        "print(sorted({'pydicom', 'defusedxml'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", ask, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["['ecg.dcm']", "[]"]


@pytest.mark.parametrize("class_uid", [GENERAL, AMBULATORY])
def test_general_and_ambulatory_ecgs_are_opened(class_uid, tmp_path):
    data = waveform([group(made_steps(2, 300), [channel("I"), channel("II")])], class_uid)
    assert open_record(write(tmp_path / "made", data)).n_samples == 300


@pytest.mark.parametrize(("kind", "words"), [("MB", "μ-law"), ("AB", "A-law")])
def test_companded_samples_are_refused(kind, words, tmp_path):
    data = waveform([group(made_steps(1, 300, kind), [channel("I")], kind=kind)])
    with pytest.raises(EcgError, match=rf"^voice\.dcm holds {words} samples"):
        open_record(write(tmp_path / "voice.dcm", data))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"NumberOfWaveformSamples": 4_000_000}, "ends in the middle"),
        ({"NumberOfWaveformSamples": 0}, "holds no samples"),
        ({"NumberOfWaveformChannels": 3}, "ends in the middle|says 3 channels"),
        ({"SamplingFrequency": 0}, "no possible sampling rate"),
        ({"WaveformBitsAllocated": 12}, "12 bits"),
    ],
)
def test_impossible_facts_are_told(facts, words, tmp_path):
    data = waveform([group(made_steps(2, 300), [channel("I"), channel("II")], **facts)])
    with pytest.raises(EcgError, match=words) as raised:
        open_record(write(tmp_path / "odd.dcm", data))
    assert "odd.dcm" in str(raised.value)


def test_a_file_cut_short_is_told(tmp_path):
    path = write(tmp_path / "short.dcm", twelve()[1])
    path.write_bytes(path.read_bytes()[:-2_000])
    with pytest.raises(EcgError, match=r"short\.dcm ends in the middle of its data"):
        open_record(path)


def test_a_deflated_trap_is_refused(tmp_path):
    steps = np.zeros((20_000_000, 1), dtype=np.int16)
    path = write(tmp_path / "trap.dcm", waveform([group(steps, [channel("I")])]), "deflated")
    assert path.stat().st_size < 100_000
    with pytest.raises(EcgError, match=r"trap\.dcm would unpack to more than"):
        open_record(path)


def test_deep_nesting_is_refused(tmp_path):
    deepest = code("1", "99OWN", "deep")
    for _ in range(40):
        outer = code("1", "99OWN", "deep")
        outer.ConceptNameCodeSequence = Items([deepest])
        outer["ConceptNameCodeSequence"].is_undefined_length = True
        deepest.is_undefined_length_sequence_item = True
        deepest = outer
    deepest.is_undefined_length_sequence_item = True
    data = twelve(AcquisitionContextSequence=Items([deepest]))[1]
    data["AcquisitionContextSequence"].is_undefined_length = True
    with pytest.raises(EcgError, match=r"deep\.dcm is no DICOM data set, or damaged"):
        open_record(write(tmp_path / "deep.dcm", data))


def test_sequences_of_undefined_length_are_read(tmp_path):
    steps, data = twelve()
    data["WaveformSequence"].is_undefined_length = True
    item = data.WaveformSequence[0]
    item.is_undefined_length_sequence_item = True
    item["ChannelDefinitionSequence"].is_undefined_length = True
    for syntax in ("explicit", "implicit"):
        path = write(tmp_path / f"{syntax}.dcm", data, syntax)
        np.testing.assert_allclose(open_record(path).read(0, 600), steps.T * 2.5e-3, rtol=1e-6)


def test_hours_are_read_in_part_and_never_as_a_whole(tmp_path):
    # Two hours of three leads: opening and reading ten seconds touch a fraction of the file.
    steps = made_steps(3, 2 * 3600 * 250)
    channels = [channel("V1"), channel("V3"), channel("V5")]
    path = write(tmp_path / "holter.dcm", waveform([group(steps, channels)], AMBULATORY))
    record = open_record(path)
    read: list[int] = []
    source = record.source.source  # type: ignore[attr-defined]
    object.__setattr__(record.source, "source", _Counting(source, read))
    values = record.read(1_000_000, 1_002_500)
    np.testing.assert_allclose(values, steps[1_000_000:1_002_500].T * 2.5e-3, rtol=1e-6)
    assert sum(read) == 2_500 * 3 * 2


class _Counting:
    """Counts what is read of a file."""

    def __init__(self, source, read):
        self._source, self._read = source, read

    def read(self, offset, count):
        self._read.append(count)
        return self._source.read(offset, count)
