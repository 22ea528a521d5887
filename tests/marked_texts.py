"""A language of marks: what a translator was given is told from what it never saw."""

import re

_PLACE = re.compile(r"(\{\w+\})")
_MARKED = re.compile("«[^«»]*»")


def marked(english: str) -> str:
    """Return a text between marks; values in its places will stand outside of them."""
    return "«" + _PLACE.sub(r"»\1«", english) + "»"


def outside_marks(text: str) -> str:
    """Return what of a text was never given to a translator, a space for what was."""
    return _MARKED.sub(" ", text)
