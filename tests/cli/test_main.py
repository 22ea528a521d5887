"""The frame of the command line: which command runs, and how errors end."""

import subprocess
import sys
from argparse import Namespace
from importlib import import_module

import pytest

from ecgviewer.cli import main as frame
from ecgviewer.core.errors import Cancelled, EcgError


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Namespace]:
    """What `open` was asked to do, without a window."""
    asked: list[Namespace] = []

    def run(args: Namespace) -> int:
        asked.append(args)
        return 0

    monkeypatch.setattr(import_module("ecgviewer.cli.open"), "run", run)
    return asked


def _open_raises(monkeypatch: pytest.MonkeyPatch, outcome: BaseException) -> None:
    def run(_args: Namespace) -> int:
        raise outcome

    monkeypatch.setattr(import_module("ecgviewer.cli.open"), "run", run)


@pytest.mark.parametrize("argv", [["a.hea"], ["open", "a.hea"]])
def test_a_path_alone_is_opened(opened, argv):
    assert frame.main(argv) == 0
    assert str(opened[0].path) == "a.hea"


def test_no_argument_opens_the_window(opened):
    assert frame.main([]) == 0
    assert len(opened) == 1


def test_the_desktop_s_entry_opens_the_window(opened, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["ecgviewer-gui", "a.hea"])
    assert frame.main_gui() == 0
    assert str(opened[0].path) == "a.hea"


def test_an_error_is_one_line_and_status_2(monkeypatch, capsys):
    _open_raises(monkeypatch, EcgError("a.hea is empty."))
    assert frame.main(["a.hea"]) == 2
    assert capsys.readouterr().err == "ecgviewer: a.hea is empty.\n"


@pytest.mark.parametrize("outcome", [Cancelled(), KeyboardInterrupt()])
def test_what_was_stopped_ends_with_130(monkeypatch, outcome):
    _open_raises(monkeypatch, outcome)
    assert frame.main(["a.hea"]) == 130


def test_a_mistake_in_the_program_is_not_swallowed(monkeypatch):
    _open_raises(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        frame.main(["a.hea"])


def test_every_command_says_what_it_is_for(capsys):
    with pytest.raises(SystemExit) as ended:
        frame.main(["--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for name, module in frame.COMMANDS.items():
        assert f"{name} " in said
        assert " ".join(import_module(module).HELP.split()) in said


def test_the_version_is_the_package_s(capsys):
    with pytest.raises(SystemExit):
        frame.main(["--version"])
    assert capsys.readouterr().out == "ecgviewer 0.1.0\n"


def test_the_module_is_the_command_too():
    done = subprocess.run(
        [sys.executable, "-m", "ecgviewer", "--version"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"ecgviewer ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise on Windows")
def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path):
    command = f"{sys.executable} -m ecgviewer info --json {'nothing.hea ' * 2000}| true"
    shell = ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"]
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == ("130\n", "")


def test_what_is_stopped_while_the_commands_load_ends_with_130(monkeypatch, capsys):
    def stopped(_name):
        raise KeyboardInterrupt

    monkeypatch.setattr(frame, "import_module", stopped)
    assert frame.main(["info", "a.hea"]) == 130
    assert capsys.readouterr().err == ""
