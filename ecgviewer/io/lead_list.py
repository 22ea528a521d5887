"""The leads of a record, from what its file calls its signals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ecgviewer.core.record import Lead, Notice, Resolution
from ecgviewer.io.units import mv_per_unit, sounds_like_ecg
from ecgviewer.signal.leads import STANDARD_LEADS, normalise_lead


@dataclass(frozen=True, slots=True)
class Channel:
    """A signal as its file tells of it.

    name: the file's spelling. unit: of the file ("uV"). calibrated: False where the file
    gives no gain. is_named: False where the name was made up, as the file has none.
    resolution: of the file's whole numbers, in levels per mV (or own unit), where it is known.
    """

    name: str
    unit: str
    calibrated: bool = True
    is_named: bool = True
    resolution: Resolution | None = None


def leads_of(channels: Sequence[Channel]) -> tuple[Lead, ...]:
    """Return leads with standard names where they are known; a name's second lead is "V1 (2)"."""
    leads: list[Lead] = []
    taken: Counter[str] = Counter()
    for index, channel in enumerate(channels):
        is_voltage = mv_per_unit(channel.unit) is not None
        name = normalise_lead(channel.name)
        taken[name] += 1
        leads.append(
            Lead(
                name=f"{name} ({taken[name]})" if taken[name] > 1 else name,
                file_index=index,
                unit="mV" if is_voltage else channel.unit,
                is_ecg=is_voltage and sounds_like_ecg(channel.name),
                calibrated=channel.calibrated,
                file_name=channel.name if channel.is_named else "",
                resolution=channel.resolution,
            )
        )
    return tuple(leads)


def about_names(n_leads: int) -> list[Notice]:
    """Return what is to be said of leads whose file names none of them."""
    if n_leads == len(STANDARD_LEADS):
        return [Notice("No lead is named: the twelve are taken in standard order, I to V6.")]
    if n_leads > 1:
        return [Notice("No lead is named: they are numbered, and models cannot use them.")]
    return []
