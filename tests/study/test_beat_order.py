"""Training on windows around beats: what is learnt from, and that nobody who taught examines."""

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
from ecgviewer.study.beat_judge import by_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lessons import BeatLessons
from ecgviewer.study.beat_order import CHOOSING_A_CLASS, BeatOrder, parts_of
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.distributed import Team
from ecgviewer.study.initial import find_initial
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Beats, Descent, find_recipe, with_epochs
from ecgviewer.study.run import Trained, train
from ecgviewer.study.split import read_split
from ecgviewer.study.training import Surroundings
from tests.study.killed_runs import weights_of_both
from tests.study.made_beats import write_arrhythmia_set
from tests.study.test_beat_split import made_windows


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb")


@pytest.fixture(scope="module")
def windows(arrhythmias: Path) -> BeatWindows:
    return load_beat_windows([DataSet("mitdb", arrhythmias)])


def order_of(windows: BeatWindows, split: str = "patient", epochs: int = 2, **others) -> BeatOrder:
    recipe = replace(with_epochs(find_recipe("mask_lstm"), epochs), precision="float32")
    return BeatOrder("small", "mask_lstm", recipe, windows, split, "default", **others)


def run_in(
    folder: Path,
    order: BeatOrder,
    task: Task | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Trained:
    parts = parts_of(order.beats, order.split, order.recipe.seed)
    around = Surroundings(Team(torch.device("cpu")), task or Task(), say=say)
    return train(order, parts, folder, around, by_windows(order, parts, around))


def of_rows(windows: BeatWindows, rows: tuple[int, ...]) -> set[str]:
    return set(windows.records[list(rows)].tolist())


def test_of_a_large_class_each_epoch_draws_others_and_a_small_one_is_learnt_whole():
    windows = made_windows(5, ("101", "106"))
    rows = [row for row in range(len(windows)) if windows.labels[row] < 2]
    chosen = [row for row in rows if windows.labels[row] == 0 or row % 5 == 0]
    read: list[int] = []

    class Listening(BeatWindows):
        def read(self, indices, n_samples=720):
            read.append(int(indices[0]))
            return np.zeros((1, 1, n_samples), dtype=np.float32)

    listening = Listening(windows.recordings, windows.recording, windows.samples_at, windows.labels)
    lessons = BeatLessons(listening, chosen, a_class=6)
    assert lessons.cells.sum(axis=0).tolist() == [6, 2, 0, 0, 0, 0, 0, 0]
    for epoch in range(20):
        for index in range(lessons.n_records):
            lessons.window(index, np.random.default_rng((epoch, index)))
    asked = np.array(read).reshape(20, 8)
    normal = [row for row in chosen if windows.labels[row] == 0]
    assert set(asked[:, :6].ravel()) == set(normal)
    assert (asked[:, 6:] == [row for row in chosen if windows.labels[row] == 1]).all()


def test_few_windows_of_a_large_class_choose_the_epoch():
    windows = made_windows(600, ("101", "106", "108", "109", "100", "103"))
    parts = parts_of(windows, "patient", 0)
    assert set(np.bincount(windows.labels[list(parts.validation)])) == {CHOOSING_A_CLASS}
    assert len(parts.test) == 2 * 8 * 600


def test_a_model_is_trained_examined_and_loaded(windows: BeatWindows, tmp_path: Path):
    said: list[str] = []
    run_in(tmp_path / "small", order_of(windows), say=said.append)
    model = load_model(tmp_path / "small", "cpu")
    card = model.card
    assert card.labels == BEAT_LABELS
    assert card.exclusive
    assert card.methods[0] == "mask"
    assert card.training["split_by"] == "patient"
    assert card.training["test"]["records"] == {"mitdb": 4}
    assert card.metrics["by_class"]["N"]["n_positive"] > 20
    assert "SBR" in next(limit for limit in card.limits if limit.startswith("Never learnt"))
    probabilities = torch.softmax(model.net(torch.zeros(1, 1, 720)), dim=1)
    assert probabilities.shape == (1, 8)
    assert any(line.startswith("| LBBB") for line in said[-1].splitlines())
    settings = json.loads((tmp_path / "small" / "settings.json").read_text())
    assert settings["settings"]["optimiser"]["momentum"] == 0.7
    assert str(tmp_path) not in json.dumps(settings)


def test_a_run_killed_within_an_epoch_ends_with_the_same_weights(
    windows: BeatWindows, tmp_path: Path, monkeypatch
):
    def run(folder: Path, task: Task) -> Trained:
        return run_in(folder, order_of(windows), task)

    whole, halved = weights_of_both(run, tmp_path, monkeypatch, steps=3)
    assert whole == halved


def test_by_patient_the_split_names_whole_records(windows: BeatWindows, tmp_path: Path):
    run_in(tmp_path / "small", order_of(windows, epochs=1))
    split = read_split(tmp_path / "small")
    assert split is not None
    parts = {member.record: member.part for member in split.values()}
    assert {name for name, part in parts.items() if part == "test"} == {"100", "103", "105", "111"}
    others = sorted(parts[name] for name in ("101", "106", "108", "109"))
    assert others == ["fit", "fit", "fit", "validation"]
    assert all(member.recording for member in split.values())


def test_at_random_every_record_counts_as_learnt_from(windows: BeatWindows, tmp_path: Path):
    trained = run_in(tmp_path / "small", order_of(windows, "random", epochs=1))
    split = read_split(tmp_path / "small")
    assert split is not None
    assert {member.part for member in split.values()} == {"fit"}
    assert any("same patients" in limit for limit in trained.card.limits)


def test_one_person_in_two_parts_is_refused(windows: BeatWindows):
    fit = tuple(np.flatnonzero(windows.records != "100").tolist())
    test = tuple(np.flatnonzero(windows.records == "100").tolist())
    same = [
        replace(one, patient="mitdb/100") if one.name == "101" else one
        for one in windows.recordings
    ]
    shared = replace(windows, recordings=tuple(same))
    with pytest.raises(EcgError, match=r"101 of mitdb and 100 of mitdb are of one person"):
        order_of(shared).refuse_leaks(Parts(fit, (), test))
    order_of(windows).refuse_leaks(Parts(fit, (), test))


def test_one_recording_under_two_names_is_refused(tmp_path: Path):
    folder = write_arrhythmia_set(tmp_path / "mitdb")
    for ending in ("dat", "atr"):
        copied = (folder / f"100.{ending}").read_bytes()
        (tmp_path / "ward").mkdir(exist_ok=True)
        (tmp_path / "ward" / f"bed2.{ending}").write_bytes(copied)
    header = (folder / "100.hea").read_text().replace("100", "bed2", 2)
    (tmp_path / "ward" / "bed2.hea").write_text(header)
    sets = [DataSet("mitdb", folder), DataSet("ward", tmp_path / "ward")]
    order = order_of(load_beat_windows(sets))
    parts = parts_of(order.beats, "patient", 3)
    known = of_rows(order.beats, parts.fit) | of_rows(order.beats, parts.validation)
    assert "bed2" in known
    with pytest.raises(EcgError, match=r"bed2 of ward and 100 of mitdb are of one person or one"):
        order.refuse_leaks(parts)


def test_windows_split_at_random_cannot_go_on_from_another_model(
    windows: BeatWindows, tmp_path: Path
):
    run_in(tmp_path / "first", order_of(windows, epochs=1))
    order = order_of(windows, "random")
    initial = find_initial(str(tmp_path / "first"), order.recipe, tmp_path / "second")
    with pytest.raises(EcgError, match="cannot go on from another model"):
        run_in(tmp_path / "second", replace(order, initial=initial))


def test_patients_that_the_first_weights_saw_may_not_examine(windows: BeatWindows, tmp_path: Path):
    run_in(tmp_path / "first", order_of(windows, epochs=1))
    order = order_of(windows)
    initial = find_initial(str(tmp_path / "first"), order.recipe, tmp_path / "second")
    learnt = tuple(np.flatnonzero(np.isin(windows.records, ["100", "103"])).tolist())
    asked = tuple(np.flatnonzero(np.isin(windows.records, ["101", "106", "108", "109"])).tolist())
    again = replace(order, initial=initial)
    parts = Parts(learnt, (), asked)
    around = Surroundings(Team(torch.device("cpu")))
    with pytest.raises(EcgError, match=r"fitted on 3 of the patients"):
        train(again, parts, tmp_path / "second", around, by_windows(again, parts, around))


@pytest.mark.parametrize("name", ["ecgnet", "cam_net", "mask_lstm", "hannun", "zihlmann"])
def test_the_paper_s_settings(name: str):
    recipe = find_recipe(name)
    (phase,) = recipe.phases
    assert (phase.learning_rate, phase.epochs, recipe.batch_size) == (0.005, 30, 16)
    assert (phase.schedule, phase.loss, phase.sources) == ("constant", "softmax", (Beats(3200),))
    assert recipe.optimiser == Descent(momentum=0.7)
    assert recipe.labels == BEAT_LABELS


def test_other_windows_are_not_gone_on_with(windows: BeatWindows, tmp_path: Path):
    run_in(tmp_path / "small", order_of(windows, epochs=1))
    with pytest.raises(EcgError, match=r"split_by was patient, now random"):
        run_in(tmp_path / "small", order_of(windows, "random", epochs=1))
