"""The weights that a net starts from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import WEIGHTS_FILE, read_card_file
from ecgviewer.inference.library import model_folders
from ecgviewer.inference.weights_file import decode_weights, read_weights
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.recipe import SCRATCH, Recipe
from ecgviewer.study.split import Member, RecordKey, read_split


@dataclass(frozen=True, slots=True)
class Initial:
    """A model whose weights are gone on with."""

    folder: Path
    card: ModelCard

    @property
    def split(self) -> dict[RecordKey, Member]:
        """What it was fitted on: the net that goes on from it has seen that too."""
        return read_split(self.folder) or {}


def find_initial(wanted: str, recipe: Recipe, beside: Path) -> Initial | None:
    """Return the model that a recipe starts from, None where it starts from scratch.

    wanted: a model's folder or name; names are looked up next to the run's own folder
    ``beside``, then among the installed models. Raises EcgError where it is not there or
    is of another kind.
    """
    if wanted == SCRATCH:
        return None
    places = [Path(wanted), beside.parent / wanted, *(place / wanted for place in model_folders())]
    folder = next((place for place in places if (place / WEIGHTS_FILE).exists()), None)
    if folder is None:
        raise EcgError(
            f'The model "{wanted}", whose weights are to be gone on with, is not here: train it '
            f"into {beside.parent / Path(wanted).name}, name its folder with --init, or give "
            "--init scratch."
        )
    card = read_card_file(folder)
    if (
        card.net != recipe.net
        or card.labels != recipe.labels
        or card.input.leads != recipe.input.leads
    ):
        raise EcgError(
            f'The weights of the model "{card.name}" do not fit: it is a {card.net} for '
            f"{len(card.labels)} labels, wanted is a {recipe.net} for {len(recipe.labels)}."
        )
    return Initial(folder, card)


def starting_net(recipe: Recipe, initial: Initial | None) -> EcgNet:
    """Return the net before its first step: drawn with the recipe's seed, or gone on with."""
    if initial is not None:
        return decode_weights(initial.card, read_weights(initial.folder, initial.card))
    torch.manual_seed(recipe.seed)
    return build_net(recipe.net, net_options(recipe))


def net_options(recipe: Recipe) -> dict[str, Any]:
    """Return what a recipe's net is built with."""
    return {"n_classes": len(recipe.labels), **recipe.net_options}


def shipped_net(recipe: Recipe, n_members: int = 1) -> tuple[str, dict[str, Any]]:
    """Return the net, by name and options, that a recipe's fitted nets end up in."""
    options = net_options(recipe)
    if n_members == 1 and recipe.trees is None:
        return recipe.net, options
    forests = {"n_trees": recipe.trees.n_trees} if recipe.trees is not None else {}
    return recipe.ensemble, {**options, "n_members": n_members, **forests}
