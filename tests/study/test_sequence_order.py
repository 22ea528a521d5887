"""Training on beats in turn: every beat is learnt from, and no patient examines himself."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.cli.main import main
from ecgviewer.core.beat_row import N_COLUMNS, N_PICTURE, PRESENT
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.predict import analyze
from ecgviewer.inference.scan import scan
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.nets.beat_sequence import BeatSequences
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
from ecgviewer.study.sequences import N_MADE, SequenceWindows
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
    # Whoever tells bundle branch blocks in its place has not learnt what made ones look like.
    model = replace(load_model(taught.folder, "cpu"), blocks=None)
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


@pytest.fixture(scope="module")
def fourteen(tmp_path_factory: pytest.TempPathFactory) -> BeatWindows:
    folder = write_arrhythmia_set(tmp_path_factory.mktemp("fourteen") / "mitdb")
    for name in ("112", "113", "114", "115", "116", "117"):
        write_beats(folder, name, "NNVLNNVL")
    return load_beat_windows([DataSet("mitdb", folder)])


@pytest.fixture(scope="module")
def five(fourteen: BeatWindows, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("joined") / "five"
    return cross_validate_beats(order_of(fourteen, epochs=1), folder, around())


def test_folds_hold_each_patient_once_and_join_to_one_model(
    five: Trained, fourteen: BeatWindows, tmp_path: Path
):
    split = read_split(five.folder)
    assert split is not None
    assert len(split) == 14
    folds = {one.part for one in split.values()}
    assert folds <= {f"fold-{fold}" for fold in range(5)}
    model = load_model(five.folder, "cpu")
    assert model.card.net == "beat_sequences"
    assert model.card.title.startswith("Five small nets")
    assert "five nets together" in model.card.training["split"]
    n_windows = sum(one["n_positive"] for one in model.card.metrics["by_class"].values())
    assert n_windows == len(fourteen)
    evaluation = evaluate_beats(model, fourteen, tmp_path / "scores", Task(), n_draws=20)
    assert len(evaluation.answers.truth) == len(fourteen)
    by_class = model.card.metrics["by_class"]
    for label in ("N", "PVC", "LBBB"):
        figure = evaluation.tables[0].figure(label, "auc").interval.value
        # Weights are stored in half precision.
        assert figure == pytest.approx(by_class[label]["auc"]["value"], abs=0.02)
    assert set(model.card.training["lean"]) == {"PVC", "PAC"}


def test_how_far_a_model_leans_is_chosen_anew_by_who_has_not_learnt_from_a_beat(
    five: Trained, fourteen: BeatWindows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = Path(shutil.copytree(five.folder, tmp_path / "five"))
    # Nets that were held back from calling anything PVC.
    model = load_model(folder, "cpu")
    assert isinstance(model.net, BeatSequences)
    model.net.lean(torch.tensor([0.0, -2.0, 0, 0, 0, 0, 0, 0]))
    lean = {**model.card.training["lean"], "PVC": model.card.training["lean"]["PVC"] - 2}
    training = {**model.card.training, "lean": lean}
    save(folder, model.net, replace(model.card, training=training))

    data = f"mitdb={fourteen.recordings[0].path.parent}"
    asked = ["thresholds", str(folder), "--cache", str(tmp_path / "cache"), "--data", data]
    assert main(asked) == 0
    after = load_model(folder, "cpu").card
    assert after.training["lean"]["PVC"] >= lean["PVC"] + 1
    assert after.weights_sha256 != model.card.weights_sha256
    evaluation = evaluate_beats(
        load_model(folder, "cpu"), fourteen, tmp_path / "scores", Task(), n_draws=20
    )
    figure = evaluation.tables[0].figure("PVC", "f1").interval.value
    assert after.metrics["by_class"]["PVC"]["f1"] == pytest.approx(figure, abs=0.03)
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith(f"PVC   {after.training['lean']['PVC']:+.2f}")
    assert second.startswith("PAC")
    # Nobody here has fibrillation to choose by.
    assert third.startswith("AFIB  None")


def test_how_far_to_lean_is_not_chosen_by_some_of_the_sets(
    five: Trained, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    other = write_arrhythmia_set(tmp_path / "other")
    asked = ["thresholds", str(five.folder), "--cache", str(tmp_path), "--data", f"svdb={other}"]
    assert main(asked) == 2
    assert "mitdb must be among the data sets" in capsys.readouterr().err
    assert main([*asked, "--rule", "steady"]) == 2
    assert "--rule is for models of whole records" in capsys.readouterr().err


def test_too_few_people_for_five_folds_are_refused(tmp_path: Path):
    folder = write_arrhythmia_set(tmp_path / "mitdb", n_beats=6)
    for path in folder.glob("1*"):
        if path.stem not in ("100", "101"):
            path.unlink()
    order = order_of(load_beat_windows([DataSet("mitdb", folder)]))
    with pytest.raises(EcgError, match="2 recordings are too few to be cross-validated"):
        cross_validate_beats(order, tmp_path / "five", around())


def test_a_stretch_holds_beats_in_turn_and_nothing_after_its_end(windows: BeatWindows):
    learnt = SequenceWindows([own[0] for own in order_of(windows).orders], 30)
    n_beats = []
    for place in range(learnt.n_records):
        window = learnt.window(place, np.random.default_rng(0))
        assert window.shape == (30, N_COLUMNS)
        there = window[:, PRESENT] == 1
        n_beats.append(int(there.sum()))
        assert there.tolist() == [True] * n_beats[-1] + [False] * (30 - n_beats[-1])
        assert not window[~there].any()
        assert np.isnan(learnt.cells[place, n_beats[-1] :]).all()
    # Most patients' recordings are short, which must tell nothing.
    assert max(n_beats) == 30
    assert any(8 <= n < 20 for n in n_beats)


def test_each_beat_is_seen_at_several_places_of_a_stretch(windows: BeatWindows):
    (own,) = order_of(windows).orders[0][:1]
    numbered = replace(own, cells=np.tile(np.arange(len(own.cells))[:, None], 8).astype("f4"))
    seen = SequenceWindows([numbered], 12).cells[..., 0]
    places = [np.argwhere(seen == beat)[:, 1] for beat in range(12, len(own.cells) - 12)]
    assert np.mean([len(set(at.tolist())) for at in places]) > 2


def test_other_leads_and_made_orders_teach_and_do_not_examine(tmp_path: Path):
    header = write_beats(tmp_path / "mitdb", "101", "NNVNNNNVNN" * 13)
    record = open_record(header)
    lead = record.source.read(0, record.n_samples)
    both = np.concatenate([lead, -lead])
    write_record(tmp_path / "mitdb" / "101", both, record.rate_hz, ("MLII", "V1"))
    windows = load_beat_windows([DataSet("mitdb", tmp_path / "mitdb")])
    own, other, *made = order_of(windows).orders[0]
    assert len(made) == 2 * N_MADE
    assert [one.is_made for one in (own, other, *made)] == [False, False, *[True] * len(made)]
    picture = slice(0, N_PICTURE)
    assert np.corrcoef(own.rows[5, picture], other.rows[5, picture])[0, 1] < -0.9


def test_recordings_of_a_stated_rhythm_are_strung_to_long_ones(tmp_path: Path):
    header = write_beats(tmp_path / "one", "A00001", "NNNNNNNNNN")
    (tmp_path / "one" / "A00001.atr").unlink()
    (tmp_path / "one" / "REFERENCE.csv").write_text("A00001,N\n")
    windows = load_beat_windows([DataSet("cinc2017", header.parent)])
    own, strung = order_of(windows).orders[0]
    assert len(own.cells) == 10
    assert len(strung.cells) == 64
    assert strung.is_made
    assert (strung.cells[:, BEAT_LABELS.index("N")] == 1).all()


def test_an_undetected_beat_counts_as_answered_with_n():
    answers = np.eye(8)[[1, 2]]
    found = answers_at(np.array([100, 200]), answers, np.array([110, 150, 205]), 20.0)
    assert found.argmax(axis=1).tolist() == [1, 0, 2]
    assert answers_at(np.zeros(0, int), answers[:0], np.array([5]), 9.0).argmax(axis=1) == [0]
