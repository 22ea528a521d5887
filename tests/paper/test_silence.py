import numpy as np
import pytest

from ecgviewer.core.heat import Heat
from ecgviewer.paper.heat_layer import layer_of
from ecgviewer.paper.silence import why_uncoloured
from ecgviewer.paper.view import Overlay


def _heat(values: np.ndarray, reference: Heat | None = None) -> Heat:
    raw = values.astype(np.float32)[np.newaxis]
    heat = (np.maximum(raw, 0) / max(float(raw.max()), 1e-9)).astype(np.float32)
    return Heat(
        "PVC", "hirescam", "m", 1000, 1000 + values.size, ("II",), raw, heat, 1.0,
        reference=reference,
    )  # fmt: skip


def _bump(height: float) -> np.ndarray:
    values = np.full(1000, -0.1)
    values[600:620] = height
    return values


STRONGEST = _heat(_bump(2.0))


def _why(heat: Heat, start: int, stop: int, percentile: float = 99) -> str:
    return why_uncoloured(layer_of(heat, Overlay(percentile=percentile)), start, stop)


def test_a_coloured_page_needs_no_words():
    assert _why(STRONGEST, 1000, 2000) == ""


def test_a_page_beside_the_colours_says_that_nothing_speaks():
    assert _why(STRONGEST, 1000, 1500) == (
        "No part of this page speaks for PVC: less than 0.01 logits in all, too little to count."
    )
    page = _heat(_bump(0.005), STRONGEST)
    assert _why(page, 1000, 2000).endswith("PVC: 0.1 logits in all, too little to count.")


def test_evidence_that_colour_does_not_reach_is_not_called_nothing():
    page = _heat(_bump(0.4), STRONGEST)
    assert _why(page, 1000, 2000) == (
        "No part of this page speaks for PVC enough to be coloured: at most 0.4 logits, "
        "colour begins at 2."
    )


@pytest.mark.parametrize(("start", "stop"), [(0, 900), (500, 1500), (1900, 2100), (2500, 3000)])
def test_nothing_is_said_of_a_page_that_was_not_explained(start: int, stop: int):
    assert _why(_heat(_bump(0.001)), start, stop) == ""
