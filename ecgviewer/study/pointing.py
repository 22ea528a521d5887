"""Where maps of windows around beats point: the pointing game and the share of their mass.

Held against marked beats. A premature beat is the one that its window stands around; of
fibrillation nobody marks more than R peaks, so these and the baseline between beats are
asked about apart.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.methods import METHODS
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.signal.strip import STRIP_HZ
from ecgviewer.study.beat_parts import TIME_S, inside
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.control_maps import MIDDLE, NOISE_S, QRS_S, RANDOM, noise
from ecgviewer.study.evidence import Evidence
from ecgviewer.study.found_windows import FoundWindows, found_windows
from ecgviewer.study.map_figures import Subject, map_figures
from ecgviewer.study.map_store import Outcome
from ecgviewer.study.strip_maps import strip_maps

# Of which class which part is asked about; a class may have several.
ASKED = (
    ("N", "QRS"),
    ("PVC", "ectopic beat"),
    ("PAC", "ectopic beat"),
    ("AFIB", "R peaks"),
    ("AFIB", "f waves"),
)
LABELS = tuple(dict.fromkeys(label for label, _ in ASKED))
# What others explain nets by, beside what a model's card offers.
COMPARED = ("input-gradient", "integrated", "occlusion")
# A class is drawn from so many times as many windows as are explained.
DRAWN_A_MAP = 15


def methods_of(model: LoadedModel, wanted: Sequence[str] | None) -> tuple[str, ...]:
    """Return the methods to try; by default those that fit the net, and what others use.

    Raises EcgError where a wanted one does not fit the net.
    """
    card = model.card
    fitting = [
        name
        for name in METHODS
        if name in COMPARED or (name in card.methods and name not in card.explained_by)
    ]
    strange = [name for name in wanted or () if name not in fitting]
    if strange:
        raise EcgError(
            f"The model {card.name} cannot be explained by {', '.join(strange)}; it can by "
            f"{', '.join(fitting)}."
        )
    return tuple(dict.fromkeys(wanted or fitting))


def point(
    model: LoadedModel,
    windows: BeatWindows,
    methods: Sequence[str],
    limit: int,
    store_folder: Path,
    task: Task,
) -> tuple[Outcome, ...]:
    """Return where every method's maps, and the controls', point: an outcome a question.

    Of each class so many windows at most are explained, of patients that the model has not
    learnt from, to which it gives the class. store_folder: where scores are kept. Raises
    EcgError as ``found_windows`` does, Cancelled once the task was cancelled.
    """
    scoring, searching = part_of(task, 0, 2), part_of(task, 1, 2)
    found = found_windows(model, windows, LABELS, DRAWN_A_MAP * limit, store_folder, scoring)
    outcomes: list[Outcome] = []
    for place, label in enumerate(LABELS):
        own = found.of_class(label).first(limit)
        within = part_of(searching, place, len(LABELS))
        maps = _maps(model, own, methods, within) if len(own.rows) else {}
        for of, part in ASKED:
            if of == label:
                outcomes += _outcomes(model, own, maps, f"{label}: {part}", part)
    task.step(1, 1)
    return tuple(outcomes)


def _maps(
    model: LoadedModel, found: FoundWindows, methods: Sequence[str], task: Task
) -> dict[str, Samples]:
    """Return every method's and control's maps of windows, (n, n_samples) each."""
    strips = found.windows.read(found.rows, model.card.input.n_samples)
    classes = found.windows.labels[found.rows]
    maps = {
        method: strip_maps(model, method, strips, classes, part_of(task, done, len(methods)))
        for done, method in enumerate(methods)
    }
    seeds = found.rows.tolist()
    maps[RANDOM] = np.array(
        [
            noise(strips.shape[-1], NOISE_S * STRIP_HZ, np.random.default_rng(seed))
            for seed in seeds
        ],
        dtype=np.float32,
    )
    middle = np.exp(-0.5 * (TIME_S / QRS_S) ** 2).astype(np.float32)
    maps[MIDDLE] = np.tile(middle, (len(strips), 1))
    return maps


def _outcomes(
    model: LoadedModel, found: FoundWindows, maps: dict[str, Samples], label: str, part: str
) -> list[Outcome]:
    """Return how the maps of each window fare in one question."""
    outcomes = []
    for place, row in enumerate(found.rows.tolist()):
        recording = found.windows.recordings[int(found.windows.recording[row])]
        at = int(found.windows.samples_at[row])
        subject = Subject(recording.source, f"{recording.name}@{at}", recording.patient, label)
        lies = inside(part, found.beats_s(place))[np.newaxis]
        evidence = Evidence(model.card.input.leads, lies, np.ones_like(lies))
        figures = tuple(
            map_figures(subject, _as_heat(model, label, method, heats[place]), None, evidence)
            for method, heats in maps.items()
        )
        outcomes.append(Outcome(subject, found=True, maps=figures))
    return outcomes


def _as_heat(model: LoadedModel, label: str, method: str, heat: NDArray[np.float32]) -> Heat:
    return Heat(
        label=label,
        method=method,
        model=model.card.name,
        start=0,
        stop=len(heat),
        leads=model.card.input.leads,
        raw=heat[np.newaxis],
        heat=heat[np.newaxis],
        step=1.0,
        scope="window",
    )
