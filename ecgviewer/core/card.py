"""What a model is: its input, its labels, what it was trained on and how good it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ecgviewer.core.errors import EcgError

# Where a net's windows lie in a record: one after the other, or around each beat; or it
# reads beats one after the other.
IN_TURN, AROUND_BEATS, BEATS_IN_TURN = "in turn", "around beats", "beats in turn"
# Models of these judge single beats.
OF_BEATS = (AROUND_BEATS, BEATS_IN_TURN)


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What a net is fed: mV by leads and samples.

    n_samples: the window at rate_hz. pad: side on which a shorter window gets zeros.
    filters: what is done to the signal before ("median" removes each lead's median).
    scale: factor from mV to the net's unit. windows: IN_TURN, or for nets that read one lead
    within the band of signal.strip: AROUND_BEATS, every window of one size, or
    BEATS_IN_TURN, rows of signal.beat_context; n_samples is then what of a beat is shown.
    """

    leads: tuple[str, ...]
    rate_hz: float
    n_samples: int
    pad: str = "left"
    filters: tuple[str, ...] = ()
    scale: float = 1.0
    windows: str = IN_TURN

    @property
    def duration_s(self) -> float:
        """Length of the window in seconds."""
        return self.n_samples / self.rate_hz


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns a net's logits into probabilities that mean what they say.

    A class's probability is sigmoid(scale * logit + offset), scale > 0; one of each a
    label, in the card's order. Source: Platt, Advances in Large Margin Classifiers, 1999.
    """

    scale: tuple[float, ...]
    offset: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Irregularity:
    """How a scan tells fibrillation by the net's answers and by the intervals' entropy.

    Its probability is sigmoid(net * logit + entropy * entropy + offset) of the mean
    probability and the entropy around a beat; both factors are above 0.
    """

    net: float
    entropy: float
    offset: float


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model's card (models/<name>/card.json).

    labels: in the logits' order; thresholds in the same order. methods: the
    explanations that fit the net. combine: how window scores make the record's score.
    excluded_by: labels that nobody can judge beside others, such as {"IAVB": ("AF",)}.
    calibration: None where logits give the probabilities as they are; thresholds are of
    calibrated probabilities. exclusive: whether a window has exactly one of the labels, so
    that probabilities add up to 1. explained_by: for methods that explain another net
    instead of this one, that model's name, such as {"mask": "mask_lstm"}. blocks_by: the
    name of the model that tells bundle branch blocks in a scan, "" for itself. irregularity:
    None where a scan asks the net alone whether a rhythm is fibrillation. unfamiliar_limit:
    from which on a record counts as unlike the training records; None where the model
    cannot tell. unlearnt: labels of which training had no positive or no negative example;
    the net's answer to them means nothing and is never told.
    """

    name: str
    title: str
    net: str
    net_options: Mapping[str, Any]
    labels: tuple[str, ...]
    thresholds: tuple[float, ...]
    input: InputSpec
    methods: tuple[str, ...]
    combine: str
    training: Mapping[str, Any]
    metrics: Mapping[str, Any]
    license: str
    limits: tuple[str, ...]
    weights_sha256: str
    probe: Mapping[str, Any] = field(default_factory=dict)
    excluded_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    calibration: Calibration | None = None
    unfamiliar_limit: float | None = None
    exclusive: bool = False
    explained_by: Mapping[str, str] = field(default_factory=dict)
    blocks_by: str = ""
    irregularity: Irregularity | None = None
    unlearnt: tuple[str, ...] = ()
    format_version: int = 1

    @property
    def judged(self) -> tuple[str, ...]:
        """The labels that the model has learnt, in the logits' order."""
        return tuple(label for label in self.labels if label not in self.unlearnt)

    def place_of(self, label: str) -> int:
        """Return where a label stands among the logits; raises EcgError for one not judged."""
        if label in self.unlearnt:
            raise EcgError(f"The model {self.name} has never learnt {label}.")
        if label not in self.labels:
            raise EcgError(
                f'The model {self.name} has no label "{label}"; it has {", ".join(self.judged)}.'
            )
        return self.labels.index(label)
