"""From records to a model folder that the program loads."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cache import Cache, open_cache
from ecgviewer.study.cards import Outcome
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.distributed import Team
from ecgviewer.study.fingerprint import as_text
from ecgviewer.study.initial import find_initial, starting_net
from ecgviewer.study.judge import by_examination
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Phase, find_recipe
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import Trained, Verdict, members_of, train
from ecgviewer.study.split import read_split
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination
from tests.study.made_sets import made_mv, write_challenge

pytestmark = pytest.mark.usefixtures("small")

EIGHT_FOUR_FOUR = Parts(tuple(range(8)), tuple(range(8, 12)), tuple(range(12, 16)))


@pytest.fixture(scope="module")
def cache(hospital: Path, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    cases = load_cases(hospital)[:16]
    return open_cache(cases, tmp_path_factory.mktemp("cache"), 500.0, Task())


def run_in(
    folder: Path,
    cache: Cache,
    recipe_name: str = "small",
    say: Callable[[str], None] = lambda _: None,
    epochs: int = 3,
    parts: Parts = EIGHT_FOUR_FOUR,
) -> Trained:
    recipe = find_recipe(recipe_name)
    phases = tuple(replace(phase, epochs=min(phase.epochs, epochs)) for phase in recipe.phases)
    initial = find_initial(recipe.init, recipe, folder)
    order = RecordOrder(
        folder.name,
        recipe_name,
        replace(recipe, phases=phases),
        "clinical",
        cache,
        initial=initial,
    )
    around = Surroundings(Team(torch.device("cpu")), say=say)
    return train(order, parts, folder, around, by_examination(order, parts, around))


def test_a_model_is_trained_examined_and_loaded(cache: Cache, tmp_path: Path):
    said: list[str] = []
    run_in(tmp_path / "small", cache, say=said.append)
    card = load_model(tmp_path / "small", "cpu").card
    assert card.labels == LABELS
    assert [card.training[part]["records"] for part in ("fit", "validation", "test")] == [
        {"infirmary": 8},
        {"infirmary": 4},
        {"infirmary": 4},
    ]
    assert card.training["fit"]["positive"]["AF"] == 4
    assert card.training["seed"] == find_recipe("small").seed
    assert card.training["version"]
    assert any(line.startswith("| AF |") for line in said[-1].splitlines())
    assert "STE" in next(limit for limit in card.limits if limit.startswith("Never learnt"))
    assert "STE" in card.unlearnt
    assert "AF" in card.judged
    assert any("records to learn from" in line for line in said)


def test_a_run_leaves_its_settings_split_history_and_curves(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    left = {path.name for path in (tmp_path / "small").iterdir()}
    assert left == {
        "card.json", "weights.safetensors", "settings.json", "history.json", "curves.png",
        "split.csv", "background.npy",
    }  # fmt: skip
    split = read_split(tmp_path / "small")
    assert split is not None
    assert [member.part for member in split.values()] == ["fit"] * 8 + ["validation"] * 4 + [
        "test"
    ] * 4
    assert [member.recording for member in split.values()] == [
        as_text(one) for one in cache.fingerprints
    ]
    history = json.loads((tmp_path / "small" / "history.json").read_text())
    assert [(row["phase"], row["epoch"]) for row in history] == [("fit", n) for n in (1, 2, 3)]
    assert all(
        {"loss", "validation_f1", "validation_auc", "learning_rate"} <= {*row} for row in history
    )
    settings = (tmp_path / "small" / "settings.json").read_text()
    assert str(tmp_path) not in settings
    assert (tmp_path / "small" / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_thresholds_come_from_validation_and_not_from_test(cache: Cache, tmp_path: Path):
    first = run_in(tmp_path / "first", cache)
    swapped = tuple(reversed(EIGHT_FOUR_FOUR.test))
    same = run_in(tmp_path / "same", cache, parts=replace(EIGHT_FOUR_FOUR, test=swapped[:2]))
    assert same.card.thresholds == first.card.thresholds
    assert same.card.metrics != first.card.metrics


def test_phases_follow_each_other_in_one_history(cache: Cache, tmp_path: Path):
    trained = run_in(tmp_path / "phased", cache, "small_phases")
    history = json.loads((tmp_path / "phased" / "history.json").read_text())
    assert [row["phase"] for row in history] == ["made", "both", "both"]
    assert trained.kept_epochs == {"made": 1, "both": 2}


def test_a_finished_run_is_not_done_again(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    before = (tmp_path / "small" / "weights.safetensors").stat().st_mtime_ns
    said: list[str] = []
    run_in(tmp_path / "small", cache, say=said.append)
    assert said == [f"{tmp_path / 'small'} is finished already."]
    assert (tmp_path / "small" / "weights.safetensors").stat().st_mtime_ns == before


def test_a_run_with_other_settings_is_told_which_one_differs(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    with pytest.raises(EcgError, match=r"settings phases epochs was 3, now 2"):
        run_in(tmp_path / "small", cache, epochs=2)


def test_a_model_that_no_run_left_is_not_overwritten(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    (tmp_path / "small" / "settings.json").unlink()
    with pytest.raises(EcgError, match="holds another model"):
        run_in(tmp_path / "small", cache)


def test_a_recipe_that_goes_on_starts_from_the_other_s_weights(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    recipe = find_recipe("small_further")
    initial = find_initial(recipe.init, recipe, tmp_path / "further")
    assert initial is not None
    started = starting_net(recipe, initial).state_dict()
    stored = load_model(tmp_path / "small", "cpu").net.state_dict()
    assert all(torch.equal(started[name], stored[name]) for name in stored)
    scratch = starting_net(recipe, find_initial("scratch", recipe, tmp_path / "further"))
    assert not torch.equal(scratch.state_dict()["classifier.weight"], stored["classifier.weight"])


def test_going_on_is_told_on_the_card_and_remembers_what_was_seen(
    cache: Cache, hospital: Path, tmp_path: Path
):
    run_in(tmp_path / "small", cache)
    others = open_cache(load_cases(hospital)[16:], tmp_path / "cache", 500.0, Task())
    trained = run_in(tmp_path / "further", others, "small_further")
    assert trained.card.training["init"]["model"] == "small"
    split = read_split(tmp_path / "further")
    assert split is not None
    assert len(split) == 32
    assert split["infirmary", "E00000"].part == "fit"
    assert split["infirmary", "E00031"].part == "test"


def test_patients_that_the_first_weights_saw_may_not_examine(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    parts = Parts(tuple(range(8, 16)), tuple(range(4, 8)), tuple(range(4)))
    with pytest.raises(EcgError, match=r"fitted on 8 of the patients that are to examine"):
        run_in(tmp_path / "further", cache, "small_further", parts=parts)


def test_recordings_that_the_first_weights_saw_may_not_examine_under_another_name(
    cache: Cache, tmp_path: Path
):
    run_in(tmp_path / "small", cache)
    anonymous = [
        replace(case, source="copy", name=f"JS{number}", patient=f"copy/JS{number}")
        for number, case in enumerate(cache.cases)
    ]
    parts = Parts(tuple(range(8, 16)), tuple(range(4, 8)), tuple(range(4)))
    renamed = replace(cache, cases=tuple(anonymous))
    with pytest.raises(EcgError, match=r"fitted on 8 of the patients that are to examine"):
        run_in(tmp_path / "further", renamed, "small_further", parts=parts)


def test_absent_first_weights_are_asked_for(cache: Cache, tmp_path: Path):
    with pytest.raises(EcgError, match=r'"small".*is not here.*--init scratch'):
        run_in(tmp_path / "further", cache, "small_further")


def test_first_weights_of_another_net_are_refused(cache: Cache, tmp_path: Path):
    run_in(tmp_path / "small", cache)
    with pytest.raises(EcgError, match="do not fit: it is a small"):
        find_initial(str(tmp_path / "small"), find_recipe("original"), tmp_path / "ours")


def test_without_positives_of_any_class_nothing_is_learnt(cache: Cache, tmp_path: Path):
    normal = Parts(tuple(range(0, 12, 2)), (1, 12), (3, 14))
    with pytest.raises(EcgError, match="no class has both positive and negative"):
        run_in(tmp_path / "small", cache, parts=normal)


def test_one_recording_under_two_names_may_not_be_learnt_and_examine(tmp_path: Path):
    for number in range(6):
        signals_mv = made_mv("AF" if number % 2 else "SNR", 0 if number == 5 else number)
        dx = "164889003" if number % 2 else "426783006"
        write_challenge(tmp_path / "set" / f"E{number:05}.hea", signals_mv, dx)
    signals_mv = made_mv("SNR", 0)
    write_challenge(tmp_path / "set" / "E00005.hea", signals_mv, "426783006")
    copied = open_cache(load_cases(tmp_path / "set"), tmp_path / "cache", 500.0, Task())
    with pytest.raises(EcgError, match=r"E00000 .* E00005 .* same recording"):
        run_in(tmp_path / "small", copied, parts=Parts((0, 1, 2), (3, 4), (5,)))


def test_a_full_disk_is_one_sentence(cache: Cache, tmp_path: Path):
    resource = pytest.importorskip("resource")
    _, hard = limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    (tmp_path / "small").mkdir()
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(EcgError, match=r"no room left.*gone on with"):
            run_in(tmp_path / "small", cache)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert run_in(tmp_path / "small", cache).card.name == "small"


SIX = {
    "AF": "164889003",
    "SNR": "426783006",
    "LBBB": "164909002",
    "RBBB": "59118001",
    "PVC": "164884008",
    "STE": "164931005",
}


def test_a_net_learns_made_records_of_six_classes_by_heart(tmp_path: Path):
    for number in range(12):
        label = list(SIX)[number % 6]
        place = tmp_path / "set" / f"E{number:05}.hea"
        write_challenge(place, made_mv(label, number), SIX[label])
    cache = open_cache(load_cases(tmp_path / "set"), tmp_path / "cache", 500.0, Task())
    parts = Parts(tuple(range(12)))
    phase = Phase("fit", epochs=40, learning_rate=0.01, keep="last")
    recipe = replace(find_recipe("small"), phases=(phase,))
    order = RecordOrder("heart", "small", recipe, "clinical", cache)
    around = Surroundings(Team(torch.device("cpu")))
    figures = []

    def judge(net: EcgNet) -> Verdict:
        figures.append(Examination(cache, parts.fit, recipe, around.team).figures(net))
        return Verdict(Outcome(np.full(9, 0.5), {}, "none", "none"), members_of(order, parts))

    train(order, parts, tmp_path / "heart", around, judge)
    assert figures[0]["validation_auc"] == 1.0
