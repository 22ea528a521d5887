"""Bookmarks on the paper: a small flag above the first row, its words beside it."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import Marked
from ecgviewer.paper.scene import HAIRLINE, Box, Lines, Text
from ecgviewer.paper.theme import Ink

# Above the row's top: where the flag hangs, and down to where its pole reaches.
TOP_MM, FLAG_MM, POLE_MM = 3.3, (2.6, 1.7), 1.5
POLE_PEN_MM = 0.3
TEXT_MM = 2.2
# A letter of the words is about so wide.
LETTER_MM = 1.25
LEAST_LETTERS = 4


def mark_bookmarks(bookmarks: Sequence[Bookmark], cell: Cell, scale: TimeScale) -> Marked:
    """Return the flags of the bookmarks in a cell's time; words only where they have room."""
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    places = [(scale.mm_of(mark.sample), mark) for mark in bookmarks]
    seen = [(x, mark) for x, mark in places if left <= x < right]
    if not seen:
        return Marked()
    top = cell.top_mm - TOP_MM
    x = np.array([at for at, _ in seen])
    high, low = np.full_like(x, top), np.full_like(x, cell.top_mm + POLE_MM)
    poles = Lines(np.stack([x, high, x, low], axis=1), Ink.MARK, POLE_PEN_MM)
    foot = np.full_like(x, cell.top_mm + cell.height_mm)
    threads = Lines(np.stack([x, low, x, foot], axis=1), Ink.TICK, HAIRLINE)
    boxes = tuple(Box(at, top, *FLAG_MM, Ink.MARK) for at in x.tolist())
    following = [*x[1:].tolist(), right]
    texts = tuple(
        Text(at + FLAG_MM[0] + 0.6, top + FLAG_MM[1], words, Ink.MARK, TEXT_MM, halo=True)
        for (at, mark), until in zip(seen, following, strict=True)
        if (words := _fitting(mark.text, until - at - FLAG_MM[0] - 1.2))
    )
    return Marked(texts, (threads, poles), boxes)


def _fitting(words: str, room_mm: float) -> str:
    n_letters = int(room_mm / LETTER_MM)
    if len(words) <= n_letters:
        return words
    return f"{words[: n_letters - 1].rstrip()}…" if n_letters >= LEAST_LETTERS else ""
