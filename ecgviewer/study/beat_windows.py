"""Windows of one lead around labelled beats and rhythms, read from the records as needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.signal.strip import STRIP_SAMPLES
from ecgviewer.study.beat_labels import BEAT_LABELS, DEFAULT, labelled_places
from ecgviewer.study.beat_marks import BeatMarks
from ecgviewer.study.beat_sets import patient_key, published_origin
from ecgviewer.study.beat_signals import BeatSignals
from ecgviewer.study.data_sets import DataSet

Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Recording:
    """A record with labelled windows.

    source: the set's name in tables. origin: the published set, "" where it is none.
    patient: a key that no two people share. beats_at: all its beats, rising, in samples
    of the record; beats: their symbols in the file, such as "V".
    """

    source: str
    origin: str
    name: str
    patient: str
    path: Path
    rate_hz: float
    beats_at: Places
    beats: NDArray[np.str_]


@dataclass(frozen=True, eq=False)
class BeatWindows:
    """Labelled windows, one a row; the signals stay in their files.

    recordings: those that have any. recording: int32 (n,), each window's place among them.
    samples_at: int64 (n,), its centre in samples of its record. labels: int64 (n,), its
    place in BEAT_LABELS.
    """

    recordings: tuple[Recording, ...]
    recording: NDArray[np.int32]
    samples_at: Places
    labels: Places
    signals: BeatSignals = field(default_factory=BeatSignals, repr=False)

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def records(self) -> NDArray[np.str_]:
        """Each window's record's name, (n,)."""
        return self._column([x.name for x in self.recordings])

    @cached_property
    def sources(self) -> NDArray[np.str_]:
        """Each window's data set, (n,)."""
        return self._column([x.source for x in self.recordings])

    @cached_property
    def patients(self) -> NDArray[np.str_]:
        """Each window's patient, (n,)."""
        return self._column([x.patient for x in self.recordings])

    def read(self, indices: Sequence[int] | Places, n_samples: int = STRIP_SAMPLES) -> Samples:
        """Return windows as nets take them: float32 (n, 1, n_samples) at 360 Hz.

        Raises EcgError if a record cannot be read.
        """
        rows = np.asarray(indices, dtype=np.int64)
        windows = np.zeros((len(rows), 1, n_samples), dtype=np.float32)
        of = self.recording[rows]
        for place in np.unique(of):
            own = np.flatnonzero(of == place)
            path = self.recordings[place].path
            windows[own, 0] = self.signals.strips(path, self.samples_at[rows[own]], n_samples)
        return windows

    def _column(self, names: Sequence[str]) -> NDArray[np.str_]:
        return np.array(names, dtype=np.str_)[self.recording]


def load_beat_windows(
    data_sets: Sequence[DataSet], style: str = DEFAULT, task: Task | None = None
) -> BeatWindows:
    """Return the labelled windows of all sets in turn, each record's in order of time.

    style: "paper-like" or "default", see beat_labels. Raises EcgError if a record cannot
    be read or no set holds a labelled window, Cancelled if the task is cancelled.
    """
    found: list[tuple[Recording, Places, Places]] = []
    paths = [(x, path) for x in data_sets for path in sorted(x.path.glob("*.hea"))]
    for done, (data_set, path) in enumerate(paths):
        found += _windows_of(data_set, open_record(path), style)
        if task is not None:
            task.step(done + 1, len(paths))
    if not found:
        names = ", ".join(x.name for x in data_sets)
        raise EcgError(f"{names}: no record here has labelled beats (.atr files).")
    counts = [len(samples_at) for _, samples_at, _ in found]
    return BeatWindows(
        recordings=tuple(recording for recording, _, _ in found),
        recording=np.repeat(np.arange(len(found), dtype=np.int32), counts),
        samples_at=np.concatenate([samples_at for _, samples_at, _ in found]),
        labels=np.concatenate([labels for _, _, labels in found]),
    )


def _windows_of(
    data_set: DataSet, record: Record, style: str
) -> Iterator[tuple[Recording, Places, Places]]:
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
    )
    samples_at = np.array([round(at) for at, _ in places], dtype=np.int64)
    labels = np.array([BEAT_LABELS.index(label) for _, label in places], dtype=np.int64)
    yield recording, samples_at, labels
