"""Recordings of one or two leads whose beats or rhythm are labelled: what AF, PAC and PVC
look like in many more people than the 12-lead sets hold.

Knows the MIT-BIH Arrhythmia and Supraventricular databases (beats and rhythms in their
.atr files) and the PhysioNet/CinC challenge 2017 (one rhythm a record).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.lead_choice import ecg_lead_names
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_header import read_header
from ecgviewer.signal.leads import STANDARD_LEADS, normalise_lead
from ecgviewer.signal.resample import resample
from ecgviewer.study import layout_cinc2017 as cinc
from ecgviewer.study.beat_marks import (
    ATRIAL,
    FIBRILLATION,
    FLUTTER,
    PERHAPS_ATRIAL,
    PERHAPS_VENTRICULAR,
    UNFIT,
    VENTRICULAR,
    BeatMarks,
)
from ecgviewer.study.labels import LABELS, NOT_JUDGED

# A beat so near to a window's edge that its shape is cut off does not count.
EDGE_S = 0.1
FEWEST_BEATS = 4
# Of twelve leads I, II and V1 to V6 are recorded at least; the others follow.
FEWEST_OF_TWELVE = 8
# Windows overlap by half.
STEP_SHARE = 0.5

ATRIAL_RUNS = frozenset({"(SVTA", "(AT"})
CINC_CELLS = {
    cinc.NORMAL: {"AF": 0.0},
    cinc.FIBRILLATION: {"SNR": 0.0, "AF": 1.0},
    cinc.OTHER: {"SNR": 0.0},
}
CINC_LEAD = "I"


@dataclass(frozen=True, eq=False)
class Strip:
    """A window of one lead.

    values_mv: float32 (n_samples,). lead: a standard lead's name, "II" where the file
    names none. cells: as of a case. source: the set's folder.
    """

    source: str
    record: str
    lead: str
    values_mv: Samples
    cells: tuple[float, ...]


def is_strip_set(folder: Path) -> bool:
    """Whether a folder is one of the known sets of strips.

    Records of twelve leads may have beats beside them, too, and are labelled as a whole.
    """
    if cinc.is_here(folder):
        return True
    beats = min(folder.glob("*.atr"), default=None)
    return beats is not None and _n_leads(beats.with_suffix(".hea")) < FEWEST_OF_TWELVE


def _n_leads(header: Path) -> int:
    """Return how many signals a header names, 0 where it cannot be read."""
    try:
        return read_header(header).n_signals
    except EcgError:
        return 0


def load_strips(folder: Path, rate_hz: float, n_samples: int, task: Task) -> list[Strip]:
    """Return all windows of a set, each lead by itself, at ``rate_hz``.

    A record shorter than n_samples gives none. Raises EcgError if a record cannot be
    read, Cancelled if the task is cancelled.
    """
    find = _cinc_strips if cinc.is_here(folder) else _beat_strips
    paths = sorted(folder.glob("*.hea"))
    strips: list[Strip] = []
    for done, path in enumerate(paths):
        strips += find(open_record(path), rate_hz, n_samples)
        task.step(done + 1, len(paths))
    return strips


def _cinc_strips(record: Record, rate_hz: float, n_samples: int) -> Iterator[Strip]:
    letters = cinc.read_letters(record.path.parent)
    said = CINC_CELLS.get(letters.get(record.path.stem, ""))
    if said is None:
        return
    cells = tuple(said.get(label, NOT_JUDGED) for label in LABELS)
    values = resample(record.read(0, record.n_samples)[:1], record.rate_hz, rate_hz)[0]
    for start in _starts(len(values), n_samples):
        yield _strip(record, CINC_LEAD, values[start : start + n_samples], cells)


def _beat_strips(record: Record, rate_hz: float, n_samples: int) -> Iterator[Strip]:
    marks = BeatMarks.of(record, rate_hz)
    values = resample(record.read(0, record.n_samples), record.rate_hz, rate_hz)
    edge = round(EDGE_S * rate_hz)
    for start in _starts(values.shape[1], n_samples):
        cells = _cells(marks, start, start + n_samples, edge)
        if cells is None:
            continue
        for name, row in zip(ecg_lead_names(record), values, strict=False):
            lead = normalise_lead(name)
            lead = lead if lead in STANDARD_LEADS else "II"
            yield _strip(record, lead, row[start : start + n_samples], cells)


def _strip(record: Record, lead: str, values: Samples, cells: tuple[float, ...]) -> Strip:
    filled = np.nan_to_num(values - np.nan_to_num(np.nanmedian(values))).astype(np.float32)
    return Strip(record.path.parent.name, record.name, lead, filled, cells)


def _starts(length: int, n_samples: int) -> range:
    return range(0, length - n_samples + 1, max(1, round(STEP_SHARE * n_samples)))


def _cells(marks: BeatMarks, start: int, stop: int, edge: int) -> tuple[float, ...] | None:
    """Return the cells of a window; None where it teaches nothing."""
    within = marks.beats(start, stop)
    whole = marks.beats(start + edge, stop - edge)
    if len(whole) < FEWEST_BEATS or UNFIT.intersection(within):
        return None
    rhythms = marks.rhythms(start, stop)
    said = {
        "AF": _fibrillating(rhythms),
        "PAC": _early(whole, within, ATRIAL, PERHAPS_ATRIAL),
        "PVC": _early(whole, within, VENTRICULAR, PERHAPS_VENTRICULAR),
    }
    if said["AF"] == 1.0 or rhythms & ATRIAL_RUNS:
        said["PAC"] = NOT_JUDGED
    # Who else is ill nobody says, so SNR is never positive.
    said["SNR"] = 0.0 if 1.0 in said.values() else NOT_JUDGED
    return tuple(said.get(label, NOT_JUDGED) for label in LABELS)


def _fibrillating(rhythms: set[str]) -> float:
    if rhythms == {FIBRILLATION}:
        return 1.0
    # Where no rhythm is marked, nobody looked.
    unknown = not rhythms or rhythms & {FIBRILLATION, FLUTTER}
    return NOT_JUDGED if unknown else 0.0


def _early(
    whole: Sequence[str], within: Sequence[str], surely: frozenset[str], perhaps: frozenset[str]
) -> float:
    if surely.intersection(whole):
        return 1.0
    return NOT_JUDGED if perhaps.intersection(within) else 0.0
