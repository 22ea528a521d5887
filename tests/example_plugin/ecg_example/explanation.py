"""A map of its own: the square of the gradient, which tells how sharply an answer turns."""

import torch
from torch import Tensor

from ecgviewer.core.plugins import Explanation
from ecgviewer.core.task import Task
from ecgviewer.explain.methods import NetMap
from ecgviewer.nets.net import EcgNet


def squared_gradient(
    net: EcgNet, inputs: Tensor, _rate_hz: float, classes: Tensor, task: Task
) -> NetMap:
    """Return the square of each logit's gradient, (batch, n_leads, n_samples)."""
    task.step(0, 1)
    wanted = inputs.detach().clone().requires_grad_()
    with torch.enable_grad():
        logits = net(wanted).gather(1, classes[:, None]).sum()
        (gradient,) = torch.autograd.grad(logits, wanted)
    return NetMap(gradient.square(), step=1.0)


SQUARED_GRADIENT = Explanation("Squared gradient", squared_gradient)
