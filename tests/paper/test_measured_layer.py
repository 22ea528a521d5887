import numpy as np
import pytest

from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.measured_layer import MeasuredMarks, mark_measured
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Layout, View
from tests.paper.made_record import flat, made_record, supply_of

CELL = Cell(Slot("II", 0), 0, 0, 8.0, 250.0, 20.0, 25.0, 34.0, 0.0, is_strip=True)
TEN_S = TimeScale(8.0, 0.0, 25.0, 500.0, 4.0)


def marks_of(*spans: tuple[int, int], leads: frozenset[int] = frozenset({0})) -> MeasuredMarks:
    return MeasuredMarks("QT", np.array(spans, dtype=np.int64).reshape(-1, 2), leads)


def test_a_bracket_goes_from_onset_to_offset_through_the_lead_s_baseline():
    upright, bars = mark_measured(marks_of((500, 700)), CELL, TEN_S)
    # 1.0 s and 1.4 s at 25 mm/s from 8 mm on.
    assert upright.segments[:, 0] == pytest.approx([33.0, 43.0])
    assert bars.segments[:, [0, 2]].tolist() == [[33.0, 43.0]]
    assert (upright.segments[:, 1] < CELL.baseline_mm).all()
    assert (upright.segments[:, 3] > CELL.baseline_mm).all()
    assert upright.segments[0, 3] == bars.segments[0, 1]
    assert {upright.ink, bars.ink} == {Ink.MARK}


def test_brackets_stay_within_their_cell_and_row():
    column = Cell(Slot("II", 0), 1, 1, 70.0, 62.5, 45.0, 8.0, 49.5, 2.5, is_strip=False)
    scale = TimeScale(70.0, 2.5, 25.0, 500.0, 4.0)
    spans = marks_of((1200, 1300), (2000, 2100), (2450, 2600), (3000, 3100))
    upright, bars = mark_measured(spans, column, scale)
    assert upright.segments[:, 0].tolist() == pytest.approx([107.5, 130.0, 71.25 + 1.25, 112.5])
    assert bars.segments[:, [0, 2]].ravel() == pytest.approx([70, 72.5, 107.5, 112.5, 130, 132.5])
    assert bars.segments[:, 1].max() < column.top_mm + column.height_mm


def test_a_place_is_one_line_and_no_bar():
    upright, bars = mark_measured(marks_of((500, 500), (900, 900)), CELL, TEN_S)
    assert upright.segments[:, 0] == pytest.approx([33.0, 53.0])
    assert bars.segments.shape == (0, 4)


def test_leads_that_were_not_measured_stay_clear():
    assert mark_measured(marks_of((500, 700), leads=frozenset({3})), CELL, TEN_S) == ()
    assert mark_measured(marks_of(), CELL, TEN_S) == ()


def test_a_page_marks_every_measured_lead_and_names_the_value_once():
    record = made_record(flat(n_leads=3), ("I", "II", "V1"))
    sheet = Sheet(260.0, 180.0, 4.0)
    marks = marks_of((500, 700), leads=frozenset({0, 2}))
    view = View(layout=Layout.TWELVE_BY_ONE)
    scene = compose(Page(view, sheet, {}, measured=marks), supply_of(record))
    plain = compose(Page(view, sheet, {}), supply_of(record))
    assert len(scene.lines) == len(plain.lines) + 4
    named = [text for text in scene.texts if text.text == "QT"]
    assert len(named) == 1
    labels = {text.text: text.y_mm for text in scene.texts if text.text in ("I", "II")}
    assert labels["I"] < named[0].y_mm < labels["II"]
