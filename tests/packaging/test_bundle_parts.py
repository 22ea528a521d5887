"""What is in a bundle: nothing that is not needed, all that is, told with its licence."""

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import bundle
import bundle_trim
from bundle_flows import Flow, commands, failures, flows
from bundle_parts import OPTIONAL, WITHOUT, kept
from ecgviewer.cli import main as command_line
from parts_list import as_cyclonedx, python_parts, system_parts, write_parts

SITE = Path(sysconfig.get_path("purelib"))
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there libraries are packed")


@pytest.mark.parametrize(
    ("target", "source", "stays"),
    [
        ("torch/lib/libtorch_cpu.so", "site/torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", "site/torch/bin/torch_shm_manager", True),
        ("torch/bin/test_jit", "site/torch/bin/test_jit", False),
        ("torch/include/ATen/ATen.h", "site/torch/include/ATen/ATen.h", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "site/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", "site/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "site/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "site/libqvnc.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", "site/qtbase_de.qm", True),
        ("PySide6/translations/qtbase_fr.qm", "site/qtbase_fr.qm", False),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("ecgviewer/resources/manual.md", "tree/resources/manual.md", True),
        ("ecgviewer/resources/text/ecgviewer_de.qm", "tree/ecgviewer_de.qm", True),
    ],
)
def test_files_stay_or_go_by_what_they_are_for(target, source, stays):
    assert bool(kept([(target, source, "BINARY")])) is stays


def test_nothing_is_left_out_that_the_program_imports():
    imports = subprocess.run(
        ["grep", "-rhoE", r"^\s*(from|import) \w+[.\w]*", command_line.__file__.rsplit("/", 2)[0]],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    named = {line.split()[1] for line in imports.splitlines()}
    assert "torch" in named
    named -= {*OPTIONAL}
    assert not {
        name for name in named if any(name == out or name.startswith(f"{out}.") for out in WITHOUT)
    }


def test_every_command_is_tried_with_a_finished_bundle(tmp_path):
    assert commands() == tuple(command_line.COMMANDS)
    tried = [flow.arguments for flow in flows(tmp_path, tmp_path)]
    assert all((command, "--help") in tried for command in command_line.COMMANDS)


def _answers(said: str):
    def call(arguments):
        return subprocess.CompletedProcess(arguments, 0, said, "")

    return call


def test_a_trace_a_missing_file_and_missing_words_are_failures(tmp_path):
    wanted = [Flow(("info",), says="fine"), Flow(("report",), "r.pdf")]
    assert len(failures(_answers("fine"), iter(wanted), tmp_path)) == 1
    assert len(failures(_answers("bad"), iter(wanted), tmp_path)) == 2
    (tmp_path / "r.pdf").touch()
    assert failures(_answers("fine"), iter(wanted), tmp_path) == []
    trace = "Traceback (most recent call last)\nfine\nNameError: x\n[PYI-1:ERROR] y"
    (told, _) = failures(_answers(trace), iter(wanted), tmp_path)
    assert told == "ecgviewer info: NameError: x"


@LINUX
def test_symbols_go_and_the_library_still_loads(tmp_path):
    cc, nm = shutil.which("cc"), shutil.which("nm")
    if cc is None or nm is None or shutil.which("strip") is None:
        pytest.skip("cc, strip and nm are not installed")
    parts = tmp_path / "_internal"
    parts.mkdir()
    source = tmp_path / "small.c"
    source.write_text(
        "static int hidden(int x) { return x * 3; } int three(int x) { return hidden(x); }"
    )
    library = parts / "libsmall.so"
    subprocess.run([cc, "-shared", "-fPIC", "-O0", "-o", library, source], check=True)
    bundle_trim.strip_symbols(tmp_path)
    listed = subprocess.run([nm, library], capture_output=True, encoding="utf-8", check=False)
    assert "hidden" not in listed.stdout
    use = f"import ctypes; print(ctypes.CDLL({str(library)!r}).three(14))"
    done = subprocess.run([sys.executable, "-c", use], capture_output=True, check=True)
    assert done.stdout == b"42\n"


@LINUX
def test_a_library_whose_segments_lie_askew_is_told():
    python = Path(sys.executable).resolve().read_bytes()
    assert bundle_trim.loads_by_pages(python)
    head = bundle_trim._SEGMENT_TABLE
    place, size, count = head.unpack_from(python)
    askew = bytearray(python)
    for index in range(count):
        kind, flags, offset, *rest = bundle_trim._SEGMENT.unpack_from(python, place + index * size)
        if kind == 1:
            segment = (kind, flags, offset + 8, *rest)
            bundle_trim._SEGMENT.pack_into(askew, place + index * size, *segment)
    assert not bundle_trim.loads_by_pages(bytes(askew))


def test_parts_are_those_that_the_modules_come_from():
    parts = {part.name: part for part in python_parts(["numpy.fft", "platformdirs"], SITE)}
    assert {"numpy", "platformdirs", "ecgviewer"} <= set(parts)
    assert "torch" not in parts
    assert parts["platformdirs"].licence == "MIT"
    assert any("hereby granted" in text.read_text() for text in parts["platformdirs"].texts)


def test_the_list_of_parts_is_cyclonedx_and_names_version_and_licence(tmp_path):
    parts = python_parts(["numpy"], SITE)
    write_parts(parts, tmp_path)
    told = json.loads((tmp_path / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    numpy = next(part for part in told["components"] if part["name"] == "numpy")
    assert numpy["purl"] == f"pkg:pypi/numpy@{numpy['version']}"
    assert "BSD" in numpy["licenses"][0]["license"]["name"]
    assert list((tmp_path / "licences" / "numpy").iterdir())
    assert as_cyclonedx(parts) == told


def test_a_library_of_the_system_is_named_by_its_debian_package():
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    library = Path("/usr/lib/x86_64-linux-gnu/libz.so.1")
    if not library.exists():
        pytest.skip("zlib lies elsewhere")
    parts = system_parts([str(library), "/somewhere/site-packages/own.so"])
    assert [part.name for part in parts] == ["zlib1g"]
    assert parts[0].purl.startswith("pkg:deb/debian/zlib1g@1:1")


def test_checksums_are_such_as_sha256sum_reads(tmp_path):
    file = tmp_path / "a.deb"
    file.write_bytes(b"some package")
    told = bundle.write_checksums([file], tmp_path).read_text()
    assert told == f"{hashlib.sha256(b'some package').hexdigest()}  a.deb\n"
