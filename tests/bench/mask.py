"""How long deletion masks take: of one beat's window, and of the dozen that a page shows."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import torch

from ecgviewer.core.task import Task
from ecgviewer.explain.mask import deletion_masks
from ecgviewer.explain.occlusion import block_length, occlusion
from ecgviewer.inference.loaded import leave_a_core_free
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.strip import STRIP_HZ, prepare_strips
from ecgviewer.signal.synthesis import synthesize
from tests.bench.harness import Figure, interleaved, timed

LIMITS_S = {1: 3.0, 12: 8.0}
N_ROUNDS = 3


def measure() -> Iterator[Figure]:
    """Yield the time of the tuned mask on the CPU; its peer is block occlusion.

    A search takes as many steps whatever the weights are, so these are drawn by lot.
    """
    leave_a_core_free()
    torch.manual_seed(1)
    net = build_net("mask_lstm", {}).eval().requires_grad_(requires_grad=False)
    for n_windows, limit_s in LIMITS_S.items():
        inputs = torch.from_numpy(_windows(n_windows))
        mask_ms, occlusion_ms = interleaved(
            N_ROUNDS,
            timed(partial(_search, net, inputs)),
            timed(partial(_occlude, net, inputs)),
        )
        name = f"mask_{n_windows}_window{'s' if n_windows > 1 else ''}"
        yield Figure(name, mask_ms / 1000, "s", limit_s, occlusion_ms / 1000)


def _windows(n_windows: int) -> np.ndarray:
    """Return windows around the beats of a made record, (n, 1, 720)."""
    made = synthesize("PVC", 1, 30.0, STRIP_HZ)
    centres = np.array([beat.sample for beat in made.beats[:n_windows]])
    return prepare_strips(made.signals_mv[1], STRIP_HZ, centres)[:, np.newaxis]


def _search(net: EcgNet, inputs: torch.Tensor) -> None:
    with torch.inference_mode():
        classes = net(inputs).argmax(dim=1)
    deletion_masks(net, inputs, classes.clone(), Task())


def _occlude(net: EcgNet, inputs: torch.Tensor) -> None:
    occlusion(net, inputs, *block_length(STRIP_HZ, 1), 0, Task())
