"""What names a person is kept, and kept out of what is shown."""

import time
from datetime import date

import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.free_text import comments_of, marks_without_names, statements_of
from ecgviewer.io.patient_age import age_of, age_years
from ecgviewer.io.personal_facts import PersonalFacts, nameless


def known() -> PersonalFacts:
    personal = PersonalFacts()
    personal.add("last name", "Li-Mustermann")
    personal.add("patient id", "4711")
    personal.add("institution", "Heart and Sinus Clinic")
    return personal


@pytest.mark.parametrize(
    "text",
    [
        "Sinus rhythm",
        "QRS 130 ms with notches",
        "heart rate above 100",
        "ST elevation in MDL lead",
        "rate 47119",
        "when compared with ECG of 12-JAN-2010, no change",
    ],
)
def test_what_a_device_says_is_shown(text):
    personal = known()
    assert personal.shown([text]) == [text]
    assert len(personal.facts) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Confirmed by SMITH, JOHN (17) on 1/2/2015",
        "Electronically signed on ward 3 by JS",
        "Referred by:  A. Weber",
        "Overread: by cardiology",
        "Mr. Weber, sinus rhythm",
        "seen by W. Weber, MD",
        "mail to weber@example.org",
        "known patient of MUSTERMANN family",
        "see file 4711",
        "Heart and Sinus Clinic",
    ],
)
def test_what_names_somebody_is_kept_apart(text):
    personal = known()
    assert personal.shown([text]) == []
    assert personal.facts[-1] == ("remark", text)


NAMED = [
    "Confirmed by SMITH, JOHN (17)",
    "Mr. Weber, sinus rhythm",
    "Patient name: somebody",
    "born in May",
    "the MUSTERMANN family",
    "Jane moved",
    "file ID4711, lead II",
    "4711",
    "card of DrPetersen",
    "Heart and Sinus Clinic ward",
    "room of R-17",
]
FACTS = (
    ("name", "Li-Mustermann^Jane"),
    ("patient id", "4711"),
    ("ordering physician last name", "Petersen"),
    ("operator id", "R-17"),
    ("institution", "Heart and Sinus Clinic"),
)


@pytest.mark.parametrize("text", NAMED)
def test_all_formats_find_what_any_of_them_finds(text):
    assert nameless([text], FACTS) == []
    mark = Annotation(5, 5, '"', text=text)
    for find in (
        lambda personal: personal.shown([text]),
        lambda personal: comments_of([text], personal),
        lambda personal: statements_of([text], personal),
        lambda personal: [x.text for x in marks_without_names([mark], personal) if x.text],
    ):
        personal = PersonalFacts.of(FACTS)
        assert not find(personal)
        # Nothing is lost: whoever asks for personal facts sees it.
        assert personal.facts == [*FACTS, ("remark", text)]


@pytest.mark.parametrize("text", ["sinus rhythm", "rate 47119", "ordered rhythm", "Jan 17"])
def test_all_formats_show_what_names_nobody(text):
    assert nameless([text], FACTS) == [text]
    personal = PersonalFacts.of(FACTS)
    assert comments_of([text], personal) == (text,)
    mark = Annotation(5, 5, '"', text=text)
    assert marks_without_names([mark], personal) == (mark,)
    assert personal.facts == list(FACTS)


@pytest.mark.parametrize(
    "text", ["Right bundle branch block", "Sinus rhythm", "LVH", "normal ECG."]
)
def test_a_statement_of_the_tables_names_nobody_whatever_people_are_called(text):
    personal = PersonalFacts.of([("last name", "Block-Normal"), ("operator", "Sinus LVH")])
    assert [x.text for x in statements_of([text], personal)]


@pytest.mark.parametrize("words", ["", " ", "Unknown", "---"])
def test_an_empty_place_is_no_fact(words):
    personal = PersonalFacts()
    personal.add("last name", words)
    assert not personal.facts


def test_a_fact_is_kept_once():
    personal = PersonalFacts()
    personal.add("last name", "Weber")
    personal.add("last name", "Weber")
    assert personal.facts == [("last name", "Weber")]


def test_a_damaged_file_that_says_too_much_does_not_take_long():
    personal = PersonalFacts()
    for number in range(100_000):
        personal.add("name", f"somebody {number}")
    started_s = time.perf_counter()
    personal.shown("confirmed " * 100_000 for _ in range(100_000))
    assert time.perf_counter() - started_s < 5


@pytest.mark.parametrize(
    ("value", "unit", "years"),
    [
        (50.0, "YEARS", 50.0),
        (6.0, "months", 0.5),
        (365.25, "day", 1.0),
        (0.0, "year", 0.0),
        (300.0, "years", None),
        (-1.0, "years", None),
        (5.0, "", None),
        (5.0, "DECADES", None),
        (None, "years", None),
    ],
)
def test_ages_are_years(value, unit, years):
    assert age_of(value, unit) == years


def test_an_age_is_of_whole_years_at_the_recording():
    born = date(1951, 2, 3)
    assert age_years(born, date(2020, 2, 3)) == 69
    assert age_years(born, date(2020, 2, 2)) == 68
    assert age_years(born, date(1950, 1, 1)) is None
    assert age_years(born, None) is None
    assert age_years(None, born) is None
