"""What a report's pages of words are built of; each piece knows its height."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from ecgviewer.ui.look import LIGHT
from ecgviewer.ui.report_canvas import (
    ACCENT,
    BODY_MM,
    HEADING_MM,
    INK,
    QUIET,
    RULE,
    SMALL_MM,
    Canvas,
)

_TRACK = "#E1E5E8"
_GAP_MM = 1.0
# Letters of one paragraph at the most: about eight lines.
_LONGEST = 600
# Of a finding's row, as shares of its width: where bar and figure begin, how wide its state is.
_BAR, _BAR_WIDE, _FIGURE, _STATE = 0.53, 0.16, 0.71, 0.215


class Block(Protocol):
    """A piece of a column, as wide as the column."""

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        ...

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        ...


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section above a rule."""

    words: str

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        return canvas.height_mm(self.words, width_mm, HEADING_MM, bold=True) + 2.4

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        canvas.write(self.words, x_mm, y_mm, width_mm, HEADING_MM, bold=True)
        rule_mm = y_mm + self.height_mm(canvas, width_mm) - 1.6
        canvas.line(x_mm, rule_mm, x_mm + width_mm, rule_mm)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, wrapped."""

    words: str
    size_mm: float = BODY_MM
    colour: str = INK
    bold: bool = False
    indent_mm: float = 0.0

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        inner = width_mm - self.indent_mm
        return canvas.height_mm(self.words, inner, self.size_mm, bold=self.bold) + _GAP_MM

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        inner = width_mm - self.indent_mm
        left = x_mm + self.indent_mm
        canvas.write(
            self.words, left, y_mm, inner, self.size_mm, bold=self.bold, colour=self.colour
        )


def small(words: str, indent_mm: float = 0.0) -> Paragraph:
    """Return a quiet note."""
    return Paragraph(words, SMALL_MM, QUIET, indent_mm=indent_mm)


def paragraphs(words: str, indent_mm: float = 0.0) -> list[Paragraph]:
    """Return a text of any length in pieces, each of which fits into a column."""
    pieces = [
        piece for line in words.splitlines() for piece in wrap(line, _LONGEST, tabsize=4) or [" "]
    ]
    return [Paragraph(piece, indent_mm=indent_mm) for piece in pieces]


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of a row; at, width: shares of the column's width."""

    words: str
    at: float
    width: float
    bold: bool = False
    colour: str = INK
    size_mm: float = BODY_MM
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Entries beside each other; the highest gives the height."""

    cells: tuple[Cell, ...]

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        heights = (
            canvas.height_mm(cell.words, cell.width * width_mm, cell.size_mm, bold=cell.bold)
            for cell in self.cells
        )
        return max(heights) + _GAP_MM

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        for cell in self.cells:
            canvas.write(
                cell.words,
                x_mm + cell.at * width_mm,
                # Smaller words stand on the same line as larger ones.
                y_mm + 0.9 * (BODY_MM - cell.size_mm),
                cell.width * width_mm,
                cell.size_mm,
                bold=cell.bold,
                colour=cell.colour,
                align="right" if cell.right else "left",
            )


@dataclass(frozen=True, slots=True)
class FindingBar:
    """A class: a dot that is filled where it is suggested, a score with its threshold."""

    name: str
    code: str
    score: float
    threshold: float
    state: str
    filled: bool
    sure: bool

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        high = canvas.height_mm(self.name, width_mm)
        room = _STATE * width_mm
        return max(high, canvas.height_mm(self.state, room, SMALL_MM) + 0.4) + 1.5

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        colour = ACCENT if self.sure else QUIET
        ink = INK if self.filled else QUIET
        high = canvas.height_mm(self.name, width_mm)
        side = 1.9
        top = y_mm + (high - side) / 2
        if self.filled:
            canvas.box(x_mm, top, side, side, colour)
        else:
            canvas.frame(x_mm, top, side, side, colour)
        canvas.write(self.name, x_mm + 4, y_mm, width_mm, bold=self.filled, colour=ink)
        beside = x_mm + 5.5 + canvas.width_mm(self.name, bold=self.filled)
        canvas.write(self.code, beside, y_mm + 0.4, width_mm, SMALL_MM, colour=QUIET)
        left, wide = x_mm + _BAR * width_mm, _BAR_WIDE * width_mm
        self._paint_bar(canvas, left, y_mm + high / 2 - 0.8, wide, colour)
        figures, room = x_mm + _FIGURE * width_mm, _STATE * width_mm
        canvas.write(f"{self.score:.2f}", figures, y_mm, 12, bold=self.filled, colour=ink)
        canvas.write(self.state, x_mm + width_mm - room, y_mm + 0.4, room, SMALL_MM, colour=QUIET)

    def _paint_bar(
        self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float, colour: str
    ) -> None:
        canvas.box(x_mm, y_mm, width_mm, 1.6, _TRACK)
        canvas.box(x_mm, y_mm, width_mm * min(max(self.score, 0.0), 1.0), 1.6, colour)
        at = x_mm + width_mm * min(max(self.threshold, 0.0), 1.0)
        canvas.box(at - 0.2, y_mm - 0.8, 0.4, 3.2, INK)


@dataclass(frozen=True, slots=True)
class LeadBar:
    """A lead's weight for the class from the middle on, or why it has none; in logits."""

    lead: str
    value: float | None
    words: str
    largest: float

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        return canvas.height_mm(self.lead, width_mm) + 0.5

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        ink = QUIET if self.value is None else INK
        canvas.write(self.lead, x_mm, y_mm, 14, colour=ink)
        half = 0.36 * width_mm
        middle = x_mm + 12 + half
        height = self.height_mm(canvas, width_mm)
        canvas.line(middle, y_mm, middle, y_mm + height, RULE)
        if self.value is None:
            canvas.write(self.words, middle + 2, y_mm + 0.4, half, SMALL_MM, colour=QUIET)
            return
        reach = half * min(1.0, abs(self.value) / self.largest)
        left = middle if self.value > 0 else middle - reach
        colour = LIGHT.speaks_for if self.value > 0 else LIGHT.against
        canvas.box(left, y_mm + height / 2 - 1.0, max(reach, 0.2), 2.0, colour)
        canvas.write(self.words, x_mm, y_mm, width_mm, align="right")


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on by hand, with a word below it; none is room alone."""

    words: str = ""
    room_mm: float = 7.0

    def height_mm(self, canvas: Canvas, width_mm: float) -> float:
        """Return the room that it takes."""
        below = canvas.height_mm(self.words, width_mm, SMALL_MM) + 0.6 if self.words else 0.0
        return self.room_mm + below

    def paint(self, canvas: Canvas, x_mm: float, y_mm: float, width_mm: float) -> None:
        """Draw it below a place."""
        if self.words:
            line_mm = y_mm + self.room_mm
            canvas.line(x_mm, line_mm, x_mm + width_mm, line_mm, INK)
            canvas.write(self.words, x_mm, line_mm + 0.6, width_mm, SMALL_MM, colour=QUIET)


Column = list[tuple[Block, float]]


def in_columns(
    sections: Iterable[Sequence[Block]],
    canvas: Canvas,
    width_mm: float,
    height_mm: float,
    gap_mm: float = 5.0,
) -> tuple[Column, ...]:
    """Return columns of blocks with their tops: each section in the first that has room.

    A section that fits into one column is not torn apart; a longer one begins at a top.
    """
    columns: list[Column] = []
    used_mm: list[float] = []
    for section in sections:
        sized = [(block, block.height_mm(canvas, width_mm)) for block in section]
        whole = sum(height for _, height in sized)
        roomy = (n for n, used in enumerate(used_mm) if used + gap_mm + whole <= height_mm)
        place = next(roomy, None)
        if place is not None:
            used_mm[place] += gap_mm
        for block, height in sized:
            if place is None or used_mm[place] + height > height_mm:
                columns.append([])
                used_mm.append(0.0)
                place = len(columns) - 1
            columns[place].append((block, used_mm[place]))
            used_mm[place] += height
    return tuple(columns)
