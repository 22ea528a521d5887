"""Deletion masks: the least that must be taken from a window for a net to change its mind.

After Fong & Vedaldi, "Interpretable explanations of black boxes by meaningful
perturbation", ICCV 2017, arXiv:1704.03296, as the single-lead paper uses it for its LSTM.

That paper's equations as printed delete nothing that can be told from noise: they reward
full deletion, keep part of what they delete, and follow the gradient of a probability that
is saturated at 1 where the net is sure. ``PUBLISHED`` computes them all the same. Ours: a
window is deleted towards a level line, the mask is the share that is deleted, and what must
fall is the class's logit against all others, until another class leads by a margin.

Windows are independent of one another and sought together: each one's mask is the one that
it gets alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from ecgviewer.core.task import Task
from ecgviewer.explain.log_odds import leads
from ecgviewer.nets.net import EcgNet


@dataclass(frozen=True, slots=True)
class MaskSettings:
    """How a mask is sought.

    n_points: of the mask, joined by straight lines over the window. area, roughness: what
    deleting everything costs, and a change from none to all. margin: by which another class
    must lead, in logits. starts: logits of the share that is deleted everywhere at first;
    of the masks that these lead to, the one of least cost is kept.
    """

    n_points: int = 72
    n_steps: int = 300
    rate: float = 0.1
    area: float = 10.0
    roughness: float = 0.2
    margin: float = 1.0
    starts: tuple[float, ...] = (-2.0, 0.0)


@dataclass(frozen=True, slots=True)
class PublishedSettings:
    """The printed settings: a mask of every sample, from 0 on, by plain gradient descent.

    area, roughness: weights of the sum over samples of 1 - m and of the mask's changes.
    """

    n_steps: int = 500
    rate: float = 0.001
    area: float = 1.0
    roughness: float = 0.01


TUNED = MaskSettings()
PUBLISHED = PublishedSettings()


@dataclass(frozen=True, eq=False, slots=True)
class Masks:
    """Masks of a batch of windows, and what the net says of what they leave.

    deleted: (batch, n_points) in 0..1, point p centred on the middle of its share of the
    window. before, after, level: logits (batch, n_classes) of the windows as recorded, with
    the masks' share deleted, and of a level line.
    """

    deleted: Tensor
    before: Tensor
    after: Tensor
    level: Tensor


def deletion_masks(
    net: EcgNet, inputs: Tensor, classes: Tensor, task: Task, settings: MaskSettings = TUNED
) -> Masks:
    """Return each window's smallest deletion that makes the net prefer another class.

    inputs: (batch, n_leads, n_samples), zero where the trace is level. classes: (batch,)
    int64. Raises Cancelled once the task was cancelled.
    """
    n_starts = len(settings.starts)
    starts = torch.tensor(settings.starts, device=inputs.device).repeat_interleave(len(inputs))
    hidden = starts.unsqueeze(1).repeat(1, settings.n_points)
    repeated, wanted = inputs.repeat(n_starts, 1, 1), classes.repeat(n_starts)

    def costs(hidden: Tensor) -> Tensor:
        mask = torch.sigmoid(hidden)
        lead = _of(leads(net(_without(repeated, mask))), wanted)
        return (
            settings.area * mask.mean(dim=1)
            + settings.roughness * mask.diff(dim=1).abs().sum(dim=1)
            + torch.relu(lead + settings.margin)
        )

    adam = torch.optim.Adam([hidden], settings.rate)
    hidden = _descend(hidden, lambda point: costs(point).sum(), settings.n_steps, adam, task)
    with torch.inference_mode():
        cheapest = costs(hidden).view(n_starts, -1).argmin(dim=0)
    masks = torch.sigmoid(hidden).view(n_starts, len(inputs), -1)
    rows = torch.arange(len(inputs), device=inputs.device)
    return _outcome(net, inputs, masks[cheapest, rows])


def published_masks(
    net: EcgNet,
    inputs: Tensor,
    classes: Tensor,
    task: Task,
    settings: PublishedSettings = PUBLISHED,
) -> Masks:
    """Return the masks that the equations lead to as printed.

    The first term is smallest where all is deleted. Forms as in ``deletion_masks``.
    """
    start = torch.zeros(len(inputs), inputs.shape[-1], device=inputs.device)

    def cost(mask: Tensor) -> Tensor:
        chance = _of(net(_without(inputs, mask)).softmax(dim=1), classes)
        kept = (1 - mask).abs().sum(dim=1)
        changes = mask.diff(dim=1).abs().sum(dim=1)
        return (settings.area * kept + settings.roughness * changes + chance).sum()

    sgd = torch.optim.SGD([start], settings.rate)
    return _outcome(net, inputs, _descend(start, cost, settings.n_steps, sgd, task))


def _descend(
    point: Tensor,
    cost: Callable[[Tensor], Tensor],
    n_steps: int,
    optimiser: torch.optim.Optimizer,
    task: Task,
) -> Tensor:
    """Move a point, in place, down the cost; the net's own parameters are left alone."""
    for step in range(n_steps):
        task.step(step, n_steps)
        with torch.enable_grad():
            leaf = point.detach().requires_grad_()
            (point.grad,) = torch.autograd.grad(cost(leaf), leaf)
        optimiser.step()
    task.step(n_steps, n_steps)
    return point.detach()


def _without(inputs: Tensor, mask: Tensor) -> Tensor:
    """Return windows less the share that masks, (batch, n_points), delete of each sample."""
    spread = functional.interpolate(mask.unsqueeze(1), inputs.shape[-1], mode="linear")
    return inputs * (1 - spread)


def _of(values: Tensor, classes: Tensor) -> Tensor:
    """Return each window's value of its own class, (batch,)."""
    return values.gather(1, classes.unsqueeze(1)).squeeze(1)


def _outcome(net: EcgNet, inputs: Tensor, mask: Tensor) -> Masks:
    with torch.inference_mode():
        before, after = net(inputs), net(_without(inputs, mask))
        level = net(torch.zeros_like(inputs[:1])).expand_as(before)
    return Masks(mask, before, after, level)
