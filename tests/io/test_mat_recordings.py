"""Real MAT recordings, against the WFDB records that they were made from and against scipy."""

from pathlib import Path

import numpy as np
import pytest
from scipy.io import loadmat

from ecgviewer.core.record import Record
from ecgviewer.io import open_record
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.mat_reader import open_record as open_mat
from ecgviewer.signal.leads import STANDARD_LEADS

MITDB_100 = ImportHints(fs_hz=360.0, leads=("MLII", "V5"), gain=200.0)
IN_MV = ImportHints(fs_hz=360.0, leads=("MLII", "V5"), gain=1.0)


def whole(record: Record):
    return record.read(0, record.n_samples)


@pytest.mark.parametrize(
    ("name", "hints"),
    [
        ("v5_plain", None),
        ("v5_struct", ImportHints(fs_hz=360.0)),
        ("v73_plain", None),
        ("v73_struct", None),
        ("v5_struct", IN_MV),
        ("v73_plain", IN_MV),
    ],
)
def test_what_was_saved_in_mv_agrees_with_mitdb_100(name, hints, data_folder):
    path = data_folder / f"formats/mat/derived/mitdb100_60s_{name}.mat"
    record = open_record(path, hints)
    original = open_record(data_folder / "mitdb/100").read(0, 60 * 360)
    assert record.rate_hz == 360
    np.testing.assert_allclose(whole(record), original, atol=1e-6)
    np.testing.assert_array_equal(record.read(7_001, 7_361), whole(record)[:, 7_001:7_361])


@pytest.mark.parametrize("name", ["v4_val", "v73_val"])
def test_what_was_saved_as_adc_units_agrees_with_mitdb_100(name, data_folder):
    path = data_folder / f"formats/mat/derived/mitdb100_60s_{name}.mat"
    with pytest.raises(NeedsHints) as raised:
        open_record(path)
    assert (raised.value.n_leads, raised.value.n_samples) == (2, 60 * 360)
    original = open_record(data_folder / "mitdb/100").read(0, 60 * 360)
    # The file holds no baseline; it is 1024 in mitdb/100.
    in_mv = whole(open_record(path, MITDB_100)) - 1024 / 200
    np.testing.assert_allclose(in_mv, original, atol=1e-6)


def test_names_in_cells_are_those_of_mitdb_100(data_folder):
    record = open_record(data_folder / "formats/mat/derived/mitdb100_60s_v5_plain.mat")
    assert record.lead_names == ("MLII", "V5")


@pytest.mark.parametrize("name", ["A1980", "A1982", "A1984", "A1986"])
def test_cpsc_2018_agrees_with_scipy(name, data_folder):
    path = data_folder / f"cpsc2018/TrainingSet1/{name}.mat"
    record, expected = open_record(path), loadmat(path, simplify_cells=True)["ECG"]
    assert record.lead_names == STANDARD_LEADS
    assert record.rate_hz == 500
    assert record.patient.age_years == expected["age"]
    assert record.patient.sex == expected["sex"][0]
    np.testing.assert_array_equal(whole(record), expected["data"].astype(np.float32))


def _challenge_files(data_folder: Path) -> list[Path]:
    found = [*data_folder.glob("formats/mat/challenge/*.mat"), *data_folder.glob("cinc2017/*.mat")]
    return sorted([*found, *data_folder.glob("cpsc2018-challenge/*.mat")])


def test_challenge_files_read_the_same_with_and_without_their_headers(data_folder):
    files = _challenge_files(data_folder)
    assert len(files) > 50
    for path in files:
        with_header = open_record(path)
        hints = ImportHints(with_header.rate_hz, with_header.lead_names, 1000.0)
        alone = open_mat(path, hints)
        assert (with_header.format, alone.format) == ("wfdb 16", "mat v4")
        np.testing.assert_allclose(whole(alone), whole(with_header), atol=1e-6)


def test_the_suggestion_for_a_challenge_file_without_header_is_right(data_folder):
    path = data_folder / "cpsc2018-challenge/A0003.mat"
    with pytest.raises(NeedsHints) as raised:
        open_mat(path)
    assert raised.value.suggested == ImportHints(500.0, STANDARD_LEADS, 1000.0)


def test_a_piece_of_a_record_is_suggested_what_the_header_of_the_whole_says(data_folder):
    with pytest.raises(NeedsHints) as raised:
        open_record(data_folder / "formats/mat/physiobank_atm/105m_10s.mat")
    assert raised.value.suggested == ImportHints(360.0, ("MLII", "V1"), 200.0)


def test_cpsc_2019_comes_with_its_r_peaks(data_folder):
    folder = data_folder / "formats/mat/cpsc2019"
    record = open_record(folder / "data_00014.mat")
    expected = loadmat(folder / "R_00014.mat")["R_peak"].ravel() - 1
    assert record.rate_hz == 500
    assert [mark.start for mark in record.annotations] == expected.tolist()
    # An R peak lies high: its surroundings are lower on average.
    lead = whole(record)[0]
    assert np.median(lead[expected]) > np.percentile(lead, 95)
