"""Codes of leads, units and concepts in DICOM waveforms.

Source: DICOM PS3.16, CID 3001 (ECG leads, of ISO/IEEE 11073-10102) and CID 3082 (units).
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
}
FINDING: Final = Code("121071", "DCM", "Finding")
BASIC_PROFILE: Final = Code("113100", "DCM", "Basic Application Confidentiality Profile")


def code_of_lead(lead: Lead) -> Code:
    """Return the code of what a lead recorded; of an unknown one, its name in an own scheme."""
    number = _MDC.get(lead.name)
    if number is not None and lead.is_ecg:
        return Code(f"2:{number}", "MDC", f"Lead {lead.name}")
    return Code(lead.name[:16], _OWN_SCHEME, lead.name[:64])


def code_of_unit(unit: str) -> Code:
    """Return the UCUM code of a unit; of one without, its name in an own scheme."""
    return _UCUM.get(unit) or Code(unit[:16], _OWN_SCHEME, unit[:64])
