"""What a model says of a record."""

from collections.abc import Mapping
from dataclasses import dataclass

BORDERLINE_MARGIN = 0.10


@dataclass(frozen=True, slots=True)
class Finding:
    """One class of one model over one span; start and stop are samples of the record."""

    label: str
    probability: float
    threshold: float
    start: int
    stop: int
    model: str

    @property
    def present(self) -> bool:
        """Whether the model says that the class is there."""
        return self.probability >= self.threshold

    @property
    def borderline(self) -> bool:
        """Whether the probability is too near the threshold to lean on."""
        return abs(self.probability - self.threshold) <= BORDERLINE_MARGIN


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Probabilities of one window; start and stop are samples of the record."""

    start: int
    stop: int
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A model's answer about a whole record.

    labels: in the net's order. windows: what the record's scores were combined from.
    missing_leads: leads the model wants and the record lacks; the net took them as
    absent. unfamiliar: 0..1, how unlike the training records this one is, None where
    the model cannot tell. took_s: wall time, device: "CPU" or the GPU's name. notes:
    sentences for the reader about how the answer came about.
    """

    model: str
    labels: tuple[str, ...]
    scores: Mapping[str, float]
    thresholds: Mapping[str, float]
    windows: tuple[WindowScores, ...]
    missing_leads: tuple[str, ...]
    n_samples: int
    device: str
    took_s: float
    unfamiliar: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every class: those that are present first, each group by probability."""
        found = (
            Finding(
                label, self.scores[label], self.thresholds[label], 0, self.n_samples, self.model
            )
            for label in self.labels
        )
        return tuple(sorted(found, key=lambda f: (not f.present, -f.probability)))
