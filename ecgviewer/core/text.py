"""The words that a reader sees: written in English where they are used, translated by name.

Every such text goes through ``tr`` as a literal, so that `packaging/collect_texts.py` finds
it and lists all of them in one file, resources/text/ecgviewer_en.ts, for translators.
"""

from collections.abc import Callable

Translator = Callable[[str], str]


def _as_written(english: str) -> str:
    return english


_TRANSLATORS: list[Translator] = [_as_written]


def set_translator(translator: Translator | None) -> None:
    """Let all texts from now on pass through ``translator``; None leaves them English."""
    _TRANSLATORS[:] = [translator or _as_written]


def tr(english: str, /, **values: object) -> str:
    """Return a text in the reader's language, with values in place of {name}.

    english: a literal. Values are formatted by the caller where they need it; a text without
    values may hold braces.
    """
    text = _TRANSLATORS[0](english)
    return text.format(**values) if values else text


def later(english: str, /) -> str:
    """Mark a literal as a text that ``tr`` is given later, as those of tables are."""
    return english
