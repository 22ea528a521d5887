"""Made records to learn from before the real ones: endless, and their truth is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.input import prepare
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.signal.synthesis_heart import check_labels
from ecgviewer.study.augment import Augmentation, augment
from ecgviewer.study.labels import LABELS

# Chance of each finding beside the others; many records carry two, some none.
FINDING_CHANCE = 0.16


@dataclass(frozen=True, eq=False)
class SyntheticWindows:
    """Windows of made records; each epoch makes them anew with the same findings."""

    n_records: int
    spec: InputSpec
    augmentation: Augmentation
    seed: int

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes).

        All are judged, because the truth is known: no PR interval in fibrillation, and the
        ST shift that belongs to a bundle branch block is no finding of its own.
        """
        drawn = [self._labels(index) for index in range(self.n_records)]
        return np.array([[label in labels for label in LABELS] for labels in drawn], np.float32)

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return a made record with the findings of ``index``, as the net takes it."""
        labels = self._labels(index)
        made = synthesize(
            labels,
            rng,
            self.spec.duration_s,
            self.spec.rate_hz,
            noise=rng.uniform(0, 2),
            rate_per_min=rng.uniform(*_rates_per_min(labels)),
        )
        changed = augment(made.signals_mv, self.spec.rate_hz, self.augmentation, rng)
        return prepare(changed, STANDARD_LEADS, self.spec.rate_hz, self.spec).array

    def _labels(self, index: int) -> frozenset[str]:
        return draw_labels(np.random.default_rng((self.seed, index)))


def _rates_per_min(labels: frozenset[str]) -> tuple[float, float]:
    """Return the range of rates; wide, lest the rate give a finding away."""
    if "AF" in labels:
        return 55.0, 150.0
    # A long PR needs room, and so does an early beat.
    if "IAVB" in labels:
        return 48.0, 84.0
    return 50.0, 100.0 if labels & {"PAC", "PVC"} else 115.0


def draw_labels(rng: np.random.Generator) -> frozenset[str]:
    """Draw findings that go together; SNR where there is none."""
    chosen: frozenset[str] = frozenset()
    for label in rng.permutation(LABELS[1:]):
        if rng.random() < FINDING_CHANCE:
            wider = chosen | {str(label)}
            chosen = wider if _possible(wider) else chosen
    return chosen or frozenset({"SNR"})


def _possible(labels: frozenset[str]) -> bool:
    try:
        check_labels(labels)
    except ValueError:
        return False
    return True
