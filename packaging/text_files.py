"""The files of Qt Linguist: texts and their translations, read, written and compiled."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

# All texts stand in one context: the same English words mean the same everywhere.
CONTEXT = "ecgviewer"


def as_ts(texts: Mapping[str, Sequence[str]], language: str, known: Mapping[str, str]) -> str:
    """Return the texts as a file of Qt Linguist.

    texts: each with the files that use it. known: translations; others are unfinished.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text, files in texts.items():
        lines.append("    <message>")
        lines += [f"        <location filename={quoteattr(file)}/>" for file in files]
        lines.append(f"        <source>{escape(text)}</source>")
        lines.append(f"        {_translation(known.get(text))}")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _translation(words: str | None) -> str:
    if words is None:
        return '<translation type="unfinished"></translation>'
    return f"<translation>{escape(words)}</translation>"


def translated(path: Path) -> dict[str, str]:
    """Return the finished translations of a file by their English texts."""
    known: dict[str, str] = {}
    for message in ET.parse(path).iter("message"):
        words = message.find("translation")
        if words is not None and words.get("type") is None:
            known[message.findtext("source") or ""] = words.text or ""
    return known


def compile_ts(path: Path, out: Path) -> None:
    """Write what the program loads, by the tool that comes with PySide6.

    Raises RuntimeError with what the tool says, where it refuses the file.
    """
    import PySide6

    folder = Path(PySide6.__file__).parent
    tool = next(one for one in (folder / "lrelease", folder / "lrelease.exe") if one.is_file())
    command = [str(tool), "-silent", str(path), "-qm", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"lrelease refused {path.name}: {done.stderr.strip()}")
