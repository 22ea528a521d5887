"""What a model says of a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

BORDERLINE_MARGIN = 0.10


@dataclass(frozen=True, slots=True)
class Finding:
    """One class of one model over one span; start and stop are samples of the record.

    excluded_by: the present class beside which nobody can judge this one (there is no PR
    interval in fibrillation), "" where there is none.
    """

    label: str
    probability: float
    threshold: float
    start: int
    stop: int
    model: str
    excluded_by: str = ""

    @property
    def present(self) -> bool:
        """Whether the model says that the class is there."""
        return self.probability >= self.threshold and not self.excluded_by

    @property
    def borderline(self) -> bool:
        """Whether the probability is too near the threshold to lean on."""
        near = abs(self.probability - self.threshold) <= BORDERLINE_MARGIN
        return near and not self.excluded_by


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
    the model cannot tell; from unfamiliar_limit on, the scores are not to be trusted.
    unfamiliar_reason: what is strangest about it, "only one lead"; "" below the limit.
    took_s: wall time, device: "CPU" or the GPU's name. notes: sentences for the reader
    about how the answer came about. excluded_by: as on the card.
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
    excluded_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unfamiliar_limit: float | None = None
    unfamiliar_reason: str = ""

    @property
    def is_unfamiliar(self) -> bool:
        """Whether the record is too unlike the training records to trust the scores."""
        if self.unfamiliar is None or self.unfamiliar_limit is None:
            return False
        return self.unfamiliar >= self.unfamiliar_limit

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every class: those that are present first, each group by probability."""
        found = (
            Finding(
                label=label,
                probability=self.scores[label],
                threshold=self.thresholds[label],
                start=0,
                stop=self.n_samples,
                model=self.model,
                excluded_by=self._excluding(label),
            )
            for label in self.labels
        )
        return tuple(sorted(found, key=lambda f: (not f.present, -f.probability)))

    def _excluding(self, label: str) -> str:
        """Return the present class that keeps a label over its threshold from being judged."""
        if self.scores[label] < self.thresholds[label]:
            return ""
        others = (other for other in self.excluded_by.get(label, ()) if other in self.scores)
        return next((o for o in others if self.scores[o] >= self.thresholds[o]), "")
