"""Windows of one lead around labelled beats and rhythms, read from the records as needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.signal.strip import STRIP_SAMPLES
from ecgviewer.study.beat_corrections import Beats
from ecgviewer.study.beat_labels import DEFAULT
from ecgviewer.study.beat_records import LabelledRecording, Recording, labelled_recordings
from ecgviewer.study.beat_signals import BeatSignals
from ecgviewer.study.data_sets import DataSet

__all__ = ["BeatWindows", "Recording", "load_beat_windows"]

Places = NDArray[np.int64]


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

    def only(self, rows: Sequence[int] | Places) -> "BeatWindows":
        """Return some of the windows, in this order, and of their recordings the first one's
        first.
        """
        chosen = np.asarray(rows, dtype=np.int64)
        of = self.recording[chosen]
        places = list(dict.fromkeys(of.tolist()))
        place_of = np.zeros(len(self.recordings), dtype=np.int32)
        place_of[places] = np.arange(len(places))
        return replace(
            self,
            recordings=tuple(self.recordings[place] for place in places),
            recording=place_of[of],
            samples_at=self.samples_at[chosen],
            labels=self.labels[chosen],
        )

    def _column(self, names: Sequence[str]) -> NDArray[np.str_]:
        return np.array(names, dtype=np.str_)[self.recording]


def load_beat_windows(
    data_sets: Sequence[DataSet],
    style: str = DEFAULT,
    task: Task | None = None,
    corrections: Mapping[str, Beats] | None = None,
) -> BeatWindows:
    """Return the labelled windows of all sets in turn, each record's in order of time.

    Knows what labelled_recordings knows. style: "paper-like" or "default", see
    beat_labels. corrections: what readers say of marked beats, by record_id. Raises EcgError
    if a folder is no data set, a record cannot be read or no set holds a labelled window,
    Cancelled if the task is cancelled.
    """
    found: list[LabelledRecording] = []
    for place, data_set in enumerate(data_sets):
        part = part_of(task or Task(), place, len(data_sets))
        found += labelled_recordings(data_set, style, part, corrections)
    if not found:
        names = ", ".join(x.name for x in data_sets)
        raise EcgError(f"{names}: no record here has labelled beats or rhythms.")
    counts = [len(x.samples_at) for x in found]
    return BeatWindows(
        recordings=tuple(x.recording for x in found),
        recording=np.repeat(np.arange(len(found), dtype=np.int32), counts),
        samples_at=np.concatenate([x.samples_at for x in found]),
        labels=np.concatenate([x.labels for x in found]),
    )
