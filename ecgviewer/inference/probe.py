"""A made-up window whose answer is stored on the card: does the net still give it?"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.inference.loaded import LoadedModel

# Share of the largest logit by which machines may differ; another net differs by more.
TOLERANCE = 0.01
SMALLEST_SCALE = 0.01


def probe_input(spec: InputSpec) -> Samples:
    """Return the same window, float32 (1, n_leads, n_samples), on every machine.

    Each lead is a slow wave with a pulse a second, in mV; no recording is involved.
    """
    time_s = np.arange(spec.n_samples, dtype=np.float64) / spec.rate_hz
    lead = np.arange(len(spec.leads), dtype=np.float64)[:, np.newaxis]
    wave = 0.2 * np.sin(2 * np.pi * (0.3 + 0.05 * lead) * time_s + lead)
    pulse = np.cos(lead) * np.exp(-((((time_s + 0.02 * lead) % 1.0) - 0.5) ** 2) / 0.0004)
    window: Samples = ((wave + pulse) * spec.scale).astype(np.float32)[np.newaxis]
    return window


def probe_of(model: LoadedModel) -> dict[str, Any]:
    """Return what a card stores: the net's logits for the made-up window."""
    return {"logits": _answer(model), "tolerance": TOLERANCE}


def check_probe(model: LoadedModel) -> None:
    """Raise EcgError unless the net has a logit a label and gives the stored answer."""
    card = model.card
    found = _answer(model)
    if len(found) != len(card.labels):
        raise EcgError(
            f"The model {card.name} was refused: its card has {len(card.labels)} labels, "
            f"its net {len(found)}."
        )
    if not _agrees(found, card.probe):
        raise EcgError(
            f"The model {card.name} was refused: it does not give the answer stored on its "
            "card; install it again."
        )


def _answer(model: LoadedModel) -> list[float]:
    spec = model.card.input
    try:
        logits = model.logits(probe_input(spec))[0]
    except RuntimeError as error:
        raise EcgError(
            f"The net of the model {model.card.name} cannot take {len(spec.leads)} leads of "
            f"{spec.n_samples} samples on the {model.device_name}."
        ) from error
    return [float(logit) for logit in logits]


def _agrees(found: list[float], probe: Mapping[str, Any]) -> bool:
    stored = np.asarray(probe.get("logits", ()), dtype=np.float64)
    if stored.shape != (len(found),):
        return False
    scale = max(SMALLEST_SCALE, float(np.abs(stored).max()))
    return bool(np.abs(stored - found).max() <= scale * float(probe.get("tolerance", 0)))
