"""Paper speeds and gains beside the usual ones: fine steps, and values that were typed."""

from collections.abc import Sequence
from dataclasses import replace

from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.paper.view import GAINS_MM_PER_MV, SPEEDS_MM_PER_S, View

SPEED_BOUNDS_MM_PER_S = (1.0, 250.0)
GAIN_BOUNDS_MM_PER_MV = (1.0, 100.0)
FINE_STEP = 1.1
# So near to a usual value, that value is meant: ten steps up and down end where they began.
_SNAP = 0.02


def fine_speed(view: View, steps: int) -> View:
    """Return the view with the paper 10 % faster or slower a step."""
    speed = _stepped(view.speed_mm_per_s, steps, SPEED_BOUNDS_MM_PER_S, SPEEDS_MM_PER_S)
    return replace(view, speed_mm_per_s=speed)


def fine_gain(view: View, steps: int) -> View:
    """Return the view with the amplitude 10 % larger or smaller a step."""
    gain = _stepped(view.gain_mm_per_mv, steps, GAIN_BOUNDS_MM_PER_MV, GAINS_MM_PER_MV)
    return replace(view, gain_mm_per_mv=gain)


def _stepped(
    present: float, steps: int, bounds: tuple[float, float], usual: Sequence[float]
) -> float:
    # A page of a whole day is slower than any speed that can be typed: it stays so.
    low, high = min(bounds[0], present), max(bounds[1], present)
    wished = min(max(present * FINE_STEP**steps, low), high)
    near = [value for value in usual if abs(wished / value - 1) <= _SNAP]
    # Three digits are what the footer tells.
    return near[0] if near else float(f"{wished:.3g}")


def typed_speed(text: str) -> float:
    """Return the mm/s that "33", "33 mm/s" or "33,5" mean; raises EcgError if nothing fits."""
    return _typed(text, "mm/s", tr("paper speed"), SPEED_BOUNDS_MM_PER_S, "33")


def typed_gain(text: str) -> float:
    """Return the mm/mV that "8" or "8 mm/mV" mean; raises EcgError if nothing fits."""
    return _typed(text, "mm/mv", tr("amplitude"), GAIN_BOUNDS_MM_PER_MV, "8")


def _typed(text: str, unit: str, what: str, bounds: tuple[float, float], example: str) -> float:
    bare = text.strip().lower().removesuffix(unit).strip().replace(",", ".")
    low, high = bounds
    told = {"what": what, "low": f"{low:g}", "high": f"{high:g}"}
    try:
        value = float(bare)
    except ValueError as error:
        sentence = tr(
            "“{text}” is no {what}: write a number from {low} to {high}, such as {example}.",
            text=text.strip(),
            example=example,
            **told,
        )
        raise EcgError(sentence) from error
    if not low <= value <= high:
        raise EcgError(
            tr("The {what} goes from {low} to {high}; {given} is beyond.", given=bare, **told)
        )
    return float(f"{value:.3g}")
