"""What stands beside the name of a lead that cannot be read well."""

import pytest

from ecgviewer.core.record import Lead
from ecgviewer.core.text import set_translator
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.furniture import LABEL_MM
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.quality_marks import mark_words, read_aloud
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import View
from ecgviewer.signal import lead_quality
from ecgviewer.signal.lead_measures import LeadMeasures
from ecgviewer.signal.lead_quality import GRADES, Grade, LeadQuality, judge_lead
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.paper.made_record import flat, made_record, supply_of

SHEET = Sheet(265.0, 190.0, 4.0, calibrated=True)
CLEAN = {
    "flat": 0.0,
    "saturated": 0.0,
    "height_mv": 1.0,
    "range_mv": 1.5,
    "noise_mv": 0.01,
    "burst_mv": 0.01,
    "mains_mv": 0.0,
    "wander_mv": 0.1,
    "likeness": 0.98,
}
GOOD = LeadMeasures(0.0, **CLEAN)
# One measure that is bad enough for "usable", and the words that stand on the paper.
FAULTS = [
    ({"missing": 0.2}, "gaps"),
    ({"flat": 0.2}, "partly flat"),
    ({"flat": 1.0}, "flat line"),
    ({"saturated": 0.05}, "clipped"),
    ({"range_mv": 15.0}, "artefacts"),
    ({"height_mv": 0.08}, "hardly any signal"),
    ({"burst_mv": 0.1}, "noise bursts"),
    ({"noise_mv": 0.05, "mains_mv": 0.07}, "mains hum"),
    ({"noise_mv": 0.05}, "muscle noise"),
    ({"wander_mv": 0.8}, "baseline wander"),
    ({"likeness": 0.4}, "unlike beats"),
]


def quality(grade: Grade, *reasons: str, lead: str = "V1") -> LeadQuality:
    return LeadQuality(lead, 0, 5000, GOOD, grade, reasons)


def judged(**changes: float) -> LeadQuality:
    measures = LeadMeasures(**{"missing": 0.0, **CLEAN, **changes})
    grade, reasons = judge_lead(measures, [GOOD] * 3)
    return quality(grade, *reasons)


@pytest.mark.parametrize(("changes", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_every_fault_has_a_word_or_two_for_the_paper(changes: dict[str, float], words: str):
    found = judged(**changes)
    assert found.short_words == words
    assert mark_words(found) == f"{'✕' if found.grade == 'poor' else '△'} {words}"


def test_a_lead_without_samples_says_so():
    grade, reasons = judge_lead(LeadMeasures(1.0), [GOOD])
    assert mark_words(quality(grade, *reasons)) == "✕ no signal"


def test_no_word_is_left_that_no_fault_leads_to():
    told = {words for _, words in FAULTS} | {"no signal"}
    assert told == set(lead_quality._SHORT_WORDS.values())


def test_a_fault_told_in_another_language_has_its_word_there():
    german = {"flat for {percent} % of the time": "in {percent} % flach", "partly flat": "flach"}
    set_translator(lambda english: german.get(english, english))
    try:
        found = judged(flat=0.2)
        assert found.words == "in 20 % flach"
        assert mark_words(found) == "△ flach"
    finally:
        set_translator(None)


def test_of_several_faults_the_worst_is_written_and_all_are_read_aloud():
    found = quality("poor", "flat line", "muscle noise of 0.05 mV")
    assert mark_words(found) == "✕ flat line"
    assert read_aloud(found) == "V1 poor: flat line; muscle noise of 0.05 mV"


def test_a_good_lead_and_one_that_was_not_judged_bear_no_mark():
    assert mark_words(judged()) == ""
    assert mark_words(None) == ""


def test_the_glyph_alone_tells_the_grade():
    marks = {mark_words(quality(grade, "flat line"))[:1] for grade in GRADES}
    assert marks == {"", "△", "✕"}


def test_the_mark_stands_right_of_the_leads_name_small_and_grey():
    record = made_record(flat())
    levels = {index: LeadLevel(0.0) for index in range(12)}
    index = STANDARD_LEADS.index("V1")
    page = Page(View(), SHEET, levels, qualities={index: quality("poor", "flat line")})
    texts = compose(page, supply_of(record)).texts
    (mark,) = (text for text in texts if text.text[:1] in "✕△")
    (name,) = (text for text in texts if text.text == "V1")
    assert mark.text == "✕ flat line"
    assert mark.ink is Ink.QUIET
    assert mark.halo
    assert mark.size_mm < name.size_mm
    assert mark.y_mm == name.y_mm
    assert 1.2 * LABEL_MM < mark.x_mm - name.x_mm < 3 * LABEL_MM


def test_a_lead_without_millivolts_says_that_alone():
    record = made_record(flat(n_leads=1), [Lead("V1", 0, calibrated=False)])
    page = Page(View(), SHEET, {0: LeadLevel(0.0)}, qualities={0: quality("poor", "flat line")})
    told = [text.text for text in compose(page, supply_of(record)).texts]
    assert "amplitude uncalibrated" in told
    assert not any("flat line" in text for text in told)
