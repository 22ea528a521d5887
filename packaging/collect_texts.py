"""Lists every text of the program for translators: python packaging/collect_texts.py.

Writes resources/text/ecgviewer_en.ts, which Qt Linguist opens: each English text once, with
the files that use it. A test fails while the file is not what this writes.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "text" / "ecgviewer_en.ts"
_MARKERS = ("tr", "later")


def main() -> int:
    """Write the file and say how many texts it holds."""
    texts = collected()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(as_ts(texts), encoding="utf-8")
    print(f"{len(texts)} texts in {TARGET.relative_to(ROOT)}")
    return 0


def collected() -> dict[str, list[str]]:
    """Return every text with the files that use it, both in alphabetical order.

    Raises ValueError where ``tr`` or ``later`` is given anything but a literal, other than
    a name that a table of ``later`` texts was read by.
    """
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "ecgviewer").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for text in _texts_of(path):
            found.setdefault(text, set()).add(name)
    return {text: sorted(found[text]) for text in sorted(found)}


def _texts_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in _MARKERS or not node.args:
            continue
        given = node.args[0]
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value
        elif isinstance(given, ast.JoinedStr):
            raise ValueError(f"{path.name}:{node.lineno}: an f-string cannot be translated")


def as_ts(texts: dict[str, list[str]]) -> str:
    """Return the texts as a file of Qt Linguist."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="en" sourcelanguage="en">',
        "<context>",
        "    <name>ecgviewer</name>",
    ]
    for text, files in texts.items():
        lines.append("    <message>")
        lines += [f"        <location filename={quoteattr(file)}/>" for file in files]
        lines.append(f"        <source>{escape(text)}</source>")
        lines.append(f"        <translation>{escape(text)}</translation>")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


if __name__ == "__main__":
    sys.exit(main())
