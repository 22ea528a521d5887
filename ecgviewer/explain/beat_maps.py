"""Maps of windows around beats, each by itself, laid together over a span.

Each window has its own scale, from nothing to its hottest place, as the single-lead paper
draws them. Where windows meet, a sample shows the map of the beat that it is nearest to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Deleted, Heat, WindowMap
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.log_odds import asked_net
from ecgviewer.explain.methods import Method, NetMap
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.combine import Probabilities
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import Heard, hear
from ecgviewer.inference.windows import Span

# Sought together; more would make cancelling wait.
WINDOWS_A_BATCH = 64


@dataclass(frozen=True, eq=False)
class Asked:
    """What is to be explained, and how; class_index: None for each window's own class."""

    model: LoadedModel
    record: Record
    method: str
    function: Method
    class_index: int | None


@dataclass(frozen=True, eq=False)
class BeatMaps:
    """Maps of windows in the order of time; step: between their cells, in samples."""

    windows: tuple[WindowMap, ...]
    step: float


def beat_maps(asked: Asked, places: Sequence[Span], task: Task) -> BeatMaps:
    """Return a map of each window that the model gives the class.

    Where it gives it to none, of the window in which the class is likeliest. Raises
    EcgError where there is no signal, Cancelled once the task was cancelled.
    """
    heard, model = hear(asked.model, asked.record, tuple(places), part_of(task, 0, 2))
    if not heard:
        raise EcgError(
            f"{asked.record.name} holds no signal there, so there is nothing to explain."
        )
    asked = replace(asked, model=model)
    chosen = _chosen(heard, asked.class_index)
    batches = [
        chosen[first : first + WINDOWS_A_BATCH] for first in range(0, len(chosen), WINDOWS_A_BATCH)
    ]
    searching = part_of(task, 1, 2)
    windows: list[WindowMap] = []
    step = 1.0
    for done, batch in enumerate(batches):
        net_map = _map(asked, batch, part_of(searching, done, len(batches)))
        step = net_map.step * asked.record.rate_hz / asked.model.card.input.rate_hz
        windows += _window_maps(asked, batch, net_map)
    task.step(1, 1)
    return BeatMaps(tuple(windows), step)


def _chosen(heard: Sequence[Heard], class_index: int | None) -> list[Heard]:
    if class_index is None:
        return list(heard)
    given = [window for window in heard if int(window.probabilities.argmax()) == class_index]
    return given or [max(heard, key=lambda window: float(window.probabilities[class_index]))]


def _class_of(window: Heard, asked: Asked) -> int:
    own = int(window.probabilities.argmax())
    return own if asked.class_index is None else asked.class_index


def _map(asked: Asked, batch: Sequence[Heard], task: Task) -> NetMap:
    arrays = np.stack([window.prepared.array for window in batch])
    classes = [_class_of(window, asked) for window in batch]

    def compute(model: LoadedModel) -> NetMap:
        wanted = torch.tensor(classes, device=model.device)
        rate_hz = model.card.input.rate_hz
        net = asked_net(model, asked.method)
        return asked.function(net, model.tensor(arrays), rate_hz, wanted, task)

    return with_fallback(asked.model, compute)[0]


def _window_maps(asked: Asked, batch: Sequence[Heard], net_map: NetMap) -> list[WindowMap]:
    labels, spec = asked.model.card.labels, asked.model.card.input
    cells = net_map.cells[:, 0].cpu().numpy().astype(np.float64)

    def samples(place: Span) -> NDArray[np.float64]:
        at = np.arange(place[1] - place[0], dtype=np.float64)
        return np.asarray(at * (spec.rate_hz / asked.record.rate_hz))

    maps = []
    for row, window in enumerate(batch):
        column = _class_of(window, asked)
        raw, heat = window_heat(cells[row], net_map, spec.n_samples, samples(window.place))
        maps.append(
            WindowMap(
                start=window.place[0],
                stop=window.place[1],
                label=labels[column],
                score=float(window.probabilities[column]),
                answer=labels[int(window.probabilities.argmax())],
                raw=raw,
                heat=heat,
                deleted=_deleted(asked, net_map, row, column),
            )
        )
    return maps


def window_heat(
    cells: NDArray[np.float64], net_map: NetMap, n_samples: int, at: NDArray[np.float64]
) -> tuple[Samples, Samples]:
    """Return a window's map as it is and normalised to 0..1, float32 (n,) each.

    cells: (n_cells,), the window's own of the net map. n_samples: of the window as the net
    reads it; at: the places wanted, (n,), in these samples.
    """
    centres = net_map.first + net_map.step * np.arange(len(cells))
    inside = (centres >= 0) & (centres < n_samples)
    lay = partial(np.interp, at, centres[inside])
    raw = lay(cells[inside])
    shown = raw - raw.min() if net_map.from_lowest else lay(np.maximum(cells[inside], 0))
    largest = shown.max()
    heat = shown / largest if largest > 0 else shown
    return np.asarray(raw, dtype=np.float32), np.asarray(heat, dtype=np.float32)


def _deleted(asked: Asked, net_map: NetMap, row: int, column: int) -> Deleted | None:
    masks = net_map.masks
    if masks is None:
        return None
    before, after, level = (
        _probabilities(logits[row], asked.model)
        for logits in (masks.before, masks.after, masks.level)
    )
    mask = masks.deleted[row]
    return Deleted(
        share=float(mask.mean()),
        score=float(after[column]),
        level=float(level[column]),
        flipped=int(before.argmax()) == column != int(after.argmax()),
        spread=float(mask.max() - mask.min()),
    )


def _probabilities(logits: torch.Tensor, model: LoadedModel) -> Probabilities:
    return card_probabilities(logits.float().cpu().numpy(), model.card)


def laid_together(asked: Asked, maps: BeatMaps, start: int, stop: int) -> Heat:
    """Return maps of windows as one over samples start..stop, NaN where no window lies."""
    labels = asked.model.card.labels
    raw, heat = (np.full((1, stop - start), np.nan, dtype=np.float32) for _ in range(2))
    nearest = np.full(stop - start, np.inf)
    for window in maps.windows:
        # A window may reach beyond the record.
        first, last = max(start, window.start, 0), min(stop, window.stop, asked.record.n_samples)
        samples = np.arange(first, max(first, last))
        distance = np.abs(samples - window.centre)
        own = samples[distance < nearest[samples - start]]
        nearest[own - start] = np.abs(own - window.centre)
        raw[0, own - start] = window.raw[own - window.start]
        heat[0, own - start] = window.heat[own - window.start]
    return Heat(
        label="" if asked.class_index is None else labels[asked.class_index],
        method=asked.method,
        model=asked.model.card.name,
        start=start,
        stop=stop,
        leads=asked.model.card.input.leads,
        raw=raw,
        heat=heat,
        step=maps.step,
        scope="window",
        windows=maps.windows,
    )
