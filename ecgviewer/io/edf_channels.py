"""Which signals of an EDF file are an ECG, which rate they set, and how they become mV."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ecgviewer.core.record import Lead, Notice
from ecgviewer.io.edf_header import EdfSignal
from ecgviewer.io.edf_signals import EdfChannel
from ecgviewer.io.units import mv_per_unit, sounds_like_ecg
from ecgviewer.signal.leads import LIMB_LEADS, STANDARD_LEADS, normalise_lead

_SAYS_ECG = re.compile(r"(?<![a-z])e[ck]g(?![a-z])", re.IGNORECASE)
# Electrodes of the 10-20 system and of the face, alone or against another one: "C3-A2".
_ELECTRODE = r"(fp[12z]|a?f[0-9z]|[ft]?c[0-9z]|[ct]?p[0-9z]|p?o[0-9z]|t[3-8]|[am][12]|[lr]oc|e[12])"
_EEG = re.compile(
    rf"{_ELECTRODE}([-:/]?{_ELECTRODE})*([-:/]?(ref|le|avg|av))?|chin.*|.*leg.*", re.I
)
_LARGEST = 1e20


@dataclass(frozen=True, slots=True)
class Calibration:
    """A lead's way to its unit; calibrated: whether the file gives it."""

    channel: EdfChannel
    unit: str
    calibrated: bool


def calibration_of(signal: EdfSignal, gain: float | None) -> Calibration:
    """Return how a signal's integers become mV, or its own unit where it is no voltage.

    gain: file units per mV for an ECG without a scale or a unit, None where nobody said so.
    """
    factor = mv_per_unit(signal.unit)
    is_ecg = factor is not None or (not signal.unit and _is_named_ecg(signal.label))
    unit = "mV" if is_ecg else signal.unit
    scale, zero, base = _scale(signal)
    is_known = scale is not None and (factor is not None or not is_ecg)
    times = factor if factor is not None else 1.0
    if is_ecg and not is_known:
        times = 1 / (gain or 1.0)
    channel = EdfChannel(
        signal.offset, signal.per_record, zero, (scale or 1.0) * times, base * times
    )
    return Calibration(channel, unit, is_known)


def _scale(signal: EdfSignal) -> tuple[float | None, float, float]:
    """Return units per level, the level and the value at the lower end; None without a scale.

    The digital range may be upside down: some devices turn a signal so.
    """
    (low, high), (least, most) = signal.physical, signal.digital
    if low is None or high is None or least is None or most is None:
        return None, 0.0, 0.0
    if least == most or low == high or max(map(abs, (low, high, least, most))) > _LARGEST:
        return None, 0.0, 0.0
    scale = (high - low) / (most - least)
    return (scale, least, low) if scale and math.isfinite(scale) else (None, 0.0, 0.0)


def are_ecg(leads: Sequence[Lead]) -> tuple[bool, ...]:
    """Tell of each lead whether it is an ECG.

    Recordings of sleep hold other voltages under many names. Where a signal is called an
    ECG, only such and standard leads are; elsewhere electrodes of an EEG are none.
    """
    names = [lead.file_name or lead.name for lead in leads]
    if any(_SAYS_ECG.search(name) for name in names):
        return tuple(
            lead.is_ecg and _is_named_ecg(name) for lead, name in zip(leads, names, strict=True)
        )
    # German chest leads are C1 to C6, as electrodes are.
    has_limbs = any(normalise_lead(name) in LIMB_LEADS for name in names)
    return tuple(
        lead.is_ecg and (has_limbs or _EEG.fullmatch(name) is None)
        for lead, name in zip(leads, names, strict=True)
    )


def _is_named_ecg(label: str) -> bool:
    is_named = _SAYS_ECG.search(label) is not None or normalise_lead(label) in STANDARD_LEADS
    return is_named and sounds_like_ecg(label)


def reference_of(signals: Sequence[EdfSignal], leads: Sequence[Lead]) -> int:
    """Return the samples in a data record of the fastest ECG, or of the fastest signal."""
    ecg = [x.per_record for x, lead in zip(signals, leads, strict=True) if lead.is_ecg]
    return max(ecg or [signal.per_record for signal in signals])


def about_rates(
    signals: Sequence[EdfSignal], leads: Sequence[Lead], reference: int, rate_hz: float
) -> list[Notice]:
    """Return a sentence each for leads that are held and for those that are thinned."""
    names: dict[int, list[str]] = {}
    for signal, lead in zip(signals, leads, strict=True):
        if signal.per_record != reference:
            names.setdefault(signal.per_record, []).append(lead.name)
    return [
        _about_rate(", ".join(named), own * rate_hz / reference, rate_hz)
        for own, named in sorted(names.items())
    ]


def _about_rate(names: str, own_hz: float, rate_hz: float) -> Notice:
    if own_hz < rate_hz:
        return Notice(f"{names}: {own_hz:g} Hz, shown at {rate_hz:g} Hz by holding each sample.")
    return Notice(f"{names}: {own_hz:g} Hz, shown at {rate_hz:g} Hz by leaving samples out.")
