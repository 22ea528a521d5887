"""Lists every text of the program for translators: python packaging/collect_texts.py.

Writes resources/text/ecgviewer_en.ts, which Qt Linguist opens: each English text once, with
the files that use it. Each other language beside it keeps what is translated, gains the new
texts, unfinished, and loses those that are gone; then it is compiled into the .qm file that
the program loads, in which an unfinished text stays English. What errors say is listed among
the texts, and once more in error_sentences.json, by which the program finds it again. A test
fails while a file is not what this writes.
"""

import ast
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from error_sentences import error_sentences
from text_files import as_ts, compile_ts, translated

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "text" / "ecgviewer_en.ts"
SENTENCES = TARGET.with_name("error_sentences.json")
CLASSES = ROOT / "resources" / "classes.csv"
# The languages beside English.
LANGUAGES = ("de",)
_MARKERS = ("tr", "later")


def main() -> int:
    """Write all files and say how many texts they hold, and which are not translated."""
    texts = collected()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(as_ts(texts, "en", {text: text for text in texts}), encoding="utf-8")
    SENTENCES.write_text(sentences_file(), encoding="utf-8")
    print(f"{len(texts)} texts in {TARGET.relative_to(ROOT)}")
    for language in LANGUAGES:
        path = ts_of(language)
        known = translated(path) if path.is_file() else {}
        path.write_text(as_ts(texts, language, known), encoding="utf-8")
        compile_ts(path, path.with_suffix(".qm"))
        missing = [text for text in texts if text not in known]
        print(f"{len(texts) - len(missing)} of {len(texts)} texts in {path.relative_to(ROOT)}")
        for text in missing:
            print(f"  not translated: {text!r}")
    return 0


def ts_of(language: str) -> Path:
    """Return where the texts of a language are, by its code, such as "de"."""
    return TARGET.with_name(f"ecgviewer_{language}.ts")


def sentences_file() -> str:
    """Return all that errors say, in alphabetical order, as the JSON file that ships."""
    known = sorted(error_sentences(ROOT).templates)
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def collected() -> dict[str, list[str]]:
    """Return every text with the files that use it, both in alphabetical order.

    Texts are what ``tr`` and ``later`` are given, what errors say, and the names of the
    models' classes.

    Raises ValueError where ``tr`` or ``later`` is given anything but a literal, other than
    a name that a table of ``later`` texts was read by.
    """
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "ecgviewer").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for text in _texts_of(path):
            found.setdefault(text, set()).add(name)
    for text, files in error_sentences(ROOT).templates.items():
        found.setdefault(text, set()).update(files)
    with CLASSES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["name"], set()).add(CLASSES.relative_to(ROOT).as_posix())
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


if __name__ == "__main__":
    sys.exit(main())
