"""Training windows from strips: one lead stands for twelve, or alone among absent ones."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.input import prepare
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import Augmentation, augment
from ecgviewer.study.strips import Strip

Cells = tuple[float, ...]
# Findings are rarer than their absence in most records.
POSITIVE_WEIGHT = 3.0
# Seen by all leads at once, a rhythm alone: sizes and signs of twelve leads beside II.
SPREAD_CHANCE = 0.5
LEAD_SIZES = np.array([0.6, 1, 0.45, -0.8, 0.2, 0.7, -0.5, 0.3, 0.6, 1, 1, 0.8])
SIZE_SD = 0.3
TURNED_CHANCE = 0.08
# Of the strips that stand alone: in their own lead, else in any.
OWN_LEAD_CHANCE = 0.7


@dataclass(frozen=True, eq=False)
class StripWindows:
    """Windows of strips, each with the same findings every epoch but another strip.

    Every set counts alike, in it every record however long it is; windows with a finding
    count thrice.
    """

    n_records: int
    strips: Sequence[Strip]
    spec: InputSpec
    augmentation: Augmentation
    seed: int

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes), NaN where not judged."""
        return np.array(self._drawn, dtype=np.float32)

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return a strip with the findings of ``index``, as the net takes it."""
        records = self._kinds[_key(self._drawn[index])]
        places = records.places[int(rng.choice(len(records.places), p=records.shares))]
        strip = self.strips[places[int(rng.integers(len(places)))]]
        values = _spread(strip, rng) if rng.random() < SPREAD_CHANCE else _alone(strip, rng)
        changed = augment(values, self.spec.rate_hz, self.augmentation, rng)
        return prepare(changed, STANDARD_LEADS, self.spec.rate_hz, self.spec).array

    @cached_property
    def _kinds(self) -> dict[Cells, "_Records"]:
        """The records that have windows of each kind of findings."""
        found: dict[Cells, dict[tuple[str, str], list[int]]] = {}
        for place, strip in enumerate(self.strips):
            records = found.setdefault(_key(strip.cells), {})
            records.setdefault((strip.source, strip.record), []).append(place)
        everybody = {key for records in found.values() for key in records}
        in_set = Counter(source for source, _ in everybody)
        return {
            kind: _Records(
                tuple(records.values()), np.array([1 / in_set[source] for source, _ in records])
            )
            for kind, records in found.items()
        }

    @cached_property
    def _drawn(self) -> list[Cells]:
        kinds = list(self._kinds)
        weights = np.array(
            [
                self._kinds[kind].weights.sum() * (POSITIVE_WEIGHT if 1.0 in kind else 1.0)
                for kind in kinds
            ]
        )
        rng = np.random.default_rng(self.seed)
        chosen = rng.choice(len(kinds), size=self.n_records, p=weights / weights.sum())
        return [tuple(math.nan if cell < 0 else cell for cell in kinds[kind]) for kind in chosen]


@dataclass(frozen=True, eq=False)
class _Records:
    """places: of each record its strips of one kind. weights: of the records."""

    places: tuple[list[int], ...]
    weights: NDArray[np.float64]

    @property
    def shares(self) -> NDArray[np.float64]:
        return np.asarray(self.weights / self.weights.sum())


def _key(cells: Cells) -> Cells:
    """Return cells that equal themselves: NaN does not."""
    return tuple(-1.0 if math.isnan(cell) else cell for cell in cells)


def _spread(strip: Strip, rng: np.random.Generator) -> Samples:
    """Show the strip in all leads, each of another size, some upside down."""
    sizes = LEAD_SIZES * np.exp(rng.normal(0, SIZE_SD, len(LEAD_SIZES)))
    sizes *= np.where(rng.random(len(sizes)) < TURNED_CHANCE, -1, 1)
    return (sizes[:, np.newaxis] * strip.values_mv).astype(np.float32)


def _alone(strip: Strip, rng: np.random.Generator) -> Samples:
    values = np.zeros((len(STANDARD_LEADS), len(strip.values_mv)), dtype=np.float32)
    own = STANDARD_LEADS.index(strip.lead)
    row = own if rng.random() < OWN_LEAD_CHANCE else int(rng.integers(len(values)))
    values[row] = strip.values_mv
    return values
