import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead
from ecgviewer.paper.cells import plan
from ecgviewer.paper.lead_choice import (
    cabrera_changed,
    parse_choice,
    preset,
    usual_choice,
    with_choice,
)
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS

TWELVE = [Lead(name, place) for place, name in enumerate(STANDARD_LEADS)]
RESP = Lead("Resp", 12, "Ohm", is_ecg=False)
FEW = [Lead("I", 0), Lead("II", 1), Lead("V5", 2), Lead("III", 3, derived=True)]


def rows(leads, view):
    table = plan(leads, view)
    return [[slot.label for slot in row] for row in table.grid], [s.label for s in table.strips]


def test_chosen_leads_stand_below_each_other_in_their_order():
    view = View(layout=Layout.TWELVE_BY_ONE, leads=("V5", "II", "Resp"))
    assert rows([*TWELVE, RESP], view) == ([["V5"], ["II"], ["Resp"]], [])


@pytest.mark.parametrize("layout", [Layout.THREE_BY_FOUR, Layout.SIX_BY_TWO])
def test_fewer_than_twelve_are_rows_in_layouts_with_columns_too(layout):
    view = View(layout=layout, leads=("V1", "V2"))
    assert rows(TWELVE, view) == ([["V1"], ["V2"]], [])


def test_twelve_in_another_order_fill_the_columns():
    order = tuple(reversed(STANDARD_LEADS))
    grid, strips = rows([*TWELVE, RESP], View(leads=(*order, "Resp")))
    assert grid[0] == ["V6", "V3", "aVF", "III"]
    assert strips == ["II", "Resp"]


def test_one_lead_alone_is_no_matter_of_choice():
    assert rows(TWELVE, View(layout=Layout.RHYTHM, leads=("V1", "V2"))) == ([], ["II"])


def test_where_all_eight_independent_leads_were_recorded_twelve_are_shown():
    eight = [Lead(name, index) for index, name in enumerate(INDEPENDENT_LEADS)]
    leads = [*eight, *(Lead(name, 8, derived=True) for name in ("III", "aVR", "aVL", "aVF"))]
    assert usual_choice(leads) == STANDARD_LEADS
    assert usual_choice(leads[1:]) == ("II", "V1", "V2", "V3", "V4", "V5", "V6")


def test_derived_leads_of_few_are_shown_on_request_alone_and_named_so():
    assert rows(FEW, View()) == ([], ["I", "II", "V5"])
    assert rows(FEW, View(leads=("III", "I"))) == ([["III (derived)"], ["I"]], [])


def test_a_choice_of_leads_that_are_not_there_shows_the_usual_ones():
    assert rows(TWELVE, View(leads=("MLII",))) == rows(TWELVE, View())


def test_avr_may_be_turned_over_in_a_choice():
    table = plan(TWELVE, View(leads=("−aVR", "II")))
    assert [(row[0].label, row[0].inverted) for row in table.grid] == [
        ("−aVR", True),
        ("II", False),
    ]


def test_two_leads_of_one_name_are_both_to_be_had():
    leads = [Lead("ECG", 0), Lead("ECG", 1)]
    table = plan(leads, View(leads=("ECG #2", "ECG")))
    assert [row[0].lead_index for row in table.grid] == [1, 0]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Standard", ("I", "II", "III", "aVR", "aVL", "aVF", *STANDARD_LEADS[6:], "Resp")),
        ("Cabrera", ("aVL", "I", "−aVR", "II", "aVF", "III", *STANDARD_LEADS[6:], "Resp")),
        ("Limb leads", STANDARD_LEADS[:6]),
        ("Chest leads", STANDARD_LEADS[6:]),
        ("As in the file", (*reversed(STANDARD_LEADS), "Resp")),
    ],
)
def test_presets_order_what_the_record_has(name, wanted):
    leads = [*reversed(TWELVE), RESP]
    assert preset(name, leads) == wanted


@pytest.mark.parametrize("cabrera", [False, True])
def test_the_usual_leads_are_no_choice(cabrera):
    usual = usual_choice(TWELVE, cabrera=cabrera)
    view = with_choice(View(leads=("II",)), usual, TWELVE)
    assert (view.leads, view.cabrera) == ((), cabrera)


def test_a_choice_is_never_hidden_by_the_layout_of_one_lead():
    view = with_choice(View(layout=Layout.RHYTHM), ("V1", "V2"), TWELVE)
    assert (view.layout, view.leads) == (Layout.TWELVE_BY_ONE, ("V1", "V2"))


def test_cabrera_reorders_chosen_limb_leads_in_their_places():
    view = View(leads=("I", "V1", "aVR", "aVL"))
    turned = cabrera_changed(view)
    assert turned.leads == ("aVL", "V1", "I", "−aVR")
    assert cabrera_changed(turned).leads == ("I", "V1", "aVR", "aVL")


def test_typed_leads_are_found_whatever_their_case():
    assert parse_choice("ii, v1,-avr,III", [*TWELVE, RESP]) == ("II", "V1", "−aVR", "III")


@pytest.mark.parametrize("text", ["", "X1", "II,,V1", "-II"])
def test_a_lead_that_is_not_there_is_told_with_those_that_are(text):
    with pytest.raises(EcgError, match="V6"):
        parse_choice(text, TWELVE)
