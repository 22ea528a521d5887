"""The page below the main one: which record, where, and how both move together."""

import math
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from ecgviewer.core.record import Record
from ecgviewer.core.text import tr
from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.furniture import clock
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.pyramid import Pyramid

_SAME_TIME_S = 0.05


class Ends(NamedTuple):
    """Where the last page of the record above and of the one below begins, in seconds."""

    above_s: float
    below_s: float


@dataclass(frozen=True, eq=False)
class Compared:
    """A record below the main one, and its page.

    beside: the main record that it stands below. above_s, start_s: where the pages above
    and below begin. offset_s: how much later the page below begins; while both are
    ``linked`` it is kept. at_s: where the page above would begin if its record had no ends;
    at the end of one record, the other still moves and the offset comes back on the way
    back. below_active: whether keys move the page below while both are not linked.
    pyramid, judged: extremes and signal quality of the record below, None until known.
    calipers: those on it, where it is another record than the main one.
    """

    record: Record
    beside: Record
    start_s: float
    above_s: float
    at_s: float
    offset_s: float
    linked: bool = True
    below_active: bool = True
    pyramid: Pyramid | None = None
    judged: Judged | None = None
    calipers: Calipers = field(default_factory=Calipers)

    @classmethod
    def of(cls, record: Record, start_s: float, beside: Record, above_s: float) -> Self:
        """Put a record's page below that of another, or below another page of itself."""
        return cls(record, beside, start_s, above_s, above_s, start_s - above_s)

    @property
    def is_same_record(self) -> bool:
        """Whether both pages are of one record."""
        return is_same(self.record, self.beside)

    def calipers_beside(self, above: Calipers) -> Calipers:
        """Return what is on the page below, beside the calipers on the main record."""
        if self.is_same_record:
            return above
        kept = self.calipers if above.out else self.calipers.put_away()
        return replace(kept, out=above.out, marching=above.marching)

    def put_below(self, beside: Record, above_s: float) -> Self:
        """Stay where it is, below another main record or after the pages moved apart."""
        offset_s = self.start_s - above_s
        return replace(self, beside=beside, above_s=above_s, at_s=above_s, offset_s=offset_s)

    def with_link(self, *, linked: bool) -> Self:
        """Scroll together from now on, at the present distance, or apart."""
        return replace(self.put_below(self.beside, self.above_s), linked=linked)

    def moved_by(self, seconds: float, ends: Ends) -> Self:
        """Move both pages, or the active one."""
        if self.linked:
            return self._at(self.at_s + seconds, self.offset_s, ends)
        if self.below_active:
            return self.below_to(self.start_s + seconds, ends)
        return self.above_to(self.above_s + seconds, ends)

    def moved_to(self, start_s: float, ends: Ends) -> Self:
        """Go to a time of the main record, or of the active page where they move apart."""
        if math.isinf(start_s) and self.linked:
            return self._to_end(ends) if start_s > 0 else self._to_start(ends)
        if self.below_active and not self.linked:
            return self.below_to(start_s, ends)
        return self.above_to(start_s, ends)

    def above_to(self, start_s: float, ends: Ends) -> Self:
        """Begin the page above at a time; the one below follows if they are linked."""
        wished_s = _within(start_s, ends.above_s)
        if not self.linked:
            return replace(self, start_s=_within(self.start_s, ends.below_s)).put_below(
                self.beside, wished_s
            )
        held = not _close(self.at_s, self.above_s)
        return self._at(wished_s, self._seen_offset_s if held else self.offset_s, ends)

    def below_to(self, start_s: float, ends: Ends) -> Self:
        """Begin the page below at a time; the one above follows if they are linked."""
        wished_s = _within(start_s, ends.below_s)
        if not self.linked:
            return replace(self, start_s=wished_s).put_below(self.beside, self.above_s)
        held = not _close(self.at_s + self.offset_s, self.start_s)
        offset_s = self._seen_offset_s if held else self.offset_s
        return self._at(wished_s - offset_s, offset_s, ends)

    @property
    def _seen_offset_s(self) -> float:
        # Whoever takes hold of a page that stands at its end moves what is to be seen.
        return self.start_s - self.above_s

    def _to_start(self, ends: Ends) -> Self:
        """Go to the first place that both can show at their distance; from there, further."""
        first_s = max(0.0, -self.offset_s)
        arrived = self.at_s <= first_s or first_s > ends.above_s
        return self._at(-math.inf if arrived else first_s, self.offset_s, ends)

    def _to_end(self, ends: Ends) -> Self:
        last_s = min(ends.above_s, ends.below_s - self.offset_s)
        arrived = self.at_s >= last_s or last_s < 0
        return self._at(math.inf if arrived else last_s, self.offset_s, ends)

    def _at(self, at_s: float, offset_s: float, ends: Ends) -> Self:
        first_s = min(0.0, -offset_s)
        last_s = max(ends.above_s, ends.below_s - offset_s)
        at_s = min(max(at_s, first_s), last_s)
        return replace(
            self,
            at_s=at_s,
            offset_s=offset_s,
            above_s=_within(at_s, ends.above_s),
            start_s=_within(at_s + offset_s, ends.below_s),
        )


def is_same(one: Record, other: Record) -> bool:
    """Whether two open records are the same file."""
    return one is other or one.path == other.path


def offset_words(compared: Compared) -> str:
    """Return how much later the page below begins: "+00:12:30"; "same time" for nothing."""
    seconds = compared.start_s - compared.above_s
    if abs(seconds) < _SAME_TIME_S:
        return tr("same time")
    decimals = int(abs(seconds - round(seconds)) >= _SAME_TIME_S)
    return f"{'+' if seconds > 0 else '−'}{clock(abs(seconds), decimals)}"


def _within(start_s: float, last_s: float) -> float:
    return min(max(start_s, 0.0), last_s)


def _close(one_s: float, other_s: float) -> bool:
    return math.isclose(one_s, other_s, abs_tol=1e-6)
