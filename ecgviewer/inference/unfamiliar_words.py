"""What is strange about a record, in a few words for a cardiologist."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from ecgviewer.core.text import later, tr
from ecgviewer.inference.traits import MEASURES, Floats, Traits
from ecgviewer.signal.limb_reversal import SWAP_WORDS

NET_WORDS: Final = later("as a whole it is unlike the training records; nothing single stands out")
SHAPE_WORDS: Final = later("its beats are shaped unlike those of the training records")
PACED_WORDS: Final = later("it looks like a paced rhythm")
_SWAPS: Final = {**SWAP_WORDS, "inverted": later("all leads look upside down")}
# By whether they are large, and whether the unit is in doubt.
_HEIGHTS: Final = {
    (True, False): later("its complexes are unusually large ({height} mV in most leads)"),
    (False, False): later("its complexes are unusually small ({height} mV in most leads)"),
    (True, True): later(
        "its complexes are unusually large ({height} mV in most leads): are the units right?"
    ),
    (False, True): later(
        "its complexes are unusually small ({height} mV in most leads): are the units right?"
    ),
}
_MOST_NAMED: Final = 3
# Beyond this many spreads a size is no heart's but a wrong unit.
_WRONG_UNIT: Final = 5.0


def lead_words(missing: Sequence[str], leads: Sequence[str]) -> str:
    """Return which leads are missing, or which few there are."""
    there = [lead for lead in leads if lead not in missing]
    if len(there) == 1:
        return tr("only one lead ({lead})", lead=there[0])
    if len(missing) > _MOST_NAMED:
        return tr("only {n} of {all} leads", n=len(there), all=len(leads))
    *first, last = missing
    named = tr(" and ").join(filter(None, (", ".join(first), last)))
    return tr("no signal in {leads}", leads=named)


def age_words(age_years: float) -> str:
    """Return why a child's record is unfamiliar."""
    return tr(
        "the patient is {years} years old, and the model learned from adults",
        years=f"{age_years:.0f}",
    )


def swap_words(name: str) -> str:
    """Return which cables look swapped."""
    if name in _SWAPS:
        return tr(_SWAPS[name])
    return tr("the chest leads look out of order ({swap})", swap=name)


def measure_words(traits: Traits, spreads: Floats) -> str:
    """Return the strangest measure in words; spreads: how far each is from the usual."""
    strangest = int(np.argmax(np.abs(spreads)))
    name, far = MEASURES[strangest], float(spreads[strangest])
    return _WORDS[name](traits, far)


def _height_words(traits: Traits, far: float) -> str:
    height_mv = float(np.exp(traits.measures[MEASURES.index("usual height")]))
    return tr(_HEIGHTS[far > 0, abs(far) > _WRONG_UNIT], height=f"{height_mv:.2g}")


def _least_words(traits: Traits, far: float) -> str:
    if far > 0:
        return _height_words(traits, far)
    lead = traits.worst["smallest height"]
    return tr("hardly any signal in {lead}: are the cables right?", lead=lead)


def _rate_words(traits: Traits, _far: float) -> str:
    bpm = float(np.exp(traits.measures[MEASURES.index("rate")]))
    return tr(
        "a rate of {bpm} beats a minute: is it an ECG, and the sampling rate right?",
        bpm=f"{bpm:.0f}",
    )


def _in_lead(name: str, words: str) -> Callable[[Traits, float], str]:
    return lambda traits, _far: tr(words, lead=traits.worst[name])


def _plain(words: str) -> Callable[[Traits, float], str]:
    return lambda _traits, _far: tr(words)


_WORDS: Final[dict[str, Callable[[Traits, float], str]]] = {
    "usual height": _height_words,
    "largest height": _height_words,
    "smallest height": _least_words,
    "usual noise": _plain(later("muscle noise or interference in most leads")),
    "largest noise": _in_lead("largest noise", later("muscle noise or interference in {lead}")),
    "usual drift": _plain(later("a strongly drifting baseline in most leads")),
    "largest drift": _in_lead("largest drift", later("a strongly drifting baseline in {lead}")),
    "mains": _in_lead("mains", later("mains hum in {lead}")),
    "clipped": _in_lead("clipped", later("a clipped signal in {lead}")),
    "flat": _in_lead("flat", later("a flat line for a part of the time in {lead}")),
    "rate": _rate_words,
    "irregularity": _plain(later("beats that come very irregularly")),
    "unlikeness": _plain(later("hardly two beats are alike: is it an ECG?")),
    "limb leads": _plain(later("I, II and III do not fit together")),
}
