"""Batches of weighted means of two windows each (Zhang et al., arXiv:1710.09412)."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

CHANCE = 0.5


@dataclass(frozen=True, eq=False)
class Mixture:
    """parts: shares that add up to 1, each with the order of the batch that it belongs to."""

    parts: tuple[tuple[float, Tensor], ...]

    def of(self, inputs: Tensor) -> Tensor:
        """Return the mixed inputs, (batch, ...); the same ones where nothing is mixed."""
        if len(self.parts) == 1:
            return inputs
        (share, own), (other_share, other) = self.parts
        return share * inputs[own] + other_share * inputs[other]


def draw_mixture(n_records: int, parameter: float, rng: np.random.Generator) -> Mixture:
    """Draw how a batch is mixed; the larger share is each record's own.

    parameter: of the beta distribution of the shares; 0 mixes nothing.
    """
    own = torch.arange(n_records)
    if not parameter or rng.random() >= CHANCE:
        return Mixture(((1.0, own),))
    drawn = float(rng.beta(parameter, parameter))
    share = max(drawn, 1 - drawn)
    other = torch.from_numpy(rng.permutation(n_records))
    return Mixture(((share, own), (1 - share, other)))
