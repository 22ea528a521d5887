"""Trees as tensors say what the trees that were grown say."""

import numpy as np
import pytest
import torch
from sklearn.ensemble import ExtraTreesClassifier

from ecgviewer.nets.forest import N_LEAVES, Forest
from ecgviewer.study.grow import grow
from ecgviewer.study.recipe import Trees

TREES = Trees(n_trees=7)


def task(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Two classes of which the first hangs on two values and the second on none."""
    rng = np.random.default_rng(seed)
    values = rng.integers(-40, 40, (300, 6)).astype(np.float32)
    cells = np.stack([values[:, 1] + values[:, 4] > 10, rng.random(300) > 0.7], axis=1)
    return values, cells.astype(np.float32)


def forest_of(values: np.ndarray, cells: np.ndarray, trees: Trees = TREES) -> Forest:
    forest = Forest(cells.shape[1], trees.n_trees)
    forest.load_state_dict(grow(values, cells, trees, seed=5))
    return forest


def test_it_says_what_the_library_says() -> None:
    values, cells = task()
    peer = ExtraTreesClassifier(
        TREES.n_trees,
        min_samples_leaf=TREES.least_in_leaf,
        max_features=TREES.feature_share,
        max_leaf_nodes=N_LEAVES,
        class_weight="balanced",
        random_state=5,
    ).fit(values, cells[:, 0])
    found = torch.sigmoid(forest_of(values, cells)(torch.from_numpy(values)))[:, 0]
    expected = np.clip(peer.predict_proba(values)[:, 1], 1e-3, 1 - 1e-3)
    # Thresholds are stored in half precision, which moves a value across now and then.
    assert np.mean(np.abs(found.numpy() - expected) < 1e-3) > 0.97


def test_it_learns_what_there_is_to_learn() -> None:
    values, cells = task()
    new_values, new_cells = task(seed=1)
    said = forest_of(values, cells, Trees(40))(torch.from_numpy(new_values)).numpy()
    right = (said[:, 0] > 0) == (new_cells[:, 0] > 0.5)
    assert right.mean() > 0.9


def test_what_nobody_judged_teaches_nothing() -> None:
    values, cells = task()
    cells[150:, 0] = np.nan
    masked = grow(values, cells, TREES, seed=5)
    alone = grow(values[:150], cells[:150], TREES, seed=5)
    for name in masked:
        torch.testing.assert_close(masked[name][0], alone[name][0])


def test_a_class_of_one_kind_is_left_open() -> None:
    values, cells = task()
    cells[:, 1] = 0
    said = forest_of(values, cells)(torch.from_numpy(values))
    assert said[:, 1].abs().max() == pytest.approx(0)
    assert said[:, 0].abs().max() > 1
