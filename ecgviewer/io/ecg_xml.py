"""XML documents of electrocardiographs, read without trusting them.

No entity is expanded, no DTD or other file is fetched, and sizes are bounded. Namespaces are
dropped: each of the formats has but one. What holds for any XML is here, what an HL7
annotated ECG needs beyond it, since it may hold a day, in ``aecg_xml``.
"""

import base64
import binascii
import codecs
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Ten seconds of twelve leads take half a megabyte; an hour of plain numbers does not fit.
MAX_BYTES: Final = 32 << 20
_MAX_TAGS = 500_000
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(r"\s*<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.:-]+)[\"']")
# Texts that the parser's own few encodings leave out; other codecs are no encodings of files.
_ENCODING = re.compile(r"(gb|big5|shift|euc|windows-?125|cp125|iso-?8859|koi8|utf-?8|utf-?16)")


def root_name(beginning: bytes) -> str:
    """Return the name of a document's root element without its prefix, "" where none is seen.

    beginning: the first bytes of a file of any kind; never raises.
    """
    text = beginning.decode(_encoding_by_bytes(beginning) or "latin-1", errors="ignore")
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return ""
    match = _ROOT.search(_COMMENT.sub("", text))
    return match[1] if match else ""


def read_document(path: Path) -> "Element":
    """Return the root element of a document, with all names free of namespaces.

    Raises EcgError where it is no XML, is cut short, too large, or declares entities.
    """
    content = _bounded(path)
    with told_by_name(path):
        root = _parsed(content)
    for element in root.iter():
        element.tag = bare_name(element.tag)
    return root


@contextmanager
def told_by_name(path: Path) -> Iterator[None]:
    """Raise EcgError for what a parser refuses: entities, other files, XML that breaks off."""
    # Parsers are loaded with the first document.
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]

    try:
        yield
    except DefusedXmlException as error:
        raise EcgError(
            f"{path.name} declares entities or refers to other files, for which a recording has "
            "no use: it is not read."
        ) from error
    except ParseError as error:
        raise EcgError(
            f"{path.name} is damaged or was cut short: its XML breaks off at line "
            f"{error.position[0]}."
        ) from error
    except (LookupError, ValueError) as error:
        raise EcgError(
            f"{path.name} is written in an encoding that is not read: save it as UTF-8."
        ) from error


def bare_name(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]


def words_of(element: "Element | None", place: str = ".") -> str:
    """Return the text of an element below another in one line, "" where it is absent."""
    found = None if element is None else element.find(place)
    return "" if found is None or found.text is None else " ".join(found.text.split())


def attribute_of(element: "Element | None", name: str) -> str:
    """Return an attribute in one line, "" where it is absent."""
    return "" if element is None else " ".join(element.get(name, "").split())


def number_of(words: str) -> float | None:
    """Return a finite number, with decimal point or comma, None where the text is none."""
    try:
        number = float(words.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def count_of(words: str) -> int | None:
    """Return a number of things, None where the text is none or is absurd."""
    number = number_of(words)
    return int(number) if number is not None and 0 <= number <= 1e9 else None


def from_base64(path: Path, text: str | None, what: str) -> bytes:
    """Return decoded bytes; raises EcgError, naming what they are of ("lead V1").

    Line breaks and missing padding are allowed.
    """
    letters = "".join((text or "").split())
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise EcgError(
            f"The signal of {what} in {path.name} is damaged: it is not Base64."
        ) from error


def _bounded(path: Path) -> bytes:
    size = path.stat().st_size
    content = path.read_bytes() if size <= MAX_BYTES else b""
    if not content and size:
        raise EcgError(
            f"{path.name} is larger ({size / 1e6:,.0f} MB) than any recording in XML that is "
            f"read whole ({MAX_BYTES / 1e6:,.0f} MB): export it in another format."
        )
    if content.count(b"<") > _MAX_TAGS:
        raise EcgError(f"{path.name} has more elements than any recording needs: it is not read.")
    return content


def _parsed(content: bytes) -> "Element":
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(content)
        return root
    # ValueError: an encoding of several bytes a letter, which the parser leaves to others.
    except (ParseError, ValueError, LookupError) as error:
        for text in _readings(content):
            try:
                root = fromstring(text)
            except ParseError:
                continue
            return root
        raise error if isinstance(error, ParseError) else _broken() from error


def _broken() -> Exception:
    from xml.etree.ElementTree import ParseError

    error = ParseError("no encoding fits")
    error.code, error.position = 0, (1, 0)
    return error


def _readings(content: bytes) -> Iterator[str]:
    """Yield the document's text by other encodings than the one that failed."""
    declared = _DECLARED.match(content[:400].decode("latin-1"))
    names = [_encoding_by_bytes(content), declared[1] if declared else None, "utf-8", "latin-1"]
    for name in dict.fromkeys(filter(None, names)):
        if not (_ENCODING.match(name.lower()) or name == "latin-1"):
            continue
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        text = text.lstrip("\ufeff")
        # What it says of its encoding no longer holds.
        declaration = _DECLARATION.match(text)
        yield text[declaration.end() :] if declaration else text


def _encoding_by_bytes(content: bytes) -> str | None:
    marks = _BYTE_ORDER_MARKS
    return next((name for mark, name in marks if content.startswith(mark)), None)
