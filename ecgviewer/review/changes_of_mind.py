"""What became of a reader's own answer once the model's was shown."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.review.cells import NOT_JUDGED, Cells
from ecgviewer.review.draws import Measured, drawn_sums, pooled_share

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells; n_known: of how many the truth is settled; n_right: how often the
    reader's last answer is right by it.
    """

    n: int
    n_right: int
    n_known: int


@dataclass(frozen=True, slots=True)
class ChangesOfMind:
    """Of one reader, in cells that reader and model judge, before and after.

    agreed: own answer as the model's, and kept. kept: own answer unlike the model's, and
    kept. to_model: changed to the model's. away: changed away from it. right_before,
    right_after: the shares that are right, where the truth is settled.
    """

    reader: str
    n_records: int
    agreed: Tally
    kept: Tally
    to_model: Tally
    away: Tally
    right_before: Measured
    right_after: Measured

    @property
    def n_cells(self) -> int:
        """All cells."""
        return self.agreed.n + self.kept.n + self.to_model.n + self.away.n


def changes_of_mind(judged: Cells) -> ChangesOfMind:
    """Return what became of a reader's answers.

    judged: raters in this order: the reader before, the reader after, the model, the truth.
    """
    before, after, model, truth = (judged.values[:, place] for place in range(4))
    known = (before != NOT_JUDGED) & (after != NOT_JUDGED) & (model != NOT_JUDGED)
    settled, right = known & (truth != NOT_JUDGED), after == truth

    def tally(which: Flags) -> Tally:
        cells = known & which
        n_known = int((cells & settled).sum())
        return Tally(int(cells.sum()), int((cells & settled & right).sum()), n_known)

    right_before, right_after = _right(settled, settled & (before == truth), settled & right)
    return ChangesOfMind(
        judged.raters[1],
        int(known.any(axis=1).sum()),
        tally((before == model) & (after == model)),
        tally((before != model) & (after != model)),
        tally((before != model) & (after == model)),
        tally((before == model) & (after != model)),
        right_before,
        right_after,
    )


def _right(settled: Flags, *answers: Flags) -> tuple[Measured, ...]:
    """Return the shares of the settled cells that answers are right in, (n_records, n_classes)."""
    counts = np.stack([flags.sum(axis=1) for flags in (settled, *answers)], axis=1).astype(float)
    sums, drawn = counts.sum(axis=0), drawn_sums(counts)
    n_records = int((counts[:, 0] > 0).sum())
    return tuple(
        pooled_share(float(sums[place]), float(sums[0]), drawn[:, place], drawn[:, 0], n_records)
        for place in range(1, len(answers) + 1)
    )
