"""Figure 3: the spans of beats' parts, densities by hand, and the figure of a made set."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.cli.main import main
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model, save
from ecgviewer.nets.build import build_net
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_parts import PARTS, TIME_S, inside
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.figure3 import Extent, figure3
from ecgviewer.study.found_windows import found_windows
from ecgviewer.study.observations import (
    CNN,
    FAIL,
    LSTM,
    PASS,
    QUESTIONS,
    UNKNOWN,
    Answer,
    ClassMaps,
    Question,
    answer,
    density,
    drawn_means,
    verdict_of,
)
from ecgviewer.study.split import Member, write_split
from tests.beat_models import SPEC, beat_card
from tests.study.made_beats import write_arrhythmia_set

BEATS_S = np.array([-1.3, -0.6, 0.0, 0.9])
N = BEAT_LABELS.index("N")


def _seconds(part: str) -> set[float]:
    return set(np.round(TIME_S[inside(part, BEATS_S)], 1).tolist())


def test_parts_lie_around_the_beats_that_they_are_of():
    assert {-0.6, 0.0, 0.9} <= _seconds("R peaks")
    assert _seconds("ectopic beat") == {-0.2, -0.1, 0.0, 0.1, 0.2, 0.3}
    assert {-0.6, 0.9} <= _seconds("neighbours")
    assert not _seconds("neighbours") & {-0.1, 0.0, 0.1}
    assert {0.7, 0.9} <= _seconds("last beat")
    assert max(_seconds("ectopic beat")) < min(_seconds("last beat"))
    assert {-0.8, 0.5} <= _seconds("f waves")
    assert not _seconds("f waves") & {-0.6, 0.0, 0.9}


def test_a_neighbour_s_span_ends_where_the_ectopic_beat_s_begins():
    close = np.array([-0.3, 0.0, 0.3])
    both = inside("neighbours", close) & inside("ectopic beat", close)
    assert not both.any()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_asked_of_a_single_beat(part: str):
    found = inside(part, np.array([0.0]))
    assert found.any() == (part != "neighbours")
    assert not found.all()


def test_density_is_a_share_of_the_mass_by_the_share_of_the_window():
    part = np.arange(720) < 180
    assert density(np.ones(720, dtype=np.float32), part) == pytest.approx(1)
    assert density(part.astype(np.float32), part) == pytest.approx(4)
    assert density((~part).astype(np.float32), part) == 0
    assert np.isnan(density(np.zeros(720, dtype=np.float32), part))
    assert np.isnan(density(np.ones(720, dtype=np.float32), np.zeros(720, dtype=np.bool_)))


def _maps(part: str, n: int, share_elsewhere: float) -> ClassMaps:
    beats_s = [BEATS_S + shift for shift in np.linspace(-0.05, 0.05, n)]
    heats = [np.where(inside(part, one), 1, share_elsewhere) for one in beats_s]
    patients = np.array([f"p{place % 3}" for place in range(n)], dtype=np.str_)
    return ClassMaps(np.array(heats, dtype=np.float32), tuple(beats_s), patients)


def test_what_a_net_dwells_on_passes_and_what_it_does_not_fails():
    question = Question(2, "PVC", LSTM, "ectopic beat")
    dwells = answer(question, _maps("ectopic beat", 12, 0.1), n_draws=100)
    assert dwells.verdict == PASS
    assert (dwells.n_windows, dwells.n_patients) == (12, 3)
    assert 1 < dwells.ratio.low <= dwells.ratio.value <= dwells.ratio.high
    assert answer(question, _maps("neighbours", 12, 0.1), n_draws=100).verdict == FAIL
    level = answer(question, _maps("ectopic beat", 12, 1.0), n_draws=100)
    assert level.verdict == FAIL
    assert answer(question, _maps("ectopic beat", 9, 0.1), n_draws=100).verdict == UNKNOWN
    assert np.isnan(answer(question, _maps("ectopic beat", 0, 0.1), n_draws=100).ratio.value)


def test_draws_are_of_patients_and_then_of_windows():
    values = np.array([0.0] * 30 + [1.0])
    patients = np.array(["a"] * 30 + ["b"], dtype=np.str_)
    means = drawn_means(values, patients, 400)
    # Both drawn as the other patient's twin: as likely as each of both.
    assert (means == 1).mean() == pytest.approx(0.25, abs=0.07)
    assert (means == 0).mean() == pytest.approx(0.25, abs=0.07)
    alone = drawn_means(np.arange(5.0), np.array(["a"] * 5, dtype=np.str_), 200)
    assert alone.std() > 0.3


def _answered(n: int, low: float) -> Answer:
    return Answer(QUESTIONS[0], Interval(2, low, 3), n, 1)


def test_an_observation_passes_where_all_of_its_questions_do():
    passes, fails, unknown = _answered(20, 1.5), _answered(20, 0.5), _answered(3, 1.5)
    assert verdict_of([passes, passes]) == PASS
    assert verdict_of([passes, unknown]) == UNKNOWN
    assert verdict_of([unknown, fails, passes]) == FAIL


def test_the_questions_are_the_eight_observations_of_both_nets():
    assert list(dict.fromkeys(one.number for one in QUESTIONS)) == [*range(1, 9)]
    assert tuple(dict.fromkeys(one.label for one in QUESTIONS)) == BEAT_LABELS
    for label in BEAT_LABELS:
        assert {one.net for one in QUESTIONS if one.label == label} == {CNN, LSTM}


@pytest.fixture(scope="module")
def arrhythmias(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_arrhythmia_set(tmp_path_factory.mktemp("beats") / "mitdb", n_beats=16)


@pytest.fixture(scope="module")
def nets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both nets, which call everything N; they have learnt from DS1."""
    folder = tmp_path_factory.mktemp("models")
    for name, method in (("cam_net", "cam"), ("mask_lstm", "mask")):
        torch.manual_seed(3)
        net = build_net(name, {}).eval().requires_grad_(requires_grad=False)
        last = [one for one in net.modules() if isinstance(one, torch.nn.Linear)][-1]
        last.bias[N] = 4.0
        card = replace(beat_card(name=name, net=name, labels=BEAT_LABELS), methods=(method,))
        save(folder / name, net, replace(card, input=SPEC, thresholds=(0.5,) * 8))
        parts = dict.fromkeys(("101", "106", "108", "109"), "fit")
        parts |= dict.fromkeys(("100", "103", "105", "111"), "test")
        members = [Member("mitdb", x, f"mitdb/{x}", part) for x, part in parts.items()]
        write_split(folder / name, members)
    return folder


