"""What a model says of a record's beats, whichever way it reads them."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import BEATS_IN_TURN, OF_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.alike_beats import AMONG, agreed
from ecgviewer.inference.beat_rows import read_rows
from ecgviewer.inference.heart_blocks import with_blocks
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.strip_input import read_strips
from ecgviewer.inference.windows import BEATS_A_BATCH

Positions = NDArray[np.int64]

# Ten minutes or so; more at once would make cancelling wait.
BEATS_IN_A_ROW = 1024
# On both sides of these; a net's own context (beat_row.N_CONTEXT) is shorter.
_BEATS_BESIDE = (AMONG - BEATS_IN_A_ROW) // 2


def beat_logits(
    model: LoadedModel,
    record: Record,
    beats: Positions,
    asked: slice,
    task: Task,
    n_askers: int = 1,
) -> Samples:
    """Return logits of the beats asked for, float32 (len(beats[asked]), n_labels).

    beats: (n_beats,), rising, in samples of the record: all those known, so that the others
    are the context of those asked for. n_askers: threads that ask the net. Raises EcgError
    where the model does not judge single beats or the record's values are impossible,
    Cancelled once the task was cancelled.
    """
    if model.card.input.windows not in OF_BEATS:
        raise EcgError(
            f"The model {model.card.name} judges whole recordings, not single beats: "
            "name a single-lead model."
        )
    if model.card.input.windows == BEATS_IN_TURN:
        logits = _in_turn(model, record, beats, asked, task)
    else:
        logits = _around_beats(model, record, beats[asked], task, n_askers)
    if not np.isfinite(logits).all():
        raise EcgError(
            f"{record.name} holds values that the model {model.card.name} cannot judge; "
            "are its units right?"
        )
    return logits


def _in_turn(
    model: LoadedModel, record: Record, beats: Positions, asked: slice, task: Task
) -> Samples:
    """Return logits of beats that are read with their neighbours, (n_asked, n_labels).

    Those of beats that look alike agree, and another net tells bundle branch blocks where
    the model has one for it.
    """
    first, last, _ = asked.indices(len(beats))
    logits = np.empty((last - first, len(model.card.labels)), dtype=np.float32)
    for start in range(first, last, BEATS_IN_A_ROW):
        task.step(start - first, last - first)
        stop = min(start + BEATS_IN_A_ROW, last)
        read = slice(max(0, start - _BEATS_BESIDE), min(stop + _BEATS_BESIDE, len(beats)))
        rows = read_rows(record, beats, read)
        every, model = with_fallback(model, partial(LoadedModel.logits_of_beats, rows=rows))
        every = agreed(every, rows, model.card.labels)
        wanted = slice(start - read.start, stop - read.start)
        logits[start - first : stop - first] = (
            every[wanted]
            if model.blocks is None
            else with_blocks(
                every, read, slice(start, stop), beats, record, model.blocks, model.card.labels
            )
        )
    task.step(last - first, last - first)
    return logits


def _around_beats(
    model: LoadedModel, record: Record, beats: Positions, task: Task, n_askers: int
) -> Samples:
    """Return logits from each beat's own window, (n_beats, n_labels)."""
    logits = np.empty((len(beats), len(model.card.labels)), dtype=np.float32)
    # Batches that wait in a queue could not be cancelled, so each asker gets one at a time.
    step = BEATS_A_BATCH * n_askers
    with ThreadPoolExecutor(n_askers) as pool:
        for first in range(0, len(beats), step):
            task.step(first, len(beats))
            some = beats[first : first + step]
            batches = [some[at : at + BEATS_A_BATCH] for at in range(0, len(some), BEATS_A_BATCH)]
            answers = list(pool.map(partial(_ask, model, record), batches))
            logits[first : first + step] = np.concatenate([answer for answer, _ in answers])
            # Where the GPU's memory was too small, the CPU goes on.
            model = answers[-1][1]
    task.step(len(beats), len(beats))
    return logits


def _ask(model: LoadedModel, record: Record, beats: Positions) -> tuple[Samples, LoadedModel]:
    strips = read_strips(record, beats, model.card.input.n_samples)
    return with_fallback(model, partial(LoadedModel.logits, arrays=strips[:, np.newaxis]))
