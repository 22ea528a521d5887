"""What is strange about a record, in a few words for a cardiologist."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from ecgviewer.inference.traits import MEASURES, Floats, Traits

NET_WORDS: Final = "as a whole it is unlike the training records; nothing single stands out"
SHAPE_WORDS: Final = "its beats are shaped unlike those of the training records"
PACED: Final = "paced"
_DETECTED: Final = {
    "RA/LA": "the cables of the right and left arm look swapped",
    "RA/LL": "the cables of the right arm and the left leg look swapped",
    "LA/LL": "the cables of the left arm and leg look swapped",
    "RA/RL": "the cables of the right arm and leg look swapped",
    "inverted": "all leads look upside down",
    PACED: "it looks like a paced rhythm",
}
# Beyond this many spreads a size is no heart's but a wrong unit.
_WRONG_UNIT: Final = 5.0


def lead_words(missing: Sequence[str], leads: Sequence[str]) -> str:
    """Return which leads there are, or how many are missing."""
    there = [lead for lead in leads if lead not in missing]
    if len(there) == 1:
        return f"only one lead ({there[0]})"
    return f"only {len(there)} of {len(leads)} leads"


def age_words(age_years: float) -> str:
    """Return why a child's record is unfamiliar."""
    return f"the patient is {age_years:.0f} years old, and the model learned from adults"


def detector_words(name: str) -> str:
    """Return what a detector found."""
    return _DETECTED.get(name, f"the chest leads look out of order ({name})")


def measure_words(traits: Traits, spreads: Floats) -> str:
    """Return the strangest measure in words; spreads: how far each is from the usual."""
    strangest = int(np.argmax(np.abs(spreads)))
    name, far = MEASURES[strangest], float(spreads[strangest])
    return _WORDS[name](traits, far)


def _height_words(traits: Traits, far: float) -> str:
    height_mv = float(np.exp(traits.measures[MEASURES.index("usual height")]))
    size = "large" if far > 0 else "small"
    doubt = ": are the units right?" if abs(far) > _WRONG_UNIT else ""
    return f"its complexes are unusually {size} ({height_mv:.2g} mV in a usual lead){doubt}"


def _rate_words(traits: Traits, _far: float) -> str:
    bpm = float(np.exp(traits.measures[MEASURES.index("rate")]))
    return f"a rate of {bpm:.0f} beats a minute: is it an ECG, and the sampling rate right?"


def _one_lead(name: str, words: str) -> Callable[[Traits, float], str]:
    def say(traits: Traits, far: float) -> str:
        return f"{words} in {traits.worst[name]}" if far > 0 else _SMOOTH

    return say


def _all_leads(words: str) -> Callable[[Traits, float], str]:
    def say(_traits: Traits, far: float) -> str:
        return words if far > 0 else _SMOOTH

    return say


_SMOOTH: Final = "its signal is unusually smooth, as after heavy filtering"
_WORDS: Final[dict[str, Callable[[Traits, float], str]]] = {
    "usual height": _height_words,
    "largest height": _height_words,
    "smallest height": _height_words,
    "usual noise": _all_leads("muscle noise or interference in most leads"),
    "largest noise": _one_lead("largest noise", "muscle noise or interference"),
    "usual drift": _all_leads("a strongly drifting baseline in most leads"),
    "largest drift": _one_lead("largest drift", "a strongly drifting baseline"),
    "mains": _one_lead("mains", "mains hum"),
    "clipped": _one_lead("clipped", "a clipped signal"),
    "flat": _one_lead("flat", "a flat line for a part of the time"),
    "rate": _rate_words,
    "irregularity": _all_leads("beats that come very irregularly"),
    "likeness": lambda _traits, _far: "hardly two beats are alike: is it an ECG?",
    "limb leads": lambda _traits, _far: "I, II and III do not fit together",
}
