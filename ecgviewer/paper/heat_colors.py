"""Colours of a heat: an underlay on light paper, a coloured stroke on dark paper."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.heat import Heat
from ecgviewer.paper.view import Overlay, Theme

# Multiplied onto the paper and its grid, so neither the trace nor a line is hidden.
UNDERLAY_STOPS = ("#FFFFFF", "#D9E8F6", "#B3D1EE", "#8DBAE6", "#70A8DE")
# Viridis begins too dark for dark paper; this ramp is lifted to 5.4:1 and more.
STROKE_STOPS = ("#8F7BE0", "#6C96E6", "#3FB4BE", "#4CCB8F", "#9BDD4F", "#FDE725")
STROKE_BELOW = "#C3CFCB"
STROKE_STEPS = 16
UNDERLAY_STEPS = 256


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


def scale_stops(theme: Theme) -> tuple[str, ...]:
    """Return the stops of the theme's colour scale, weakest first."""
    return STROKE_STOPS if theme is Theme.DARK else UNDERLAY_STOPS


def levels(heat: Heat, overlay: Overlay) -> NDArray[np.float32]:
    """Return (rows, n) levels in 0..1 of the values from the percentile to the maximum.

    Samples below the threshold, and those that nothing was said about, are 0; the
    threshold itself is just above 0. All are 0 where no sample spoke for the class.
    """
    values = np.nan_to_num(heat.heat, nan=0.0)
    if heat.empty or not np.isfinite(values).all():
        return np.zeros_like(values)
    threshold = threshold_of(heat, overlay)
    top = float(values.max())
    # Where the threshold is the maximum itself, all that reaches it is strongest.
    span = top - threshold
    ramped = np.clip((values - threshold) / span, 0.0, 1.0) if span > 0 else values / top
    floor = np.float32(1 / UNDERLAY_STEPS)
    shown = (values >= threshold) & (values > 0)
    return np.where(shown, np.maximum(ramped, floor), 0).astype(np.float32)


def threshold_of(heat: Heat, overlay: Overlay) -> float:
    """Return the heat from which on samples are coloured."""
    known = heat.heat[np.isfinite(heat.heat)]
    return float(np.percentile(known, overlay.percentile)) if known.size else 0.0


def coloured_share(heat: Heat, overlay: Overlay) -> float:
    """Return the share of looked-at samples that are coloured, 0..1."""
    known = int(np.isfinite(heat.heat).sum())
    return float((levels(heat, overlay) > 0).sum()) / known if known else 0.0
