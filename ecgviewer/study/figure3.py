"""The single-lead paper's Figure 3: what a CNN and an LSTM look at in each of eight classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.bootstrap import N_DRAWS
from ecgviewer.study.found_windows import FoundWindows, found_windows
from ecgviewer.study.observations import (
    CNN,
    LSTM,
    QUESTIONS,
    Answer,
    ClassMaps,
    Values,
    answer,
)
from ecgviewer.study.strip_maps import strip_maps

# How the paper explains each net.
METHOD_OF = {CNN: "cam", LSTM: "mask"}


@dataclass(frozen=True, slots=True)
class Extent:
    """How many windows of a class a net is asked, and on how many of the surest it is judged."""

    n_asked: int
    n_judged: int


@dataclass(frozen=True, eq=False)
class Panel:
    """A net's map of one window.

    at_s: where its middle lies in the record. strip, heat: float32 (n_samples,). beats_s: its
    marked beats, in seconds after its middle.
    """

    source: str
    record: str
    at_s: float
    score: float
    strip: Samples
    heat: Samples
    beats_s: Values


@dataclass(frozen=True, eq=False)
class Cell:
    """One class of one net: its surest window, None where it gets none right.

    n_there: windows of patients that the net has not learnt from; n_asked: of those it was
    asked; n_right: of those it got right.
    """

    panel: Panel | None
    n_there: int
    n_asked: int
    n_right: int


@dataclass(frozen=True, eq=False)
class Figure3:
    """The figure and the answers to the paper's observations.

    names: the models by net, CNN and LSTM. cells: by class and net.
    """

    names: Mapping[str, str]
    cells: Mapping[tuple[str, str], Cell]
    answers: tuple[Answer, ...]


def figure3(
    models: Mapping[str, LoadedModel],
    windows: BeatWindows,
    extent: Extent,
    store_folder: Path,
    task: Task,
    n_draws: int = N_DRAWS,
) -> Figure3:
    """Return the figure of a CNN and an LSTM on windows that they have not learnt from.

    store_folder: where scores are kept. Raises EcgError where a model cannot be explained
    as the figure does, Cancelled once the task was cancelled.
    """
    cells: dict[tuple[str, str], Cell] = {}
    maps: dict[tuple[str, str], ClassMaps] = {}
    for place, (net, method) in enumerate(METHOD_OF.items()):
        _refuse_unexplained(models[net], method)
        half = part_of(task, place, len(METHOD_OF))
        found = found_windows(
            models[net], windows, BEAT_LABELS, extent.n_asked, store_folder, part_of(half, 0, 2)
        )
        searching = part_of(half, 1, 2)
        for number, label in enumerate(BEAT_LABELS):
            own = found.of_class(label)
            surest = own.surest(extent.n_judged)
            within = part_of(searching, number, len(BEAT_LABELS))
            strips, maps[label, net] = _class_maps(models[net], method, surest, within)
            panel = _panel(surest, strips, maps[label, net]) if len(strips) else None
            counts = int(found.n_there[number]), int(found.n_asked[number]), len(own.rows)
            cells[label, net] = Cell(panel, *counts)
    task.step(1, 1)
    answers = tuple(answer(one, maps[one.label, one.net], n_draws) for one in QUESTIONS)
    return Figure3({net: model.card.name for net, model in models.items()}, cells, answers)


def _refuse_unexplained(model: LoadedModel, method: str) -> None:
    card = model.card
    if method not in card.methods or method in card.explained_by:
        raise EcgError(
            f'The model {card.name} cannot be explained by "{method}" as Figure 3 does; '
            "cam_net is the CNN and mask_lstm the LSTM that can."
        )


def _class_maps(
    model: LoadedModel, method: str, found: FoundWindows, task: Task
) -> tuple[Samples, ClassMaps]:
    """Return windows as the net reads them, (n, n_samples), and their maps."""
    rows = found.rows
    strips = found.windows.read(rows, model.card.input.n_samples)
    heats = strip_maps(model, method, strips, found.windows.labels[rows], task)
    beats_s = tuple(found.beats_s(place) for place in range(len(rows)))
    return strips[:, 0], ClassMaps(heats, beats_s, found.windows.patients[rows])


def _panel(found: FoundWindows, strips: Samples, maps: ClassMaps) -> Panel:
    """Return the first window's panel."""
    row = int(found.rows[0])
    recording = found.windows.recordings[int(found.windows.recording[row])]
    return Panel(
        source=recording.source,
        record=recording.name,
        at_s=float(found.windows.samples_at[row] / recording.rate_hz),
        score=float(found.scores[0]),
        strip=strips[0],
        heat=np.asarray(maps.heats[0]),
        beats_s=maps.beats_s[0],
    )
