"""Which parts a bundle holds, in which version, under which licence: its list of materials.

The form is CycloneDX 1.5 (JSON). All that stands in it is read from the metadata of the
installed distributions and of the system's packages; what these do not say stays unsaid.
"""

import json
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from bundle_parts import is_of_the_system
from project import NAME, ROOT, version

LICENCE_WORDS = ("licen", "copying", "notice", "authors")
# Wheels of Qt bring no text of their licence; Debian has it here, and what it builds on.
COMMON_TEXTS = Path("/usr/share/common-licenses")
COMMON = {"LGPL-3.0": ("LGPL-3", "GPL-3")}
# Part of every bundle, and no module of it.
ALWAYS = ("pyinstaller", NAME)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: licence is an SPDX expression or a name, None where its metadata has none.

    texts: files with the words of its licences.
    """

    name: str
    version: str
    licence: str | None
    purl: str
    texts: tuple[Path, ...]


def python_parts(modules: Iterable[str], site_packages: Path) -> list[Part]:
    """Return the distributions that these modules come from, and those that are always in."""
    tops = {module.split(".")[0] for module in modules}
    found = {
        _name(found): found
        for found in distributions(path=[str(site_packages)])
        if _name(found) in ALWAYS or tops & _top_names(found)
    }
    return [_python_part(name, found[name]) for name in sorted(found)]


def interpreter_part() -> Part:
    """Return Python itself, as it runs this script."""
    release = ".".join(str(number) for number in sys.version_info[:3])
    text = Path(sys.base_prefix) / "lib" / f"python{release[:4]}" / "LICENSE.txt"
    texts = (text,) if text.is_file() else ()
    return Part("python", release, "PSF-2.0", f"pkg:generic/python@{release}", texts)


def system_parts(sources: Iterable[str]) -> list[Part]:
    """Return the Debian packages that libraries of the system were taken from.

    Elsewhere, and for a file that no package owns, its file name and nothing else.
    """
    parts = {}
    for source in sorted(set(sources)):
        if is_of_the_system(source):
            part = _debian_part(source)
            parts[part.name] = part
    return [parts[name] for name in sorted(parts)]


def as_cyclonedx(parts: Sequence[Part]) -> dict[str, Any]:
    """Return the list of materials; equal parts give an equal list."""
    components = [_component(part) for part in parts]
    told = json.dumps(components, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": version(),
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": components,
    }


def write_parts(parts: Sequence[Part], folder: Path) -> None:
    """Write the list as ``sbom.cdx.json`` and, beside it, all licences' texts by part."""
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps(as_cyclonedx(parts), indent=1, ensure_ascii=False) + "\n"
    (folder / "sbom.cdx.json").write_text(told, encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    for part in parts:
        own = folder / "licences" / part.name
        for number, text in enumerate(part.texts):
            own.mkdir(parents=True, exist_ok=True)
            name = text.name if not (own / text.name).exists() else f"{number}-{text.name}"
            shutil.copyfile(text, own / name)


def _component(part: Part) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
    }
    if part.licence is not None:
        component["licenses"] = [{"license": {"name": part.licence}}]
    return component


def _name(found: Distribution) -> str:
    return found.metadata["Name"].lower().replace("_", "-")


def _top_names(found: Distribution) -> set[str]:
    told = found.read_text("top_level.txt")
    if told:
        return set(told.split())
    files = found.files or []
    return {path.parts[0].split(".")[0] for path in files if path.suffix in (".py", ".so", ".pyd")}


def _python_part(name: str, found: Distribution) -> Part:
    texts = [
        Path(str(found.locate_file(path)))
        for path in found.files or []
        if any(word in path.name.lower() for word in LICENCE_WORDS)
        and path.suffix not in (".py", ".pyc", ".h", ".so")
    ]
    licence = _licence(found)
    for told, common in COMMON.items():
        if not texts and licence is not None and told in licence:
            texts += [COMMON_TEXTS / text for text in common]
    purl = f"pkg:pypi/{name}@{found.version}"
    return Part(name, found.version, licence, purl, tuple(p for p in texts if p.is_file()))


def _licence(found: Distribution) -> str | None:
    told = found.metadata.json
    expression = told.get("license_expression") or told.get("license")
    # Some put the whole text there, which names nothing.
    if isinstance(expression, str) and expression.strip() and "\n" not in expression.strip():
        return expression.strip()
    kinds = told.get("classifier", [])
    named = [kind.rsplit("::", 1)[-1].strip() for kind in kinds if kind.startswith("License ::")]
    return " AND ".join(named) or None


def _debian_part(source: str) -> Part:
    name = Path(source).name
    owner = _dpkg("dpkg", "-S", f"*/{name}").split(":")[0].split(",")[0]
    if not owner:
        return Part(name, "unknown", None, f"pkg:generic/{name}", ())
    release = _dpkg("dpkg-query", "-W", "-f", "${Version}", owner)
    text = Path("/usr/share/doc") / owner / "copyright"
    licence = "see its copyright file" if text.is_file() else None
    texts = (text,) if text.is_file() else ()
    return Part(owner, release, licence, f"pkg:deb/debian/{owner}@{release}", texts)


def _dpkg(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
