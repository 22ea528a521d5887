"""Maps of labelled windows as a single-lead net reads them, without a record around."""

import numpy as np
import torch
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.beat_maps import WINDOWS_A_BATCH, window_heat
from ecgviewer.explain.log_odds import asked_net
from ecgviewer.explain.methods import METHODS
from ecgviewer.inference.loaded import LoadedModel


def strip_maps(
    model: LoadedModel, method: str, strips: Samples, classes: NDArray[np.int64], task: Task
) -> Samples:
    """Return each window's map of its class, normalised to 0..1: float32 (n, n_samples).

    method: one of METHODS, whether or not the model's card offers it. strips: (n, 1,
    n_samples); classes: (n,). Raises Cancelled once the task was cancelled.
    """
    n_samples = strips.shape[-1]
    heats = np.zeros((len(strips), n_samples), dtype=np.float32)
    for first in range(0, len(strips), WINDOWS_A_BATCH):
        batch = slice(first, first + WINDOWS_A_BATCH)
        net_map = METHODS[method](
            asked_net(model, method),
            model.tensor(strips[batch]),
            model.card.input.rate_hz,
            torch.from_numpy(classes[batch]).to(model.device),
            part_of(task, first // WINDOWS_A_BATCH, -(-len(strips) // WINDOWS_A_BATCH)),
        )
        cells = net_map.cells[:, 0].cpu().numpy().astype(np.float64)
        at = np.arange(n_samples, dtype=np.float64)
        heats[batch] = [window_heat(row, net_map, n_samples, at)[1] for row in cells]
    task.step(1, 1)
    return heats
