"""Calipers -> what is drawn of them: legs, bars, their values, and the marched-out interval."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from ecgviewer.core.text import later, tr
from ecgviewer.paper.caliper import Caliper, Calipers, values
from ecgviewer.paper.caliper_ground import Ground
from ecgviewer.paper.geometry import HEADER_MM
from ecgviewer.paper.lanes import Lane
from ecgviewer.paper.scene import HAIRLINE, Box, Lines, Text
from ecgviewer.paper.theme import Ink

LEG_MM, BAR_MM = 0.25, 0.2
HANDLE_MM, SMALL_HANDLE_MM = 1.7, 1.1
VALUE_MM = 2.9
# A letter of the values with its share of the gap to the next.
VALUE_LETTER_MM = 1.55
VALUE_ABOVE_MM = 1.4
# The name of a lead reaches so far right of and below the corner of its cell.
NAME_MM = 6.0
NUMBER_MM = 2.2
NUMBER_LETTER_MM = 1.3
# So far above the first row, clear of a rhythm that is written there.
NUMBER_LIFT_MM = 5.0
# Narrower intervals would cover the trace when they are marched out.
LEAST_MARCH_MM = 1.5
TOO_NARROW = later("too narrow to march out here")
NUMBER_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(slots=True)
class CaliperLayer:
    """washes: faint fills. faint: lines in rows of other leads. The rest as in a scene."""

    washes: list[Box] = field(default_factory=list)
    faint: list[Lines] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def caliper_layer(calipers: Calipers, ground: Ground) -> CaliperLayer:
    """Return all that is drawn of the calipers on one page."""
    layer = CaliperLayer()
    for caliper in calipers.pinned:
        _add(layer, caliper, ground, Ink.QUIET)
    if calipers.active is not None:
        note = ""
        if calipers.marching:
            note = _add_march(layer, calipers.active, ground)
        _add(layer, calipers.active, ground, Ink.MARK, note)
        if calipers.out:
            _add_handles(layer, calipers.active, calipers.leg, ground)
    return layer


def _add(layer: CaliperLayer, caliper: Caliper, ground: Ground, ink: Ink, note: str = "") -> None:
    home = ground.home(caliper)
    for lane in ground.lanes:
        legs = [lane.x_mm(leg.sample) for leg in caliper.legs]
        strokes = _upright([x for x in legs if lane.holds(x)], lane)
        if lane is home:
            layer.lines.append(Lines(strokes, ink, LEG_MM))
        else:
            layer.faint.append(Lines(strokes, ink))
    words = "  ·  ".join(values(caliper, ground.record))
    words = f"{words}  ·  {note}" if note else words
    if home is None:
        _add_words_of_absent(layer, caliper, ground, ink, words)
        return
    left, right = (
        min(max(home.x_mm(sample), home.left_mm), home.right_mm)
        for sample in (caliper.start, caliper.stop)
    )
    heights = [ground.y_mm(caliper, leg, home) for leg in (0, 1)]
    bars = np.array([(left, y, right, y) for y in heights])
    layer.lines.append(Lines(bars, ink, BAR_MM))
    layer.washes.append(Box(left, home.top_mm, right - left, home.bottom_mm - home.top_mm, ink))
    text = _words_between(words, (left + right) / 2, min(heights) - VALUE_ABOVE_MM, home, ink)
    if _is_covered(text, home, ground):
        below = max(*heights, ground.lanes[0].top_mm) + VALUE_ABOVE_MM + 0.8 * VALUE_MM
        text = replace(text, y_mm=below)
    layer.texts.append(text)


def _upright(x_mm: list[float], lane: Lane) -> np.ndarray:
    strokes = [(x, lane.top_mm, x, lane.bottom_mm) for x in x_mm]
    return np.array(strokes, dtype=float).reshape(-1, 4)


def _is_covered(text: Text, home: Lane, ground: Ground) -> bool:
    """Whether a text stands in the sheet's header, or on the name of a lead."""
    top = text.y_mm - VALUE_MM
    if top < ground.lanes[0].top_mm:
        return True
    half = len(text.text) * VALUE_LETTER_MM / 2
    names = [cell.x_mm for cell in home.cells if home.top_mm - 1 < top < home.top_mm + NAME_MM]
    return any(text.x_mm - half < x + NAME_MM and text.x_mm + half > x for x in names)


