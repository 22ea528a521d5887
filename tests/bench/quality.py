"""How well signal quality is told: recordings that people graded, noted faults, added noise.

Needs the recordings of tests (ECGVIEWER_DATA, or ../shared/data); takes about three minutes.
Tables go to stderr, with all numbers that are typed into the code beside those fitted anew:

    python3 packaging/run.py bench quality
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.lead_quality import GRADES, STRETCH_S, LeadQuality, lead_qualities
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from ecgviewer.signal.quality import measure_quality
from ecgviewer.signal.record_quality import ACCEPTABLE, CONSTANT, WEIGHTS, acceptable
from ecgviewer.signal.resample import resample
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.metrics import bootstrap_auc
from ecgviewer.study.quality_notes import Noted, noted_faults
from ecgviewer.study.quality_study import (
    GradedRecords,
    cross_validate,
    fit_logistic,
    in_words,
    read_graded,
)
from ecgviewer.study.reversal_study import answers_of, cross_answers, fit_reversal, usual_beats
from tests.bench.harness import Figure, timed
from tests.recordings import recordings_folder

Stretch = tuple[LeadQuality, ...]

# Of the area above the ROC curve, and of records.
GOAL_PERCENT = 7.0
FALSE_ALARMS_PERCENT = 3.0
# What annotators noted of a lead, and the measure that should tell it.
TOLD_BY = {"baseline_drift": "wander_mv", "static_noise": "noise_mv", "burst_noise": "burst_mv"}
NOTES_PERCENT = {"baseline_drift": 12.0, "static_noise": 20.0, "burst_noise": 35.0}
# A wrong alarm about cables costs more than one that is missed.
REVERSAL_PERCENT = {"": 1.0, "RA/LA": 10.0, "RA/LL": 15.0, "RA/RL": 5.0}
# The label of strips that people could not read.
TOO_NOISY = "~"
NOISES = ("ma", "bw")
RATIOS_DB = (24, 18, 12, 6, 0, -6)
# The most recordings that may be refused with little noise, accepted with much muscle noise.
REFUSED_24_DB_PERCENT = 5.0
ACCEPTED_MUSCLE_PERCENT = 10.0
EVERY_NOISY = 5
LIMIT_MS = 150.0
N_TIMED = 20


def measure() -> Iterator[Figure]:
    """Yield errors and false alarms in %, and the time of a 12-lead recording of 10 s."""
    data = recordings_folder()
    if not data.is_dir():
        print(f"quality: no recordings at {data}, so nothing is measured", file=sys.stderr)
        return
    yield _graded_figure(read_graded(data / "cinc2011-quality"))
    yield from _noted_figures(list(noted_faults(data / "ptb-xl")))
    yield _strip_figure(data / "cinc2017")
    yield from _noise_figures(data)
    yield from _reversal_figures(data)
    yield _time_figure(data)


def _graded_figure(graded: GradedRecords) -> Figure:
    trial = cross_validate(graded.evidence, graded.unacceptable)
    model = fit_logistic(graded.evidence, graded.unacceptable)
    typed = np.array([WEIGHTS[name] for name in graded.evidence_names])
    refused = CONSTANT + graded.evidence @ typed > 0
    truth = graded.unacceptable > 0
    _say(f"Challenge 2011, {len(truth)} records: held-out AUC {_told(trial.auc)}")
    _say(f"  refused {_percent(refused[truth])} of unacceptable ones (fitted to them)")
    _say(f"  refused {_percent(refused[~truth])} of acceptable ones (fitted to them)")
    held_out = trial.scores > 0
    _say(f"  held out: {_percent(held_out[:, truth])} and {_percent(held_out[:, ~truth])}")
    _say(f"  constant: typed {CONSTANT:.3f}")
    _say(in_words(graded.evidence_names, model, WEIGHTS))
    return Figure("auc_lost_cinc2011", 100 * (1 - trial.auc.value), "%", GOAL_PERCENT)


def _noted_figures(records: Sequence[Noted]) -> Iterator[Figure]:
    stretches = [_measured(noted.path) for noted in records]
    scores = np.array([acceptable(stretch) for stretch in stretches])
    spoken_of = np.array([noted.spoken_of for noted in records])
    refused = scores < ACCEPTABLE
    _say(f"PTB-XL: refused {_percent(refused[~spoken_of])} without, ", end="")
    _say(f"{_percent(refused[spoken_of])} with a note of {len(records)}")
    yield Figure("refused_ptb_xl", 100 * float(refused.mean()), "%", FALSE_ALARMS_PERCENT)
    for fault, name in TOLD_BY.items():
        named = np.array([[x in one.leads[fault] for x in STANDARD_LEADS] for one in records])
        values = np.array([[getattr(lead.measures, name) for lead in one] for one in stretches])
        people = np.repeat([one.patient for one in records], len(STANDARD_LEADS))
        # Leads that are not named of a record with a note may have the fault as well.
        used = (named | ~spoken_of[:, np.newaxis]).ravel()
        truth = named.ravel()[used].astype(np.float64)
        found = bootstrap_auc(truth, values.ravel()[used], people[used])
        _say(f"  {fault} in {int(truth.sum())} leads: AUC of {name} {_told(found)}")
        limit = NOTES_PERCENT[fault]
        yield Figure(f"auc_lost_{fault}", 100 * (1 - found.value), "%", limit)


def _strip_figure(folder: Path) -> Figure:
    """Hold the score, which knows nothing of these, against strips graded as too noisy."""
    with (folder / "REFERENCE.csv").open(encoding="utf-8", newline="") as file:
        labels = {row["record"]: row["label"] for row in csv.DictReader(file)}
    scores = np.array([_strip_score(folder / f"{name}.hea") for name in labels])
    noisy = np.array([label == TOO_NOISY for label in labels.values()])
    found = bootstrap_auc(noisy.astype(np.float64), -scores, np.array(list(labels)))
    refused = scores < ACCEPTABLE
    _say(f"CinC 2017, {noisy.sum()} of {len(noisy)} too noisy: AUC {_told(found)}; ", end="")
    _say(f"refused {_percent(refused[noisy])} of these and {_percent(refused[~noisy])} of others")
    return Figure("auc_lost_cinc2017", 100 * (1 - found.value), "%", GOAL_PERCENT)


def _strip_score(path: Path) -> float:
    record = open_record(path)
    values_mv = record.read(0, record.n_samples)[:1]
    stretches = lead_qualities(values_mv, record.rate_hz, record.lead_names[:1])
    return float(np.median([acceptable([stretch]) for stretch in stretches]))


def _noise_figures(data: Path) -> Iterator[Figure]:
    clean = [_signal(path) for path in sorted((data / "ludb" / "data").glob("*.hea"))]
    clean = clean[::EVERY_NOISY]
    for kind in NOISES:
        noise_mv = _noise(data / "nstdb" / f"{kind}.hea", clean[0][1])
        accepted = {}
        for ratio_db in RATIOS_DB:
            noisy = [
                _with_noise(*signal, np.roll(noise_mv, place, axis=0), ratio_db)
                for place, signal in enumerate(clean)
            ]
            accepted[ratio_db] = _said_of_noise(f"{kind} {ratio_db:>3} dB", noisy)
        refused = 100 * (1 - accepted[RATIOS_DB[0]])
        yield Figure(f"refused_{kind}_24_db", refused, "%", REFUSED_24_DB_PERCENT)
        if kind == "ma":
            kept = 100 * accepted[RATIOS_DB[-1]]
            yield Figure("accepted_ma_-6_db", kept, "%", ACCEPTED_MUSCLE_PERCENT)


def _said_of_noise(name: str, stretches: Sequence[Stretch]) -> float:
    """Print and return the share of recordings that is accepted, and how leads are graded."""
    scores = np.array([acceptable(stretch) for stretch in stretches])
    grades = [lead.grade for stretch in stretches for lead in stretch]
    shares = ", ".join(f"{grade} {grades.count(grade) / len(grades):.0%}" for grade in GRADES)
    accepted = float((scores >= ACCEPTABLE).mean())
    _say(f"{name}: accepted {accepted:.0%} (median {np.median(scores):.2f}); leads {shares}")
    return accepted


def _with_noise(values_mv: Samples, rate_hz: float, noise_mv: Samples, ratio_db: float) -> Stretch:
    """Measure a recording with noise in I, II and V1-V6, each its own piece.

    The ratio is that of the MIT-BIH Noise Stress Test: an eighth of the squared height of
    the QRS complex over the noise's power.
    """
    heights_mv = measure_quality(values_mv, rate_hz).height_mv
    rows = [STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]
    pieces = noise_mv[: len(rows), : values_mv.shape[1]]
    wanted_mv = heights_mv[rows] / np.sqrt(8 * 10 ** (ratio_db / 10))
    pieces = pieces * (wanted_mv / pieces.std(axis=1))[:, np.newaxis]
    noisy = (values_mv[rows] + pieces).astype(np.float32)
    leads = dict(zip(INDEPENDENT_LEADS, noisy, strict=True))
    leads |= derive_limb_leads(leads["I"], leads["II"])
    return _judged(np.stack([leads[lead] for lead in STANDARD_LEADS]), rate_hz)


def _noise(path: Path, rate_hz: float) -> NDArray[np.float32]:
    """Return pieces of one noise, (n_pieces, n) of mean 0, at another rate."""
    record = open_record(path)
    both = resample(record.read(0, record.n_samples), record.rate_hz, rate_hz)
    length = round(STRETCH_S * rate_hz)
    n_pieces = both.shape[1] // length
    pieces = both[:, : n_pieces * length].reshape(-1, length)
    # Every twentieth, so that the pieces come from all over the half hour.
    pieces = np.nan_to_num(pieces)[::20]
    centred: NDArray[np.float32] = pieces - pieces.mean(axis=1, keepdims=True)
    return centred


def _reversal_figures(data: Path) -> Iterator[Figure]:
    beats = usual_beats(sorted((data / "ptb-xl" / "records500").rglob("*.hea")))
    answers = cross_answers(beats)
    _say(f"swapped limb cables, {len(beats)} of PTB-XL, held out: {_named(answers)}")
    model = fit_reversal(beats)
    for name, folder in {"LUDB": "ludb/data", "CPSC 2018": "cpsc2018-challenge"}.items():
        others = usual_beats(sorted((data / folder).rglob("*.hea")))
        _say(f"  {len(others)} of {name}: {_named(answers_of(model, others))}")
    _say(f"  I and II of V1-V6:\n{np.round(model.limbs_from_chest, 3)}")
    for swap, logistic in model.logistic.items():
        _say(f"  {swap}: {np.round([logistic.constant, *logistic.weights], 2)}")
    for swap, limit in REVERSAL_PERCENT.items():
        wrong = 100 * float((answers[swap] != swap).mean())
        name = f"missed_{swap.replace('/', '_')}" if swap else "false_swaps"
        yield Figure(name, wrong, "%", limit)


def _named(answers: dict[str, NDArray[np.str_]]) -> str:
    """Return how often something is said of each made swap, and how often the right thing."""
    told = {swap: f"{_percent(found != '')} told" for swap, found in answers.items()}
    right = {swap: f"{_percent(found == swap)} by its name" for swap, found in answers.items()}
    parts = [f"{swap}: {told[swap]}, {right[swap]}" for swap in answers if swap]
    return "; ".join([f"right ones: {told['']}", *parts])


def _time_figure(data: Path) -> Figure:
    paths = sorted((data / "cinc2011-quality").glob("*.hea"))[:N_TIMED]
    signals = [_signal(path) for path in paths]
    took_ms = [timed(partial(_judged, *signal))() for signal in signals]
    return Figure("ten_seconds_of_12_leads", float(np.median(took_ms)), "ms", LIMIT_MS)


def _signal(path: Path) -> tuple[Samples, float]:
    """Return the first ten seconds of a record and its rate."""
    record = open_record(path)
    stop = min(record.n_samples, round(STRETCH_S * record.rate_hz))
    return record.read(0, stop), record.rate_hz


def _measured(path: Path) -> Stretch:
    return _judged(*_signal(path))


def _judged(values_mv: Samples, rate_hz: float) -> Stretch:
    return lead_qualities(values_mv, rate_hz, STANDARD_LEADS)


def _told(found: Interval) -> str:
    return f"{found.value:.3f} ({found.low:.3f}–{found.high:.3f})"


def _percent(flags: NDArray[np.bool_]) -> str:
    return f"{100 * float(flags.mean()):.1f} %"


def _say(words: str, end: str = "\n") -> None:
    print(words, file=sys.stderr, end=end, flush=True)
