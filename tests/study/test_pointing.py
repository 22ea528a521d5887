"""Where maps of windows around beats point, on a made set and a net that is known by heart."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from ecgviewer.cli.faithfulness_beats import try_on_beats
from ecgviewer.cli.main import main
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.build import NETS
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.faithfulness_report import find
from ecgviewer.study.faithfulness_table import measure
from ecgviewer.study.pointing import methods_of, point
from ecgviewer.study.pointing_report import as_markdown
from ecgviewer.study.split import Member, write_split
from tests.beat_models import HandNet, beat_card
from tests.study.made_beats import write_arrhythmia_set

METHODS = ("cam", "input-gradient")


class EightClasses(HandNet):
    """N is what lies above the line near the middle, PVC what lies below it."""

    def __init__(self) -> None:
        super().__init__()
        weight = torch.full((8, 2), -400.0)
        weight[:2] = torch.tensor([[400.0, -400.0], [-400.0, 400.0]])
        self.weight = torch.nn.Parameter(weight, requires_grad=False)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(NETS, "eight", EightClasses)
    card = beat_card(name="eight", net="eight", labels=BEAT_LABELS, thresholds=(0.5,) * 8)
    save(tmp_path / "eight", EightClasses().eval(), card)
    parts = dict.fromkeys(("101", "106", "108", "109"), "fit")
    parts |= dict.fromkeys(("100", "103", "105", "111"), "test")
    members = [Member("mitdb", x, f"mitdb/{x}", part) for x, part in parts.items()]
    write_split(tmp_path / "eight", members)
    return tmp_path / "eight"


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb", n_beats=16)


def _loaded(folder: Path) -> LoadedModel:
    return load_model(folder, "cpu")


def test_a_net_that_decides_by_the_ectopic_beat_is_seen_to_do_so(
    model: Path, arrhythmias: Path, tmp_path: Path
):
    windows = load_beat_windows([DataSet("mitdb", arrhythmias)])
    outcomes = point(_loaded(model), windows, METHODS, 6, tmp_path, Task())
    assert {one.subject.label for one in outcomes} == {"N: QRS", "PVC: ectopic beat"}
    figures = measure(outcomes, n_draws=100)
    for method in (*METHODS, "middle"):
        assert find(figures, method, "hit", "PVC: ectopic beat").interval.value == 1
    chance = find(figures, "random", "by_chance", "PVC: ectopic beat").interval.value
    assert chance == pytest.approx(0.3, abs=0.01)
    for method in METHODS:
        inside = find(figures, method, "inside", "PVC: ectopic beat").interval.value
        assert inside > 1.5 * chance
    noise = find(figures, "random", "inside", "PVC: ectopic beat").interval.value
    assert noise == pytest.approx(chance, abs=0.1)
    text = as_markdown("eight", outcomes, figures)
    assert "PVC: ectopic beat 6 of 4 patients" in text
    assert "ectopic beat own -0.25 to +0.35 s" in text


def test_each_question_is_asked_of_the_same_windows_by_every_method(
    model: Path, arrhythmias: Path, tmp_path: Path
):
    windows = load_beat_windows([DataSet("mitdb", arrhythmias)])
    outcomes = point(_loaded(model), windows, ("cam",), 3, tmp_path, Task())
    again = point(_loaded(model), windows, ("cam",), 3, tmp_path, Task())
    assert outcomes == again
    for outcome in outcomes:
        assert [one.method for one in outcome.maps] == ["cam", "random", "middle"]
        # Spans of both classes are of one length a beat.
        assert len({one.by_chance for one in outcome.maps}) == 1


def test_methods_are_the_model_s_own_and_those_that_others_use(model: Path):
    loaded = _loaded(model)
    assert {"cam", "mask", "gradient", "occlusion", "integrated"} <= set(methods_of(loaded, None))
    assert methods_of(loaded, ["mask", "integrated", "mask"]) == ("mask", "integrated")
    lstm = replace(loaded, card=replace(loaded.card, methods=("mask",)))
    with pytest.raises(EcgError, match="cannot be explained by cam"):
        methods_of(lstm, ["cam"])
    other = replace(loaded, card=replace(loaded.card, explained_by={"cam": "cam_net"}))
    assert "cam" not in methods_of(other, None)


def test_the_command_prints_both_tables_and_writes_the_files(
    model: Path, arrhythmias: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    asked = ("--methods", *METHODS, "--limit", "4", "--out", str(out), "--cache", str(tmp_path))
    assert main(["faithfulness", str(model), "--data", f"mitdb={arrhythmias}", *asked]) == 0
    printed = capsys.readouterr().out
    assert "| Hottest place " in printed
    assert "| Heat inside " in printed
    assert (out / "faithfulness.md").read_text().strip() in printed
    assert ",mitdb,PVC: ectopic beat,hit," in (out / "faithfulness.csv").read_text()
    assert (out / "faithfulness.png").read_bytes().startswith(b"\x89PNG")


def test_a_model_that_others_explain_is_refused_with_their_names(model: Path, arrhythmias: Path):
    by_others = {"cam": "cam_net", "mask": "mask_lstm"}
    loaded = _loaded(model)
    spec = replace(loaded.card.input, windows="beats in turn")
    card = replace(loaded.card, name="turns", input=spec, explained_by=by_others)
    args = Namespace(methods=None, limit=None, cache=model, out=None)
    with pytest.raises(EcgError, match="turns is explained by cam_net and mask_lstm"):
        try_on_beats(replace(loaded, card=card), [DataSet("mitdb", arrhythmias)], args)
