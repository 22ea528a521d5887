"""A net that reads the beats of one lead in turn, and answers for each of them.

Ours. A few convolutions read each beat's pictures, dilated ones over the beats read what
lies around it: 30 beats on both sides, a rhythm's length. Rows are laid out as
`core.beat_row` says.
"""

from typing import ClassVar

import torch
from torch import Tensor, nn

from ecgviewer.core.beat_row import (
    N_COLUMNS,
    N_PICTURE,
    N_PICTURES,
    N_VALUES,
    PICTURES,
    PRESENT,
    VALUES,
)
from ecgviewer.nets.net import EcgNet

# Together they reach beat_row.N_CONTEXT beats to each side.
DILATIONS = (1, 2, 4, 8)
KERNEL = 5
_CHANNELS = 32
ROUND = 512


class _Norm(nn.LayerNorm):
    """Normalises the channels of each beat by themselves, (batch, channels, beats)."""

    def forward(self, inputs: Tensor) -> Tensor:
        normed: Tensor = super().forward(inputs.transpose(1, 2))
        return normed.transpose(1, 2)


class _Block(nn.Module):
    """Looks at neighbouring beats; what is no beat stays zero."""

    def __init__(self, width: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.norm1 = _Norm(width)
        reach = KERNEL // 2 * dilation
        self.conv1 = nn.Conv1d(width, width, KERNEL, padding=reach, dilation=dilation)
        self.norm2 = _Norm(width)
        self.conv2 = nn.Conv1d(width, width, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, inputs: Tensor, there: Tensor) -> Tensor:
        """Return (batch, width, beats); there: (batch, 1, beats)."""
        hidden = self.conv1(torch.relu(self.norm1(inputs)) * there)
        change: Tensor = self.conv2(self.dropout(torch.relu(self.norm2(hidden))))
        return (inputs + change) * there


class BeatSequence(EcgNet):
    """Logits of every beat, (batch, n_beats, n_classes), from rows, (batch, n_beats, N_COLUMNS).

    Rows of zeros are no beats. features and head split it for the beat in the middle.
    """

    cell_step: ClassVar[int] = 1

    def __init__(self, n_classes: int = 8, width: int = 96, dropout: float = 0.2) -> None:
        super().__init__()
        n_in = N_PICTURES
        layers: list[nn.Module] = []
        for n_out, kernel in ((_CHANNELS, 9), (_CHANNELS, 7), (2 * _CHANNELS, 5)):
            conv = nn.Conv1d(n_in, n_out, kernel, stride=2, padding=kernel // 2)
            layers += [conv, nn.BatchNorm1d(n_out), nn.ReLU()]
            n_in = n_out
        self.pictures = nn.Sequential(*layers, nn.Flatten(), nn.Dropout(dropout))
        self.summary = nn.Linear(n_in * N_PICTURE // 8, 2 * _CHANNELS)
        self.joint = nn.Linear(2 * _CHANNELS + N_VALUES, width)
        self.blocks = nn.ModuleList(_Block(width, dilation, dropout) for dilation in DILATIONS)
        self.classifier = nn.Linear(width, n_classes)

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last activations, (batch, width, n_beats)."""
        there = inputs[..., PRESENT]
        beats = torch.nonzero(there.flatten() > 0)[:, 0]
        rows = inputs.reshape(-1, N_COLUMNS)[_rounded(beats)]
        joined = self.joint(self._described(rows))[: len(beats)]
        spread = joined.new_zeros((there.numel(), joined.shape[-1]))
        spread[beats] = joined
        hidden: Tensor = spread.view(*there.shape, -1).transpose(1, 2)
        for block in self.blocks:
            hidden = block(hidden, there.unsqueeze(1))
        return hidden

    def _described(self, rows: Tensor) -> Tensor:
        pictures = rows[:, PICTURES].reshape(-1, N_PICTURES, N_PICTURE)
        values = rows[:, VALUES]
        seen = torch.relu(self.summary(self.pictures(pictures)))
        return torch.cat([seen, values.to(seen.dtype)], dim=1)

    def answers(self, features: Tensor) -> Tensor:
        """Return logits of every beat, (batch, n_beats, n_classes)."""
        logits: Tensor = self.classifier(torch.relu(features.transpose(1, 2)))
        return logits

    def head(self, features: Tensor) -> Tensor:
        """Return logits of the beat in the middle, (batch, n_classes)."""
        return self.answers(features)[:, features.shape[-1] // 2]

    def forward(self, inputs: Tensor) -> Tensor:
        """Return logits of every beat, (batch, n_beats, n_classes)."""
        return self.answers(self.features(inputs))


def _rounded(beats: Tensor) -> Tensor:
    """Return the beats and some of them again, so that they are a multiple of ROUND.

    What computes convolutions keeps a plan for each size that it meets, with its memory.
    """
    spare = -len(beats) % ROUND
    return torch.cat([beats, beats[torch.arange(spare, device=beats.device) % len(beats)]])


class BeatSequences(EcgNet):
    """Several nets of this kind as one: logits are means of theirs."""

    cell_step: ClassVar[int] = 1

    def __init__(self, n_members: int = 5, n_classes: int = 8, width: int = 96) -> None:
        super().__init__()
        self.members = nn.ModuleList(BeatSequence(n_classes, width) for _ in range(n_members))

    def features(self, inputs: Tensor) -> Tensor:
        """Return the members' last activations side by side, (batch, channels, n_beats)."""
        return torch.cat([member.features(inputs) for member in self.nets], dim=1)

    def head(self, features: Tensor) -> Tensor:
        """Return logits of the beat in the middle, (batch, n_classes)."""
        return self._answers(features)[:, features.shape[-1] // 2]

    def forward(self, inputs: Tensor) -> Tensor:
        """Return logits of every beat, (batch, n_beats, n_classes)."""
        return self._answers(self.features(inputs))

    def _answers(self, features: Tensor) -> Tensor:
        parts = features.chunk(len(self.members), dim=1)
        answers = [net.answers(part) for net, part in zip(self.nets, parts, strict=True)]
        return torch.stack(answers).mean(dim=0)

    def lean(self, logits: Tensor) -> None:
        """Have every member add so much to its logits from now on, (n_classes,)."""
        with torch.no_grad():
            for net in self.nets:
                net.classifier.bias.add_(logits)

    @property
    def nets(self) -> list[BeatSequence]:
        """The members, in the order in which they were joined."""
        return [member for member in self.members if isinstance(member, BeatSequence)]
