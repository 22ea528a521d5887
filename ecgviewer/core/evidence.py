"""How much speaks for a class, in logits: what of a map is worth showing, and as how much."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.heat import Heat
from ecgviewer.core.text import tr

# All that speaks for a class in one window of a model adds up to logits, by any method. A
# quarter of one moves no probability by more than 0.06: where there is no more, nothing
# speaks. Full colour stands for a whole one at least.
SILENT_LOGITS = 0.25
FULL_LOGITS = 1.0
LEAST_TOLD = 0.01


def positive(heat: Heat) -> NDArray[np.float32]:
    """Return what speaks for the class in logits a step, 0 where nothing is known.

    The shape is the heat's. A heat whose windows are each scaled by themselves stays in 0
    to 1: it has no common unit.
    """
    values = np.nan_to_num(heat.heat, nan=0.0, posinf=0.0, neginf=0.0)
    unit = 1.0 if heat.scope == "window" else max(peak(heat), 0.0)
    return np.asarray(values * np.float32(unit))


def peak(heat: Heat) -> float:
    """Return the largest that a sample says for the class, in logits a step."""
    return heat.reach[1]


def evidence(heat: Heat, start: int | None = None, stop: int | None = None) -> float:
    """Return what all that speaks for the class adds up to in logits, over all leads.

    start, stop: of the record, to count a part of the heat only.
    """
    first = 0 if start is None else max(start - heat.start, 0)
    last = heat.stop - heat.start if stop is None else max(stop - heat.start, 0)
    return float(positive(heat)[:, first:last].sum(dtype=np.float64) / heat.step)


def is_silent(heat: Heat) -> bool:
    """Whether next to nothing speaks for the class anywhere in a heat."""
    return heat.empty or (heat.scope != "window" and evidence(heat) < SILENT_LOGITS)


def silence_words(place: str, label: str, logits: float) -> str:
    """Return the sentence for a place, such as "this page", where nothing speaks for a label."""
    told = f"{logits:.2g}" if logits >= LEAST_TOLD else tr("less than {least}", least=LEAST_TOLD)
    return tr(
        "No part of {place} speaks for {label}: {logits} logits in all, too little to count.",
        place=place,
        label=label,
        logits=told,
    )


def part_of_heat(heat: Heat, start: int, stop: int) -> Heat:
    """Return the same map over fewer samples of the record, normalised over these.

    heat.start <= start < stop <= heat.stop.
    """
    inside = slice(start - heat.start, stop - heat.start)
    shown = heat.heat[:, inside]
    largest = float(np.nan_to_num(shown).max(initial=0.0))
    if largest > 0:
        shown = (shown / largest).astype(np.float32)
    return replace(heat, start=start, stop=stop, raw=heat.raw[:, inside], heat=shown)
