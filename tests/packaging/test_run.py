"""What a person sees of the set-up: quiet while it goes well, everything when it does not."""

import subprocess
import sys
from pathlib import Path

import pytest

import launcher
from steps import SetupError, run_step

ROOT = Path(__file__).resolve().parents[2]


def test_an_old_interpreter_gets_one_sentence():
    pretend = (
        "import sys; sys.version_info = (3, 9, 2)\n"
        "exec(compile(open(sys.argv[1]).read(), 'run.py', 'exec'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend, str(ROOT / "packaging" / "run.py")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("ecgviewer needs Python 3.11 or newer, and this is Python 3.9;")
    assert len(done.stderr.splitlines()) == 1


def test_a_step_that_goes_well_keeps_its_noise_to_itself(capsys):
    run_step("Something", [sys.executable, "-c", "print('Location is ignored')"])
    said = capsys.readouterr().err
    assert "Something: done after" in said
    assert "ignored" not in said


def test_a_step_that_fails_shows_all_that_it_said(capsys):
    noise = "import sys; print('on the way'); sys.exit('no room left')"
    with pytest.raises(SetupError, match="Something failed"):
        run_step("Something", [sys.executable, "-c", noise])
    said = capsys.readouterr().err
    assert "on the way" in said
    assert "no room left" in said


@pytest.mark.parametrize("arguments", [[], ["--slow"]])
def test_a_run_of_all_tests_uses_two_workers(arguments, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert launcher._in_parallel(arguments) == ["-n", "2", "--dist", "worksteal", *arguments]


def test_chosen_tests_run_in_one_process():
    assert launcher._in_parallel(["tests/io", "-q"]) == ["tests/io", "-q"]
