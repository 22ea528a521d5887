"""A small residual net that reads twelve leads at 125 Hz and what each beat measures.

Ours. Residual blocks after He et al. (arXiv:1512.03385) with channel attention after Hu
et al. (arXiv:1709.01507), beside the channels of `beat_channels`. The head is linear in
each channel's mean and maximum, so HiResCAM adds up to the logit without its bias. Every
padding is symmetric: cell t of the last map is centred on input sample 16 t.
"""

from collections.abc import Sequence
from typing import ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.nets.beat_channels import N_CHANNELS, beat_channels
from ecgviewer.nets.net import EcgNet

STEM_KERNEL = 15
STEM_STRIDE = 4
KERNEL = 5
SQUEEZE = 8
N_LEADS = 12


class _Block(nn.Module):
    """Two convolutions, channel attention and a skip."""

    def __init__(self, n_in: int, n_out: int, stride: int) -> None:
        super().__init__()
        half = KERNEL // 2
        self.conv1 = nn.Conv1d(n_in, n_out, KERNEL, stride, half, bias=False)
        self.norm1 = nn.BatchNorm1d(n_out)
        self.conv2 = nn.Conv1d(n_out, n_out, KERNEL, 1, half, bias=False)
        self.norm2 = nn.BatchNorm1d(n_out)
        self.attention = nn.Sequential(
            nn.Linear(n_out, n_out // SQUEEZE),
            nn.ReLU(),
            nn.Linear(n_out // SQUEEZE, n_out),
            nn.Sigmoid(),
        )
        self.skip: nn.Module = nn.Identity()
        if stride != 1 or n_in != n_out:
            self.skip = nn.Sequential(
                nn.Conv1d(n_in, n_out, 1, stride, bias=False), nn.BatchNorm1d(n_out)
            )

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (batch, n_out, positions)."""
        hidden = self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(inputs)))))
        hidden = hidden * self.attention(hidden.mean(dim=-1)).unsqueeze(-1)
        return torch.relu(hidden + self.skip(inputs))


class BeatNet(EcgNet):
    """Logits from 12 leads in mV at 125 Hz, (batch, 12, n_samples).

    widths: channels of the stages; every stage after the first halves the positions.
    n_extra: outputs beyond the classes, which only training asks for (`all_logits`).
    """

    cell_step: ClassVar[int] = 16

    def __init__(
        self,
        n_classes: int = 9,
        widths: Sequence[int] = (64, 128, 256),
        blocks: int = 2,
        n_extra: int = 0,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        width = widths[0]
        self.stem = nn.Sequential(
            nn.Conv1d(
                N_LEADS + N_CHANNELS, width, STEM_KERNEL, STEM_STRIDE, STEM_KERNEL // 2, bias=False
            ),
            nn.BatchNorm1d(width),
            nn.ReLU(),
        )
        stages: list[nn.Module] = []
        for stage, n_out in enumerate(widths):
            for block in range(blocks):
                stages.append(_Block(width, n_out, 2 if stage > 0 and block == 0 else 1))
                width = n_out
        self.stages = nn.Sequential(*stages)
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(2 * width, n_classes)
        self.extra = nn.Linear(2 * width, n_extra) if n_extra else None

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last stage's activations, (batch, widths[-1], ceil(n_samples / 16))."""
        seen = torch.cat([inputs, beat_channels(inputs)], dim=1)
        features: Tensor = self.stages(self.stem(seen))
        return features

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the last stage's activations."""
        logits: Tensor = self.classifier(self._pooled(features))
        return logits

    def all_logits(self, inputs: Tensor) -> tuple[Tensor, Tensor | None]:
        """Return the classes' logits and the extra outputs, (batch, n_extra), if any."""
        pooled = self._pooled(self.features(inputs))
        return self.classifier(pooled), None if self.extra is None else self.extra(pooled)

    def _pooled(self, features: Tensor) -> Tensor:
        pooled: Tensor = self.dropout(
            torch.cat([features.mean(dim=-1), features.amax(dim=-1)], dim=1)
        )
        return pooled
