from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import index_marks, mark_beats, mark_rhythms, mark_waves

CELL = Cell(Slot("II", 0), 0, 0, 8.0, 250.0, 20.0, 25.0, 34.0, 0.0, is_strip=True)
TEN_S = TimeScale(8.0, 0.0, 25.0, 500.0, 4.0)
TEN_MIN = TimeScale(8.0, 0.0, 250 / 600, 500.0, 4.0)


def beat(sample: int, label: str = "N") -> Annotation:
    return Annotation(sample, sample, label, source="atr")


def test_each_beat_has_its_symbol_above_its_place():
    index = index_marks([beat(500), beat(1000, "V"), beat(6000)], 10_000)
    marked = mark_beats(index, CELL, TEN_S)
    assert [text.text for text in marked.texts] == ["N", "V"]
    assert [text.x_mm for text in marked.texts] == pytest.approx([33.0, 58.0])
    assert len(marked.lines[0].segments) == 2


def test_beats_of_a_narrow_first_row_stand_above_the_trace_that_reaches_up_to_it():
    index = index_marks([beat(500)], 10_000)
    narrow = replace(CELL, height_mm=15.0, baseline_mm=29.0)
    (symbol,) = mark_beats(index, narrow, TEN_S).texts
    assert symbol.y_mm < narrow.top_mm
    # Not where another row, or a rhythm's line, is above.
    (symbol,) = mark_beats(index, replace(narrow, row=1), TEN_S).texts
    assert symbol.y_mm > narrow.top_mm
    named = index_marks([beat(500), Annotation(0, 0, "(AFIB")], 10_000)
    (symbol,) = mark_beats(named, narrow, TEN_S).texts
    assert symbol.y_mm > narrow.top_mm


def test_crowded_pages_drop_normal_beats_first():
    beats = [beat(n * 400) for n in range(700)] + [beat(100_000, "V")]
    marked = mark_beats(index_marks(beats, 300_000), CELL, TEN_MIN)
    assert [text.text for text in marked.texts] == ["V"]


def test_ten_thousand_unusual_beats_are_ticks_one_a_millimetre_at_most():
    beats = [beat(n * 30, "V") for n in range(10_000)]
    marked = mark_beats(index_marks(beats, 300_000), CELL, TEN_MIN)
    assert not marked.texts
    assert 200 <= len(marked.lines[0].segments) <= 251


def test_what_is_no_beat_gets_no_symbol():
    index = index_marks([beat(500, "~"), beat(700, "+"), beat(800, "|")], 10_000)
    assert index.beats.size == 0


@pytest.mark.parametrize(
    "change", [Annotation(500, 500, "(AFIB"), Annotation(500, 500, "+", text="(AFIB\x00")]
)
def test_a_rhythm_lasts_until_the_next_change(change):
    index = index_marks([change, Annotation(2000, 2000, "(N")], 5000)
    assert [(r.start, r.stop, r.name) for r in index.rhythms] == [
        (500, 2000, "AFIB"),
        (2000, 5000, "N"),
    ]
    marked = mark_rhythms(index, CELL, TEN_S)
    assert [text.text for text in marked.texts] == ["AFIB", "N"]
    assert marked.boxes[0].x_mm == pytest.approx(33.0)


def test_a_rhythm_that_began_before_the_page_is_named_at_its_left_edge():
    index = index_marks([Annotation(0, 0, "(AFIB")], 50_000)
    later = TimeScale(8.0, 60.0, 25.0, 500.0, 4.0)
    assert mark_rhythms(index, CELL, later).texts[0].x_mm == CELL.x_mm


def test_waves_are_drawn_under_their_own_lead_only():
    waves = [
        Annotation(450, 550, "p", lead="II"),
        Annotation(700, 750, "N", lead="II"),
        Annotation(710, 755, "N", lead="V1"),
    ]
    marked = mark_waves(index_marks(waves, 5000), CELL, TEN_S)
    assert [text.text for text in marked.texts] == ["P", "QRS"]
    assert marked.boxes[0].width_mm == pytest.approx(5.0)
    assert np.all([box.y_mm > CELL.baseline_mm for box in marked.boxes])


def test_waves_too_near_for_their_names_are_bars_alone():
    waves = [Annotation(450, 500, "p", lead="II"), Annotation(530, 580, "N", lead="II")]
    marked = mark_waves(index_marks(waves, 5000), CELL, TEN_S)
    assert len(marked.boxes) == 2
    assert not marked.texts


def test_a_wave_of_one_lead_is_not_taken_for_a_beat_of_all():
    assert index_marks([Annotation(600, 650, "N", lead="II")], 5000).beats.size == 0


def test_reference_beats_of_a_file_that_names_leads_are_beats_of_all():
    beats = [replace(beat(500, "S"), lead="ECG1"), replace(beat(1000), lead="ECG2")]
    index = index_marks(beats, 10_000)
    assert index.symbols.tolist() == ["S", "N"]
    assert index.waves == {}
