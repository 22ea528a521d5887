"""Block occlusion: take a piece of one lead away and see how far the logit falls.

The reference that the other maps are held against: it asks the net itself and assumes
nothing of its inside. Source: Zeiler & Fergus, ECCV 2014, arXiv:1311.2901; ours: a
block is bridged by a straight line between its ends, since zeros would make steps.
"""

import torch
from torch import Tensor

from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet

BLOCK_S = 0.2
BATCH_SIZE = 16


def block_length(rate_hz: float) -> int:
    """Return how many samples a block has at this rate."""
    return max(1, round(BLOCK_S * rate_hz))


def occlusion(net: EcgNet, inputs: Tensor, length: int, class_index: int, task: Task) -> Tensor:
    """Return by how much each block holds the logit up: (batch, n_leads, n_blocks).

    inputs: (batch, n_leads, n_samples). Block b spans samples length * b and on; the last
    may be shorter. Raises Cancelled once the task was cancelled.
    """
    n_leads, n_samples = inputs.shape[1:]
    n_blocks = -(-n_samples // length)
    drops = torch.zeros(len(inputs), n_leads, n_blocks)
    for index, window in enumerate(inputs):
        # Blocks without signal (padding, absent leads) change nothing.
        blocks = [
            (lead, block)
            for lead in range(n_leads)
            for block in range(n_blocks)
            if window[lead, block * length : (block + 1) * length].any()
        ]
        with torch.inference_mode():
            whole = net(window.unsqueeze(0))[0, class_index]
            for first in range(0, len(blocks), BATCH_SIZE):
                task.step(index * len(blocks) + first, len(inputs) * len(blocks))
                chosen = blocks[first : first + BATCH_SIZE]
                without = torch.stack([_bridged(window, *block, length) for block in chosen])
                fallen = whole - net(without)[:, class_index]
                for (lead, block), drop in zip(chosen, fallen.tolist(), strict=True):
                    drops[index, lead, block] = drop
    return drops


def _bridged(window: Tensor, lead: int, block: int, length: int) -> Tensor:
    """Return the window with one block of one lead as a straight line."""
    start, stop = block * length, min((block + 1) * length, window.shape[1])
    before = window[lead, max(0, start - 1)]
    after = window[lead, min(window.shape[1] - 1, stop)]
    changed = window.clone()
    share = torch.arange(1, stop - start + 1, device=window.device) / (stop - start + 1)
    changed[lead, start:stop] = before + (after - before) * share
    return changed
