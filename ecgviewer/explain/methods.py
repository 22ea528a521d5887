"""The explanations by name, each in the same form."""

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

from ecgviewer.core.task import Task
from ecgviewer.explain.cam import grad_cam, hires_cam
from ecgviewer.explain.input_gradient import smoothed_gradient
from ecgviewer.explain.occlusion import block_length, occlusion
from ecgviewer.nets.net import EcgNet


@dataclass(frozen=True, eq=False)
class NetMap:
    """A map over windows as a net reads them, signed, in logit units.

    cells: (batch, rows, n_cells), one row for all leads at once or one a lead. Cell t is
    centred on input sample first + step * t.
    """

    cells: Tensor
    step: float
    first: float = 0.0


# From a net, (batch, n_leads, n_samples) at a rate in Hz and a class to a map.
Method = Callable[[EcgNet, Tensor, float, int, Task], NetMap]


def _by_cam(cam: Callable[[EcgNet, Tensor, int], Tensor]) -> Method:
    def method(
        net: EcgNet, inputs: Tensor, _rate_hz: float, class_index: int, _task: Task
    ) -> NetMap:
        cells = cam(net, inputs, class_index).unsqueeze(1)
        return NetMap(cells, step=net.cell_step, first=net.first_cell)

    return method


def _by_gradient(
    net: EcgNet, inputs: Tensor, rate_hz: float, class_index: int, _task: Task
) -> NetMap:
    return NetMap(smoothed_gradient(net, inputs, rate_hz, class_index), step=1.0)


def _by_occlusion(
    net: EcgNet, inputs: Tensor, rate_hz: float, class_index: int, task: Task
) -> NetMap:
    length = block_length(rate_hz)
    cells = occlusion(net, inputs, length, class_index, task)
    return NetMap(cells, step=length, first=(length - 1) / 2)


METHODS: dict[str, Method] = {
    "gradcam": _by_cam(grad_cam),
    "hirescam": _by_cam(hires_cam),
    "gradient": _by_gradient,
    "occlusion": _by_occlusion,
}
