"""How strongly each sample spoke for one class."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.text import later, tr

# A mask that varies less than this is level but for the noise of its search.
LEAST_SPREAD = 1e-3

_NOT_THE_ANSWER = later(
    "{label} {score} → {rest} with {share} % deleted; "
    "it was not the net's answer, which is {answer}."
)
_LEVEL_MASK = later(
    "{label} {score} → {rest} with {share} % deleted; "
    "the mask is level (spread {spread}), so its colours are noise."
)
_FLIPPED = later("{label} {score} → {rest} with {share} % deleted; flipped.")
_DID_NOT_FLIP = later("{label} {score} → {rest} with {share} % deleted; did not flip.")


@dataclass(frozen=True, slots=True)
class Deleted:
    """What became of a window's answer once a mask deleted a part of it.

    share: of the window that is deleted, the mask's mean. score: what the label's
    probability is then. level: the same of a level line, which no net was trained on.
    flipped: the label was the net's answer and is it no more. spread: between the mask's
    lowest and highest place.
    """

    share: float
    score: float
    level: float
    flipped: bool
    spread: float


@dataclass(frozen=True, eq=False)
class WindowMap:
    """The map of one window around a beat.

    start, stop: samples of the record; the window may reach beyond its ends. label: that
    the map is of; score: its probability. answer: the net's own label. raw, heat: float32
    (stop - start,), as a heat's but normalised over this window. deleted: what a mask's
    deletion does, None for methods that delete nothing.
    """

    start: int
    stop: int
    label: str
    score: float
    answer: str
    raw: NDArray[np.float32]
    heat: NDArray[np.float32]
    deleted: Deleted | None = None

    @property
    def centre(self) -> int:
        """The beat's sample."""
        return (self.start + self.stop) // 2

    @property
    def sentence(self) -> str:
        """What the mask's deletion does to the score, "" where there is none."""
        if self.deleted is None:
            return ""
        if self.answer != self.label:
            template = _NOT_THE_ANSWER
        elif self.deleted.spread < LEAST_SPREAD:
            template = _LEVEL_MASK
        else:
            template = _FLIPPED if self.deleted.flipped else _DID_NOT_FLIP
        return tr(
            template,
            label=self.label,
            score=f"{self.score:.2f}",
            rest=f"{self.deleted.score:.2f}",
            share=f"{100 * self.deleted.share:.2g}",
            answer=self.answer,
            spread=f"{self.deleted.spread:.1g}",
        )


@dataclass(frozen=True, eq=False)
class Heat:
    """A saliency map on a record's own samples.

    label: "" where each window's map is of its own label. raw: float32 (n_leads or 1,
    stop - start), signed logit units, negative where a sample spoke against the class (of
    a mask the share that it deletes); one row when the method cannot tell leads apart.
    heat: the same shape in [0, 1], positive evidence only, normalised over the span
    (the scope that the screen names). NaN in both where nothing was looked at
    (padding, outside the record). start, stop: samples of the record. step: samples
    between two cells of the net's own map (interpolated between). scope: "record" or
    "window". windows: of scope "window" the single maps; where they meet, a sample shows
    that of the nearest beat. reference: the same map over the record's strongest window,
    by which colours are scaled wherever one looks; None where this is all of the record.
    empty: no positive evidence at all; heat is then zero.
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
    windows: tuple[WindowMap, ...] = ()
    reference: "Heat | None" = None

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

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The smallest and the largest known raw value, 0 where none is known."""
        known = self.raw[np.isfinite(self.raw)]
        return (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)

    def alone(self, window: WindowMap) -> "Heat":
        """Return the heat of one of its windows."""
        return replace(
            self,
            label=window.label,
            start=window.start,
            stop=window.stop,
            raw=window.raw[np.newaxis],
            heat=window.heat[np.newaxis],
            windows=(window,),
        )
