"""Reads PDFs as this program writes them: strokes, fills, words and images of each page.

Small and independent of what wrote them: places are in mm from the page's top left corner.
"""

import re
import zlib
from dataclasses import dataclass, field, replace
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

MM_PER_POINT = 25.4 / 72
_TOKEN = re.compile(rb"<([0-9A-Fa-f]*)>|/(\S+)|(-?\d*\.?\d+)|(\[|\])|([A-Za-z'\"*]+)")

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Stroke:
    """A path that is drawn: its points in mm by subpath, its pen in mm, its colour in 0..1."""

    paths: tuple[NDArray[np.float64], ...]
    width_mm: float
    colour: tuple[float, ...]
    opacity: float = 1.0


@dataclass(frozen=True, eq=False)
class Fill:
    """A path that is filled."""

    paths: tuple[NDArray[np.float64], ...]
    colour: tuple[float, ...]
    opacity: float = 1.0


@dataclass(frozen=True)
class Glyph:
    """A letter, its origin in mm and the height of its type."""

    letter: str
    x_mm: float
    y_mm: float
    size_mm: float
    colour: tuple[float, ...]


@dataclass
class PdfPage:
    """What stands on one page, in the order in which it is drawn."""

    width_mm: float
    height_mm: float
    items: list[Stroke | Fill | Glyph] = field(default_factory=list)
    n_images: int = 0

    @property
    def strokes(self) -> list[Stroke]:
        return [item for item in self.items if isinstance(item, Stroke)]

    @property
    def text(self) -> str:
        """All words in the order in which they are written."""
        return "".join(item.letter for item in self.items if isinstance(item, Glyph))


def read_pdf(content: bytes) -> list[PdfPage]:
    """Return the pages in their order."""
    objects = _objects(content)
    (tree,) = (body for body in objects.values() if b"/Type /Pages" in body)
    kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.S)
    assert kids is not None
    return [_page(objects, int(n)) for n in re.findall(rb"(\d+) 0 R", kids.group(1))]


def _objects(content: bytes) -> dict[int, bytes]:
    table = int(content[content.rindex(b"startxref") :].split()[1])
    lines = content[table:].split(b"trailer")[0].split(b"\n")[2:]
    offsets = {n: int(line[:10]) for n, line in enumerate(lines) if line[17:18] == b"n"}
    ends = [*sorted(offsets.values()), table]
    return {n: content[start : ends[ends.index(start) + 1]] for n, start in offsets.items()}


def stream(body: bytes) -> bytes:
    """Return an object's stream, unpacked."""
    begin = body.index(b"stream") + 6
    raw = body[begin:].lstrip(b"\r\n") if body[begin : begin + 1] == b"\r" else body[begin + 1 :]
    if b"/FlateDecode" not in body[:begin]:
        return raw[: raw.rindex(b"endstream")]
    return zlib.decompressobj().decompress(raw)


def _page(objects: dict[int, bytes], number: int) -> PdfPage:
    body = objects[number]
    box = re.search(rb"/MediaBox \[([^\]]*)\]", body)
    contents = re.search(rb"/Contents (\d+) 0 R", body)
    assert box is not None
    assert contents is not None
    *_, width, height = map(float, box.group(1).split())
    page = PdfPage(width * MM_PER_POINT, height * MM_PER_POINT)
    resources = re.search(rb"/Resources (\d+) 0 R", body)
    held = objects[int(resources.group(1))] if resources else body
    names = _Held(_fonts(objects, held), _opacities(objects, held))
    _Interpreter(page, height, names).run(stream(objects[int(contents.group(1))]))
    return page


@dataclass(frozen=True)
class _Held:
    """What a page's operators name: letters of fonts by code, and opacities."""

    fonts: dict[str, dict[int, str]]
    opacities: dict[str, float]


def _opacities(objects: dict[int, bytes], resources: bytes) -> dict[str, float]:
    listed = re.search(rb"/ExtGState <<(.*?)>>", resources, re.S)
    found = {}
    for name, number in re.findall(rb"/(\w+) (\d+) 0 R", listed.group(1) if listed else b""):
        share = re.search(rb"/ca ([\d.]+)", objects[int(number)])
        found[name.decode()] = float(share.group(1)) if share else 1.0
    return found


def _fonts(objects: dict[int, bytes], resources: bytes) -> dict[str, dict[int, str]]:
    """Return by each font's name which letter a code stands for."""
    fonts = {}
    listed = re.search(rb"/Font <<(.*?)>>", resources, re.S)
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", listed.group(1) if listed else b""):
        to_unicode = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert to_unicode is not None
        fonts[name.decode()] = _letters(stream(objects[int(to_unicode.group(1))]))
    return fonts


