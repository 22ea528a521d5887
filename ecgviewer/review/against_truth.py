"""How right an answer is by the truth that people settled: sensitivity, specificity, PPV."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ecgviewer.review.cells import NOT_JUDGED, PRESENT, Cells
from ecgviewer.review.draws import Measured, Numbers, drawn_sums, pooled_share, wilson

# Which of (true positives, false positives, false negatives, true negatives) are the hits
# of each figure, and of which.
_SENSITIVITY, _SPECIFICITY, _PPV = ((0, (0, 2)), (3, (1, 3)), (0, (0, 1)))


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of one class, or with ``label`` "" of all classes taken together.

    n_records: those of which the truth is settled and the answer judges the class.
    n_present: how many cells truly are there. The n of each figure is how many cells it
    rests on, overall how many records.
    """

    label: str
    n_records: int
    n_present: int
    sensitivity: Measured
    specificity: Measured
    ppv: Measured


@dataclass(frozen=True, slots=True)
class Accuracies:
    """Of one who answers; by_class: one entry a class, in order."""

    name: str
    overall: Accuracy
    by_class: tuple[Accuracy, ...]


def accuracies(judged: Cells, groups: Sequence[str] | None = None) -> Accuracies:
    """Return how right the first of two raters is by the second, who is the truth.

    groups: the patient of each record, where known.
    """
    answer, truth = judged.values[:, 0], judged.values[:, 1]
    known = (answer != NOT_JUDGED) & (truth != NOT_JUDGED)
    said, is_true = answer == PRESENT, truth == PRESENT
    hits = [said & is_true, said & ~is_true, ~said & is_true, ~said & ~is_true]
    counts = np.stack(hits, axis=-1).astype(np.float64) * known[..., np.newaxis]
    by_class = [
        _of_class(label, counts[:, place].sum(axis=0)) for place, label in enumerate(judged.classes)
    ]
    overall = _overall(counts.sum(axis=1), int(known.any(axis=1).sum()), groups)
    return Accuracies(judged.raters[0], overall, tuple(by_class))


def _of_class(label: str, counts: Numbers) -> Accuracy:
    figures = [
        wilson(float(counts[part]), float(counts[list(whole)].sum()))
        for part, whole in (_SENSITIVITY, _SPECIFICITY, _PPV)
    ]
    return Accuracy(label, round(counts.sum()), round(counts[0] + counts[2]), *figures)


def _overall(counts: Numbers, n_records: int, groups: Sequence[str] | None) -> Accuracy:
    """Taken together the cells of one record are no independent ones."""
    sums, drawn = counts.sum(axis=0), drawn_sums(counts, groups)
    figures = [
        pooled_share(
            float(sums[part]),
            float(sums[list(whole)].sum()),
            drawn[:, part],
            drawn[:, list(whole)].sum(axis=-1),
            int((counts[:, list(whole)].sum(axis=1) > 0).sum()),
        )
        for part, whole in (_SENSITIVITY, _SPECIFICITY, _PPV)
    ]
    return Accuracy("", n_records, round(sums[0] + sums[2]), *figures)