@pytest.fixture(scope="module")
def windows(arrhythmias: Path) -> BeatWindows:
    return load_beat_windows([DataSet("mitdb", arrhythmias)])


def test_only_right_windows_of_strangers_are_explained_and_patients_take_turns(
    nets: Path, windows: BeatWindows, tmp_path: Path
):
    model = load_model(nets / "mask_lstm", "cpu")
    found = found_windows(model, windows, BEAT_LABELS, 100, tmp_path, Task())
    assert set(windows.records[found.rows]) <= {"100", "103", "105", "111"}
    assert set(windows.labels[found.rows].tolist()) == {N}
    assert found.n_there[N] == len(found.rows)
    assert len(set(windows.patients[found.first(4).rows])) == 4
    assert (np.diff(found.surest(9).scores) <= 0).all()
    assert len(found.of_class("PVC").rows) == 0
    few = found_windows(model, windows, ("N",), 5, tmp_path, Task())
    assert few.rows.tolist() == found.rows[:5].tolist()
    for place in range(5):
        assert np.abs(few.beats_s(place)).min() < 0.003


def test_the_figure_has_a_cell_for_each_class_and_net(
    nets: Path, windows: BeatWindows, tmp_path: Path
):
    models = {
        CNN: load_model(nets / "cam_net", "cpu"),
        LSTM: load_model(nets / "mask_lstm", "cpu"),
    }
    found = figure3(models, windows, Extent(10, 10), tmp_path, Task(), n_draws=100)
    assert set(found.cells) == {(label, net) for label in BEAT_LABELS for net in (CNN, LSTM)}
    for net in (CNN, LSTM):
        panel = found.cells["N", net].panel
        assert panel is not None
        assert panel.heat.min() == 0
        assert panel.heat.max() == pytest.approx(1)
        assert found.cells["PVC", net].panel is None
        assert found.cells["PVC", net].n_there > 0
    verdicts = {one.question: one.verdict for one in found.answers}
    assert len(verdicts) == len(QUESTIONS)
    assert all(
        (verdict == UNKNOWN) == (question.label != "N") for question, verdict in verdicts.items()
    )
    swapped = {CNN: models[LSTM], LSTM: models[CNN]}
    with pytest.raises(EcgError, match='mask_lstm cannot be explained by "cam"'):
        figure3(swapped, windows, Extent(5, 5), tmp_path, Task())


def test_the_command_prints_the_table_and_writes_picture_and_files(
    nets: Path, arrhythmias: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    asked = ("--asked", "10", "--judged", "2", "--out", str(out), "--cache", str(tmp_path))
    models = ("--cnn", str(nets / "cam_net"), "--lstm", str(nets / "mask_lstm"))
    assert main(["figure3", "--data", f"mitdb={arrhythmias}", *models, *asked]) == 0
    printed = capsys.readouterr().out
    assert "PVC, CNN: none of 10 right (of patients" in printed
    assert (out / "figure3.md").read_text().strip() in printed
    rows = list(csv.DictReader((out / "figure3.csv").read_text().splitlines()))
    assert [row["observation"] for row in rows] == [str(one.number) for one in QUESTIONS]
    assert {row["verdict"] for row in rows} == {UNKNOWN}
    assert (out / "figure3.png").read_bytes().startswith(b"\x89PNG")
