"""What an error says, or a notice about a file, in the reader's language.

Errors are raised in English, and ``str(error)`` stays so: for the command line, for logs and
for what is kept. `packaging/error_sentences.py` lists the sentences that the program's errors
are made of, with fields for what differs; here the one that was said is found again, and put
together anew from its translation.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import is_translated, later, tr

# What systems say of files, as `OSError.strerror` has it on every platform.
OF_THE_SYSTEM = (
    later("Permission denied"),
    later("No such file or directory"),
    later("No space left on device"),
    later("Read-only file system"),
    later("Input/output error"),
    later("Is a directory"),
    later("Not a directory"),
    later("File name too long"),
    later("Stale file handle"),
    later("Too many open files"),
)
_FIELD = re.compile(r"\{(\w+)\}")
# What stands there is a name that somebody gave, whatever it reads like.
_NAMES = {
    "path",
    "path_2",
    "record",
    "card",
    "folder",
    "file",
    "name",
    "names",
    "reader",
    "line",
    "text",
}
# Lists of texts, numbers and marks: each is translated by itself.
_LISTS = {"recordings", "facts"}
_BETWEEN = re.compile(r"(, | \(|\))")
# A sentence holds parts, and these may hold parts.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Sentence:
    """English with fields, and what finds it; letters: how many stand outside of fields."""

    template: str
    pattern: re.Pattern[str]
    letters: int


def error_words(error: EcgError | str) -> str:
    """Return what an error says in the reader's language; what nobody translated in English.

    error: also its sentence alone, as it was kept, or a record's notice.
    """
    said = str(error)
    return _translated(said, 0) if is_translated() else said


def _translated(said: str, depth: int) -> str:
    told = tr(said)
    if told != said or depth > _DEEPEST:
        return told
    for sentence in _sentences():
        match = sentence.pattern.fullmatch(said)
        if match and tr(sentence.template) != sentence.template:
            fields = match.groupdict().items()
            values = {name: _field_words(name, value, depth) for name, value in fields}
            return tr(sentence.template, **values)
    return _translated_within(said, depth) if depth else said


def _field_words(name: str, value: str, depth: int) -> str:
    if name in _LISTS:
        return "".join(tr(part) for part in _BETWEEN.split(value))
    return value if name in _NAMES else _translated(value, depth + 1)


def _translated_within(said: str, depth: int) -> str:
    """Translate a part that begins its sentence, and so with a capital, by its own words."""
    own = said[:1].lower() + said[1:]
    told = _translated(own, depth + 1) if own != said else own
    return told[:1].upper() + told[1:] if told != own else said


@cache
def _sentences() -> tuple[_Sentence, ...]:
    """Return the sentences with fields; those that say most by themselves come first."""
    path = resources_folder() / "text" / "error_sentences.json"
    known = json.loads(path.read_text(encoding="utf-8"))
    made = (_sentence_of(template) for template in known if _FIELD.search(template))
    return tuple(sorted(made, key=lambda sentence: -sentence.letters))


def _sentence_of(template: str) -> _Sentence:
    parts, names = [], set()
    # Names of fields stand at the odd places.
    for place, part in enumerate(_FIELD.split(template)):
        if not place % 2:
            parts.append(re.escape(part.replace("{{", "{").replace("}}", "}")))
        elif part in names:
            parts.append(f"(?P={part})")
        else:
            names.add(part)
            parts.append(f"(?P<{part}>.+?)")
    letters = sum(map(str.isalpha, _FIELD.sub("", template)))
    return _Sentence(template, re.compile("".join(parts), re.DOTALL), letters)
