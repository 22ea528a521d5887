"""Where a class shows in a record: known for made records, and from marked waves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.signal.synthesis import SyntheticEcg

Mask = NDArray[np.bool_]
# As LUDB marks waves: P, QRS, T.
P_WAVE, QRS, T_WAVE = "p", "N", "t"
# A PR interval is no longer than this; an earlier P wave belongs to another beat.
LONGEST_PR_S = 0.5


@dataclass(frozen=True, eq=False)
class Evidence:
    """The samples of a record in which a class shows.

    leads: those of which it is known. inside, known: (n_leads, n_samples); inside only
    where known, and beyond known nobody has looked.
    """

    leads: tuple[str, ...]
    inside: Mask
    known: Mask


def made_evidence(made: SyntheticEcg, label: str, leads: tuple[str, ...]) -> Evidence:
    """Return where a made record's class was put, the same in all leads."""
    inside = np.tile(made.truth[label], (len(leads), 1))
    return Evidence(leads, inside, np.ones_like(inside))


def marked_evidence(record: Record, label: str) -> Evidence | None:
    """Return where marked waves say that a class shows; None where they do not tell.

    Bundle branch blocks show in the QRS complex, atrial fibrillation outside it, a long
    PR interval between the beginnings of P and QRS, ST elevation from the end of QRS to
    the end of T.
    """
    if label not in ("LBBB", "RBBB", "AF", "IAVB", "STE"):
        return None
    rows = [(lead, _lead_masks(record, lead, label)) for lead in record.lead_names]
    told = [(lead, *masks) for lead, masks in rows if masks is not None]
    if not told:
        return None
    leads, inside, known = zip(*told, strict=True)
    return Evidence(tuple(leads), np.stack(inside), np.stack(known))


def _lead_masks(record: Record, lead: str, label: str) -> tuple[Mask, Mask] | None:
    """Return one lead's evidence and the span that was marked, None without any QRS."""
    waves = [mark for mark in record.annotations if mark.lead == lead and mark.stop > mark.start]
    complexes = [wave for wave in waves if wave.label == QRS]
    if not complexes:
        return None
    # The first and the last beats of a record are often left unmarked.
    known = np.zeros(record.n_samples, dtype=bool)
    known[min(wave.start for wave in waves) : max(wave.stop for wave in waves)] = True
    inside = np.zeros_like(known)
    if label in ("LBBB", "RBBB", "AF"):
        for wave in complexes:
            inside[wave.start : wave.stop + 1] = True
        return (known & ~inside if label == "AF" else inside), known
    for start, stop in _intervals(complexes, waves, label, LONGEST_PR_S * record.rate_hz):
        inside[start:stop] = True
    return inside & known, known


def _intervals(
    complexes: Sequence[Annotation], waves: Sequence[Annotation], label: str, longest_pr: float
) -> list[tuple[int, int]]:
    """Return each beat's PR interval (IAVB) or ST segment with its T wave (STE)."""
    spans = []
    for wave in complexes:
        if label == "IAVB":
            starts = [p.start for p in waves if p.label == P_WAVE and p.start < wave.start]
            if starts and wave.start - max(starts) <= longest_pr:
                spans.append((max(starts), wave.start))
        else:
            ends = [t.stop for t in waves if t.label == T_WAVE and t.start >= wave.stop]
            following = [other.start for other in complexes if other.start > wave.start]
            if ends and min(ends) <= min(following, default=min(ends)):
                spans.append((wave.stop, min(ends)))
    return spans
