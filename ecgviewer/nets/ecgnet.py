"""ECGNet: a residual net and an LSTM side by side, for one lead.

Architecture after Murugesan et al., "ECGNet: Deep network for arrhythmia classification",
IEEE MeMeA 2018, as its authors' code has it: 17.44 million parameters with eight classes.
Ours: ReLU between the dense layers, where that code has nothing (option ``linear``).
"""

from typing import ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.nets.lstm import HIDDEN, N_SLICES, SLICE_LENGTH, SliceLstm, dense_layers
from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.residual_unit import ResidualUnit
from ecgviewer.nets.same_conv import same_conv

INCEPTION_KERNELS = (15, 17, 19, 21)
INCEPTION_CHANNELS = 16
WIDTH = len(INCEPTION_KERNELS) * INCEPTION_CHANNELS
# Channels of units 2 to 16; the odd ones halve the positions, as the first does.
UNIT_CHANNELS = (64,) * 2 + (128,) * 4 + (192,) * 4 + (256,) * 4 + (320,)
LAST_POSITIONS = 2


class _FirstUnit(nn.Module):
    """The unit after the inception, which is normalised already."""

    def __init__(self, kernel: int, dropout: float) -> None:
        super().__init__()
        self.conv1 = same_conv(WIDTH, WIDTH, kernel, longer="left")
        self.norm = nn.BatchNorm1d(WIDTH)
        self.conv2 = same_conv(WIDTH, WIDTH, kernel)
        self.dropout = nn.Dropout(dropout)
        self.pool = nn.MaxPool1d(2)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (batch, 64, positions / 2)."""
        hidden = self.conv2(self.dropout(torch.relu(self.norm(self.conv1(inputs)))))
        total: Tensor = self.pool(hidden) + self.pool(inputs)
        return total


class Ecgnet(EcgNet):
    """Logits from one lead, (batch, 1, 720).

    Both paths are laid out flat before they meet, so the last map is a single cell: this
    net has no map over time of its own.
    """

    cell_step: ClassVar[int] = N_SLICES * SLICE_LENGTH
    first_cell = (N_SLICES * SLICE_LENGTH - 1) / 2

    def __init__(
        self,
        n_classes: int = 8,
        kernel: int = 15,
        n_layers: int = 2,
        dropout: float = 0.5,
        *,
        linear: bool = False,
    ) -> None:
        super().__init__()
        self.inception = nn.ModuleList(
            same_conv(1, INCEPTION_CHANNELS, width) for width in INCEPTION_KERNELS
        )
        self.norm = nn.BatchNorm1d(WIDTH)
        units: list[nn.Module] = [_FirstUnit(kernel, dropout)]
        n_in = WIDTH
        for number, n_out in enumerate(UNIT_CHANNELS, start=2):
            pooled = number % 2 == 1
            units.append(ResidualUnit(n_in, n_out, kernel, pooled=pooled, dropout=dropout))
            n_in = n_out
        self.units = nn.Sequential(*units)
        self.last_norm = nn.BatchNorm1d(n_in)
        self.slices = SliceLstm(n_layers)
        n_joined = n_in * LAST_POSITIONS + HIDDEN
        self.classifier = dense_layers(n_joined, n_classes, linear=linear)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the convolutions' last map, flat, and the LSTM's last state, (batch, 680, 1)."""
        wide = torch.cat([conv(inputs) for conv in self.inception], dim=1)
        map_ = self.last_norm(self.units(torch.relu(self.norm(wide))))
        state = self.slices(inputs)[:, :, -1]
        return torch.cat([map_.flatten(start_dim=1), state], dim=1).unsqueeze(-1)

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes)."""
        logits: Tensor = self.classifier(features.squeeze(-1))
        return logits
