"""A small net: two convolutions, a mean over time, one linear layer."""

from typing import ClassVar

from torch import Tensor, nn

from ecgviewer.nets.net import EcgNet


class ExampleNet(EcgNet):
    """From (batch, n_leads, n_samples) to (batch, n_classes) logits."""

    cell_step: ClassVar[int] = 16
    first_cell = 7.5

    def __init__(self, n_leads: int = 12, n_classes: int = 9, width: int = 16) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(n_leads, width, 17, stride=4, padding=8),
            nn.ReLU(),
            nn.Conv1d(width, width, 17, stride=4, padding=8),
            nn.ReLU(),
        )
        self.last = nn.Linear(width, n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last map over time, (batch, width, cells)."""
        out: Tensor = self.body(inputs)
        return out

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes)."""
        out: Tensor = self.last(features.mean(dim=-1))
        return out
