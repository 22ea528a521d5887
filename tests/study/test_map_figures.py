import numpy as np
import pytest

from ecgviewer.core.heat import Heat
from ecgviewer.explain.deletion_curve import DeletionTest
from ecgviewer.study.evidence import Evidence
from ecgviewer.study.map_figures import MapFigures, Subject, map_figures

SUBJECT = Subject("made", "r1", "p1", "PVC")
TEST = DeletionTest(
    *("PVC", 0.05, 0.9, 0.2, 0.8, 0.85, True),
    *(-1.0, 2.0, 3.0, -0.5),
    *(0, 100),
)


def _heat(rows: np.ndarray, leads: tuple[str, ...] = ("I", "II")) -> Heat:
    values = rows.astype(np.float32)
    return Heat("PVC", "gradient", "made", 0, rows.shape[1], leads, values, values, step=1.0)


def _evidence(*spans: tuple[int, int], known: slice = slice(None)) -> Evidence:
    """Lead by lead, one span each."""
    inside = np.zeros((len(spans), 100), dtype=bool)
    for row, (start, stop) in enumerate(spans):
        inside[row, start:stop] = True
    told = np.zeros_like(inside)
    told[:, known] = True
    return Evidence(("I", "II")[: len(spans)], inside & told, told)


def test_curves_count_against_chance():
    figures = map_figures(SUBJECT, _heat(np.ones((2, 100))), TEST, None)
    assert (figures.deletion, figures.insertion, figures.flipped) == (-4.0, 2.5, 1.0)
    assert np.isnan(figures.hit)
    assert np.isnan(figures.inside)


def test_the_hottest_place_counts_in_its_own_lead():
    rows = np.zeros((2, 100))
    rows[1, 15] = 1
    rows[1, 80] = 0.5
    there = map_figures(SUBJECT, _heat(rows), TEST, _evidence((40, 50), (10, 20)))
    assert there.hit == 1.0
    assert there.by_chance == pytest.approx(0.1)
    assert there.inside == pytest.approx(1 / 1.5)
    elsewhere = map_figures(SUBJECT, _heat(rows), TEST, _evidence((10, 20), (40, 50)))
    assert (elsewhere.hit, elsewhere.inside) == (0.0, 0.0)


def test_a_map_without_leads_is_held_against_most_leads():
    rows = np.zeros((1, 100))
    rows[0, 15] = 1
    both = map_figures(SUBJECT, _heat(rows), TEST, _evidence((10, 20), (12, 22)))
    assert both.hit == 1.0
    one_of_two = map_figures(SUBJECT, _heat(rows), TEST, _evidence((10, 20), (60, 70)))
    assert one_of_two.hit == 1.0


def test_what_lies_beyond_the_known_part_neither_hits_nor_misses():
    rows = np.zeros((1, 100))
    rows[0, 5] = 1
    rows[0, 55] = 0.5
    known = _evidence((50, 60), (50, 60), known=slice(40, 100))
    figures = map_figures(SUBJECT, _heat(rows), TEST, known)
    assert (figures.hit, figures.inside) == (1.0, 1.0)
    assert figures.by_chance == pytest.approx(10 / 60)


def test_an_empty_map_misses():
    figures = map_figures(SUBJECT, _heat(np.zeros((1, 100))), None, _evidence((1, 9), (1, 9)))
    assert (figures.hit, figures.empty) == (0.0, 1.0)
    assert np.isnan(figures.deletion)


def test_figures_survive_being_written_down():
    figures = map_figures(SUBJECT, _heat(np.ones((2, 100))), TEST, None)
    again = MapFigures.from_dict(figures.as_dict())
    assert again.as_dict() == figures.as_dict()
    assert np.isnan(again.hit)
