"""The convolutional recurrent net of Zihlmann et al., a baseline of the single-lead paper.

Source: Zihlmann, Perekrestenko & Tschannen, "Convolutional recurrent neural networks for
electrocardiogram classification", Computing in Cardiology 2017, arXiv:1710.06122: 5.80
million parameters with eight classes. Ours: spectra every 8 samples, because every 32 as
published, for a minute of signal, would leave two steps of a two-second window.
"""

import math
from itertools import pairwise
from typing import ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.nets.lstm import Lstm
from ecgviewer.nets.net import EcgNet

N_SPECTRUM = 64
HOP = 8
# Of the window over each spectrum, the share that rises and falls.
TAPER = 0.25
# Beside the power of a window of spread 1; the logarithm of nothing is not finite.
SMALLEST_POWER = 1e-10
N_BLOCKS = 4
CONVS_A_BLOCK = 6
WIDTH = 32
KERNEL = 5
HIDDEN = 100
N_FREQUENCIES = 3  # after the blocks


class Zihlmann(EcgNet):
    """Logits from one lead, (batch, 1, n_samples); 720 samples make six steps."""

    cell_step: ClassVar[int] = HOP * 2**N_BLOCKS
    first_cell = (N_SPECTRUM - 1) / 2

    def __init__(self, n_classes: int = 8, dropout: float = 0.15) -> None:
        super().__init__()
        widths = [WIDTH * (block + 1) for block in range(N_BLOCKS + 1)]
        self.blocks = nn.Sequential(
            *(
                _block(1 if block == 0 else n_in, n_in, n_out, dropout)
                for block, (n_in, n_out) in enumerate(pairwise(widths))
            )
        )
        self.lstm = Lstm(
            widths[-1] * N_FREQUENCIES, HIDDEN, num_layers=3, batch_first=True, bidirectional=True
        )
        self.classifier = nn.Linear(2 * HIDDEN, n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return both directions' states after each step, (batch, 200, steps)."""
        maps = self.blocks(log_spectra(inputs))
        states: Tensor = self.lstm(maps.flatten(1, 2).transpose(1, 2))[0]
        return states.transpose(1, 2)

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the mean over the steps."""
        logits: Tensor = self.classifier(features.mean(dim=-1))
        return logits


def _block(n_first: int, n_in: int, n_out: int, dropout: float) -> nn.Sequential:
    """Return six convolutions; the last widens and halves both frequencies and steps."""
    layers: list[nn.Module] = []
    for number in range(1, CONVS_A_BLOCK + 1):
        last = number == CONVS_A_BLOCK
        width, stride = (n_out, 2) if last else (n_in, 1)
        conv = nn.Conv2d(n_first, width, KERNEL, stride, KERNEL // 2)
        layers += [conv, nn.BatchNorm2d(width), nn.ReLU()]
        n_first = width
    return nn.Sequential(*layers, nn.Dropout(dropout))


def log_spectra(inputs: Tensor) -> Tensor:
    """Return log powers, (batch, 1, 33 frequencies, steps), of (batch, 1, n_samples).

    Each of the 64 samples' spectra is of what is left without their mean.
    """
    pieces = inputs.unfold(-1, N_SPECTRUM, HOP)
    tapered = (pieces - pieces.mean(dim=-1, keepdim=True)) * _taper(inputs)
    power = torch.fft.rfft(tapered).abs().square() / N_SPECTRUM
    return torch.log(power + SMALLEST_POWER).transpose(2, 3)


def _taper(like: Tensor) -> Tensor:
    """Return a Tukey window, (64,): level, with a cosine's half at both ends."""
    at = torch.arange(N_SPECTRUM, dtype=like.dtype, device=like.device) / N_SPECTRUM
    edge = torch.minimum(at, 1 - at).clamp(max=TAPER / 2)
    return 0.5 * (1 - torch.cos(2 * math.pi * edge / TAPER))
