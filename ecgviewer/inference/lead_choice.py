"""Which of a record's leads a model reads: by name, derived, or standing in."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.core.record import Record, Samples
from ecgviewer.signal.leads import FEW_LEADS, LIMB_LEADS, derive_limb_leads, find_lead

LIMB_TRIANGLE = ("I", "II", "III")


def ecg_lead_names(record: Record) -> tuple[str, ...]:
    """Names of the leads that may be fed to a model, in the file's order."""
    return tuple(lead.name for lead in record.leads if lead.is_ecg)


def reachable_leads(names: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """Return those of the wanted leads that can be read or follow from others."""
    limb = [lead for lead in LIMB_TRIANGLE if find_lead(lead, names) is not None]
    derived = LIMB_LEADS if len(limb) > 1 else ()
    return tuple(lead for lead in wanted if find_lead(lead, names) is not None or lead in derived)


def stand_in_lead(names: Sequence[str], wanted: Sequence[str]) -> str | None:
    """Return the wanted lead that the first of some leads with other names serves as.

    Recorders with one lead call it "ECG", those with three "ECG", too; it is then read as
    lead II, or as the model's first lead where that does not read II. None where names can
    be trusted, or where a net of several leads is given more than two.
    """
    most = FEW_LEADS if len(wanted) > 1 else len(names)
    if not 0 < len(names) <= most or reachable_leads(names, wanted):
        return None
    return "II" if "II" in wanted else wanted[0]


def pick_leads(values: Samples, names: Sequence[str], wanted: Sequence[str]) -> Samples:
    """Return the wanted leads by samples; NaN rows where a lead cannot be had."""
    picked = np.full((len(wanted), values.shape[1]), np.nan, dtype=np.float32)
    derived = _derived(values, names)
    stand_in = stand_in_lead(names, wanted)
    for row, lead in enumerate(wanted):
        place = find_lead(lead, names)
        if place is not None:
            picked[row] = values[place]
        elif lead in derived:
            picked[row] = derived[lead]
        elif lead == stand_in:
            picked[row] = values[0]
    return picked


def _derived(values: Samples, names: Sequence[str]) -> dict[str, Samples]:
    """Return all six limb leads where two of I, II and III are there, else none."""
    places = [find_lead(lead, names) for lead in LIMB_TRIANGLE]
    lead_i, lead_ii, lead_iii = (None if place is None else values[place] for place in places)
    # Einthoven: II = I + III.
    if lead_ii is None and lead_i is not None and lead_iii is not None:
        lead_ii = lead_i + lead_iii
    if lead_i is None and lead_ii is not None and lead_iii is not None:
        lead_i = lead_ii - lead_iii
    if lead_i is None or lead_ii is None:
        return {}
    return {"I": lead_i, "II": lead_ii, **derive_limb_leads(lead_i, lead_ii)}
