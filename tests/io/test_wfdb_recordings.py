"""Real WFDB records: each opens, and holds what wfdb reads from it."""

import csv
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, annotation_counts
from ecgviewer.io.wfdb_reader import open_record
from tests.io.oracle import expected, spans, wfdb

# Records whose files are not all there, and what their sentence has to name.
INCOMPLETE = {
    "formats/mat/physiobank_atm/105m.hea": "105m.mat, which is absent",
    "formats/wfdb/100-no-len.hea": "100.dat, which is absent",
    "formats/wfdb/12726.hea": "12726.dat, which is absent",
    "formats/wfdb/drive02.hea": "drive02.dat, which is absent",
    "formats/wfdb/s0010_re.hea": "s0010_re.xyz, which is absent",
    "formats/wfdb/multi-segment/p000878/3269321_layout.hea": "open that record's own header",
    "formats/wfdb/multi-segment/p000878/p000878-2137-10-26-16-57.hea": "3269321_0003.hea",
}
# Every so many records of a folder are compared sample by sample.
COMPARED = {
    "ptb-xl": 13,
    "cpsc2018-challenge": 6,
    "cpsc2018-extra": 4,
    "ludb": 5,
    "cinc2011-quality": 6,
    "cinc2017": 15,
    "mitdb": 2,
    "svdb": 2,
    "nstdb": 1,
    "formats": 1,
}


def headers(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.hea"))


@pytest.fixture(scope="module")
def outcomes(data_folder) -> dict[str, Record | str]:
    """Every header of the folder: its record, or the sentence that it gave."""
    found: dict[str, Record | str] = {}
    for path in headers(data_folder):
        name = path.relative_to(data_folder).as_posix()
        try:
            found[name] = open_record(path)
        except EcgError as error:
            found[name] = str(error)
    return found


def test_every_record_opens_or_says_what_is_missing(outcomes):
    sentences = {name: said for name, said in outcomes.items() if isinstance(said, str)}
    assert sentences.keys() == INCOMPLETE.keys()
    for name, part in INCOMPLETE.items():
        assert part in sentences[name]


def test_every_record_that_opens_is_whole_and_nothing_was_odd(outcomes):
    records = [record for record in outcomes.values() if isinstance(record, Record)]
    assert len(records) > 2700
    assert len({record.record_id for record in records}) >= len(records) - 5
    for record in records:
        assert record.warnings == ()
        assert record.n_samples > 0
        assert all(lead.calibrated for lead in record.leads)


def test_every_ecg_of_twelve_leads_has_the_standard_names(outcomes):
    standard = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
    twelve = [
        record
        for record in outcomes.values()
        if isinstance(record, Record) and len(record.leads) == 12
    ]
    assert len(twelve) > 1700
    assert {record.lead_names for record in twelve} == {standard}


@pytest.mark.parametrize("folder", sorted(COMPARED))
def test_samples_equal_those_of_wfdb(folder, data_folder):
    paths = [
        path
        for path in headers(data_folder / folder)[:: COMPARED[folder]]
        if path.relative_to(data_folder).as_posix() not in INCOMPLETE
        and "multi-segment" not in path.parts
    ]
    assert paths
    for path in paths:
        assert_equals_wfdb(path)


def assert_equals_wfdb(path: Path) -> None:
    record = open_record(path)
    header = wfdb.rdheader(str(path.with_suffix("")))
    per_frame = max(n or 1 for n in header.samps_per_frame)
    assert record.rate_hz == pytest.approx(header.fs * per_frame)
    is_short = record.duration_s <= 60
    # Neither differences (format 8) nor skews can be read from the middle by wfdb.
    is_whole = is_short or header.sig_len is None or "8" in header.fmt or any(header.skew)
    whole = expected(path, 0, None) if is_whole else None
    for start, stop in spans(record, int(10 * record.rate_hz) // per_frame * per_frame):
        frames = start // per_frame, stop // per_frame
        wanted = expected(path, *frames) if whole is None else whole[:, start:stop]
        np.testing.assert_allclose(record.read(start, stop), wanted, rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize("name", ["041s/041s", "fixed1/v102s"])
def test_multi_segment_records_are_their_segments_in_a_row(name, data_folder):
    path = data_folder / "formats" / "wfdb" / "multi-segment" / f"{name}.hea"
    header = wfdb.rdheader(str(path.with_suffix("")))
    record = open_record(path)
    parts = [
        expected(path.with_name(segment), 0, length)
        for segment, length in zip(header.seg_name, header.seg_len, strict=True)
    ]
    np.testing.assert_allclose(
        record.read(0, record.n_samples), np.concatenate(parts, axis=1), rtol=2e-6, atol=1e-6
    )


def test_a_header_without_length_opens_beside_its_signal_file(data_folder, tmp_path):
    for source in ("formats/wfdb/100-no-len.hea", "mitdb/100.dat"):
        path = data_folder / source
        (tmp_path / path.name).symlink_to(path)
    record = open_record(tmp_path / "100-no-len.hea")
    whole = open_record(data_folder / "mitdb" / "100")
    assert record.n_samples == whole.n_samples == 650_000
    np.testing.assert_array_equal(record.read(649_000, 650_000), whole.read(649_000, 650_000))


def test_beats_of_a_record_in_frames_stand_on_its_qrs_complexes(data_folder):
    """MIMIC's annotations count frames; the ECG has four samples in each."""
    record = open_record(data_folder / "formats" / "wfdb" / "03700181")
    beats = [mark.start for mark in record.annotations if 5_000 < mark.start < 60_000]
    ecg = record.read(0, 65_000)[0]
    steep = np.abs(np.gradient(np.nan_to_num(ecg)))
    near = np.median([steep[beat - 50 : beat + 50].max() for beat in beats])
    between = np.median([steep[beat + 90 : beat + 160].max() for beat in beats])
    assert near > 2 * between


def test_a_beat_file_is_counted_as_its_publisher_counts(data_folder):
    record = open_record(data_folder / "mitdb" / "100")
    assert annotation_counts(record.annotations) == {"atr": 2274}
    assert record.patient.age_years == 69
    assert record.comments == ("Aldomet, Inderal",)


def test_ptb_xl_diagnoses_are_those_of_its_table(data_folder, outcomes):
    folder = data_folder / "ptb-xl"
    with (folder / "ptbxl_database.csv").open(newline="", encoding="utf-8") as file:
        codes = {row["filename_hr"]: row["scp_codes"] for row in csv.DictReader(file)}
    checked = 0
    for name, said in codes.items():
        record = outcomes[f"ptb-xl/{name}.hea"]
        assert isinstance(record, Record)
        if record.diagnoses and not any(diagnosis.code for diagnosis in record.diagnoses):
            assert len(record.diagnoses) == said.count(":")
            checked += 1
    assert checked > 1000


def test_every_code_in_a_header_has_a_name(outcomes):
    records = [record for record in outcomes.values() if isinstance(record, Record)]
    diagnoses = {diagnosis for record in records for diagnosis in record.diagnoses}
    assert len({diagnosis.code for diagnosis in diagnoses}) > 30
    assert not [diagnosis for diagnosis in diagnoses if "SNOMED" in diagnosis.text]
    assert not [diagnosis for diagnosis in diagnoses if diagnosis.text.isupper()]
