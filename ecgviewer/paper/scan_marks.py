"""What a model made of each beat, written below the trace; a file's own marks stand above."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.scan import RHYTHMS, Scan
from ecgviewer.core.text import later, tr
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import CROWDED_MM, SYMBOL_MM, TICK_MM, Marked
from ecgviewer.paper.scene import HAIRLINE, Box, Lines, Text
from ecgviewer.paper.theme import INK_OF_LABEL, Ink
from ecgviewer.signal.leads import find_lead

USUAL = "N"
# From a row's bottom up: the bar of an episode, the words, the ticks.
BAR_MM, WORDS_MM, TICKS_MM = 0.5, 1.3, 3.9
# So far below its row a scan is written where nothing else stands there.
LOWER_MM = 8.0
WORD_MM = 2.6
# A letter of a word is about so wide.
LETTER_SHARE = 0.72
STROKE_MM = 0.3
# An unusual beat whose own label has less than this is marked as doubtful.
UNSURE = 0.5
WHOSE = later("model")
# The window that is explained around a beat, to either side, and its bracket's height.
REACH_S, BRACKET_MM, BRACKET_PEN_MM = 1.0, 0.8, 0.15


def scanned_cells(
    cells: Sequence[Cell], scan: Scan, lead_names: Sequence[str], beat_row: int
) -> list[Cell]:
    """Return the cells under which a scan is written: its own lead's, strips before others.

    beat_row: the row that stands for all where the lead is not on the page.
    """
    lead = find_lead(scan.lead, lead_names)
    own = [cell for cell in cells if lead is not None and cell.slot.lead_index == lead]
    strips = [cell for cell in own if cell.is_strip]
    return strips or own or [cell for cell in cells if cell.row == beat_row]


def mark_scan(scan: Scan, cell: Cell, scale: TimeScale, below_mm: float = 0.0) -> Marked:
    """Return the classes of the beats over a cell, and the episodes that last there.

    below_mm: room below the cell that they may take, so that deep waves stay clear of them.
    Only beats in view are looked at. Where they crowd, usual beats and those of a rhythm,
    which its bar tells, give way first, then all words: ticks alone are left, one a
    millimetre and class at most.
    """
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    first, last = np.searchsorted(scan.samples, [scale.sample_at(left), scale.sample_at(right)])
    x = scale.mm_of(0) + scan.samples[first:last] * (scale.px_per_sample / scale.px_per_mm)
    label = scan.label[first:last]
    names = np.array(scan.labels)[label]
    sure = scan.scores[first:last][np.arange(len(label)), label] >= UNSURE
    bottom = foot_mm(cell, below_mm)
    episodes = _episodes(scan, cell, scale, bottom)
    if x.size * CROWDED_MM > cell.width_mm:
        odd = ~np.isin(names, (USUAL, *RHYTHMS))
        x, names, sure = x[odd], names[odd], sure[odd]
    crowded = x.size * CROWDED_MM > cell.width_mm
    lines = _ticks(x, names, bottom - TICKS_MM, thinned=crowded)
    texts = () if crowded else _words(x, names, sure, bottom, episodes.texts)
    whose = Text(left - 0.6, bottom - WORDS_MM, tr(WHOSE), Ink.QUIET, 2.0, align="right")
    shown = (whose,) if x.size else ()
    return Marked((*shown, *episodes.texts, *texts), lines, episodes.boxes)


def mark_chosen(beat: int, cell: Cell, scale: TimeScale, below_mm: float = 0.0) -> Lines:
    """Return a bracket over the ticks: the window around the chosen beat, in the model's row.

    beat: its sample. below_mm: as for ``mark_scan``.
    """
    bottom = foot_mm(cell, below_mm)
    y = bottom - TICKS_MM - TICK_MM - BRACKET_MM
    left, right = (scale.mm_of(beat + side * REACH_S * scale.rate_hz) for side in (-1, 1))
    edges = cell.x_mm, cell.x_mm + cell.width_mm
    first, last = max(left, edges[0]), min(right, edges[1])
    strokes = [(first, y, last, y)] if first < last else []
    places = [(x, BRACKET_MM) for x in (left, right)] + [(scale.mm_of(beat), -2 * BRACKET_MM)]
    strokes += [(x, y, x, y + long) for x, long in places if edges[0] <= x <= edges[1]]
    return Lines(np.array(strokes, dtype=float).reshape(-1, 4), Ink.MARK, BRACKET_PEN_MM)


def foot_mm(cell: Cell, below_mm: float) -> float:
    """Return the lower end of what is written under a cell; below_mm: as for ``mark_scan``."""
    return cell.top_mm + cell.height_mm + min(below_mm, LOWER_MM)


def _ticks(
    x: NDArray[np.floating], names: NDArray[np.str_], low_mm: float, *, thinned: bool
) -> tuple[Lines, ...]:
    """Return upright strokes in each class's colour; usual beats' are hairlines."""
    lines = []
    for name in np.unique(names).tolist():
        at = x[names == name]
        if thinned:
            _, kept = np.unique(np.floor(at), return_index=True)
            at = at[kept]
        low = np.full_like(at, low_mm)
        segments = np.stack([at, low - TICK_MM, at, low], axis=1)
        width_mm = HAIRLINE if name == USUAL else STROKE_MM
        lines.append(Lines(segments, INK_OF_LABEL[name], width_mm))
    return tuple(lines)


def _words(
    x: NDArray[np.floating],
    names: NDArray[np.str_],
    sure: NDArray[np.bool_],
    bottom_mm: float,
    taken: Sequence[Text],
) -> tuple[Text, ...]:
    """Return each beat's class in words where there is room, else its first letter."""
    # A rhythm is told once, by its bar.
    told = ~np.isin(names, RHYTHMS)
    texts: list[Text] = []
    ends = [(text.x_mm, text.x_mm + _width_mm(text.text, text.size_mm)) for text in taken]
    places = x[told].tolist()
    rooms = [after - at for at, after in pairwise([*places, np.inf])]
    free = -np.inf
    for at, name, certain, room in zip(
        places, names[told].tolist(), sure[told].tolist(), rooms, strict=True
    ):
        text = _word(name, certain, min(room, 2 * (at - free)))
        half = _width_mm(text.text, text.size_mm) / 2
        hidden = any(at - half < end and at + half > begin for begin, end in ends)
        if hidden or at - half < free:
            continue
        texts.append(Text(at, bottom_mm - WORDS_MM, *_look(text), align="centre", halo=text.bold))
        free = at + half
    return tuple(texts)


