"""The 34-layer one-dimensional residual network of system A.

Architecture after Zhang et al., "Interpretable deep learning for automatic diagnosis
of 12-lead electrocardiogram", iScience 2021 (16.61 million parameters with 12 leads
and nine classes). Every padding is symmetric, so position t of the last stage is
centred on input sample 32 t.
"""

from typing import ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.nets.net import EcgNet

STAGES = ((3, 64), (4, 128), (6, 256), (3, 512))
STEM_KERNEL = 15
BLOCK_KERNEL = 7
DROPOUT = 0.2


class ResidualBlock(nn.Module):
    """Two convolutions and a skip; stride 2 and a 1x1 skip where the shape changes."""

    norm_after: ClassVar = (("conv1", "norm1"), ("conv2", "norm2"))

    def __init__(self, n_in: int, n_out: int, stride: int) -> None:
        super().__init__()
        half = BLOCK_KERNEL // 2
        self.conv1 = nn.Conv1d(n_in, n_out, BLOCK_KERNEL, stride, half, bias=False)
        self.norm1 = nn.BatchNorm1d(n_out)
        self.dropout = nn.Dropout(DROPOUT)
        self.conv2 = nn.Conv1d(n_out, n_out, BLOCK_KERNEL, 1, half, bias=False)
        self.norm2 = nn.BatchNorm1d(n_out)
        self.skip: nn.Module = nn.Identity()
        if stride != 1 or n_in != n_out:
            self.skip = nn.Sequential(
                nn.Conv1d(n_in, n_out, 1, stride, bias=False), nn.BatchNorm1d(n_out)
            )

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (batch, n_out, positions)."""
        hidden = self.dropout(torch.relu(self.norm1(self.conv1(inputs))))
        return torch.relu(self.norm2(self.conv2(hidden)) + self.skip(inputs))


class ResNet34(EcgNet):
    """Logits of nine classes from 12 leads.

    forward takes (batch, n_leads, n_samples) and returns (batch, n_classes), before
    the sigmoid. features and head split it at the last stage, so explanations need
    no hooks and two threads can share one net.
    """

    cell_step: ClassVar[int] = 32

    def __init__(self, n_leads: int = 12, n_classes: int = 9) -> None:
        super().__init__()
        width = STAGES[0][1]
        self.stem = nn.Sequential(
            nn.Conv1d(n_leads, width, STEM_KERNEL, 2, STEM_KERNEL // 2, bias=False),
            nn.BatchNorm1d(width),
            nn.ReLU(),
            nn.MaxPool1d(3, 2, 1),
        )
        blocks: list[nn.Module] = []
        for stage, (n_blocks, n_out) in enumerate(STAGES):
            for block in range(n_blocks):
                stride = 2 if stage > 0 and block == 0 else 1
                blocks.append(ResidualBlock(width, n_out, stride))
                width = n_out
        self.stages = nn.Sequential(*blocks)
        self.classifier = nn.Linear(2 * width, n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last stage's activations, (batch, 512, ceil(n_samples / 32))."""
        features: Tensor = self.stages(self.stem(inputs))
        return features

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the last stage's activations."""
        pooled = torch.cat([features.mean(dim=-1), features.amax(dim=-1)], dim=1)
        logits: Tensor = self.classifier(pooled)
        return logits
