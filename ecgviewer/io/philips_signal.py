"""The signals in a Philips file: the rhythm and the beats that stand for all.

Source: Philips ECG schemas 1.03 and 1.04.01 (resolution in µV, times in ms, an offset is to be
subtracted), and C. A. Watford's Sierra ECG Tools for how limb leads are packed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Samples
from ecgviewer.io.ecg_xml import attribute_of, count_of, from_base64, number_of, words_of
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.philips_xli import unpack_leads
from ecgviewer.signal.leads import LIMB_LEADS, STANDARD_LEADS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Counts = NDArray[np.int64]

_UV_PER_MV = 1_000.0
_MS_PER_S = 1_000.0
# How a patient wired for the standard twelve leads is called, in 1.03 and 1.04.
_TWELVE_LEADS = ("STD-12", "10-WIRE")
# Signals pack to a fifth; flat lines and calibration pulses to far less. Beyond this, a file
# that unpacks to much is damage or a trap.
_ALWAYS_UNPACKED, _MAX_RATIO = 1_000_000, 100
_MAX_LEADS = 64
_HIGHEST_OFFSET = 1 << 31
_PULSE_MV, _PULSE_TOLERANCE = 1.0, 0.02


@dataclass(frozen=True, eq=False)
class PhilipsSignal:
    """Leads as a file tells of them.

    values: float32 (n_leads, n_samples), mV, NaN where a lead has no signal; µV / 1000 where
    the file gives no resolution (is_calibrated False). are_named: whether the file says which
    leads they are.
    """

    names: tuple[str, ...]
    values: Samples
    rate_hz: float
    resolution_uv: float
    is_calibrated: bool
    are_named: bool
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """How samples are written: their encoding, packing, width, offset and scale."""

    encoding: str
    packing: str
    dtype: str
    offset: int
    resolution_uv: float | None

    def mv(self, counts: Counts) -> Samples:
        """Return float32 mV of any shape."""
        scale = (self.resolution_uv or 1.0) / _UV_PER_MV
        return ((counts - self.offset) * scale).astype(np.float32)


def read_rhythm(path: Path, root: "Element", hints: ImportHints | None) -> PhilipsSignal:
    """Return the leads of the recording itself, without the calibration pulse at its end.

    hints: the sampling rate, where the file lacks it. Raises EcgError where there is no
    signal, it is damaged or written in a way that is not known.
    """
    waves = root.find(".//parsedwaveforms")
    if waves is None:
        waves = root.find(".//leadwaveforms")
    if waves is None:
        raise EcgError(_absent(path, root))
    about = root.find("dataacquisition/signalcharacteristics")
    form = _form(path, waves, about)
    names, are_named = _names(waves, about)
    rate_hz = _rate_hz(path, waves, about, hints)
    duration_ms = count_of(attribute_of(waves, "durationperchannel"))
    n_samples = round((duration_ms or 0) * rate_hz / _MS_PER_S)
    if waves.tag == "leadwaveforms":
        names, counts, said = _lead_by_lead(path, waves, form)
        are_named = True
    else:
        counts, said = _all_leads(path, waves, form, names, n_samples)
    counts, pulse = _without_pulse(counts, form, rate_hz)
    return PhilipsSignal(
        names=names[: len(counts)],
        values=_filled(counts, form),
        rate_hz=rate_hz,
        resolution_uv=form.resolution_uv or 1.0,
        is_calibrated=form.resolution_uv is not None,
        are_named=are_named,
        warnings=(*said, *pulse, *_uncalibrated(form)),
    )


def read_usual_beats(path: Path, root: "Element") -> PhilipsSignal | None:
    """Return the beats that stand for all of each lead, None where the file has none.

    Raises EcgError where they are damaged or written in a way that is not known.
    """
    beats = root.find(".//repbeats")
    found = [] if beats is None else beats.findall("repbeat")
    if beats is None or not found or len(found) > _MAX_LEADS:
        return None
    form = _form(path, beats, None)
    leads: list[Counts] = []
    rates: set[float] = set()
    for beat in found:
        inner = beat.find("waveform")
        wave = beat if inner is None else inner
        lead = attribute_of(beat, "leadname")
        leads.append(_decoded(path, wave.text, form, f"the usual beat of {lead}"))
        duration_ms = number_of(attribute_of(wave, "duration"))
        if duration_ms:
            rates.add(leads[-1].size * _MS_PER_S / duration_ms)
    # 1.03 need not give the rate: then the beats' length and duration tell it.
    rate_hz = number_of(attribute_of(beats, "samplespersec")) or (
        rates.pop() if len(rates) == 1 else None
    )
    if not rate_hz or not 1 <= rate_hz < 1e6 or not any(lead.size for lead in leads):
        raise EcgError(f"The usual beats in {path.name} have no samples or no rate.")
    return PhilipsSignal(
        names=tuple(attribute_of(beat, "leadname") for beat in found),
        values=_filled(leads, form),
        rate_hz=rate_hz,
        resolution_uv=form.resolution_uv or 1.0,
        is_calibrated=form.resolution_uv is not None,
        are_named=True,
        warnings=tuple(_uncalibrated(form)),
    )


def _absent(path: Path, root: "Element") -> str:
    elsewhere = root.find(".//unparsedwaveforms")
    if elsewhere is not None:
        return f"{path.name} keeps its signal in another file, which is not read: export it whole."
    return f"{path.name} holds no signal, only what is known about the recording."


def _uncalibrated(form: _Form) -> list[Notice]:
    if form.resolution_uv is not None:
        return []
    return [Notice("The file gives no resolution: its units are shown as if each were 1 µV.")]


def _form(path: Path, waves: "Element", about: "Element | None") -> _Form:
    bits = count_of(_either(waves, ("bitspersample", "nbitspersample"), about, "bitspersample"))
    is_signed = _either(waves, ("signalsigned",), about, "signalsigned") != "False"
    if bits not in (None, 8, 16, 32):
        raise EcgError(f"{path.name} has samples of {bits} bits, which are not read.")
    is_packed = attribute_of(waves, "compressflag") != "False"
    packing = attribute_of(waves, "compressmethod") or attribute_of(waves, "compression")
    resolution = _either(waves, ("resolution",), about, "resolution") or words_of(
        about, "signalresolution"
    )
    resolution_uv = number_of(resolution)
    offset = number_of(_either(waves, ("signaloffset",), about, "signaloffset")) or 0.0
    if abs(offset) > _HIGHEST_OFFSET:
        raise EcgError(f"{path.name} has an offset of {offset:g} units: it is damaged.")
    return _Form(
        encoding=attribute_of(waves, "dataencoding"),
        packing="" if not is_packed or packing in ("Uncompressed", "None") else packing,
        dtype=f"<{'i' if is_signed else 'u'}{(bits or 16) // 8}",
        offset=round(offset),
        resolution_uv=resolution_uv if resolution_uv and 1e-6 < resolution_uv < 1e6 else None,
    )


def _either(waves: "Element", names: Sequence[str], about: "Element | None", element: str) -> str:
    """Return what stands beside the samples, which later devices may have changed, or else
    what was so when they were recorded.
    """
    beside = next(filter(None, (attribute_of(waves, name) for name in names)), "")
    return beside or words_of(about, element)


def _names(waves: "Element", about: "Element | None") -> tuple[tuple[str, ...], bool]:
    """Return the leads' names, and whether the file tells them."""
    labels = tuple(attribute_of(waves, "leadlabels").split())
    n_leads = count_of(attribute_of(waves, "numberofleads")) or count_of(
        words_of(about, "numberchannelsallocated")
    )
    n_leads = min(n_leads or len(labels) or len(STANDARD_LEADS), _MAX_LEADS)
    if labels:
        return labels[:n_leads], True
    if words_of(about, "acquisitiontype") in _TWELVE_LEADS:
        extra = tuple(f"Channel {n}" for n in range(len(STANDARD_LEADS) + 1, n_leads + 1))
        return (*STANDARD_LEADS[:n_leads], *extra), True
    return tuple(f"Channel {n}" for n in range(1, n_leads + 1)), False


