"""Weights as bytes: safetensors, kernels in half precision, run in single."""

import hashlib
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import WEIGHTS_FILE
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet


def encode_weights(net: EcgNet) -> bytes:
    """Return a net's weights; raises ValueError where half precision cannot hold them.

    Vectors (biases, batch norm) are few and of wide range: they stay in single.
    """
    return safetensors.torch.save(
        {name: _stored(name, tensor) for name, tensor in net.state_dict().items()}
    )


def decode_weights(card: ModelCard, weights: bytes) -> EcgNet:
    """Return the card's net with these weights; raises EcgError where they do not fit."""
    # On the meta device no random weights are drawn only to be overwritten.
    with torch.device("meta"):
        net = build_net(card.net, card.net_options)
    try:
        stored = safetensors.torch.load(weights)
        state = {name: _single(tensor) for name, tensor in stored.items()}
        net.load_state_dict(state, assign=True)
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise EcgError(
            f'The weights of the model {card.name} do not fit its net "{card.net}".'
        ) from error
    return net


def hash_weights(weights: bytes) -> str:
    """Return the SHA-256 that a card carries."""
    return hashlib.sha256(weights).hexdigest()


def read_weights(folder: Path, card: ModelCard) -> bytes:
    """Read a model's weights; raises EcgError unless they are those of the card."""
    try:
        weights = (folder / WEIGHTS_FILE).read_bytes()
    except FileNotFoundError as error:
        raise EcgError(
            f"Of the model {card.name} only the card is here; its weights must be trained first."
        ) from error
    except OSError as error:
        raise EcgError(f"The weights of the model {card.name} cannot be read.") from error
    if hash_weights(weights) != card.weights_sha256:
        raise EcgError(
            f"The weights of the model {card.name} are not those that its card describes; "
            "install it again."
        )
    return weights


def write_weights(folder: Path, weights: bytes) -> None:
    """Write weights in one step, so that a reader never meets half of them."""
    partial = folder / f"{WEIGHTS_FILE}.partial"
    partial.write_bytes(weights)
    partial.replace(folder / WEIGHTS_FILE)


def _stored(name: str, tensor: Tensor) -> Tensor:
    tensor = tensor.detach().cpu().contiguous()
    if not tensor.is_floating_point():
        return tensor
    stored = tensor.to(torch.float16 if tensor.ndim > 1 else torch.float32)
    if not bool(torch.isfinite(stored).all()):
        raise ValueError(f"{name} holds numbers that half precision cannot")
    return stored


def _single(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
