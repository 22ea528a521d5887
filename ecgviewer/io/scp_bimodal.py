"""Bimodal compression of SCP-ECG: QRS complexes at the full rate, the rest at a lower one.

Source: EN 1064:2005+A1:2007, annex C: outside the protected spans one sample stands for the
mean of several; between such means it is interpolated, then smoothed with a mean of three.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
# Of protected spans: int64 (n, 2), first sample and the one behind the last, in order.
Zones = NDArray[np.int64]


def stored_length(length: int, zones: Zones, factor: int) -> int:
    """Return how many samples stand for ``length`` samples of the record."""
    gaps = [stop - start for start, stop in _gaps(length, zones)]
    kept = length - sum(gaps)
    return kept + sum(gap // factor + gap % factor for gap in gaps)


def expanded(stored: Integers, length: int, zones: Zones, factor: int) -> Integers:
    """Return a lead at its full rate, int64; it is shorter where stored samples lack.

    stored: int64 (stored_length(...),).
    """
    pieces: list[Integers] = []
    place = 0
    for start, stop, is_protected in _runs(length, zones):
        groups, rest = (0, stop - start) if is_protected else divmod(stop - start, factor)
        pieces.append(_interpolated(stored[place : place + groups], factor))
        place += groups
        # What does not fill a group is stored as it is.
        pieces.append(stored[place : place + rest])
        place += rest
        if place >= stored.size:
            break
    return np.concatenate(pieces) if pieces else stored[:0]


def smoothed(values: Integers, zones: Zones, cuts: Sequence[int]) -> Integers:
    """Return a lead with a mean of three outside the protected spans.

    cuts: samples, in order, at which a span begins that must not be mixed with what is
    before. The first and the last sample of each stretch stay as they are; the sample
    of a protected span that a stretch borders on counts as its last.
    """
    smooth = values.copy()
    for start, stop in _gaps(values.size, zones):
        first, last = max(start - 1, 0), min(stop + 1, values.size)
        inner = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        for begin, end in pairwise([first, *inner, last]):
            if end - begin > 2:
                three = values[begin : end - 2] + values[begin + 1 : end - 1]
                smooth[begin + 1 : end - 1] = _third(three + values[begin + 2 : end])
    return smooth


def _third(sums: Integers) -> Integers:
    """Return a third of each, rounded to the nearest integer."""
    thirds: Integers = np.sign(sums) * ((np.abs(sums) + 1) // 3)
    return thirds


def _interpolated(means: Integers, factor: int) -> Integers:
    """Return (len(means) * factor,): straight lines between the middles of the groups."""
    if not means.size:
        return means
    middles = np.arange(means.size) * factor + factor // 2
    values = np.interp(np.arange(means.size * factor), middles, means)
    rounded: Integers = (np.sign(values) * np.floor(np.abs(values) + 0.5)).astype(np.int64)
    return rounded


def _gaps(length: int, zones: Zones) -> Iterator[tuple[int, int]]:
    """Yield the spans between protected ones."""
    for start, stop, is_protected in _runs(length, zones):
        if not is_protected:
            yield start, stop


def _runs(length: int, zones: Zones) -> Iterator[tuple[int, int, bool]]:
    """Yield all spans of a lead in order, and whether each is protected."""
    place = 0
    for start, stop in zones.tolist():
        if place < min(start, length):
            yield place, min(start, length), False
        if start < min(stop, length):
            yield start, min(stop, length), True
        place = stop
    if place < length:
        yield place, length, False
