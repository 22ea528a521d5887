"""Ordinary records to compare with: made normal ECGs, as large and as fast as real ones.

They stand for "nothing to find" when a lead is taken away. No recording is kept: of the
normal training records only the typical height of each lead and the spread of their heart
rates are taken, and records made by `signal.synthesis` are scaled to these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize

BACKGROUND_FILE = "background.npy"
# Each costs 256 answers of the net more. Leads' weights against two draws of four agreed
# with a correlation of 0.94 to 0.98, of two with 0.92 to 0.95.
N_ORDINARY = 3
# Made records to choose from by their heart rate.
N_CANDIDATES = 24
SHORTEST_S = 3.0
SEED = 4000
_ROWS = [STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]


@dataclass(frozen=True, slots=True)
class OrdinaryStatistics:
    """What is taken from normal training records.

    heights_mv: of each of I, II, V1-V6, from the 1st to the 99th percentile of a record's
    samples, the records' median. rates_per_min: heart rates, N_ORDINARY quantiles.
    """

    heights_mv: tuple[float, ...]
    rates_per_min: tuple[float, ...]


# Of 134 normal records of PTB-XL and CPSC 2018, for models that bring no background.
USUAL = OrdinaryStatistics(
    heights_mv=(0.74, 0.93, 0.96, 1.75, 1.52, 1.47, 1.4, 1.12),
    rates_per_min=(60.0, 68.0, 78.0),
)


def ordinary_statistics(signals_mv: Iterable[Samples], rate_hz: float) -> OrdinaryStatistics:
    """Measure normal records, each (12, n) in mV in the order of STANDARD_LEADS.

    Leads that are flat in a record do not count there. Raises EcgError where no record has
    beats, or some lead no signal in any of them.
    """
    heights, rates = [], []
    for values in signals_mv:
        independent = values[_ROWS]
        heights.append(_heights_mv(independent))
        intervals = np.diff(r_peaks(independent, rate_hz))
        if intervals.size:
            rates.append(60 * rate_hz / float(np.median(intervals)))
    known = [column[column > 0] for column in np.array(heights).T]
    if not rates or not all(column.size for column in known):
        raise EcgError("The normal records hold too little signal to make ordinary ones like them.")
    shares = (np.arange(N_ORDINARY) + 0.5) / N_ORDINARY
    return OrdinaryStatistics(
        heights_mv=tuple(round(float(np.median(column)), 3) for column in known),
        rates_per_min=tuple(round(float(rate), 1) for rate in np.quantile(rates, shares)),
    )


def _heights_mv(independent_mv: Samples) -> Samples:
    low, high = np.nanpercentile(np.nan_to_num(independent_mv), [1, 99], axis=1)
    return np.asarray(high - low, dtype=np.float32)


def make_background(spec: InputSpec, statistics: OrdinaryStatistics = USUAL) -> Samples:
    """Make ordinary records: float32 (N_ORDINARY, n_leads, n_samples), mV at the net's rate.

    The same on every machine. Leads of the model that are none of the twelve are NaN.
    """
    chosen = _with_rates(spec, statistics.rates_per_min)
    independent = np.stack([made.signals_mv[_ROWS, : spec.n_samples] for made in chosen])
    heights = np.mean([_heights_mv(record) for record in independent], axis=0)
    gains = np.array(statistics.heights_mv) / heights
    scaled = (independent * gains[:, np.newaxis]).astype(np.float32)
    leads = dict(zip(INDEPENDENT_LEADS, scaled.transpose(1, 0, 2), strict=True))
    leads |= derive_limb_leads(leads["I"], leads["II"])
    nothing = np.full_like(scaled[:, 0], np.nan)
    return np.stack([leads.get(lead, nothing) for lead in spec.leads], axis=1)


def _with_rates(spec: InputSpec, rates_per_min: Iterable[float]) -> list[SyntheticEcg]:
    """Return a made normal record for each heart rate, none twice."""
    duration_s = max(spec.duration_s, SHORTEST_S)
    candidates = [
        synthesize("SNR", SEED + seed, duration_s, spec.rate_hz) for seed in range(N_CANDIDATES)
    ]
    chosen = []
    for rate in rates_per_min:
        best = min(candidates, key=lambda made: abs(_rate_per_min(made) - rate))
        candidates.remove(best)
        chosen.append(best)
    return chosen


def _rate_per_min(made: SyntheticEcg) -> float:
    intervals = np.diff([beat.sample for beat in made.beats])
    return 60 * made.rate_hz / float(np.median(intervals))


def write_background(folder: Path, spec: InputSpec, statistics: OrdinaryStatistics = USUAL) -> None:
    """Put ordinary records, float16, into a model's folder."""
    partial = folder / f"{BACKGROUND_FILE}.partial"
    with partial.open("wb") as file:
        np.save(file, make_background(spec, statistics).astype(np.float16))
    partial.replace(folder / BACKGROUND_FILE)


def background_of(model: LoadedModel) -> Samples:
    """Return a model's ordinary records: float32 (n, n_leads, n_samples), mV.

    A model without any is compared with records made after USUAL. Raises EcgError where
    its background.npy does not fit the model.
    """
    path = model.folder / BACKGROUND_FILE if model.folder is not None else None
    if path is None or not path.is_file():
        return _usual(model.card.input)
    return _read(path, path.stat().st_mtime_ns, model.card.input)


@lru_cache(maxsize=4)
def _usual(spec: InputSpec) -> Samples:
    return make_background(spec)


@lru_cache(maxsize=4)
def _read(path: Path, _changed_ns: int, spec: InputSpec) -> Samples:
    try:
        records = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise EcgError(
            f"The {BACKGROUND_FILE} of the model {path.parent.name} cannot be read: {error}."
        ) from error
    shape = len(spec.leads), spec.n_samples
    if records.ndim != 3 or len(records) == 0 or records.shape[1:] != shape:
        raise EcgError(
            f"The {BACKGROUND_FILE} of the model {path.parent.name} holds {records.shape} "
            f"values; records of {shape[0]} leads by {shape[1]} samples are expected."
        )
    return _with_derived(records.astype(np.float32), spec)


def _with_derived(records: Samples, spec: InputSpec) -> Samples:
    """Make the limb leads follow from I and II again, which half precision rounded off."""
    if not {"I", "II"} <= set(spec.leads):
        return records
    limb = derive_limb_leads(*(records[:, spec.leads.index(lead)] for lead in ("I", "II")))
    for lead in set(limb) & set(spec.leads):
        records[:, spec.leads.index(lead)] = limb[lead]
    return records
