"""Why a page stays uncoloured: colours that are missing must not be guessed at."""

from ecgviewer.core.evidence import SILENT_LOGITS, evidence, positive
from ecgviewer.paper.heat_layer import HeatLayer

LEAST_TOLD = 0.01


def why_uncoloured(layer: HeatLayer, start: int, stop: int) -> str:
    """Return why samples start..stop of a record are not coloured at all, in a sentence.

    "" where some are, and where the heat does not tell of all of them.
    """
    if not layer.covers(start, stop) or layer.coloured_share(start, stop) > 0:
        return ""
    heat = layer.heat
    speaks = f"No part of this page speaks for {heat.label or 'any class'}"
    said = evidence(heat, start, stop)
    if layer.scale is None or said < SILENT_LOGITS:
        told = figure(said) if said >= LEAST_TOLD else f"less than {LEAST_TOLD}"
        return f"{speaks}: all that does adds up to {told} logits."
    most = float(positive(heat)[:, start - heat.start : stop - heat.start].max())
    return (
        f"{speaks} enough to be coloured: at most {figure(most)} logits, "
        f"colour begins at {figure(layer.scale.begins)}."
    )


def figure(value: float) -> str:
    """Return a value of a map in two figures."""
    return f"{value:.2g}".replace("-", "−")
