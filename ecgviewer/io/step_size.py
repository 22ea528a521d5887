"""The step of which all of a signal's values are whole multiples."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Values are float32, and whoever computed them rounded once or twice.
ROUNDING: Final = 2.0**-22
# Levels per mV that recorders have, the coarsest first.
_USUAL: Final = (1.0, 100.0, 200.0, 204.8, 250.0, 400.0, 409.6, 500.0, 800.0, 819.2, 1000.0)
_USUAL_FINE: Final = (1024.0, 2000.0, 2048.0, 4096.0, 5000.0, 10_000.0, 100_000.0, 1_000_000.0)
_MOST_VALUES = 200_000
_FIRST_REACH, _REACH_GROWS = 16, 4
_PRIMES = (2, 3, 5)
_PARTS = (1, 2, 3, 4, 5, 6, 8, 10)

_Values = NDArray[np.float64]


def likely_levels_per_unit(values: NDArray[np.float32]) -> Iterator[float]:
    """Yield levels per unit that make whole numbers of these values, the likeliest first.

    values: (n,), NaN where there is no signal. Nothing is yielded for values without a step.
    """
    sizes = _distinct_sizes(values)
    fitting = [levels for levels in (*_USUAL, *_USUAL_FINE) if are_whole(sizes, levels)]
    if fitting and sizes.size:
        yield _coarsest(sizes, fitting[0])
    yield from fitting
    if not fitting and (found := _found_levels(sizes)) is not None:
        yield found


def are_whole(sizes: _Values, levels_per_unit: float) -> bool:
    """Whether values are whole numbers of levels, to within float32."""
    levels = sizes * levels_per_unit
    return bool(np.all(np.abs(np.rint(levels) - levels) <= ROUNDING * levels))


def _coarsest(sizes: _Values, levels_per_unit: float) -> float:
    """Return a whole part of levels per unit that serves as well, as far as that goes."""
    for part in _PRIMES:
        while are_whole(sizes, levels_per_unit / part):
            levels_per_unit /= part
    return levels_per_unit


def _distinct_sizes(values: NDArray[np.float32]) -> _Values:
    sizes = np.abs(values[np.isfinite(values)].astype(np.float64))
    return np.unique(sizes[sizes > 0])


def _found_levels(sizes: _Values) -> float | None:
    """Return levels per unit by the smallest distance between two values."""
    if not 2 <= sizes.size <= _MOST_VALUES:
        return None
    gaps = np.diff(sizes, prepend=0.0)
    smallest = gaps.min()
    # Of the gaps of one step, the one between small values is known best.
    step = gaps[gaps < 1.5 * smallest][0]
    for parts in _PARTS:
        refined = _refined(sizes, step / parts)
        if refined is not None:
            return _short(sizes, 1 / refined)
    return None


def _refined(sizes: _Values, step: float) -> float | None:
    """Return the step that fits best, None where values do not keep to any near this one."""
    reach, largest = _FIRST_REACH * step, sizes[-1]
    while True:
        near = sizes[sizes <= reach]
        if near.size:
            levels = np.rint(near / step)
            if np.any(np.abs(near / step - levels) > 0.1) or not levels.any():
                return None
            step = float(levels @ near / (levels @ levels))
        if reach >= largest:
            return step if are_whole(sizes, 1 / step) else None
        reach *= _REACH_GROWS


def _short(sizes: _Values, levels: float) -> float:
    """Return the number with the fewest digits that serves as well."""
    rounded = (float(f"{levels:.{digits}g}") for digits in range(1, 16))
    return next((x for x in rounded if are_whole(sizes, x)), levels)
