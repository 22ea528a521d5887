"""The signals of an SCP-ECG record: decoded, put together from reference beat and remainder.

Source: EN 1064:2005+A1:2007, clauses 5.8 (section 5), 5.9 (section 6) and annex C.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.io.little_endian import LittleEndian
from ecgviewer.io.scp_bimodal import Integers, expanded, smoothed, stored_length
from ecgviewer.io.scp_huffman import Table, decode
from ecgviewer.io.scp_leads import BeatList, LeadList, LeadSpan

NV_PER_MV: Final = 1e6
# Where a file tells no amplitude: one microvolt a unit, said to be unknown.
_UNKNOWN_NV = 1_000
_MAX_FACTOR: Final = 16
_MAX_VALUES: Final = 16_000_000
_MAX_SPREAD: Final = 8
# Beats times leads: no record that fits the format's lengths has more.
_MAX_ZONES: Final = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """Section 5 or 6: encoded leads.

    nv_per_unit: 0 where the file does not say. interval_us: between samples. difference:
    how often the samples were differenced, 0 to 2. streams: the bytes of each lead.
    """

    nv_per_unit: int
    interval_us: int
    difference: int
    bimodal: bool
    streams: tuple[bytes, ...]

    @property
    def rate_hz(self) -> float:
        """Samples a second."""
        return 1e6 / self.interval_us

    @property
    def mv_per_unit(self) -> float:
        """Amplitude of one unit."""
        return (self.nv_per_unit or _UNKNOWN_NV) / NV_PER_MV


@dataclass(frozen=True, eq=False)
class Rhythm:
    """The rhythm of all leads.

    values: float32 (n_leads, n_samples) in mV, NaN where a lead was not recorded. short:
    lead numbers whose data end before the file says.
    """

    values: Samples
    rate_hz: float
    calibrated: bool
    short: tuple[int, ...]


def read_block(content: bytes, n_leads: int) -> Block:
    """Read section 5 or 6; raises ValueError if its beginning is damaged."""
    fields = LittleEndian(content)
    nv_per_unit, interval_us = fields.u16(), fields.u16()
    difference, bimodal = fields.u8(), fields.u8()
    if interval_us == 0:
        raise ValueError("it tells no time between samples")
    if difference > 2:
        raise ValueError(f"it takes differences {difference} times")
    sizes = [fields.u16() for _ in range(n_leads)]
    streams = tuple(fields.take(min(size, fields.left)) for size in sizes)
    return Block(nv_per_unit, interval_us, difference, bimodal == 1, streams)


def decoded(block: Block, lead: int, n_values: int, tables: Sequence[Table]) -> Integers:
    """Return up to ``n_values`` samples of one lead of a block, int64 in its units."""
    content = block.streams[lead]
    if tables:
        values = decode(content, n_values, tables)
    else:
        whole = min(len(content) // 2, n_values)
        values = np.frombuffer(content, dtype="<i2", count=whole).astype(np.int64)
    return _integrated(values, block.difference)


def _integrated(values: Integers, difference: int) -> Integers:
    """Undo differences; as many samples at the beginning are stored as they were."""
    if difference == 1:
        return np.cumsum(values)
    if difference == 2 and values.size > 1:
        slopes = values.copy()
        slopes[0], slopes[1] = 0, values[1] - values[0]
        twice: Integers = values[0] + np.cumsum(np.cumsum(slopes))
        return twice
    return values


def reference_beat(block: Block, beats: BeatList, tables: Sequence[Table]) -> list[Integers]:
    """Return the reference beat of each lead, int64 in the units of section 5."""
    n_samples = beats.length_ms * 1_000 // block.interval_us
    return [decoded(block, lead, n_samples, tables) for lead in range(len(block.streams))]


def as_samples(leads: Sequence[Integers], mv_per_unit: float) -> Samples:
    """Return leads of different lengths side by side: float32 (n_leads, n) in mV."""
    values = np.full((len(leads), max(x.size for x in leads)), np.nan, dtype=np.float32)
    for row, lead in zip(values, leads, strict=True):
        row[: lead.size] = lead * mv_per_unit
    return values


def read_rhythm(
    name: str,
    leads: LeadList,
    rhythm: Block,
    reference: Block | None,
    beats: BeatList | None,
    tables: Sequence[Table],
) -> Rhythm:
    """Decode section 6 and add the reference beats that were taken off.

    Raises EcgError, with ``name``, where parts are lacking or do not fit together.
    """
    _refuse_senseless(name, leads, reference, beats)
    factor = _factor(name, leads, rhythm, reference, beats)
    restored = []
    for at, span in enumerate(leads.leads):
        zones = _zones(span, rhythm, beats)
        stored = decoded(rhythm, at, stored_length(span.length, zones, factor), tables)
        if factor > 1:
            stored = smoothed(
                expanded(stored, span.length, zones, factor), zones, _cuts(span, beats)
            )
        restored.append(stored)
    values = _placed(name, leads, restored, rhythm.mv_per_unit)
    if leads.subtracted and reference is not None and beats is not None:
        _add_beats(values, leads, reference_beat(reference, beats, tables), reference, beats)
    lengths = zip(leads.leads, restored, strict=True)
    # Files that count from 0 often give the sample behind the last one as the last.
    short = [at for at, (x, there) in enumerate(lengths) if there.size < x.length - (x.first == 0)]
    if short and rhythm.bimodal and reference is None:
        raise _unknown_rates(name)
    whole = values.astype(np.float32)
    return Rhythm(whole, rhythm.rate_hz * factor, bool(rhythm.nv_per_unit), tuple(short))


def _refuse_senseless(
    name: str, leads: LeadList, reference: Block | None, beats: BeatList | None
) -> None:
    if leads.subtracted and (reference is None or beats is None or not beats.length_ms):
        raise EcgError(
            f"{name} stores its rhythm less a reference beat, which is absent or damaged: "
            "the ECG cannot be put together."
        )
    if beats and len(beats.beats) * len(leads.leads) > _MAX_ZONES:
        raise EcgError(f"{name} is damaged: section 4 tells of {len(beats.beats):,} beats.")


def _factor(
    name: str, leads: LeadList, rhythm: Block, reference: Block | None, beats: BeatList | None
) -> int:
    """Return how many samples of the record one stored sample of the rhythm stands for."""
    if reference is None or not (leads.subtracted or rhythm.bimodal):
        return 1
    factor, rest = divmod(rhythm.interval_us, reference.interval_us)
    if rest or not 1 <= factor <= _MAX_FACTOR:
        raise EcgError(
            f"{name} holds its rhythm at {rhythm.rate_hz:g} Hz and its reference beat at "
            f"{reference.rate_hz:g} Hz, which cannot be put together."
        )
    if factor > 1 and rhythm.bimodal and not (beats and any(x.protected for x in beats.beats)):
        raise _unknown_rates(name)
    return factor


def _unknown_rates(name: str) -> EcgError:
    return EcgError(
        f"{name} stores its rhythm at two rates, but not where: "
        "section 4 or 5 is absent or damaged, and the ECG cannot be put together."
    )


def _zones(span: LeadSpan, rhythm: Block, beats: BeatList | None) -> NDArray[np.int64]:
    """Return int64 (n, 2): the protected spans within a lead, from 0, ends excluded."""
    found = [beat.protected for beat in beats.beats if beat.protected] if beats else []
    if not (rhythm.bimodal and found):
        return np.zeros((0, 2), dtype=np.int64)
    zones = np.array(sorted(found), dtype=np.int64) - span.first + np.array([0, 1])
    zones = np.clip(zones, 0, span.length)
    # Where two meet, the second begins behind the first.
    zones[1:, 0] = np.maximum(zones[1:, 0], np.maximum.accumulate(zones[:, 1])[:-1])
    inside: NDArray[np.int64] = zones[zones[:, 0] < zones[:, 1]]
    return inside


def _cuts(span: LeadSpan, beats: BeatList | None) -> list[int]:
    """Return where smoothing must not reach across: the ends of subtracted spans, from 0."""
    spans = [beat.subtracted for beat in beats.beats if beat.subtracted] if beats else []
    return sorted({x - span.first for start, end in spans for x in (start, end + 1)})


def _placed(
    name: str, leads: LeadList, restored: Sequence[Integers], mv_per_unit: float
) -> NDArray[np.float64]:
    """Put each lead where it was recorded: float64 in mV, NaN where it was not."""
    starts = [span.first - leads.origin for span in leads.leads]
    n_samples = max(start + x.size for start, x in zip(starts, restored, strict=True))
    recorded = sum(x.size for x in restored)
    if recorded == 0:
        raise EcgError(f"{name} holds no sample that could be decoded.")
    # Leads that were recorded one after the other lie end to end, not far apart.
    if n_samples > _MAX_SPREAD * recorded or n_samples * len(restored) > _MAX_VALUES:
        raise EcgError(f"{name} is damaged: its leads would lie {n_samples:,} samples apart.")
    values = np.full((len(restored), n_samples), np.nan)
    for row, start, lead in zip(values, starts, restored, strict=True):
        row[start : start + lead.size] = lead * mv_per_unit
    return values


def _add_beats(
    values: NDArray[np.float64],
    leads: LeadList,
    reference: Sequence[Integers],
    block: Block,
    beats: BeatList,
) -> None:
    """Add the reference beat of each lead wherever it was subtracted."""
    for beat in beats.beats:
        if beat.subtracted is None:
            continue
        first, last = beat.subtracted
        # Sample of the reference beat, from 0, that lies under the record's first.
        shift = beats.fiducial - 1 - beat.fiducial + leads.origin
        for row, own in zip(values, reference, strict=True):
            start = max(first - leads.origin, -shift, 0)
            stop = min(last - leads.origin + 1, own.size - shift, row.size)
            if start < stop:
                row[start:stop] += own[start + shift : stop + shift] * block.mv_per_unit