def _letters(cmap: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for first, _last, listed in re.findall(rb"<(\w+)> <(\w+)> \[(.*?)\]", cmap, re.S):
        for place, code in enumerate(re.findall(rb"<(\w+)>", listed)):
            letter = bytes.fromhex(code.decode()).decode("utf-16-be")
            # A blank is written as a tab; one glyph may be two letters.
            letter = normalize("NFKC", letter) if letter > "\ufb00" else letter
            letters[int(first, 16) + place] = " " if letter == "\t" else letter
    return letters


@dataclass
class _Looks:
    matrix: Matrix
    stroke: tuple[float, ...] = (0.0, 0.0, 0.0)
    fill: tuple[float, ...] = (0.0, 0.0, 0.0)
    width: float = 1.0
    opacity: float = 1.0


class _Interpreter:
    """Follows a page's operators; only those that Qt writes."""

    def __init__(self, page: PdfPage, height_pt: float, held: _Held) -> None:
        self._page, self._held = page, held
        # From points from the lower left corner to mm from the upper left.
        mm = MM_PER_POINT
        self._looks = _Looks(np.array([[mm, 0, 0], [0, -mm, 0], [0, height_pt * mm, 1]]))
        self._kept: list[_Looks] = []
        self._paths: list[list[tuple[float, float]]] = []
        self._font, self._size = "", 1.0
        self._text, self._line = np.eye(3), np.eye(3)

    def run(self, operators: bytes) -> None:
        operands: list[float | str | bytes] = []
        for found in _TOKEN.finditer(operators):
            code, name, number, _bracket, operator = found.groups()
            if code is not None:
                operands.append(code)
            elif name is not None:
                operands.append(name.decode())
            elif number is not None:
                operands.append(float(number))
            elif operator is not None:
                self._do(operator.decode(), operands)
                operands = []

    def _do(self, operator: str, operands: list[float | str | bytes]) -> None:
        numbers = [value for value in operands if isinstance(value, float)]
        if operator in ("q", "Q", "cm", "w", "gs", "SCN", "scn"):
            self._look(operator, operands, numbers)
        elif operator in ("m", "l", "c", "re", "h"):
            self._go(operator, numbers)
        elif operator in ("S", "f", "f*", "B", "n", "W"):
            self._paint(operator)
        elif operator in ("BT", "Tf", "Tm", "Td", "Tj"):
            self._write(operator, operands, numbers)
        elif operator == "Do":
            self._page.n_images += 1

    def _look(
        self, operator: str, operands: list[float | str | bytes], numbers: list[float]
    ) -> None:
        look = self._looks
        if operator == "q":
            self._kept.append(replace(look))
        elif operator == "Q":
            self._looks = self._kept.pop()
        elif operator == "cm":
            look.matrix = _matrix(numbers) @ look.matrix
        elif operator == "w":
            look.width = numbers[0]
        elif operator == "gs":
            look.opacity = self._held.opacities.get(str(operands[0]), 1.0)
        else:
            setattr(look, "stroke" if operator == "SCN" else "fill", tuple(numbers))

    def _go(self, operator: str, numbers: list[float]) -> None:
        if operator == "m":
            self._paths.append([(numbers[0], numbers[1])])
        elif operator == "re":
            x, y, w, h = numbers
            self._paths.append([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)])
        elif operator == "h":
            self._paths[-1].append(self._paths[-1][0])
        else:
            self._paths[-1].append((numbers[-2], numbers[-1]))

    def _paint(self, operator: str) -> None:
        if operator == "W":
            return
        look = self._looks
        paths = tuple(_placed(path, look.matrix) for path in self._paths)
        self._paths = []
        if operator in ("S", "B"):
            scale = float(np.hypot(*look.matrix[0, :2]))
            self._page.items.append(Stroke(paths, look.width * scale, look.stroke, look.opacity))
        if operator in ("f", "f*", "B"):
            self._page.items.append(Fill(paths, look.fill, look.opacity))

    def _write(
        self, operator: str, operands: list[float | str | bytes], numbers: list[float]
    ) -> None:
        if operator == "BT":
            self._text = np.eye(3)
        elif operator == "Tf":
            self._font, self._size = str(operands[0]), numbers[0]
        elif operator == "Tm":
            self._text = self._line = _matrix(numbers)
        elif operator == "Td":
            moved = np.array([[1, 0, 0], [0, 1, 0], [*numbers, 1]])
            self._text = self._line = moved @ self._line
        else:
            self._show(operands)

    def _show(self, operands: list[float | str | bytes]) -> None:
        matrix = self._text @ self._looks.matrix
        size_mm = self._size * float(np.hypot(*matrix[1, :2]))
        for code in operands:
            assert isinstance(code, bytes)
            for place in range(0, len(code), 4):
                letter = self._held.fonts[self._font].get(int(code[place : place + 4], 16), "")
                x, y = float(matrix[2, 0]), float(matrix[2, 1])
                self._page.items.append(Glyph(letter, x, y, size_mm, self._looks.fill))


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return np.array([[a, b, 0], [c, d, 0], [e, f, 1]])


def _placed(path: list[tuple[float, float]], matrix: Matrix) -> NDArray[np.float64]:
    points = np.array([(x, y, 1.0) for x, y in path])
    placed: NDArray[np.float64] = (points @ matrix)[:, :2]
    return placed
