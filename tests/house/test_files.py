"""What every file of the project keeps to: its length, and speaking of the project alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {".py", ".md", ".toml", ".txt", ".csv", ".json", ".hea", ".cff", ".yml", ".svg", ""}
FOREIGN = {"build", "dist", "runs"}  # beside all that begins with a dot, but .ci
LONGEST = 400

MACHINE = re.compile(r"(?<![\w.~:/])/(?:work|root|home|opt|Users|mnt|srv)/\w")
HOSTS = re.compile(r"pypi\.(?:org|python)|pythonhosted|download\.pytorch|anaconda\.(?:org|com)")
# The one place where the set-up may name PyTorch's public index.
NAMES_A_HOST = {"packaging/torch_build.py"}


def _texts() -> Iterator[Path]:
    for folder in sorted(ROOT.iterdir()):
        if folder.name in FOREIGN or (folder.name.startswith(".") and folder.name != ".ci"):
            continue
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file() and path.suffix in TEXTS and path != Path(__file__).resolve():
                yield path


@pytest.mark.parametrize("pattern", [MACHINE, HOSTS], ids=["paths", "hosts"])
def test_no_file_names_a_machine_s_paths_or_a_registry_s_host(pattern: re.Pattern[str]):
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in _texts()
        if path.relative_to(ROOT).as_posix() not in NAMES_A_HOST
        for line in path.read_text(encoding="utf-8").splitlines()
        if pattern.search(line)
    ]
    assert found == []


def test_no_source_file_is_longer_than_400_lines():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in _texts()
        if path.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_the_set_up_is_a_folder_of_scripts_and_hides_no_library():
    import sys

    scripts = [path.stem for path in (ROOT / "packaging").glob("*.py")]
    assert "__init__" not in scripts
    libraries = {name.split(".")[0] for name in sys.modules} - set(scripts)
    assert not libraries & set(scripts)
    assert not sys.stdlib_module_names & set(scripts)


def test_no_recording_lies_in_the_repository_but_made_ones():
    headers = [path for path in _texts() if path.suffix == ".hea"]
    not_made = [path.name for path in headers if "ynthetic" not in path.read_text("utf-8")]
    assert not_made == []
