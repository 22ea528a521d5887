"""Does a map depend on what the net has learnt? Shuffle its weights and look again.

Source: Adebayo et al., "Sanity checks for saliency maps", NeurIPS 2018,
arXiv:1810.03292: weights are randomised from the head down, and a map that stays as it
was tells of the signal, not of the model. Ours: weights are shuffled within each tensor
instead of drawn anew, so that their scale stays the one that training gave them.
"""

import copy
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.stats import rankdata
from torch import nn

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.net import EcgNet

# Of the layers, counted from the last; at least one.
SHARE_OF = {"head": 0.0, "half": 0.5, "all": 1.0}
SEED = 0


def randomised(net: EcgNet, share: float) -> EcgNet:
    """Return a copy whose last layers have shuffled weights: at least one, at most all."""
    shuffled = copy.deepcopy(net)
    layers = [module for module in shuffled.modules() if list(module.parameters(recurse=False))]
    # Nets declare their layers in the order in which a signal passes them.
    chosen = layers[-max(1, round(share * len(layers))) :]
    generator = torch.Generator().manual_seed(SEED)
    for layer in chosen:
        _shuffle(layer, generator)
    return shuffled


def likeness(model: LoadedModel, record: Record, heat: Heat, depth: str, task: Task) -> float:
    """Return how like a map of this model stays to itself with shuffled weights (Spearman).

    depth: "head", "half" or "all" of the layers. Raises Cancelled once the task was
    cancelled.
    """
    other = replace(model, net=randomised(model.net, SHARE_OF[depth]))
    again = explain(other, record, heat.label, heat.method, heat.start, heat.stop, task)
    return rank_correlation(np.abs(heat.raw), np.abs(again.raw))


def rank_correlation(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Return Spearman's rho over the places that both tell of, 0 where one says nothing."""
    both = ~(np.isnan(one) | np.isnan(other))
    if not both.any():
        return 0.0
    first, second = (rankdata(values[both]) for values in (one, other))
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])


def _shuffle(layer: nn.Module, generator: torch.Generator) -> None:
    for parameter in layer.parameters(recurse=False):
        order = torch.randperm(parameter.numel(), generator=generator).to(parameter.device)
        parameter.data = parameter.data.flatten()[order].reshape(parameter.shape)
