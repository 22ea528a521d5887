"""A model that is ready to answer: its net, its card and where it runs."""

import copy
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import ModelCard
from ecgviewer.core.cores import n_cores
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.text import tr
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.unfamiliar import Familiarity
from ecgviewer.nets.net import EcgNet

DEVICES = ("auto", "cpu", "cuda")

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class LoadedModel:
    """A net in evaluation mode without gradients on its parameters.

    Several threads may use one at the same time. notes: sentences for the reader, such
    as why it does not run on the GPU. folder: where it was loaded from, if anywhere.
    familiarity: what its training records look like, None where it cannot tell. blocks: the
    model that tells bundle branch blocks in this one's place, if one does. maps: what computes
    the net's maps in its place, None for the net itself; see inference.backend.
    """

    card: ModelCard
    net: EcgNet
    device: torch.device
    notes: tuple[str, ...] = ()
    folder: Path | None = None
    familiarity: Familiarity | None = None
    blocks: "LoadedModel | None" = None
    maps: Callable[[Tensor], Tensor] | None = None

    @property
    def device_name(self) -> str:
        """The device in words: "CPU" or the GPU's name."""
        if self.device.type == "cuda":
            return torch.cuda.get_device_name(self.device)
        return "CPU"

    def tensor(self, arrays: Samples) -> Tensor:
        """Put (batch, n_leads, n_samples) where the net is."""
        return torch.from_numpy(arrays).to(self.device)

    def logits(self, arrays: Samples) -> Samples:
        """Return float32 (batch, n_classes) from float32 (batch, n_leads, n_samples)."""
        with torch.inference_mode():
            logits: Tensor = self.net.head(self._features(arrays))
            result: Samples = logits.float().cpu().numpy()
        return result

    def logits_of_beats(self, rows: Samples) -> Samples:
        """Return float32 (n_beats, n_classes) from the rows of beats in turn.

        For nets that read such; rows: float32 (n_beats, beat_row.N_COLUMNS).
        """
        with torch.inference_mode():
            logits: Samples = self.net(self.tensor(rows[np.newaxis])).float().cpu().numpy()[0]
        return logits

    def logits_and_features(self, windows: Sequence[Prepared]) -> tuple[Samples, Samples]:
        """Return float32 logits (batch, n_classes) and features (batch, channels), in one pass.

        The features are those of the net's last map, averaged over the cells that lie on
        signal and not on padding.
        """
        arrays = np.stack([prepared.array for prepared in windows])
        with torch.inference_mode():
            features = self._features(arrays)
            logits: Samples = self.net.head(features).float().cpu().numpy()
            means = [
                features[row, :, self._heard_cells(prepared)].mean(dim=-1)
                for row, prepared in enumerate(windows)
            ]
            pooled: Samples = torch.stack(means).float().cpu().numpy()
        return logits, pooled

    def _features(self, arrays: Samples) -> Tensor:
        inputs = self.tensor(arrays)
        if self.maps is None:
            return self.net.features(inputs)
        return self.net.features_by(self.maps, inputs)

    def _heard_cells(self, prepared: Prepared) -> slice:
        """Return the cells of the last map that are centred on signal."""
        n_samples = prepared.array.shape[1]
        left = self.card.input.pad == "left"
        begin, end = (prepared.pad, n_samples) if left else (0, n_samples - prepared.pad)
        first, last = (
            max(0, math.ceil((at - self.net.first_cell) / self.net.cell_step))
            for at in (begin, end)
        )
        # The one cell of a net without a map over time stands for all of the window.
        return slice(first, max(last, first + 1))

    def on_cpu(self, note: str) -> "LoadedModel":
        """Return a copy on the CPU with one more note; this one stays as it is."""
        net = copy.deepcopy(self.net).to("cpu")
        blocks = self.blocks.on_cpu(note) if self.blocks is not None else None
        notes = (*self.notes, note)
        device = torch.device("cpu")
        return replace(self, net=net, device=device, notes=notes, blocks=blocks, maps=None)


def ready(card: ModelCard, net: EcgNet, device: torch.device) -> LoadedModel:
    """Return a model whose net evaluates and learns nothing."""
    net.eval().requires_grad_(requires_grad=False)
    return LoadedModel(card, net.to(device), device)


@cache
def leave_a_core_free() -> None:
    """Give torch all cores but one, so that windows and tiles need not wait for a net."""
    torch.set_num_threads(max(1, n_cores() - 1))


def share_cores() -> int:
    """Let each caller of a net compute in one thread; return how many callers the cores serve.

    For a command that asks a net many times, beside which no window waits: several askers
    need not wait for each other as the threads of one answer do.
    """
    torch.set_num_threads(1)
    return n_cores()


def choose_device(wanted: str) -> torch.device:
    """Return the device for "auto", "cpu" or "cuda".

    Raises EcgError for another word, and where "cuda" is wanted but absent.
    """
    if wanted not in DEVICES:
        raise EcgError(f'No device is called "{wanted}"; choose one of {", ".join(DEVICES)}.')
    if wanted == "cpu":
        return torch.device("cpu")
    if torch.cuda.is_available():
        return torch.device("cuda")
    if wanted == "cuda":
        raise EcgError("No CUDA device is available; use the device cpu or auto.")
    return torch.device("cpu")


def with_fallback(model: LoadedModel, compute: Callable[[LoadedModel], T]) -> tuple[T, LoadedModel]:
    """Return what compute says and the model that said it.

    Where the GPU's memory is too small, a copy of the model on the CPU answers, with a
    note that says so.
    """
    try:
        return compute(model), model
    except torch.cuda.OutOfMemoryError:
        torch.cuda.empty_cache()
    note = tr("{device} ran out of memory, so the CPU was used.", device=model.device_name)
    spare = model.on_cpu(note)
    return compute(spare), spare
