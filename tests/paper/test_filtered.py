from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.filtered import FilteredPart, FilteredSamples
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.heat_layer import heat_layer
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.display_filter import OFF, DisplayFilter
from ecgviewer.signal.filtering import read_filtered
from tests.paper.made_record import flat, made_record, supply_of

SHEET = Sheet(265.0, 190.0, 4.0, calibrated=True)
CHOSEN = DisplayFilter(0.5, 40, 50)


def footers(page: Page, record: Record) -> list[str]:
    return [text.text for text in compose(page, supply_of(record)).texts if "mm/s" in text.text]


def noisy(n_leads: int = 2, seconds: float = 20.0) -> Samples:
    rng = np.random.default_rng(2)
    return (1.0 + rng.normal(0, 0.1, (n_leads, round(500 * seconds)))).astype(np.float32)


def put(filtered: FilteredSamples, record: Record, chosen: DisplayFilter) -> None:
    seen = read_filtered(record, 0, record.n_samples, chosen, Task())[1]
    filtered.put(0, FilteredPart(chosen, seen))


@pytest.mark.parametrize(
    ("chosen", "page_s", "drawn", "words"),
    [
        (OFF, 10, False, "none"),
        (CHOSEN, 10, True, "0.5–40 Hz, notch 50 Hz, display only, measured as drawn"),
        (DisplayFilter(0.05), 60, True, "high-pass 0.05 Hz, display only, measured as drawn"),
        (CHOSEN, 10, False, "none yet"),
        (CHOSEN, 61, False, "none on pages over 60 s"),
    ],
)
def test_the_footer_tells_what_is_drawn_not_what_is_wished(chosen, page_s, drawn, words):
    record = made_record(flat())
    told = FilteredSamples(record).words(chosen, page_s, drawn=drawn)
    assert told == words
    page = Page(View(), SHEET, {}, filter_words=told, filtered=drawn)
    assert footers(page, record) == [
        f"25 mm/s  10 mm/mV  Filter: {words}  500 Hz  sequential  true scale ✓"
    ]


def test_a_filtered_page_says_so_in_the_ink_of_the_header():
    for filtered, ink in ((True, Ink.TEXT), (False, Ink.QUIET)):
        scene = compose(Page(View(), SHEET, {}, filtered=filtered), supply_of(made_record(flat())))
        assert [text.ink for text in scene.texts if "mm/s" in text.text] == [ink]
        assert scene.filtered is filtered


def test_very_fast_records_are_filtered_on_shorter_pages():
    record = replace(made_record(flat()), rate_hz=20_000.0)
    filtered = FilteredSamples(record)
    assert filtered.longest_page_s == pytest.approx(16.7, abs=0.1)
    assert filtered.words(CHOSEN, 30, drawn=False) == "none on pages over 16.7 s"


def test_a_pressure_on_a_filtered_page_says_that_it_is_not():
    leads = [Lead("II", 0), Lead("ABP", 1, "mmHg", is_ecg=False)]
    record = made_record(flat(n_leads=2), leads)
    page = Page(View(), SHEET, {1: LeadLevel(80.0, 50.0)}, filtered=True)
    told = [text.text for text in compose(page, supply_of(record)).texts]
    assert "10 mm = 50 mmHg, not filtered" in told


def test_a_high_pass_moves_the_baseline_and_a_low_pass_does_not():
    record = made_record(noisy(), ["I", "II"])
    raw = {0: LeadLevel(1.0), 1: LeadLevel(1.0, 5.0)}
    filtered = FilteredSamples(record)
    for chosen, baseline in ((DisplayFilter(0.5), 0.0), (DisplayFilter(low_pass_hz=40), 1.0)):
        filtered.choose(chosen)
        put(filtered, record, chosen)
        levels = filtered.levels(raw)
        assert [levels[lead].baseline for lead in (0, 1)] == pytest.approx([baseline] * 2, abs=0.02)
        assert [levels[lead].per_10_mm for lead in (0, 1)] == [None, 5.0]


def test_samples_of_another_filter_are_not_shown():
    record = made_record(noisy(), ["I", "II"])
    filtered = FilteredSamples(record)
    filtered.choose(CHOSEN)
    put(filtered, record, DisplayFilter(0.5))
    assert filtered.tiles.read(0, 10) is None
    put(filtered, record, CHOSEN)
    assert filtered.tiles.read(0, 10) is not None
    filtered.choose(OFF)
    assert filtered.tiles.read(0, 10) is not None
    filtered.choose(DisplayFilter(0.05))
    assert filtered.tiles.read(0, 10) is None


@pytest.mark.parametrize(("words", "apart"), [("none", False), ("x" * 80, True)])
def test_a_caption_that_would_run_into_the_footer_stands_above_it(words, apart):
    values = np.abs(np.sin(np.arange(5000, dtype=np.float32) / 300))[np.newaxis]
    heat = heat_layer(Heat("AF", "gradcam", "m", 0, 5000, ("II",), values, values, 1.0), Overlay())
    page = Page(View(), SHEET, {}, heat=heat, filter_words=words)
    texts = compose(page, supply_of(made_record(flat()))).texts
    (footer,) = [text for text in texts if "mm/s" in text.text]
    (caption,) = [text for text in texts if "Grad-CAM" in text.text]
    assert (caption.y_mm < footer.y_mm - 2.6) is apart
    assert (caption.y_mm == footer.y_mm) is not apart
