"""Made records to learn from."""

import numpy as np

from ecgviewer.study.labels import LABELS
from ecgviewer.study.recipe import RECIPES
from ecgviewer.study.synthetic import SyntheticWindows, draw_labels

RECIPE = RECIPES["resnet34"]


def made(n_records: int = 200) -> SyntheticWindows:
    return SyntheticWindows(n_records, RECIPE.input, RECIPE.augmentation, seed=4)


def test_every_class_is_there_in_numbers_and_sinus_rhythm_stands_alone():
    cells = made().cells
    assert (np.nansum(cells, axis=0) >= 10).all()
    normal = cells[cells[:, LABELS.index("SNR")] == 1]
    assert np.nansum(normal) == len(normal)


def test_a_finding_that_hides_another_leaves_it_not_judged():
    cells = made().cells
    fibrillating = cells[:, LABELS.index("AF")] == 1
    assert np.isnan(cells[fibrillating, LABELS.index("IAVB")]).all()
    assert not np.isnan(cells[~fibrillating, LABELS.index("IAVB")]).any()


def test_a_record_keeps_its_findings_and_is_made_anew_each_epoch():
    windows = made(3)
    first, second = (windows.window(0, np.random.default_rng(epoch)) for epoch in (0, 1))
    assert first.shape == (12, RECIPE.input.n_samples)
    assert not np.array_equal(first, second)
    assert np.array_equal(windows.cells, made(3).cells, equal_nan=True)


def test_drawn_findings_always_go_together():
    draws = [draw_labels(np.random.default_rng(seed)) for seed in range(300)]
    assert not any({"LBBB", "RBBB"} <= labels for labels in draws)
    assert all(labels == {"SNR"} for labels in draws if "SNR" in labels)
