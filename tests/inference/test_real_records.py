from pathlib import Path

import pytest

from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from tests.made_models import random_model


@pytest.mark.parametrize(
    ("path", "n_windows", "n_missing"),
    [
        ("ptb-xl/records500/00000/00002_hr.hea", 1, 0),
        ("cpsc2018/TrainingSet1/A1986.mat", 5, 0),
        ("formats/mat/challenge/A00001.hea", 3, 11),
        ("formats/wfdb/100_3chan.hea", 1, 6),
        # III, I and V: the other limb leads follow from the first two.
        ("formats/wfdb/multi-segment/041s/041s.hea", 2, 6),
    ],
)
def test_real_records_are_read_window_by_window_and_explained(
    data_folder: Path, path: str, n_windows: int, n_missing: int
):
    record = open_record(data_folder / path)
    analysis = analyze(random_model(), record, Task())
    assert len(analysis.windows) == n_windows
    assert len(analysis.missing_leads) == n_missing
    heat = explain(random_model(), record, "AF", "hirescam", 0, record.n_samples, Task())
    assert heat.raw.shape == (1, record.n_samples)
