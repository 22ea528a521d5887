"""What swapped cables do to the leads, as matrices on I, II, V1-V6.

The limb leads are differences of the arms' and the leg's potentials (Einthoven), so a
swap of two of those cables is exact algebra, and Wilson's terminal, their mean, stays.
With the right leg's cable on the right arm the legs are taken to be at one potential.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.leads import CHEST_LEADS, INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads

Matrix = NDArray[np.float32]

_N: Final = len(INDEPENDENT_LEADS)
_INDEPENDENT_ROWS: Final = [STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]
_CHEST: Final = slice(INDEPENDENT_LEADS.index("V1"), _N)


def swapped(values_mv: Samples, swap: Matrix) -> Samples:
    """Return the twelve leads (12, n) that swapped cables would have recorded."""
    independent = swap @ values_mv[_INDEPENDENT_ROWS]
    leads = dict(zip(INDEPENDENT_LEADS, independent, strict=True))
    leads |= derive_limb_leads(leads["I"], leads["II"])
    return np.stack([leads[name] for name in STANDARD_LEADS])


def _limbs(lead_i: tuple[float, float], lead_ii: tuple[float, float]) -> Matrix:
    matrix = np.eye(_N, dtype=np.float32)
    matrix[:2, :2] = lead_i, lead_ii
    return matrix


def _right_leg_on_right_arm() -> Matrix:
    matrix = _limbs((1, -1), (0, 0))
    # Wilson's terminal rises by a third of what separates the right arm from the leg.
    matrix[_CHEST, INDEPENDENT_LEADS.index("II")] = -1 / 3
    return matrix


def chest_order(order: Sequence[str]) -> Matrix:
    """Return the matrix that shows the chest leads in another order, such as V6 to V1."""
    matrix = np.eye(_N, dtype=np.float32)
    rows = [INDEPENDENT_LEADS.index(lead) for lead in order]
    matrix[_CHEST] = np.eye(_N, dtype=np.float32)[rows]
    return matrix


def exchange(one: str, other: str) -> Matrix:
    """Return the matrix that shows two chest leads in each other's place."""
    swap = {one: other, other: one}
    return chest_order([swap.get(lead, lead) for lead in CHEST_LEADS])


LIMB_SWAPS: Final[dict[str, Matrix]] = {
    "RA/LA": _limbs((-1, 0), (-1, 1)),
    "RA/LL": _limbs((1, -1), (0, -1)),
    "LA/LL": _limbs((0, 1), (1, 0)),
    "RA/RL": _right_leg_on_right_arm(),
}
CHEST_SWAPS: Final[dict[str, Matrix]] = {
    **{f"{one}/{other}": exchange(one, other) for one, other in combinations(CHEST_LEADS, 2)},
    "V6-V1": chest_order(CHEST_LEADS[::-1]),
}
# What undoes a swap, by group; with the right leg's cable on an arm a lead is lost. Each of
# these is its own inverse.
UNDOING: Final[dict[str, dict[str, Matrix]]] = {
    "limb": {
        **{name: LIMB_SWAPS[name] for name in ("RA/LA", "RA/LL", "LA/LL")},
        "inverted": -np.eye(_N, dtype=np.float32),
    },
    "chest": CHEST_SWAPS,
}
