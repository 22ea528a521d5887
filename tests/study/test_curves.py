"""The picture of a run's learning."""

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from ecgviewer.study.curves import draw_curves


def row(phase: str, epoch: int, *, validated: bool) -> dict[str, Any]:
    figures = {"validation_f1": 0.1 * epoch, "validation_auc": 0.5 + 0.1 * epoch}
    rest = {"phase": phase, "epoch": epoch, "loss": 1 / epoch, "learning_rate": 1e-4}
    return rest | (figures if validated else {})


def write_history(folder: Path, rows: list[dict[str, Any]]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "history.json").write_text(json.dumps(rows))


def size(path: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height


@pytest.mark.parametrize(("validated", "panels"), [(True, 3), (False, 2)])
def test_there_is_a_panel_for_everything_known(tmp_path: Path, validated: bool, panels: int):
    write_history(tmp_path, [row("fit", epoch, validated=validated) for epoch in (1, 2, 3)])
    draw_curves(tmp_path, "a net")
    width, height = size(tmp_path / "curves.png")
    assert width == 1200
    assert height == pytest.approx(150 * (0.8 + 2.4 * panels), abs=1)


def test_folds_give_the_final_net_its_validation(tmp_path: Path):
    write_history(tmp_path, [row("fit", epoch, validated=False) for epoch in (1, 2)])
    for fold in range(5):
        rows = [row("fit", epoch, validated=True) for epoch in (1, 2)]
        write_history(tmp_path / f"fold-{fold}", rows)
    draw_curves(tmp_path, "a net")
    assert size(tmp_path / "curves.png")[1] == pytest.approx(150 * 8, abs=1)


def test_one_epoch_and_several_phases_can_be_drawn(tmp_path: Path):
    write_history(tmp_path, [row("made", 1, validated=False)])
    draw_curves(tmp_path, "a net")
    alone = (tmp_path / "curves.png").read_bytes()
    write_history(tmp_path, [row("made", 1, validated=False), row("both", 1, validated=False)])
    draw_curves(tmp_path, "a net")
    assert (tmp_path / "curves.png").read_bytes() != alone
