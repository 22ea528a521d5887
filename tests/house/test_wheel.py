"""The wheel holds all that the program needs, and finds it where it is installed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as site-packages would be after the wheel's installation."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    _run("-c", build, str(folder), cwd=ROOT)
    (wheel,) = folder.glob("ecgviewer-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _run(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", ["resources", "models"])
def test_the_wheel_holds_every_shipped_file(installed: Path, folder: str):
    shipped = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    inside = installed / "ecgviewer"
    held = {path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()}
    assert shipped
    assert shipped <= held


def test_an_installed_program_finds_its_folders_inside_itself(installed: Path):
    ask = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from ecgviewer.core import classes, paths\n"
        "print(paths.resources_folder(), paths.models_folder(), sep='\\n')\n"
        "print(classes.class_text('AF').name)"
    )
    resources, models, words = _run("-I", "-c", ask, str(installed), cwd=installed).splitlines()
    assert Path(resources) == installed / "ecgviewer" / "resources"
    assert Path(models) == installed / "ecgviewer" / "models"
    assert words == "Atrial fibrillation"


def test_both_commands_come_with_it(installed: Path):
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    text = entry_points.read_text(encoding="utf-8")
    assert "ecgviewer = ecgviewer.cli.main:main" in text
    assert "ecgviewer-gui = ecgviewer.cli.main:main_gui" in text
