"""LSTMs of the single-lead nets, and the one that reads a window slice by slice."""

from torch import Tensor, nn

N_SLICES = 10
SLICE_LENGTH = 72
HIDDEN = 40


class Lstm(nn.LSTM):
    """An LSTM through which gradients flow in evaluation mode too.

    cuDNN refuses them outside of training mode; without dropout, which this has none of,
    both modes compute the same.
    """

    def train(self, _mode: bool = True) -> "Lstm":
        """Stay in training mode."""
        super().train(mode=True)
        return self


class SliceLstm(nn.Module):
    """An LSTM over a window of 720 samples, cut into ten steps of 72."""

    def __init__(self, n_layers: int = 2) -> None:
        super().__init__()
        self.lstm = Lstm(SLICE_LENGTH, HIDDEN, n_layers, batch_first=True)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return the last layer's state after each step, (batch, 40, 10), from (batch, 1, 720)."""
        states: Tensor = self.lstm(inputs.reshape(len(inputs), N_SLICES, SLICE_LENGTH))[0]
        return states.transpose(1, 2)


def dense_layers(n_in: int, n_classes: int, *, linear: bool) -> nn.Sequential:
    """Return the published classifier of n_in, 500, 100 and n_classes values.

    linear: nothing between the layers, as in the authors' code; else ReLU.
    """
    bend = nn.Identity if linear else nn.ReLU
    return nn.Sequential(
        nn.Linear(n_in, 500), bend(), nn.Linear(500, 100), bend(), nn.Linear(100, n_classes)
    )
