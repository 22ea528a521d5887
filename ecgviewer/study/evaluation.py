"""How good a net is on records that it never saw."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.task import Task
from ecgviewer.inference.combine import combine
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.cache import Cache
from ecgviewer.study.dataset import split_group
from ecgviewer.study.metrics import best_threshold, bootstrap_auc, f1
from ecgviewer.study.windows import cut

# Below this many positives or negatives a class's figures say nothing.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class on held-out records.

    threshold: of largest F1 on all of them, which is what ships. f1: with each half's
    threshold taken from the other half's patients, so that no record judges itself.
    """

    label: str
    n_judged: int
    n_positive: int
    auc: Interval
    f1: float
    threshold: float

    @property
    def enough(self) -> bool:
        """Whether there are enough cases to speak of."""
        return min(self.n_positive, self.n_judged - self.n_positive) >= FEWEST


def score_cases(
    net: EcgNet,
    cache: Cache,
    indices: Sequence[int],
    spec: InputSpec,
    how: str,
    task: Task,
    leads: Collection[str] = STANDARD_LEADS,
) -> NDArray[np.float64]:
    """Return the combined probabilities of whole records, (len(indices), n_classes).

    leads: those that the net may see; the others are absent.
    """
    hidden = [row for row, lead in enumerate(STANDARD_LEADS) if lead not in leads]
    device = next(net.parameters()).device
    rows = []
    for done, index in enumerate(indices):
        values = cache.read_mv(index)
        values[hidden] = 0
        windows = torch.from_numpy(cut(values, cache.rate_hz, spec))
        with torch.inference_mode():
            logits = net(windows.to(device))
        rows.append(combine(torch.sigmoid(logits).double().cpu().numpy(), how))
        task.step(done + 1, len(indices))
    return np.stack(rows)


def figures(
    scores: NDArray[np.float64],
    cells: NDArray[np.float32],
    patients: Sequence[str],
    labels: Sequence[str],
) -> list[ClassFigures]:
    """Return the figures of each class; rows of scores and cells are records."""
    half = np.array([split_group(f"half {patient}") % 2 for patient in patients])
    names = np.array(patients)
    result = []
    for column, label in enumerate(labels):
        judged = ~np.isnan(cells[:, column])
        truth, score = cells[judged, column].astype(float), scores[judged, column]
        result.append(
            ClassFigures(
                label=label,
                n_judged=int(judged.sum()),
                n_positive=int(truth.sum()),
                auc=bootstrap_auc(truth, score, names[judged]),
                f1=_cross_fitted_f1(truth, score, half[judged]),
                threshold=best_threshold(truth, score),
            )
        )
    return result


def _cross_fitted_f1(
    truth: NDArray[np.float64], scores: NDArray[np.float64], half: NDArray[np.int_]
) -> float:
    present = np.zeros(len(truth), dtype=bool)
    for side in (0, 1):
        own, other = half == side, half != side
        present[own] = scores[own] >= best_threshold(truth[other], scores[other])
    return f1(truth, present)


def as_table(rows: Sequence[ClassFigures]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| class | judged | positive | AUC (95 % interval) | F1 | threshold |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        interval = f"{row.auc.value:.3f} ({row.auc.low:.3f}–{row.auc.high:.3f})"
        few = "" if row.enough else " (too few cases)"
        lines.append(
            f"| {row.label} | {row.n_judged} | {row.n_positive} | {interval}{few} "
            f"| {row.f1:.2f} | {row.threshold:.2f} |"
        )
    return "\n".join(lines)


def as_metrics(rows: Sequence[ClassFigures]) -> dict[str, Any]:
    """Return the figures as a card keeps them."""
    enough = [row.auc.value for row in rows if row.enough]
    return {
        "mean_auc": round(float(np.mean(enough)), 4) if enough else None,
        "classes_in_mean": [row.label for row in rows if row.enough],
        "by_class": {row.label: _rounded(asdict(row)) for row in rows},
    }


def _rounded(figure: dict[str, Any]) -> dict[str, Any]:
    """Round for a card, which keeps a figure that could not be had (NaN) as null."""
    return {
        name: _rounded(value)
        if isinstance(value, dict)
        else (round(value, 4) if isinstance(value, float) else value)
        for name, value in figure.items()
    }
