"""Colours of a heat: an underlay on light paper, a coloured stroke on dark paper.

How strong a colour is, everywhere in the program: the same logits have the same colour on
every page of a record. Colour begins at the overlay's percentile of the record's strongest
window (of the heat itself where the record has no more than that) and is full at that
window's maximum; what is stronger elsewhere is full too. A page that says nearly as much in
all, but spread over more beats, may stay below that beginning everywhere: it has a scale of
its own, paler by as much as it says less. Where all that speaks for the
class in that window adds up to less than FULL_LOGITS, its maximum is paler in proportion;
below SILENT_LOGITS nothing is coloured. A heat whose windows are each scaled by themselves
(scope "window") goes from its percentile to 1.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.evidence import FULL_LOGITS, evidence, is_silent, peak, positive
from ecgviewer.core.heat import Heat
from ecgviewer.paper.view import Overlay, Theme

# Multiplied onto the paper and its grid, so neither the trace nor a line is hidden.
UNDERLAY_STOPS = ("#FFFFFF", "#D9E8F6", "#B3D1EE", "#8DBAE6", "#70A8DE")
# Viridis begins too dark for dark paper; this ramp is lifted to 5.4:1 and more.
STROKE_STOPS = ("#8F7BE0", "#6C96E6", "#3FB4BE", "#4CCB8F", "#9BDD4F", "#FDE725")
STROKE_BELOW = "#C3CFCB"
# Violet to yellow within a dark outline, without which yellow is lost on light paper.
CASED_STOPS = ("#440154", "#3B528B", "#21918C", "#5EC962", "#FDE725")
STROKE_STEPS = 16
UNDERLAY_STEPS = 256
# Of what the strongest window says a second: a page that says so much is coloured somewhere.
NEARLY_AS_MUCH = 0.5


def rgb(colour: str) -> tuple[int, int, int]:
    """Return the three bytes of "#RRGGBB"."""
    value = int(colour.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


def ramp(stops: tuple[str, ...], steps: int) -> NDArray[np.uint8]:
    """Return (steps, 3) sRGB bytes, linear between the stops."""
    points = np.array([rgb(stop) for stop in stops], dtype=float)
    at = np.linspace(0, len(stops) - 1, steps)
    channels = [np.interp(at, np.arange(len(stops)), points[:, c]) for c in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


@cache
def underlay_table(opacity: float) -> NDArray[np.uint8]:
    """Return (256, 3) bytes to multiply onto light paper; level 0 leaves it as it is."""
    full = ramp(UNDERLAY_STOPS, UNDERLAY_STEPS).astype(float)
    return (255 + opacity * (full - 255)).round().astype(np.uint8)


@cache
def stroke_colours(opacity: float) -> tuple[str, ...]:
    """Return the colours of the trace on dark paper: one below the threshold, then a ramp."""
    below = np.array(rgb(STROKE_BELOW), dtype=float)
    # A weaker overlay goes back towards the plain trace; the stroke stays opaque,
    # because see-through strokes show their joints.
    mixed = below + opacity * (ramp(STROKE_STOPS, STROKE_STEPS).astype(float) - below)
    return (STROKE_BELOW, *(f"#{r:02X}{g:02X}{b:02X}" for r, g, b in mixed.round().astype(int)))


@cache
def cased_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours of a trace that is coloured all along, from violet to yellow.

    The first is for what nothing is known of, then STROKE_STEPS by importance.
    """
    mixed = ramp(importance_stops(theme), STROKE_STEPS).astype(int)
    return (STROKE_BELOW, *(f"#{r:02X}{g:02X}{b:02X}" for r, g, b in mixed))


def importance_stops(theme: Theme) -> tuple[str, ...]:
    """Return the stops from violet to yellow that suit the theme's paper."""
    return STROKE_STOPS if theme is Theme.DARK else CASED_STOPS


def scale_stops(theme: Theme) -> tuple[str, ...]:
    """Return the stops of the theme's colour scale, weakest first."""
    return STROKE_STOPS if theme is Theme.DARK else UNDERLAY_STOPS


@dataclass(frozen=True, slots=True)
class ColourScale:
    """Between which values colours run from faint to full, in logits a step of the heat.

    of_page: it is a page's own, not that of the record.
    """

    begins: float
    full: float
    of_page: bool = False


def colour_scale(heat: Heat, overlay: Overlay) -> ColourScale | None:
    """Return a heat's scale, None where nothing is to be coloured."""
    loudest = heat if heat.reference is None or is_silent(heat.reference) else heat.reference
    if is_silent(loudest):
        return None
    known, own = _known(loudest), _known(heat)
    begins = float(np.percentile(known, overlay.percentile))
    if loudest.scope == "window":
        return ColourScale(begins, 1.0)
    full, paler = peak(loudest), max(1.0, FULL_LOGITS / evidence(loudest))
    share = float(own.mean() / known.mean()) if own.size else 0.0
    if share >= NEARLY_AS_MUCH:
        begins = min(begins, float(np.percentile(own, overlay.percentile)))
        full = min(full, begins + (peak(heat) - begins) / min(share, 1.0))
    return ColourScale(begins, full * paler, of_page=full < peak(loudest))


def _known(heat: Heat) -> NDArray[np.float32]:
    return positive(heat)[np.isfinite(heat.heat)]


def levels(heat: Heat, scale: ColourScale | None) -> NDArray[np.float32]:
    """Return (rows, n) levels in 0..1 of a heat's values on its scale.

    Samples below the scale's beginning, and those that nothing was said about, are 0; the
    beginning itself is just above 0. Without a scale all are 0.
    """
    values = positive(heat)
    if scale is None:
        return np.zeros_like(values)
    # Where the beginning is the maximum itself, all that reaches it is strongest.
    span = scale.full - scale.begins
    ramped = np.clip((values - scale.begins) / span, 0, 1) if span > 0 else values / scale.full
    floor = np.float32(1 / UNDERLAY_STEPS)
    shown = (values >= scale.begins) & (values > 0)
    return np.where(shown, np.clip(ramped, floor, 1), 0).astype(np.float32)
