"""What the classes of reviews are called elsewhere: in words, in SNOMED CT, in WFDB."""

from typing import Final

from ecgviewer.core.classes import RECORD_CLASSES, class_text
from ecgviewer.io.annotation_marks import CODE_OF_SYMBOL

UNKNOWN_BEAT: Final = "Q"

_RHYTHM_OF_CODE: Final = {
    "164889003": "(AFIB",
    "164890007": "(AFL",
    "251173003": "(AB",
    "11157007": "(B",
    "10370003": "(P",
    "426177001": "(SBR",
    "426761007": "(SVTA",
    "426783006": "(N",
}
# A beat within a rhythm is a normal one as far as its symbol goes.
_SYMBOLS: Final = {
    "N": "N",
    "PVC": "V",
    "PAC": "A",
    "LBBB": "L",
    "RBBB": "R",
    "AFIB": "N",
    "SVTA": "S",
    "SBR": "N",
}
_OWN_SYMBOL: Final = frozenset({"N", "PVC", "PAC", "LBBB", "RBBB"})


def words_of(name: str) -> str:
    """Return a class in words; "" where nobody knows any."""
    words = class_text(name).name
    return "" if words == name else words


def snomed_of(name: str) -> str:
    """Return a class's SNOMED CT code, "" where it has none."""
    return name if name.isdecimal() else class_text(name).snomed


def model_label_of(name: str) -> str:
    """Return the label of twelve-lead models for a class that may be named by its code."""
    by_code = {class_text(label).snomed: label for label in RECORD_CLASSES}
    return by_code.get(name, name)


def rhythm_of(name: str) -> str:
    """Return WFDB's rhythm for a class, such as "(AFIB"; "" where it is none."""
    return _RHYTHM_OF_CODE.get(snomed_of(name), "")


def symbol_of(label: str) -> str:
    """Return WFDB's symbol for a beat's label; one that is unknown cannot be classified."""
    if label in _SYMBOLS:
        return _SYMBOLS[label]
    return label if label in CODE_OF_SYMBOL else UNKNOWN_BEAT


def says_less(label: str) -> bool:
    """Whether a beat's symbol says less than its label."""
    return label not in _OWN_SYMBOL and symbol_of(label) != label
