"""The environment is made once, kept while nothing changes, and repaired when broken."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from subprocess import PIPE

import pytest

import environment
from environment import provide_environment, venv_python


class Installs:
    """Stands where pip would be: remembers what was asked for and makes an interpreter."""

    def __init__(self) -> None:
        self.made = 0
        self.filled: list[list[str]] = []
        self.fails = False

    def make(self, _interpreter: str, venv: Path) -> None:
        self.made += 1
        venv_python(venv).parent.mkdir(parents=True)
        venv_python(venv).touch()
        environment._unfinished(venv).touch()

    def fill(self, venv: Path, extras: list[str]) -> None:
        environment._unfinished(venv).touch()
        if self.fails:
            raise KeyboardInterrupt
        self.filled.append(list(extras))


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> Installs:
    stand_in = Installs()
    monkeypatch.setattr(environment, "_make_with", stand_in.make)
    monkeypatch.setattr(environment, "_fill", stand_in.fill)
    monkeypatch.setattr(environment, "python_with_cpu_build", lambda *_: None)
    return stand_in


@pytest.fixture
def constraints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "constraints.txt"
    path.write_text("torch==2.13.0\n")
    monkeypatch.setattr(environment, "CONSTRAINTS", path)
    return path


@pytest.fixture
def venv(tmp_path: Path, constraints: Path) -> Path:
    return tmp_path / ".venv"


def test_a_second_run_installs_nothing(installs, venv):
    provide_environment(venv=venv)
    assert provide_environment(venv=venv) == venv_python(venv)
    assert (installs.made, installs.filled) == (1, [[]])


def test_other_pins_are_installed_into_the_same_environment(installs, venv, constraints):
    provide_environment(venv=venv)
    constraints.write_text("torch==2.13.1\n")
    provide_environment(venv=venv)
    assert (installs.made, len(installs.filled)) == (1, 2)


def test_the_wish_for_a_gpu_changes_what_is_installed(installs, venv, monkeypatch):
    monkeypatch.setenv("ECGVIEWER_GPU", "0")
    provide_environment(venv=venv)
    monkeypatch.setenv("ECGVIEWER_GPU", "1")
    provide_environment(venv=venv)
    assert len(installs.filled) == 2


def test_the_tools_of_the_tests_are_added_once_and_kept(installs, venv):
    provide_environment(venv=venv)
    provide_environment("test", venv)
    provide_environment(venv=venv)
    assert installs.filled == [[], ["test"]]


def test_an_installation_that_was_killed_is_made_anew(installs, venv):
    installs.fails = True
    with pytest.raises(KeyboardInterrupt):
        provide_environment(venv=venv)
    (venv / "half a package").touch()
    installs.fails = False
    provide_environment(venv=venv)
    assert installs.made == 2
    assert not (venv / "half a package").exists()
    provide_environment(venv=venv)
    assert installs.made == 2


def test_an_environment_that_was_moved_is_made_anew(installs, venv, tmp_path):
    provide_environment(venv=venv)
    moved = tmp_path / "elsewhere"
    venv.rename(moved)
    provide_environment(venv=moved)
    assert installs.made == 2


def test_an_environment_without_its_interpreter_is_made_anew(installs, venv):
    provide_environment("test", venv)
    venv_python(venv).unlink()
    provide_environment(venv=venv)
    assert installs.made == 2
    assert installs.filled[-1] == []


def test_an_environment_made_by_hand_is_filled_and_not_thrown_away(installs, venv):
    installs.make("", venv)
    environment._unfinished(venv).unlink()
    provide_environment(venv=venv)
    assert (installs.made, installs.filled) == (1, [[]])


@pytest.mark.skipif(sys.platform == "win32", reason="waits differently there")
def test_a_second_set_up_waits_for_the_first(tmp_path):
    held = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from lock import one_at_a_time\n"
        "with one_at_a_time(Path(sys.argv[2])): print('held', flush=True); sys.stdin.read()"
    )
    script = [sys.executable, "-c", held, str(environment.CONSTRAINTS.parent), str(tmp_path)]
    start = partial(
        subprocess.Popen, script, stdin=PIPE, stdout=PIPE, stderr=PIPE, encoding="utf-8"
    )
    with start() as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with start() as second:
            assert second.stderr is not None
            assert "waiting for it" in second.stderr.readline()
            first.kill()  # the system lets go of its lock
            said, _ = second.communicate()
            assert said == "held\n"
