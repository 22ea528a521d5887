import json
import shutil
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.inference import library
from tests.made_models import random_model_folder


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(library, "model_folders", lambda: (tmp_path,))
    return tmp_path


def test_a_model_is_listed_with_its_labels_input_and_figures(
    models: Path, capsys: pytest.CaptureFixture[str]
):
    (models / "first").mkdir()
    shutil.copy(random_model_folder() / "card.json", models / "first")
    assert main(["models"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("first  Random weights\n")
    assert "SNR AF IAVB LBBB RBBB PAC PVC STD STE" in out
    assert "12 leads, 10 s at 500 Hz" in out
    assert "macro auc 0.5" in out


def test_a_card_without_weights_is_listed_and_says_so(
    models: Path, capsys: pytest.CaptureFixture[str]
):
    shutil.copytree(random_model_folder(), models / "first")
    assert main(["models"]) == 0
    assert "not here" not in capsys.readouterr().out
    (models / "first" / "weights.safetensors").unlink()
    assert main(["models"]) == 0
    assert "weights        not here" in capsys.readouterr().out


def test_a_model_whose_probabilities_are_calibrated_says_so(
    models: Path, capsys: pytest.CaptureFixture[str]
):
    (models / "first").mkdir()
    card = json.loads((random_model_folder() / "card.json").read_text())
    card["calibration"] = {"scale": [0.8] * 9, "offset": [0.1] * 9}
    (models / "first" / "card.json").write_text(json.dumps(card))
    assert main(["models"]) == 0
    assert "probabilities  calibrated on held-out records" in capsys.readouterr().out


def test_a_broken_card_gets_its_sentence_and_the_others_are_listed(
    models: Path, capsys: pytest.CaptureFixture[str]
):
    for name in ("bad", "good"):
        (models / name).mkdir()
        shutil.copy(random_model_folder() / "card.json", models / name)
    (models / "bad" / "card.json").write_text("[]")
    assert main(["models"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("good")
    assert "the model bad" in captured.err


def test_without_any_model_one_sentence_says_so(models: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["models"]) == 2
    assert "There is no model in" in capsys.readouterr().err


def test_the_shipped_model_shows_each_class_with_its_interval_and_cases(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["models"]) == 0
    card = library.read_card(library.usual_model() or "")
    printed = capsys.readouterr().out
    lines = printed[printed.index(f"{card.name}  ") :].split("\n  – ")[0].splitlines()
    for label in card.labels:
        figure = card.metrics["by_class"][label]
        (line,) = [line for line in lines if line.startswith(f"  {label} ")]
        assert f"{figure['auc']['value']:.3f} ({figure['auc']['low']:.3f}" in line
        assert line.endswith(f"{figure['n_positive']} of {figure['n_judged']}")
