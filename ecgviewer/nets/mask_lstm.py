"""The LSTM of the single-lead paper by itself, which its deletion mask explains.

Source: the recurrent half of ECGNet (Murugesan et al., 2018), 0.10 million parameters. A
window of 720 samples at 360 Hz is read in ten steps of 72, and the last step's state is
classified.
"""

from typing import ClassVar

from torch import Tensor

from ecgviewer.nets.lstm import HIDDEN, SLICE_LENGTH, SliceLstm, dense_layers
from ecgviewer.nets.net import EcgNet


class MaskLstm(EcgNet):
    """Logits from one lead, (batch, 1, 720); a cell of its last map is a step's state."""

    cell_step: ClassVar[int] = SLICE_LENGTH
    first_cell = (SLICE_LENGTH - 1) / 2

    def __init__(self, n_classes: int = 8, n_layers: int = 2, *, linear: bool = False) -> None:
        super().__init__()
        self.slices = SliceLstm(n_layers)
        self.classifier = dense_layers(HIDDEN, n_classes, linear=linear)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the state after each step, (batch, 40, 10)."""
        states: Tensor = self.slices(inputs)
        return states

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the last step's state alone."""
        logits: Tensor = self.classifier(features[:, :, -1])
        return logits
