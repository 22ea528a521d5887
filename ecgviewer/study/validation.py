"""What a net says of records that it is not fitted on, scored by the whole team."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from torch import nn

from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cache import Cache
from ecgviewer.study.distributed import Team
from ecgviewer.study.evaluation import score_cases
from ecgviewer.study.metrics import auc, f1, most_probable
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.thresholds import PUBLISHED_GRID, f1_curve

Values = NDArray[np.float64]


class Examiner(Protocol):
    """Labelled examples by which nets are judged."""

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_examples, n_classes), NaN where not judged."""
        ...

    def scores(self, net: nn.Module) -> Values:
        """Return probabilities, (n_examples, n_classes)."""
        ...

    def figures(self, net: nn.Module) -> dict[str, float]:
        """Return validation_f1 and validation_auc, nothing where they cannot be had."""
        ...


@dataclass(frozen=True, eq=False)
class Examination:
    """Records by which nets of a recipe are judged."""

    cache: Cache
    indices: tuple[int, ...]
    recipe: Recipe
    team: Team

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_records, n_classes), NaN where not judged."""
        return self.cache.cells[list(self.indices)]

    def scores(self, net: nn.Module) -> Values:
        """Return probabilities, (n_records, n_classes); each process scores its share."""
        assert isinstance(net, EcgNet)
        own = self.team.share(np.arange(len(self.indices)))
        chosen = [self.indices[row] for row in own]
        found = np.zeros((len(self.indices), self.cells.shape[1]))
        if chosen:
            found[own] = score_cases(
                net, self.cache, chosen, self.recipe.input, self.recipe.combine, Task()
            )
        return np.asarray(np.sum(self.team.gather(found), axis=0))

    def figures(self, net: nn.Module) -> dict[str, float]:
        """Return macro F1 and AUC over the classes that have positives and negatives."""
        return macro_figures(self.scores(net), self.cells)


def macro_figures(
    scores: Values, cells: NDArray[np.float32], *, exclusive: bool = False
) -> dict[str, float]:
    """Return the means over classes of F1 and AUC, to compare epochs by.

    Empty where no class has both positives and negatives. The F1 is the largest of any
    threshold, which flatters; exclusive: of the answers, each the most probable class.
    """
    known = [column for column in range(cells.shape[1]) if _both(cells[:, column])]
    if not known:
        return {}
    if exclusive:
        f1_mean = _mean(_f1_of_answers, most_probable(scores).astype(np.float64), cells, known)
    else:
        f1_mean = _mean(_largest_f1, scores, cells, known)
    return {"validation_f1": f1_mean, "validation_auc": _mean(auc, scores, cells, known)}


def _mean(
    figure: Callable[[Values, Values], float],
    scores: Values,
    cells: NDArray[np.float32],
    columns: Sequence[int],
) -> float:
    values = []
    for column in columns:
        judged = ~np.isnan(cells[:, column])
        values.append(figure(cells[judged, column].astype(np.float64), scores[judged, column]))
    return float(np.mean(values))


def _largest_f1(truth: Values, scores: Values) -> float:
    return float(f1_curve(truth, scores, PUBLISHED_GRID).max())


def _f1_of_answers(truth: Values, answers: Values) -> float:
    return f1(truth, answers > 0.5)


def _both(cells: NDArray[np.float32]) -> bool:
    return bool((cells > 0.5).any() and (cells <= 0.5).any())
