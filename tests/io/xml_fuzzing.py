"""Puts odd values into sound documents, which stay well-formed: each place in its turn."""

import re
from collections.abc import Iterator

ODD_VALUES = (
    "", "0", "-1", "1", "3", "1e-320", "1e308", "-1e308", "9" * 40, "nan", "-inf", "0x10", "１２",
    "True", "FALSE", "None", "Plain", "XLI", "I", "AAAA", "2020-13-45", "\t \n", "a" * 300,
)  # fmt: skip
_PLACES = re.compile(r"(?<=>)[^<>]*(?=</)|(?<==\")[^\"<>]*(?=\")")


def with_odd_values(document: str, n_each: int) -> Iterator[str]:
    """Yield the document with one text or attribute after the other replaced.

    n_each: by how many of the odd values, in turns.
    """
    for number, place in enumerate(_PLACES.finditer(document)):
        for turn in range(n_each):
            value = ODD_VALUES[(number * n_each + turn) % len(ODD_VALUES)]
            yield f"{document[: place.start()]}{value}{document[place.end() :]}"
