"""Recordings that a model knows from its training, under whatever names they come now.

A set may be published again, as PTB-XL among the PhysioNet challenges' records. The split
beside a model's card keeps a fingerprint of what it was fitted on.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.study.cache import as_microvolts
from ecgviewer.study.fingerprint import as_text, fingerprint, from_texts, same_by_bits
from ecgviewer.study.held_out import Labelled
from ecgviewer.study.kept_rows import KeptRows
from ecgviewer.study.split import Member, RecordKey

# Fingerprints hardly depend on the rate; a low one is soon reached.
RATE_HZ = 125.0
# Fingerprints are of the first ten seconds; resampling looks a little beyond them.
BEGINNING_S = 12.0
FILE = "fingerprints.csv"


def recognise(
    cases: Sequence[Labelled],
    unnamed: Sequence[int],
    split: Mapping[RecordKey, Member],
    store_folder: Path,
    task: Task,
) -> dict[int, RecordKey]:
    """Return under which key a split knows those of the cases that it does not know by name.

    unnamed: these, as places in the cases. Their fingerprints are kept below store_folder.
    Nothing is read where the split holds no recordings; what cannot be read is unknown.
    """
    members = [member for member in split.values() if member.recording]
    if not members or not unnamed:
        return {}
    kept = KeptRows(store_folder / FILE, 1)
    texts: dict[int, str] = {}
    for done, index in enumerate(unnamed):
        task.step(done, len(unnamed))
        try:
            texts[index] = _text_of(cases[index].path, kept)
        except EcgError:
            continue  # the caller comes to it and says so
    known = from_texts([member.recording for member in members])
    found = same_by_bits(from_texts(list(texts.values())), known)
    places = list(texts)
    return {places[row]: members[column].key for row, column in sorted(found.items())}


def beginning_uv(record: Record) -> NDArray[np.int16]:
    """Return a record's first seconds as as_microvolts does, at RATE_HZ, however long it is."""
    n_samples = min(record.n_samples, math.ceil(BEGINNING_S * record.rate_hz))
    return as_microvolts(replace(record, n_samples=n_samples), RATE_HZ)


def _text_of(path: Path, kept: KeptRows) -> str:
    known = kept.get(path)
    if known is not None:
        return known[0]
    text = as_text(fingerprint(beginning_uv(open_record(path)), RATE_HZ))
    kept.keep(path, text)
    return text
