"""What a Linux desktop is told is well formed and names every kind of file."""

import configparser
import gzip
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import debian_package
from debian_package import control, lay_out
from elf_needs import Needs, depends
from file_types import FILE_TYPES
from linux_files import MIME_NAMESPACE, desktop_entry, metainfo, mime_package
from project import ROOT, USER_FOLDERS_LINUX, version
from steps import SetupError

MIME = f"{{{MIME_NAMESPACE}}}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "made" / "ecgviewer"
    (folder / "_internal").mkdir(parents=True)
    (folder / "ecgviewer").write_text("a program")
    (folder / "ecgviewer").chmod(0o700)
    (folder / "_internal" / "a.bin").write_bytes(bytes(3000))
    return folder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder)
    (folder / "sbom.cdx.json").write_text("{}")
    return folder


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    folder = tmp_path / "icons"
    folder.mkdir()
    for size in debian_package.ICON_SIZES_PX:
        (folder / f"ecgviewer-{size}.png").write_bytes(b"a picture")
    return folder


def test_the_menu_entry_opens_every_kind_of_file_with_the_command():
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(desktop_entry())
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "ecgviewer open %f"
    assert entry["MimeType"].split(";")[:-1] == [kind.media_type for kind in FILE_TYPES]


def test_the_menu_entry_is_valid_where_a_validator_is_there(tmp_path):
    validator = shutil.which("desktop-file-validate")
    if validator is None:
        pytest.skip("desktop-file-validate is not installed")
    path = tmp_path / "ecgviewer.desktop"
    path.write_text(desktop_entry())
    done = subprocess.run([validator, path], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("ending", [".hea", ".mat", ".scp", ".edf", ".bdf", ".ecg"])
def test_every_ending_that_the_system_lacks_has_its_media_type(ending):
    root = ET.fromstring(mime_package())
    globs = [glob.attrib["pattern"] for glob in root.iter(f"{MIME}glob")]
    assert globs.count(f"*{ending}") == 1


def test_an_xml_file_is_told_by_its_root_element_and_not_by_its_ending():
    root = ET.fromstring(mime_package())
    (told,) = root.iter(f"{MIME}root-XML")
    assert told.attrib == {"namespaceURI": "urn:hl7-org:v3", "localName": "AnnotatedECG"}
    assert "*.xml" not in mime_package()


def test_the_systems_database_takes_the_media_types_and_tells_files_by_their_bytes(tmp_path):
    tool = shutil.which("update-mime-database")
    if tool is None:
        pytest.skip("shared-mime-info is not installed")
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    (packages / "ecgviewer.xml").write_text(mime_package(), encoding="utf-8")
    subprocess.run([tool, tmp_path / "mime"], check=True, capture_output=True)
    assert b"\xffBIOSEMI" in (tmp_path / "mime" / "magic").read_bytes()
    names = (tmp_path / "mime" / "XMLnamespaces").read_text()
    assert "urn:hl7-org:v3 AnnotatedECG application/x-hl7-aecg+xml" in names


def test_the_catalogue_entry_names_version_date_and_what_is_kept():
    root = ET.fromstring(metainfo("2026-01-31"))
    (release,) = root.iter("release")
    assert release.attrib == {"version": version(), "date": "2026-01-31"}
    assert root.findtext("launchable") == "ecgviewer.desktop"
    assert USER_FOLDERS_LINUX[0] in metainfo("2026-01-31")


def test_the_control_file_says_what_is_needed_and_what_stays():
    told = control("amd64", 1025, ["libc6 (>= 2.36)", "libegl1"], ["libcups2"])
    fields = dict(line.split(": ", 1) for line in told.splitlines() if not line.startswith(" "))
    assert fields["Depends"] == "libc6 (>= 2.36), libegl1"
    assert fields["Recommends"] == "libcups2"
    assert fields["Installed-Size"] == "2"
    assert all(folder in told for folder in USER_FOLDERS_LINUX)


def test_files_lie_where_a_debian_system_has_them_and_none_is_a_script(
    bundle, papers, icons, tmp_path
):
    root = tmp_path / "root"
    lay_out(bundle, icons, papers, root, "2026-01-31")
    assert (root / "usr/bin/ecgviewer").readlink() == Path("../lib/ecgviewer/ecgviewer")
    assert (root / "usr/bin/ecgviewer").resolve().read_text() == "a program"
    assert (root / "usr/share/doc/ecgviewer/copyright").read_text().startswith("MIT License")
    changes = gzip.decompress((root / "usr/share/doc/ecgviewer/changelog.gz").read_bytes())
    assert changes == (ROOT / "CHANGELOG.md").read_bytes()
    tops = {path.relative_to(root).parts[0] for path in root.rglob("*")}
    assert tops == {"usr"}


def test_a_package_is_built_that_dpkg_can_read(bundle, papers, icons, tmp_path, monkeypatch):
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed")
    monkeypatch.setattr(
        debian_package, "needs_of", lambda _: Needs(frozenset(), frozenset(), (2, 9))
    )
    package = debian_package.make_package(bundle, icons, papers, tmp_path, tmp_path, 1_700_000_000)
    ask = ["dpkg-deb", "--contents", str(package)]
    listed = subprocess.run(ask, capture_output=True, encoding="utf-8", check=True).stdout
    program = next(line for line in listed.splitlines() if line.endswith("ecgviewer/ecgviewer"))
    assert program.startswith("-rwxr-xr-x root/root")
    assert "2023-11-14" in program


def test_a_library_that_no_package_holds_stops_the_build():
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    with pytest.raises(SetupError, match=r"libno-such-thing\.so\.9"):
        depends(Needs(frozenset({"libno-such-thing.so.9"}), frozenset(), (2, 36)))


def test_what_qt_loads_by_name_and_letters_are_depended_on():
    if shutil.which("dpkg") is None:
        pytest.skip("dpkg is not installed")
    needed, recommended = depends(Needs(frozenset(), frozenset(), (2, 36)))
    assert needed[0] == "libc6 (>= 2.36)"
    assert {"libegl1", "libgl1", "libxcb-cursor0", "libwayland-cursor0"} <= set(needed)
    assert needed[-1].startswith("fonts-dejavu-core | ")
    assert recommended == []
