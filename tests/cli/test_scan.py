"""``ecgviewer scan`` on made records, with a net that has learnt nothing."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.cli.scan_forms import annotations_of
from ecgviewer.core.errors import EcgError
from ecgviewer.core.scan import Episode
from ecgviewer.core.task import Task
from ecgviewer.inference import library
from ecgviewer.inference.scan import scan
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations
from ecgviewer.signal.synthesis import synthesize
from tests.cli.made_records import write_record
from tests.io.oracle import wfdb
from tests.made_models import noise, random_model_folder
from tests.scan_models import LABELS, untrained_model_folder

KEYS = [
    *("record", "lead", "fs_hz", "seconds", "model", "beats", "episodes", "summary", "error"),
]
RATE_HZ = 250.0
of_wfdb = pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two records, one of them deeper, and a broken one between them."""
    path = tmp_path_factory.mktemp("records")
    made = synthesize("PVC", 3, duration_s=40.0, rate_hz=RATE_HZ)
    write_record(path, "a", made.signals_mv[[10, 1]], ("V5", "MLII"), RATE_HZ)
    (path / "b.hea").write_text("b 1 250 5000\nb.dat 16 1000/mV 16 0 0 0 0 II\n")
    write_record(path / "deeper", "c", made.signals_mv[[1]], ("ECG",), RATE_HZ)
    return path


def _scan(*args: object) -> int:
    return main(["scan", "--model", str(untrained_model_folder()), *map(str, args)])


