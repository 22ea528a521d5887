"""Class activation maps of a net's last map over time.

Both read (batch, n_leads, n_samples) and return (batch, cells), signed, in logit units:
cell t is centred on input sample ``net.cell_step * t`` and speaks for all leads at once.
"""

import torch
from torch import Tensor

from ecgviewer.nets.net import EcgNet


def grad_cam(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return one class's Grad-CAM map, before its ReLU.

    Each channel is weighted by its gradient's mean over time, so what a head takes from
    a channel's maximum is spread over all cells. Source: Selvaraju et al., ICCV 2017,
    arXiv:1610.02391.
    """
    return _averaged(*_last_map(net, inputs, class_index))


def grad_cam_in_logits(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return one class's Grad-CAM map, scaled so that its cells add up to logits.

    What Grad-CAM spreads of a maximum it also thins, by the number of cells at most, so its
    size says nothing and is left out of published maps. Here all that speaks for the class
    in a window adds up to what it does in HiResCAM. Under a mean over time the two are one.
    """
    features, gradient = _last_map(net, inputs, class_index)
    cells = _averaged(features, gradient)
    said = (gradient * features).sum(dim=1).clamp(min=0).sum(dim=1, keepdim=True)
    thinned = cells.clamp(min=0).sum(dim=1, keepdim=True)
    factor = torch.where(thinned > 0, said / thinned, 1.0).clamp(max=cells.shape[-1])
    return factor * cells


def hires_cam(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return one class's HiResCAM map.

    Where the head is piecewise linear, its cells add up to the logit without its bias.
    Source: Draelos & Carin, arXiv:2011.08891 (the gradient is not averaged).
    """
    features, gradient = _last_map(net, inputs, class_index)
    return (gradient * features).sum(dim=1)


def class_activation(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return one class's activation map: its weight of each channel, times the channel.

    For nets whose head is the mean over time and one linear layer: the mean of the cells and
    the bias make the logit. There a cell's gradient is the channel's weight by the number of
    cells. Source: Zhou et al., CVPR 2016, arXiv:1512.04150.
    """
    cells = hires_cam(net, inputs, class_index)
    return cells * cells.shape[-1]


def _averaged(features: Tensor, gradient: Tensor) -> Tensor:
    return (gradient.mean(dim=2, keepdim=True) * features).sum(dim=1)


def _last_map(net: EcgNet, inputs: Tensor, class_index: int) -> tuple[Tensor, Tensor]:
    """Return the last map and the logit's gradient by it, (batch, channels, cells) each."""
    # Backward runs through the head alone; no hooks, so two threads can share one net.
    with torch.no_grad():
        features = net.features(inputs)
    with torch.enable_grad():
        features = features.detach().requires_grad_()
        logit = net.head(features)[:, class_index].sum()
        (gradient,) = torch.autograd.grad(logit, features)
    return features.detach(), gradient
