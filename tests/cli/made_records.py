"""Small WFDB records for tests of commands."""

from pathlib import Path

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.signal.leads import STANDARD_LEADS

GAIN = 1000


def write_record(
    folder: Path,
    name: str,
    values_mv: Samples,
    leads: tuple[str, ...] = STANDARD_LEADS,
    rate_hz: float = 500.0,
) -> Path:
    """Write (n_leads, n_samples) in mV as WFDB format 16 and return the header's path."""
    folder.mkdir(parents=True, exist_ok=True)
    adc = np.round(np.nan_to_num(values_mv) * GAIN).astype("<i2")
    adc.T.tofile(folder / f"{name}.dat")
    lines = [f"{name} {len(leads)} {rate_hz:g} {adc.shape[1]}"]
    lines += [
        f"{name}.dat 16 {GAIN}(0)/mV 16 0 {row[0]} 0 0 {lead}"
        for row, lead in zip(adc, leads, strict=True)
    ]
    header = folder / f"{name}.hea"
    header.write_text("\n".join(lines) + "\n")
    return header
