"""What a scan of a whole recording found: every beat's class, the rhythms, and their sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.text import tr

BEAT_CLASSES = ("N", "PVC", "PAC", "LBBB", "RBBB")
RHYTHMS = ("AFIB", "SVTA", "SBR")
SCAN_LABELS = frozenset((*BEAT_CLASSES, *RHYTHMS))
# From so long an interval between two beats on, it is a pause.
PAUSE_S = 2.0


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of one rhythm; start and stop are samples of the record.

    score: the mean probability of the rhythm over the episode's beats.
    """

    start: int
    stop: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Ectopy:
    """Premature beats of one kind.

    per_hour: None where too little was read to speak of hours. burden_percent: of all
    beats. couplets: two in a row, runs: three or more. longest_run: in beats;
    fastest_run_bpm: the mean rate of the fastest run; both None without a run.
    """

    n: int
    per_hour: float | None
    burden_percent: float | None
    couplets: int
    runs: int
    longest_run: int | None
    fastest_run_bpm: float | None


@dataclass(frozen=True, slots=True)
class ScanSummary:
    """A Holter report's figures; None is what could not be measured.

    read_s: how long the record could be read, of what was scanned. counts: beats by label.
    pauses: intervals of 2 s or longer between two beats. Rates are means over eight
    intervals, but mean_bpm is over all. af_score: 0..1, how likely the record holds atrial
    fibrillation.
    """

    n_beats: int
    read_s: float
    counts: Mapping[str, int]
    pvc: Ectopy
    pac: Ectopy
    af_minutes: float | None
    af_burden_percent: float | None
    pauses: int | None
    longest_pause_s: float | None
    min_bpm: float | None
    mean_bpm: float | None
    max_bpm: float | None
    af_score: float | None


@dataclass(frozen=True, eq=False)
class Scan:
    """A model's answer for every beat of one lead, up to ``done_until``.

    lead: in which beats were sought, as the file names it; beside: others whose answers
    count as much. labels: in the order of the columns of scores. samples: int64
    (n_beats,), rising, in samples of the record; label: int8 (n_beats,), places in labels;
    scores: float32 (n_beats, n_labels), probabilities. gaps: int64 (n_gaps, 2), spans
    between or beside beats where no beat could have been seen; no interval crosses them.
    done_until: sample up to which the record was scanned, n_samples for a finished scan.
    notes: sentences for the reader about how the answer came about.
    """

    record_id: str
    record_name: str
    lead: str
    model: str
    rate_hz: float
    n_samples: int
    labels: tuple[str, ...]
    samples: NDArray[np.int64]
    label: NDArray[np.int8]
    scores: NDArray[np.float32]
    gaps: NDArray[np.int64]
    episodes: tuple[Episode, ...]
    summary: ScanSummary
    done_until: int
    notes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        n_beats = len(self.samples)
        if self.label.shape != (n_beats,) or self.scores.shape != (n_beats, len(self.labels)):
            raise ValueError(f"{self.label.shape} labels, {self.scores.shape} for {n_beats} beats")

    @property
    def lead_words(self) -> str:
        """The leads that were judged, such as "lead II" or "leads ECG1 and ECG2"."""
        return leads_in_words((self.lead, *self.beside))

    @property
    def is_done(self) -> bool:
        """Whether the whole record was scanned."""
        return self.done_until >= self.n_samples

    @property
    def score(self) -> NDArray[np.float32]:
        """The probability of each beat's own label, float32 (n_beats,)."""
        chosen: NDArray[np.float32] = self.scores[np.arange(len(self.label)), self.label]
        return chosen


def leads_in_words(names: Sequence[str]) -> str:
    """Return "lead II", "leads ECG1 and ECG2", "leads X, Y and Z"."""
    *first, last = names
    if not first:
        return tr("lead {lead}", lead=last)
    return tr("leads {leads} and {last}", leads=", ".join(first), last=last)
