"""A net and recipes that train in a second, and the command with them among the others.

As a program: the command line of ecgviewer, for tests that need processes of their own.
"""

import sys
from collections.abc import MutableMapping
from dataclasses import replace
from typing import Any, ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.nets.net import EcgNet
from ecgviewer.study.recipe import RECIPES, Made, Optimiser, Phase, Recipe, Records

PUBLISHED = replace(
    RECIPES["original"],
    title="A small net, trained as the published one",
    net="small",
    input=replace(RECIPES["original"].input, n_samples=2500),
    phases=(Phase("fit", epochs=3, learning_rate=1e-3),),
    batch_size=4,
    precision="float32",
)
SMALL_RECIPES = {
    "small": PUBLISHED,
    "small_further": replace(PUBLISHED, init="small"),
    "small_phases": Recipe(
        title="A small net, trained in phases",
        net="small",
        input=replace(PUBLISHED.input, n_samples=1600, filters=("median",)),
        phases=(
            Phase("made", 1, 1e-3, (Made(8),), "one-cycle", keep="last"),
            Phase("both", 2, 1e-3, (Records(), Made(4, 9)), "one-cycle", keep="last"),
        ),
        batch_size=4,
        optimiser=Optimiser(weight_decay=0.02, gradient_limit=5.0, average_decay=0.9),
        pos_weight_power=0.5,
        precision="float32",
    ),
}


class SmallNet(EcgNet):
    """Two convolutions and the published head."""

    cell_step: ClassVar[int] = 16

    def __init__(self, n_classes: int) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv1d(12, 16, 15, 4, 7), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.1),
            nn.Conv1d(16, 32, 9, 4, 4), nn.BatchNorm1d(32), nn.ReLU(),
        )  # fmt: skip
        self.classifier = nn.Linear(64, n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        features: Tensor = self.stem(inputs)
        return features

    def head(self, features: Tensor) -> Tensor:
        pooled = torch.cat([features.mean(dim=-1), features.amax(dim=-1)], dim=1)
        logits: Tensor = self.classifier(pooled)
        return logits


def add_to(nets: MutableMapping[str, Any], recipes: MutableMapping[str, Any]) -> None:
    """Make the small net and its recipes known."""
    nets["small"] = SmallNet
    recipes.update(SMALL_RECIPES)


if __name__ == "__main__":
    from ecgviewer.cli.main import main
    from ecgviewer.nets.build import NETS

    add_to(NETS, RECIPES)
    sys.exit(main())
