"""Which signals are voltages, and which voltages are an ECG."""

import re

_MV_PER_UNIT = {
    "kv": 1e6,
    "v": 1e3,
    "volt": 1e3,
    "volts": 1e3,
    "mv": 1.0,
    "millivolt": 1.0,
    "millivolts": 1.0,
    "uv": 1e-3,
    "μv": 1e-3,  # Greek mu; case folding turns the micro sign into it
    "mcv": 1e-3,
    "microv": 1e-3,
    "microvolt": 1e-3,
    "microvolts": 1e-3,
    "nv": 1e-6,
    "nanovolt": 1e-6,
    "nanovolts": 1e-6,
}
_OTHER_SIGNAL = re.compile(
    r"(?<![a-z])(resp\w*|imp(edance)?|pleth\w*|ppg|spo2|sao2|abp|nbp|art|pap|cvp|icp|lap|rap|bp|"
    r"eeg|emg|eog|gsr|eda|co2|etco2|temp\w*|hr|pulse|marker|mark|trigger|event|angle|"
    r"accel\w*|acc|airflow|nasal|snore|sound|phono\w*|pcg|scg|bcg|flow|position)(?![a-z])",
    re.IGNORECASE,
)


def mv_per_unit(unit: str) -> float | None:
    """Return how many mV one ``unit`` is, None where it is no voltage."""
    return _MV_PER_UNIT.get(unit.strip().casefold())


def sounds_like_ecg(name: str) -> bool:
    """Tell from a voltage's name whether it is an ECG: respiration, EEG … are not."""
    return _OTHER_SIGNAL.search(name.replace("_", " ")) is None
