"""The rules that every reader keeps, whatever its format."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from ecgviewer.core.record import Record, Samples
from ecgviewer.io.folder import records_in
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record


def check_reader(
    path: Path,
    tmp_path: Path,
    *,
    expected_mv: Samples | None = None,
    hints: ImportHints | None = None,
    in_folders: bool = True,
) -> Record:
    """Assert what holds for each file that can be opened, and return its record.

    expected_mv: (n_leads, n_samples) as an independent reader has it, to within float32.
    in_folders: whether a folder lists it.
    """
    record = open_record(path, hints)
    whole = record.read(0, record.n_samples)
    _check_facts(record, whole)
    if expected_mv is not None:
        np.testing.assert_allclose(whole, expected_mv.astype(np.float32), rtol=2e-7, atol=1e-7)
    _check_spans(record, whole)
    _check_threads(record, whole)
    _check_identity(record, path, tmp_path, hints, in_folders=in_folders)
    return record


def _check_facts(record: Record, whole: Samples) -> None:
    assert whole.shape == (len(record.leads), record.n_samples)
    assert whole.dtype == np.float32
    assert not np.isinf(whole).any()
    assert len(set(record.lead_names)) == len(record.leads)
    assert [lead.file_index for lead in record.leads] == list(range(len(record.leads)))
    assert record.rate_hz > 0
    assert record.files
    assert len(record.record_id) == 64
    for annotation in record.annotations:
        assert 0 <= annotation.start <= annotation.stop <= record.n_samples
        assert annotation.lead is None or annotation.lead in record.lead_names
    # Who it is, is never among what is shown.
    shown = " ".join((*record.comments, *record.warnings, *(x.text for x in record.diagnoses)))
    # Many a file's name tells whose it is.
    assert not any(file.name in said for file in record.files for said in record.warnings)
    for what, words in record.personal:
        assert words not in shown, what


def _check_spans(record: Record, whole: Samples) -> None:
    n = record.n_samples
    for start, stop in ((0, n), (0, 0), (n, n), (n // 3, n // 2), (max(n - 7, 0), n), (1, 2)):
        np.testing.assert_array_equal(record.read(start, stop), whole[:, start:stop])
    around = record.read(-5, n + 5)
    assert np.isnan(around[:, :5]).all()
    assert np.isnan(around[:, n + 5 :]).all()
    np.testing.assert_array_equal(around[:, 5 : n + 5], whole)
    # What a caller does to its samples is no other's matter.
    record.read(0, n)[:] = 0
    np.testing.assert_array_equal(record.read(0, n), whole)


def _check_threads(record: Record, whole: Samples) -> None:
    step = max(record.n_samples // 16, 1)
    starts = range(0, record.n_samples, step)
    with ThreadPoolExecutor(4) as pool:
        spans = pool.map(lambda start: record.read(start, start + step), starts)
    joined = np.concatenate(list(spans), axis=1)[:, : record.n_samples]
    np.testing.assert_array_equal(joined, whole)


def _check_identity(
    record: Record, path: Path, tmp_path: Path, hints: ImportHints | None, *, in_folders: bool
) -> None:
    folder = tmp_path / "moved"
    folder.mkdir()
    moved = folder / f"another{path.suffix}"
    shutil.copyfile(path, moved)
    assert open_record(moved, hints).record_id == record.record_id
    assert records_in(folder) == ([moved] if in_folders else [])
