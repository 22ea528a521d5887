"""Block occlusion: take a piece of one lead away and see how far the logit falls.

The reference that the other maps are held against: it asks the net itself and assumes
nothing of its inside. Source: Zeiler & Fergus, ECCV 2014, arXiv:1311.2901; ours: a
block is bridged by a straight line between its ends, since zeros would make steps. Of one
lead alone blocks are shorter and overlap: windows are centred on beats there, and a beat
that lies on the border of two blocks is in neither.
"""

import torch
from torch import Tensor

from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet

BLOCK_S = 0.2
BLOCK_OF_ONE_LEAD_S, STEP_OF_ONE_LEAD_S = 0.1, 1 / 30
BATCH_SIZE = 16


def block_length(rate_hz: float, n_leads: int) -> tuple[int, int]:
    """Return how many samples a block has at this rate, and how many lie between two."""
    block_s, step_s = (
        (BLOCK_OF_ONE_LEAD_S, STEP_OF_ONE_LEAD_S) if n_leads == 1 else (BLOCK_S, BLOCK_S)
    )
    return max(1, round(block_s * rate_hz)), max(1, round(step_s * rate_hz))


def occlusion(
    net: EcgNet, inputs: Tensor, length: int, step: int, class_index: int, task: Task
) -> Tensor:
    """Return by how much each block holds the logit up: (batch, n_leads, n_blocks).

    inputs: (batch, n_leads, n_samples). Block b has its middle in that of samples step * b
    and on, and there are as many as reach the end; those at the ends may be shorter. Raises
    Cancelled once the task was cancelled.
    """
    n_leads, n_samples = inputs.shape[1:]
    ends = _blocks(n_samples, length, step)
    drops = torch.zeros(len(inputs), n_leads, len(ends))
    for index, window in enumerate(inputs):
        # Blocks without signal (padding, absent leads) change nothing.
        blocks = [
            (lead, block)
            for lead in range(n_leads)
            for block, (start, stop) in enumerate(ends)
            if window[lead, start:stop].any()
        ]
        with torch.inference_mode():
            whole = net(window.unsqueeze(0))[0, class_index]
            for first in range(0, len(blocks), BATCH_SIZE):
                task.step(index * len(blocks) + first, len(inputs) * len(blocks))
                chosen = blocks[first : first + BATCH_SIZE]
                without = torch.stack([_bridged(window, lead, *ends[b]) for lead, b in chosen])
                fallen = whole - net(without)[:, class_index]
                for (lead, block), drop in zip(chosen, fallen.tolist(), strict=True):
                    drops[index, lead, block] = drop
    return drops


def _blocks(n_samples: int, length: int, step: int) -> list[tuple[int, int]]:
    before = (length - step) // 2
    starts = range(-before, n_samples - before, step)
    return [(max(0, start), min(start + length, n_samples)) for start in starts]


def _bridged(window: Tensor, lead: int, start: int, stop: int) -> Tensor:
    """Return the window with samples start..stop of one lead as a straight line."""
    before = window[lead, max(0, start - 1)]
    after = window[lead, min(window.shape[1] - 1, stop)]
    changed = window.clone()
    share = torch.arange(1, stop - start + 1, device=window.device) / (stop - start + 1)
    changed[lead, start:stop] = before + (after - before) * share
    return changed
