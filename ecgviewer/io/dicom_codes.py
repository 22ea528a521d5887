"""Codes of leads, units, concepts and of what is unknown in DICOM waveforms.

Sources: DICOM PS3.16, CID 3001 (leads), CID 3082 (units); ISO/IEEE 11073-10102 (beats).
"""

from dataclasses import dataclass
from typing import Final

from ecgviewer.core.record import Lead


@dataclass(frozen=True, slots=True)
class Code:
    """A coded entry: value of at most 16 letters, scheme, meaning of at most 64."""

    value: str
    scheme: str
    meaning: str


_MDC: Final = {
    "I": 1, "II": 2, "V1": 3, "V2": 4, "V3": 5, "V4": 6, "V5": 7, "V6": 8, "V7": 9, "V2R": 10,
    "V3R": 11, "V4R": 12, "V5R": 13, "V6R": 14, "V7R": 15, "X": 16, "Y": 17, "Z": 18,
    "III": 61, "aVR": 62, "aVL": 63, "aVF": 64, "V8": 66, "V9": 67,
}  # fmt: skip
# Schemes that begin with 99 are anybody's own.
_OWN_SCHEME: Final = "99ECGVIEWER"
_UCUM: Final = {
    "mV": Code("mV", "UCUM", "millivolt"),
    "uV": Code("uV", "UCUM", "microvolt"),
    "mmHg": Code("mm[Hg]", "UCUM", "millimeter of mercury"),
    "bpm": Code("{H.B.}/min", "UCUM", "heart beats per minute"),
    "%": Code("%", "UCUM", "percent"),
    "NU": Code("1", "UCUM", "no units"),
    "": Code("1", "UCUM", "no units"),
}
# Beats in the nomenclature of annotated ECGs, by WFDB's symbol where one means the same.
_MDC_BEATS: Final = {
    "N": (8208, "Normal beat"),
    "S": (8256, "Supraventricular premature contraction"),
    "A": (8272, "Atrial premature contraction"),
    "J": (8288, "Junctional premature contraction"),
    "a": (8304, "Atrial premature contraction with aberrancy"),
    "x": (8320, "Blocked atrial premature contraction"),
    "V": (8336, "Ventricular premature contraction"),
    "F": (8352, "Fusion of ventricular and normal beat"),
    "r": (8368, "R-on-T ventricular premature contraction"),
    "n": (8384, "Supraventricular escape beat"),
    "e": (8400, "Atrial escape beat"),
    "j": (8416, "Junctional escape beat"),
    "E": (8432, "Ventricular escape beat"),
    "B": (8448, "Bundle branch block beat"),
    "L": (8464, "Left bundle branch block beat"),
    "R": (8496, "Right bundle branch block beat"),
    "/": (8704, "Paced beat"),
    "f": (8720, "Fusion of paced and normal beat"),
    "Q": (8736, "Beat that could not be classified"),
}
COMMENT: Final = Code("121106", "DCM", "Comment")
FINDING: Final = Code("121071", "DCM", "Finding")
# An acquisition has to have a moment, of type 1; this one, before there were electrocardiographs,
# stands for an unknown one.
UNKNOWN_START: Final = "19000101000000"
BASIC_PROFILE: Final = Code("113100", "DCM", "Basic Application Confidentiality Profile")


def code_of_lead(lead: Lead) -> Code:
    """Return the code of what a lead recorded; of an unknown one, its name in an own scheme."""
    number = _MDC.get(lead.name)
    if number is not None and lead.is_ecg:
        return Code(f"2:{number}", "MDC", f"Lead {lead.name}")
    return Code(lead.name[:16], _OWN_SCHEME, lead.name[:64])


def code_of_beat(symbol: str) -> Code | None:
    """Return the code of a beat by WFDB's symbol, None for what is no beat of the list."""
    if symbol not in _MDC_BEATS:
        return None
    number, meaning = _MDC_BEATS[symbol]
    return Code(f"10:{number}", "MDC", meaning)


def code_of_unit(unit: str) -> Code:
    """Return the UCUM code of a unit; of one without, its name in an own scheme."""
    return _UCUM.get(unit) or Code(unit[:16], _OWN_SCHEME, unit[:64])
