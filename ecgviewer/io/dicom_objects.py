"""Which of DICOM's ECG objects a record fits. Source: PS3.3 A.34.3.4, A.34.4.4, A.34.5.4."""

from dataclasses import dataclass
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.signal.leads import STANDARD_LEADS


@dataclass(frozen=True, slots=True)
class EcgObject:
    """A kind of object and its limits; most_samples: None where there is no limit."""

    name: str
    uid: str
    most_leads: int
    rates_hz: tuple[float, float]
    most_samples: int | None = None


TWELVE_LEADS: Final = EcgObject(
    "12-lead ECG", "1.2.840.10008.5.1.4.1.1.9.1.1", 13, (200, 1000), 16_384
)
GENERAL: Final = EcgObject("general ECG", "1.2.840.10008.5.1.4.1.1.9.1.2", 24, (200, 1000))
AMBULATORY: Final = EcgObject("ambulatory ECG", "1.2.840.10008.5.1.4.1.1.9.1.3", 12, (50, 1000))


def object_for(record: Record) -> EcgObject:
    """Return the first object that a record fits; raises EcgError where there is none."""
    kinds = (TWELVE_LEADS, GENERAL, AMBULATORY)
    found = next((kind for kind in kinds if _fits(record, kind)), None)
    if found is not None:
        return found
    leads = "1 lead" if len(record.leads) == 1 else f"{len(record.leads)} leads"
    raise EcgError(
        f"{record.name} has {leads} at {record.rate_hz:g} Hz, for which DICOM has no ECG object: "
        "these hold up to 24 leads at 200 to 1000 Hz, or up to 12 at 50 to 1000 Hz."
    )


def _fits(record: Record, kind: EcgObject) -> bool:
    lowest_hz, highest_hz = kind.rates_hz
    return (
        len(record.leads) <= kind.most_leads
        and lowest_hz <= record.rate_hz <= highest_hz
        and (kind.most_samples is None or record.n_samples <= kind.most_samples)
        and (kind is not TWELVE_LEADS or set(record.lead_names) == set(STANDARD_LEADS))
    )
