"""A signal that is held in memory, for files that are decoded as a whole."""

from dataclasses import dataclass

from ecgviewer.core.record import Samples


@dataclass(frozen=True, eq=False)
class HeldSignal:
    """Samples that were decoded when their file was opened.

    values: float32 (n_leads, n_samples), NaN where there is no signal.
    """

    values: Samples

    def read(self, start: int, stop: int) -> Samples:
        """Return a copy of a span."""
        return self.values[:, start:stop].copy()
