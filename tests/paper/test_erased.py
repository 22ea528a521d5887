import numpy as np
import pytest

from ecgviewer.core.erased import Erased
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.erased_layer import erased_words
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.tiles import TileCache
from tests.paper.made_record import flat, made_record, supply_of

TRUE = Sheet(265.0, 190.0, 4.0, calibrated=True)
LEVELS = {index: LeadLevel(0.0) for index in range(12)}


def _scene(*erased: Erased, samples=None, view: View | None = None, supply=None) -> Scene:
    record = made_record(flat() if samples is None else samples)
    page = Page(view or View(), TRUE, LEVELS, erased=erased)
    return compose(page, supply or supply_of(record))


def _rows(scene: Scene) -> list[float]:
    return sorted({erasure.y_mm for erasure in scene.erasures})


def test_what_is_erased_in_all_leads_is_hatched_in_its_column_and_in_the_strip():
    scene = _scene(Erased(500, 900))  # 1.0 to 1.8 s: the first of four columns
    assert len(scene.erasures) == 4
    assert len(_rows(scene)) == 4
    places = [(erasure.x_mm - scene.grid.x_mm, erasure.width_mm) for erasure in scene.erasures]
    np.testing.assert_allclose(places, [(25.0, 20.0)] * 4, atol=0.25)


def test_what_is_erased_in_one_lead_is_hatched_wherever_that_lead_is():
    assert len(_scene(Erased(500, 900, "II")).erasures) == 2
    assert len(_scene(Erased(500, 900, "I")).erasures) == 1
    assert _scene(Erased(500, 900, "V1")).erasures == ()  # it shows 5 to 7.5 s


def test_a_span_across_columns_is_cut_at_their_seam():
    scene = _scene(Erased(1000, 1500))  # 2 to 3 s, the seam lies at 2.5 s
    widths = sorted(round(erasure.width_mm, 1) for erasure in scene.erasures)
    assert widths == [12.5] * 6 + [25.0]
    # Where it goes on in the next column there is no edge.
    assert sorted(len(erasure.edges) for erasure in scene.erasures) == [1] * 6 + [2]


def test_the_line_joins_what_stands_on_either_side():
    samples = flat()
    samples[1] = np.linspace(0, 5, 5000)  # 1 mV in 2 s
    scene = _scene(Erased(1000, 2000, "II"), samples=samples, view=View(layout=Layout.RHYTHM))
    (erasure,) = scene.erasures
    assert erasure.line is not None
    x1, y1, x2, y2 = erasure.line
    assert (x1, x2) == (erasure.x_mm, erasure.x_mm + erasure.width_mm)
    assert scene.grid.y_mm - y1 == pytest.approx(10.0, abs=0.05)
    assert scene.grid.y_mm - y2 == pytest.approx(20.0, abs=0.05)


def test_a_line_that_begins_beyond_the_page_is_cut_at_its_edge():
    samples = flat()
    samples[1] = np.linspace(0, 5, 5000)
    view = View(layout=Layout.RHYTHM, start_s=3.0)
    (erasure,) = _scene(Erased(1000, 2000, "II"), samples=samples, view=view).erasures
    assert erasure.line is not None
    assert scene_height(erasure.line[1], view) == pytest.approx(15.0, abs=0.05)


def scene_height(y_mm: float, view: View) -> float:
    return _scene(view=view).grid.y_mm - y_mm


def test_at_the_start_of_a_record_the_line_is_level():
    samples = flat()
    samples[:, 400:] = 1.0
    for erasure in _scene(Erased(0, 400), samples=samples).erasures:
        assert erasure.line is not None
        assert erasure.line[1] == erasure.line[3]


def test_without_samples_at_hand_the_span_is_hatched_without_a_line():
    record = made_record(flat(60.0))
    tiles = TileCache(12, record.n_samples)
    tiles.put(0, record.read(0, 8192))
    scene = _scene(Erased(500, 20_000), supply=Supply(record, tiles))
    assert scene.erasures
    assert all(erasure.line is None for erasure in scene.erasures)


def test_the_page_says_what_is_missing_for_the_model():
    texts = [text.text for text in _scene(Erased(500, 900)).texts]
    assert "0.8 s erased in all leads" in texts
    assert not any("erased" in text.text for text in _scene().texts)


@pytest.mark.parametrize(
    ("erased", "words"),
    [
        ([Erased(0, 400)], "0.8 s erased in all leads"),
        ([Erased(0, 400), Erased(200, 700, "V1")], "0.8 s erased in all leads, 0.6 s in V1"),
        ([Erased(0, 400), Erased(200, 300, "V1")], "0.8 s erased in all leads"),
        ([Erased(0, 400, "V1")], "0.8 s erased in V1"),
        ([Erased(0, 40, "V1"), Erased(0, 20, "II")], "80 ms erased in II and V1"),
        ([Erased(0, 400, lead) for lead in ("V3", "V1", "V2")], "0.8 s erased in V1, V2 and V3"),
        ([Erased(0, 400, f"V{n}") for n in range(1, 6)], "0.8 s erased in 5 leads"),
    ],
)
def test_what_is_erased_is_told_in_words(erased, words):
    assert erased_words(erased, STANDARD_LEADS, 500.0) == words
