"""A small residual net that reads twelve leads at 125 Hz and what each beat measures.

Several of them, each beside a forest that decides by measured values, answer as one.

Ours. Residual blocks after He et al. (arXiv:1512.03385) with channel attention after Hu
et al. (arXiv:1709.01507), beside the channels of `beat_channels`. The head is linear in
each channel's mean and maximum, so HiResCAM adds up to the logit without its bias. Every
padding is symmetric: cell t of the last map is centred on input sample 16 t.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgviewer.nets.beat_channels import N_CHANNELS, beat_channels
from ecgviewer.nets.beat_summary import beat_summary
from ecgviewer.nets.beats import INDEPENDENT_ROWS, Beats, measure_beats
from ecgviewer.nets.forest import Forest
from ecgviewer.nets.net import EcgNet

STEM_KERNEL = 15
STEM_STRIDE = 4
KERNEL = 5
SQUEEZE = 8
N_LEADS = 12
# The nets and the forests have an equal say.
FOREST_SHARE = 0.5


class _Block(nn.Module):
    """Two convolutions, channel attention and a skip."""

    norm_after: ClassVar = (("conv1", "norm1"), ("conv2", "norm2"))

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
    """

    cell_step: ClassVar[int] = 16

    def __init__(
        self,
        n_classes: int = 9,
        widths: Sequence[int] = (64, 128, 256),
        blocks: int = 2,
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

    def features(self, inputs: Tensor) -> Tensor:
        """Return the last stage's activations, (batch, widths[-1], ceil(n_samples / 16))."""
        return self.features_by(self.maps, inputs)

    def features_by(self, maps: Callable[[Tensor], Tensor], inputs: Tensor) -> Tensor:
        """Return ``features`` with something else in the place of ``maps``."""
        return maps(inputs if inputs.shape[1] > N_LEADS else self.widen(inputs))

    def maps(self, widened: Tensor) -> Tensor:
        """Return what stem and stages make of the leads and what each beat measures."""
        features: Tensor = self.stages(self.stem(widened))
        return features

    def widen(self, inputs: Tensor) -> Tensor:
        """Return the leads and what each beat measures, (batch, 12 + N_CHANNELS, n_samples)."""
        return _widened(inputs, measure_beats(inputs))

    def head(self, features: Tensor) -> Tensor:
        """Return logits, (batch, n_classes), from the last stage's activations."""
        pooled = torch.cat([features.mean(dim=-1), features.amax(dim=-1)], dim=1)
        logits: Tensor = self.classifier(self.dropout(pooled))
        return logits


class BeatEnsemble(EcgNet):
    """Several nets of one kind, each with its forest, as one: logits are means of theirs.

    The nets' last maps lie side by side in its own, so maps of it explain them all. What
    the forests say has no place in time: it is a channel a class, spread evenly over the
    cells that hold signal. A forest knows whole records only: where one of I, II and V1
    to V6 is absent it says what the nets say. n_trees: of a class in each forest, 0 for
    nets alone.
    """

    cell_step: ClassVar[int] = BeatNet.cell_step

    def __init__(
        self,
        n_members: int = 5,
        n_classes: int = 9,
        widths: Sequence[int] = (64, 128, 256),
        n_trees: int = 0,
    ) -> None:
        super().__init__()
        self._n_classes = n_classes
        self.members = nn.ModuleList(BeatNet(n_classes, widths) for _ in range(n_members))
        n_forests = n_members if n_trees else 0
        self.forests = nn.ModuleList(Forest(n_classes, n_trees) for _ in range(n_forests))

    def features(self, inputs: Tensor) -> Tensor:
        """Return the members' last maps and the forests' votes, (batch, channels, cells)."""
        return self.features_by(self.maps, inputs)

    def maps(self, widened: Tensor) -> Tensor:
        """Return the members' last maps, side by side."""
        return torch.cat([member.maps(widened) for member in self._nets], dim=1)

    def features_by(self, maps: Callable[[Tensor], Tensor], inputs: Tensor) -> Tensor:
        """Return ``features`` with something else in the place of ``maps``."""
        leads = inputs[:, :N_LEADS]
        beats = measure_beats(leads)
        widened = inputs if inputs.shape[1] > N_LEADS else _widened(leads, beats)
        found = maps(widened)
        if not self.forests:
            return found
        values = beat_summary(leads, beats)
        votes = torch.stack([forest(values) for forest in self.forests]).mean(dim=0)
        whole = leads[:, list(INDEPENDENT_ROWS)].any(dim=-1).all(dim=-1, keepdim=True)
        votes = torch.where(whole, votes, self._answers(found))
        return torch.cat([found, _spread(votes, leads, found.shape[-1])], dim=1)

    def head(self, features: Tensor) -> Tensor:
        """Return the mean of the members' and the forests' logits, (batch, n_classes)."""
        if not self.forests:
            return self._answers(features)
        maps, votes = features[:, : -self._n_classes], features[:, -self._n_classes :]
        return torch.lerp(self._answers(maps), votes.mean(dim=-1), FOREST_SHARE)

    def widen(self, inputs: Tensor) -> Tensor:
        """Return the leads and what each beat measures, once for all members."""
        return _widened(inputs, measure_beats(inputs))

    def _answers(self, maps: Tensor) -> Tensor:
        parts = maps.chunk(len(self.members), dim=1)
        logits = [net.head(part) for net, part in zip(self._nets, parts, strict=True)]
        return torch.stack(logits).mean(dim=0)

    @property
    def _nets(self) -> list[BeatNet]:
        return [member for member in self.members if isinstance(member, BeatNet)]


def _widened(leads: Tensor, beats: Beats) -> Tensor:
    return torch.cat([leads, beat_channels(beats)], dim=1)


def _spread(votes: Tensor, leads: Tensor, n_cells: int) -> Tensor:
    """Return (batch, n_classes, n_cells) whose means are the votes; padding has no part."""
    step = BeatEnsemble.cell_step
    filled = leads.detach().any(dim=1, keepdim=True).float()
    filled = functional.max_pool1d(filled, step, step, step // 2, ceil_mode=True)[..., :n_cells]
    filled = torch.where(filled.any(dim=-1, keepdim=True), filled, 1.0)
    return votes[..., None] * filled / filled.mean(dim=-1, keepdim=True)
