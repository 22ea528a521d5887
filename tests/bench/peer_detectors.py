"""R-peak detectors of other people, each as its makers recommend, where it is installed."""

import warnings
from collections.abc import Callable
from importlib import import_module, metadata

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]
Places = NDArray[np.int64]
Detector = Callable[[Signal, float], Places]


def _sleepecg(lead_mv: Signal, rate_hz: float) -> Places:
    found: Places = import_module("sleepecg").detect_heartbeats(lead_mv, rate_hz)
    return found


def _xqrs(lead_mv: Signal, rate_hz: float) -> Places:
    processing = import_module("wfdb.processing")
    found: Places = processing.xqrs_detect(lead_mv, rate_hz, verbose=False)
    return found


def _neurokit2(lead_mv: Signal, rate_hz: float) -> Places:
    neurokit2 = import_module("neurokit2")
    clean = neurokit2.ecg_clean(lead_mv, round(rate_hz))
    _, found = neurokit2.ecg_peaks(clean, round(rate_hz))
    peaks: Places = found["ECG_R_Peaks"]
    return peaks


def _biosppy(lead_mv: Signal, rate_hz: float) -> Places:
    found: Places = import_module("biosppy.signals.ecg").ecg(lead_mv, rate_hz, show=False)["rpeaks"]
    return found


_PEERS: dict[str, tuple[str, Detector]] = {
    "sleepecg": ("sleepecg", _sleepecg),
    "XQRS of wfdb": ("wfdb", _xqrs),
    "neurokit2": ("neurokit2", _neurokit2),
    "biosppy": ("biosppy", _biosppy),
}


def installed_peers() -> tuple[dict[str, Detector], list[str]]:
    """Return the detectors that are here, by name and version, and the names of the absent."""
    here: dict[str, Detector] = {}
    absent = []
    for name, (package, detector) in _PEERS.items():
        try:
            import_module(package)
        except ImportError:
            absent.append(name)
        else:
            here[f"{name} {metadata.version(package)}"] = _tamed(detector)
    return here, absent


def _tamed(detector: Detector) -> Detector:
    """Return the detector with rising places, none where it gives up, and no warnings."""

    def detect(lead_mv: Signal, rate_hz: float) -> Places:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                found = detector(lead_mv, rate_hz)
            except (ValueError, IndexError, ZeroDivisionError):
                return np.empty(0, dtype=np.int64)
        return np.unique(np.asarray(found, dtype=np.int64))

    return detect
