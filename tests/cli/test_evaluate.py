"""``ecgviewer evaluate``: its report, its files, its JSON."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.cli.main import main
from ecgviewer.core.paths import models_folder
from ecgviewer.inference.library import available_models, read_card, save
from ecgviewer.nets.build import NETS
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.held_out import plan
from ecgviewer.study.labels import LABELS
from ecgviewer.study.split import Member, OutOfFold, read_split, write_out_of_fold
from tests.made_models import card_of
from tests.study.made_sets import DX, made_mv, write_challenge
from tests.study.small_net import PUBLISHED, SmallNet


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "ward"
    for number in range(16):
        label = "AF" if number % 2 else "SNR"
        write_challenge(folder / f"E{number:05}.hea", made_mv(label, number), DX[label])
    return folder


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory, hospital: Path) -> Iterator[Path]:
    """Two models that were fitted on everything, with out-of-fold scores beside them."""
    NETS["small"] = SmallNet
    folder = tmp_path_factory.mktemp("models")
    cases = load_data_sets([DataSet("ward", hospital)])
    members = tuple(
        Member(c.source, c.name, c.patient, f"fold-{i // 2 % 4}") for i, c in enumerate(cases)
    )
    truth = np.nan_to_num(np.array([case.cells for case in cases]))
    for name, skill in (("good", 4.0), ("poor", 0.0)):
        torch.manual_seed(1)
        card = card_of(name=name, net="small", net_options={"n_classes": 9}, input=PUBLISHED.input)
        save(folder / name, SmallNet(9), card)
        logits = np.random.default_rng(7).normal(-2, 1, truth.shape) + skill * truth
        write_out_of_fold(folder / name, OutOfFold(LABELS, members, 1 / (1 + np.exp(-logits))))
    yield folder
    del NETS["small"]


def _run(*arguments: object) -> int:
    return main(["evaluate", *map(str, arguments), "--draws", "100"])


def test_the_report_shows_each_class_beside_the_papers_figures(
    models: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert _run(models / "good", "--data", f"ward={hospital}", "--cache", tmp_path) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Evaluation of good\n")
    assert "16 records of 16 patients. 16 of them were answered by nets" in out
    rows = [line.split("|") for line in out.splitlines() if line.startswith("| AF")]
    assert rows[0][2].split() == ["16"]
    assert rows[0][3].split() == ["8"]
    # Table 2 of the paper prints 0.117 for AF's F1 on PTB-XL, table 3 0.827 for ours_2.
    (beside,) = [row for row in rows if "0.117" in str(row)]
    assert "0.827" in str(beside)


def test_everything_is_written_into_one_folder(
    models: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "new" / "evaluation"
    command = (models / "poor", "--data", f"ward={hospital}", "--cache", tmp_path, "--out", out)
    assert _run(*command, "--top", "3") == 0
    printed = capsys.readouterr().out
    assert (out / "evaluation.md").read_text(encoding="utf-8").strip() == printed.strip()
    assert "(evaluation.png)" in printed
    with (out / "evaluation.csv").open(encoding="utf-8", newline="") as file:
        figures = list(csv.DictReader(file))
    assert list(figures[0]) == [
        *("model", "source", "class", "metric", "value", "low", "high", "n", "n_positive"),
    ]
    (auc,) = [row for row in figures if (row["class"], row["metric"]) == ("AF", "auc")]
    assert float(auc["low"]) <= float(auc["value"]) <= float(auc["high"])
    assert (auc["source"], auc["n"], auc["n_positive"]) == ("all", "16", "8")
    with (out / "misclassified.csv").open(encoding="utf-8", newline="") as file:
        wrong = list(csv.DictReader(file))
    assert wrong
    assert all((hospital / row["path"]).exists() for row in wrong)
    shown = [line for line in printed.splitlines() if line.startswith("| E0")]
    assert len(shown) == min(3, len(wrong))
    assert (out / "evaluation.png").read_bytes().startswith(b"\x89PNG")


def test_several_models_stand_side_by_side(
    models: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    command = (models / "poor", models / "good", "--data", f"ward={hospital}", "--cache", tmp_path)
    assert _run(*command, "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert [model["model"] for model in facts["models"]] == ["poor", "good"]
    means = {
        row["model"]: row["value"]
        for model in facts["models"]
        for row in model["figures"]
        if (row["source"], row["class"], row["metric"]) == ("all", "mean", "auc")
    }
    assert means["good"] > means["poor"] + 0.2
    assert _run(*command, "--out", tmp_path / "both") == 0
    out = capsys.readouterr().out
    assert "## Side by side on the 16 records that all may be judged on" in out
    (gained,) = [line for line in out.splitlines() if line.startswith("| good") and "+0." in line]
    assert gained.count("to") == 2


def test_ways_to_choose_thresholds_are_tabulated_when_asked_for(
    models: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    command = (models / "good", "--data", f"ward={hospital}", "--cache", tmp_path)
    assert _run(*command, "--compare-thresholds") == 0
    out = capsys.readouterr().out
    assert "ways to choose thresholds, each of its folds by the others" in out
    assert "each of its sources" not in out


def test_what_cannot_be_done_is_said_before_anything_is_scored(
    models: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data = ("--data", f"ward={hospital}", "--cache", tmp_path)
    assert _run(models / "good", models / "good", *data) == 2
    assert "named twice" in capsys.readouterr().err
    (tmp_path / "file").write_text("")
    assert _run(models / "good", *data, "--out", tmp_path / "file" / "below") == 2
    assert "cannot be made" in capsys.readouterr().err
    assert _run(models / "good", *data, "--leave-source-out") == 2
    assert "leave_source_out.csv" in capsys.readouterr().err


def test_shipped_models_of_these_classes_say_what_they_were_fitted_on(data_folder: Path):
    cases = load_data_sets([DataSet("renamed", data_folder / "cpsc2018-extra")])
    for name in available_models():
        folder = models_folder() / name
        if set(read_card(name).labels) <= set(LABELS):
            split = read_split(folder)
            assert split, f"{name} has no split.csv"
            known = {record for _, record in split}
            assert {case.name for case in cases} <= known
            judged = {cases[i].name for i in plan(cases, split, {}).by_model}
            fitted = {
                record for (_, record), m in split.items() if m.part not in ("validation", "test")
            }
            assert not judged & fitted
