"""Made records to learn from."""

import numpy as np

from ecgviewer.study.labels import LABELS
from ecgviewer.study.recipe import RECIPES
from ecgviewer.study.synthetic import SyntheticWindows, draw_labels
from ecgviewer.study.windows import JoinedWindows

RECIPE = RECIPES["best12"]


def made(n_records: int = 200) -> SyntheticWindows:
    return SyntheticWindows(n_records, RECIPE.input, RECIPE.augmentation, seed=4)


def test_every_class_is_there_in_numbers_and_sinus_rhythm_stands_alone():
    cells = made().cells
    assert (cells.sum(axis=0) >= 10).all()
    normal = cells[cells[:, LABELS.index("SNR")] == 1]
    assert normal.sum() == len(normal)


def test_every_cell_is_judged_and_no_fibrillation_has_an_av_block():
    cells = made().cells
    assert not np.isnan(cells).any()
    fibrillating = cells[:, LABELS.index("AF")] == 1
    assert (cells[fibrillating, LABELS.index("IAVB")] == 0).all()


def test_a_record_keeps_its_findings_and_is_made_anew_each_epoch():
    windows = made(3)
    first, second = (windows.window(0, np.random.default_rng(epoch)) for epoch in (0, 1))
    assert first.shape == (12, RECIPE.input.n_samples)
    assert not np.array_equal(first, second)
    assert np.array_equal(windows.cells, made(3).cells)


def test_drawn_findings_always_go_together():
    draws = [draw_labels(np.random.default_rng(seed)) for seed in range(300)]
    assert not any({"LBBB", "RBBB"} <= labels for labels in draws)
    assert all(labels == {"SNR"} for labels in draws if "SNR" in labels)


def test_joined_sets_keep_each_others_records_apart():
    first, second = made(3), SyntheticWindows(2, RECIPE.input, RECIPE.augmentation, seed=9)
    joined = JoinedWindows((first, second))
    assert np.array_equal(joined.cells, np.concatenate([first.cells, second.cells]))
    windows = (
        joined.window(3, np.random.default_rng(1)),
        second.window(0, np.random.default_rng(1)),
    )
    assert np.array_equal(*windows)
