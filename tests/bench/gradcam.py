"""What a map costs over asking the net: Grad-CAM beside a forward pass of the same window."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.task import Task
from ecgviewer.explain.methods import METHODS
from ecgviewer.inference.input import window
from ecgviewer.inference.library import default_model, load_model
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.io.open import open_record
from tests.bench.harness import Figure, interleaved, timed

N_ROUNDS = 9
# Both class activation maps go back through the head alone.
LIMIT_IN_FORWARDS = 3.0
METHODS_MEASURED = ("gradcam", "hirescam")


def measure() -> Iterator[Figure]:
    """Yield each map's time, its limit three forward passes, its peer one; on the CPU."""
    record = open_record(demo_folder() / "demo_pvc.hea")
    model = load_model(default_model(record), "cpu")
    array = window(record, 0, record.n_samples, model.card.input).array
    inputs = model.tensor(array[None])
    measures = [timed(partial(_ask, model, inputs))]
    measures += [timed(partial(_explain, model, inputs, name)) for name in METHODS_MEASURED]
    forward_ms, *maps_ms = interleaved(N_ROUNDS, *measures)
    for name, map_ms in zip(METHODS_MEASURED, maps_ms, strict=True):
        yield Figure(f"{name}_map", map_ms, "ms", LIMIT_IN_FORWARDS * forward_ms, forward_ms)


def _ask(model: LoadedModel, inputs: Tensor) -> None:
    with torch.inference_mode():
        model.net(inputs)


def _explain(model: LoadedModel, inputs: Tensor, method: str) -> None:
    classes = torch.tensor([model.card.labels.index("PVC")])
    METHODS[method](model.net, inputs, model.card.input.rate_hz, classes, Task())
