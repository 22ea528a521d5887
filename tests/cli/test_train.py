"""``ecgviewer train``: what a person types, what is left, what is said of mistakes."""

import json
import shutil
import sys
from io import StringIO
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.cli.training_line import TrainingLine, as_line, duration
from ecgviewer.inference.library import read_card
from ecgviewer.study.pace import Progress
from tests.cli.killed_programs import assert_ends_as_unbroken
from tests.study.conftest import hospital, small

__all__ = ["hospital", "small"]

ROOT = Path(__file__).resolve().parents[2]


def command(hospital: Path, out: Path, *options: str) -> list[str]:
    cache = str(out.parent / "cache")
    data = f"Infirmary={hospital}"
    return ["train", "small", "--data", data, "--out", str(out), "--cache", cache, *options]


@pytest.mark.usefixtures("small")
def test_one_command_leads_from_a_data_set_to_a_model(hospital, tmp_path, capsys):
    assert main(command(hospital, tmp_path / "mine", "--name", "mine", "--epochs", "2")) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(tmp_path / "mine")
    assert "24 records to learn from, 5 to choose by, 3 to examine" in said.err
    card = read_card(tmp_path / "mine")
    assert card.name == "mine"
    assert card.training["fit"]["records"] == {"Infirmary": 24}
    assert any("2 epochs instead of 3" in limit for limit in card.limits)


@pytest.mark.usefixtures("small")
def test_other_settings_stand_on_the_card(hospital, tmp_path):
    options = ["--crop-seconds", "2", "--seed", "5", "--epochs", "1", "--precision", "bfloat16"]
    assert main(command(hospital, tmp_path / "mine", *options, "--mapping", "paper")) == 0
    card = read_card(tmp_path / "mine")
    assert card.input.n_samples == 1000
    assert card.training["seed"] == 5
    assert card.training["mapping"] == "paper"
    assert card.training["precision"] == {"fit": "bfloat16"}
    limits = " ".join(card.limits)
    assert "windows of 2 s instead of 5 s, 1 epoch instead of 3" in limits
    assert card.excluded_by == {}


@pytest.mark.usefixtures("small")
def test_a_set_given_again_under_another_name_is_learnt_from_once(hospital, tmp_path, capsys):
    again = tmp_path / "again"
    shutil.copytree(hospital, again)
    options = ["--data", f"Infirmary={hospital}", f"Copy={again}", "--epochs", "1"]
    assert main(command(hospital, tmp_path / "mine", *options)) == 0
    said = capsys.readouterr().err
    assert "32 records cannot be used; the first: " in said
    assert "is the same recording as" in said
    assert read_card(tmp_path / "mine").training["fit"]["records"] == {"Infirmary": 24}


@pytest.mark.usefixtures("small")
def test_one_command_tells_how_unknown_hospitals_fare_and_evaluate_tabulates_it(
    hospital, tmp_path, capsys
):
    for path in sorted(hospital.iterdir()):
        place = tmp_path / ("south" if int(path.stem[1:]) % 4 < 2 else "north")
        place.mkdir(exist_ok=True)
        shutil.copy(path, place)
    data = [f"north={tmp_path / 'north'}", f"south={tmp_path / 'south'}"]
    options = ["--data", *data, "--epochs", "1"]
    assert main(command(hospital, tmp_path / "mine", *options, "--leave-source-out")) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(tmp_path / "mine" / "leave_source_out.csv")
    assert "Without north (1 of 2)" in said.err
    assert main(command(hospital, tmp_path / "mine", *options)) == 0
    asked = ["evaluate", str(tmp_path / "mine"), "--leave-source-out", "--draws", "100"]
    cache = ["--cache", str(tmp_path / "cache")]
    assert main([*asked, *cache, "--data", *data]) == 0
    report = capsys.readouterr().out
    assert "in hospitals that it was not trained on" in report
    rows = [[cell.strip() for cell in line.split("|")] for line in report.splitlines()]
    assert [len(row) for row in rows if row[1:4] == ["north", "16", "2"]] == [9]


def test_folds_and_hospitals_are_left_out_by_separate_commands(hospital, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(command(hospital, tmp_path / "mine", "--cross-validate", "--leave-source-out"))
    assert "not allowed with" in capsys.readouterr().err


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"recipe": "theirs"}, 'No recipe is called "theirs"; known: '),
        ({"data": "nowhere"}, "nowhere is no folder"),
        ({"options": ["--epochs", "0"]}, "0 epochs teach nothing"),
        ({"options": ["--crop-seconds", "0"]}, "holds no sample"),
        ({"options": ["--init", "elsewhere"]}, 'The model "elsewhere"'),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(hospital, tmp_path, capsys, changes, complaint):
    words = command(hospital, tmp_path / "mine", *changes.get("options", []))
    words[1] = changes.get("recipe", "small")
    words[3] = changes.get("data", words[3])
    assert main(words) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("small")
def test_a_run_with_other_settings_is_not_gone_on_with(hospital, tmp_path, capsys):
    assert main(command(hospital, tmp_path / "mine", "--epochs", "1")) == 0
    assert main(command(hospital, tmp_path / "mine", "--epochs", "1", "--seed", "3")) == 2
    assert "holds a run with other settings (seed was 2026, now 3)" in capsys.readouterr().err


def test_a_run_killed_by_the_system_ends_as_an_unbroken_one(hospital, tmp_path):
    program = [sys.executable, str(ROOT / "tests/study/small_net.py")]

    def words(out: Path) -> list[str]:
        return [*program, *command(hospital, out, "--epochs", "6", "--device", "cpu")]

    left = assert_ends_as_unbroken(words, tmp_path, killed_at="fit, epoch 3")
    histories = [json.loads((folder / "history.json").read_text()) for folder in left]
    losses = [[row["loss"] for row in rows] for rows in histories]
    assert losses[0] == losses[1]


class Terminal(StringIO):
    """Keeps what is written, as a terminal would be sent it."""

    def isatty(self) -> bool:
        return True


PROGRESS = Progress("fold 2 of 5", "fit", 3, 30, 0.21345, 0.6121, 41.26, 754.0)


def test_progress_is_one_line():
    assert as_line(PROGRESS) == (
        "fold 2 of 5 · fit 3/30 · loss 0.2135 · best F1 0.612 · 41.3 records/s · 13 min left"
    )


def test_progress_rewrites_its_line_and_sentences_stay():
    terminal = Terminal()
    line = TrainingLine(terminal)
    line.tell(PROGRESS)
    line.say("done")
    assert terminal.getvalue().startswith("\r\x1b[Kfold 2 of 5")
    assert terminal.getvalue().endswith("\r\x1b[Kdone\n")


def test_a_file_gets_sentences_alone():
    log = StringIO()
    line = TrainingLine(log)
    line.tell(PROGRESS)
    line.say("done")
    assert log.getvalue() == "done\n"


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 s"), (754, "13 min"), (11100, "3 h 05 min")]
)
def test_durations_are_said_as_people_do(seconds: float, words: str):
    assert duration(seconds) == words
