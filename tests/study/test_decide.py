"""Calibration and thresholds are chosen anew from what nets said of unseen records."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import read_card_file, write_card_file
from ecgviewer.study.calibration import calibrated
from ecgviewer.study.cards import UNCALIBRATED
from ecgviewer.study.cross_fit import DecisionRule
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.decide import decide_anew
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import fold_members, groups_of
from ecgviewer.study.split import OutOfFold, write_out_of_fold
from tests.made_models import card_of

RULE = DecisionRule("temperature", "expected")


@pytest.fixture
def cases(hospital: Path) -> list[Case]:
    return load_cases(hospital)


@pytest.fixture
def model(cases: list[Case], tmp_path: Path) -> Path:
    """A card without weights, and scores that know the truth but shout."""
    folder = tmp_path / "model"
    folder.mkdir()
    write_card_file(folder, card_of(weights_sha256="0" * 64, limits=(UNCALIBRATED,)))
    rng = np.random.default_rng(1)
    cells = np.nan_to_num(np.array([case.cells for case in cases]), nan=0.5)
    logits = 6 * (2 * cells - 1) + 9 * rng.standard_normal(cells.shape)
    scores = 1 / (1 + np.exp(-logits))
    members = tuple(fold_members(cases, groups_of(cases)))
    write_out_of_fold(folder, OutOfFold(LABELS, members, scores))
    return folder


def test_the_card_gets_what_the_rule_makes(model: Path, cases: list[Case]) -> None:
    before = read_card_file(model)
    card = decide_anew(model, cases, RULE)
    assert card == read_card_file(model)
    assert card.calibration is not None
    assert all(scale < 1 for scale in card.calibration.scale)  # who shouts is hushed
    assert card.thresholds != before.thresholds
    assert card.training["settings"]["thresholds"] == "expected"
    assert UNCALIBRATED not in card.limits
    half = calibrated(np.full((1, len(LABELS)), 0.5), card.calibration)
    assert np.all((half > 0) & (half < 1))


def test_without_calibration_the_card_says_so(model: Path, cases: list[Case]) -> None:
    decide_anew(model, cases, RULE)
    card = decide_anew(model, cases, DecisionRule("none", "steady"))
    assert card.calibration is None
    assert card.limits.count(UNCALIBRATED) == 1


def test_a_part_of_the_records_is_refused(model: Path, cases: list[Case]) -> None:
    before = (model / "card.json").read_bytes()
    with pytest.raises(EcgError, match=r"Only \d+% of the records"):
        decide_anew(model, cases[:-1], RULE)
    assert (model / "card.json").read_bytes() == before


def test_the_command_prints_each_threshold(
    model: Path, hospital: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["thresholds", str(model), "--data", str(hospital)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == list(LABELS)


def test_a_model_without_out_of_fold_scores_is_refused_in_one_sentence(
    hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_card_file(tmp_path, card_of(weights_sha256="0" * 64))
    assert main(["thresholds", str(tmp_path), "--data", str(hospital)]) == 2
    assert "has no cross_validation.csv" in capsys.readouterr().err
