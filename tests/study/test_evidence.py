from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.evidence import made_evidence, marked_evidence
from tests.made_models import record_of


def _wave(label: str, start: int, stop: int, lead: str = "II") -> Annotation:
    return Annotation(start, stop, label, lead=lead, peak=(start + stop) // 2)


@pytest.fixture
def marked() -> Record:
    """Two beats marked in lead II: P, QRS, T each; lead I is not marked."""
    waves = (
        *(_wave("p", 100, 150), _wave("N", 200, 250), _wave("t", 300, 400)),
        *(_wave("p", 600, 650), _wave("N", 700, 750), _wave("t", 800, 900)),
    )
    record = record_of(np.zeros((2, 1000), dtype=np.float32), ("I", "II"))
    return replace(record, annotations=waves)


def _spans(mask: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(int), [0]])))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]


@pytest.mark.parametrize(
    ("label", "spans"),
    [
        ("LBBB", [(200, 251), (700, 751)]),
        ("RBBB", [(200, 251), (700, 751)]),
        ("AF", [(100, 200), (251, 700), (751, 900)]),
        ("IAVB", [(100, 200), (600, 700)]),
        ("STE", [(250, 400), (750, 900)]),
    ],
)
def test_each_class_shows_in_its_own_waves(
    marked: Record, label: str, spans: list[tuple[int, int]]
):
    evidence = marked_evidence(marked, label)
    assert evidence is not None
    assert evidence.leads == ("II",)
    assert _spans(evidence.inside[0]) == spans
    # Beyond the first and the last mark nobody has looked.
    assert _spans(evidence.known[0]) == [(100, 900)]


def test_where_no_mark_tells_nothing_is_known(marked: Record):
    assert marked_evidence(marked, "PVC") is None
    assert marked_evidence(replace(marked, annotations=()), "LBBB") is None


def test_a_far_p_wave_and_a_missing_t_wave_make_no_interval(marked: Record):
    slow = marked_evidence(replace(marked, rate_hz=100.0), "IAVB")
    assert slow is not None
    assert not slow.inside.any()
    no_t = replace(marked, annotations=tuple(w for w in marked.annotations if w.start != 300))
    evidence = marked_evidence(no_t, "STE")
    assert evidence is not None
    assert _spans(evidence.inside[0]) == [(750, 900)]


def test_a_made_record_knows_its_place_in_every_lead():
    made = synthesize("PVC", 3)
    evidence = made_evidence(made, "PVC", ("I", "V1"))
    assert evidence.known.all()
    assert np.array_equal(evidence.inside, np.stack([made.truth["PVC"]] * 2))


def test_ludb_marks_are_understood(data_folder):
    record = open_record(data_folder / "ludb" / "data" / "1.hea")
    evidence = marked_evidence(record, "LBBB")
    assert evidence is not None
    assert evidence.leads == record.lead_names
    widths_ms = [(b - a) * 2 for row in evidence.inside for a, b in _spans(row)]
    assert 60 < np.median(widths_ms) < 140