def _rate_hz(
    path: Path, waves: "Element", about: "Element | None", hints: ImportHints | None
) -> float:
    rate = number_of(_either(waves, ("samplespersecond",), about, "samplingrate"))
    rate = rate or (hints.fs_hz if hints is not None else None)
    if not rate:
        raise EcgError(
            f"{path.name} does not say how many samples a second it has: give it with --fs-hz."
        )
    if not 1 <= rate < 1e6:
        raise EcgError(f"{path.name} says that it has {rate:g} samples a second: it is damaged.")
    return rate


def _decoded(path: Path, text: str | None, form: _Form, what: str) -> Counts:
    """Return unpacked samples, int64 (n,)."""
    if form.packing:
        raise EcgError(f"{path.name} packs {what} by {form.packing}, which is not read.")
    if form.encoding == "Plain":
        try:
            counts = np.array((text or "").split(), dtype=np.int64)
        except (ValueError, OverflowError) as error:
            raise EcgError(f"{what.capitalize()} in {path.name} is damaged.") from error
        if counts.size and np.abs(counts).max() > 1 << 31:
            raise EcgError(f"{what.capitalize()} in {path.name} is damaged.")
        return counts
    _check_encoding(path, form)
    content = from_base64(path, text, what)
    width = np.dtype(form.dtype).itemsize
    return np.frombuffer(content[: len(content) // width * width], form.dtype).astype(np.int64)


def _check_encoding(path: Path, form: _Form) -> None:
    if form.encoding != "Base64":
        raise EcgError(
            f"{path.name} writes its signal as {form.encoding or 'something unsaid'}; only Base64 "
            "and plain numbers are read."
        )


def _all_leads(
    path: Path, waves: "Element", form: _Form, names: tuple[str, ...], n_samples: int
) -> tuple[list[Counts], list[Notice]]:
    """Return the leads that follow each other in one text, and what was odd."""
    if n_samples < 1:
        raise EcgError(f"{path.name} does not say how long its leads are: it is damaged.")
    if form.packing != "XLI":
        counts = _decoded(path, waves.text, form, "the signal")
        leads = [counts[at : at + n_samples] for at in range(0, counts.size, n_samples)]
        leads = leads[: len(names)]
        if not leads:
            raise EcgError(f"{path.name} holds no samples: it is damaged.")
        return leads, _short(leads, names, n_samples)
    _check_encoding(path, form)
    content = from_base64(path, waves.text, "the leads")
    most = max(_ALWAYS_UNPACKED, _MAX_RATIO * len(content))
    if n_samples * len(names) > most:
        raise EcgError(
            f"{path.name} would unpack to {n_samples * len(names):,} samples, far more than a "
            "file of its size holds: it is damaged or a trap."
        )
    try:
        leads = unpack_leads(content, len(names), n_samples)
    except ValueError as error:
        raise EcgError(f"The packed signal in {path.name} is damaged: {error}.") from error
    return _with_limb_leads(path, leads, names), _short(leads, names, n_samples)


def _short(leads: Sequence[Counts], names: Sequence[str], n_samples: int) -> list[Notice]:
    there = zip(leads, names, strict=False)
    said = [_too_early([name for lead, name in there if lead.size < n_samples])]
    return [*filter(None, [*said, _absent_leads(names[len(leads) :])])]


def _too_early(names: Sequence[str]) -> Notice | None:
    return Notice(f"These leads end too early: {', '.join(names)}.") if names else None


def _absent_leads(names: Sequence[str]) -> Notice | None:
    told = Notice(f"The file names leads that it does not hold: {', '.join(names)}.")
    return told if names else None


def _with_limb_leads(path: Path, leads: list[Counts], names: tuple[str, ...]) -> list[Counts]:
    """Return leads with III, aVR, aVL and aVF, of which XLI keeps how far they lie from what
    follows from I and II.
    """
    follow = [name for name in names if name in LIMB_LEADS[2:]]
    if not follow:
        return leads
    if names[:6] != LIMB_LEADS:
        raise EcgError(
            f"{path.name} packs its leads in an order ({' '.join(names)}) for which it is not "
            f"known how {follow[0]} is kept."
        )
    shortest = min(lead.size for lead in leads[:6])
    first, second, third, right, left, foot = (lead[:shortest] for lead in leads[:6])
    third = second - first - third
    right = -right - (first + second) // 2
    left = (first - third) // 2 - left
    foot = (second + third) // 2 - foot
    return [first, second, third, right, left, foot, *leads[6:]]


def _lead_by_lead(
    path: Path, waves: "Element", form: _Form
) -> tuple[tuple[str, ...], list[Counts], list[Notice]]:
    """Return the names and samples of leads that have an element each."""
    found = waves.findall("leadwaveform")[:_MAX_LEADS]
    names = tuple(attribute_of(wave, "leadname") for wave in found)
    leads = [
        _decoded(path, wave.text, form, f"lead {name}")
        for wave, name in zip(found, names, strict=True)
    ]
    if not any(lead.size for lead in leads):
        raise EcgError(f"{path.name} holds no samples: it is damaged.")
    starts = {number_of(attribute_of(wave, "starttime")) or 0.0 for wave in found}
    if len(starts) > 1:
        raise EcgError(
            f"The leads of {path.name} begin at different times, which is not read: "
            "export them side by side."
        )
    return names, leads, _short(leads, names, max(lead.size for lead in leads))


def _without_pulse(
    counts: list[Counts], form: _Form, rate_hz: float
) -> tuple[list[Counts], list[Notice]]:
    """Return leads without the pulse of 1 mV that recorders add behind the ECG.

    It stands in all leads at the same samples, which no heart can do: I, II and III = II - I
    are never alike unless they are zero.
    """
    n_samples = counts[0].size
    if form.resolution_uv is None or len(counts) < 3 or {x.size for x in counts} != {n_samples}:
        return counts, []
    stacked = np.stack(counts)
    differ = np.flatnonzero((stacked != stacked[0]).any(axis=0))
    start = int(differ[-1]) + 1 if differ.size else 0
    levels_mv = (np.unique(stacked[0, start:]) - form.offset) * form.resolution_uv / _UV_PER_MV
    is_pulse = levels_mv.size == 2 and np.allclose(
        levels_mv, (0.0, _PULSE_MV), atol=_PULSE_TOLERANCE
    )
    if not is_pulse or not start:
        return counts, []
    seconds = (n_samples - start) / rate_hz
    return [lead[:start] for lead in counts], [
        Notice(
            f"The last {seconds:.2f} s hold the recorder's calibration pulse, 1 mV in every lead, "
            "and no ECG: they are left out."
        )
    ]


def _filled(leads: Sequence[Counts], form: _Form) -> Samples:
    """Return float32 (n_leads, n) in mV, NaN behind leads that are shorter than others."""
    values = np.full((len(leads), max(lead.size for lead in leads)), np.nan, dtype=np.float32)
    for row, lead in zip(values, leads, strict=True):
        row[: lead.size] = form.mv(lead)
    return values
