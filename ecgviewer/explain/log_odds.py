"""A net that answers by how far each class leads all others.

Where a window has exactly one class, a class's own logit means nothing: the same number
added to all of them changes no answer, and what takes a beat away may lower every logit.
"""

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from ecgviewer.nets.net import EcgNet

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel

# Methods that ask for changes of a number. CAM takes logits apart, masks know of leads.
OF_CHANGES = ("gradient", "input-gradient", "integrated", "occlusion")


class LogOdds(EcgNet):
    """The log odds of each class against all others, from another net's logits."""

    def __init__(self, net: EcgNet) -> None:
        super().__init__()
        self.net = net
        self.first_cell = net.first_cell

    @property
    def cell_step(self) -> int:  # type: ignore[override]  # of each net its own
        """Samples between two cells of the net's last map."""
        return self.net.cell_step

    def features(self, inputs: Tensor) -> Tensor:
        """Return the other net's last map."""
        return self.net.features(inputs)

    def head(self, features: Tensor) -> Tensor:
        """Return log odds, (batch, n_classes)."""
        return leads(self.net.head(features))


def leads(logits: Tensor) -> Tensor:
    """Return by how much each class leads all others together, from (batch, n_classes) logits.

    Unlike probabilities these are never saturated.
    """
    itself = torch.eye(logits.shape[1], dtype=torch.bool, device=logits.device)
    others = logits.unsqueeze(1).masked_fill(itself, -torch.inf)
    return logits - others.logsumexp(dim=2)


def asked_net(model: "LoadedModel", method: str) -> EcgNet:
    """Return the net that a method is to explain: of exclusive classes, their log odds."""
    changes = method in OF_CHANGES and model.card.exclusive
    return LogOdds(model.net) if changes else model.net
