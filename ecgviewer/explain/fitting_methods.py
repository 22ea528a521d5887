"""The explanations that fit a model: those on its card, and those of other packages.

What another package returns is looked at before it is believed: it may be no map of the
windows that were given.
"""

from dataclasses import replace
from math import isfinite

import torch
from torch import Tensor

from ecgviewer.core import plugins
from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.method_names import added_methods_for
from ecgviewer.core.plugin_calls import blamed
from ecgviewer.core.task import Task
from ecgviewer.explain.mask import Masks
from ecgviewer.explain.methods import METHODS, Method, NetMap
from ecgviewer.nets.net import EcgNet


def methods_of(card: ModelCard) -> dict[str, Method]:
    """Return the methods that fit a model by name: its card's, then those of other packages."""
    own = {name: method for name, method in METHODS.items() if name in card.methods}
    return own | {name: _added(name, card) for name in added_methods_for(card)}


def _added(name: str, card: ModelCard) -> Method:
    """Return another package's method for a model; it raises EcgError where that fails."""
    added = plugins.found(plugins.EXPLANATIONS)
    explanation, package = added.loaded[name], added.packages[name]

    def method(net: EcgNet, inputs: Tensor, rate_hz: float, classes: Tensor, task: Task) -> NetMap:
        # Of the GPU's memory the caller knows what to do.
        with blamed(name, package, card.name, torch.cuda.OutOfMemoryError):
            # It was offered even if this fails, so that the reason is told here.
            explanation.fits(card)
            net_map: NetMap = explanation.explain(net, inputs, rate_hz, classes, task)
            fault = _fault(net_map, inputs, len(card.labels))
        if fault:
            raise EcgError(
                f"The plug-in {name} of the package {package} gives no map of the model "
                f"{card.name}: {fault}; ask whoever made it."
            )
        return replace(net_map, cells=net_map.cells.detach())

    return method


def _fault(net_map: object, inputs: Tensor, n_classes: int) -> str:
    """Return what keeps a result from being a map of these windows, "" where nothing does."""
    if not isinstance(net_map, NetMap):
        return f"it returns {type(net_map).__name__} instead of NetMap"
    cells, (batch, n_leads, n_samples) = net_map.cells, inputs.shape
    if not isinstance(cells, Tensor) or cells.is_complex():
        return "its cells are no tensor of real numbers"
    shape = tuple(cells.shape)
    if len(shape) != 3 or shape[0] != batch or shape[1] not in (1, n_leads) or shape[2] == 0:
        wanted = f"({batch}, 1 or {n_leads}, cells)"
        return f"its cells are of the shape {shape} instead of {wanted}"
    if not bool(torch.isfinite(cells).all()):
        return "some of its cells are not finite"
    if not (isfinite(net_map.step) and isfinite(net_map.first) and net_map.step > 0):
        return f"its cells begin at {net_map.first} with a step of {net_map.step}"
    last = net_map.first + net_map.step * (shape[2] - 1)
    if last < 0 or net_map.first >= n_samples:
        return "all of its cells lie outside the window"
    return _fault_of_masks(net_map.masks, batch, n_classes)


def _fault_of_masks(masks: object, batch: int, n_classes: int) -> str:
    if masks is None:
        return ""
    if not isinstance(masks, Masks) or masks.deleted.ndim != 2 or len(masks.deleted) != batch:
        return "its masks are not one a window"
    answers = (masks.before, masks.after, masks.level)
    if any(tuple(logits.shape) != (batch, n_classes) for logits in answers):
        return "its masks have no answer a class"
    return ""
