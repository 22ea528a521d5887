"""Input attribution: what each lead's samples gave to a class."""

import torch
from torch import Tensor
from torch.nn.functional import conv1d

from ecgviewer.nets.net import EcgNet

# More steps change little where a net is made of ReLUs; one alone deletes less well.
N_STEPS = 8
SMOOTHED_S = 0.04


def smoothed_gradient(net: EcgNet, inputs: Tensor, rate_hz: float, class_index: int) -> Tensor:
    """Return integrated gradients, smoothed along time: (batch, n_leads, n_samples).

    inputs: (batch, n_leads, n_samples), zero where the trace is level. A single sample's
    share means nothing to a reader; the smoothing moves relevance by a few samples and
    keeps its sum.
    """
    return smoothed(integrated_gradients(net, inputs, class_index), SMOOTHED_S * rate_hz)


def integrated_gradients(
    net: EcgNet, inputs: Tensor, class_index: int, n_steps: int = N_STEPS
) -> Tensor:
    """Return the gradient along the way from a flat line to the input, times the input.

    All samples together give the logit less that of a flat line, as far as n_steps
    (midpoints) tell. Source: Sundararajan, Taly & Yan, ICML 2017, arXiv:1703.01365.
    """
    shares = (torch.arange(n_steps, device=inputs.device, dtype=inputs.dtype) + 0.5) / n_steps
    along = [
        input_gradient(net, shares[:, None, None] * window, class_index).mean(dim=0)
        for window in inputs
    ]
    return inputs * torch.stack(along)


def gradient_times_input(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return the gradient at the input, times the input: (batch, n_leads, n_samples).

    It tells of the next small step alone. Source: Shrikumar et al., arXiv:1605.01713.
    """
    return inputs * input_gradient(net, inputs, class_index)


def input_gradient(net: EcgNet, inputs: Tensor, class_index: int) -> Tensor:
    """Return the logit's gradient by its input, (batch, n_leads, n_samples)."""
    with torch.enable_grad():
        leaf = inputs.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(net(leaf)[:, class_index].sum(), leaf)
    return gradient


def smoothed(values: Tensor, width: float) -> Tensor:
    """Smooth along time with a Gaussian of this standard deviation, in samples."""
    reach = max(1, round(3 * width))
    offsets = torch.arange(-reach, reach + 1, device=values.device, dtype=values.dtype)
    kernel = torch.exp(-0.5 * (offsets / width) ** 2)
    rows = values.reshape(-1, 1, values.shape[-1])
    # Divided by what of the kernel lies inside, each sample gives all that it has.
    inside = conv1d(torch.ones_like(rows[:1]), kernel.view(1, 1, -1), padding=reach)
    return conv1d(rows / inside, kernel.view(1, 1, -1), padding=reach).reshape(values.shape)
