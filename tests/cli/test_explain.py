import json
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.inference.library import save
from tests.cli.made_records import write_record
from tests.made_models import card_of, noise, random_model_folder, random_resnet34


@pytest.fixture
def header(tmp_path: Path) -> Path:
    return write_record(tmp_path, "long", noise(12, 6000))


def _explain(header: Path, *args: object) -> int:
    model = str(random_model_folder())
    return main(["explain", str(header), "--model", model, *map(str, args)])


@pytest.mark.parametrize("method", ["gradcam", "hirescam"])
def test_the_file_holds_the_map_on_the_records_own_samples(
    header: Path, tmp_path: Path, method: str, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "heat.npz"
    assert _explain(header, "--label", "AF", "--method", method, "--out", out) == 0
    with np.load(out) as stored:
        assert stored["heat"].shape == stored["raw"].shape == (1, 6000)
        assert stored["heat"].dtype == stored["raw"].dtype == np.float32
        assert stored["heat"].min() >= 0
        assert stored["heat"].max() <= 1
        assert list(stored["leads"][:2]) == ["I", "II"]
        assert (int(stored["start"]), int(stored["stop"])) == (0, 6000)
        assert float(stored["fs_hz"]) == 500.0
        assert [str(stored[key]) for key in ("label", "method", "model")] == [
            "AF",
            method,
            "random",
        ]
        test = json.loads(str(stored["test"]))
    printed = capsys.readouterr().out
    if test is not None:
        assert {"deletion", "insertion", "random", "flipped"} <= set(test)
        tried = "Without the strongest" in printed and "other places" in printed
        assert tried != ("No part of this span speaks for AF: " in printed)


def test_a_span_in_seconds_is_cut_out(header: Path, tmp_path: Path):
    out = tmp_path / "heat.npz"
    assert _explain(header, "--label", "AF", "--out", out, "--start", 2, "--stop", 4.5) == 0
    with np.load(out) as stored:
        assert (int(stored["start"]), int(stored["stop"])) == (1000, 2250)
        assert stored["heat"].shape == (1, 1250)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--label", "XX"], 'no label "XX"; it has SNR, AF'),
        (["--label", "AF", "--method", "magic"], "it can by gradcam, hirescam"),
        (["--label", "AF", "--start", "50"], "long is 12 s long"),
    ],
)
def test_what_cannot_be_explained_gives_one_sentence_and_no_file(
    header: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    sentence: str,
):
    out = tmp_path / "heat.npz"
    assert _explain(header, *args, "--out", out) == 2
    captured = capsys.readouterr().err
    assert sentence in captured
    assert captured.count("\n") == 1
    assert not out.exists()


def test_a_model_without_explanations_says_so(
    header: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    save(tmp_path / "mute", random_resnet34(), card_of(methods=()))
    args = ["--model", str(tmp_path / "mute"), "--label", "AF", "--out", str(tmp_path / "h.npz")]
    assert main(["explain", str(header), *args]) == 2
    assert "offers no explanation" in capsys.readouterr().err


def test_an_absent_output_folder_is_told_before_any_work(
    header: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert _explain(header, "--label", "AF", "--out", tmp_path / "no" / "heat.npz") == 2
    assert "its folder does not exist" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_gives_a_sentence_and_leaves_nothing(
    header: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "heat.npz").mkdir()
    assert _explain(header, "--label", "AF", "--out", tmp_path / "heat.npz") == 2
    assert "cannot be written" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "soon"])
def test_a_start_that_is_no_time_is_refused(header: Path, tmp_path: Path, value: str):
    with pytest.raises(SystemExit) as stopped:
        _explain(header, "--label", "AF", "--out", tmp_path / "h.npz", f"--start={value}")
    assert stopped.value.code == 2
