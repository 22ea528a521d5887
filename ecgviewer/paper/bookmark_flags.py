"""Bookmarks on the paper: a small flag above the first row, its words beside it."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import Marked
from ecgviewer.paper.scene import HAIRLINE, Box, Lines, Text
from ecgviewer.paper.theme import Ink

# Above the row's top: where the flag hangs, over the line of a rhythm where the page's
# header leaves room for that; and how far into the row its pole reaches.
HIGHEST_MM, BELOW_HEADER_MM, FLAG_MM, POLE_MM = 6.6, 7.0, (2.6, 1.7), 1.5
POLE_PEN_MM = 0.3
# From the pole down to the row's foot.
DASH_MM, STEP_MM = 0.8, 2.0
TEXT_MM = 2.2
# A letter of the words is about so wide.
LETTER_MM = 1.25
LEAST_LETTERS = 4


def mark_bookmarks(bookmarks: Sequence[Bookmark], row: Sequence[tuple[Cell, TimeScale]]) -> Marked:
    """Return the flags over the first row's cells; words only where they have room."""
    places = [
        (scale.mm_of(mark.sample), mark, cell)
        for cell, scale in row
        for mark in _between(bookmarks, scale, cell.x_mm, cell.x_mm + cell.width_mm)
    ]
    if not places:
        return Marked()
    cell = places[0][2]
    top = max(cell.top_mm - HIGHEST_MM, BELOW_HEADER_MM)
    foot = cell.top_mm + cell.height_mm
    x = np.array([at for at, _, _ in places])
    low = np.full_like(x, cell.top_mm + POLE_MM)
    poles = Lines(np.stack([x, np.full_like(x, top), x, low], axis=1), Ink.MARK, POLE_PEN_MM)
    threads = Lines(_dashes(x, cell.top_mm + POLE_MM, foot), Ink.MARK, HAIRLINE)
    end = max(one.x_mm + one.width_mm for one, _ in row)
    texts = tuple(
        Text(at + FLAG_MM[0] + 0.6, top + FLAG_MM[1], words, Ink.MARK, TEXT_MM, halo=True)
        for (at, mark, _), until in zip(places, [*x[1:].tolist(), end], strict=True)
        if (words := _fitting(mark.text, until - at - FLAG_MM[0] - 1.2))
    )
    boxes = tuple(Box(at, top, *FLAG_MM, Ink.MARK) for at in x.tolist())
    return Marked(texts, (threads, poles), boxes)


def _between(
    bookmarks: Sequence[Bookmark], scale: TimeScale, left_mm: float, right_mm: float
) -> Sequence[Bookmark]:
    """Return those that stand between two places; of many, only these are looked at."""
    first, stop = (
        bisect_left(bookmarks, scale.sample_at(mm), key=lambda mark: mark.sample)
        for mm in (left_mm, right_mm)
    )
    return bookmarks[first:stop]


def _dashes(x: np.ndarray, top_mm: float, foot_mm: float) -> np.ndarray:
    starts = np.arange(top_mm + STEP_MM, foot_mm - DASH_MM, STEP_MM)
    across, down = np.repeat(x, starts.size), np.tile(starts, x.size)
    return np.stack([across, down, across, down + DASH_MM], axis=1)


def _fitting(words: str, room_mm: float) -> str:
    n_letters = int(room_mm / LETTER_MM)
    if len(words) <= n_letters:
        return words
    return f"{words[: n_letters - 1].rstrip()}…" if n_letters >= LEAST_LETTERS else ""
