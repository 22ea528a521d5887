"""A reader's text passes through the translator that is set, its values only afterwards."""

from collections.abc import Iterator

import pytest

from ecgviewer.core.evidence import silence_words
from ecgviewer.core.method_names import method_name
from ecgviewer.core.scan import Ectopy, Episode, leads_in_words
from ecgviewer.core.scan_findings import FindingKind
from ecgviewer.core.scan_words import summary_rows
from ecgviewer.core.text import later, set_translator, tr
from tests.core.test_map_trial import GOOD
from tests.core.test_scan_words import scan_of
from tests.marked_texts import marked, outside_marks

GERMAN = {
    "Open": "Öffnen",
    "{n} of {all} beats": "von {all} Schlägen {n}",
    "{n} beats": "{n} Schläge",
}


@pytest.fixture
def german() -> Iterator[None]:
    set_translator(lambda english: GERMAN.get(english, english))
    yield
    set_translator(None)


@pytest.fixture
def marks() -> Iterator[None]:
    set_translator(marked)
    yield
    set_translator(None)


def test_without_a_translator_a_text_stays_as_it_was_written():
    assert tr("Open") == "Open"
    assert tr("{n} beats", n="1,200") == "1,200 beats"


def test_a_translator_gives_the_words(german):
    assert tr("Open") == "Öffnen"


def test_a_text_that_the_translator_does_not_know_stays_english(german):
    assert tr("Close") == "Close"


def test_values_take_their_places_in_the_order_of_the_other_language(german):
    assert tr("{n} of {all} beats", n=3, all=7) == "von 7 Schlägen 3"


def test_without_values_braces_are_mere_letters():
    assert tr("{n} beats {") == "{n} beats {"


def test_braces_within_a_value_stay_too():
    assert tr("{name} opened", name="a{b}.hea") == "a{b}.hea opened"


def test_a_value_that_a_text_needs_and_does_not_get_is_an_error():
    with pytest.raises(KeyError):
        tr("{n} of {all} beats", n=3)


def test_a_text_of_a_table_is_translated_where_it_is_shown_and_not_before(german):
    kept = later("Open")
    assert kept == "Open"
    assert tr(kept) == "Öffnen"


def test_a_translator_may_be_taken_away_again(german):
    set_translator(None)
    assert tr("Open") == "Open"


def test_all_figures_of_a_scan_are_translated(marks):
    many = [Episode(place * 10_000, place * 10_000 + 1_500, "AFIB", 0.9) for place in (0, 1)]
    pvc, pac = Ectopy(1234, 1371.1, 34.3, 1, 2, 5, 152.4), Ectopy(1, None, 0.1, 0, 0, None, None)
    scan = scan_of(*many, pvc=pvc, pac=pac, pauses=3, longest_pause_s=2.6, read_s=3240.0)
    told = {outside_marks(f"{name}: {text}") for name, text in summary_rows(scan)}
    words = {word for text in told for word in text.split() if word.strip(":,.0123456789")}
    # Units, and the codes of classes.
    assert words == {"min", "s", "AFIB:", "RBBB:"}


@pytest.mark.parametrize("kind", FindingKind)
def test_kinds_of_findings_are_translated(kind, marks):
    assert tr(str(kind)) == f"«{kind.value}»"


def test_names_of_leads_stand_within_the_words(marks):
    assert leads_in_words(["II"]) == "«lead »II«»"
    assert leads_in_words(["X", "Y", "Z"]) == "«leads »X, Y« and »Z«»"


def test_what_a_map_is_worth_is_told_in_the_language_that_is_set(marks):
    assert outside_marks(GOOD.sentence).split() == ["5", "AF", "0.97", "0.31", "5", "0.95"]
    figures = ["5", "−1.2", "2.3", "3.0", "0.1"]
    assert outside_marks(GOOD.verdict).split() == figures
    assert outside_marks(silence_words("II", "AF", 0.001)).split() == ["II", "AF", "0.01"]


def test_methods_have_names_and_one_of_another_kind_keeps_its_own(marks):
    assert method_name("occlusion") == "«Occlusion»"
    assert method_name("made-up") == "made-up"
