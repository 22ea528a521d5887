"""Which PyTorch is installed, asked of a real pip over a folder of made-up wheels."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

import torch_build
from steps import SetupError

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all builds are alike")
OTHER = next(f"3.{minor}" for minor in (11, 12) if minor != sys.version_info.minor)
PYTHON = Path(sys.executable)


@pytest.fixture
def constraints(tmp_path: Path) -> Path:
    path = tmp_path / "constraints.txt"
    path.write_text("numpy==2.4.6\ntorch==2.13.0\ntqdm==4.70.1\n")
    return path


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place where pip looks."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("ECGVIEWER_GPU", "0")
    return folder


def _make_wheel(folder: Path, version: str, python: str = "py3") -> None:
    info = f"torch-{version}.dist-info"
    with zipfile.ZipFile(folder / f"torch-{version}-{python}-none-any.whl", "w") as wheel:
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: torch\nVersion: {version}\n"
        )
        tag = f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {python}-none-any\n"
        wheel.writestr(f"{info}/WHEEL", tag)
        wheel.writestr(f"{info}/RECORD", "")


def test_the_pinned_version_is_read_from_the_constraints(constraints):
    assert torch_build.pinned_version(constraints) == "2.13.0"


def test_constraints_without_torch_are_refused(tmp_path):
    path = tmp_path / "constraints.txt"
    path.write_text("torchaudio==2.13.0\n")
    with pytest.raises(SetupError, match="pins no version"):
        torch_build.pinned_version(path)


@pytest.mark.parametrize(("wish", "wanted"), [("1", True), ("0", False)])
def test_a_wish_about_the_gpu_wins_over_what_is_found(monkeypatch, wish, wanted):
    monkeypatch.setenv("ECGVIEWER_GPU", wish)
    assert torch_build.wants_gpu() is wanted


def test_a_cpu_build_is_told_from_the_plain_one(wheels):
    _make_wheel(wheels, "2.13.0")
    assert not torch_build._offered(PYTHON, "torch==2.13.0+cpu")
    _make_wheel(wheels, "2.13.0+cpu")
    assert torch_build._offered(PYTHON, "torch==2.13.0+cpu")


def test_a_wish_for_cuda_leaves_the_cpu_build_out(wheels):
    _make_wheel(wheels, "2.13.0+cpu")
    assert not torch_build._offered(PYTHON, "torch===2.13.0")
    _make_wheel(wheels, "2.13.0")
    assert torch_build._offered(PYTHON, "torch===2.13.0")


@linux
def test_the_interpreter_stays_where_it_finds_a_cpu_build(wheels, constraints, monkeypatch):
    _make_wheel(wheels, "2.13.0+cpu")
    monkeypatch.setattr(torch_build, "_other_interpreters", lambda: [(OTHER, "another")])
    assert torch_build.python_with_cpu_build(PYTHON, constraints) is None


@linux
def test_another_interpreter_is_taken_that_alone_finds_a_cpu_build(
    wheels, constraints, monkeypatch
):
    _make_wheel(wheels, "2.13.0+cpu", "cp" + OTHER.replace(".", ""))
    monkeypatch.setattr(torch_build, "_other_interpreters", lambda: [(OTHER, "another")])
    assert torch_build.python_with_cpu_build(PYTHON, constraints) == "another"


@linux
def test_nothing_is_changed_where_no_interpreter_finds_one(wheels, constraints, monkeypatch):
    _make_wheel(wheels, "2.13.0")
    monkeypatch.setattr(torch_build, "_other_interpreters", lambda: [(OTHER, "another")])
    assert torch_build.python_with_cpu_build(PYTHON, constraints) is None


@linux
@pytest.mark.parametrize(
    ("offered", "gpu", "expected"),
    [
        ("2.13.0+cpu", "0", ["torch==2.13.0+cpu"]),
        ("2.13.0+cpu", "1", ["torch===2.13.0"]),
        ("2.13.0", "0", ["--index-url", torch_build.PYTORCH_CPU_INDEX]),
    ],
)
def test_pip_is_asked_for_the_build_that_fits(
    wheels, constraints, monkeypatch, offered, gpu, expected
):
    _make_wheel(wheels, offered)
    monkeypatch.setenv("ECGVIEWER_GPU", gpu)
    asked: list[list[str]] = []
    monkeypatch.setattr(torch_build, "run_step", lambda _title, command: asked.append(command))
    torch_build.install_torch(["pip", "install"], PYTHON, constraints)
    (command,) = asked
    assert set(expected) <= set(command)
    assert ("--index-url" in command) == ("--index-url" in expected)
