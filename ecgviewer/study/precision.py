"""The arithmetic in which a net learns: single precision, or bfloat16 where it pays."""

import time

import torch
from torch import Tensor, nn

FASTEST = "fastest"
PRECISIONS = ("float32", "bfloat16")
# A timed batch need not be a whole one.
TRIAL_RECORDS = 4


def reduced_precision(device: torch.device, precision: str) -> torch.autocast:
    """Return the context in which a net computes in "bfloat16", or as it is in "float32"."""
    return torch.autocast(device.type, torch.bfloat16, enabled=precision == "bfloat16")


def faster_precision(net: nn.Module, inputs: Tensor) -> str:
    """Return the precision in which a pass there and back is faster; the net stays as it is.

    A GPU that computes in bfloat16 is faster with it; of processors only some are.
    """
    if inputs.device.type == "cuda":
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float32"
    state = {name: value.clone() for name, value in net.state_dict().items()}
    took_s = {
        precision: _pass_s(net, inputs[:TRIAL_RECORDS], precision) for precision in PRECISIONS
    }
    net.zero_grad(set_to_none=True)
    net.load_state_dict(state)  # normalisation layers have seen the trial batches
    return min(took_s, key=lambda precision: took_s[precision])


def _pass_s(net: nn.Module, inputs: Tensor, precision: str) -> float:
    took_s = 0.0
    for _ in range(2):  # the first pass pays for set-up
        started_s = time.monotonic()
        with reduced_precision(inputs.device, precision):
            logits = net(inputs)
        torch.autograd.backward(logits.float().sum())
        took_s = time.monotonic() - started_s
    return took_s
