"""The words that a reader sees: written in English where they are used, translated by name.

Every such text goes through ``tr`` as a literal, so that `packaging/collect_texts.py` finds
it and lists all of them in one file, resources/text/ecgviewer_en.ts, for translators.
"""

import re
from collections.abc import Callable

Translator = Callable[[str], str]

# A count with a comma between its thousands, as callers write it.
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def _as_written(english: str) -> str:
    return english


_TRANSLATORS: list[Translator] = [_as_written]
_GROUPINGS: list[str] = [","]


def set_translator(translator: Translator | None, grouping: str = ",") -> None:
    """Let all texts from now on pass through ``translator``; None leaves them English.

    grouping: what stands between the thousands of a count. Decimals keep their point in
    every language: the same figures stand in copies, exports and on the command line.
    """
    _TRANSLATORS[:] = [translator or _as_written]
    _GROUPINGS[:] = [grouping if translator else ","]


def is_translated() -> bool:
    """Whether texts pass through a translator."""
    return _TRANSLATORS[0] is not _as_written


def tr(english: str, /, **values: object) -> str:
    """Return a text in the reader's language, with values in place of {name}.

    english: a literal. Values are formatted by the caller where they need it, counts with a
    comma between thousands; a text without values may hold braces.
    """
    text = _TRANSLATORS[0](english)
    if not values:
        return text
    if _GROUPINGS[0] != ",":
        values = {name: _regrouped(value) for name, value in values.items()}
    return text.format(**values)


def later(english: str, /) -> str:
    """Mark a literal as a text that ``tr`` is given later, as those of tables are."""
    return english


def grouped(count: int) -> str:
    """Return a count as the reader's language groups its thousands: "1,200"."""
    return f"{count:,}".replace(",", _GROUPINGS[0])


def _regrouped(value: object) -> object:
    if isinstance(value, str) and _GROUPED.fullmatch(value):
        return value.replace(",", _GROUPINGS[0])
    return value
