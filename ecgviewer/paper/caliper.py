"""Calipers on a record: two legs in samples, each with a height in the unit of one lead."""

from dataclasses import dataclass, replace

from ecgviewer.core.record import Lead, Record
from ecgviewer.core.text import later, tr
from ecgviewer.signal.derived_leads import with_derived

# Shorter intervals are no heart rate.
LEAST_HEART_INTERVAL_S = 0.2
# From here on an interval is told in seconds.
LONG_INTERVAL_S = 10.0
NO_AMPLITUDE = later("mV n/a")


@dataclass(frozen=True, slots=True)
class Leg:
    """A sample of the record; height: in the lead's unit above the line its row stands on.

    Counted from the row's line and not from 0 mV, a height stays at its place on the
    trace when a filter takes the baseline away.
    """

    sample: int
    height: float


@dataclass(frozen=True, slots=True)
class Caliper:
    """Two legs over all leads; the heights are those of the lead where the drag began.

    lead: its index in the record. on_strip: drawn on the rhythm strip, where the page may
    show the same lead twice.
    """

    lead: int
    legs: tuple[Leg, Leg]
    on_strip: bool = False

    @property
    def start(self) -> int:
        """The earlier leg's sample."""
        return min(leg.sample for leg in self.legs)

    @property
    def stop(self) -> int:
        """The later leg's sample."""
        return max(leg.sample for leg in self.legs)

    def with_leg(self, index: int, leg: Leg) -> "Caliper":
        """Return the caliper with one leg, 0 or 1, at another place."""
        legs = (leg, self.legs[1]) if index == 0 else (self.legs[0], leg)
        return replace(self, legs=legs)

    def moved(self, samples: int, height: float, n_samples: int) -> "Caliper":
        """Return the whole caliper elsewhere, both legs still inside the record."""
        samples = min(max(samples, -self.start), n_samples - 1 - self.stop)
        first, second = (Leg(leg.sample + samples, leg.height + height) for leg in self.legs)
        return replace(self, legs=(first, second))


@dataclass(frozen=True, slots=True)
class Calipers:
    """All calipers of the open record.

    out: whether a drag measures. active: the one that can be changed. leg: which of its
    legs the arrow keys move. pinned: those that stay, in the order they were pinned.
    marching: whether the active one's interval is repeated over the page.
    """

    out: bool = False
    active: Caliper | None = None
    leg: int = 1
    pinned: tuple[Caliper, ...] = ()
    marching: bool = False

    @property
    def every(self) -> tuple[Caliper, ...]:
        """The pinned ones, and at the end the active one."""
        return self.pinned if self.active is None else (*self.pinned, self.active)

    def of_next_record(self) -> "Calipers":
        """Return the empty set for another record; what is in hand stays in hand."""
        return Calipers(out=self.out, marching=self.marching)

    def put_away(self) -> "Calipers":
        """Return what stays when the caliper is put down: the pinned ones."""
        return Calipers(pinned=self.pinned)

    def with_active_pinned(self) -> "Calipers":
        """Pin the active one; without one, take the last pinned one up again."""
        if self.active is not None:
            return replace(self, active=None, leg=1, pinned=self.every)
        if self.pinned:
            return self.taken_up(len(self.pinned) - 1)
        return self

    def taken_up(self, index: int) -> "Calipers":
        """Make a pinned one the active one; the one that was active is pinned instead."""
        others = (*self.pinned[:index], *self.pinned[index + 1 :])
        if self.active is not None:
            others = (*others, self.active)
        return replace(self, out=True, active=self.pinned[index], leg=1, pinned=others)

    def without_last(self) -> "Calipers":
        """Remove the active one, else the one that was pinned last."""
        if self.active is not None:
            return replace(self, active=None, leg=1)
        return replace(self, pinned=self.pinned[:-1])

    def nudged(self, samples: int, n_samples: int) -> "Calipers":
        """Move the active leg, inside the record."""
        if self.active is None:
            return self
        old = self.active.legs[self.leg]
        leg = replace(old, sample=min(max(old.sample + samples, 0), n_samples - 1))
        return replace(self, active=self.active.with_leg(self.leg, leg))


def values(caliper: Caliper, record: Record) -> tuple[str, str, str]:
    """Return "412 ms", "146/min" and "1.24 mV"; the time is that of whole samples."""
    seconds = (caliper.stop - caliper.start) / record.rate_hz
    told = f"{seconds:.2f} s" if seconds >= LONG_INTERVAL_S else f"{1000 * seconds:.0f} ms"
    rate = f"{60 / seconds:.0f}/min" if seconds >= LEAST_HEART_INTERVAL_S else "–/min"
    return told, rate, _amplitude(caliper, record)


def _amplitude(caliper: Caliper, record: Record) -> str:
    lead = _lead(caliper, record)
    if not lead.calibrated:
        return tr(NO_AMPLITUDE)
    height = abs(caliper.legs[1].height - caliper.legs[0].height)
    return f"{height:.2f} {lead.unit}" if lead.is_ecg else f"{height:.3g} {lead.unit}"


def _lead(caliper: Caliper, record: Record) -> Lead:
    # The paper shows derived leads below the record's own.
    return with_derived(record).leads[caliper.lead]


def copied_line(caliper: Caliper, record: Record) -> str:
    """Return "II 12.340–12.752 s  412 ms  146/min  1.24 mV"."""
    start_s, stop_s = (sample / record.rate_hz for sample in (caliper.start, caliper.stop))
    span = f"{_lead(caliper, record).name} {start_s:.3f}–{stop_s:.3f} s"
    return "  ".join((span, *values(caliper, record)))
