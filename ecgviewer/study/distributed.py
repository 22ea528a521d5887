"""Several processes that train one net together, as PyTorch's own torchrun starts them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import distributed, nn

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.loaded import choose_device

# The first process may read a large data set while the others wait for it.
LONGEST_WAIT = timedelta(hours=24)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Team:
    """This process among those that train together; a team of one needs no other."""

    device: torch.device
    rank: int = 0
    size: int = 1

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that writes and speaks."""
        return self.rank == 0

    def share(self, chosen: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return this process's part: every size-th, so that the parts are disjoint."""
        return chosen[self.rank :: self.size]

    def wrap(self, net: nn.Module) -> nn.Module:
        """Return the net with gradients added up over the team."""
        if self.size == 1:
            return net
        places = [self.device] if self.device.type == "cuda" else None
        return nn.parallel.DistributedDataParallel(net, device_ids=places)

    def sum(self, value: float) -> float:
        """Return the sum of everybody's value."""
        if self.size == 1:
            return value
        total = torch.tensor(value, dtype=torch.float64, device=self.device)
        distributed.all_reduce(total)
        return float(total)

    def gather(self, value: T) -> list[T]:
        """Return everybody's value, by rank."""
        if self.size == 1:
            return [value]
        values: list[T | None] = [None] * self.size
        distributed.all_gather_object(values, value)
        return [value for value in values if value is not None]

    def from_first(self, value: T) -> T:
        """Return the first process's value."""
        if self.size == 1:
            return value
        values = [value]
        distributed.broadcast_object_list(values, src=0)
        return values[0]

    def wait(self) -> None:
        """Return once everybody has come here."""
        if self.size > 1:
            distributed.barrier()

    def align(self, net: nn.Module) -> None:
        """Give everybody the first process's buffers: normalisation sees parts of a batch."""
        if self.size > 1:
            for buffer in net.buffers():
                distributed.broadcast(buffer, src=0)


@contextmanager
def team(wanted_device: str) -> Iterator[Team]:
    """Join the team that torchrun's environment describes; alone without one.

    wanted_device: "auto", "cpu" or "cuda". Raises EcgError where it is not there.
    """
    device = choose_device(wanted_device)
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield Team(device)
        return
    if device.type == "cuda":
        device = _own_gpu()
    backend = "nccl" if device.type == "cuda" else "gloo"
    distributed.init_process_group(backend, timeout=LONGEST_WAIT)
    try:
        yield Team(device, distributed.get_rank(), size)
    finally:
        distributed.destroy_process_group()


def _own_gpu() -> torch.device:
    place = int(os.environ.get("LOCAL_RANK", "0"))
    if place >= torch.cuda.device_count():
        raise EcgError(
            f"{torch.cuda.device_count()} GPUs are here, fewer than processes: give torchrun "
            "--nproc-per-node with as many, or use --device cpu."
        )
    torch.cuda.set_device(place)
    return torch.device("cuda", place)
