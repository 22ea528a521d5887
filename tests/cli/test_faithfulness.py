from pathlib import Path

import pytest
import torch

from ecgviewer.cli.main import main
from ecgviewer.inference.library import save
from ecgviewer.nets.build import NETS
from tests.made_models import LABELS, SPEC, card_of
from tests.study.made_sets import DX, made_mv, write_challenge
from tests.study.small_net import SmallNet


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A saved small net that finds every class in everything."""
    monkeypatch.setitem(NETS, "small", SmallNet)
    torch.manual_seed(4)
    net = SmallNet(len(LABELS)).eval().requires_grad_(requires_grad=False)
    card = card_of(
        name="tiny",
        net="small",
        net_options={"n_classes": len(LABELS)},
        thresholds=(0.0,) * len(LABELS),
        input=SPEC,
        methods=("hirescam", "gradcam"),
    )
    save(tmp_path / "tiny", net, card)
    return tmp_path / "tiny"


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    folder = tmp_path / "infirmary"
    for number in range(2):
        write_challenge(folder / f"E{number}.hea", made_mv("AF", number), DX["AF"])
    return folder


def _try(model: Path, hospital: Path, *args: object) -> int:
    return main(["faithfulness", str(model), "--data", f"clinic={hospital}", *map(str, args)])


def test_it_prints_a_table_and_writes_the_same_with_figures_and_a_picture(
    model: Path, hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    assert _try(model, hospital, "--made", 1, "--limit", 1, "--out", out) == 0
    printed = capsys.readouterr().out
    # Five classes of made records and the hospital's AF.
    assert "Explanations of tiny: 6 findings explained by each method" in printed
    for row in ("hirescam", "gradcam", "random", "beats"):
        assert f"| {row} " in printed
    assert (out / "faithfulness.md").read_text().strip() in printed
    assert ",clinic,AF,deletion," in (out / "faithfulness.csv").read_text()
    assert (out / "faithfulness.png").stat().st_size > 10_000


def test_methods_can_be_chosen_among_the_models_own(
    model: Path, hospital: Path, capsys: pytest.CaptureFixture[str]
):
    assert _try(model, hospital, "--made", 0, "--methods", "hirescam") == 0
    printed = capsys.readouterr().out
    assert "2 findings explained" in printed
    assert "| gradcam" not in printed
    assert _try(model, hospital, "--methods", "magic") == 2
    assert "by magic; it can by hirescam, gradcam" in capsys.readouterr().err


def test_an_absent_folder_is_told_before_any_work(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["faithfulness", str(model), "--data", str(tmp_path / "none")]) == 2
    assert "is no folder" in capsys.readouterr().err
