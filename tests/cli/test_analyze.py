import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.cli.made_records import write_record
from tests.made_models import LABELS, noise, random_model_folder

KEYS = [
    *("record", "fs_hz", "leads", "missing_leads", "seconds", "model", "labels", "scores"),
    *("thresholds", "findings", "unfamiliar", "unfamiliar_reason", "windows", "error"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two records, one of them long, and a broken one between them."""
    write_record(tmp_path, "a", noise(12, 5000))
    (tmp_path / "b.hea").write_text("b 12 500 5000\nb.dat 16 1000/mV 16 0 0 0 0 I\n")
    write_record(tmp_path / "deeper", "c", noise(2, 4320), ("MLII", "V1"), rate_hz=360.0)
    return tmp_path


def _analyze(*args: object) -> int:
    return main(["analyze", "--model", str(random_model_folder()), *map(str, args)])


def test_a_folder_gives_one_object_a_record_and_names_what_is_broken(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _analyze(folder, "--json") == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [Path(answer["record"]).name for answer in answers] == ["a.hea", "b.hea", "c.hea"]
    assert all(list(answer) == KEYS for answer in answers)
    good, broken, long = answers
    assert "b" in broken["error"]
    assert broken["scores"] is None
    assert good["error"] is long["error"] is None

    assert (good["fs_hz"], good["seconds"], good["missing_leads"]) == (500.0, 10.0, [])
    assert good["labels"] == list(LABELS) == list(good["scores"]) == list(good["thresholds"])
    assert good["model"] == "random"
    assert set(good["findings"]) == {
        label for label in LABELS if good["scores"][label] >= good["thresholds"][label]
    }
    assert good["windows"][0] == {"start_s": 0.0, "stop_s": 10.0, "scores": good["scores"]}


def test_a_long_record_is_answered_window_by_window_and_its_absent_leads_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _analyze(folder / "deeper" / "c.hea", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(item["start_s"], item["stop_s"]) for item in answer["windows"]] == [
        (0.0, 10.0),
        (2.0, 12.0),
    ]
    assert answer["leads"] == ["MLII", "V1"]
    assert answer["missing_leads"] == [lead for lead in STANDARD_LEADS if lead not in ("II", "V1")]


def test_json_is_whole_on_a_terminal_that_lacks_the_letters_of_a_name(tmp_path: Path):
    name = str(tmp_path / "herzschlag ä \U0001f493.hea")
    command = [sys.executable, "-m", "ecgviewer", "analyze", "--json", name]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert json.loads(done.stdout)["record"] == name


def test_for_a_person_every_class_is_a_line_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _analyze(folder / "a.hea") == 0
    out = capsys.readouterr().out
    assert "12 leads, 500 Hz, 10 s; random on the CPU" in out
    assert "trial fibrillation" in out
    assert sum(line.startswith("  ") for line in out.splitlines()) == len(LABELS)
    assert out.endswith("Research use only. Not a medical device.\n")


def test_a_broken_record_gives_its_sentence_on_stderr_and_status_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert _analyze(folder / "b.hea") == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("ecgviewer: ")
    assert captured.err.count("\n") == 1


def test_an_unknown_model_ends_the_command_with_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["analyze", str(folder), "--model", "nothing", "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert 'No model is called "nothing"' in captured.err
