"""What a reader took away from a record to ask what the model says without it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erased:
    """A span of a record, stop > start in samples; lead: its name, None for all leads."""

    start: int
    stop: int
    lead: str | None = None

    def __post_init__(self) -> None:
        if self.stop <= self.start:
            raise ValueError(f"nothing lies between {self.start} and {self.stop}")


def spans_in(erased: Iterable[Erased], lead: str) -> tuple[tuple[int, int], ...]:
    """Return what is erased of one lead: (start, stop) in order, those that touch joined."""
    mine = sorted((span.start, span.stop) for span in erased if span.lead in (None, lead))
    joined: list[tuple[int, int]] = []
    for start, stop in mine:
        if joined and start <= joined[-1][1]:
            start, last = joined.pop()
            stop = max(stop, last)
        joined.append((start, stop))
    return tuple(joined)


def line_ends(before_mv: float, after_mv: float) -> tuple[float, float]:
    """Return where the line over an erased span begins and ends, NaN for no signal there.

    An end that is missing is as high as the other one.
    """
    if math.isnan(before_mv):
        return after_mv, after_mv
    return before_mv, before_mv if math.isnan(after_mv) else after_mv
