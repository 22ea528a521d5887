"""The residual unit of the single-lead nets after Murugesan et al.

Pre-activation order after He et al., arXiv:1603.05027: batch norm and ReLU come before
each convolution, and nothing lies between a unit's sum and the next unit.
"""

import torch
from torch import Tensor, nn

from ecgviewer.nets.same_conv import same_conv


class ResidualUnit(nn.Module):
    """Two convolutions beside a skip, halved by a maximum where ``pooled``.

    The skip is a 1x1 convolution where the number of channels changes.
    """

    def __init__(self, n_in: int, n_out: int, kernel: int, *, pooled: bool, dropout: float) -> None:
        super().__init__()
        self.norm1 = nn.BatchNorm1d(n_in)
        self.conv1 = same_conv(n_in, n_out, kernel, longer="left")
        self.norm2 = nn.BatchNorm1d(n_out)
        self.conv2 = same_conv(n_out, n_out, kernel)
        self.dropout = nn.Dropout(dropout)
        self.pool = nn.MaxPool1d(2) if pooled else nn.Identity()
        self.skip = nn.Conv1d(n_in, n_out, 1) if n_in != n_out else nn.Identity()

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (batch, n_out, positions), half as many where pooled."""
        hidden = self.conv1(self.dropout(torch.relu(self.norm1(inputs))))
        hidden = self.conv2(self.dropout(torch.relu(self.norm2(hidden))))
        total: Tensor = self.pool(hidden) + self.skip(self.pool(inputs))
        return total
