"""How far each lead can be read, every ten seconds: good, usable or poor, and why.

Sizes are limited in mV, since a reader sees millimetres of paper: a hum of 0.5 mm is one
in a tall lead too. Limits are chosen by what paper shows and held against two sets of
recordings whose faults people wrote down (`python packaging/run.py bench quality`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.core.text import later, tr
from ecgviewer.signal.lead_measures import LeadMeasures, measure_leads

Grade = Literal["good", "usable", "poor"]
GRADES: Final[tuple[Grade, ...]] = ("good", "usable", "poor")

# A page of paper, and what the quality of a recording is judged on everywhere.
STRETCH_S: Final = 10.0
# A rest shorter than this has too few beats to compare; it goes with the stretch before.
SHORTEST_REST_S: Final = 5.0
# Beats of the other leads that are as alike as this say that the heart is not to blame.
REGULAR_LIKENESS: Final = 0.9


@dataclass(frozen=True, slots=True)
class Limit:
    """From where on a measure makes a lead usable only, and from where on poor."""

    usable: float
    poor: float

    def grade(self, value: float) -> int:
        """Return 0 good, 1 usable, 2 poor; NaN is good."""
        return int(value >= self.usable) + int(value >= self.poor)


# Half a second missing hides a beat; half of the time missing leaves too few to compare.
MISSING_SHARE: Final = Limit(0.05, 0.5)
# Measured in whole seconds: one of ten, and half of them.
FLAT_SHARE: Final = Limit(0.1, 0.5)
# Ten cut R peaks of 20 ms in ten seconds, and a second; PTB-XL often holds the first or
# last 0.1 s, which is no fault.
SATURATED_SHARE: Final = Limit(0.02, 0.1)
# RMS; peak to peak it is four times as much: 1 mm, the smallest ST change that counts, of
# which 1 % of the leads of PTB-XL have more, and 3 mm, in which P waves drown.
NOISE_MV: Final = Limit(0.025, 0.08)
# Two bad seconds of ten leave the others, so more is allowed.
BURST_MV: Final = Limit(0.05, 0.16)
# One large square: then ST levels are in doubt. Most of the space between two rows
# (25 mm): then the trace lies on its neighbours.
WANDER_MV: Final = Limit(0.5, 2.0)
# No heart makes 10 mV at the skin, but a touched electrode does once; 20 mV is a fault.
RANGE_MV: Final = Limit(10.0, 20.0)
# Negated, since less is worse: half a millimetre is no complex that could be measured,
# and one millimetre hardly is. Of clean leads of PTB-XL 99 % have more than 0.25 mV.
LOW_MV: Final = Limit(-0.1, -0.05)
# Negated: correlation of the beats with the usual one. What has no beats has about
# 1 / sqrt(n beats), 0.3 of twelve; a small lead in which the waves of atrial fibrillation
# are as tall as the complexes has 0.5, and 1 % of the clean leads of PTB-XL less than 0.7.
UNLIKE: Final = Limit(-0.45, -0.35)
# With half of the noise's power in the hum, the hum is what to name.
MAINS_SHARE: Final = 0.5

# Reasons: too little of a signal, ...
_NO_SIGNAL: Final = later("no signal")
_GAPS: Final = later("no signal for {percent} % of the time")
_FLAT: Final = later("flat line")
_PARTLY_FLAT: Final = later("flat for {percent} % of the time")
_CLIPPED: Final = later("cut off at its limit for {percent} % of the time")
_LOW: Final = later("hardly any signal")
# ... or too much of something else.
_ARTEFACTS: Final = later("artefacts of {mv} mV")
_BURSTS: Final = later("bursts of noise of {mv} mV")
_MAINS: Final = later("mains hum of {mv} mV")
_NOISE: Final = later("muscle noise of {mv} mV")
_WANDER: Final = later("the baseline wanders {mv} mV")
_UNLIKE: Final = later("its beats differ, unlike those of other leads")
# What there is room for beside a lead's name, by the reason.
_SHORT_WORDS: Final = {
    _NO_SIGNAL: _NO_SIGNAL,
    _GAPS: later("gaps"),
    _FLAT: _FLAT,
    _PARTLY_FLAT: later("partly flat"),
    _CLIPPED: later("clipped"),
    _ARTEFACTS: later("artefacts"),
    _LOW: _LOW,
    _BURSTS: later("noise bursts"),
    _MAINS: later("mains hum"),
    _NOISE: later("muscle noise"),
    _WANDER: later("baseline wander"),
    _UNLIKE: later("unlike beats"),
}


@dataclass(frozen=True, slots=True)
class LeadQuality:
    """One lead over one stretch: samples start to stop of the record.

    reasons: what is wrong in a few words, the worst first; empty for a good lead.
    """

    lead: str
    start: int
    stop: int
    measures: LeadMeasures
    grade: Grade
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """The reasons in one line, "" for a good lead."""
        return "; ".join(self.reasons)

    @property
    def short_words(self) -> str:
        """The worst reason in a word or two, "" for a good lead."""
        worst = self.reasons[0] if self.reasons else ""
        for reason, words in _SHORT_WORDS.items():
            if _pattern(tr(reason)).fullmatch(worst):
                return tr(words)
        return ""


@lru_cache(maxsize=2 * len(_SHORT_WORDS))
def _pattern(reason: str) -> re.Pattern[str]:
    """Return what a reason looks like with any number in place of {name}."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(reason)))


