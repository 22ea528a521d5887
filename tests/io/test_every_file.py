"""Every real recording opens by every name that a person may click, or says why not."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.io import open_record
from ecgviewer.io.folder import records_in

# What cannot be read, or has to be asked for, and the sentence that says so.
ABSENT = r"needs its (signal file|segment) \S+, which is absent"
NO_RATE = r"no sampling rate: give it with --fs-hz"
ODD = {
    "formats/mat/cpsc2019/R_00014.mat": r"no matrix that could be a signal, only R_peak",
    "formats/mat/derived/mitdb100_60s_v4_val.mat": NO_RATE,
    "formats/mat/derived/mitdb100_60s_v5_struct.mat": NO_RATE,
    "formats/mat/derived/mitdb100_60s_v73_val.mat": NO_RATE,
    "formats/mat/oset/BW.mat": NO_RATE,
    "formats/mat/oset/SampleECG1.mat": NO_RATE,
    "formats/mat/physiobank_atm/105m.hea": ABSENT,
    "formats/mat/physiobank_atm/105m_10s.mat": NO_RATE,
    "formats/wfdb/100-no-len.hea": ABSENT,
    "formats/wfdb/12726.hea": ABSENT,
    "formats/wfdb/drive02.hea": ABSENT,
    "formats/wfdb/multi-segment/p000878/p000878-2137-10-26-16-57.hea": ABSENT,
    "formats/wfdb/s0010_re.hea": ABSENT,
}
LABELLED = ("cpsc2018", "cpsc2018-challenge", "cpsc2018-extra", "ludb", "mitdb", "ptb-xl", "svdb")
OTHERS = (
    *("cinc2011-quality", "cinc2017", "nstdb"),
    *("formats/aecg", "formats/dicom", "formats/edf", "formats/mat"),
    *("formats/philips_xml", "formats/scp", "formats/wfdb"),
)
# Signal files of several headers: clicking them opens the one of the same name.
SHARED_FILES = ("test01_00s.dat", "a103l.mat")
# Records up to this length are read once; longer ones at three places.
SHORT_S = 120


def one_by_one(folder: Path) -> Iterator[tuple[Path, Record]]:
    """Yield every record of a folder that can be opened; the others say what they should."""
    data_folder = next(p for p in folder.parents if (p / "README.md").is_file())
    for path in records_in(folder):
        expected = ODD.get(path.relative_to(data_folder).as_posix())
        if expected is None:
            yield path, open_record(path)
            continue
        with pytest.raises(EcgError, match=expected) as raised:
            open_record(path)
        assert path.name in str(raised.value)


def three_seconds(record: Record) -> Samples:
    """Return the first, the middle and the last second side by side."""
    second = min(round(record.rate_hz), record.n_samples)
    starts = (0, (record.n_samples - second) // 2, record.n_samples - second)
    if record.duration_s > SHORT_S:
        return np.hstack([record.read(start, start + second) for start in starts])
    values = record.read(0, record.n_samples)
    return np.hstack([values[:, start : start + second] for start in starts])


def swing_mv(values: Samples) -> Samples:
    """Return how far each lead swings: the 99th percentile about its median."""
    centred = np.abs(values - np.nanmedian(values, axis=1, keepdims=True))
    swing: Samples = np.nanpercentile(centred, 99, axis=1)
    return swing


def clickable(header: Path) -> set[Path]:
    """Return the other names of a header's record: the bare one and its signal files."""
    lines = header.read_text(encoding="latin-1").splitlines()[1:]
    named = {header.with_name(line.split()[0]) for line in lines if line and line[0] != "#"}
    own = {path for path in named if path.suffix in (".dat", ".mat") and path.is_file()}
    own -= {header.with_name(name) for name in SHARED_FILES}
    return {header.with_suffix(""), *own}


@pytest.mark.parametrize("name", [*LABELLED, *OTHERS])
def test_every_record_opens_by_each_name_and_has_samples_of_plausible_size(name, data_folder):
    n_opened = 0
    for path, record in one_by_one(data_folder / name):
        values = three_seconds(record)
        assert np.isfinite(values).mean() > 0, path
        ecg = [lead.file_index for lead in record.leads if lead.is_ecg]
        if name in LABELLED:
            assert ecg, path
            assert np.all((swing_mv(values[ecg]) > 0.01) & (swing_mv(values[ecg]) < 20)), path
        for other in clickable(path) if path.suffix == ".hea" else ():
            opened = open_record(other)
            assert (opened.name, opened.record_id) == (record.name, record.record_id), other
        n_opened += 1
    assert n_opened > 0
