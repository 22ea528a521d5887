"""Training windows: which part of which record, changed how."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.input import prepare, spans
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import Augmentation, augment
from ecgviewer.study.cache import Cache


class WindowSet(Protocol):
    """Windows to learn from, one per record and epoch."""

    @property
    def n_records(self) -> int:
        """How many records there are."""
        ...

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes), NaN where not judged."""
        ...

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return the net's input for one record, (n_leads, n_samples)."""
        ...


@dataclass(frozen=True, eq=False)
class CachedWindows:
    """Windows of recorded ECGs.

    crop: which one of a record that is longer than the spec's, "random" or the "last".
    """

    cache: Cache
    indices: Sequence[int]
    spec: InputSpec
    augmentation: Augmentation
    crop: str = "random"

    @property
    def n_records(self) -> int:
        """How many records there are."""
        return len(self.indices)

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes), NaN where not judged."""
        return self.cache.cells[list(self.indices)]

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return a window of one record, augmented, as the net takes it."""
        values = self.cache.read_mv(self.indices[index])
        spare = values.shape[1] - self.spec.n_samples
        if spare > 0:
            start = int(rng.integers(0, spare + 1)) if self.crop == "random" else spare
            values = values[:, start : start + self.spec.n_samples]
        changed = augment(values, self.cache.rate_hz, self.augmentation, rng)
        return prepare(changed, STANDARD_LEADS, self.cache.rate_hz, self.spec).array


@dataclass(frozen=True, eq=False)
class JoinedWindows:
    """Several sets as one, their records in a row."""

    parts: tuple[WindowSet, ...]

    @property
    def n_records(self) -> int:
        """How many records all parts hold."""
        return sum(part.n_records for part in self.parts)

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels of all parts, (n_records, n_classes)."""
        return np.concatenate([part.cells for part in self.parts])

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return a window of the part in which the record lies."""
        for part in self.parts:
            if index < part.n_records:
                return part.window(index, rng)
            index -= part.n_records
        raise IndexError("no such record")


def cut(values_mv: Samples, rate_hz: float, spec: InputSpec) -> Samples:
    """Return all windows of a whole record of twelve leads, (n_windows, n_leads, n_samples)."""
    windows = [
        prepare(values_mv[:, start:stop], STANDARD_LEADS, rate_hz, spec).array
        for start, stop in spans(values_mv.shape[1], rate_hz, spec)
    ]
    return np.stack(windows)


def batch_order(
    n_records: int, batch_size: int, rng: np.random.Generator
) -> list[NDArray[np.intp]]:
    """Return the records of each batch of one epoch; a short last batch is left out."""
    order = rng.permutation(n_records)
    starts = range(0, n_batches(n_records, batch_size) * batch_size, batch_size)
    return [order[start : start + batch_size] for start in starts]


def n_batches(n_records: int, batch_size: int) -> int:
    """Return how many batches an epoch has; fewer records than a batch are one."""
    return max(1, n_records // batch_size)
