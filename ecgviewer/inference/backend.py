"""What computes a net: torch with its batch norms folded, or OpenVINO where it is installed.

Whatever computes, windows, measured beats, forests, thresholds and the rest are the same
code; only what layers make of an input (``EcgNet.maps``) is computed otherwise.
"""

import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor, nn

from ecgviewer.core.card import IN_TURN
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.probe import check_probe, probe_input
from ecgviewer.nets.folding import fold_batch_norm
from ecgviewer.nets.net import EcgNet

BACKENDS = ("auto", "torch", "openvino")
# It counts its users over the network as soon as it is imported, unless this is absent.
_TELEMETRY = "openvino_telemetry"


def with_backend(model: LoadedModel, wanted: str) -> LoadedModel:
    """Return a model that answers the same, within 1e-3 of every score, and sooner.

    wanted: one of BACKENDS; auto takes OpenVINO on the CPU where it is installed. Nets that
    judge single beats stay as they are. Raises EcgError where OpenVINO is wanted and cannot
    be had, or does not give the answer that is stored on the model's card.
    """
    if wanted not in BACKENDS:
        raise EcgError(f'No backend is called "{wanted}"; choose one of {", ".join(BACKENDS)}.')
    if model.card.input.windows != IN_TURN:
        return model
    on_cpu = model.device.type == "cpu"
    if wanted == "openvino" and not on_cpu:
        raise EcgError(
            f"OpenVINO computes on the CPU, and the model {model.card.name} is on the "
            f"{model.device_name}: choose --device cpu or --backend torch."
        )
    if wanted == "openvino" or (wanted == "auto" and on_cpu and has_openvino()):
        faster = replace(model, maps=openvino_maps(model))
    else:
        faster = replace(model, net=fold_batch_norm(model.net))
    check_probe(faster)
    return faster


def has_openvino() -> bool:
    """Whether OpenVINO is installed."""
    return find_spec("openvino") is not None


def openvino_maps(model: LoadedModel) -> Callable[[Tensor], Tensor]:
    """Return what computes a model's maps with OpenVINO, in one thread and single precision.

    Raises EcgError where it is not installed or does not take the net.
    """
    if not has_openvino():
        raise EcgError(
            "OpenVINO is not installed: `pip install ecgviewer[fast]` adds it, and "
            "--backend torch does without."
        )
    compiled = _compiled(model)

    def maps(widened: Tensor) -> Tensor:
        (found,) = compiled(widened.contiguous().numpy(), share_inputs=True).values()
        # The memory of an answer is used again for the next one.
        return torch.from_numpy(found.copy())

    return maps


class _Maps(nn.Module):
    """The part of a net that is translated."""

    def __init__(self, net: EcgNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, widened: Tensor) -> Tensor:
        return self.net.maps(widened)


def _compiled(model: LoadedModel) -> Any:
    openvino = _imported()
    with torch.no_grad():
        example = model.net.widen(torch.from_numpy(probe_input(model.card.input)))
    settings = {
        "INFERENCE_NUM_THREADS": 1,
        "NUM_STREAMS": 1,
        # Processors that compute in half precision would do so by themselves.
        "INFERENCE_PRECISION_HINT": "f32",
    }
    try:
        with warnings.catch_warnings():
            # It traces the net, which torch calls outdated, and sizes are fixed by it.
            warnings.simplefilter("ignore")
            shape = [-1, *example.shape[1:]]
            translated = openvino.convert_model(
                _Maps(model.net).eval(), example_input=example, input=shape
            )
        return openvino.Core().compile_model(translated, "CPU", settings)
    except RuntimeError as error:
        raise EcgError(
            f"OpenVINO does not take the net of the model {model.card.name}; "
            "choose --backend torch."
        ) from error


def _imported() -> Any:
    # Nothing that runs here calls home: Python takes None for a module that is not there.
    sys.modules.setdefault(_TELEMETRY, None)  # type: ignore[arg-type]  # documented so
    import openvino

    return openvino
