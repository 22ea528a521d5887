"""Records as any reader may give them, made of numbers, for what writers are tried on."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis, Lead, Patient, Record, Resolution
from ecgviewer.io.header_facts import diagnosis
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.signal.leads import STANDARD_LEADS

SYMBOLS = "NLRAVFQ/"
RATES_HZ = (100.0, 128.0, 250.0, 257.0, 360.0, 500.0, 977.5, 1000.0)


def made_record(
    values: np.ndarray,
    *,
    rate_hz: float = 500.0,
    leads: Sequence[Lead] | None = None,
    **facts: object,
) -> Record:
    """Return a record of these samples, (n_leads, n_samples); leads in standard order."""
    names = STANDARD_LEADS[: len(values)]
    own = leads or [Lead(name, place, file_name=name) for place, name in enumerate(names)]
    return Record(
        record_id="5" * 64,
        name="made",
        path=Path("made.hea"),
        format="made",
        rate_hz=rate_hz,
        n_samples=values.shape[1],
        leads=tuple(own),
        source=HeldSignal(values.astype(np.float32)),
        **facts,  # type: ignore[arg-type]
    )


def full_record(n_samples: int = 5000) -> Record:
    """Return a record that has one of everything."""
    rng = np.random.default_rng(3)
    levels = rng.integers(-2000, 2000, size=(12, n_samples))
    return made_record(
        (levels / 1000).astype(np.float32),
        started_at=datetime(2019, 3, 1, 22, 4, 5, 678000),
        annotations=(
            Annotation(0, 0, "(AFIB", source="atr"),
            Annotation(100, 140, "p", source="atr", peak=120),
            Annotation(400, 400, "N", source="atr"),
            Annotation(900, 900, "V", source="atr"),
            Annotation(1300, 1300, "N", source="atr"),
            Annotation(2000, 2000, '"', text="cough", source="atr"),
        ),
        patient=Patient(63.0, "F"),
        diagnoses=(diagnosis("164889003"), diagnosis("59118001")),
        comments=("Recorder: on the wall",),
        personal=(("name", "Jane Doe"), ("patient id", "4711"), ("birth date", "1955-07-09")),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw records: levels or floats, gaps, every kind of fact."""
    n_leads, n_samples = draw(st.integers(1, 4)), draw(st.integers(60, 400))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    per_mv = draw(st.sampled_from([200.0, 204.8, 1000.0, 409.6, 1 / 0.00244, 26214.4]))
    baseline = draw(st.sampled_from([0, 1024, -7]))
    levels = rng.integers(-2000, 2000, size=(n_leads, n_samples))
    values = ((levels - baseline) / per_mv).astype(np.float32)
    if draw(st.booleans()):
        values = rng.normal(0, 0.4, size=values.shape).astype(np.float32)
    if draw(st.booleans()):
        start = draw(st.integers(0, n_samples - 1))
        values[0, start : start + draw(st.integers(1, 50))] = np.nan
    known = Resolution(per_mv, baseline) if draw(st.booleans()) else None
    names = STANDARD_LEADS[:n_leads]
    leads = [Lead(x, i, file_name=x, resolution=known) for i, x in enumerate(names)]
    marks = draw(
        st.lists(st.tuples(st.integers(0, n_samples - 1), st.sampled_from(SYMBOLS)), max_size=9,
                 unique_by=lambda mark: mark[0])
    )  # fmt: skip
    return made_record(
        values,
        rate_hz=draw(st.sampled_from(RATES_HZ)),
        leads=leads,
        started_at=draw(
            st.none() | st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2080, 1, 1))
        ),
        annotations=tuple(Annotation(at, at, label, source="atr") for at, label in sorted(marks)),
        patient=Patient(
            draw(st.none() | st.integers(0, 120).map(float)),
            draw(st.sampled_from([None, "M", "F"])),
        ),
        diagnoses=draw(_diagnoses()),
        comments=draw(st.sampled_from([(), ("Recorder: on the wall", "Paper speed 25 mm/s")])),
    )


def _diagnoses() -> st.SearchStrategy[tuple[Diagnosis, ...]]:
    known = [diagnosis("164889003"), diagnosis("59118001"), Diagnosis("", "Widened, then narrow")]
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)
