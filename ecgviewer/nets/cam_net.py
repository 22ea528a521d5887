"""The small net of the single-lead paper that class activation maps explain.

After Murugesan et al., 2018: four residual units, no inception, and the mean over time
before a linear layer, as Zhou et al. (CVPR 2016, arXiv:1512.04150) ask for. Kernels of 16
and channels of 64, 64, 64, 128 are our choice: 0.80 million parameters.
"""

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.residual_unit import ResidualUnit
from ecgviewer.nets.same_conv import same_conv

WIDTH = 64
UNIT_CHANNELS = (64, 64, 64, 128)
# 720 samples and 24 more on either side are halved four times to 48 cells.
PADDING = 24


class CamNet(EcgNet):
    """Logits from one lead, (batch, 1, 720); its last map has 48 cells."""

    cell_step: ClassVar[int] = 2 ** len(UNIT_CHANNELS)

    def __init__(self, n_classes: int = 8, kernel: int = 16, dropout: float = 0.5) -> None:
        super().__init__()
        # A cell stands for 16 samples; the first convolution moves by half a sample where
        # its kernel is even, and the two of a unit undo each other's move.
        half = 0.5 if kernel % 2 == 0 else 0.0
        self.first_cell = (self.cell_step - 1) / 2 + half - PADDING
        self.stem = same_conv(1, WIDTH, kernel)
        self.norm = nn.BatchNorm1d(WIDTH)
        n_ins = (WIDTH, *UNIT_CHANNELS)
        self.units = nn.Sequential(
            *(
                ResidualUnit(n_in, n_out, kernel, pooled=True, dropout=dropout)
                for n_in, n_out in zip(n_ins, UNIT_CHANNELS, strict=False)
            )
        )
        self.last_norm = nn.BatchNorm1d(UNIT_CHANNELS[-1])
        self.classifier = nn.Linear(UNIT_CHANNELS[-1], n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last map, (batch, 128, 48), none of it below zero."""
        padded = functional.pad(inputs, (PADDING, PADDING))
        return torch.relu(self.last_norm(self.units(torch.relu(self.norm(self.stem(padded))))))

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from each channel's mean over time."""
        logits: Tensor = self.classifier(features.mean(dim=-1))
        return logits
