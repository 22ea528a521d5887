"""`ecgviewer --help` and light commands wait for nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

from ecgviewer.core.paths import demo_folder

HEAVY = {"torch", "PySide6", "pyqtgraph", "wfdb", "pandas", "scipy", "shap", "h5py", "matplotlib"}
LOADED = (
    "import sys; from ecgviewer.cli.main import main\n"
    "try: main(sys.argv[1:])\n"
    "except SystemExit: pass\n"
    "print(*sys.modules, file=sys.stderr)"
)


def _loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["analyze", "--help"],
        ["scan", "--help"],
        ["snapshot", "--help"],
        ["evaluate", "--help"],
        ["faithfulness", "--help"],
    ],
    ids=str,
)
def test_help_loads_neither_torch_nor_qt_nor_wfdb(arguments: list[str]):
    assert _loaded(*arguments) & HEAVY == set()


def test_info_of_a_wfdb_record_loads_neither():
    record: Path = min(demo_folder().glob("*.hea"))
    assert _loaded("info", str(record)) & HEAVY == set()


def test_the_window_s_modules_load_neither_nets_nor_pictures_of_studies():
    window = "import sys, ecgviewer.ui.app, ecgviewer.ui.main_window; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", window], capture_output=True, encoding="utf-8", check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {"torch", "wfdb", "shap", "matplotlib"} == set()
