"""Reads plain text: a line "ecg RATE_HZ LEAD…", then a line of millivolts a sample."""

from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.reader import Reader

READER = Reader("Plain text", (".ecgtxt",), "ecg_example.reader")


def can_open(path: Path, beginning: bytes) -> bool:
    """Tell from its name and its first bytes whether a file is one of these."""
    return path.suffix.lower() == ".ecgtxt" and beginning.startswith(b"ecg ")


def open_record(path: Path, _hints: ImportHints | None = None) -> Record:
    """Describe the recording; raises EcgError with the file's name."""
    head, _, body = path.read_text(encoding="utf-8", errors="replace").partition("\n")
    try:
        _, rate, *names = head.split()
        values = np.array(body.split(), dtype=np.float32).reshape(-1, len(names)).T
        rate_hz = float(rate)
    except (ValueError, ZeroDivisionError) as error:
        raise EcgError(f"{path.name} is damaged: {error}.") from error
    if not 0 < rate_hz < 1e6:
        raise EcgError(f"{path.name} names an impossible rate of {rate_hz:g} Hz.")
    return Record(
        record_id=record_id(rate_hz, names, [1.0] * len(names), values.shape[1], (path,)),
        name=path.stem,
        path=path,
        format="plain text",
        rate_hz=rate_hz,
        n_samples=values.shape[1],
        leads=leads_of([Channel(name, "mV") for name in names]),
        source=HeldSignal(values),
        files=(path,),
    )
