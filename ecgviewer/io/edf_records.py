"""How a record's samples fill the data records of EDF, and its levels the header's fields.

Source: Kemp et al., "A simple format for exchange of digitized polygraphic recordings",
Electroencephalography and Clinical Neurophysiology 82 (1992).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.resolution import Fit

# The format advises against longer data records; annotations take a part of it.
_MAX_RECORD_BYTES: Final = 61_440
_FIELD: Final = 8
_LONGEST_S, _SHORTEST_S = Fraction(60), Fraction(1, 10)
_LOWEST_LEVEL, _HIGHEST_LEVEL = -(2**15), 2**15 - 1
_MOST_TRIED: Final = 20_000
_MOST_NEAR: Final = 1_000
_TRIED_AT_ONCE: Final = 512
# µV a mV: EDF+ asks for the former.
_MICRO: Final = 1000
_SMALLEST_REST: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Division:
    """Data records of n_samples of each signal and duration_s each.

    duration_text: as the header has it. rate_hz: exact, as it follows from the header.
    n_filled: samples behind the recording's end that fill up the last one.
    """

    n_samples: int
    n_records: int
    duration_text: str
    n_filled: int

    @property
    def duration_s(self) -> Fraction:
        """Length of one data record, as the header has it."""
        return Fraction(self.duration_text)

    @property
    def rate_hz(self) -> Fraction:
        """Samples a second that a reader computes."""
        return self.n_samples / self.duration_s


def divided(rate_hz: float, n_samples: int, n_leads: int, name: str) -> Division:
    """Return the data records that hold a recording best.

    Those come first whose duration eight letters give exactly; of these, those without a
    rest, and of these, those nearest to a second. Raises EcgError for a rate that no data
    record can have.
    """
    # A rate is what its decimals say: 128.1 is 1281/10.
    rate = Fraction(repr(rate_hz))
    most = _MAX_RECORD_BYTES // (2 * n_leads)
    exact = [
        Division(n, -(-n_samples // n), text, -n_samples % n)
        for n in _possible(rate, n_samples, most)
        if (text := eight_letters(Fraction(n) / rate)) and Fraction(text) == n / rate
    ]
    if exact:
        return min(exact, key=lambda division: _rank(division, rate_hz))
    return _nearest(rate, n_samples, most, name)


def _nearest(rate: Fraction, n_samples: int, most: int, name: str) -> Division:
    """Return data records of about a second whose duration comes nearest to what it should be."""
    lowest, highest = min(max(int(rate / 2), 1), most), min(int(rate * 2) + 1, most)
    near = range(lowest, highest + 1, max((highest - lowest) // _MOST_NEAR, 1))
    texts = ((n, eight_letters(n / rate)) for n in near)
    possible = [(n, text) for n, text in texts if text and Fraction(text) > 0]
    if not possible:
        raise EcgError(f"{name} has {float(rate):g} samples a second, which EDF cannot say.")
    n, text = min(possible, key=lambda x: abs(x[0] / Fraction(x[1]) - rate))
    return Division(n, -(-n_samples // n), text, -n_samples % n)


def _rank(division: Division, rate_hz: float) -> tuple[bool, bool, Fraction]:
    # Readers divide in floating point, where some quotients are off by a last digit.
    is_off = division.n_samples / float(division.duration_text) != rate_hz
    return division.n_filled > 0, is_off, abs(division.duration_s - 1)


def _possible(rate: Fraction, n_samples: int, most: int) -> Iterator[int]:
    """Yield lengths of data records in samples: divisors of the whole, and round durations."""
    shortest = min(max(int(rate * _SHORTEST_S), 1), n_samples)
    longest = min(max(int(rate * _LONGEST_S), 1), most)
    divisors = (n for n in _divisors(n_samples) if shortest <= n <= longest)
    # So many samples take a whole number of seconds.
    whole = rate.numerator
    round_ones = range(whole, min(longest, whole * 60) + 1, whole)
    parts = (whole // d for d in (2, 4, 5, 8, 10) if whole % d == 0)
    yield from dict.fromkeys([*divisors, *round_ones, *(n for n in parts if shortest <= n <= most)])


def _divisors(number: int) -> Iterable[int]:
    for small in range(1, min(isqrt(number), _MOST_TRIED) + 1):
        if number % small == 0:
            yield small
            yield number // small


def eight_letters(value: Fraction) -> str:
    """Return a number in at most eight letters, "" where it needs more."""
    negative = value < 0
    for decimals in range(_FIELD, -1, -1):
        scaled = round(abs(value) * 10**decimals)
        whole, rest = divmod(scaled, 10**decimals)
        digits = f"{whole}.{rest:0{decimals}}".rstrip("0").rstrip(".") if decimals else str(whole)
        text = f"-{digits}" if negative and scaled else digits
        if len(text) <= _FIELD:
            return text
    return ""


@dataclass(frozen=True, slots=True)
class Range:
    """The header's two pairs of numbers of one signal.

    low, high: levels; low_text, high_text: the same in ``unit``, of which ``factor`` are one of
    the lead's own. low stands where samples are missing. error: by how much, in part, values
    depart from the lead's, as eight letters cannot hold every number.
    """

    low: int
    high: int
    low_text: str
    high_text: str
    unit: str
    factor: int
    error: float


def range_of(fit: Fit, unit: str, *, needs_gap: bool) -> Range:
    """Return the range that contains a lead's levels and that eight letters hold exactly.

    It is the widest one; where samples are missing, it begins right below the lowest, so that
    a gap looks like no spike. Without an exact end, the nearest eight letters stand. Raises
    ValueError for values that no header of the format can say.
    """
    units = (("uV", _MICRO), ("mV", 1)) if unit == "mV" else ((unit, 1),)
    for spelled, factor in units:
        step = factor / Fraction(repr(fit.resolution.levels_per_unit))
        lowest = fit.lowest - 1 if needs_gap else fit.lowest
        below = range(lowest, _LOWEST_LEVEL - 1, -1)
        low, low_text = _end(below if needs_gap else below[::-1], step, fit.resolution.baseline)
        above = range(max(fit.highest, low + 1), _HIGHEST_LEVEL + 1)
        high, high_text = _end(above[::-1], step, fit.resolution.baseline)
        if low_text and high_text and low_text != high_text:
            given = (Fraction(high_text) - Fraction(low_text)) / (high - low)
            error = abs(float(given / step - 1))
            return Range(low, high, low_text, high_text, spelled, factor, error)
    raise ValueError("values are too large or too small for eight letters")


def _end(levels: range, step: Fraction, baseline: int) -> tuple[int, str]:
    """Return the first level that eight letters hold exactly in its unit, else the first."""
    found = levels[0]
    for first in range(0, len(levels), _TRIED_AT_ONCE):
        some = np.array(levels[first : first + _TRIED_AT_ONCE], dtype=np.int64)
        short = _are_short((some - baseline).astype(np.float64) * float(step))
        if short.any():
            found = int(some[short.argmax()])
            break
    return found, eight_letters((found - baseline) * step)


def _are_short(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether eight letters hold numbers with all their digits."""
    whole_digits = np.floor(np.log10(np.maximum(np.abs(values), 1.0))).astype(int) + 1
    decimals = np.clip(_FIELD - 1 - whole_digits - (values < 0), 0, None)
    scaled = values * 10.0**decimals
    whole = np.rint(scaled)
    short: NDArray[np.bool_] = np.abs(scaled - whole) < _SMALLEST_REST
    short &= (whole != 0) | (values == 0)
    return short & (whole_digits + (values < 0) <= _FIELD)