def _words_between(words: str, middle: float, y_mm: float, lane: Lane, ink: Ink) -> Text:
    half = len(words) * VALUE_LETTER_MM / 2
    x = max(min(middle, lane.right_mm - half), lane.left_mm + half)
    return Text(x, y_mm, words, ink, VALUE_MM, bold=True, align="centre", halo=True)


def _add_words_of_absent(
    layer: CaliperLayer, caliper: Caliper, ground: Ground, ink: Ink, words: str
) -> None:
    """Name the lead where the page shows the time but not the lead itself."""
    for lane in ground.lanes:
        legs = [lane.x_mm(sample) for sample in (caliper.start, caliper.stop)]
        if any(lane.holds(x) for x in legs):
            named = f"{ground.record.leads[caliper.lead].name}  {words}"
            y = lane.top_mm + VALUE_ABOVE_MM + VALUE_MM
            layer.texts.append(_words_between(named, sum(legs) / 2, y, lane, ink))
            return


def _add_handles(layer: CaliperLayer, caliper: Caliper, active: int, ground: Ground) -> None:
    home = ground.home(caliper)
    if home is None:
        return
    for index, leg in enumerate(caliper.legs):
        x, y = home.x_mm(leg.sample), ground.y_mm(caliper, index, home)
        if home.holds(x):
            size = HANDLE_MM if index == active else SMALL_HANDLE_MM
            # A stroke's middle is half a pixel right of and below its place.
            half = 0.5 / ground.sheet.px_per_mm - size / 2
            layer.boxes.append(Box(x + half, y + half, size, size, Ink.MARK))


def _add_march(layer: CaliperLayer, caliper: Caliper, ground: Ground) -> str:
    """Repeat the interval over the page; returns why not where it is too narrow."""
    interval = caliper.stop - caliper.start
    speed, rate = ground.view.speed_mm_per_s, ground.record.rate_hz
    spacing_mm = interval * speed / rate
    if spacing_mm < LEAST_MARCH_MM:
        return tr(TOO_NARROW)
    row, y = _numbers_place(ground)
    for lane in ground.lanes:
        steps = list(_steps(caliper, lane, ground.record.n_samples))
        strokes = _upright([x for x, _ in steps], lane)
        if lane.row == row:
            # The numbers hang on strokes that reach up or down to them.
            strokes[:, 1] = np.minimum(strokes[:, 1], y)
            strokes[:, 3] = np.maximum(strokes[:, 3], y - NUMBER_MM)
            layer.texts += _numbers(steps, spacing_mm, y)
        layer.faint.append(Lines(strokes, Ink.MARK, HAIRLINE))
    return ""


def _steps(caliper: Caliper, lane: Lane, n_samples: int) -> Iterator[tuple[float, int]]:
    """Yield where each repeated leg stands, and how many intervals from the caliper."""
    start, interval = caliper.start, caliper.stop - caliper.start
    first = max(lane.sample_at(lane.left_mm), 0)
    last = min(lane.sample_at(lane.right_mm), n_samples - 1)
    for step in range(math.ceil((first - start) / interval), (last - start) // interval + 1):
        x = lane.x_mm(start + step * interval)
        if step not in (0, 1) and lane.holds(x):
            yield x, step if step < 0 else step - 1


def _numbers_place(ground: Ground) -> tuple[int, float]:
    """Return which row is numbered and where: well above the first, else below the last.

    Right above the first row a page may have its beats and rhythms.
    """
    first, last = ground.lanes[0], ground.lanes[-1]
    above = first.top_mm - NUMBER_LIFT_MM
    if above - NUMBER_MM >= HEADER_MM:
        return first.row, above
    return last.row, last.bottom_mm + NUMBER_MM


def _numbers(steps: list[tuple[float, int]], spacing_mm: float, y_mm: float) -> list[Text]:
    """Number the strokes from the caliper outwards, as many as there is room for."""
    most = max((abs(number) for _, number in steps), default=0)
    wide = NUMBER_LETTER_MM * (len(str(most)) + 2)
    every = next((n for n in NUMBER_STEPS if n * spacing_mm >= wide), NUMBER_STEPS[-1])
    return [
        Text(
            x,
            y_mm,
            f"{number:+d}".replace("-", "−"),
            Ink.MARK,
            NUMBER_MM,
            align="centre",
            halo=True,
        )
        for x, number in steps
        if number % every == 0
    ]
