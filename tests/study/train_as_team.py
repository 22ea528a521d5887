"""Started by torchrun: trains in this process's team and writes what it saw.

Arguments: a data set's folder and a folder for what is written.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ecgviewer.core.task import Task
from ecgviewer.nets.build import NETS
from ecgviewer.study.cache import open_cache
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.distributed import Team, team
from ecgviewer.study.judge import by_examination
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import RECIPES, find_recipe
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import train
from ecgviewer.study.training import Surroundings, fit
from tests.study.small_net import add_to
from tests.study.test_training import PHASE, RECIPE, ToneNet, TwoTones


def plain_net() -> ToneNet:
    """Nothing in it looks at a batch as a whole or draws lots: two parts are as good as one."""
    torch.manual_seed(4)
    return ToneNet()


def train_plain_net(together: Team, folder: Path) -> list[float]:
    """Train on two tones; return the losses and, behind them, all weights."""
    around = Surroundings(together)
    recipe = replace(RECIPE, optimiser=replace(RECIPE.optimiser, average_decay=0.0))
    net, fitted = fit(plain_net(), TwoTones(), PHASE, recipe, folder / "tones.pt", around)
    weights = torch.cat([parameter.flatten() for parameter in net.parameters()])
    return [*(row["loss"] for row in fitted.history), *weights.tolist()]


def train_model(together: Team, data: Path, folder: Path) -> list[list[float]]:
    """Train a whole model with several parts; return its history's figures."""
    add_to(NETS, RECIPES)
    cache = open_cache(load_cases(data)[:16], folder / f"cache-{together.rank}", 500.0, Task())
    parts = Parts(tuple(range(8)), tuple(range(8, 13)), tuple(range(13, 16)))
    order = RecordOrder("small", "small", find_recipe("small"), "clinical", cache)
    seen: list[list[float]] = []
    around = Surroundings(together, say=lambda line: seen.append([float(len(line))]))
    judge = by_examination(order, parts, around)
    train(order, parts, folder / "small", around, judge)
    return seen


def main(data: Path, folder: Path) -> None:
    """Write rank-0.json and so on."""
    with team("cpu") as together:
        found = {
            "plain": train_plain_net(together, folder),
            "said": train_model(together, data, folder),
            "share": together.share(np.arange(5)).tolist(),
        }
        (folder / f"rank-{together.rank}.json").write_text(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
