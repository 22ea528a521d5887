"""What every net offers: its logits in two halves, features and head."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

from torch import Tensor, nn


class EcgNet(nn.Module, ABC):
    """A net from (batch, n_leads, n_samples) to (batch, n_classes) logits.

    One that reads beats in turn takes (batch, n_beats, n_columns): head then tells of the
    beat in the middle, and forward of each, (batch, n_beats, n_classes).

    features and head split it at its last map over time, so that explanations need no
    hooks and two threads can share one net. cell_step: samples of the input between
    two cells of that map; cell t is centred on input sample first_cell + cell_step * t.
    """

    cell_step: ClassVar[int]
    first_cell: float = 0.0

    @abstractmethod
    def features(self, inputs: Tensor) -> Tensor:
        """Return the last map over time, (batch, channels, cells)."""

    @abstractmethod
    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the last map."""

    def widen(self, inputs: Tensor) -> Tensor:
        """Return the inputs with whatever channels the net computes from them itself.

        features takes both forms. Training that mixes records mixes these, because what
        is measured on a mixture would be neither record's.
        """
        return inputs

    def maps(self, widened: Tensor) -> Tensor:
        """Return what layers alone make of inputs as ``widen`` gives them.

        Whatever computes the same faster may stand in for it (``features_by``).
        """
        return self.features(widened)

    def features_by(self, maps: Callable[[Tensor], Tensor], inputs: Tensor) -> Tensor:
        """Return ``features`` with something else in the place of ``maps``."""
        return maps(inputs)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return logits, (batch, n_classes)."""
        return self.head(self.features(inputs))
