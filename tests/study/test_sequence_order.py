"""Training on beats in turn: every beat is learnt from, and no patient examines himself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.beat_row import N_COLUMNS, PRESENT
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.inference.predict import analyze
from ecgviewer.inference.scan import scan
from ecgviewer.io.open import open_record
from ecgviewer.study.beat_cross_validation import cross_validate_beats
from ecgviewer.study.beat_evaluate import evaluate_beats
from ecgviewer.study.beat_judge import by_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.distributed import Team
from ecgviewer.study.recipe import find_recipe, with_epochs
from ecgviewer.study.run import Trained, train
from ecgviewer.study.sequence_order import SequenceOrder, answers_at, parts_by_patient
from ecgviewer.study.sequences import SequenceWindows
from ecgviewer.study.split import read_split
from ecgviewer.study.training import Surroundings
from tests.study.killed_runs import weights_of_both
from tests.study.made_beats import write_arrhythmia_set, write_beats


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb", n_beats=80)


@pytest.fixture(scope="module")
def windows(arrhythmias: Path) -> BeatWindows:
    return load_beat_windows([DataSet("mitdb", arrhythmias)])


def order_of(windows: BeatWindows, epochs: int = 2) -> SequenceOrder:
    recipe = with_epochs(find_recipe("best1"), epochs)
    # So few steps are too few for a running average of the weights.
    optimiser = replace(recipe.optimiser, average_decay=0.0)
    recipe = replace(recipe, batch_size=4, optimiser=optimiser, net_options={"width": 32})
    return SequenceOrder("small", "best1", recipe, windows, "patient", "default")


def around(task: Task | None = None, say: Callable[[str], None] = lambda _: None) -> Surroundings:
    return Surroundings(Team(torch.device("cpu")), task or Task(), say=say)


def run_in(folder: Path, order: SequenceOrder, task: Task | None = None) -> Trained:
    parts = parts_by_patient(order.beats, order.recipe.seed)
    surroundings = around(task)
    return train(order, parts, folder, surroundings, by_windows(order, parts, surroundings))


@pytest.fixture(scope="module")
def taught(windows: BeatWindows, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return run_in(tmp_path_factory.mktemp("taught") / "small", order_of(windows, epochs=60))


def test_it_learns_shapes_and_tells_them_of_other_patients(taught: Trained):
    assert taught.card.title.startswith("A small net")
    by_class = taught.card.metrics["by_class"]
    assert {label: by_class[label]["f1"] > 0.95 for label in ("N", "PVC", "LBBB")} == {
        "N": True,
        "PVC": True,
        "LBBB": True,
    }
    split = read_split(taught.folder)
    assert split is not None
    assert {one.record for one in split.values() if one.part == "test"} == {
        *("100", "103", "105", "111")
    }


def test_a_scan_and_an_analysis_say_what_was_examined(taught: Trained, arrhythmias: Path):
    model = load_model(taught.folder, "cpu")
    record = open_record(arrhythmias / "100.hea")
    found = scan(model, record, Task())
    marks = [mark.label for mark in record.annotations]
    labels = [BEAT_LABELS[place] for place in found.label]
    wanted = [{"N": "N", "V": "PVC", "L": "LBBB"}[mark] for mark in marks]
    assert np.mean([a == b for a, b in zip(labels, wanted, strict=True)]) > 0.95
    analysis = analyze(model, record, Task())
    for window, scores in zip(analysis.windows, found.scores, strict=True):
        assert window.scores["PVC"] == pytest.approx(scores[BEAT_LABELS.index("PVC")], abs=0.02)


def test_a_killed_run_ends_with_the_same_weights(
    windows: BeatWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def run(folder: Path, task: Task) -> Trained:
        return run_in(folder, order_of(windows), task)

    whole, halved = weights_of_both(run, tmp_path, monkeypatch, steps=2)
    assert whole == halved


def test_folds_hold_each_patient_once_and_join_to_one_model(tmp_path: Path):
    folder = write_arrhythmia_set(tmp_path / "mitdb")
    for name in ("112", "113", "114", "115", "116", "117"):
        write_beats(folder, name, "NNVLNNVL")
    windows = load_beat_windows([DataSet("mitdb", folder)])
    said: list[str] = []
    order = order_of(windows, epochs=1)
    found = cross_validate_beats(order, tmp_path / "five", around(say=said.append))
    split = read_split(found.folder)
    assert split is not None
    assert len(split) == 14
    folds = {one.part for one in split.values()}
    assert folds <= {f"fold-{fold}" for fold in range(5)}
    model = load_model(found.folder, "cpu")
    assert model.card.net == "beat_sequences"
    assert model.card.title.startswith("Five small nets")
    assert "five nets together" in model.card.training["split"]
    n_windows = sum(one["n_positive"] for one in model.card.metrics["by_class"].values())
    assert n_windows == len(windows)
    evaluation = evaluate_beats(model, windows, tmp_path / "scores", Task(), n_draws=20)
    assert len(evaluation.answers.truth) == len(windows)
    by_class = model.card.metrics["by_class"]
    for label in ("N", "PVC", "LBBB"):
        figure = evaluation.tables[0].figure(label, "auc").interval.value
        assert figure == pytest.approx(by_class[label]["auc"]["value"], abs=2e-3)


def test_too_few_people_for_five_folds_are_refused(tmp_path: Path):
    folder = write_arrhythmia_set(tmp_path / "mitdb", n_beats=6)
    for path in folder.glob("1*"):
        if path.stem not in ("100", "101"):
            path.unlink()
    order = order_of(load_beat_windows([DataSet("mitdb", folder)]))
    with pytest.raises(EcgError, match="2 recordings are too few to be cross-validated"):
        cross_validate_beats(order, tmp_path / "five", around())


def test_a_stretch_is_as_long_as_asked_for_and_empty_after_its_end(windows: BeatWindows):
    order = order_of(windows)
    orders = [own[0] for own in order.orders]
    learnt = SequenceWindows(orders, 30)
    n_beats = len(orders[0].beats)
    starts = range(0, n_beats - 30 + 7, 7)
    assert learnt.n_records == 8 * len(starts)
    n_beats -= starts[-1]
    last = learnt.window(len(starts) - 1, np.random.default_rng(0))
    assert last.shape == (30, N_COLUMNS)
    assert last[:, PRESENT].tolist() == [1.0] * n_beats + [0.0] * (30 - n_beats)
    assert not last[n_beats:].any()
    assert np.isnan(learnt.cells[len(starts) - 1, n_beats:]).all()


def test_an_undetected_beat_counts_as_answered_with_n():
    answers = np.eye(8)[[1, 2]]
    found = answers_at(np.array([100, 200]), answers, np.array([110, 150, 205]), 20.0)
    assert found.argmax(axis=1).tolist() == [1, 0, 2]
    assert answers_at(np.zeros(0, int), answers[:0], np.array([5]), 9.0).argmax(axis=1) == [0]
