"""How strongly each sample spoke for one class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Heat:
    """A saliency map on a record's own samples.

    raw: float32 (n_leads or 1, stop - start), signed logit units, negative where a
    sample spoke against the class; one row when the method cannot tell leads apart.
    heat: the same shape in [0, 1], positive evidence only, normalised over the span
    (the scope that the screen names). NaN in both where nothing was looked at
    (padding, outside the record). start, stop: samples of the record. step: samples
    between two cells of the net's own map (interpolated between). scope: "record" or
    "window". empty: no positive evidence at all; heat is then zero.
    """

    label: str
    method: str
    model: str
    start: int
    stop: int
    leads: tuple[str, ...]
    raw: NDArray[np.float32]
    heat: NDArray[np.float32]
    step: float
    scope: str = "record"
    padding_share: float = 0.0

    def __post_init__(self) -> None:
        rows, columns = self.raw.shape
        if rows not in (1, len(self.leads)) or columns != self.stop - self.start:
            raise ValueError(f"heat {self.raw.shape} does not fit its window")
        if self.heat.shape != self.raw.shape:
            raise ValueError(f"heat {self.heat.shape} and raw {self.raw.shape} differ")

    @property
    def empty(self) -> bool:
        """Whether no sample spoke for the class."""
        return not bool(np.any(np.nan_to_num(self.heat) > 0))
