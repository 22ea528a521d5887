"""Every record is scored by a net that never saw it; then one net learns everything."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.study.cache import Cache, open_cache
from ecgviewer.study.cross_fit import DecisionRule, cross_fit
from ecgviewer.study.cross_validation import cross_validate
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.distributed import Team
from ecgviewer.study.evaluation import score_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.study.recipe import RECIPES, find_recipe
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.split import read_out_of_fold, read_split
from ecgviewer.study.thresholds import choose_thresholds
from ecgviewer.study.training import Surroundings

pytestmark = pytest.mark.usefixtures("small")


@pytest.fixture(scope="module")
def cache(hospital: Path, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return open_cache(load_cases(hospital), tmp_path_factory.mktemp("cache"), 500.0, Task())


def order_of(cache: Cache) -> RecordOrder:
    return RecordOrder("small", "small", find_recipe("small"), "clinical", cache)


def around(task: Task | None = None, said: list[str] | None = None) -> Surroundings:
    say = said.append if said is not None else lambda _: None
    return Surroundings(Team(torch.device("cpu")), task or Task(), say=say)


def _task_that_dies_in_the_second_fold() -> Task:
    class Dying(Task):
        n_started = 0

        def step(self, done: int, total: int) -> None:
            super().step(done, total)
            self.n_started += done == 1
            if self.n_started == 2 and done == 7:
                raise Cancelled

    return Dying()


@pytest.fixture(scope="module")
def crossed(cache: Cache, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-validated model, stopped once within a fold and gone on with."""
    with pytest.MonkeyPatch.context() as patch:
        from ecgviewer.nets.build import NETS
        from tests.study.small_net import SMALL_RECIPES, SmallNet

        patch.setitem(NETS, "small", SmallNet)
        patch.setitem(RECIPES, "small", SMALL_RECIPES["small"])
        folder = tmp_path_factory.mktemp("crossed") / "small"
        with pytest.raises(Cancelled):
            cross_validate(order_of(cache), folder, around(_task_that_dies_in_the_second_fold()))
        said: list[str] = []
        cross_validate(order_of(cache), folder, around(said=said))
        (folder / "said.txt").write_text("\n".join(said))
    return folder


def test_each_record_is_scored_by_the_net_of_its_fold(crossed: Path, cache: Cache):
    found = read_out_of_fold(crossed)
    assert found is not None
    assert found.labels == LABELS
    assert [member.record for member in found.members] == [case.name for case in cache.cases]
    for fold in range(5):
        model = load_model(crossed / f"fold-{fold}", "cpu")
        rows = [row for row, case in enumerate(cache.cases) if case.group == fold]
        card = model.card
        scores = score_cases(model.net, cache, rows, card.input, card.combine, Task())
        # The folds' models are stored in half precision.
        assert np.abs(found.scores[rows] - scores).max() < 0.01
        split = read_split(crossed / f"fold-{fold}")
        assert split is not None
        assert {split[cache.cases[row].source, cache.cases[row].name].part for row in rows} == {
            "test"
        }


def test_the_final_net_was_fitted_on_everything_for_the_folds_median_of_epochs(
    crossed: Path, cache: Cache
):
    card = load_model(crossed, "cpu").card
    assert sum(card.training["fit"]["records"].values()) == len(cache.cases)
    kept = [load_model(crossed / f"fold-{fold}", "cpu").card for fold in range(5)]
    median = int(np.median([one.training["kept_epoch"]["fit"] for one in kept]))
    assert card.training["kept_epoch"] == {"fit": median}
    split = read_split(crossed)
    assert split is not None
    assert {member.part for member in split.values()} == {f"fold-{fold}" for fold in range(5)}
    assert all(member.recording for member in split.values())


def test_the_final_thresholds_come_from_the_out_of_fold_scores(crossed: Path, cache: Cache):
    found = read_out_of_fold(crossed)
    assert found is not None
    wanted = choose_thresholds(found.scores, cache.cells, "published")
    assert load_model(crossed, "cpu").card.thresholds == pytest.approx(wanted, abs=1e-4)


def test_a_finished_fold_is_not_trained_again(crossed: Path):
    said = (crossed / "said.txt").read_text()
    assert "fold-0 is finished already" in said
    assert "fold-1 is finished already" not in said


def test_history_and_curves_are_there_for_each_net(crossed: Path):
    for folder in (crossed, *(crossed / f"fold-{fold}" for fold in range(5))):
        assert json.loads((folder / "history.json").read_text())
        assert (folder / "curves.png").stat().st_size > 1000


def test_no_fold_chooses_the_thresholds_that_judge_it():
    rng = np.random.default_rng(2)
    cells = (rng.random((60, 2)) < 0.4).astype(np.float32)
    scores, folds = rng.random((60, 2)), np.arange(60) % 5
    rule, patients = DecisionRule("none", "published"), np.arange(60).astype(np.str_)
    before = cross_fit(rule, scores, cells, folds, patients).thresholds
    turned = scores.copy()
    turned[folds == 2] = 1 - turned[folds == 2]
    after = cross_fit(rule, turned, cells, folds, patients).thresholds
    assert np.array_equal(before[folds == 2], after[folds == 2])
    assert not np.array_equal(before, after)