def _lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_folder_gives_one_object_a_record_and_names_what_is_broken(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _scan(folder, "--json") == 2
    captured = capsys.readouterr()
    answers = _lines(captured.out)
    assert [Path(str(answer["record"])).name for answer in answers] == ["a.hea", "b.hea", "c.hea"]
    assert all(list(answer) == KEYS for answer in answers)
    good, broken, other = answers
    assert "b" in str(broken["error"])
    assert broken["beats"] is broken["summary"] is None
    assert good["error"] is other["error"] is None
    assert (good["lead"], other["lead"]) == ("MLII", "ECG")
    assert good["beats"] == other["beats"]
    assert "ECG was read in its place" in captured.err
    assert (good["fs_hz"], good["seconds"], good["model"]) == (RATE_HZ, 40.0, "untrained")


def test_beats_are_those_detected_at_the_record_s_own_rate(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _scan(folder / "a.hea", "--json") == 0
    (answer,) = _lines(capsys.readouterr().out)
    beats = answer["beats"]
    assert isinstance(beats, list)
    expected = detect_beats(open_record(folder / "a.hea"))
    assert [beat["sample"] for beat in beats] == expected.tolist()
    assert all(list(beat) == ["sample", "time_s", "label", "score"] for beat in beats)
    assert all(beat["time_s"] == beat["sample"] / RATE_HZ for beat in beats)
    assert all(beat["label"] in LABELS and 0 <= beat["score"] <= 1 for beat in beats)
    summary = answer["summary"]
    assert isinstance(summary, dict)
    assert summary["n_beats"] == len(beats)
    assert summary["counts"] == dict.fromkeys(LABELS, 0) | Counter(beat["label"] for beat in beats)
    assert 0 <= summary["af_score"] <= 1


def test_the_lead_may_be_named(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert _scan(folder / "a.hea", "--json", "--lead", "v5") == 0
    (answer,) = _lines(capsys.readouterr().out)
    assert answer["lead"] == "V5"
    assert _scan(folder, "--json", "--lead", "V5") == 2
    errors = [answer["error"] for answer in _lines(capsys.readouterr().out)]
    assert errors[0] is None
    assert "no ECG lead V5; its ECG leads are: ECG" in str(errors[2])


def test_for_a_person_there_is_a_summary_and_a_file_may_hold_the_lines(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "answers.json"
    assert _scan(folder, "--out", out) == 2
    captured = capsys.readouterr()
    assert "lead MLII, 250 Hz, 0:00:40" in captured.out
    assert "Heart rate    mean" in captured.out
    assert captured.out.endswith("Research use only. Not a medical device.\n")
    assert captured.err.startswith("ecgviewer: ")
    answers = _lines(out.read_text())
    assert [answer["error"] is None for answer in answers] == [True, False, True]


@of_wfdb
def test_an_annotation_file_is_read_back_by_wfdb_and_by_ourselves(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "a.atr"
    assert _scan(folder / "a.hea", "--json", "--out", out) == 0
    (answer,) = _lines(capsys.readouterr().out)
    beats = answer["beats"]
    assert isinstance(beats, list)
    marks = wfdb.rdann(str(tmp_path / "a"), "atr")
    at = [
        sample for sample, symbol in zip(marks.sample, marks.symbol, strict=True) if symbol != "+"
    ]
    assert at == [beat["sample"] for beat in beats]
    write_record(tmp_path, "a", noise(1, 10_000), ("II",), RATE_HZ)
    assert [
        x.start for x in open_record(tmp_path / "a.hea").annotations if x.label in "NVALR"
    ] == at


@of_wfdb
def test_rhythms_are_marked_where_they_change(folder: Path, tmp_path: Path):
    record = open_record(folder / "a.hea")
    found = scan(library.load_model(untrained_model_folder(), "cpu"), record, Task())
    samples = found.samples
    label = np.zeros(len(samples), dtype=np.int8)
    label[:8] = [
        LABELS.index(x) for x in ("N", "PVC", "PAC", "LBBB", "RBBB", "AFIB", "SVTA", "SBR")
    ]
    episodes = (
        Episode(int(samples[5]), int(samples[6]), "AFIB", 0.9),
        Episode(int(samples[6]), int(samples[7]), "SVTA", 0.9),
        Episode(int(samples[20]), record.n_samples, "SBR", 0.9),
    )
    marked = replace(found, label=label, episodes=episodes)
    write_annotations(tmp_path / "a.atr", annotations_of(marked))
    marks = wfdb.rdann(str(tmp_path / "a"), "atr")
    symbols = [symbol for symbol in marks.symbol if symbol != "+"]
    assert symbols[:8] == ["N", "V", "A", "L", "R", "N", "A", "N"]
    changes = [
        (int(sample), note.rstrip("\0"))
        for sample, symbol, note in zip(marks.sample, marks.symbol, marks.aux_note, strict=True)
        if symbol == "+"
    ]
    assert changes == [
        (0, "(N"),
        (samples[5], "(AFIB"),
        (samples[6], "(SVTA"),
        (samples[7], "(N"),
        (samples[20], "(SBR"),
    ]


def test_an_annotation_file_holds_one_record(folder: Path, tmp_path: Path, capsys):
    assert _scan(folder, "--out", tmp_path / "a.atr") == 2
    assert "there are 3" in capsys.readouterr().err
    assert _scan(folder / "b.hea", "--out", tmp_path / "b.atr") == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.atr", "a.json"])
def test_a_file_that_cannot_be_written_is_named_before_the_work(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "nowhere" / name
    assert _scan(folder / "a.hea", "--out", out) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{out} cannot be written" in captured.err


def test_a_model_of_whole_recordings_is_refused_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["scan", str(folder / "a.hea"), "--model", str(random_model_folder())]) == 2
    assert "name a single-lead model" in capsys.readouterr().err


def test_unasked_the_best_single_lead_model_that_is_there_scans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(library, "model_folders", lambda: (tmp_path,))
    with pytest.raises(EcgError, match="No single-lead model"):
        library.default_beat_model()
    for name, source in (
        ("best12", random_model_folder()),
        ("another", untrained_model_folder()),
        ("cam_net", untrained_model_folder()),
    ):
        (tmp_path / name).symlink_to(source)
    assert library.default_beat_model() == "cam_net"
