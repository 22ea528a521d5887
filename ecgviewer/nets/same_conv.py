"""Convolutions that keep every position, with even kernels too."""

from torch import nn


def same_conv(
    n_in: int, n_out: int, kernel: int, *, stride: int = 1, longer: str = "right"
) -> nn.Sequential:
    """Return a convolution to ceil(n / stride) positions, zeros beyond both ends.

    An even kernel reaches one sample farther on the ``longer`` side, "left" or "right",
    which moves what it finds by half a sample: of two in a row, one of each side move
    nothing.
    """
    short, long = (kernel - 1) // 2, kernel // 2
    sides = (long, short) if longer == "left" else (short, long)
    return nn.Sequential(nn.ConstantPad1d(sides, 0.0), nn.Conv1d(n_in, n_out, kernel, stride))
