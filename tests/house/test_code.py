"""The rules of the house that other programs check: layers, style, types."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _passes(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_packages_import_downwards_only_and_qt_and_torch_stay_in_their_places():
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    _passes("-c", lint)


def test_ruff_finds_nothing():
    _passes("-m", "ruff", "check", "--no-cache", ".")


def test_every_file_is_formatted():
    _passes("-m", "ruff", "format", "--check", "--no-cache", ".")


@pytest.mark.timeout(900)
def test_types_hold_strictly():
    _passes("-m", "mypy")
