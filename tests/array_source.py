"""A signal that lies in memory, for tests."""

from dataclasses import dataclass

from ecgviewer.core.record import Samples


@dataclass(frozen=True, eq=False)
class ArraySource:
    """Samples of a record, float32 (n_leads, n_samples)."""

    samples: Samples

    def read(self, start: int, stop: int) -> Samples:
        return self.samples[:, start:stop]
