"""Delineators to compare: ours, and neurokit2's by discrete wavelets where it is installed."""

import warnings
from collections.abc import Callable
from importlib import import_module, metadata

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.delineation import WaveMarks, delineate, together

Positions = NDArray[np.int64]
Floats = NDArray[np.float64]
# Marks of each lead, (n_leads, n_beats), and of all leads, (n_beats,).
Marks = tuple[WaveMarks, WaveMarks]
Delineator = Callable[[Samples, float, Positions], Marks]

# neurokit2 wants the R peak of the lead itself, which lies so near.
OWN_PEAK_S = 0.05
NEUROKIT_NAMES = {
    "p_onset": "ECG_P_Onsets",
    "p_peak": "ECG_P_Peaks",
    "p_offset": "ECG_P_Offsets",
    "qrs_onset": "ECG_R_Onsets",
    "qrs_offset": "ECG_R_Offsets",
    "t_peak": "ECG_T_Peaks",
    "t_offset": "ECG_T_Offsets",
}


def ours(values_mv: Samples, rate_hz: float, peaks: Positions) -> Marks:
    """Delineate by `ecgviewer.signal.delineation`."""
    found = delineate(values_mv, rate_hz, peaks)
    return found.leads, found.together


def installed_peer() -> tuple[str, Delineator] | None:
    """Return neurokit2's delineator with its name and version, None where it is absent."""
    try:
        import_module("neurokit2")
    except ImportError:
        return None
    return f"neurokit2 {metadata.version('neurokit2')}, dwt", _neurokit2


def _neurokit2(values_mv: Samples, rate_hz: float, peaks: Positions) -> Marks:
    """Each lead by itself, with our R peaks; all leads together by the rule that ours uses."""
    rows = [_neurokit2_lead(lead.astype(np.float64), rate_hz, peaks) for lead in values_mv]
    leads = WaveMarks(**{name: np.stack([row[name] for row in rows]) for name in NEUROKIT_NAMES})
    return leads, together(leads, np.ones(len(rows), dtype=np.bool_))


def _neurokit2_lead(lead_mv: Floats, rate_hz: float, peaks: Positions) -> dict[str, Floats]:
    neurokit2, rate = import_module("neurokit2"), round(rate_hz)
    nothing = {name: np.full(peaks.size, np.nan) for name in NEUROKIT_NAMES}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        clean = neurokit2.ecg_clean(lead_mv, sampling_rate=rate)
        own = np.array([_own_peak(clean, int(peak), rate_hz) for peak in peaks])
        try:
            _, waves = neurokit2.ecg_delineate(clean, own, rate, method="dwt")
        except (ValueError, IndexError, ZeroDivisionError):
            return nothing
    return {name: _fitted(waves[key], peaks.size) for name, key in NEUROKIT_NAMES.items()}


def _own_peak(clean_mv: Floats, peak: int, rate_hz: float) -> int:
    reach = round(OWN_PEAK_S * rate_hz)
    first = max(0, peak - reach)
    return first + int(np.argmax(np.abs(clean_mv[first : peak + reach + 1])))


def _fitted(places: list[float], n_beats: int) -> Floats:
    row = np.full(n_beats, np.nan)
    row[: len(places)] = np.asarray(places, dtype=np.float64)[:n_beats]
    return row
