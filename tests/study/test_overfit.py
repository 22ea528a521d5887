"""That the published net learns at all: a few real records by heart."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cache import open_cache
from ecgviewer.study.cards import Outcome
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.distributed import Team
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Phase, cropped, find_recipe
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import Verdict, members_of, train
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination

EPOCHS = 60


def one_of_each_class(cases: list[Case]) -> list[Case]:
    chosen = [
        next(case for case in cases if case.cells[column] == 1) for column in range(len(LABELS))
    ]
    return list(dict.fromkeys(chosen))


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_published_net_learns_real_records_of_all_classes_by_heart(
    data_folder: Path, tmp_path: Path
):
    cases = one_of_each_class(load_cases(data_folder / "cpsc2018-challenge"))
    cache = open_cache(cases, tmp_path / "cache", 500.0, Task())
    # The end of each record, at a pace for so few: some 180 steps.
    recipe = replace(cropped(find_recipe("original"), 5), crop="last", combine="last")
    phase = Phase("fit", EPOCHS, learning_rate=5e-4, keep="last")
    recipe = replace(recipe, phases=(phase,), batch_size=3)
    parts = Parts(tuple(range(len(cases))))
    order = RecordOrder("heart", "original", recipe, "clinical", cache)
    around = Surroundings(Team(torch.device("cpu")))
    found: list[dict[str, float]] = []

    def judge(net: EcgNet) -> Verdict:
        found.append(Examination(cache, parts.fit, recipe, around.team).figures(net))
        return Verdict(Outcome(np.full(9, 0.5), {}, "none", "none"), members_of(order, parts))

    train(order, parts, tmp_path / "heart", around, judge)
    assert found[0]["validation_auc"] == 1.0
