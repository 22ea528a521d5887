"""The header of EDF and BDF files.

Sources: Kemp et al. 1992 (EDF), Kemp & Olivan 2003 (EDF+), BioSemi's description of BDF.
"""

import math
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice

EDF_VERSION: Final = b"0       "
BDF_VERSION: Final = b"\xffBIOSEMI"
BLOCK_BYTES: Final = 256
_MAX_SIGNALS = 4_096
# The widths of a signal's fields, each of which stands for all signals together.
_WIDTHS = (16, 80, 8, 8, 8, 8, 8, 80, 8, 32)
_ANNOTATIONS = ("EDF Annotations", "BDF Annotations")


@dataclass(frozen=True, slots=True)
class EdfSignal:
    """One signal, or one channel of annotations.

    physical, digital: the values at the lower and the upper end, None where the header has
    no number. per_record: samples in a data record. offset: bytes before its first one.
    """

    label: str
    transducer: str
    unit: str
    physical: tuple[float | None, float | None]
    digital: tuple[float | None, float | None]
    filters: str
    per_record: int
    offset: int

    @property
    def holds_annotations(self) -> bool:
        """Whether its bytes are lists of annotations, and no samples."""
        return self.label in _ANNOTATIONS


@dataclass(frozen=True, slots=True)
class EdfHeader:
    """What a file says before its data records.

    kind: "EDF", "EDF+C", "EDF+D", "BDF" …. date, time: as they stand there. sample_bytes: 2,
    3 in BDF. n_records: whole data records that the file holds. record_s: seconds of one,
    None where the header has no number above 0. warnings: what was odd.
    """

    path: Path
    kind: str
    patient: str
    recording: str
    date: str
    time: str
    sample_bytes: int
    header_bytes: int
    record_bytes: int
    n_records: int
    record_s: float | None
    signals: tuple[EdfSignal, ...]
    warnings: tuple[Notice, ...]

    @property
    def is_plus(self) -> bool:
        """Whether the file says that it keeps to EDF+, which orders the free texts."""
        return "+" in self.kind

    @property
    def has_gaps(self) -> bool:
        """Whether data records need not follow each other without a gap."""
        return self.kind.endswith("+D")


def read_header(path: Path) -> EdfHeader:
    """Parse a file's header. Raises EcgError where the file is none or is cut short in it,
    OSError where it cannot be read.
    """
    with path.open("rb") as file:
        fixed = file.read(BLOCK_BYTES)
        is_bdf = fixed.startswith(BDF_VERSION)
        if not is_bdf and not fixed.startswith(EDF_VERSION):
            raise EcgError(f"{path.name} is no EDF or BDF file: it does not begin as these do.")
        n_signals = whole_number(_text(fixed[252:256]))
        if n_signals is None or not 0 < n_signals <= _MAX_SIGNALS:
            raise EcgError(f"{path.name}: the header does not say how many signals there are.")
        rest = file.read(BLOCK_BYTES * n_signals)
        n_bytes = path.stat().st_size
    if len(fixed) + len(rest) < BLOCK_BYTES * (n_signals + 1):
        raise EcgError(f"{path.name} is cut short in its header, so it holds no signal.")
    width = 3 if is_bdf else 2
    signals = _signals(path, rest, n_signals, width)
    header_bytes = BLOCK_BYTES * (n_signals + 1)
    record_bytes = sum(signal.per_record for signal in signals) * width
    whole = (n_bytes - header_bytes) // record_bytes if record_bytes else 0
    n_records, warnings = _n_records(path, _text(fixed[236:244]), whole)
    if whole_number(_text(fixed[184:192])) != header_bytes:
        warnings.append(Notice("The header gives a wrong length of itself, which is not used."))
    record_s = number(_text(fixed[244:252]))
    return EdfHeader(
        path=path,
        kind=_kind(_text(fixed[192:236]), is_bdf=is_bdf),
        patient=_text(fixed[8:88]),
        recording=_text(fixed[88:168]),
        date=_text(fixed[168:176]),
        time=_text(fixed[176:184]),
        sample_bytes=width,
        header_bytes=header_bytes,
        record_bytes=record_bytes,
        n_records=n_records,
        record_s=record_s if record_s is not None and record_s > 0 else None,
        signals=signals,
        warnings=tuple(warnings),
    )


def number(text: str) -> float | None:
    """Return the number in a header's field, None where there is none."""
    try:
        # Some programs write the decimal comma of their country.
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def whole_number(text: str) -> int | None:
    """Return the whole number in a header's field, None where there is none."""
    value = number(text)
    return int(value) if value is not None and value == int(value) else None


def _text(field: bytes) -> str:
    """Decode a field: ASCII by the standard, but a µ comes as UTF-8 or as Latin-1."""
    try:
        text = field.decode("utf-8")
    except UnicodeDecodeError:
        text = field.decode("latin-1")
    printable = "".join(x if x.isprintable() else " " for x in text.split("\0")[0])
    return " ".join(printable.split())


def _signals(path: Path, content: bytes, n_signals: int, width: int) -> tuple[EdfSignal, ...]:
    columns = []
    start = 0
    for size in _WIDTHS:
        columns.append([_text(content[start + i * size :][:size]) for i in range(n_signals)])
        start += size * n_signals
    counts = [whole_number(text) for text in columns[8]]
    for label, count in zip(columns[0], counts, strict=True):
        if count is None or count < 0:
            raise EcgError(
                f"{path.name}: the header does not say how many samples of "
                f"{label or 'a signal'} stand in a data record."
            )
    known = [count or 0 for count in counts]
    offsets = accumulate((count * width for count in known), initial=0)
    return tuple(
        EdfSignal(
            label=label,
            transducer=transducer,
            unit=unit,
            physical=(number(low), number(high)),
            digital=(number(least), number(most)),
            filters=filters,
            per_record=count,
            offset=offset,
        )
        for label, transducer, unit, low, high, least, most, filters, count, offset in zip(
            *columns[:8], known, offsets, strict=False
        )
    )


def _n_records(path: Path, promised: str, whole: int) -> tuple[int, list[Notice]]:
    """Return how many data records there are, and what is odd about that."""
    if whole < 1:
        raise EcgError(f"{path.name} holds no whole data record, so there is no signal in it.")
    said = whole_number(promised)
    # -1 stands there while a recording goes on, and stays if the recorder is stopped hard.
    if said is None or said < 1:
        told = Notice("The header does not give the length: it is taken from the file's size.")
        return whole, [told]
    if said > whole:
        told = Notice(f"The file is cut short: it holds {whole} of {said} data records.")
        return whole, [told]
    if said < whole:
        told = Notice(f"Behind the {said} data records lie more bytes, which are not shown.")
        return said, [told]
    return said, []


def _kind(reserved: str, *, is_bdf: bool) -> str:
    bare = "BDF" if is_bdf else "EDF"
    said = reserved[:5].upper()
    return bare + said[3:] if said[3:] in ("+C", "+D") else bare
