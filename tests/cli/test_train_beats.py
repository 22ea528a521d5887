"""``train`` and ``evaluate`` of single-lead nets: what a person types, what is said of mistakes."""

import csv
import json
import sys
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.inference.library import read_card
from ecgviewer.study.beat_labels import BEAT_LABELS
from tests.cli.killed_programs import assert_ends_as_unbroken
from tests.study.made_beats import write_arrhythmia_set


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb")


def train_words(arrhythmias: Path, out: Path, *options: str) -> list[str]:
    data = f"mitdb={arrhythmias}"
    return ["train", "mask_lstm", "--data", data, "--out", str(out), "--epochs", "1", *options]


def test_one_command_makes_a_model_and_another_its_table(arrhythmias, tmp_path, capsys):
    assert main(train_words(arrhythmias, tmp_path / "mine", "--device", "cpu")) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(tmp_path / "mine")
    assert "windows to learn from" in said.err
    assert read_card(tmp_path / "mine").training["split_by"] == "patient"
    words = ["evaluate", str(tmp_path / "mine"), "--data", f"mitdb={arrhythmias}"]
    words += ["--cache", str(tmp_path / "cache"), "--draws", "100"]
    assert main([*words, "--out", str(tmp_path / "report")]) == 0
    report = capsys.readouterr().out
    for wanted in ("Beside the paper (Table II)", "de Chazal et al., 2004", "| LBBB", "Accuracy:"):
        assert wanted in report
    left = {path.name for path in (tmp_path / "report").iterdir()}
    assert {"evaluation.md", "evaluation.csv", "evaluation.png", "scores.csv"} <= left
    with (tmp_path / "report" / "scores.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["record"] for row in rows} == {"100", "103", "105", "111"}
    sums = [sum(float(row[label]) for label in BEAT_LABELS) for row in rows]
    assert sums == pytest.approx([1.0] * len(rows), abs=1e-3)
    assert main([*words, "--json"]) == 0
    (model,) = json.loads(capsys.readouterr().out)["models"]
    assert model["windows"] == len(rows)
    assert model["ectopic"][0]["beats"]["V"] > 0


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--cross-validate"], "--cross-validate is for best12 and best1"),
        (["--crop-seconds", "1"], "--crop-seconds is for recipes of twelve leads"),
        (["--mapping", "paper"], "--mapping is for recipes of twelve leads"),
        (["--init", "elsewhere"], 'The model "elsewhere"'),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(arrhythmias, tmp_path, capsys, options, complaint):
    assert main(train_words(arrhythmias, tmp_path / "mine", *options)) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1


def test_recipes_of_twelve_leads_do_not_split_windows(arrhythmias, tmp_path, capsys):
    words = ["train", "original", "--data", str(arrhythmias), "--out", str(tmp_path / "mine")]
    assert main([*words, "--split", "random"]) == 2
    assert "--split is for recipes of one lead, and original is not one" in capsys.readouterr().err


def test_models_of_beats_and_of_records_are_asked_apart(arrhythmias, tmp_path, capsys):
    assert main(train_words(arrhythmias, tmp_path / "mine", "--device", "cpu")) == 0
    data = ["--data", f"mitdb={arrhythmias}", "--cache", str(tmp_path)]
    assert main(["evaluate", str(tmp_path / "mine"), "best12", *data]) == 2
    assert "mask_lstm answer beat by beat" in capsys.readouterr().err
    assert main(["evaluate", str(tmp_path / "mine"), "--compare-thresholds", *data]) == 2
    assert "--compare-thresholds is for models of whole records" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_run_killed_by_the_system_ends_as_an_unbroken_one(arrhythmias, tmp_path):
    program = [sys.executable, "-m", "ecgviewer"]
    options = ["--epochs", "6", "--precision", "float32", "--device", "cpu"]

    def words(out: Path) -> list[str]:
        return [*program, *train_words(arrhythmias, out, *options)]

    assert_ends_as_unbroken(words, tmp_path, killed_at="fit, epoch 2")
