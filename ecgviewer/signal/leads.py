"""Names, order and algebra of the standard leads."""

import re
from collections.abc import Sequence

import numpy as np

from ecgviewer.core.record import Samples

LIMB_LEADS = ("I", "II", "III", "aVR", "aVL", "aVF")
CHEST_LEADS = ("V1", "V2", "V3", "V4", "V5", "V6")
STANDARD_LEADS = LIMB_LEADS + CHEST_LEADS
INDEPENDENT_LEADS = ("I", "II", *CHEST_LEADS)
# A recorder with so few often names none of them.
FEW_LEADS = 2

_BY_LOWER_NAME = {name.lower(): name for name in STANDARD_LEADS}
# Modified Holter leads stand in for the standard lead that they approximate.
_STANDS_IN_FOR = {"ML1": "I", "MLI": "I", "ML2": "II", "MLII": "II", "ML3": "III", "MLIII": "III"}
_DECORATION = re.compile(r"^(ecg|lead|ekg)[\s_:-]+|[\s_:-]+(lead|ecg)$", re.IGNORECASE)


def normalise_lead(name: str) -> str:
    """Return the standard spelling of a lead's name ("avr" -> "aVR"), others unchanged."""
    bare = _DECORATION.sub("", name.strip())
    return _BY_LOWER_NAME.get(bare.lower(), name.strip())


def find_lead(wanted: str, names: Sequence[str]) -> int | None:
    """Return where ``wanted`` stands in ``names``; MLII serves where II is absent."""
    spelled = [normalise_lead(name) for name in names]
    if wanted in spelled:
        return spelled.index(wanted)
    stand_ins = [_STANDS_IN_FOR.get(name.upper()) for name in spelled]
    return stand_ins.index(wanted) if wanted in stand_ins else None


def are_of_a_recorder(names: Sequence[str]) -> bool:
    """Whether leads are those of a long-term recorder: one or two, or none with a known name."""
    known = any(find_lead(lead, names) is not None for lead in STANDARD_LEADS)
    return len(names) <= FEW_LEADS or not known


def derive_limb_leads(lead_i_mv: Samples, lead_ii_mv: Samples) -> dict[str, Samples]:
    """Return III, aVR, aVL and aVF from I and II (Einthoven, Goldberger), same shape."""
    half = np.float32(0.5)
    return {
        "III": lead_ii_mv - lead_i_mv,
        "aVR": -half * (lead_i_mv + lead_ii_mv),
        "aVL": lead_i_mv - half * lead_ii_mv,
        "aVF": lead_ii_mv - half * lead_i_mv,
    }
