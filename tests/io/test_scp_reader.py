"""SCP-ECG records, made from the standard and real, as samples in mV."""

import hashlib

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.io.scp_reader import can_open
from tests.io.made_scp import (
    DEFAULT_TABLE,
    LONG_CODES,
    TWO_TABLES,
    MadeBeats,
    huffman_section,
    lead_section,
    made_levels,
    plain_record,
    scp_record,
    signal_section,
    stream,
    tags,
)
from tests.io.reader_rules import check_reader

UNIT_MV = 0.0025
# Of the samples in the file's units, int16, lead after lead, as libbiosig 2.5.0 reads them.
REAL = {
    "Example.scp": (
        2.5e-3,
        "edc4700a00dbcf7d021d38dd316c28414bbe7ae086ab7961be45cfe28eccd404",
    ),
    "contec_demo.scp": (
        0.183e-3,
        "f458508d36b105ce7e9c5feb6f50f4c829d06392f06bdd8e8324ce15fa8b160c",
    ),
}
STORED = {
    "as they are": None,
    "by the default table": (DEFAULT_TABLE,),
    "by two tables that switch": TWO_TABLES,
    "by codes of 20 bits": LONG_CODES,
}


def write(folder, content, name="made.scp"):
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("difference", [0, 1, 2])
@pytest.mark.parametrize("how", STORED)
def test_samples_come_back_exactly_however_they_are_stored(how, difference, tmp_path):
    levels = made_levels(3)
    content = plain_record(levels, difference=difference, tables=STORED[how])
    record = open_record(write(tmp_path, content))
    np.testing.assert_allclose(record.read(0, 600), levels * UNIT_MV, rtol=1e-6, atol=1e-7)
    assert (record.rate_hz, record.lead_names, record.warnings) == (500, ("I", "II", "V1"), ())


def test_large_values_use_the_longest_codes(tmp_path):
    levels = np.array([[-32_768, 32_767, 0, -129, 128, 127, -128, 9, -9]])
    content = plain_record(levels, difference=0, nv=1_000)
    record = open_record(write(tmp_path, content))
    np.testing.assert_allclose(record.read(0, 9), levels * 0.001, rtol=1e-6)


@pytest.mark.parametrize(
    ("factor", "bimodal", "n_samples"),
    [(4, True, 1_200), (2, True, 1_200), (3, True, 1_201), (4, False, 1_200), (1, False, 1_200)],
)
def test_reference_beats_are_added_back_to_what_was_decimated(factor, bimodal, n_samples, tmp_path):
    made = MadeBeats(n_samples=n_samples, factor=factor, bimodal=bimodal)
    record = open_record(write(tmp_path, made.record()))
    values = record.read(0, record.n_samples)
    assert record.rate_hz == 500
    np.testing.assert_allclose(values, made.expected * UNIT_MV, rtol=1e-6, atol=1e-7)
    # Compression loses little of a smooth remainder, and nothing of a protected beat.
    assert np.abs(values - made.rhythm * UNIT_MV).max() < 1.1 * UNIT_MV
    for first, last in made.protected:
        kept = values[:, first - 1 : last], made.rhythm[:, first - 1 : last] * UNIT_MV
        np.testing.assert_allclose(*kept, rtol=1e-6, atol=1e-7)


def test_beats_are_marked_where_the_file_has_them(tmp_path):
    made = MadeBeats()
    record = open_record(write(tmp_path, made.record()))
    assert [mark.start + 1 for mark in record.annotations] == made.fiducials
    assert [mark.text for mark in record.annotations] == ["", "type 1", ""]


def test_the_reference_beat_is_the_second_recording(tmp_path):
    made = MadeBeats()
    path = write(tmp_path, made.record())
    first, second = open_record(path), open_record(f"{path}#2")
    assert ["#2 (reference beat)" in said for said in first.warnings] == [True]
    np.testing.assert_allclose(
        second.read(0, second.n_samples), made.reference * UNIT_MV, rtol=1e-6, atol=1e-7
    )
    assert second.path.name == "made.scp#2"
    assert second.record_id != first.record_id
    with pytest.raises(EcgError, match=r"holds 2 recordings: there is no #3"):
        open_record(path, ImportHints(part=3))


def test_a_record_without_reference_beat_has_one_recording(tmp_path):
    path = write(tmp_path, plain_record(made_levels(1)))
    with pytest.raises(EcgError, match=r"holds 1 recording: there is no #2"):
        open_record(f"{path}#2")


@pytest.mark.parametrize("lacking", [4, 5])
def test_a_remainder_without_its_beats_is_no_ecg(lacking, tmp_path):
    content = without_section(MadeBeats().record(), lacking)
    with pytest.raises(EcgError, match=r"made\.scp stores its rhythm less a reference beat"):
        open_record(write(tmp_path, content))


@pytest.mark.parametrize("lacking", [4, 5])
def test_two_rates_without_the_places_of_each_are_no_ecg(lacking, tmp_path):
    content = bytearray(MadeBeats().record())
    # The flag of subtraction, in the second byte of section 3.
    place = int.from_bytes(content[58:62], "little") - 1 + 16 + 1
    assert content[place] == 0b101 | 2 << 3
    content[place] &= 0b1111_1110
    path = write(tmp_path, without_section(bytes(content), lacking))
    with pytest.raises(EcgError, match=r"made\.scp stores its rhythm at two rates"):
        open_record(path)


def without_section(content, number):
    """Return a record whose table has no pointer to a section."""
    place = 6 + 16 + 10 * number
    return content[: place + 2] + bytes(8) + content[place + 10 :]


