"""The whole numbers that a record's samples are written as, and what is lost by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Lead, Record, Resolution, Samples
from ecgviewer.io.blocks import blocks
from ecgviewer.io.step_size import ROUNDING, likely_levels_per_unit

_PEEK_SAMPLES: Final = 1 << 18
_DIGITS: Final = 3
_LARGEST_BASELINE: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Fit:
    """How one lead is written.

    resolution: value = (level - baseline) / levels_per_unit. lowest, highest: levels of its
    samples, 0 where it has none. largest_error: in its unit, 0.0 where every sample comes
    back as it is, to within float32. has_gaps: whether samples are missing.
    """

    resolution: Resolution
    lowest: int
    highest: int
    largest_error: float
    has_gaps: bool

    def levels(self, values: Samples) -> NDArray[np.int64]:
        """Return the levels of samples of this lead; of missing ones, 0."""
        scale, baseline = self.resolution.levels_per_unit, self.resolution.baseline
        exact = np.nan_to_num(values.astype(np.float64), nan=0.0) * scale + baseline
        levels: NDArray[np.int64] = np.rint(exact).astype(np.int64)
        return levels

    def fits(self, bits: int) -> bool:
        """Whether the levels fit so many bits, their lowest number left free."""
        limit = 2 ** (bits - 1) - 1
        return bool(-limit <= self.lowest and self.highest <= limit)


def fitted(record: Record, widths: Sequence[int]) -> tuple[Fit, ...]:
    """Return how each lead is written in samples of at most ``widths[-1]`` bits.

    widths: that the target offers, in rising order. A lead's own resolution is taken where
    it gives its samples back; else a step that does so is looked for; else samples are
    rounded as finely as the bits allow. Raises EcgError if a signal file cannot be read.
    """
    bits = widths[-1]
    searches = [
        _Search(lead, row, bits)
        for lead, row in zip(record.leads, record.read(0, min(record.n_samples, _PEEK_SAMPLES)),
                             strict=True)
    ]  # fmt: skip
    while any(search.is_open for search in searches):
        looked_at = [search for search in searches if search.is_open]
        for search in looked_at:
            search.begin()
        for block in blocks(record):
            for search, row in zip(searches, block, strict=True):
                if search.is_open:
                    search.take(row)
        for search in looked_at:
            search.end()
    return tuple(search.fit for search in searches if search.fit is not None)


class _Search:
    """Tries one candidate after the other on all samples of a lead."""

    def __init__(self, lead: Lead, beginning: NDArray[np.float32], bits: int) -> None:
        self.fit: Fit | None = None
        self._bits = bits
        self._candidates = _candidates(lead, beginning)
        self._tried: Resolution | None = None
        self._known_range = False
        self._low, self._high, self._has_gaps = np.inf, -np.inf, False

    @property
    def is_open(self) -> bool:
        """Whether no way to write the lead has been found yet."""
        return self.fit is None

    def begin(self) -> None:
        """Go on to the next candidate."""
        self._tried = next(self._candidates, None)
        self._fails = self._tried is None

    def take(self, values: NDArray[np.float32]) -> None:
        """Look at some samples."""
        present = values[~np.isnan(values)].astype(np.float64)
        self._has_gaps |= present.size < values.size
        if present.size and not self._known_range:
            self._low = min(self._low, float(present.min()))
            self._high = max(self._high, float(present.max()))
        if self._tried is not None and not self._fails:
            self._fails = not _gives_back(present, self._tried)

    def end(self) -> None:
        """Settle, where all samples were given back or nothing is left to be tried."""
        self._known_range = True
        if self._tried is None:
            self.fit = self._rounded()
        elif not self._fails:
            shifted = self._shifted(self._tried)
            # Levels that need more bits than there are make other candidates fail as well.
            self.fit = shifted if shifted.fits(self._bits) else self._rounded()

    def _of(self, resolution: Resolution, largest_error: float = 0.0) -> Fit:
        scale, baseline = resolution.levels_per_unit, resolution.baseline
        ends = [0, 0]
        if self._high >= self._low:
            ends = sorted(round(end * scale + baseline) for end in (self._low, self._high))
        return Fit(resolution, ends[0], ends[1], largest_error, self._has_gaps)

    def _shifted(self, resolution: Resolution) -> Fit:
        """Return the fit, around another level where it would not fit otherwise."""
        own = self._of(resolution)
        if own.fits(self._bits):
            return own
        middle = (own.lowest + own.highest) // 2
        baseline = resolution.baseline - middle
        if abs(baseline) > _LARGEST_BASELINE:
            return own
        return self._of(Resolution(resolution.levels_per_unit, baseline))

    def _rounded(self) -> Fit:
        """Return the finest fit that the bits allow."""
        room = 2 ** (self._bits - 1) - 2
        largest = max(abs(self._low), abs(self._high)) if self._high >= self._low else 0.0
        levels = room / largest if largest > 0 else 1.0
        rounded = _rounded_down(levels)
        return self._of(Resolution(rounded), 0.5 / rounded if largest > 0 else 0.0)


def _candidates(lead: Lead, beginning: NDArray[np.float32]) -> Iterator[Resolution]:
    own = (lead.resolution,) if lead.resolution is not None else ()
    present = beginning[~np.isnan(beginning)].astype(np.float64)
    return chain(
        (x for x in own if _gives_back(present, x)),
        map(Resolution, likely_levels_per_unit(beginning)),
    )


def _gives_back(values: NDArray[np.float64], resolution: Resolution) -> bool:
    """Whether rounding to levels loses no more than float32 does."""
    levels = np.rint(values * resolution.levels_per_unit + resolution.baseline)
    again = (levels - resolution.baseline) / resolution.levels_per_unit
    return bool(np.all(np.abs(again - values) <= ROUNDING * np.abs(values)))


def _rounded_down(levels: float) -> float:
    """Return the number cut to a few digits, so that a header can hold it."""
    exponent = int(np.floor(np.log10(levels))) - _DIGITS + 1
    if exponent >= 0:
        return float(int(levels / 10**exponent) * 10**exponent)
    return float(f"{np.floor(levels * 10**-exponent) / 10**-exponent:.{_DIGITS}g}")


def what_is_lost(leads: Sequence[Lead], fits: Sequence[Fit]) -> tuple[str, ...]:
    """Return a clause for each unit of which leads do not come back as they are."""
    worst: dict[str, tuple[list[str], float]] = {}
    for lead, fit in zip(leads, fits, strict=True):
        if fit.largest_error > 0:
            names, error = worst.get(lead.unit, ([], 0.0))
            worst[lead.unit] = [*names, lead.name], max(error, fit.largest_error)
    return tuple(
        f"{', '.join(names)}: rounded by at most {_amount(error, unit)}"
        for unit, (names, error) in worst.items()
    )


def _amount(error: float, unit: str) -> str:
    return f"{error * 1000:.2g} µV" if unit == "mV" else f"{error:.2g} {unit}"
