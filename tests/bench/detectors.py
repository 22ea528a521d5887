"""How many beats the R-peak detector misses and makes up, beside detectors of other people.

Needs the recordings of tests (ECGVIEWER_DATA, or ../shared/data): MITDB and SVDB, every
record whole, in the lead that single-lead nets read; for noise NSTDB too. With all of the
others this takes ten minutes. A table goes to
stderr. The others are no part of ecgviewer; once, in a folder of their own:

    .venv/bin/python -m pip install -c packaging/constraints.txt --target build/peers \
        sleepecg neurokit2 biosppy peakutils
    PYTHONPATH=build/peers python3 packaging/run.py bench detectors
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import BEAT_CODES
from ecgviewer.core.record import Record
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.io.open import open_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.study.beat_scores import BeatScore, score_beats
from tests.bench.harness import Figure
from tests.bench.peer_detectors import Detector, Places, Signal, installed_peers
from tests.recordings import recordings_folder

OURS = "ecgviewer"
LIMIT_PERCENT = {"mitdb": 0.5, "svdb": 0.5}
LIMIT_S = 2.0
HALF_HOUR_S = 1800.0
N_WORST = 3
# Added to every fourth record of MITDB: muscles and wandering baseline of NSTDB, at so many
# dB; the limit of 1 - F1.
EVERY_NOISY = 4
NOISE_LIMIT_PERCENT = {("ma", 12): 1.0, ("ma", 6): 2.0, ("bw", 12): 1.0, ("bw", 6): 1.0}


@dataclass(frozen=True, eq=False, slots=True)
class Lead:
    """One lead of a record, in mV and without gaps."""

    record: Record
    values_mv: Signal


@dataclass
class Trial:
    """How one detector did on one data set."""

    scores: dict[str, BeatScore] = field(default_factory=dict)
    took_s: float = 0.0
    length_s: float = 0.0

    @property
    def gross(self) -> BeatScore:
        """The score of all beats."""
        return sum(self.scores.values(), BeatScore(0, 0, 0))

    @property
    def half_hour_s(self) -> float:
        """Processor time for half an hour of one lead."""
        return self.took_s / self.length_s * HALF_HOUR_S

    @property
    def average_f1(self) -> float:
        """F1 of the records, each with the same weight."""
        return float(np.mean([score.f1 for score in self.scores.values()]))


def measure() -> Iterator[Figure]:
    """Yield missed and false beats in %, and the time; the peer is the best by F1."""
    data = recordings_folder()
    if not data.is_dir():
        print(f"detectors: no recordings at {data}, so nothing is measured", file=sys.stderr)
        return
    peers, absent = installed_peers()
    if absent:
        print(f"detectors: not installed here: {', '.join(absent)}", file=sys.stderr)
    detectors = {OURS: _ours, **peers}
    for name, limit in LIMIT_PERCENT.items():
        trials = _tried(detectors, _leads(data / name))
        print(_table(name, trials), file=sys.stderr, flush=True)
        yield from _figures(name, trials, limit)
    best = _best_peer(trials)
    yield from _noise_figures(data, {OURS: _ours, best: peers[best]})


def _ours(lead_mv: Signal, rate_hz: float) -> Places:
    return r_peaks(lead_mv[np.newaxis].astype(np.float32), rate_hz)


def _leads(folder: Path, every: int = 1) -> Iterator[Lead]:
    for path in sorted(folder.glob("*.hea"))[::every]:
        record = open_record(path)
        spec = replace(STRIP_LEAD, rate_hz=record.rate_hz)
        values_mv = window_mv(record, 0, record.n_samples, spec)[0]
        yield Lead(record, np.nan_to_num(values_mv.astype(np.float64)))


def _tried(detectors: dict[str, Detector], leads: Iterator[Lead]) -> dict[str, Trial]:
    trials = {name: Trial() for name in detectors}
    for lead in leads:
        for name, trial in trials.items():
            started_s = time.process_time()
            found = detectors[name](lead.values_mv, lead.record.rate_hz)
            trial.took_s += time.process_time() - started_s
            trial.length_s += len(lead.values_mv) / lead.record.rate_hz
            trial.scores[lead.record.name] = score_beats(lead.record, found)
    return trials


def _figures(name: str, trials: dict[str, Trial], limit: float) -> Iterator[Figure]:
    ours, peer = trials[OURS], trials[_best_peer(trials)]
    missed = [100 * (1 - trial.gross.sensitivity) for trial in (ours, peer)]
    false = [100 * (1 - trial.gross.precision) for trial in (ours, peer)]
    yield Figure(f"missed_{name}", missed[0], "%", limit, missed[1])
    yield Figure(f"false_{name}", false[0], "%", limit, false[1])
    yield Figure(f"half_hour_{name}", ours.half_hour_s, "s", LIMIT_S, peer.half_hour_s)


def _best_peer(trials: dict[str, Trial]) -> str:
    return max(trials.keys() - {OURS}, key=lambda name: trials[name].gross.f1)


def _noise_figures(data: Path, detectors: dict[str, Detector]) -> Iterator[Figure]:
    for (kind, snr_db), limit in NOISE_LIMIT_PERCENT.items():
        source = open_record(data / "nstdb" / f"{kind}.hea")
        noise_mv = np.nan_to_num(source.read(0, source.n_samples)[0].astype(np.float64))
        leads = _leads(data / "mitdb", EVERY_NOISY)
        noisy = (_with_noise(lead, noise_mv, snr_db) for lead in leads)
        trials = _tried(detectors, noisy)
        lost = [100 * (1 - trial.gross.f1) for trial in trials.values()]
        yield Figure(f"lost_{kind}_{snr_db}_db", lost[0], "%", limit, lost[1])


def _with_noise(lead: Lead, noise_mv: Signal, snr_db: float) -> Lead:
    """Add noise of the same rate; the ratio is that of the MIT-BIH Noise Stress Test.

    That is an eighth of the squared height of the QRS complex over the noise's power.
    """
    reach = round(0.05 * lead.record.rate_hz)
    beats = [x.start for x in lead.record.annotations if x.label in BEAT_CODES]
    heights = [np.ptp(lead.values_mv[max(0, x - reach) : x + reach]) for x in beats]
    wanted = np.mean(heights) ** 2 / 8 / 10 ** (snr_db / 10)
    stretch = noise_mv[: len(lead.values_mv)]
    level = np.sqrt(wanted / stretch.var())
    return Lead(lead.record, lead.values_mv + level * (stretch - stretch.mean()))


def _table(data_set: str, trials: dict[str, Trial]) -> str:
    """Return the comparison as Markdown."""
    rows = [
        f"| {data_set} | sensitivity % | precision % | F1 % | mean F1 % of records | worst records"
        " | s for half an hour |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, trial in trials.items():
        gross = trial.gross
        shares = (gross.sensitivity, gross.precision, gross.f1, trial.average_f1)
        worst = sorted(trial.scores, key=lambda record: trial.scores[record].f1)[:N_WORST]
        told = ", ".join(f"{record} {100 * trial.scores[record].f1:.1f}" for record in worst)
        cells = [name, *(f"{100 * share:.2f}" for share in shares), told]
        rows.append(f"| {' | '.join(cells)} | {trial.half_hour_s:.2f} |")
    return "\n".join(rows)
