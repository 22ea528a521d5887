"""How far the begins and ends of waves lie from those that cardiologists marked in LUDB.

Needs the recordings of tests (ECGVIEWER_DATA, or ../shared/data): the records of LUDB, each
lead against its own marks, and the marks of all leads together against the second most
extreme of the manual ones. LUDB has no test split: the settings were chosen on the records
with an odd number, and the figures are of those with an even one; a table of each goes to
stderr. The first and last beats of each record are not annotated: what lies there is not
judged. neurokit2 is no part of ecgviewer; once, in a folder of its own:

    .venv/bin/python -m pip install -c packaging/constraints.txt --target build/peers neurokit2
    PYTHONPATH=build/peers python3 packaging/run.py bench delineation
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.delineation import WaveMarks
from tests.bench.delineators import Delineator, installed_peer, ours
from tests.bench.harness import Figure
from tests.bench.manual_waves import (
    ManualWaves,
    common_waves,
    manual_intervals,
    manual_waves,
)
from tests.recordings import recordings_folder

Floats = NDArray[np.float64]

OURS = "ecgviewer"
MATCH_S = 0.15
TOGETHER = "all leads"
PLACES = ("onset", "peak", "offset")
MARKS = ("p_onset", "p_peak", "p_offset", "qrs_onset", "qrs_offset", "t_peak", "t_offset")
INTERVALS = {
    "pr": ("p_onset", "qrs_onset"),
    "qrs": ("qrs_onset", "qrs_offset"),
    "qt": ("qrs_onset", "t_offset"),
}
# Of the median distance in single leads, in ms.
LIMIT_MS = {
    "p_onset": 6.0,
    "p_peak": 4.0,
    "p_offset": 8.0,
    "qrs_onset": 8.0,
    "qrs_offset": 8.0,
    "t_peak": 4.0,
    "t_offset": 10.0,
}
# Of the standard deviation of all leads together, in ms. The CSE working party (Eur Heart J
# 6:815-825, 1985) asks for 10.2, 12.7, 6.5, 11.6 and 30.6 where several people have agreed
# on each mark; in LUDB they did not, and the manual marks differ by as much themselves.
SD_LIMIT_MS = {
    "p_onset": 20.0,
    "p_offset": 20.0,
    "qrs_onset": 12.0,
    "qrs_offset": 12.0,
    "t_offset": 30.6,
}


@dataclass
class Score:
    """Signed distances in ms of the marks found, and how many were wanted and false."""

    errors_ms: list[float] = field(default_factory=list)
    wanted: int = 0
    false: int = 0

    @property
    def median_ms(self) -> float:
        """The median distance without its sign."""
        return float(np.median(np.abs(self.errors_ms))) if self.errors_ms else np.nan

    @property
    def sd_ms(self) -> float:
        """The standard deviation of the distances."""
        return float(np.std(self.errors_ms)) if self.errors_ms else np.nan

    @property
    def missed_percent(self) -> float:
        """How many of the wanted marks were not found."""
        return 100 * (1 - len(self.errors_ms) / max(self.wanted, 1))

    @property
    def false_percent(self) -> float:
        """How many of the marks found are none."""
        return 100 * self.false / max(self.false + len(self.errors_ms), 1)

    def row(self) -> str:
        """Return the cells of a table."""
        mean = float(np.mean(self.errors_ms)) if self.errors_ms else np.nan
        cells = (f"{mean:+.1f}", f"{self.sd_ms:.1f}", f"{self.median_ms:.1f}")
        shares = (100 - self.missed_percent, 100 - self.false_percent)
        return " | ".join([*cells, *(f"{share:.1f}" for share in shares), str(self.wanted)])


@dataclass
class Trial:
    """Scores by lead (or all together) and mark; distances of each record's intervals."""

    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    intervals_ms: dict[str, list[float]] = field(default_factory=dict)

    def add(self, lead: str, found: WaveMarks, manual: ManualWaves, rate_hz: float) -> None:
        """Judge the marks of a lead, (n_beats,) each, by the manual ones."""
        for mark in MARKS:
            wave, place = mark.split("_")
            wanted = manual.waves[wave][:, PLACES.index(place)]
            score = self.scores.setdefault((lead, mark), Score())
            _judge(score, getattr(found, mark), wanted, manual.judged, rate_hz)

    def add_intervals(self, found: WaveMarks, manual: ManualWaves, rate_hz: float) -> None:
        """Compare the medians of a record's intervals."""
        for name, wanted_ms in manual_intervals(manual, rate_hz).items():
            start, stop = (getattr(found, mark) for mark in INTERVALS[name])
            lengths = (stop - start)[~np.isnan(stop - start)]
            if lengths.size:
                measured_ms = float(np.median(lengths)) / rate_hz * 1000
                self.intervals_ms.setdefault(name, []).append(measured_ms - wanted_ms)

    def single_leads(self, mark: str) -> Score:
        """Return the score of a mark over all single leads."""
        gross = Score()
        for (lead, name), score in self.scores.items():
            if name == mark and lead != TOGETHER:
                gross.errors_ms += score.errors_ms
                gross.wanted += score.wanted
                gross.false += score.false
        return gross


