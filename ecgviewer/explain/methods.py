"""The explanations by name, each in the same form."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import torch
from torch import Tensor

from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.cam import class_activation, grad_cam_in_logits, hires_cam
from ecgviewer.explain.input_gradient import (
    gradient_times_input,
    integrated_gradients,
    smoothed_gradient,
)
from ecgviewer.explain.mask import Masks, deletion_masks, published_masks
from ecgviewer.explain.occlusion import block_length, occlusion
from ecgviewer.nets.net import EcgNet

# Of integrated gradients as others report them; shown maps make do with fewer.
PRECISE_STEPS = 32


@dataclass(frozen=True, eq=False)
class NetMap:
    """A map over windows as a net reads them, signed, in logit units.

    cells: (batch, rows, n_cells), one row for all leads at once or one a lead. Cell t is
    centred on input sample first + step * t. from_lowest: whether a window's lowest cell is
    shown as nothing, instead of a cell of 0. masks: where the cells are the share that is
    deleted, what becomes of the answers.
    """

    cells: Tensor
    step: float
    first: float = 0.0
    from_lowest: bool = False
    masks: Masks | None = None


# From a net, (batch, n_leads, n_samples) at a rate in Hz and each window's class, int64
# (batch,), to a map.
Method = Callable[[EcgNet, Tensor, float, Tensor, Task], NetMap]
# The same for one class.
_OneClass = Callable[[EcgNet, Tensor, float, int, Task], NetMap]


def _class_by_class(explain: _OneClass) -> Method:
    def method(net: EcgNet, inputs: Tensor, rate_hz: float, classes: Tensor, task: Task) -> NetMap:
        wanted = sorted(set(classes.tolist()))
        rows = [torch.nonzero(classes == class_index).flatten() for class_index in wanted]
        parts = [
            explain(net, inputs[of], rate_hz, class_index, part_of(task, done, len(wanted)))
            for done, (class_index, of) in enumerate(zip(wanted, rows, strict=True))
        ]
        cells = torch.cat([part.cells for part in parts])
        back = torch.argsort(torch.cat(rows)).to(cells.device)
        return replace(parts[0], cells=cells[back])

    return method


def _by_cam(cam: Callable[[EcgNet, Tensor, int], Tensor], *, from_lowest: bool = False) -> Method:
    def explain(
        net: EcgNet, inputs: Tensor, _rate_hz: float, class_index: int, _task: Task
    ) -> NetMap:
        cells = cam(net, inputs, class_index).unsqueeze(1)
        return NetMap(cells, step=net.cell_step, first=net.first_cell, from_lowest=from_lowest)

    return _class_by_class(explain)


def _by_gradient(
    net: EcgNet, inputs: Tensor, rate_hz: float, class_index: int, _task: Task
) -> NetMap:
    return NetMap(smoothed_gradient(net, inputs, rate_hz, class_index), step=1.0)


def _by_sample(attribute: Callable[[EcgNet, Tensor, int], Tensor]) -> Method:
    def explain(
        net: EcgNet, inputs: Tensor, _rate_hz: float, class_index: int, _task: Task
    ) -> NetMap:
        return NetMap(attribute(net, inputs, class_index), step=1.0)

    return _class_by_class(explain)


def _by_occlusion(
    net: EcgNet, inputs: Tensor, rate_hz: float, class_index: int, task: Task
) -> NetMap:
    length, step = block_length(rate_hz, inputs.shape[1])
    cells = occlusion(net, inputs, length, step, class_index, task)
    return NetMap(cells, step=step, first=(step - 1) / 2)


def _by_mask(find: Callable[[EcgNet, Tensor, Tensor, Task], Masks]) -> Method:
    def method(net: EcgNet, inputs: Tensor, _rate_hz: float, classes: Tensor, task: Task) -> NetMap:
        masks = find(net, inputs, classes, task)
        step = inputs.shape[-1] / masks.deleted.shape[-1]
        cells = masks.deleted.unsqueeze(1)
        return NetMap(cells, step, first=(step - 1) / 2, from_lowest=True, masks=masks)

    return method


METHODS: dict[str, Method] = {
    "gradcam": _by_cam(grad_cam_in_logits),
    "hirescam": _by_cam(hires_cam),
    "gradient": _class_by_class(_by_gradient),
    "input-gradient": _by_sample(gradient_times_input),
    "integrated": _by_sample(partial(integrated_gradients, n_steps=PRECISE_STEPS)),
    "occlusion": _class_by_class(_by_occlusion),
    "cam": _by_cam(class_activation, from_lowest=True),
    "mask": _by_mask(deletion_masks),
    "mask-paper": _by_mask(published_masks),
}
