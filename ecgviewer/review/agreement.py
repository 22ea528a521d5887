"""How far raters agree: readers with one another, before and after the model, or with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.review.cells import NOT_JUDGED, PRESENT, Cells, Values
from ecgviewer.review.draws import Measured, Numbers, drawn_sums, measured, pooled_share
from ecgviewer.review.kappa import cohen_kappa, fleiss_features, fleiss_kappa

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one class, or with ``label`` "" of all classes taken together.

    n_records, n_cells: how many were judged by all raters. agreed: the share of pairs of
    raters that say the same. prevalence: how often "present" is said. kappa: Cohen's for
    two raters, Fleiss' for more.
    """

    label: str
    n_records: int
    n_cells: int
    agreed: Measured
    prevalence: Measured
    kappa: Measured


@dataclass(frozen=True, slots=True)
class Agreements:
    """All that a set of raters agree on; by_class: one entry a class, in order."""

    raters: tuple[str, ...]
    overall: Agreement
    by_class: tuple[Agreement, ...]


def agreements(judged: Cells, groups: Sequence[str] | None = None) -> Agreements:
    """Return the agreement by class and overall.

    groups: the patient of each record, where known: draws then take patients. A cell that
    one rater does not judge, or is unsure of, leaves. Overall all cells are taken together.
    """
    known = (judged.values != NOT_JUDGED).all(axis=1)  # (n_records, n_classes)
    by_class = _features(judged.values, known)  # (n_records, n_classes, n_features)
    features = np.concatenate([by_class.sum(axis=1, keepdims=True), by_class], axis=1)
    n_records, n_rows, n_features = features.shape
    drawn = drawn_sums(features.reshape(n_records, -1), groups).reshape(-1, n_rows, n_features)
    sums = features.sum(axis=0)
    has_cell = np.concatenate([known.any(axis=1, keepdims=True), known], axis=1).sum(axis=0)
    kappa = _cohen if len(judged.raters) == 2 else _fleiss
    rows = [
        _row(label, int(has_cell[place]), sums[place], drawn[:, place], kappa)
        for place, label in enumerate(("", *judged.classes))
    ]
    return Agreements(judged.raters, rows[0], tuple(rows[1:]))


def _features(values: Values, known: Flags) -> Numbers:
    """Return what agreement adds up of each cell: (n_records, n_classes, 7).

    The share of pairs that agree, 1, the counts of absent and of present, and for two
    raters the three cells of their table that follow: only the first says present, only
    the second does, both do.
    """
    n_records, n_raters, n_classes = values.shape
    present = (values == PRESENT).sum(axis=1)
    counts = np.stack([n_raters - present, present], axis=-1).reshape(-1, 2)
    common = fleiss_features(counts).reshape(n_records, n_classes, -1)
    first, second = values[:, 0] == PRESENT, values[:, min(1, n_raters - 1)] == PRESENT
    table = np.stack([first & ~second, ~first & second, first & second], axis=-1)
    return np.concatenate([common, table], axis=-1) * known[..., np.newaxis]


def _fleiss(sums: Numbers) -> Numbers:
    """Return Fleiss' kappa of summed features."""
    return fleiss_kappa(sums[..., :4])


def _cohen(sums: Numbers) -> Numbers:
    """Return Cohen's kappa of summed features."""
    n_cells = sums[..., 1]
    first, second, both = sums[..., 4], sums[..., 5], sums[..., 6]
    neither = n_cells - first - second - both
    table = np.stack([neither, second, first, both], axis=-1)
    return cohen_kappa(table.reshape(*table.shape[:-1], 2, 2))


def _row(
    label: str,
    n_records: int,
    sums: Numbers,
    drawn: Numbers,
    kappa: Callable[[Numbers], Numbers],
) -> Agreement:
    n_cells = round(float(sums[1]))
    return Agreement(
        label,
        n_records,
        n_cells,
        _share(sums, drawn, 0, n_records),
        _share(sums, drawn, 3, n_records),
        measured(kappa, sums, drawn, n_cells),
    )


def _share(sums: Numbers, drawn: Numbers, part: int, n_records: int) -> Measured:
    """Return a share of the cells; part: the feature that is counted."""
    whole = [1] if part == 0 else [2, 3]
    return pooled_share(
        sums[part], sums[whole].sum(), drawn[:, part], drawn[:, whole].sum(axis=-1), n_records
    )
