"""Writes WFDB records (formats 16, 24, 32 and 212) and beat annotation files.

Source: WFDB Applications Guide, header(5), signal(5), annot(5).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Samples
from ecgviewer.io.annotation_marks import RHYTHM_SYMBOL, Mark, write_marks

SignalFormat = Literal[16, 24, 32, 212]
Levels = NDArray[np.int64]

BITS: Final = {16: 16, 24: 24, 32: 32, 212: 12}
"""Signal format -> bits of a sample."""


def write_record(
    stem: Path,
    signals_mv: Samples,
    rate_hz: float,
    leads: Sequence[str],
    *,
    comments: Iterable[str] = (),
    units_per_mv: float = 1000.0,
    signal_format: SignalFormat = 16,
) -> None:
    """Write ``stem``.hea and ``stem``.dat; NaN becomes the format's invalid sample.

    signals_mv: (n_leads, n_samples). Raises ValueError if a sample does not fit the
    format, or if the leads are not as many as the signals.
    """
    if len(leads) != len(signals_mv):
        raise ValueError(f"{len(leads)} leads for {len(signals_mv)} signals")
    units = _to_units(signals_mv, units_per_mv, BITS[signal_format])
    stem.with_suffix(".dat").write_bytes(packed(units, signal_format))
    lines = [f"{stem.name} {len(leads)} {rate_hz:g} {units.shape[1]}"]
    for lead, samples in zip(leads, units, strict=True):
        lines.append(
            f"{stem.name}.dat {signal_format} {units_per_mv:g}(0)/mV {BITS[signal_format]} 0"
            f" {samples[0]} {checksum(int(samples.sum()))} 0 {lead}"
        )
    lines += [f"# {comment}" for comment in comments]
    # The same bytes on every system: header(5) allows LF everywhere.
    stem.with_suffix(".hea").write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def _to_units(signals_mv: Samples, units_per_mv: float, bits: int) -> Levels:
    """Return whole ADC units, (n_leads, n_samples)."""
    invalid = -(2 ** (bits - 1))
    scaled = np.rint(signals_mv.astype(np.float64) * units_per_mv)
    # The comparison is False for NaN.
    if np.any(scaled <= invalid) or np.any(scaled >= -invalid):
        raise ValueError(f"a sample does not fit {bits} bits at {units_per_mv:g} units per mV")
    return np.where(np.isnan(scaled), invalid, scaled).astype(np.int64)


def checksum(total: int) -> int:
    """Return the sum of all samples as a signed 16-bit number."""
    return (total + 0x8000) % 0x10000 - 0x8000


def packed(units: Levels, signal_format: SignalFormat) -> bytes:
    """Return the bytes of whole moments: (n_leads, n_samples), lead by lead within each.

    In format 212 a span in the middle of a file has to hold an even number of samples.
    """
    if signal_format == 212:
        return _pack_212(units)
    if signal_format == 24:
        words = np.ascontiguousarray(units.T, dtype="<i4").view(np.uint8)
        return words.reshape(-1, 4)[:, :3].tobytes()
    return units.T.astype("<i2" if signal_format == 16 else "<i4").tobytes()


def _pack_212(units: Levels) -> bytes:
    """Pack pairs of 12-bit samples, lead by lead within each moment, into three bytes."""
    flat = units.T.ravel() & 0xFFF
    if flat.size % 2:
        flat = np.append(flat, 0)
    first, second = flat[0::2], flat[1::2]
    middle = (first >> 8) | (second >> 8) << 4
    packed = np.stack([first & 0xFF, middle, second & 0xFF], axis=1)
    return packed.astype(np.uint8).tobytes()


def write_annotations(path: Path, annotations: Iterable[Annotation]) -> None:
    """Write an annotation file (MIT format); ``path`` ends in the annotator's name.

    Each annotation is written at its start, ordered by time; its label must be one of
    WFDB's symbols, or a rhythm such as "(AFIB", which is written as "+" with that text.
    Raises ValueError for another label, and for a text that is too long.
    """
    write_marks(path, map(_mark, annotations))


def _mark(annotation: Annotation) -> Mark:
    label, text = annotation.label, annotation.text
    if label.startswith("(") and len(label) > 1:
        label, text = RHYTHM_SYMBOL, label
    return Mark(annotation.start, label, text)
