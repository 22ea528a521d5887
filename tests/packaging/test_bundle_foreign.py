"""Recipes for Windows and macOS are well formed, as far as a Linux machine can tell."""

import plistlib
import re
import shutil
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import windows_installer
from app_icons import icns, ico
from bundle_macos import info_plist, make_disk_image
from file_types import FILE_TYPES
from project import version
from steps import SetupError
from windows_installer import installer_source, make_installer

WIX = f"{{{windows_installer.NAMESPACE}}}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "ecgviewer"
    (folder / "_internal" / "deep").mkdir(parents=True)
    for name in ("ecgviewer.exe", "ecgviewer-gui.exe", "_internal/deep/part.dll"):
        (folder / name).write_bytes(name.encode())
    return folder


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    path = tmp_path / "ecgviewer.ico"
    path.write_bytes(ico({16: b"png"}))
    return path


def test_the_installer_holds_every_file_once_and_its_feature_every_component(
    bundle, icon, tmp_path
):
    root = ET.fromstring(installer_source(bundle, icon, tmp_path))
    sources = sorted(file.attrib["Source"] for file in root.iter(f"{WIX}File"))
    assert sources == [
        "ecgviewer/_internal/deep/part.dll",
        "ecgviewer/ecgviewer-gui.exe",
        "ecgviewer/ecgviewer.exe",
    ]
    components = [component.attrib["Id"] for component in root.iter(f"{WIX}Component")]
    wanted = [reference.attrib["Id"] for reference in root.iter(f"{WIX}ComponentRef")]
    assert sorted(components) == sorted(wanted)
    assert len(set(components)) == len(components)


def test_identifiers_are_such_as_an_msi_takes_and_stay_from_build_to_build(bundle, icon, tmp_path):
    first, second = (installer_source(bundle, icon, tmp_path) for _ in range(2))
    assert first == second
    for element in ET.fromstring(first).iter():
        identifier = element.attrib.get("Id", "x")
        assert identifier == "*" or re.fullmatch(r"[A-Za-z_][\w.]{0,71}", identifier)


def test_windows_offers_the_program_for_every_ending_and_takes_none_over(bundle, icon, tmp_path):
    root = ET.fromstring(installer_source(bundle, icon, tmp_path))
    values = [value.attrib for value in root.iter(f"{WIX}RegistryValue")]
    for kind in FILE_TYPES:
        for ending in kind.endings:
            own = [
                value for value in values if value["Key"].endswith(rf"\{ending}\OpenWithProgids")
            ]
            assert len(own) == 1
    # The ending's own value says which program opens it; that stays the reader's.
    assert not any(re.search(r"\\Classes\\\.\w+$", value["Key"]) for value in values)


def test_an_msi_is_really_made_of_it(bundle, icon, tmp_path):
    if shutil.which("wixl") is None and shutil.which("candle") is None:
        pytest.skip("neither wixl nor the WiX Toolset is installed")
    made = make_installer(bundle, icon, tmp_path, tmp_path / "ecgviewer.msi")
    # A compound file, as every MSI is.
    assert made.read_bytes()[:8] == bytes.fromhex("d0cf11e0a1b11ae1")


def test_without_a_tool_for_it_one_sentence_says_what_is_missing(
    bundle, icon, tmp_path, monkeypatch
):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetupError, match="WiX Toolset 3"):
        make_installer(bundle, icon, tmp_path, tmp_path / "ecgviewer.msi")
    with pytest.raises(SetupError, match="only macOS"):
        make_disk_image(tmp_path, tmp_path / "ecgviewer.dmg")


def test_macos_is_told_version_and_every_ending():
    told = plistlib.loads(plistlib.dumps(info_plist()))
    assert told["CFBundleShortVersionString"] == version()
    declared = {
        ending
        for kind in told["UTImportedTypeDeclarations"]
        for ending in kind["UTTypeTagSpecification"]["public.filename-extension"]
    }
    assert declared == {ending.lstrip(".") for kind in FILE_TYPES for ending in kind.endings}
    opened = [name for kind in told["CFBundleDocumentTypes"] for name in kind["LSItemContentTypes"]]
    assert "public.xml" in opened


def test_icons_hold_each_picture_where_their_tables_say():
    pictures = {16: b"small", 256: b"larger", 512: b"largest"}
    made = ico(pictures)
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    length, place = struct.unpack_from("<II", made, 6 + 16 + 8)
    assert made[place : place + length] == b"larger"
    made = icns(pictures)
    assert struct.unpack(">I", made[4:8])[0] == len(made)
    assert made[8:12] == b"ic08"
    assert made.endswith(b"largest")
