"""Why a page stays uncoloured: colours that are missing must not be guessed at."""

from ecgviewer.core.evidence import SILENT_LOGITS, evidence, positive, silence_words
from ecgviewer.core.text import tr
from ecgviewer.paper.heat_layer import HeatLayer


def why_uncoloured(layer: HeatLayer, start: int, stop: int) -> str:
    """Return why samples start..stop of a record are not coloured at all, in a sentence.

    "" where some are, and where the heat does not tell of all of them.
    """
    if not layer.covers(start, stop) or layer.coloured_share(start, stop) > 0:
        return ""
    heat = layer.heat
    label = heat.label or tr("any class")
    said = evidence(heat, start, stop)
    if layer.scale is None or said < SILENT_LOGITS:
        return silence_words(tr("this page"), label, said)
    most = float(positive(heat)[:, start - heat.start : stop - heat.start].max())
    return tr(
        "No part of this page speaks for {label} enough to be coloured: at most "
        "{most} logits, colour begins at {least}.",
        label=label,
        most=figure(most),
        least=figure(layer.scale.begins),
    )


def figure(value: float) -> str:
    """Return a value of a map in two figures."""
    return f"{value:.2g}".replace("-", "−")
