"""Batch normalisation's statistics of a fitted net, taken anew without dropout.

Dropout before batch normalisation widens what reaches it while the net learns, and no longer
when it is used: the running statistics then fit nothing (Li et al., CVPR 2019,
arXiv:1801.05134). A net with both at every layer answers one class to everything until its
statistics are those of its use.
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm


@torch.no_grad()
def take_statistics_anew(net: nn.Module, batches: Iterable[Tensor]) -> None:
    """Give each normalisation layer the mean and variance of what reaches it in ``batches``.

    batches: inputs of the net, (n, n_leads, n_samples) each; every one counts alike. The
    net is left in evaluation mode, its other weights as they are.
    """
    net.eval()
    layers = [layer for layer in net.modules() if isinstance(layer, _BatchNorm)]
    momenta = [layer.momentum for layer in layers]
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None  # the mean over all batches
        layer.train()
    for inputs in batches:
        net(inputs)
    for layer, momentum in zip(layers, momenta, strict=True):
        layer.momentum = momentum
    net.eval()
