"""Which windows a single-lead model may be judged on: those that it has not learnt from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.beat_sequence import BeatSequences
from ecgviewer.study.beat_order import digest
from ecgviewer.study.beat_split import LEFT_OUT, PATIENT, RANDOM, recording_parts, split_windows
from ecgviewer.study.beat_windows import BeatWindows, Recording
from ecgviewer.study.held_out import FITTED_ANYWAY, plan, unnamed
from ecgviewer.study.recognise import recognise
from ecgviewer.study.split import FOLD, Member, RecordKey, read_split

NOT_IN_SPLIT = "that the split by patient leaves out (paced hearts, people who are there twice)"
AT_RANDOM = (
    "Windows were split at random, so that others of the same patients were learnt from: the "
    "figures say nothing of patients whom the model does not know."
)
BY_FOLD = (
    "Each patient is judged by the one of the model's nets that has not learnt from him; all of "
    "them together are what ships."
)
KNOWN_TO_BLOCKS = (
    "In {:,} of the records the model's own answer counts for bundle branch blocks, because {}, "
    "which tells these in its place, has learnt from the patient."
)

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class JudgedWindows:
    """What may judge a model.

    rows: of the windows. strangers: places of recordings of which it has learnt nothing.
    fold_of: of those of which only one of its nets has learnt nothing, which one that is.
    known_to_blocks: of those of which the model that tells bundle branch blocks in its place
    has learnt something. left_out: records by reason. notes: sentences about it.
    """

    rows: Rows
    strangers: tuple[int, ...]
    fold_of: Mapping[int, int] = field(default_factory=dict)
    known_to_blocks: frozenset[int] = frozenset()
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def judged_windows(
    model: LoadedModel, windows: BeatWindows, store_folder: Path, task: Task
) -> JudgedWindows:
    """Return the windows that a model has not learnt from.

    What it has learnt from is known by name, by patient and by signals. Raises EcgError
    where nothing says what that is.
    """
    split = read_split(model.folder) if model.folder else None
    if not split:
        raise EcgError(
            f"The model {model.card.name} does not say which records it was fitted on (no "
            "split.csv beside its card); --all judges it by all windows all the same."
        )
    own = _examined_at_random(model.card, windows)
    at_random = set(windows.recording[own].tolist())
    others = [place for place in range(len(windows.recordings)) if place not in at_random]
    recordings = [windows.recordings[place] for place in others]
    recognised = _recognised(recordings, split, store_folder, task)
    folds = _folds(model, split)
    found = plan(recordings, split, folds, recognised)
    strangers = tuple(others[place] for place in found.by_model)
    left_out = dict(found.left_out)
    if model.card.training.get("split_by") == PATIENT:
        strangers = _in_the_split(windows, strangers, left_out)
    fold_of = {others[place]: folds[key] for place, key in found.by_fold.items()}
    strangers = tuple(sorted((*strangers, *fold_of)))
    rows = np.concatenate([own, np.flatnonzero(np.isin(windows.recording, strangers))])
    known = _known_to_blocks(model, windows, strangers, store_folder, task)
    notes = (
        *found.notes,
        *([AT_RANDOM] if own.size else []),
        *([BY_FOLD] if fold_of else []),
        *([KNOWN_TO_BLOCKS.format(len(known), model.card.blocks_by)] if known else []),
    )
    return JudgedWindows(np.sort(rows), strangers, fold_of, known, left_out, notes)


def _known_to_blocks(
    model: LoadedModel,
    windows: BeatWindows,
    places: Sequence[int],
    store_folder: Path,
    task: Task,
) -> frozenset[int]:
    """Return of which of these recordings the model that tells blocks has learnt."""
    if model.blocks is None:
        return frozenset()
    strangers = judged_windows(model.blocks, windows, store_folder, task).strangers
    return frozenset(places) - frozenset(strangers)


def all_windows(windows: BeatWindows) -> JudgedWindows:
    """Return every window, whatever a model has learnt from."""
    every = tuple(range(len(windows.recordings)))
    return JudgedWindows(np.arange(len(windows)), every, notes=(FITTED_ANYWAY,))


def _folds(model: LoadedModel, split: Mapping[RecordKey, Member]) -> dict[RecordKey, int]:
    """Return which of a model's nets has not learnt from each record, where one has not."""
    if not isinstance(model.net, BeatSequences):
        return {}
    return {
        key: int(member.part.removeprefix(FOLD))
        for key, member in split.items()
        if member.part.startswith(FOLD)
    }


def _recognised(
    recordings: Sequence[Recording],
    split: Mapping[RecordKey, Member],
    store_folder: Path,
    task: Task,
) -> dict[int, RecordKey]:
    return recognise(recordings, unnamed(recordings, split), split, store_folder, task)


def _in_the_split(
    windows: BeatWindows, places: Sequence[int], left_out: dict[str, int]
) -> tuple[int, ...]:
    """Return the recordings that the split by patient takes; count the others."""
    parts = recording_parts(windows.recordings)
    taken = tuple(place for place in places if parts[place] != LEFT_OUT)
    if len(taken) < len(places):
        left_out[NOT_IN_SPLIT] = len(places) - len(taken)
    return taken


def _examined_at_random(card: ModelCard, windows: BeatWindows) -> Rows:
    """Return the windows of the training's own sets that examine, where these are here.

    None where the split is not at random. Raises EcgError where some of the sets are here,
    but not all of the same windows, so that nobody knows which ones were learnt from.
    """
    facts = card.training
    sources = list(facts.get("sources", ()))
    here = {one.source for one in windows.recordings}
    if facts.get("split_by") != RANDOM or not here & set(sources):
        return np.zeros(0, dtype=np.int64)
    rows = np.concatenate(
        [np.flatnonzero(windows.sources == source) for source in sources], dtype=np.int64
    )
    trained = windows.only(rows)
    if digest(trained) != facts["windows_sha256"]:
        raise EcgError(
            f"The windows of the model {card.name} were split at random, and these are not all of "
            f"them and no others: give its data sets ({', '.join(sources)}), whole and under "
            "these names."
        )
    parts = split_windows(trained, RANDOM, int(facts["seed"]))
    return np.asarray(rows[list(parts.test)])
