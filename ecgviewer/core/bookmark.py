"""A place of a record that a reader wants to find again."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True, order=True)
class Bookmark:
    """sample: its place in the record. text: what the reader wrote beside it, "" for nothing."""

    sample: int
    text: str = ""


def tidy_text(text: str) -> str:
    """Return a typed text on one line, cut where it grows into a letter."""
    return " ".join(text.split())[:LONGEST_TEXT]


def in_order(bookmarks: Iterable[Bookmark]) -> tuple[Bookmark, ...]:
    """Return bookmarks by their place, one a sample: of two the one that says more."""
    by_sample: dict[int, Bookmark] = {}
    for mark in sorted(bookmarks, key=lambda mark: (mark.sample, bool(mark.text))):
        by_sample[mark.sample] = mark
    return tuple(by_sample.values())
