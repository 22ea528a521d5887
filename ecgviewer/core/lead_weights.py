"""How much each lead spoke for each class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Sampling alone leaves out less than this share of what the weights should add up to.
MISSED_SHARE = 0.1


@dataclass(frozen=True, eq=False)
class LeadWeights:
    """What each lead of one window adds to each label's logit.

    values: float64 (n_leads, n_labels), signed logit units, negative where a lead spoke
    against the label. base: (n_labels,), the mean logit of the ordinary records that the
    window is compared with; logits: (n_labels,), the window's own. A column of values adds
    up to logits - base, exactly under the method "shap". derived: further leads that the
    model reads and that follow from I and II, so that they have no say of their own.
    absent: those of ``leads`` that the window lacks; their values are 0. start, stop: the
    window, in samples of the record. settled: 0 to 1, how much of the work stands behind
    the values. magnitudes: like values but never negative, the sum over time of what each
    sample added or took, for methods that tell; else None.
    """

    leads: tuple[str, ...]
    labels: tuple[str, ...]
    values: NDArray[np.float64]
    base: NDArray[np.float64]
    logits: NDArray[np.float64]
    method: str
    model: str
    start: int
    stop: int
    derived: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    settled: float = 1.0
    magnitudes: NDArray[np.float64] | None = None

    def __post_init__(self) -> None:
        shape = len(self.leads), len(self.labels)
        for weights in (self.values, self.magnitudes):
            if weights is not None and weights.shape != shape:
                raise ValueError(f"weights {weights.shape} do not fit {shape} leads and labels")
        if self.base.shape != shape[1:] or self.logits.shape != shape[1:]:
            raise ValueError(f"base {self.base.shape} and logits need one number a label")

    def of(self, label: str) -> NDArray[np.float64]:
        """Return one label's weights, (n_leads,), in the leads' order; ValueError if unknown."""
        column: NDArray[np.float64] = self.values[:, self.labels.index(label)]
        return column

    def added(self, label: str) -> tuple[float, float]:
        """Return what the leads add to a label's logit, and what there is to add: from base on."""
        place = self.labels.index(label)
        return float(self.of(label).sum()), float(self.logits[place] - self.base[place])

    def falls_short(self, label: str) -> bool:
        """Whether the weights miss more of a label's logit than sampling would."""
        added, wanted = self.added(label)
        return abs(added - wanted) > MISSED_SHARE * abs(wanted)
