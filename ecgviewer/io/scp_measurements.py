"""Measured values in an SCP-ECG record: global (section 7) and of each lead (section 10).

Source: EN 1064:2005+A1:2007, clauses 5.10 and 5.13.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ecgviewer.io.little_endian import LittleEndian
from ecgviewer.io.scp_leads import lead_name

# 29999 and 29998 stand for "not computed" and "rejected", 19999 for a wave that is absent.
_ABSENT = 19_999
_NO_AXIS = 999
_BEAT_BYTES, _SPIKE_BYTES, _SPIKE_FACT_BYTES = 16, 4, 6
_MAX_LEADS = 256
_QTC_FORMULAS: Final = {1: "Bazett", 2: "Hodges"}
# Durations in ms, then amplitudes in µV, by their place in a lead's block.
_DURATIONS: Final = ("P", "PR", "QRS", "QT", "Q", "R", "S", "R'", "S'")
_AMPLITUDES: Final = {
    9: "Q", 10: "R", 11: "S", 12: "R'", 13: "S'", 14: "J", 15: "P+", 16: "P-", 17: "T+",
    18: "T-", 26: "ST J+20 ms", 27: "ST J+60 ms", 28: "ST J+80 ms",
}  # fmt: skip
_TIMES: Final = {24: "intrinsicoid deflection"}


@dataclass(frozen=True, slots=True)
class Spike:
    """A pacemaker's spike: ms from the record's beginning, µV."""

    time_ms: int
    amplitude_uv: int


@dataclass(frozen=True, slots=True)
class GlobalMeasurements:
    """Section 7: lines for a reader, and pacemaker spikes."""

    comments: tuple[str, ...] = ()
    spikes: tuple[Spike, ...] = ()


def read_global(content: bytes) -> GlobalMeasurements:
    """Read section 7; raises ValueError if its beginning is damaged."""
    fields = LittleEndian(content)
    n_beats, n_spikes, rr_ms, pp_ms = fields.u8(), fields.u8(), fields.u16(), fields.u16()
    # Some writers count more beats than they store.
    n_beats = min(n_beats, fields.left // _BEAT_BYTES)
    beats = [fields.i16s(_BEAT_BYTES // 2) for _ in range(n_beats)]
    n_spikes = min(n_spikes, fields.left // _SPIKE_BYTES)
    spikes = tuple(Spike(fields.u16(), fields.i16()) for _ in range(n_spikes))
    fields.take(min(n_spikes * _SPIKE_FACT_BYTES, fields.left))
    parts = [_mean("RR", rr_ms), _mean("PP", pp_ms), *_beat(beats[0] if beats else ())]
    parts += _more(fields)
    told = ", ".join(filter(None, parts))
    return GlobalMeasurements((f"Measured: {told}",) if told else (), spikes)


def _more(fields: LittleEndian) -> list[str]:
    """Read what follows the types of the beats: rates and QTc."""
    try:
        fields.take(fields.u16())
        ventricular, atrial, qtc_ms = fields.u16(), fields.u16(), fields.u16()
        formula = _QTC_FORMULAS.get(fields.u8(), "")
    except ValueError:
        return []
    by = f" ({formula})" if formula else ""
    return [
        f"ventricular rate {ventricular}/min" if _is_told(ventricular) else "",
        f"atrial rate {atrial}/min" if _is_told(atrial) else "",
        f"QTc {qtc_ms} ms{by}" if _is_told(qtc_ms) else "",
    ]


def _beat(beat: Sequence[int]) -> list[str]:
    """Return the intervals and axes of the reference beat."""
    if not beat:
        return []
    p_on, p_off, qrs_on, qrs_off, t_off, *axes = beat
    spans = (("P", p_on, p_off), ("PR", p_on, qrs_on), ("QRS", qrs_on, qrs_off))
    said = [
        f"{name} {stop - start} ms"
        for name, start, stop in (*spans, ("QT", qrs_on, t_off))
        if 0 <= start < stop < _ABSENT
    ]
    named = zip(("P", "QRS", "T"), axes, strict=True)
    angles = [f"{name} {angle}°" for name, angle in named if abs(angle) <= 360]
    # Blocks of nothing but zeros are not measured.
    return [*said, f"axes {' '.join(angles)}"] if said and angles else said


def _mean(name: str, value_ms: int) -> str:
    return f"mean {name} {value_ms} ms" if _is_told(value_ms) else ""


def _is_told(value: int) -> bool:
    return 0 < value < _ABSENT


def read_lead_measurements(content: bytes) -> tuple[str, ...]:
    """Read section 10: one line a lead; raises ValueError if it is damaged."""
    fields = LittleEndian(content)
    n_leads = fields.u16()
    fields.u16()
    if n_leads > _MAX_LEADS:
        raise ValueError(f"it announces {n_leads} leads")
    lines = (_lead_line(fields) for _ in range(n_leads))
    return tuple(line for line in lines if line)


def _lead_line(fields: LittleEndian) -> str:
    name = lead_name(fields.u16()) or "Unnamed lead"
    block = LittleEndian(fields.take(fields.u16()))
    values = block.i16s(block.left // 2)
    said = [
        f"{what} {value} ms"
        for what, value in zip(_DURATIONS, values, strict=False)
        if _is_told(value)
    ]
    for units, names in (("µV", _AMPLITUDES), ("ms", _TIMES)):
        told = ((what, values[at]) for at, what in names.items() if at < len(values))
        said += [f"{what} {x} {units}" for what, x in told if x and abs(x) < _ABSENT]
    return f"{name}: {', '.join(said)}" if said else ""
