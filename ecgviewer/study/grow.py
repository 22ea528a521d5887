"""Grows a forest on what the beats of labelled records measure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ecgviewer.core.card import InputSpec
from ecgviewer.nets.beat_summary import beat_summary
from ecgviewer.nets.beats import measure_beats
from ecgviewer.nets.build import build_net
from ecgviewer.nets.forest import ALWAYS, N_LEAVES, N_NODES
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cache import Cache
from ecgviewer.study.initial import shipped_net
from ecgviewer.study.recipe import Recipe, Trees
from ecgviewer.study.training import Surroundings
from ecgviewer.study.windows import cut

if TYPE_CHECKING:
    from sklearn.tree._tree import Tree

Values = NDArray[np.float32]
Arrays = dict[str, NDArray[Any]]


def beside_a_forest(
    net: EcgNet, recipe: Recipe, cache: Cache, fitted: Sequence[int], around: Surroundings
) -> EcgNet:
    """Return the recipe's ensemble of the fitted net and a forest grown on the same records.

    The same records and seed give the same forest. Leads may not be absent in it: it is
    grown on the records as they are.
    """
    assert recipe.trees is not None
    around.say("Growing the forest")
    values, owner = _measured(cache, fitted, recipe.input)
    state = {f"members.0.{name}": value for name, value in net.state_dict().items()}
    grown = grow(values, cache.cells[list(fitted)][owner], recipe.trees, recipe.seed)
    state |= {f"forests.0.{name}": value for name, value in grown.items()}
    joined = build_net(*shipped_net(recipe))
    joined.load_state_dict(state)
    return joined.to(around.team.device).eval()


def grow(values: Values, cells: Values, trees: Trees, seed: int) -> dict[str, Tensor]:
    """Return a Forest's tensors, fitted to (n_windows, n_values) and (n_windows, n_classes).

    cells: NaN where not judged. A class without positives or negatives gets trees that
    say one half.
    """
    found = [_of_class(values, column, trees, seed) for column in cells.T]
    return {
        name: torch.from_numpy(np.stack([one[name] for one in found]))
        for name in ("feature", "threshold", "left", "share")
    }


def _measured(
    cache: Cache, fitted: Sequence[int], spec: InputSpec
) -> tuple[Values, NDArray[np.intp]]:
    """Return each window's values, (n_windows, n_values), and the place of its record."""
    rows, owner = [], []
    for place, index in enumerate(fitted):
        windows = torch.from_numpy(cut(cache.read_mv(index), cache.rate_hz, spec))
        rows.append(beat_summary(windows, measure_beats(windows)).numpy())
        owner += [place] * len(windows)
    return np.concatenate(rows), np.array(owner)


def _of_class(values: Values, truth: Values, trees: Trees, seed: int) -> Arrays:
    from sklearn.ensemble import ExtraTreesClassifier

    judged = ~np.isnan(truth)
    empty = _empty(trees.n_trees)
    if len(np.unique(truth[judged])) < 2:
        return empty
    fitted = ExtraTreesClassifier(
        trees.n_trees,
        min_samples_leaf=trees.least_in_leaf,
        max_features=trees.feature_share,
        max_leaf_nodes=N_LEAVES,
        class_weight="balanced",
        random_state=seed,
    ).fit(values[judged], truth[judged])
    for place, estimator in enumerate(fitted.estimators_):
        _lay_out(estimator.tree_, {name: rows[place] for name, rows in empty.items()})
    return empty


def _empty(n_trees: int) -> Arrays:
    """Return trees of one leaf that says one half."""
    shape = (n_trees, N_NODES)
    return {
        "feature": np.zeros(shape, np.int16),
        "threshold": np.full(shape, ALWAYS, np.float32),
        "left": np.tile(np.arange(N_NODES, dtype=np.int16), (n_trees, 1)),
        "share": np.full(shape, 0.5, np.float32),
    }


def _lay_out(tree: "Tree", into: Arrays) -> None:
    """Write a fitted tree into arrays of N_NODES, brothers beside each other, root first.

    Numbers are rounded as they will be stored, so that what is judged is what ships.
    """
    order = [0]
    for place, node in enumerate(order):
        share = tree.value[node, 0]
        into["share"][place] = np.float16(share[1] / share.sum())
        if tree.children_left[node] < 0:
            continue
        into["feature"][place] = tree.feature[node]
        into["threshold"][place] = np.float16(tree.threshold[node])
        into["left"][place] = len(order)
        order += [tree.children_left[node], tree.children_right[node]]
