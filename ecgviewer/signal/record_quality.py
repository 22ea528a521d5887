"""How likely a person would accept a 12-lead recording, 0..1, and what speaks against it.

A logistic model over three numbers: how many leads cannot be read, how little the beats of
the worst lead resemble each other, and how far the worst baseline wanders. It is fitted
to the recordings of the PhysioNet/CinC Challenge 2011, which several people graded (Silva
et al., "Improving the quality of ECGs collected using mobile phones", Computing in
Cardiology 38 (2011) 273-276); that the worst leads decide is from Clifford et al., Physiol.
Meas. 33 (2012) 1419-1433. `python packaging/run.py bench quality` fits it anew and says
how well it does on recordings that it was not fitted to.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.signal.lead_quality import GRADES, SHORTEST_REST_S, LeadQuality, lead_qualities
from ecgviewer.signal.leads import (
    CHEST_LEADS,
    INDEPENDENT_LEADS,
    STANDARD_LEADS,
    derive_limb_leads,
    find_lead,
)
from ecgviewer.signal.limb_reversal import LimbReversal, likely_reversal

# Logistic coefficients for "not acceptable", of the units below; `study.quality_study`.
CONSTANT: Final = 1.146
WEIGHTS: Final[Mapping[str, float]] = {
    "lost leads": 0.333,
    "unlike beats": 1.957,
    "wander": 0.403,
}
# Below this, more recordings of that set were refused than accepted (50 of its 120 were).
ACCEPTABLE: Final = 0.5
# arctanh of more than this is for nobody to tell.
_LIKEST: Final = 0.999
# Added before the logarithm: less wander than this is none.
_LITTLE_WANDER_MV: Final = 0.05
_MOST_NAMED: Final = 3
# With two chest leads lost the others still say what I and II should be.
MOST_LOST_CHEST_LEADS: Final = 2


@dataclass(frozen=True, slots=True)
class RecordQuality:
    """The quality of a 12-lead recording.

    acceptable: 0..1, the median over its stretches; by_stretch: of each, in order of time.
    leads: the judgement of each of STANDARD_LEADS in each stretch. reversal: limb cables
    that look swapped, which the score knows nothing of; None too where electrodes are off.
    """

    acceptable: float
    by_stretch: tuple[float, ...]
    leads: tuple[LeadQuality, ...]
    reversal: LimbReversal | None

    @property
    def words(self) -> str:
        """What is wrong in one line, the worst leads first; "" where nothing is."""
        faults = _faults_by_lead(self.leads)
        told = [f"{leads}: {words}" for words, leads in faults.items()][:_MOST_NAMED]
        return "; ".join([*([self.reversal.words] if self.reversal else []), *told])


def record_quality(
    values_mv: Samples, rate_hz: float, names: Sequence[str]
) -> RecordQuality | None:
    """Judge a whole recording; None where it is not one of twelve leads or too short.

    values_mv: (n_leads, n_samples) in mV, NaN where there is no signal; names: one a lead.
    I, II and V1-V6 must be among them; the other limb leads are derived where they are not.
    SHORTEST_REST_S is the least length, since beats have to be compared.
    """
    twelve = _twelve_leads(values_mv, names)
    if twelve is None or twelve.shape[1] < SHORTEST_REST_S * rate_hz:
        return None
    leads = lead_qualities(twelve, rate_hz, STANDARD_LEADS)
    n_leads = len(STANDARD_LEADS)
    by_stretch = tuple(
        acceptable(leads[first : first + n_leads]) for first in range(0, len(leads), n_leads)
    )
    told = likely_reversal(twelve, rate_hz, STANDARD_LEADS) if _cables_show(leads) else None
    return RecordQuality(float(np.median(by_stretch)), by_stretch, leads, told)


def acceptable(leads: Sequence[LeadQuality]) -> float:
    """Return how likely a person would accept a stretch, 0..1, by all of its leads."""
    logit = CONSTANT + sum(WEIGHTS[name] * value for name, value in evidence(leads).items())
    return 1 / (1 + math.exp(logit))


def evidence(leads: Sequence[LeadQuality]) -> dict[str, float]:
    """Return what the model reads of one or more leads of a stretch, each larger where worse.

    lost leads: how many are poor or, where they are not, for what share of the time they
    show nothing. unlike beats: of the worst lead, -arctanh of the likeness; 0 where a lead
    has no beats. wander: of the worst lead, the logarithm of mV; what has no signal does
    not wander.
    """
    likeness = min(_known(lead.measures.likeness) for lead in leads)
    wander_mv = max(_known(lead.measures.wander_mv) for lead in leads)
    return {
        "lost leads": sum(1.0 if lead.grade == "poor" else lead.measures.dead for lead in leads),
        "unlike beats": -math.atanh(min(max(likeness, -_LIKEST), _LIKEST)),
        "wander": math.log(wander_mv + _LITTLE_WANDER_MV),
    }


def _cables_show(leads: Sequence[LeadQuality]) -> bool:
    """Whether enough can be read to say which cables are swapped, and not which are off.

    With an electrode off, leads are dead that a swap would have silenced: lead II is, with
    the right leg's cable on the right arm, but then I, III and the chest leads are not.
    """
    poor = Counter(lead.lead for lead in leads if lead.grade == "poor")
    n_stretches = len(leads) // len(STANDARD_LEADS)
    lost = {lead for lead, count in poor.items() if 2 * count >= n_stretches}
    return not lost & {"I", "III"} and len(lost & {*CHEST_LEADS}) <= MOST_LOST_CHEST_LEADS


def _known(value: float) -> float:
    return 0.0 if math.isnan(value) else value


def _twelve_leads(values_mv: Samples, names: Sequence[str]) -> Samples | None:
    """Return STANDARD_LEADS, (12, n); None where some cannot be had."""
    rows = {lead: find_lead(lead, names) for lead in STANDARD_LEADS}
    found = {lead: values_mv[row] for lead, row in rows.items() if row is not None}
    if not set(INDEPENDENT_LEADS) <= set(found):
        return None
    found = derive_limb_leads(found["I"], found["II"]) | found
    return np.stack([found[lead] for lead in STANDARD_LEADS])


def _faults_by_lead(leads: Sequence[LeadQuality]) -> dict[str, str]:
    """Return the leads that have each fault, the worst faults first: {"flat line": "V1, V2"}."""
    worst_first = sorted(
        (lead for lead in leads if lead.reasons), key=lambda lead: -GRADES.index(lead.grade)
    )
    named: dict[str, list[str]] = {}
    for lead in worst_first:
        spoken = named.setdefault(lead.reasons[0], [])
        if lead.lead not in spoken:
            spoken.append(lead.lead)
    return {words: ", ".join(spoken) for words, spoken in named.items()}
