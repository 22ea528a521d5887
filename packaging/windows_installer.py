"""The installer for Windows: a WiX 3 source made from the bundle's folder.

Built by candle and light of the WiX Toolset 3 on Windows, or by wixl elsewhere. Nothing is
written outside the program's folder, the start menu and the registry keys listed here, and
all of it goes with the program. Sources: WiX 3 schema; Microsoft, File Types and
File Associations (ProgIDs, OpenWithProgids, SupportedTypes).
"""

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from file_types import FILE_TYPES, FileType
from project import NAME, authors, version
from steps import SetupError, run_step

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
# Never changes: by it Windows knows a newer version for the same program.
UPGRADE_CODE = "6B0C2C53-6D0B-4B3C-9C55-6C0A3D8D6C11"
WINDOW_PROGRAM = f"{NAME}-gui.exe"
CLASSES = r"Software\Classes"


def installer_source(bundle: Path, icon: Path, work: Path) -> bytes:
    """Return the WiX source that installs a folder for all users; it will stand in ``work``."""
    wix = Element("Wix", xmlns=NAMESPACE)
    product = SubElement(
        wix,
        "Product",
        Id="*",
        Name=NAME,
        Language="1033",
        Version=version(),
        Manufacturer=authors(),
        UpgradeCode=UPGRADE_CODE,
    )
    SubElement(product, "Package", InstallerVersion="500", Compressed="yes")
    newer = "A newer version of ecgviewer is installed."
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage=newer)
    SubElement(product, "MediaTemplate", EmbedCab="yes")
    SubElement(product, "Icon", Id="ProgramIcon", SourceFile=_relative(icon, work))
    SubElement(product, "Property", Id="ARPPRODUCTICON", Value="ProgramIcon")
    target = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = SubElement(target, "Directory", Id="ProgramFiles64Folder")
    folder = SubElement(programs, "Directory", Id="INSTALLDIR", Name=NAME)
    menu = SubElement(target, "Directory", Id="ProgramMenuFolder")
    files = _folder(bundle, bundle, work, folder)
    components = [*files, _shortcut(menu), _registry(folder)]
    feature = SubElement(product, "Feature", Id="Program", Level="1")
    for component in components:
        SubElement(feature, "ComponentRef", Id=component)
    ET.indent(wix)
    source: bytes = ET.tostring(wix, encoding="utf-8", xml_declaration=True)
    return source


def make_installer(bundle: Path, icon: Path, work: Path, target: Path) -> Path:
    """Build the MSI with what is there. Raises SetupError."""
    source = work / f"{NAME}.wxs"
    source.write_bytes(installer_source(bundle, icon, work))
    candle, light, wixl = (shutil.which(tool) for tool in ("candle", "light", "wixl"))
    if candle and light:
        compiled = work / f"{NAME}.wixobj"
        command = [candle, "-nologo", "-arch", "x64", "-out", str(compiled), str(source)]
        run_step("Installer, compiled", command)
        run_step(
            "Installer", [light, "-nologo", "-b", str(work), "-out", str(target), str(compiled)]
        )
    elif wixl:
        run_step("Installer", [wixl, "--arch", "x64", "-o", str(target), str(source)])
    else:
        raise SetupError(
            "An MSI is built with candle and light of the WiX Toolset 3, or with wixl; "
            "none of them is on the PATH."
        )
    return target


def _folder(path: Path, bundle: Path, work: Path, element: Element) -> Iterator[str]:
    """Add a folder's files, each a component of its own, and yield the components' ids."""
    for entry in sorted(path.iterdir()):
        name = entry.relative_to(bundle).as_posix()
        if entry.is_dir():
            inside = SubElement(element, "Directory", Id=_id("d", name), Name=entry.name)
            yield from _folder(entry, bundle, work, inside)
        else:
            identifier = _id("c", name)
            component = _component(element, identifier, name)
            SubElement(
                component,
                "File",
                Id=_id("f", name),
                Name=entry.name,
                Source=_relative(entry, work),
                KeyPath="yes",
            )
            yield identifier


def _shortcut(menu: Element) -> str:
    component = _component(menu, "MenuEntry", "menu")
    SubElement(
        component,
        "Shortcut",
        Id="StartMenu",
        Name=NAME,
        Target=f"[INSTALLDIR]{WINDOW_PROGRAM}",
        WorkingDirectory="INSTALLDIR",
        Icon="ProgramIcon",
    )
    SubElement(
        component,
        "RegistryValue",
        Root="HKCU",
        Key=rf"Software\{NAME}",
        Name="menu",
        Type="integer",
        Value="1",
        KeyPath="yes",
    )
    return "MenuEntry"


def _registry(folder: Element) -> str:
    component = _component(folder, "FileTypes", "types")
    first = True
    for key, name, value in _registry_values():
        attributes = {"Root": "HKLM", "Key": key, "Type": "string", "Value": value}
        if name:
            attributes["Name"] = name
        if first:
            attributes["KeyPath"] = "yes"
            first = False
        SubElement(component, "RegistryValue", attributes)
    return "FileTypes"


def _registry_values() -> Iterator[tuple[str, str, str]]:
    """Yield key, name ("" is the key's own) and value: kinds of files, and "Open with"."""
    command = f'"[INSTALLDIR]{WINDOW_PROGRAM}" "%1"'
    program = rf"{CLASSES}\Applications\{WINDOW_PROGRAM}"
    yield rf"{program}\shell\open\command", "", command
    yield program, "FriendlyAppName", NAME
    for kind in FILE_TYPES:
        for ending in kind.endings:
            yield rf"{program}\SupportedTypes", ending, ""
            identifier = _progid(kind)
            # Offered beside what the ending belongs to; nothing of others is overwritten.
            yield rf"{CLASSES}\{ending}\OpenWithProgids", identifier, ""
            yield rf"{CLASSES}\{identifier}", "", kind.name
            yield rf"{CLASSES}\{identifier}\shell\open\command", "", command
            icon = f"[INSTALLDIR]{WINDOW_PROGRAM},0"
            yield rf"{CLASSES}\{identifier}\DefaultIcon", "", icon


def _relative(path: Path, work: Path) -> str:
    # wixl takes no absolute paths.
    return os.path.relpath(path, work)


def _progid(kind: FileType) -> str:
    return f"{NAME}{kind.endings[0]}"


def _component(parent: Element, identifier: str, told: str) -> Element:
    guid = str(uuid.uuid5(uuid.UUID(UPGRADE_CODE), told)).upper()
    return SubElement(parent, "Component", Id=identifier, Guid=guid, Win64="yes")


def _id(kind: str, name: str) -> str:
    # An identifier of MSI has at most 72 characters, and few kinds of them.
    return f"{kind}{uuid.uuid5(uuid.UUID(UPGRADE_CODE), name).hex}"
