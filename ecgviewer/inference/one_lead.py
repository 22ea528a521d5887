"""A record of which one lead is read, whatever its name."""

from dataclasses import dataclass, replace

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Record, Samples, SignalSource
from ecgviewer.inference.lead_choice import (
    ecg_lead_names,
    pick_leads,
    reachable_leads,
    stand_in_lead,
)
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.signal.leads import find_lead, normalise_lead

# Long-term recorders have up to three leads.
MOST_BESIDE = 2


@dataclass(frozen=True, eq=False)
class _RowSource:
    """One row of another source."""

    source: SignalSource
    row: int

    def read(self, start: int, stop: int) -> Samples:
        return self.source.read(start, stop)[[self.row]]


@dataclass(frozen=True, eq=False)
class _LeadSource:
    """One lead of another source; rows: its ECG leads, of these names."""

    source: SignalSource
    rows: tuple[int, ...]
    names: tuple[str, ...]
    lead: str

    def read(self, start: int, stop: int) -> Samples:
        values = self.source.read(start, stop)[list(self.rows)]
        return pick_leads(values, self.names, (self.lead,))


def one_lead(record: Record, name: str) -> Record:
    """Return the record with this lead alone, which single-lead nets then read.

    A limb lead may follow from two others. Raises EcgError where there is no such lead.
    """
    names = ecg_lead_names(record)
    wanted = normalise_lead(name)
    if not reachable_leads(names, (wanted,)):
        have = ", ".join(names) or "none"
        raise EcgError(f"{record.name} has no ECG lead {name}; its ECG leads are: {have}.")
    rows = tuple(row for row, lead in enumerate(record.leads) if lead.is_ecg)
    place = find_lead(wanted, names)
    lead = Lead(wanted, 0) if place is None else record.leads[rows[place]]
    source = _LeadSource(record.source, rows, names, wanted)
    return replace(record, leads=(lead,), source=source)


def leads_beside(record: Record) -> tuple[Record, ...]:
    """Return the other leads of a record whose leads all stand in for lead II, each alone.

    Of leads that are called "ECG1" and "ECG2" nobody knows which is nearer to lead II, so
    single-lead nets may be asked about both; of more, about MOST_BESIDE others. Nothing for
    other records.
    """
    if stand_in_lead(ecg_lead_names(record), STRIP_LEAD.leads) is None:
        return ()
    _, *others = (row for row, lead in enumerate(record.leads) if lead.is_ecg)
    return tuple(
        replace(record, leads=(record.leads[row],), source=_RowSource(record.source, row))
        for row in others[:MOST_BESIDE]
    )


def strip_lead_name(record: Record) -> str:
    """Return the name of the lead that single-lead nets read of a record.

    Raises EcgError where there is none.
    """
    names = ecg_lead_names(record)
    (wanted,) = STRIP_LEAD.leads
    place = find_lead(wanted, names)
    if place is not None:
        return names[place]
    if reachable_leads(names, (wanted,)):
        return wanted
    if not names:
        raise EcgError(f"{record.name} has no ECG lead, so that no beat can be judged.")
    return names[0]
