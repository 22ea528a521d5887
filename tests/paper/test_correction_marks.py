"""What a reader made of beats, on the paper: a glyph, the model's word struck, ticks in a crowd."""

import numpy as np

from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.correction_marks import NO_BEAT, mark_corrections, mark_selected
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, with_corrections
from tests.paper.made_record import flat, made_record, supply_of
from tests.paper.test_region_layer import SHEET
from tests.scan_models import scan_of_beats

CELL = Cell(Slot("II", 0), 0, 0, 8.0, 250.0, 20.0, 25.0, 34.0, 0.0, is_strip=True)
TEN_S = TimeScale(8.0, 0.0, 25.0, 500.0, 4.0)
TEN_MIN = TimeScale(8.0, 0.0, 250 / 600, 500.0, 4.0)


def reader_strokes(marked):
    return sum(len(line.segments) for line in marked.lines if line.ink is Ink.READER)


def test_a_changed_beat_bears_the_model_s_word_struck_and_the_reader_s_glyph():
    corrected = with_corrections(scan_of_beats("NVNN", 500.0), {1000: "N"})
    marked = mark_corrections(corrected, CELL, TEN_S)
    assert [text.text for text in marked.texts] == ["PVC"]
    assert marked.texts[0].ink is Ink.QUIET
    strike = next(line for line in marked.lines if line.ink is Ink.QUIET)
    assert len(strike.segments) == 1
    assert reader_strokes(marked) == 2


def test_a_confirmed_beat_has_a_glyph_alone_and_no_beat_a_cross():
    corrected = with_corrections(scan_of_beats("NVNN", 500.0), {1000: "PVC", 1500: NOT_A_BEAT})
    marked = mark_corrections(corrected, CELL, TEN_S)
    assert [text.text for text in marked.texts] == [NO_BEAT, "N"]
    assert reader_strokes(marked) == 2


def test_the_paper_writes_the_corrected_label_in_place_of_the_model_s():
    record = made_record(flat(10))
    scan = scan_of_beats("NVNN", 500.0)
    corrected = with_corrections(scan, {1000: "PAC", 2000: NOT_A_BEAT})
    page = Page(View(layout=Layout.RHYTHM), SHEET, {}, scan=scan, corrected=corrected)
    bold = [t.text for t in compose(page, supply_of(record)).texts if t.bold and t.size_mm == 2.6]
    assert "PAC" in bold
    assert "PVC" not in bold
    assert NO_BEAT in bold


def test_in_a_crowd_one_tick_a_millimetre_is_left():
    scan = scan_of_beats("NV" * 300, 500.0)
    corrected = with_corrections(scan, {int(sample): "N" for sample in scan.samples})
    marked = mark_corrections(corrected, CELL, TEN_MIN)
    assert marked.texts == ()
    assert 200 <= reader_strokes(marked) <= 251


def test_of_a_day_only_the_page_is_drawn():
    scan = scan_of_beats("NV" * 43_200, 500.0)
    corrected = with_corrections(scan, {int(sample): "PAC" for sample in scan.samples[::17]})
    noon = TimeScale(8.0, 43_200.0, 25.0, 500.0, 4.0)
    assert len(mark_corrections(corrected, CELL, noon).texts) <= 1


def test_beats_that_are_chosen_together_are_washed_and_thinned_in_a_crowd():
    assert len(mark_selected((500, 1000, 90_000), CELL, TEN_S)) == 2
    many = tuple(np.arange(0, 300_000, 100).tolist())
    assert 200 <= len(mark_selected(many, CELL, TEN_MIN)) <= 251
