"""A made-up window whose answer is stored on the card: does the net still give it?"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import BEATS_IN_TURN, InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.signal.beat_context import cut_beats, describe_beats

# Share of the largest logit by which machines may differ; another net differs by more.
TOLERANCE = 0.01
SMALLEST_SCALE = 0.01
# So many beats are made for a net that reads them in turn.
PROBE_S = 40


def probe_input(spec: InputSpec) -> Samples:
    """Return the same window as the net takes it, float32, on every machine.

    Each lead is a slow wave with a pulse a second, in mV; no recording is involved.
    """
    if spec.windows == BEATS_IN_TURN:
        lead_mv = _made_leads(1, round(PROBE_S * spec.rate_hz), spec.rate_hz)[0]
        pulses = np.round((np.arange(PROBE_S) + 0.5) * spec.rate_hz).astype(np.int64)
        return describe_beats(cut_beats(lead_mv.astype(np.float32), pulses, spec.rate_hz))[None]
    leads = _made_leads(len(spec.leads), spec.n_samples, spec.rate_hz) * spec.scale
    window: Samples = leads.astype(np.float32)[np.newaxis]
    return window


def _made_leads(n_leads: int, n_samples: int, rate_hz: float) -> NDArray[np.float64]:
    time_s = np.arange(n_samples, dtype=np.float64) / rate_hz
    lead = np.arange(n_leads, dtype=np.float64)[:, np.newaxis]
    wave = 0.2 * np.sin(2 * np.pi * (0.3 + 0.05 * lead) * time_s + lead)
    pulse = np.cos(lead) * np.exp(-((((time_s + 0.02 * lead) % 1.0) - 0.5) ** 2) / 0.0004)
    leads_mv: NDArray[np.float64] = wave + pulse
    return leads_mv


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
    except (RuntimeError, IndexError, ValueError) as error:
        # The last two are raised by nets that take leads by their place.
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