def _look(text: Text) -> tuple[str, Ink, float, bool]:
    return text.text, text.ink, text.size_mm, text.bold


def _word(name: str, certain: bool, room_mm: float) -> Text:
    if name == USUAL:
        return Text(0, 0, name, Ink.QUIET, SYMBOL_MM)
    doubt = "" if certain else "?"
    ink = INK_OF_LABEL[name]
    word = name + doubt
    if _width_mm(word, WORD_MM) > room_mm:
        word = name[0] + doubt if name[0] != "P" else name[1] + doubt
    return Text(0, 0, word, ink, WORD_MM, bold=True)


def _width_mm(word: str, size_mm: float) -> float:
    return len(word) * LETTER_SHARE * size_mm


def _episodes(scan: Scan, cell: Cell, scale: TimeScale, bottom: float) -> Marked:
    """Return a named bar for each rhythm that lasts over a cell."""
    texts, boxes = [], []
    taken = cell.x_mm
    for episode in scan.episodes:
        begin = max(scale.mm_of(episode.start), cell.x_mm)
        end = min(scale.mm_of(episode.stop), cell.x_mm + cell.width_mm)
        if end <= begin:
            continue
        ink = INK_OF_LABEL[episode.label]
        boxes.append(Box(begin, bottom - BAR_MM, max(end - begin - 0.3, 0.2), BAR_MM, ink))
        if begin >= taken:
            at = begin + 0.4
            texts.append(
                Text(at, bottom - WORDS_MM, episode.label, ink, WORD_MM, bold=True, halo=True)
            )
            taken = at + _width_mm(episode.label, WORD_MM) + 1
    return Marked(texts=tuple(texts), boxes=tuple(boxes))
