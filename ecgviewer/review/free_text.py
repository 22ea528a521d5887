"""Takes out of free text what looks as if it named a person, a place in time or a file.

Rules can do no more than that: a name alone among other words looks like any word. Whoever
hands free text on is told to look it over.
"""

import re
from collections.abc import Iterable
from typing import Final

REMOVED: Final = "[removed]"
# Names of a record that are shorter could be any word or number of a sentence: "100 ms".
_SHORTEST_NAME, _SHORTEST_NUMBER = 3, 4

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|"
    r"juli|oktober|dezember)\b\.?"
)
_CAPITALISED = r"[^\W\d_a-z][\w'’-]*"
_PARTICLE = r"(?:von|van|der|den|de|la|zu|al|el|bin)"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Patient(?:in)?|Pt)"
_KEY = (
    r"(?:(?:first|last|family|given|sur|full)?[ _-]?name|initials|born|dob|"
    r"date[ _]of[ _]birth|geb\w*|mrn|ssn|(?:patient|subject|case|record)?[ _-]?"
    r"(?:id|no|nr|number|identifier)|patient|subject|address|phone|tel|fax|mobile)"
)
_FILE_ENDINGS = (
    r"(?:hea|dat|mat|atr|rev|qrs|ari|ann|xyz|edf|scp|dcm|xml|csv|json|pdf|png|jpe?g|svg|txt|docx?)"
)

_PATTERNS: Final = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"\b(?:https?|ftp)://\S+|\bwww\.\S+", re.I),
        (r"[\w.+-]+@[\w-]+\.[\w.-]*\w", 0),
        # Paths and files.
        (r"(?<![\w/])(?:[A-Za-z]:\\|~?/)[\w.~-]+(?:[\\/][\w.~-]+)+[\\/]?", 0),
        (rf"[\w/\\~-][\w./\\~-]*\.{_FILE_ENDINGS}\b", re.I),
        # Dates: 2019-03-01, 01.03.2019, 3/1/19, 1 March 2019, March 1st, 2019; "V3-4-5" is none.
        (r"(?<![\w.])(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?:[T ]\d\d:\d\d\S*)?", 0),
        (r"(?<![\w.-])\d{1,2}([-./])\s?\d{1,2}\1\s?(?:\d{4}|\d\d)(?![\w:])", 0),
        (rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH},?(?:\s+\d{{4}})?", re.I),
        (rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?", re.I),
        (rf"\b{_MONTH}\s+(?:19|20)\d\d\b", re.I),
        # Names behind a title, and whatever follows a key.
        (rf"\b{_TITLE}\b\.?(?:\s+(?:{_PARTICLE}\s+)*{_CAPITALISED})+", 0),
        (rf"\b{_KEY}\s*[:=#]\s*[^,;\n]+", re.I),
        (r"\b(?:mrn|ssn|(?:patient|subject|case)\s+(?:id|no|nr|number))\b\.?\s*\w*\d\w*", re.I),
        # Telephone numbers, and numbers or codes too long to have been measured.
        (r"(?<![\w.])\+?\(?\d{2,5}\)?(?:[ /-]\d{2,5}){2,}(?![\w.])", 0),
        (r"(?<![\w.])\+\d[\d ()/-]{6,}\d", 0),
        (r"(?<![\w.])\(?0\d{1,4}\)?[ /-]?\d{4,}(?![\w.])", 0),
        (r"(?<![\w.])\d{5,}(?![\w.]\d|\w)", 0),
        (r"\b(?=\w*[A-Za-z])(?=(?:\w*?\d){4})\w{5,}\b", 0),
    )
)
_AGE = re.compile(
    r"\b(9\d|1[0-2]\d)(?=[ -]?(?:y/?o\b|yrs?\b|years?\b|jahre?\b|jährig))"
    r"|(?<=\baged )(9\d|1[0-2]\d)\b|(?<=\bage )(9\d|1[0-2]\d)\b",
    re.I,
)


def cleaned(text: str, names: Iterable[str] = ()) -> str:
    """Return a text without what looks like an identifier, REMOVED in its place.

    names: of the record, its files and folders, wherever they stand as words of their own,
    but for those of one or two letters or three digits.
    Taken out: names behind a title, what follows "name:", "MRN:" and the like, dates (with
    a day, or month and year), telephone numbers, addresses of e-mail and web, paths, file
    names, numbers of five digits or more, codes that mix letters with four digits or more.
    Ages over 89 become 90. Times of day, intervals, rates, leads and beats stay.
    """
    telling = sorted(filter(_is_telling, set(names)), key=len, reverse=True)
    text = _without(text, (name for name in telling if not name.isalpha()))
    for pattern in _PATTERNS:
        text = pattern.sub(REMOVED, text)
    # Words come last: a title before one takes what follows with it, "Mrs Jane Doe".
    text = _without(text, filter(str.isalpha, telling))
    return _AGE.sub("90", text)


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", REMOVED, text, flags=re.I)
    return text


def _is_telling(name: str) -> bool:
    return len(name) >= (_SHORTEST_NUMBER if name.isdecimal() else _SHORTEST_NAME)
