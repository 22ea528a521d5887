"""Texts of any length and alphabet in the short Latin-1 texts of WFDB annotations."""

from typing import Final

from ecgviewer.io.annotation_marks import LONGEST_TEXT_BYTES

# How a text that goes on begins.
GOES_ON: Final = "... "
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def in_pieces(text: str) -> list[str]:
    """Return a text in pieces that annotations can hold, the further ones after GOES_ON.

    What Latin-1 lacks, control characters and backslashes are written as Python writes them:
    "≥" as "\\u2265". Nothing is cut off; ``joined`` gives the text again.
    """
    pieces, room = [""], LONGEST_TEXT_BYTES
    for letter in text:
        written = _written(letter)
        if len(pieces[-1]) + len(written) > room:
            pieces.append(GOES_ON)
        pieces[-1] += written
    return pieces


def joined(pieces: list[str]) -> str:
    """Return the text that was written in pieces."""
    whole = "".join([pieces[0], *(piece.removeprefix(GOES_ON) for piece in pieces[1:])])
    # Every backslash of the text is escaped, so that Python's own reading fits.
    return whole.encode("latin-1", "backslashreplace").decode("unicode_escape")


def _written(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    code = ord(letter)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02x}"
    return letter.encode("latin-1", "backslashreplace").decode("latin-1")
