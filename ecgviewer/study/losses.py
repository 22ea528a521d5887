"""What a net is asked to make small; cells that are not judged never count."""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

# Sums over the judged cells of a batch, not means: the parts of a batch that several
# processes hold add up to the same gradient as the whole.
Loss = Callable[[Tensor, Tensor, Tensor], Tensor]


def cross_entropy(logits: Tensor, cells: Tensor, positive_weight: Tensor) -> Tensor:
    """Return the summed binary cross-entropy over the judged cells, a scalar.

    logits, cells: (batch, n_classes), cells from 0 to 1 (between them where a teacher
    said how likely), NaN where not judged. positive_weight: (n_classes,), a factor for
    the positive side.
    """
    judged = ~torch.isnan(cells)
    losses = nn.functional.binary_cross_entropy_with_logits(
        logits, torch.nan_to_num(cells), pos_weight=positive_weight, reduction="none"
    )
    return (losses * judged).sum()


def softmax_cross_entropy(logits: Tensor, cells: Tensor, positive_weight: Tensor) -> Tensor:
    """Return the summed cross-entropy where exactly one class is there, a scalar.

    logits, cells: (batch, n_classes); of cells exactly one a row is 1, or they are shares
    that add up to 1. positive_weight: (n_classes,), a factor for each class.
    """
    return -(nn.functional.log_softmax(logits, dim=1) * cells * positive_weight).sum()


def allowed_cross_entropy(logits: Tensor, cells: Tensor, positive_weight: Tensor) -> Tensor:
    """Return the summed -log of the probability that falls on the allowed classes, a scalar.

    logits, cells: (batch, n_examples, n_classes); of cells 1 is a class that the example
    may be of and 0 one that it is not, NaN where nobody knows. positive_weight:
    (n_classes,), a factor for each class; an example has the mean of those it may be of.
    """
    known = ~torch.isnan(cells).any(dim=-1)
    allowed = torch.nan_to_num(cells) > 0
    shares = nn.functional.log_softmax(logits, dim=-1)[known]
    losses = -torch.logsumexp(shares.masked_fill(~allowed[known], -torch.inf), dim=-1)
    weights = (allowed * positive_weight).sum(dim=-1) / allowed.sum(dim=-1).clamp(min=1)
    return (losses * weights[known]).sum()


SOFTMAX, ALLOWED = "softmax", "allowed"
LOSSES: dict[str, Loss] = {
    "cross-entropy": cross_entropy,
    SOFTMAX: softmax_cross_entropy,
    ALLOWED: allowed_cross_entropy,
}


def n_answers(loss: str, cells: NDArray[np.float32]) -> int:
    """Return over how many answers a batch's summed loss is averaged, at least 1.

    Judged cells; where exactly one class is there, all cells of an example are one answer.
    """
    judged = ~np.isnan(cells)
    return max(1, int(np.sum(judged if loss == "cross-entropy" else judged.all(axis=-1))))


def positive_weights(cells: NDArray[np.float32], power: float) -> NDArray[np.float32]:
    """Return (negatives / positives) ** power for each class, 1 where either is absent.

    cells: classes in the last axis.
    """
    cells = cells.reshape(-1, cells.shape[-1])
    positives = np.nansum(cells, axis=0)
    negatives = np.sum(~np.isnan(cells), axis=0) - positives
    known = (positives > 0) & (negatives > 0)
    ratio = np.where(known, negatives / np.maximum(positives, 1), 1.0)
    return np.asarray(ratio**power, dtype=np.float32)
