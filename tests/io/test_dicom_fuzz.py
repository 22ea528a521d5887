"""Damaged DICOM files give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings
from pydicom.sequence import Sequence as Items

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_dicom import SYNTAXES, channel, code, encoded, group, made_steps, mark, waveform

KINDS = ("explicit", "implicit", "big endian", "deflated", "bare", "undefined", "in turn")


def seed(kind: str) -> bytes:
    """Return a small file with rhythm, a median beat, marks and values."""
    order = ">" if kind == "big endian" else "<"
    leads = [channel("I", ChannelSampleSkew="1"), channel("V1", ChannelBaseline="3")]
    made = [
        group(made_steps(2, 60), leads, order=order, WaveformPaddingValue=b"\x7f\xff"),
        group(made_steps(2, 20), leads, order=order, label="MEDIAN BEAT"),
    ]
    made[0]["WaveformPaddingValue"].VR = "OW"
    if kind == "in turn":
        made[1].MultiplexGroupLabel = "RHYTHM"
        made[0].MultiplexGroupTimeOffset, made[1].MultiplexGroupTimeOffset = 0, 240
    data = waveform(made, SpecificCharacterSet="ISO_IR 100", PatientAge="042Y")
    interval = mark(code("5.13.5-7", "SCPECG", "PR Interval"), NumericValue="161")
    interval.MeasurementUnitsCodeSequence = Items([code("ms", "UCUM", "milliseconds")])
    point = mark(
        code("5.10.3-1", "SCPECG", "P Onset"), TemporalRangeType="POINT",
        ReferencedSamplePositions=[30, 50], AnnotationGroupNumber=100,
    )  # fmt: skip
    data.WaveformAnnotationSequence = Items([mark(text="Normál ECG"), interval, point])
    if kind == "undefined":
        data["WaveformSequence"].is_undefined_length = True
        for item in data.WaveformSequence:
            item.is_undefined_length_sequence_item = True
    syntax = kind if kind in SYNTAXES else "explicit"
    return encoded(data, syntax, preamble=kind != "bare")


@pytest.fixture(scope="module")
def seeds() -> dict[str, bytes]:
    return {kind: seed(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, seeds, tmp_path):
    check_changed(tmp_path / "changed.dcm", seeds[kind], changes, kept)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(seeds, tmp_path):
    check_many(tmp_path / "changed.dcm", seeds, 100_000)
