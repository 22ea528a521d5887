"""What data sets say in their publications, not in their MAT files."""

import re
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.mat_layouts import Layout
from ecgviewer.io.units import mv_per_unit
from ecgviewer.io.wfdb_header import read_header
from ecgviewer.signal.leads import STANDARD_LEADS

_CPSC_2018_FIELDS = {"sex", "age", "data"}
_CPSC_2019_NAME = re.compile(r"data_\d{5}", re.IGNORECASE)
_CPSC_2019_SHAPE = (1, 5000)
_MAX_INFO_BYTES = 100_000
_INFO_RATE = re.compile(r"Sampling frequency:\s*([\d.eE+-]+)\s*Hz")
_INFO_ROW = re.compile(r"^\d+\s+(\S.*?)\s+([\d.eE+-]+)\s+(-?\d+)\s+(\S+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Convention:
    """What holds for every file of a data set. gain, baseline: file units per mV, at 0 mV."""

    source: str
    rate_hz: float
    leads: tuple[str, ...] | None
    gain: tuple[float, ...]
    baseline: tuple[float, ...]
    is_assumed: bool = True


def convention_of(file: Path, layout: Layout) -> Convention | None:
    """Return the convention that a file follows by its layout, None where none is known.

    Sources: CPSC 2018, struct ECG with sex, age and data, 500 Hz, 12 leads in standard
    order (Liu et al. 2018, doi:10.1166/jmihi.2018.2442); CPSC 2019, data_NNNNN.mat with
    10 s of ecg at 500 Hz (Gao et al. 2019); the amplitudes of both are mV.
    """
    if described := _described_beside(file, layout):
        return described
    is_float = not layout.is_integer
    inner = layout.fields.keys()
    if layout.path == ("ECG", "data") and inner >= _CPSC_2018_FIELDS and layout.n_leads == 12:
        return Convention("CPSC 2018", 500.0, STANDARD_LEADS, (1.0,), (0.0,)) if is_float else None
    is_2019 = layout.path == ("ecg",) and _CPSC_2019_NAME.fullmatch(file.stem)
    if is_2019 and (layout.n_leads, layout.n_samples) == _CPSC_2019_SHAPE and is_float:
        return Convention("CPSC 2019", 500.0, None, (1.0,), (0.0,))
    return None


def _described_beside(file: Path, layout: Layout) -> Convention | None:
    """Return what the .info file says that PhysioBank ATM puts beside its exports."""
    info = file.with_suffix(".info")
    if layout.path != ("val",) or not info.is_file():
        return None
    with info.open("rb") as content:
        text = content.read(_MAX_INFO_BYTES).decode("utf-8", errors="replace")
    rate, rows = _INFO_RATE.search(text), _INFO_ROW.findall(text)
    if rate is None or len(rows) != layout.n_leads:
        return None
    factors = [mv_per_unit(unit) for *_, unit in rows]
    try:
        gain = tuple(float(row[1]) / (f or 1.0) for row, f in zip(rows, factors, strict=True))
        rate_hz = float(rate[1])
    except ValueError:
        return None
    if min(gain) <= 0 or not 0.1 <= rate_hz <= 1e5 or None in factors:
        return None
    leads, bases = tuple(row[0] for row in rows), tuple(float(row[2]) for row in rows)
    return Convention(info.name, rate_hz, leads, gain, bases, is_assumed=False)


def suggested_hints(file: Path, layout: Layout) -> ImportHints:
    """Return rate and leads that files of this kind mostly have, for a person to confirm.

    Source: the challenges of 2017 (one lead, 300 Hz) and 2020/2021 (12 leads, mostly
    500 Hz) publish ``val``.
    """
    is_export = layout.path[-1:] == ("val",)
    if is_export and (described := _header_of_the_whole(file, layout)):
        return described
    if layout.n_leads == len(STANDARD_LEADS):
        return ImportHints(500.0, STANDARD_LEADS)
    return ImportHints(300.0 if is_export and layout.n_leads == 1 else None)


def _header_of_the_whole(file: Path, layout: Layout) -> ImportHints | None:
    """Return what the header of ``105m`` says for a piece of it, ``105m_10s.mat``."""
    stem = re.split(r"[_-]", file.stem)[0]
    path = file.with_name(f"{stem}.hea")
    try:
        header = read_header(path)
    except (EcgError, OSError):
        # Only a suggestion: what cannot be read suggests nothing.
        return None
    specs = header.signals
    per_mv = {spec.gain / factor for spec in specs if (factor := mv_per_unit(spec.unit))}
    if len(specs) != layout.n_leads or len(per_mv) != 1:
        return None
    return ImportHints(header.rate_hz, tuple(spec.name for spec in specs), per_mv.pop())
