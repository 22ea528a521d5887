"""Recordings with labelled windows of one lead, in the forms that their publishers chose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import REFERENCE
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.study.beat_corrections import Beats, with_corrected_beats
from ecgviewer.study.beat_labels import (
    BEAT_LABELS,
    DEFAULT,
    HALF_S,
    labelled_places,
)
from ecgviewer.study.beat_marks import BeatMarks
from ecgviewer.study.beat_rhythms import StatedRecord, stated_records
from ecgviewer.study.beat_sets import patient_key, published_origin
from ecgviewer.study.data_sets import DataSet

Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Recording:
    """A record with labelled windows.

    source: the set's name in tables. origin: the published set, "" where it is none that
    is known. patient: a key that no two people share. beats_at: all its beats, rising, in
    samples of the record; beats: their symbols in the file, such as "V", "" where they
    were detected. corrected: beats that readers labelled, by their sample; ``beats`` has
    them already.
    """

    source: str
    origin: str
    name: str
    patient: str
    path: Path
    rate_hz: float
    beats_at: Places
    beats: NDArray[np.str_]
    corrected: Beats = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class LabelledRecording:
    """A recording and its windows, rising: their centres, (n,), in samples of the record;
    their places in BEAT_LABELS, (n,).
    """

    recording: Recording
    samples_at: Places
    labels: Places


def labelled_recordings(
    data_set: DataSet, style: str, task: Task, corrections: Mapping[str, Beats] | None = None
) -> Iterator[LabelledRecording]:
    """Yield the recordings of a set that have labelled windows, sorted by name.

    Records with marked beats and rhythms (.atr files: MITDB, SVDB, LTAFDB, LTDB and other
    databases of PhysioNet), CinC 2017, and every layout of 12-lead records. The paper
    knew marked ones alone: others have no windows under "paper-like". corrections: what
    readers say of marked beats, by record_id. Raises EcgError if
    the folder is no data set or a record cannot be read, Cancelled if the task is cancelled.
    """
    marked = sorted(data_set.path.glob(f"*.{REFERENCE}"))
    if marked:
        for done, path in enumerate(marked):
            record = open_record(path.with_suffix(".hea"))
            yield from _marked(data_set, record, style, (corrections or {}).get(record.record_id))
            task.step(done + 1, len(marked))
    elif style == DEFAULT:
        stated = list(stated_records(data_set.path))
        for done, one in enumerate(stated):
            yield from _stated(data_set, one)
            task.step(done + 1, len(stated))


def _marked(
    data_set: DataSet, record: Record, style: str, corrected: Beats | None
) -> Iterator[LabelledRecording]:
    record = with_corrected_beats(record, corrected or {})
    marks = BeatMarks.of(record, record.rate_hz)
    places = sorted(labelled_places(marks, record.rate_hz, record.n_samples, style))
    if not places:
        return
    origin = published_origin(record.name, record.rate_hz)
    recording = Recording(
        source=data_set.name,
        origin=origin,
        name=record.name,
        patient=patient_key(origin or data_set.name, record.name),
        path=record.path,
        rate_hz=record.rate_hz,
        beats_at=np.round(marks.beat_at).astype(np.int64),
        beats=np.array(marks.beat, dtype=np.str_),
        corrected=corrected or {},
    )
    samples_at = np.array([round(at) for at, _ in places], dtype=np.int64)
    labels = np.array([BEAT_LABELS.index(label) for _, label in places], dtype=np.int64)
    yield LabelledRecording(recording, samples_at, labels)


def _stated(data_set: DataSet, stated: StatedRecord) -> Iterator[LabelledRecording]:
    record = open_record(stated.path)
    beats_at = detect_beats(record)
    half = HALF_S * record.rate_hz
    whole = beats_at[(beats_at >= half) & (beats_at <= record.n_samples - half)]
    if not whole.size:
        return
    recording = Recording(
        source=data_set.name,
        origin=stated.origin,
        name=record.name,
        patient=stated.patient,
        path=stated.path,
        rate_hz=record.rate_hz,
        beats_at=beats_at,
        beats=np.full(len(beats_at), "", dtype=np.str_),
    )
    labels = np.full(len(whole), BEAT_LABELS.index(stated.label), dtype=np.int64)
    yield LabelledRecording(recording, whole, labels)
