"""``ecgviewer explain`` for models that read windows around beats."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.cli.main import main
from ecgviewer.inference import library
from ecgviewer.inference.library import save
from ecgviewer.nets.build import build_net
from ecgviewer.signal.synthesis import synthesize
from tests.beat_models import beat_card
from tests.cli.made_records import write_record

RATE_HZ = 250.0


@pytest.fixture
def header(tmp_path: Path) -> Path:
    made = synthesize("SNR", 2, 8.0, RATE_HZ)
    return write_record(tmp_path / "records", "made", made.signals_mv[1:2], ("MLII",), RATE_HZ)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two models, of which the first is explained by the second's maps and masks."""
    folder = tmp_path / "models"
    monkeypatch.setattr(library, "model_folders", lambda: (folder,))
    for name, net, changes in (
        ("asked", "mask_lstm", {"explained_by": {"cam": "simple"}, "methods": ("mask", "cam")}),
        ("simple", "cam_net", {"methods": ("cam", "occlusion")}),
    ):
        torch.manual_seed(5)
        card = beat_card(name=name, net=net, net_options={"n_classes": 2}, **changes)
        save(folder / name, build_net(net, {"n_classes": 2}), card)
    return folder


def _explain(header: Path, out: Path, *args: object) -> int:
    return main(["explain", str(header), "--model", "asked", "--out", str(out), *map(str, args)])


def test_each_beat_of_a_span_is_explained_by_its_own_label(
    header: Path, models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "mask.npz"
    assert _explain(header, out, "--start", 2, "--stop", 6) == 0
    with np.load(out) as stored:
        assert stored["heat"].shape == stored["raw"].shape == (1, 1000)
        assert [str(stored[key]) for key in ("label", "method", "model")] == ["", "mask", "asked"]
        assert list(stored["leads"]) == ["II"]
        windows = json.loads(str(stored["windows"]))
        heat = stored["heat"]
    printed = capsys.readouterr().out
    assert len(windows) >= 3
    assert np.nanmin(heat) >= 0
    assert np.nanmax(heat) <= 1
    for window in windows:
        assert window["stop"] - window["start"] == 500
        assert window["label"] == window["answer"]
        assert {"share", "score", "level", "flipped", "spread"} == set(window["deleted"])
        assert f"{(window['start'] + window['stop']) / 2 / RATE_HZ:.2f} s" in printed
    assert "% deleted (median)" in printed
    assert "A level line, which it never learnt from, would be" in printed


def test_a_method_that_explains_another_model_says_so(
    header: Path, models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "cam.npz"
    assert _explain(header, out, "--method", "cam", "--label", "UP", "--stop", 4) == 0
    with np.load(out) as stored:
        assert [str(stored[key]) for key in ("label", "model")] == ["UP", "simple"]
        assert all(window["deleted"] is None for window in json.loads(str(stored["windows"])))
    printed = capsys.readouterr().out
    assert "For asked, cam explains simple, whose answers follow." in printed


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--method", "shap"], 'by "shap"; it can by cam, mask'),
        (["--label", "AF"], 'no label "AF"; it has UP, DOWN'),
        (["--stop", "0.1"], "No beat was found in that part of made"),
    ],
)
def test_what_cannot_be_explained_gives_one_sentence_and_no_file(
    header: Path,
    models: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    sentence: str,
):
    out = tmp_path / "no.npz"
    assert _explain(header, out, *args) == 2
    assert sentence in capsys.readouterr().err
    assert not out.exists()


def test_a_model_that_explains_and_is_not_here_is_named(
    header: Path, models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (models / "simple" / "weights.safetensors").unlink()
    (models / "simple" / "card.json").unlink()
    assert _explain(header, tmp_path / "no.npz", "--method", "cam") == 2
    assert 'No model is called "simple"' in capsys.readouterr().err
