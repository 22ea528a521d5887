"""One window and ordinary records, mixed lead by lead: what a net says with some leads replaced.

Leads are mixed in mV at the net's rate, before the model's conditioning, because a median
of differences is no difference of medians. III, aVR, aVL and aVF follow from I and II:
they are the window's own where both of these are, the ordinary record's own where neither
is, and else derived from the mixture (Einthoven, Goldberger).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.input import condition
from ecgviewer.signal.leads import INDEPENDENT_LEADS, LIMB_LEADS, derive_limb_leads

Members = NDArray[np.bool_]
DERIVED_LEADS = tuple(lead for lead in LIMB_LEADS if lead not in INDEPENDENT_LEADS)


@dataclass(frozen=True, eq=False)
class LeadMixing:
    """A window against ordinary records of its length, padded and lacking leads as it does.

    own: (n_leads, n_samples), the window as the net reads it. ordinary: the same of each
    ordinary record, (n_ordinary, n_leads, n_samples). with_own_i, with_own_ii: the ordinary
    records after lead I or II was taken from the window. players: leads that are mixed, in
    the model's order; derived: leads that follow from I and II; absent: leads that the
    model reads and the window lacks, zero everywhere.
    """

    leads: tuple[str, ...]
    own: Samples
    ordinary: Samples
    with_own_i: Samples
    with_own_ii: Samples
    players: tuple[str, ...]
    derived: tuple[str, ...]
    absent: tuple[str, ...]

    def mix(self, ordinary: NDArray[np.intp], members: Members) -> Samples:
        """Return inputs for the net: float32 (n, n_leads, n_samples).

        ordinary: (n,), which ordinary record each begins with. members: (n, n_players),
        the players whose lead is the window's.
        """
        mixed = self.ordinary[ordinary]
        for column, player in enumerate(self.players):
            row = self.leads.index(player)
            mixed[members[:, column], row] = self.own[row]
        if not self.derived:
            return mixed
        rows = [self.leads.index(lead) for lead in self.derived]
        own_i, own_ii = (members[:, self.players.index(lead)] for lead in ("I", "II"))
        for index, here in enumerate(ordinary):
            if own_i[index] and own_ii[index]:
                mixed[index, rows] = self.own[rows]
            elif own_i[index] or own_ii[index]:
                source = self.with_own_i if own_i[index] else self.with_own_ii
                mixed[index, rows] = source[here, rows]
        return mixed


def lead_mixing(window_mv: Samples, ordinary_mv: Samples, spec: InputSpec) -> LeadMixing:
    """Make the mixing of a window, (n_leads, n) in mV at the net's rate, NaN for no signal.

    ordinary_mv: (n_ordinary, n_leads, n or more), ordinary records in the same form.
    """
    own = condition(window_mv, spec)
    absent = own.missing
    present = [lead for lead in spec.leads if lead not in absent]
    derived: tuple[str, ...] = ()
    if {"I", "II"} <= set(present):
        derived = tuple(lead for lead in present if lead in DERIVED_LEADS)
    window_mv = _last(window_mv, spec)
    ordinary_mv = ordinary_mv[:, :, : window_mv.shape[1]].copy()
    gone = [row for row, lead in enumerate(spec.leads) if lead in absent]
    ordinary_mv[:, gone] = np.nan
    return LeadMixing(
        leads=spec.leads,
        own=own.array,
        ordinary=_conditioned(ordinary_mv, spec),
        with_own_i=_conditioned(_with_own("I", window_mv, ordinary_mv, spec, derived), spec),
        with_own_ii=_conditioned(_with_own("II", window_mv, ordinary_mv, spec, derived), spec),
        players=tuple(lead for lead in present if lead not in derived),
        derived=derived,
        absent=absent,
    )


def _last(window_mv: Samples, spec: InputSpec) -> Samples:
    """Cut a window to the net's length on the side on which conditioning cuts it."""
    cut = window_mv.shape[1] - spec.n_samples
    if cut <= 0:
        return window_mv
    return window_mv[:, cut:] if spec.pad == "left" else window_mv[:, :-cut]


def _with_own(
    lead: str, window_mv: Samples, ordinary_mv: Samples, spec: InputSpec, derived: tuple[str, ...]
) -> Samples:
    """Return ordinary records with one lead of the window and the derived leads of both."""
    mixed = ordinary_mv.copy()
    if not derived:
        return mixed
    mixed[:, spec.leads.index(lead)] = window_mv[spec.leads.index(lead)]
    limb = derive_limb_leads(mixed[:, spec.leads.index("I")], mixed[:, spec.leads.index("II")])
    for name in derived:
        mixed[:, spec.leads.index(name)] = limb[name]
    return mixed


def _conditioned(records_mv: Samples, spec: InputSpec) -> Samples:
    return np.stack([condition(record, spec).array for record in records_mv])
