"""Which words within names of files, leads and units may be those of a person."""

import re
from functools import cache
from typing import Final

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.io.header_facts import words_of_tables
from ecgviewer.io.units import mv_per_unit, sounds_like_ecg

_SHORTEST = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
# Leads are counted with fewer digits; so many are somebody's number, or a year.
_NUMBER: Final = re.compile(r"\d{4}")
# What files and folders are called, and what notes say, without naming anybody.
_ORDINARY: Final = frozenset(
    _WORD.findall(
        """
        beat beats before case cases cohort copy data days demo documents download downloads ecgs
        ekgs example export exports file files folder hand header holter home hour hours lead
        leads long ludb made minute minutes mitdb month months noise normal page pages part
        patient patients poor private quality reader readers record recording recordings records
        report reports rest resting review reviews rhythm sample samples scan scans second seconds
        segment selected series sets short signal signals strip strips stress study studies
        subject subjects svdb temp test tests train training user users ward wards wave waves week
        weeks wfdb work year years
        all and atr bad dat day ecg edf ekg end for hea low mat new not old one ptb raw rec set
        the tmp two
        """
    )
)
# What leads and signals are called beside the standard ones, and what they are measured in.
_OF_LEADS: Final = frozenset(
    _WORD.findall(
        """
        iii avr avl avf mli mlii mliii mcl mclii mcliii nehb dor ant inf frank lead leads limb chest
        channel chan col sig signal fmt ecg ekg spo sao etco ref augmented unipolar bipolar modified
        """
    )
)
_OF_UNITS: Final = frozenset(_WORD.findall("mmhg cmh bpm rpm ohm kohm mohm deg degc degf adu pct"))


def telling_words(name: str) -> frozenset[str]:
    """Return the words of a name that may name a person: "Doe" and "Jane" of Doe_Jane_1950."""
    return frozenset(word for word in _WORD.findall(name) if _is_telling(word))


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST and word.casefold() not in _known()


@cache
def _known() -> frozenset[str]:
    of_tables = (word for text in words_of_tables() for word in _WORD.findall(text))
    words = {word.casefold() for word in (*of_tables, *RECORD_CLASSES)}
    return frozenset(words | _ORDINARY)


def is_lead_name(name: str) -> bool:
    """Whether a lead's name holds words of the field alone: "MLII", "ECG 1", "Resp_nasal"."""
    words = {word.casefold() for word in telling_words(name)} - _OF_LEADS
    return all(not sounds_like_ecg(word) for word in words) and not _NUMBER.search(name)


def is_unit(text: str) -> bool:
    """Whether a text is a unit, and no word that somebody wrote in the place of one."""
    words = {word.casefold() for word in telling_words(text)}
    return mv_per_unit(text) is not None or words <= _OF_UNITS
