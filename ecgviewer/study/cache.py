"""Recordings of a study as one array on disk, so that training reads at memory speed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS, find_lead
from ecgviewer.signal.resample import resample
from ecgviewer.study.dataset import Case

UV_PER_MV = 1000
LIMIT_UV = 32767


@dataclass(frozen=True, eq=False)
class Cache:
    """signals_uv: int16 (12, all samples) at rate_hz; case i spans starts[i]..stops[i]."""

    cases: tuple[Case, ...]
    signals_uv: NDArray[np.int16]
    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    rate_hz: float

    def read_mv(self, index: int) -> Samples:
        """Return one record, float32 (12, n_samples) in mV; an absent lead is zero."""
        span = self.signals_uv[:, self.starts[index] : self.stops[index]]
        values: Samples = span.astype(np.float32) / np.float32(UV_PER_MV)
        return values

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels of all cases, (n_cases, n_classes), NaN where not judged."""
        return np.array([case.cells for case in self.cases], dtype=np.float32)


def open_cache(cases: Sequence[Case], folder: Path, rate_hz: float, task: Task) -> Cache:
    """Return the cache of these cases, made below ``folder`` if it is not there yet."""
    place = folder / _digest(cases, rate_hz)
    if not (place / "spans.json").exists():
        _build(cases, place, rate_hz, task)
    stops = np.array(json.loads((place / "spans.json").read_text()), dtype=np.int64)
    starts = np.concatenate([[0], stops[:-1]])
    signals = np.load(place / "signals.npy", mmap_mode="r")
    return Cache(tuple(cases), signals, starts, stops, rate_hz)


def _digest(cases: Sequence[Case], rate_hz: float) -> str:
    facts: list[dict[str, Any]] = []
    for case in cases:
        stat = case.path.stat()
        facts.append({"name": f"{case.source}/{case.name}", "changed": stat.st_mtime_ns})
    text = json.dumps({"rate_hz": rate_hz, "cases": facts}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _build(cases: Sequence[Case], place: Path, rate_hz: float, task: Task) -> None:
    place.mkdir(parents=True, exist_ok=True)
    records = [open_record(case.path) for case in cases]
    lengths = [round(record.n_samples * rate_hz / record.rate_hz) for record in records]
    stops = np.cumsum(lengths)
    shape = (len(STANDARD_LEADS), int(stops[-1]))
    signals = np.lib.format.open_memmap(
        place / "signals.npy", mode="w+", dtype=np.int16, shape=shape
    )
    for index, (record, stop) in enumerate(zip(records, stops, strict=True)):
        signals[:, stop - lengths[index] : stop] = _microvolts(record, rate_hz)
        task.step(index + 1, len(records))
    signals.flush()
    # The spans come last and in one step: a cache without them is built anew.
    written = place / "spans.json.new"
    written.write_text(json.dumps(stops.tolist()))
    written.replace(place / "spans.json")


def _microvolts(record: Record, rate_hz: float) -> NDArray[np.int16]:
    values = record.read(0, record.n_samples)
    places = [find_lead(lead, record.lead_names) for lead in STANDARD_LEADS]
    rows = [np.zeros_like(values[0]) if place is None else values[place] for place in places]
    resampled = np.nan_to_num(resample(np.stack(rows), record.rate_hz, rate_hz))
    return np.clip(np.round(resampled * UV_PER_MV), -LIMIT_UV, LIMIT_UV).astype(np.int16)
