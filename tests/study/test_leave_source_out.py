"""Every hospital is scored by a net that was fitted on the others alone."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.nets.build import NETS
from ecgviewer.study.cache import Cache, open_cache
from ecgviewer.study.cards import describe
from ecgviewer.study.claim import claim
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.distributed import Team
from ecgviewer.study.evaluation import score_cases
from ecgviewer.study.leave_source_out import as_table, leave_sources_out
from ecgviewer.study.metrics import Values
from ecgviewer.study.parts import all_parts
from ecgviewer.study.recipe import RECIPES, find_recipe, with_epochs
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.split import LEAVE_SOURCE_OUT_FILE, read_out_of_fold, read_split
from ecgviewer.study.training import Surroundings
from tests.study.small_net import SMALL_RECIPES, SmallNet

pytestmark = pytest.mark.usefixtures("small")

SOURCES = ("north", "north-two", "south", "west/east")
FOLDERS = ("without-north", "without-south", "without-west_east")


@pytest.fixture(scope="module")
def cache(hospital: Path, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """Records as from four data sets, of which two are one hospital."""
    cases = [
        replace(case, source=SOURCES[index // 2 % 4])
        for index, case in enumerate(load_cases(hospital))
    ]
    return open_cache(cases, tmp_path_factory.mktemp("cache"), 500.0, Task())


def order_of(cache: Cache, epochs: int = 2) -> RecordOrder:
    recipe = with_epochs(find_recipe("small"), epochs)
    return RecordOrder("small", "small", recipe, "clinical", cache)


def around(said: list[str] | None = None, task: Task | None = None) -> Surroundings:
    say = said.append if said is not None else lambda _: None
    return Surroundings(Team(torch.device("cpu")), task or Task(), say=say)


class Dying(Task):
    """Kills the run while its second net learns."""

    n_started = 0

    def step(self, done: int, total: int) -> None:
        super().step(done, total)
        self.n_started += done == 1
        if self.n_started == 2 and done == 4:
            raise Cancelled


@pytest.fixture(scope="module")
def left(cache: Cache, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """What a run left that was stopped once within a round, and what it said in the end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(NETS, "small", SmallNet)
        patch.setitem(RECIPES, "small", SMALL_RECIPES["small"])
        folder = tmp_path_factory.mktemp("left") / "small"
        with pytest.raises(Cancelled):
            leave_sources_out(order_of(cache), folder, around(task=Dying()))
        assert not (folder / LEAVE_SOURCE_OUT_FILE).exists()
        said: list[str] = []
        path = leave_sources_out(order_of(cache), folder, around(said))
    assert path == folder / LEAVE_SOURCE_OUT_FILE
    return folder, said


def test_each_record_is_scored_by_the_net_that_never_saw_its_hospital(
    left: tuple[Path, list[str]], cache: Cache
):
    found = read_out_of_fold(left[0], LEAVE_SOURCE_OUT_FILE)
    assert found is not None
    assert [member.key for member in found.members] == [(c.source, c.name) for c in cache.cases]
    for folder in FOLDERS:
        split = read_split(left[0] / folder)
        assert split is not None
        parts = [split[member.key].part for member in found.members]
        assert set(parts) == {"fit", "validation", "test"}
        rows = [row for row, part in enumerate(parts) if part == "test"]
        name = folder.removeprefix("without-").replace("_", "/")
        assert {found.members[row].part for row in rows} == {f"fold-{name}"}
        examined = {hospital_of(cache.cases[row]) for row in rows}
        learnt = {hospital_of(cache.cases[r]) for r, part in enumerate(parts) if part != "test"}
        assert (examined, examined & learnt) == ({name}, set())
        model = load_model(left[0] / folder, "cpu")
        card = model.card
        assert card.name == f"small-{folder}"
        scores = score_cases(model.net, cache, rows, card.input, card.combine, Task())
        # The models are stored in half precision.
        assert np.abs(found.scores[rows] - scores).max() < 0.01


def hospital_of(case: Case) -> str:
    return case.source.partition("-")[0]


def test_the_end_is_a_table_of_the_hospitals(left: tuple[Path, list[str]]):
    shown = [line.split("|")[1:3] for line in left[1][-1].splitlines()[2:]]
    assert [(name.strip(), count.strip()) for name, count in shown] == [
        ("north", "16"),
        ("south", "8"),
        ("west/east", "8"),
    ]


def test_a_run_that_was_stopped_ends_as_an_unbroken_one(
    left: tuple[Path, list[str]], cache: Cache, tmp_path: Path
):
    folder, said = left
    assert [line for line in said if "finished already" in line] == [
        f"{folder / 'without-north'} is finished already."
    ]
    whole = leave_sources_out(order_of(cache), tmp_path, around())
    assert whole.read_bytes() == (folder / LEAVE_SOURCE_OUT_FILE).read_bytes()


def test_it_goes_on_beside_a_cross_validation_of_the_same_settings_and_no_other(
    left: tuple[Path, list[str]], cache: Cache, tmp_path: Path
):
    folder = tmp_path / "small"
    shutil.copytree(left[0], folder)
    parts = all_parts(cache.cases)
    claim(folder / "fold-0", describe(order_of(cache), parts))
    # The final net has another number of epochs.
    claim(folder, describe(order_of(cache, epochs=1), parts))
    leave_sources_out(order_of(cache), folder, around())
    with pytest.raises(EcgError, match=r"other settings \(settings phases epochs was 2, now 1"):
        leave_sources_out(order_of(cache, epochs=1), folder, around())


def lines(scores: Values, cells: Values) -> list[list[str]]:
    table = as_table(scores, cells.astype(np.float32), ["here", "here", "there", "there"])
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


def test_a_class_without_a_positive_or_a_negative_has_no_figure_and_leaves_the_mean():
    cells = np.array([[1, 0, np.nan], [0, 0, 1], [1, 1, 0], [0, 0, 1]])
    scores = np.array([[0.9, 0.2, 0.5], [0.1, 0.3, 0.5], [0.2, 0.8, 0.1], [0.4, 0.5, 0.7]])
    here, there = lines(np.pad(scores, ((0, 0), (0, 6))), np.pad(cells, ((0, 0), (0, 6))))
    assert here[:5] == ["here", "2", "1.000 (1/2)", "– (0/2)", "– (1/1)"]
    assert here[-1] == "1.000 (1)"
    assert there[2:5] == ["0.000 (1/2)", "1.000 (1/2)", "1.000 (1/2)"]
    assert there[-1] == "0.667 (3)"
