"""EDF, EDF+ and BDF files that tests write, as the specifications say and as devices do.

Clauses: EDF (Kemp et al. 1992) for the header and the data records, EDF+ 2.1.3 for patient and
recording, 2.2 for time-stamped annotation lists; BDF has three bytes a sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PATIENT = "MCH-0234567 F 02-MAY-1951 Haagse_Harriet"
RECORDING = "Startdate 02-MAR-2002 PSG-1234/2002 NN_Jones Telemetry03"


@dataclass(frozen=True)
class MadeSignal:
    """One signal: its integers, all data records one after the other, and its fields."""

    label: str
    levels: NDArray[np.int64]
    unit: str = "uV"
    physical: tuple[str, str] = ("-3276.8", "3276.7")
    digital: tuple[str, str] = ("-32768", "32767")
    transducer: str = ""
    filters: str = ""

    def values(self) -> NDArray[np.float64]:
        """Return the physical values by the formula of the specification."""
        low, high = map(float, self.physical)
        least, most = map(float, self.digital)
        levels = self.levels.astype(np.float64)
        return (levels - least) * (high - low) / (most - least) + low


@dataclass(frozen=True)
class MadeEdf:
    """A file. texts: TALs of each data record, as bytes, the time-keeping one first."""

    signals: Sequence[MadeSignal]
    n_records: int
    record_s: str = "1"
    kind: str = ""
    patient: str = PATIENT
    recording: str = RECORDING
    day: str = "02.03.02"
    clock: str = "10.20.30"
    promised: str | None = None
    texts: Sequence[bytes] = ()
    is_bdf: bool = False
    encoding: str = "latin-1"
    tail: bytes = b""
    fields: dict[str, str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """Write the file and return its path."""
        path.write_bytes(self.header() + self.records() + self.tail)
        return path

    @property
    def _list_bytes(self) -> int:
        width = 3 if self.is_bdf else 2
        longest = max((len(text) for text in self.texts), default=0)
        return -(-longest // width) * width

    def header(self) -> bytes:
        """Return the header: fixed fields, then each field of all signals."""
        n = len(self.signals) + bool(self.texts)
        promised = str(self.n_records) if self.promised is None else self.promised
        version = b"\xffBIOSEMI" if self.is_bdf else b"0       "
        fixed = [(self.patient, 80), (self.recording, 80), (self.day, 8), (self.clock, 8)]
        fixed += [(self.fields.get("header_bytes", str(256 * (n + 1))), 8), (self.kind, 44)]
        fixed += [(promised, 8), (self.record_s, 8), (self.fields.get("n_signals", str(n)), 4)]
        rows: list[tuple[str, ...]] = [
            (x.label, x.transducer, x.unit, *x.physical, *x.digital, x.filters, self._count(x), "")
            for x in self.signals
        ]
        if self.texts:
            rows.append(self._list_row())
        widths = (16, 80, 8, 8, 8, 8, 8, 80, 8, 32)
        columns = zip(*rows, strict=True)
        own = [(x, wide) for wide, column in zip(widths, columns, strict=True) for x in column]
        return version + b"".join(self._padded(text, wide) for text, wide in [*fixed, *own])

    def _count(self, signal: MadeSignal) -> str:
        return str(len(signal.levels) // self.n_records)

    def _list_row(self) -> tuple[str, ...]:
        label, half = ("BDF Annotations", 2**23) if self.is_bdf else ("EDF Annotations", 2**15)
        count = str(self._list_bytes // (3 if self.is_bdf else 2))
        return (label, "", "", "-1", "1", str(-half), str(half - 1), "", count, "")

    def _padded(self, text: str, wide: int) -> bytes:
        return text.encode(self.encoding).ljust(wide)[:wide]

    def records(self) -> bytes:
        """Return the data records: of each signal its samples, little end first."""
        parts = [self._packed(x.levels).reshape(self.n_records, -1) for x in self.signals]
        rows = [b"".join(part[i].tobytes() for part in parts) for i in range(self.n_records)]
        if self.texts:
            lists = [text.ljust(self._list_bytes, b"\0") for text in self.texts]
            rows = [row + text for row, text in zip(rows, lists, strict=True)]
        return b"".join(rows)

    def _packed(self, levels: NDArray[np.int64]) -> NDArray[np.uint8]:
        words = levels.astype("<i4").view(np.uint8).reshape(-1, 4)
        return np.ascontiguousarray(words[:, : 3 if self.is_bdf else 2]).reshape(-1)


def tal(onset: str, *texts: str, duration: str = "") -> bytes:
    """Return a time-stamped annotation list; without texts one that keeps time."""
    timed = onset.encode() + (b"\x15" + duration.encode() if duration else b"")
    return timed + b"\x14" + b"\x14".join(text.encode() for text in (texts or ("",))) + b"\x14\0"


def made_levels(n: int, seed: int = 0, bits: int = 16) -> NDArray[np.int64]:
    """Return random integers that use all bits."""
    half = 2 ** (bits - 1)
    return np.random.default_rng(seed).integers(-half, half, n)


def two_leads(**changed) -> MadeEdf:
    """Return five seconds of leads I and II at 100 Hz."""
    signals = [MadeSignal("ECG I", made_levels(500, 1)), MadeSignal("EKG II", made_levels(500, 2))]
    return MadeEdf(**{"signals": signals, "n_records": 5, **changed})


def continuous(**changed) -> MadeEdf:
    """Return the same as EDF+C with a list in each data record."""
    texts = [tal(f"+{second}") for second in range(5)]
    return two_leads(**{"kind": "EDF+C", "texts": texts, **changed})