def lead_qualities(
    values_mv: Samples, rate_hz: float, names: Sequence[str]
) -> tuple[LeadQuality, ...]:
    """Judge every lead of every stretch of a recording, in order of time, then of leads.

    values_mv: (n_leads, n_samples) in mV, NaN where there is no signal; names: one a lead.
    A part of a long recording may be given as well; start and stop then count from its
    first sample. Raises ValueError where names and leads differ in number.
    """
    if len(names) != len(values_mv):
        raise ValueError(f"{len(names)} names for {len(values_mv)} leads")
    return tuple(
        quality
        for start, stop in stretches(values_mv.shape[1], rate_hz)
        for quality in _of_stretch(values_mv[:, start:stop], rate_hz, names, start)
    )


def stretches(n_samples: int, rate_hz: float) -> Iterator[tuple[int, int]]:
    """Yield start and stop of stretches of STRETCH_S; the last takes a short rest along."""
    n_stretches = max(1, int((n_samples / rate_hz + STRETCH_S - SHORTEST_REST_S) / STRETCH_S))
    starts = [round(index * STRETCH_S * rate_hz) for index in range(n_stretches)]
    if n_samples > 0:
        yield from zip(starts, [*starts[1:], n_samples], strict=True)


def judge_lead(measures: LeadMeasures, others: Sequence[LeadMeasures]) -> tuple[Grade, list[str]]:
    """Return the grade of a lead and what is wrong, the worst first.

    others: the measures of the leads beside it, which tell a lead's fault from a heart
    whose beats differ.
    """
    if measures.silent:
        return "poor", [tr(_NO_SIGNAL)]
    faults = [(grade, words) for grade, words in _faults(measures, others) if grade > 0]
    faults.sort(key=lambda fault: -fault[0])
    worst = faults[0][0] if faults else 0
    return GRADES[worst], [words for _grade, words in faults]


def _of_stretch(
    values_mv: Samples, rate_hz: float, names: Sequence[str], start: int
) -> Iterator[LeadQuality]:
    found = measure_leads(values_mv, rate_hz)
    for row, (name, measures) in enumerate(zip(names, found, strict=True)):
        grade, reasons = judge_lead(measures, found[:row] + found[row + 1 :])
        stop = start + values_mv.shape[1]
        yield LeadQuality(name, start, stop, measures, grade, tuple(reasons))


def _faults(measures: LeadMeasures, others: Sequence[LeadMeasures]) -> Iterator[tuple[int, str]]:
    """Yield grade and words of every measure that is judged."""
    yield MISSING_SHARE.grade(measures.missing), tr(_GAPS, percent=_percent(measures.missing))
    still = FLAT_SHARE.grade(measures.flat)
    yield still, _flat_words(measures)
    if still == FLAT_SHARE.grade(1.0):
        # Of what hardly ever moves nothing else is worth saying.
        return
    saturated = measures.saturated
    yield SATURATED_SHARE.grade(saturated), tr(_CLIPPED, percent=_percent(saturated))
    yield RANGE_MV.grade(measures.range_mv), tr(_ARTEFACTS, mv=f"{measures.range_mv:.0f}")
    yield LOW_MV.grade(-measures.height_mv), tr(_LOW)
    yield _noise_fault(measures)
    yield WANDER_MV.grade(measures.wander_mv), tr(_WANDER, mv=f"{measures.wander_mv:.1f}")
    if _regular(others):
        yield UNLIKE.grade(-measures.likeness), tr(_UNLIKE)


def _noise_fault(measures: LeadMeasures) -> tuple[int, str]:
    """Return steady noise or, where they are worse, bursts of it."""
    steady, bursts = NOISE_MV.grade(measures.noise_mv), BURST_MV.grade(measures.burst_mv)
    if bursts > steady:
        return bursts, tr(_BURSTS, mv=f"{measures.burst_mv:.2f}")
    if measures.mains_share >= MAINS_SHARE:
        return steady, tr(_MAINS, mv=f"{measures.mains_mv:.2f}")
    return steady, tr(_NOISE, mv=f"{measures.noise_mv:.2f}")


def _flat_words(measures: LeadMeasures) -> str:
    if measures.flat >= 1:
        return tr(_FLAT)
    return tr(_PARTLY_FLAT, percent=_percent(measures.flat))


def _regular(others: Sequence[LeadMeasures]) -> bool:
    """Whether most of the leads that have a signal show beats that are alike."""
    known = [one.likeness for one in others if one.dead < FLAT_SHARE.poor]
    return bool(known) and float(np.median(known)) >= REGULAR_LIKENESS


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
