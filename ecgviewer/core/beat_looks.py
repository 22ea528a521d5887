"""What nets of windows look at in one beat, beside the trace that they read."""

from dataclasses import dataclass

from ecgviewer.core.heat import WindowMap
from ecgviewer.core.record import Samples


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """One net's map of the window around a beat.

    net: the kind of net in a reader's words, such as "CNN". window: None where there is no
    map; reason then says why, in a sentence.
    """

    net: str
    method: str
    model: str
    window: WindowMap | None
    reason: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class BeatLooks:
    """The window around a beat, and the looks that are there so far.

    beat: its sample in the record. start: the first sample of values_mv, float32 (n,), of
    the lead that was scanned, NaN where nothing was recorded.
    """

    beat: int
    lead: str
    rate_hz: float
    start: int
    values_mv: Samples
    looks: tuple[Look, ...] = ()
