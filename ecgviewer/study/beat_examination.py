"""What a net says of windows around beats that it is not fitted on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ecgviewer.core.task import Task
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lessons import one_hot
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.distributed import Team
from ecgviewer.study.metrics import Values
from ecgviewer.study.validation import macro_figures

# Of more at once what a net computes does not fit into a processor's caches.
WINDOWS_AT_ONCE = 32


@dataclass(frozen=True, eq=False)
class BeatExamination:
    """Windows, by their rows, by which nets are judged; each has exactly one label."""

    windows: BeatWindows
    rows: tuple[int, ...]
    team: Team

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels, (n_rows, n_classes), one 1 a row."""
        return one_hot(self.windows.labels[list(self.rows)])

    def scores(self, net: nn.Module) -> Values:
        """Return probabilities, (n_rows, n_classes); each process scores its share."""
        own = self.team.share(np.arange(len(self.rows)))
        found = np.zeros(self.cells.shape)
        rows = [self.rows[place] for place in own]
        found[own] = score_windows(net, self.windows, rows, self.team.device)
        return np.asarray(np.sum(self.team.gather(found), axis=0))

    def figures(self, net: nn.Module) -> dict[str, float]:
        """Return macro F1 of the answers and macro AUC, over the classes that are there."""
        return macro_figures(self.scores(net), self.cells, exclusive=True)


def score_windows(
    net: nn.Module,
    windows: BeatWindows,
    rows: Sequence[int],
    device: torch.device,
    task: Task | None = None,
) -> Values:
    """Return the probabilities of windows, (len(rows), n_classes), rows adding up to 1."""
    answers = [np.zeros((0, len(BEAT_LABELS)))]
    for first in range(0, len(rows), WINDOWS_AT_ONCE):
        inputs = torch.from_numpy(windows.read(rows[first : first + WINDOWS_AT_ONCE]))
        with torch.inference_mode():
            logits = net(inputs.to(device)).double()
        answers.append(torch.softmax(logits, dim=1).cpu().numpy())
        if task is not None:
            task.step(min(first + WINDOWS_AT_ONCE, len(rows)), len(rows))
    return np.concatenate(answers)
