"""Words of DICOM files in the character sets that they name. Source: DICOM PS3.5, 6.1."""

import warnings
from collections.abc import Sequence


def decoded(content: bytes, charsets: Sequence[str]) -> str:
    """Return a value's text; what the character set lacks becomes a replacement character.

    charsets: the terms of Specific Character Set, of which those behind the first are
    changed to by escape sequences. Text in a set that nobody knows is taken as Latin-1.
    """
    if content.isascii() and b"\x1b" not in content:
        return content.decode("ascii")
    from pydicom.charset import python_encoding

    known = [python_encoding.get(name) or "latin_1" for name in charsets] or ["latin_1"]
    if b"\x1b" in content:
        return _with_escapes(content, known)
    return content.decode(known[0], errors="replace")


def _with_escapes(content: bytes, encodings: list[str]) -> str:
    from pydicom.charset import decode_bytes

    try:
        with warnings.catch_warnings():
            # An unknown escape sequence is no news to whoever reads the text.
            warnings.simplefilter("ignore")
            return decode_bytes(content, encodings, set(b"\\^="))
    except (UnicodeError, LookupError, ValueError, AttributeError):
        return content.decode("latin_1")
