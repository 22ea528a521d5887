"""Table II: which windows judge a single-lead model, and its figures by hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.beat_answers import beat_answers
from ecgviewer.study.beat_evaluate import evaluate_beats
from ecgviewer.study.beat_held_out import AT_RANDOM, NOT_IN_SPLIT, judged_windows
from ecgviewer.study.beat_judge import as_metrics, by_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_order import BeatOrder, parts_of
from ecgviewer.study.beat_report_tables import beat_table, confusion_table, second_table
from ecgviewer.study.beat_scoring import BeatScores
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.comparison import compare
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.distributed import Team
from ecgviewer.study.figures import MEAN, WEIGHTED, Table, measure
from ecgviewer.study.metrics import Values
from ecgviewer.study.recipe import find_recipe, with_epochs
from ecgviewer.study.run import train
from ecgviewer.study.split import read_split, write_split
from ecgviewer.study.training import Surroundings
from tests.study.made_beats import write_arrhythmia_set, write_beats
from tests.study.test_beat_split import made_windows

N, PVC, PAC = range(3)


def scores_of(said: list[int]) -> Values:
    """Return probabilities of 0.65 for what is said and 0.05 for each other class."""
    return 0.05 + 0.6 * np.eye(len(BEAT_LABELS))[said]


def by_hand() -> Table:
    """Return the figures of 30 N, 25 PVC and 10 PAC windows of two patients.

    Of N 24 are called so and 6 PVC, of PVC 20 and 5 N, of PAC 4 and 6 N."""
    truth = [N] * 30 + [PVC] * 25 + [PAC] * 10
    said = [N] * 24 + [PVC] * 6 + [PVC] * 20 + [N] * 5 + [PAC] * 4 + [N] * 6
    windows = replace(
        made_windows(65, ("100", "103")).only(range(65)), labels=np.array(truth, dtype=np.int64)
    )
    return measure(beat_answers("made", windows, range(65), scores_of(said)))


def test_a_window_s_answer_is_its_most_probable_class():
    figures = by_hand()
    values = {
        (label, metric): figures.figure(label, metric).interval.value
        for label in (*BEAT_LABELS, MEAN, WEIGHTED)
        for metric in ("precision", "recall", "f1")
    }
    assert values["N", "precision"] == pytest.approx(24 / 35)
    assert values["N", "recall"] == pytest.approx(24 / 30)
    assert values["PVC", "precision"] == pytest.approx(20 / 26)
    assert values["PVC", "recall"] == pytest.approx(20 / 25)
    assert values["PAC", "f1"] == pytest.approx(2 * 4 / (10 + 4))
    # Ten windows of PAC are too few to be in the mean, not to be in the accuracy.
    assert figures.enough == ("N", "PVC")
    assert values[MEAN, "recall"] == pytest.approx(0.8)
    assert values[WEIGHTED, "recall"] == pytest.approx((24 + 20 + 4) / 65)
    weighted = (30 * 24 / 35 + 25 * 20 / 26 + 10 * 4 / 4) / 65
    assert values[WEIGHTED, "precision"] == pytest.approx(weighted)


def test_the_tables_say_what_is_known_of_too_few_windows():
    said = beat_table(by_hand())
    assert "Accuracy: 0.738" in said
    assert "Too few windows to be in the mean: PAC (10), AFIB (0)" in said
    rows = [[cell.strip() for cell in line.split("|")] for line in said.splitlines()]
    assert next(row for row in rows if row[1:2] == ["PAC"])[2] == "10 (few)"
    metrics = as_metrics(by_hand())
    assert metrics["accuracy"] == pytest.approx(48 / 65, abs=1e-4)
    assert metrics["by_class"]["PVC"]["recall"] == 0.8


def test_the_paper_s_table_stands_beside_ours():
    lines = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in second_table([by_hand()]).splitlines()
    ]
    assert ["the paper's ECGNet", "0.980", "0.970", "0.970", "0.970"] in lines
    assert [line[0] for line in lines[2:4]] == ["made, mean", "made, weighted"]


def test_answers_are_counted_by_class():
    windows = made_windows(1, ("100",))
    answers = beat_answers("made", windows, range(8), scores_of([0, 0, 2, 2, 2, 5, 6, 7]))
    rows = [line.split("|") for line in confusion_table(answers).splitlines()[2:]]
    assert [[int(cell) for cell in row[2:-1]] for row in rows[:3]] == [
        [1, 0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 1, 0, 0, 0, 0, 0],
    ]


def test_models_are_compared_on_the_windows_that_both_answered():
    windows = made_windows(30, ("100", "103"))
    first, second = np.arange(400), np.arange(100, 480)
    right = windows.labels
    wrong = np.where(np.arange(480) % 2 == 0, right, (right + 1) % 8)
    found = compare(
        [
            beat_answers("good", windows, first.tolist(), scores_of(right[first].tolist())),
            beat_answers("bad", windows, second.tolist(), scores_of(wrong[second].tolist())),
        ],
        n_draws=100,
    )
    assert found is not None
    assert [one.n_records for one in found.tables] == [300, 300]
    assert found.tables[0].figure(MEAN, "f1").interval.value == 1
    assert found.gains["f1"][1].value < -0.4


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb")


@pytest.fixture(scope="module")
def windows(arrhythmias: Path) -> BeatWindows:
    return load_beat_windows([DataSet("mitdb", arrhythmias)])


def trained(windows: BeatWindows, folder: Path, split: str) -> LoadedModel:
    recipe = replace(with_epochs(find_recipe("mask_lstm"), 1), precision="float32")
    order = BeatOrder(split, "mask_lstm", recipe, windows, split, "default")
    parts = parts_of(windows, split, recipe.seed)
    around = Surroundings(Team(torch.device("cpu")))
    train(order, parts, folder / split, around, by_windows(order, parts, around))
    return load_model(folder / split, "cpu")


@pytest.fixture(scope="module")
def by_patient(windows: BeatWindows, tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    return trained(windows, tmp_path_factory.mktemp("models"), "patient")


@pytest.fixture(scope="module")
def at_random(windows: BeatWindows, tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    return trained(windows, tmp_path_factory.mktemp("models"), "random")


def test_by_patient_only_strangers_judge(
    by_patient: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    found = evaluate_beats(by_patient, windows, tmp_path, Task(), n_draws=100)
    assert {case.name for case in found.answers.cases} == {"100", "103", "105", "111"}
    assert sum(found.left_out.values()) == 4
    assert found.answers.truth.sum(axis=1).tolist() == [1.0] * len(found.answers.cases)
    # Every marked beat counts, those near the ends too, and V among them.
    (ectopic,) = found.ectopic
    assert sum(ectopic.counts.values()) == 4 * 24
    assert ectopic.counts["V"] > 0
    again = evaluate_beats(by_patient, windows, tmp_path, Task(), n_draws=100)
    assert np.array_equal(again.answers.scores, found.answers.scores)


def test_the_card_s_figures_are_those_of_evaluate(
    by_patient: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    found = evaluate_beats(by_patient, windows, tmp_path, Task(), n_draws=100)
    figure = found.union.figure("N", "auc")
    of_card = by_patient.card.metrics["by_class"]["N"]
    assert of_card["n_positive"] == figure.n_positive
    # Weights are stored in half precision.
    assert of_card["auc"]["value"] == pytest.approx(figure.interval.value, abs=0.02)


def test_at_random_the_windows_that_were_not_learnt_judge(
    at_random: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    parts = parts_of(windows, "random", int(at_random.card.training["seed"]))
    judged = judged_windows(at_random, windows, tmp_path, Task())
    assert judged.rows.tolist() == list(parts.test)
    assert judged.strangers == ()
    assert AT_RANDOM in judged.notes


def test_at_random_other_windows_than_the_training_s_are_refused(
    at_random: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    some = windows.only(np.flatnonzero(windows.records != "111"))
    with pytest.raises(EcgError, match=r"split at random.*give its data sets \(mitdb\), whole"):
        judged_windows(at_random, some, tmp_path, Task())


def test_at_random_strangers_judge_beside_the_training_s_own_windows(
    at_random: LoadedModel, arrhythmias: Path, tmp_path: Path
):
    write_beats(tmp_path / "ward", "bed", "NNVNLNNV")
    both = load_beat_windows([DataSet("ward", tmp_path / "ward"), DataSet("mitdb", arrhythmias)])
    judged = judged_windows(at_random, both, tmp_path, Task())
    assert [both.recordings[place].name for place in judged.strangers] == ["bed"]
    assert set(both.sources[judged.rows]) == {"ward", "mitdb"}


def test_who_taught_the_one_that_tells_blocks_is_judged_without_it(
    by_patient: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    """The model knows nothing of 100, 103, 105 and 111, the other one has learnt from 100."""
    assert by_patient.folder is not None
    split = read_split(by_patient.folder)
    assert split is not None
    taught = [replace(x, part="fit" if x.record == "100" else x.part) for x in split.values()]
    write_split(tmp_path, taught)
    blocks = replace(by_patient, folder=tmp_path)
    judged = judged_windows(replace(by_patient, blocks=blocks), windows, tmp_path, Task())
    assert {windows.recordings[place].name for place in judged.known_to_blocks} == {"100"}
    assert {windows.recordings[place].name for place in judged.strangers} > {"100"}
    assert "In 1 of the records" in judged.notes[-1]
    assert judged_windows(by_patient, windows, tmp_path, Task()).known_to_blocks == frozenset()


def test_a_record_that_taught_does_not_judge_under_another_name(
    by_patient: LoadedModel, arrhythmias: Path, tmp_path: Path
):
    for ending in ("dat", "atr", "hea"):
        text = (arrhythmias / f"101.{ending}").read_bytes()
        if ending == "hea":
            text = text.replace(b"101", b"bed")
        (tmp_path / f"bed.{ending}").write_bytes(text)
    write_beats(tmp_path, "other", "NNVNLNNV")
    windows = load_beat_windows([DataSet("ward", tmp_path)])
    judged = judged_windows(by_patient, windows, tmp_path / "store", Task())
    assert [windows.recordings[place].name for place in judged.strangers] == ["other"]
    assert "under other names, by their signals" in next(iter(judged.left_out))


def test_paced_hearts_do_not_judge(by_patient: LoadedModel, arrhythmias: Path, tmp_path: Path):
    write_beats(tmp_path, "107", "NNVNLNNV")
    write_beats(tmp_path, "100", "NNVNLNNVNNVV")
    windows = load_beat_windows([DataSet("mitdb", tmp_path)])
    judged = judged_windows(by_patient, windows, tmp_path / "store", Task())
    assert [windows.recordings[place].name for place in judged.strangers] == ["100"]
    assert judged.left_out[NOT_IN_SPLIT] == 1


def test_what_was_scored_is_not_asked_for_again(
    by_patient: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    asked: list[int] = []
    recording = windows.recordings[0]
    scores = BeatScores(by_patient, windows, tmp_path, asked.append)
    some = scores.around(recording, recording.beats_at[:10])
    more = scores.around(recording, recording.beats_at[[3, 14, 3]])
    assert asked == [10, 1]
    assert np.array_equal(more[0], some[3])
    assert np.array_equal(more[0], more[2])
    fresh = BeatScores(by_patient, windows, tmp_path / "other")
    # Batches of other sizes add up in another order.
    again = fresh.around(recording, recording.beats_at[[14]])
    assert again[0] == pytest.approx(more[1], abs=1e-6)