def measure() -> Iterator[Figure]:
    """Yield distances in ms and missed marks in %; the peer is neurokit2's delineator."""
    folder = recordings_folder() / "ludb" / "data"
    if not folder.is_dir():
        print(f"delineation: no recordings at {folder}, so nothing is measured", file=sys.stderr)
        return
    peer = installed_peer()
    if peer is None:
        print("delineation: neurokit2 is not installed here", file=sys.stderr)
    delineators = {OURS: ours, **({peer[0]: peer[1]} if peer else {})}
    paths = sorted(folder.glob("*.hea"), key=lambda path: int(path.stem))
    for remainder, use in ((1, "odd numbers, settings chosen on them"), (0, "even numbers")):
        records = [open_record(path) for path in paths if int(path.stem) % 2 == remainder]
        trials = _tried(delineators, records)
        for name, trial in trials.items():
            print(_table(f"{name}, {use}", trial), file=sys.stderr, flush=True)
    yield from _figures(trials[OURS], trials[peer[0]] if peer else None)


def _tried(delineators: dict[str, Delineator], records: list[Record]) -> dict[str, Trial]:
    trials = {name: Trial() for name in delineators}
    for record in records:
        values_mv = record.read(0, record.n_samples)
        peaks = r_peaks(values_mv, record.rate_hz)
        manual = manual_waves(record)
        common = common_waves(manual, record.rate_hz)
        for name, delineator in delineators.items():
            leads, together = delineator(values_mv, record.rate_hz, peaks)
            for row, lead in enumerate(record.leads):
                own = WaveMarks(*(getattr(leads, mark)[row] for mark in MARKS))
                trials[name].add(lead.name, own, manual[row], record.rate_hz)
            trials[name].add(TOGETHER, together, common, record.rate_hz)
            trials[name].add_intervals(together, common, record.rate_hz)
    return trials


def _judge(
    score: Score, found: Floats, wanted: Floats, judged: tuple[float, float], rate_hz: float
) -> None:
    """Match the nearest pairs first, each mark once."""
    found = found[~np.isnan(found)]
    away = np.abs(found[:, np.newaxis] - wanted)
    order = np.argsort(away, axis=None)
    order = order[away.ravel()[order] <= MATCH_S * rate_hz]
    free_found, free_wanted = set(range(found.size)), set(range(wanted.size))
    for row, column in zip(*np.unravel_index(order, away.shape), strict=True):
        if row in free_found and column in free_wanted:
            free_found.remove(int(row))
            free_wanted.remove(int(column))
            score.errors_ms.append(float(found[row] - wanted[column]) / rate_hz * 1000)
    score.wanted += wanted.size
    score.false += sum(judged[0] <= found[row] <= judged[1] for row in free_found)


def _figures(trial: Trial, peer: Trial | None) -> Iterator[Figure]:
    for mark, limit_ms in LIMIT_MS.items():
        score = trial.single_leads(mark)
        beside_ms = peer.single_leads(mark).median_ms if peer else None
        yield Figure(mark, score.median_ms, "ms", limit_ms, beside_ms)
        yield Figure(f"missed_{mark}", score.missed_percent, "%", 8.0)
    for mark, limit_ms in SD_LIMIT_MS.items():
        sd_ms = trial.scores[TOGETHER, mark].sd_ms
        peer_sd_ms = peer.scores[TOGETHER, mark].sd_ms if peer else None
        yield Figure(f"sd_together_{mark}", sd_ms, "ms", limit_ms, peer_sd_ms)


def _table(title: str, trial: Trial) -> str:
    """Return the scores as Markdown."""
    rows = [
        f"| {title} | mark | mean ms | SD ms | median distance ms | sensitivity % | PPV % | n |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    rows += [f"| single leads | {mark} | {trial.single_leads(mark).row()} |" for mark in MARKS]
    leads = list(dict.fromkeys(lead for lead, _ in trial.scores))
    for lead in sorted(leads, key=lambda lead: lead != TOGETHER):
        rows += [f"| {lead} | {mark} | {trial.scores[lead, mark].row()} |" for mark in MARKS]
    for name, errors_ms in trial.intervals_ms.items():
        cells = Score(errors_ms, len(errors_ms)).row().split(" | ")
        rows.append(
            f"| median of a record | {name} | {' | '.join(cells[:3])} | – | – | {cells[-1]} |"
        )
    return "\n".join(rows)
