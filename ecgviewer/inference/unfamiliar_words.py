"""What is strange about a record, in a few words for a cardiologist."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from ecgviewer.inference.traits import MEASURES, Floats, Traits
from ecgviewer.signal.limb_reversal import SWAP_WORDS

NET_WORDS: Final = "as a whole it is unlike the training records; nothing single stands out"
SHAPE_WORDS: Final = "its beats are shaped unlike those of the training records"
PACED_WORDS: Final = "it looks like a paced rhythm"
_SWAPS: Final = {**SWAP_WORDS, "inverted": "all leads look upside down"}
_MOST_NAMED: Final = 3
# Beyond this many spreads a size is no heart's but a wrong unit.
_WRONG_UNIT: Final = 5.0


def lead_words(missing: Sequence[str], leads: Sequence[str]) -> str:
    """Return which leads are missing, or which few there are."""
    there = [lead for lead in leads if lead not in missing]
    if len(there) == 1:
        return f"only one lead ({there[0]})"
    if len(missing) > _MOST_NAMED:
        return f"only {len(there)} of {len(leads)} leads"
    return f"no signal in {' and '.join(missing)}"


def age_words(age_years: float) -> str:
    """Return why a child's record is unfamiliar."""
    return f"the patient is {age_years:.0f} years old, and the model learned from adults"


def swap_words(name: str) -> str:
    """Return which cables look swapped."""
    return _SWAPS.get(name, f"the chest leads look out of order ({name})")


def measure_words(traits: Traits, spreads: Floats) -> str:
    """Return the strangest measure in words; spreads: how far each is from the usual."""
    strangest = int(np.argmax(np.abs(spreads)))
    name, far = MEASURES[strangest], float(spreads[strangest])
    return _WORDS[name](traits, far)


def _height_words(traits: Traits, far: float) -> str:
    height_mv = float(np.exp(traits.measures[MEASURES.index("usual height")]))
    size = "large" if far > 0 else "small"
    doubt = ": are the units right?" if abs(far) > _WRONG_UNIT else ""
    return f"its complexes are unusually {size} ({height_mv:.2g} mV in most leads){doubt}"


def _least_words(traits: Traits, far: float) -> str:
    if far > 0:
        return _height_words(traits, far)
    return f"hardly any signal in {traits.worst['smallest height']}: are the cables right?"


def _rate_words(traits: Traits, _far: float) -> str:
    bpm = float(np.exp(traits.measures[MEASURES.index("rate")]))
    return f"a rate of {bpm:.0f} beats a minute: is it an ECG, and the sampling rate right?"


def _in_lead(name: str, words: str) -> Callable[[Traits, float], str]:
    return lambda traits, _far: f"{words} in {traits.worst[name]}"


def _plain(words: str) -> Callable[[Traits, float], str]:
    return lambda _traits, _far: words


_WORDS: Final[dict[str, Callable[[Traits, float], str]]] = {
    "usual height": _height_words,
    "largest height": _height_words,
    "smallest height": _least_words,
    "usual noise": _plain("muscle noise or interference in most leads"),
    "largest noise": _in_lead("largest noise", "muscle noise or interference"),
    "usual drift": _plain("a strongly drifting baseline in most leads"),
    "largest drift": _in_lead("largest drift", "a strongly drifting baseline"),
    "mains": _in_lead("mains", "mains hum"),
    "clipped": _in_lead("clipped", "a clipped signal"),
    "flat": _in_lead("flat", "a flat line for a part of the time"),
    "rate": _rate_words,
    "irregularity": _plain("beats that come very irregularly"),
    "unlikeness": _plain("hardly two beats are alike: is it an ECG?"),
    "limb leads": _plain("I, II and III do not fit together"),
}
