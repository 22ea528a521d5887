"""What somebody or something marked on a record."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["file", "detector", "reviewer"]

# WFDB Applications Guide, annotation codes: these stand for a beat, escape, paced and
# unclassifiable ones with them. A blocked P wave ("x") is none.
BEAT_CODES = frozenset("NLRBAaJSVrFejnE/fQ?")
# Databases keep what people marked under this name; other files hold detections.
REFERENCE = "atr"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark on a span of a record.

    start, stop: samples of the record, stop > start for a span and stop == start
    for a point such as a beat. lead: the lead's name, or None for all leads.
    label: as in the file ("N", "V", "(AFIB", "p"). text: free text beside it.
    source: the annotator's name, such as "atr". peak: of a wave given as a span, the
    sample of its peak.
    """

    start: int
    stop: int
    label: str
    lead: str | None = None
    text: str = ""
    source: str = ""
    origin: Origin = "file"
    peak: int | None = None