def test_leads_recorded_one_after_the_other_lie_in_their_own_time(tmp_path):
    levels = made_levels(4, 300)
    spans = [(1, 300), (1, 300), (301, 600), (301, 600)]
    streams = [stream(lead, 1, (DEFAULT_TABLE,)) for lead in levels]
    content = scp_record(
        {
            1: tags(),
            2: huffman_section(),
            3: lead_section([1, 2, 3, 4], spans, flags=2 << 3),
            6: signal_section(streams, 2_500, 2_000, 1),
        }
    )
    record = open_record(write(tmp_path, content))
    values = record.read(0, record.n_samples)
    assert record.n_samples == 600
    assert np.isnan(values[:2, 300:]).all()
    assert np.isnan(values[2:, :300]).all()
    np.testing.assert_allclose(values[2:, 300:], levels[2:] * UNIT_MV, rtol=1e-6, atol=1e-7)


def test_leads_laid_side_by_side_that_were_not_recorded_so_are_told(tmp_path):
    extra = {3: lead_section([1, 2, 3, 61], [(1, 200)] * 4, flags=2 << 3)}
    record = open_record(write(tmp_path, plain_record(made_levels(4, 200), extra=extra)))
    assert "Only 2 leads at a time were recorded together" in record.warnings[0]


def test_a_wrong_checksum_is_told_and_the_ecg_read(tmp_path):
    content = bytearray(plain_record(made_levels(2)))
    content[-3] ^= 0x40
    record = open_record(write(tmp_path, bytes(content)))
    assert record.warnings == (
        "The checksum of the record is wrong: what it says may be damaged.",
        "Sections with a wrong checksum, which may be damaged: 6.",
    )
    assert record.n_samples == 600


def test_a_record_that_was_cut_short_keeps_what_is_there(tmp_path):
    content = plain_record(made_levels(2))
    record = open_record(write(tmp_path, content[:-60]))
    assert "it was cut short" in record.warnings[0]
    assert record.warnings[-1] == "Lead II ends before its told length."
    values = record.read(0, record.n_samples)
    assert np.isfinite(values[0]).all()
    assert np.isnan(values[1, -30:]).all()
    np.testing.assert_allclose(values[1, :200], made_levels(2)[1, :200] * UNIT_MV, rtol=1e-6)


def test_a_record_without_amplitude_is_uncalibrated(tmp_path):
    record = open_record(write(tmp_path, plain_record(made_levels(1), nv=0)))
    assert not record.leads[0].calibrated
    assert "tells no amplitude" in record.warnings[0]


def test_records_before_version_1_3_are_known_without_the_protocol_s_name(tmp_path):
    levels = made_levels(1, 300)
    sections = {
        3: lead_section([2], [(1, 300)]),
        6: signal_section([stream(levels[0], 0, None)], 5_000, 4_000, 0),
    }
    path = write(tmp_path, scp_record(sections, version=10, signed=False), "made.dat1")
    record = open_record(path)
    assert (record.format, record.rate_hz) == ("SCP-ECG 1.0", 250)
    np.testing.assert_allclose(record.read(0, 300), levels * 0.005, rtol=1e-6)


@pytest.mark.parametrize(
    ("section", "content", "sentence"),
    [
        (3, b"\x00\x04", r"made\.scp is damaged in section 3, the leads: it lists no lead"),
        (3, lead_section([1], [(9, 2)]), r"section 3, the leads: it has a lead of samples 9 to 2"),
        (6, bytes(60), r"section 6, the rhythm: it tells no time between samples"),
        (2, b"\x01\x00\x01\x00" + bytes(9), r"section 2, the Huffman tables: it has a code of 0"),
    ],
)
def test_a_damaged_section_is_named(section, content, sentence, tmp_path):
    path = write(tmp_path, plain_record(made_levels(1), extra={section: content}))
    with pytest.raises(EcgError, match=sentence):
        open_record(path)


def test_leads_that_would_lie_hours_apart_are_refused(tmp_path):
    spans = [(1, 600), (90_000_001, 90_000_600)]
    content = plain_record(made_levels(2), extra={3: lead_section([1, 2], spans)})
    with pytest.raises(EcgError, match=r"made\.scp is damaged: its leads would lie"):
        open_record(write(tmp_path, content))


def test_other_content_is_no_scp_record(tmp_path):
    path = write(tmp_path, b"PK\x03\x04" + bytes(500))
    with pytest.raises(EcgError, match=r"made\.scp is no SCP-ECG record"):
        open_record(path)
    assert not can_open(tmp_path / "made.xml", path.read_bytes())


def test_made_records_keep_the_rules(tmp_path):
    levels = made_levels(5)
    path = write(tmp_path, plain_record(levels))
    record = check_reader(path, tmp_path, expected_mv=(levels * UNIT_MV).astype(np.float32))
    assert record.lead_names == ("I", "II", "V1", "III", "aVR")


@pytest.mark.parametrize("name", REAL)
def test_real_records_agree_sample_by_sample_with_libbiosig(name, data_folder, tmp_path):
    record = check_reader(data_folder / "formats" / "scp" / name, tmp_path)
    unit_mv, expected = REAL[name]
    units = record.read(0, record.n_samples).astype(np.float64) / unit_mv
    levels = np.rint(units)
    assert np.abs(units - levels).max() < 1e-3
    assert hashlib.sha256(levels.astype("<i2").tobytes()).hexdigest() == expected
