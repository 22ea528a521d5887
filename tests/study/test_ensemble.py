"""The five nets of a cross-validation become one model."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.study.cache import open_cache
from ecgviewer.study.cross_validation import cross_validate
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.distributed import Team
from ecgviewer.study.recipe import BEST12, Made, Phase, Records, Trees
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.split import read_out_of_fold, read_split
from ecgviewer.study.training import Surroundings

TINY = replace(
    BEST12,
    net_options={"widths": (8, 8, 16)},
    trees=Trees(n_trees=3),
    phases=(Phase("all", 1, 1e-3, (Records(), Made(4)), "one-cycle", keep="last"),),
    batch_size=4,
    precision="float32",
)


@pytest.fixture(scope="module")
def joined(hospital: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = open_cache(load_cases(hospital), tmp_path_factory.mktemp("cache"), 125.0, Task())
    folder = tmp_path_factory.mktemp("joined") / "tiny"
    order = RecordOrder("tiny", "best12", TINY, "clinical", cache)
    return cross_validate(order, folder, Surroundings(Team(torch.device("cpu")))).folder


def test_its_logits_are_the_mean_of_the_five(joined: Path) -> None:
    whole = load_model(joined, "cpu")
    noise = np.random.default_rng(0).standard_normal((2, 12, 1250)).astype(np.float32)
    parts = [load_model(joined / f"fold-{fold}", "cpu").logits(noise) for fold in range(5)]
    # Each part was rounded to half precision when it was saved, and so was the whole.
    np.testing.assert_allclose(whole.logits(noise), np.mean(parts, axis=0), atol=2e-3)


def test_it_says_which_fold_judged_each_record(joined: Path) -> None:
    split, scores = read_split(joined), read_out_of_fold(joined)
    assert split is not None
    assert scores is not None
    assert {member.part for member in split.values()} == {f"fold-{fold}" for fold in range(5)}
    assert len(scores.members) == len(split)
    card = load_model(joined, "cpu").card
    assert card.net == "beat_ensemble"
    assert card.training["members"] == [f"tiny-fold-{fold}" for fold in range(5)]


def test_it_draws_the_curves_of_its_folds(joined: Path) -> None:
    assert (joined / "curves.png").stat().st_size > 10_000


def test_a_finished_ensemble_is_only_read(joined: Path, hospital: Path, tmp_path: Path) -> None:
    before = (joined / "weights.safetensors").stat().st_mtime_ns
    cache = open_cache(load_cases(hospital), tmp_path, 125.0, Task())
    order = RecordOrder("tiny", "best12", TINY, "clinical", cache)
    cross_validate(order, joined, Surroundings(Team(torch.device("cpu"))))
    assert (joined / "weights.safetensors").stat().st_mtime_ns == before
