"""Bundle branch blocks of a heart, told by a net that sees two seconds around single beats.

A block is of the heart and lasts, so what the beats around say is taken together. A net of
beats in turn compares each beat with the others of its heart, and learns of a block, which
all of them share, only who its patients were; a net of single windows does not know them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.calibrate import probabilities_of
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.strip_input import read_strips
from ecgviewer.inference.windows import BEATS_A_BATCH

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]

BLOCKS = ("LBBB", "RBBB")
PREMATURE = ("PVC", "PAC")
# Of the classes that a block can be taken for: fibrillation has a say of its own.
_YIELD = ("N", "SBR", *BLOCKS)
# The net is asked about every so many beats, and so many to each side are taken together.
EVERY, AROUND = 4, 48
_NOTHING = 1e-12


def with_blocks(
    logits: Samples,
    read: slice,
    asked: slice,
    beats: Positions,
    record: Record,
    model: LoadedModel,
    labels: Sequence[str],
) -> Samples:
    """Return logits of the beats asked for with the blocks as another net tells them.

    beats: all of the record's that are known, in its samples, rising. logits: of
    beats[read], (n_read, n_labels), asked: within read, both with ends. model: the other
    net, of windows around beats; its labels are these. Raises EcgError as reading does.
    """
    said = probabilities_of(logits, None, exclusive=True)
    own = said[asked.start - read.start : asked.stop - read.start]
    blocks = _blocks(said, read, asked, beats, record, model)
    columns = [labels.index(label) for label in _YIELD]
    yielded = own[:, columns].sum(axis=1, keepdims=True)
    own[:, [labels.index(label) for label in BLOCKS]] = 0
    rest = np.maximum(own[:, columns].sum(axis=1, keepdims=True), _NOTHING)
    own[:, columns] *= yielded * (1 - blocks.sum(axis=1, keepdims=True)) / rest
    own[:, [labels.index(label) for label in BLOCKS]] = yielded * blocks
    return np.log(np.maximum(own, _NOTHING)).astype(np.float32)


def _blocks(
    said: Floats, read: slice, asked: slice, beats: Positions, record: Record, model: LoadedModel
) -> Floats:
    """Return how likely the usual beats around each beat asked for have each block.

    (n_asked, 2). Premature beats do not tell, and where there are no others nothing does.
    """
    # The same beats are asked about wherever a stretch begins.
    first = -(-max(read.start, asked.start - AROUND) // EVERY) * EVERY
    chosen = np.arange(first, min(read.stop, asked.stop + AROUND), EVERY)
    labels = model.card.labels
    premature = [labels.index(label) for label in PREMATURE]
    usual = 1 - said[chosen - read.start][:, premature].sum(axis=1, keepdims=True)
    told = _told(record, beats[chosen], model)
    summed = np.pad(np.cumsum(np.hstack([usual, usual * told]), axis=0), ((1, 0), (0, 0)))
    places = np.arange(asked.start, asked.stop)
    begins, ends = (np.searchsorted(chosen, places + by) for by in (-AROUND, AROUND + 1))
    sums = summed[ends] - summed[begins]
    return np.asarray(sums[:, 1:] / np.maximum(sums[:, :1], _NOTHING))


def _told(record: Record, beats: Positions, model: LoadedModel) -> Floats:
    """Return each beat's blocks by its own window, (n_beats, 2), as if it were not premature."""
    labels = model.card.labels
    premature = [labels.index(label) for label in PREMATURE]
    told = np.zeros((len(beats), len(BLOCKS)))
    for at in range(0, len(beats), BEATS_A_BATCH):
        some = slice(at, at + BEATS_A_BATCH)
        strips = read_strips(record, beats[some], model.card.input.n_samples)
        # How common a block is among others' beats says nothing of this heart's.
        logits = model.logits(strips[:, np.newaxis])
        shares = probabilities_of(logits, None, exclusive=True)
        shares[:, premature] = 0
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), _NOTHING)
        told[some] = shares[:, [labels.index(label) for label in BLOCKS]]
    return told
