"""What a bundle for macOS says of itself, and its disk image."""

import shutil
from pathlib import Path
from typing import Any

from environment import ROOT
from file_types import FILE_TYPES, FileType
from project import IDENTIFIER, NAME, version
from steps import SetupError, run_step


def info_plist() -> dict[str, Any]:
    """Return the contents of Info.plist.

    Source: Apple, Information Property List Key Reference.
    """
    return {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleVersion": version(),
        "CFBundleShortVersionString": version(),
        "CFBundleDocumentTypes": [_document(kind) for kind in FILE_TYPES],
        "UTImportedTypeDeclarations": [_declaration(kind) for kind in FILE_TYPES if kind.endings],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": "12.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT License. Research use only. Not a medical device.",
    }


def make_disk_image(folder: Path, target: Path) -> Path:
    """Pack ``ecgviewer.app`` of a folder into a disk image. Raises SetupError."""
    hdiutil = shutil.which("hdiutil")
    if hdiutil is None:
        raise SetupError("A disk image is made with hdiutil, which only macOS has.")
    staged = folder / "image"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    shutil.copytree(folder / f"{NAME}.app", staged / f"{NAME}.app", symlinks=True)
    shutil.copy(ROOT / "LICENSE", staged)
    (staged / "Applications").symlink_to("/Applications")
    command = ["create", "-volname", NAME, "-srcfolder", str(staged), "-format", "UDZO", "-ov"]
    run_step("Disk image", [hdiutil, *command, str(target)])
    return target


def _document(kind: FileType) -> dict[str, Any]:
    # An XML file tells only inside that it is an ECG, so XML as such is what is offered.
    content = kind.identifier if kind.endings else "public.xml"
    return {
        "CFBundleTypeName": kind.name,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Default" if kind.strong and kind.endings else "Alternate",
        "LSItemContentTypes": [content],
    }


def _declaration(kind: FileType) -> dict[str, Any]:
    return {
        "UTTypeIdentifier": kind.identifier,
        "UTTypeDescription": kind.name,
        "UTTypeConformsTo": ["public.plain-text" if kind.parent == "text/plain" else "public.data"],
        "UTTypeTagSpecification": {
            "public.filename-extension": [ending.lstrip(".") for ending in kind.endings],
            "public.mime-type": [kind.media_type],
        },
    }
