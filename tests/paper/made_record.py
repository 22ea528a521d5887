"""Records made of arrays, for tests of the paper."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.paper.supply import Supply
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.tiles import TileCache
from tests.array_source import ArraySource


def made_record(
    samples: Samples,
    leads: Sequence[str | Lead] = STANDARD_LEADS,
    rate_hz: float = 500.0,
    annotations: Sequence[Annotation] = (),
    *,
    synthetic: bool = False,
) -> Record:
    return Record(
        record_id="made",
        name="made",
        path=Path("made.hea"),
        format="array",
        rate_hz=rate_hz,
        n_samples=samples.shape[1],
        leads=tuple(
            Lead(lead, index) if isinstance(lead, str) else lead for index, lead in enumerate(leads)
        ),
        source=ArraySource(samples),
        annotations=tuple(annotations),
        synthetic=synthetic,
    )


def flat(seconds: float = 10.0, n_leads: int = 12, rate_hz: float = 500.0) -> Samples:
    return np.zeros((n_leads, round(seconds * rate_hz)), dtype=np.float32)


def supply_of(record: Record) -> Supply:
    """A supply with every raw sample at hand."""
    tiles = TileCache(len(record.leads), record.n_samples)
    tiles.put(0, record.read(0, record.n_samples))
    return Supply(record, tiles)
