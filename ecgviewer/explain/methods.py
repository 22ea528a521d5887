"""The explanations by name."""

from collections.abc import Callable

from torch import Tensor

from ecgviewer.explain.cam import grad_cam, hires_cam
from ecgviewer.nets.net import EcgNet

# From a net, (batch, n_leads, n_samples) and a class to signed (batch, cells).
Method = Callable[[EcgNet, Tensor, int], Tensor]

METHODS: dict[str, Method] = {"gradcam": grad_cam, "hirescam": hires_cam}
