"""Windows around beats as a training run takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import BeatWindows

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class BeatLessons:
    """Labelled windows, in each epoch at most ``a_class`` of a class.

    fitted: rows of the windows. Of a class with more, each epoch draws others.
    """

    windows: BeatWindows
    fitted: Sequence[int]
    a_class: int

    @cached_property
    def _rows(self) -> tuple[Rows, ...]:
        """Return each class's windows."""
        rows = np.asarray(self.fitted, dtype=np.int64)
        labels = self.windows.labels[rows]
        return tuple(rows[labels == label] for label in range(len(BEAT_LABELS)))

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """Return (n_records, 2): a class, and a place among its windows."""
        counts = learnt_counts([len(rows) for rows in self._rows], self.a_class)
        return np.array([(label, place) for label, n in enumerate(counts) for place in range(n)])

    @property
    def n_records(self) -> int:
        """How many windows an epoch has."""
        return len(self._places)

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes), one 1 a row."""
        return one_hot(self._places[:, 0])

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return one window as nets take it, (1, n_samples)."""
        label, place = self._places[index]
        rows = self._rows[label]
        chosen = rows[place] if len(rows) <= self.a_class else rng.choice(rows)
        window: Samples = self.windows.read([int(chosen)])[0]
        return window


def learnt_counts(counts: Sequence[int], a_class: int) -> list[int]:
    """Return how many windows of each class an epoch has; counts: those that there are."""
    return [min(count, a_class) for count in counts]


def one_hot(labels: Rows) -> NDArray[np.float32]:
    """Return cells, (n, n_classes): 1 for the class of each, 0 for the others."""
    return np.eye(len(BEAT_LABELS), dtype=np.float32)[labels]
