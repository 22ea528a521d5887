"""Which leads a reader chose for the paper, and in which order.

A choice names leads by their keys: the lead's name, "aVR" turned over as "−aVR", and the
second of two leads of one name as "V5 #2".
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead
from ecgviewer.core.text import later, tr
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import CHEST_LEADS, INDEPENDENT_LEADS, LIMB_LEADS, find_lead

# Cabrera's order turns round the heart; aVR is drawn upside down to fit into it.
CABRERA_LIMB_LEADS = ("aVL", "I", "aVR", "II", "aVF", "III")
TURNED = "−"
_TURNABLE = "aVR"
PRESETS = (
    later("Standard"),
    later("Cabrera"),
    later("Limb leads"),
    later("Chest leads"),
    later("As in the file"),
)


def lead_keys(leads: Sequence[Lead]) -> tuple[str, ...]:
    """Return each lead's key, in the record's order."""
    seen: dict[str, int] = {}
    keys = []
    for lead in leads:
        seen[lead.name] = seen.get(lead.name, 0) + 1
        keys.append(lead.name if seen[lead.name] == 1 else f"{lead.name} #{seen[lead.name]}")
    return tuple(keys)


def is_turned(key: str) -> bool:
    """Whether a key stands for a lead drawn upside down."""
    return key.startswith(TURNED)


def index_of(key: str, leads: Sequence[Lead]) -> int | None:
    """Return the lead that a key stands for, None where it was neither recorded nor derived."""
    keys = lead_keys(leads)
    bare = key.removeprefix(TURNED)
    return keys.index(bare) if bare in keys else None


def recorded_names(leads: Sequence[Lead]) -> list[str]:
    """Return the names of the recorded ECG leads, "" in the place of everything else."""
    return [lead.name if lead.is_ecg and not lead.derived else "" for lead in leads]


def usual_names(leads: Sequence[Lead]) -> list[str]:
    """Return the names of the ECG leads that are shown unasked, "" in the place of the others.

    They are the recorded ones and, where I, II and V1 to V6 are among these, the limb leads
    that follow: devices that store eight leads print twelve.
    """
    names = recorded_names(leads)
    if not set(INDEPENDENT_LEADS) <= set(names):
        return names
    return [lead.name if lead.derived else own for lead, own in zip(leads, names, strict=True)]


def usual_choice(leads: Sequence[Lead], *, cabrera: bool = False) -> tuple[str, ...]:
    """Return the leads shown unasked as the layouts order them; other signals come last."""
    keys = lead_keys(leads)
    names = usual_names(leads)
    limb_leads = CABRERA_LIMB_LEADS if cabrera else LIMB_LEADS
    found = [find_lead(name, names) for name in limb_leads + CHEST_LEADS]
    first = [place for place in dict.fromkeys(found) if place is not None]
    rest = [i for i, lead in enumerate(leads) if i not in first and not lead.derived]
    rest.sort(key=lambda place: not leads[place].is_ecg)
    return turned_for(tuple(keys[place] for place in (*first, *rest)), cabrera=cabrera)


def preset(name: str, leads: Sequence[Lead]) -> tuple[str, ...]:
    """Return the leads of a preset that the record has, in its order."""
    usual = usual_choice(leads, cabrera=name == "Cabrera")
    if name == "As in the file":
        keys = lead_keys(leads)
        return tuple(key for key, lead in zip(keys, leads, strict=True) if not lead.derived)
    wanted = {"Limb leads": LIMB_LEADS, "Chest leads": CHEST_LEADS}.get(name)
    return usual if wanted is None else tuple(key for key in usual if key in wanted)


def turned_for(choice: Iterable[str], *, cabrera: bool) -> tuple[str, ...]:
    """Turn aVR over, as Cabrera's order has it, or back."""
    wanted = TURNED + _TURNABLE if cabrera else _TURNABLE
    return tuple(wanted if key.removeprefix(TURNED) == _TURNABLE else key for key in choice)


def cabrera_changed(view: View) -> View:
    """Change between the usual and Cabrera's order; chosen limb leads change places too."""
    cabrera = not view.cabrera
    order = CABRERA_LIMB_LEADS if cabrera else LIMB_LEADS
    bare = [key.removeprefix(TURNED) for key in view.leads]
    limbs = iter(name for name in order if name in bare)
    placed = [next(limbs) if key in order else key for key in bare]
    return replace(view, cabrera=cabrera, leads=turned_for(placed, cabrera=cabrera))


def with_choice(view: View, choice: Sequence[str], leads: Sequence[Lead]) -> View:
    """Return the view with these leads; the usual ones are no choice, and any layout has them."""
    for cabrera in (False, True):
        if tuple(choice) == usual_choice(leads, cabrera=cabrera):
            return replace(view, leads=(), cabrera=cabrera)
    # One lead alone would hide the others that were chosen.
    layout = Layout.TWELVE_BY_ONE if view.layout is Layout.RHYTHM else view.layout
    return replace(view, leads=tuple(choice), layout=layout)


def parse_choice(text: str, leads: Sequence[Lead]) -> tuple[str, ...]:
    """Return the keys that "II,V1,-aVR" names; raises EcgError for a lead that is not there."""
    by_lower = {key.lower(): key for key in lead_keys(leads)}
    chosen = []
    for part in text.split(","):
        bare = part.strip()
        turned = bare[:1] in ("-", TURNED)
        key = by_lower.get(bare.lstrip("-" + TURNED).lower())
        if key is None or (turned and key != _TURNABLE):
            known = ", ".join(by_lower.values())
            told = tr(
                "There is no lead {lead} to show; there are {leads}.",
                lead=bare or "“”",
                leads=known,
            )
            raise EcgError(told)
        chosen.append(TURNED + key if turned else key)
    return tuple(dict.fromkeys(chosen))
