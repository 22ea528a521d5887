"""The residual net of Hannun et al., a baseline of the single-lead paper.

Source: Hannun et al., "Cardiologist-level arrhythmia detection and classification in
ambulatory electrocardiograms using a deep neural network", Nature Medicine 2019: 10.47
million parameters with eight classes. Ours: a window has one answer, the mean over the
steps that the published net answers one by one.
"""

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.same_conv import same_conv

KERNEL = 16
WIDTH = 32
N_BLOCKS = 16
BLOCKS_A_WIDTH = 4


class _Block(nn.Module):
    """Two convolutions beside a maximum; new channels begin as zeros in the skip.

    first: the block after the stem, which is normalised already.
    """

    def __init__(self, n_in: int, n_out: int, stride: int, dropout: float, *, first: bool) -> None:
        super().__init__()
        self.before: nn.Module = nn.Identity()
        if not first:
            self.before = nn.Sequential(nn.BatchNorm1d(n_in), nn.ReLU())
        self.conv1 = same_conv(n_in, n_out, KERNEL, stride=stride, longer="left")
        self.norm = nn.BatchNorm1d(n_out)
        self.dropout = nn.Dropout(dropout)
        self.conv2 = same_conv(n_out, n_out, KERNEL)
        self.pool = nn.MaxPool1d(stride, ceil_mode=True)
        self.n_new = n_out - n_in

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (batch, n_out, ceil(positions / stride))."""
        hidden = self.conv1(self.before(inputs))
        hidden = self.conv2(self.dropout(torch.relu(self.norm(hidden))))
        total: Tensor = hidden + functional.pad(self.pool(inputs), (0, 0, 0, self.n_new))
        return total


class Hannun(EcgNet):
    """Logits from one lead, (batch, 1, n_samples); 720 samples make three cells."""

    cell_step: ClassVar[int] = 2 ** (N_BLOCKS // 2)
    first_cell = cell_step / 2

    def __init__(self, n_classes: int = 8, dropout: float = 0.2) -> None:
        super().__init__()
        self.stem = nn.Sequential(same_conv(1, WIDTH, KERNEL), nn.BatchNorm1d(WIDTH), nn.ReLU())
        widths = [WIDTH * 2 ** (block // BLOCKS_A_WIDTH) for block in range(N_BLOCKS)]
        self.blocks = nn.Sequential(
            *(
                _Block(n_in, n_out, 1 + block % 2, dropout, first=block == 0)
                for block, (n_in, n_out) in enumerate(zip((WIDTH, *widths), widths, strict=False))
            )
        )
        self.last_norm = nn.BatchNorm1d(widths[-1])
        self.classifier = nn.Linear(widths[-1], n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last map, (batch, 256, ceil(n_samples / 256)), none of it below zero."""
        return torch.relu(self.last_norm(self.blocks(self.stem(inputs))))

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes): the mean of the steps' answers."""
        logits: Tensor = self.classifier(features.mean(dim=-1))
        return logits
