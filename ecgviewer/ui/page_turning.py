"""How keys and buttons change the page; pure functions on views."""

from dataclasses import replace

from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.paper.lead_choice import index_of
from ecgviewer.paper.navigation import clamped_start, in_sequence
from ecgviewer.paper.view import SPEEDS_MM_PER_S, Grid, Layout, Theme, View
from ecgviewer.signal.derived_leads import with_derived
from ecgviewer.signal.leads import find_lead

LAYOUT_NAMES = {
    Layout.THREE_BY_FOUR: "3×4 + II",
    Layout.SIX_BY_TWO: "6×2",
    Layout.TWELVE_BY_ONE: "12×1",
    Layout.RHYTHM: later("One lead"),
}
_FULL_SHEET = 12
_OVERLAP_S = 1.0
_FEW_LEADS = 2


def chosen_words(view: View) -> str:
    """Return "6 leads" where chosen leads stand in rows whatever the layout, else ""."""
    if not view.leads or view.layout is Layout.RHYTHM or len(view.leads) >= _FULL_SHEET:
        return ""
    n_leads = len(view.leads)
    return tr("1 lead") if n_leads == 1 else tr("{n} leads", n=n_leads)


def go_to(view: View, record: Record, page_s: float, start_s: float) -> View:
    """Begin the page at a time, kept within the record."""
    return replace(view, start_s=clamped_start(start_s, page_s, record.duration_s))


def page_step_s(page_s: float) -> float:
    """Return the seconds from a page to the next; one second stays in sight."""
    return max(page_s - _OVERLAP_S, page_s / 2)


def turn_page(view: View, record: Record, page_s: float, pages: int) -> View:
    """Turn so many pages."""
    return go_to(view, record, page_s, view.start_s + pages * page_step_s(page_s))


def step_speed(view: View, steps: int) -> View:
    """Take the next faster or slower paper."""
    present = view.speed_mm_per_s
    nearest = min(SPEEDS_MM_PER_S, key=lambda speed: abs(speed - present))
    place = min(max(SPEEDS_MM_PER_S.index(nearest) + steps, 0), len(SPEEDS_MM_PER_S) - 1)
    return replace(view, speed_mm_per_s=SPEEDS_MM_PER_S[place])


def standard_scale(view: View) -> View:
    """Return to 25 mm/s and 10 mm/mV."""
    return replace(view, speed_mm_per_s=25.0, gain_mm_per_mv=10.0)


def next_layout(view: View) -> View:
    """Take the next arrangement of leads."""
    layouts = list(Layout)
    place = layouts.index(view.layout) + 1
    return replace(view, layout=layouts[place % len(layouts)])


def next_grid(view: View) -> View:
    """Take the next of the three grids: 1 mm, 5 mm, none."""
    grids = [Grid.SMALL, Grid.LARGE, Grid.OFF]
    return replace(view, grid=grids[(grids.index(view.grid) + 1) % len(grids)])


def other_theme(view: View) -> View:
    """Change between light and dark."""
    return replace(view, theme=Theme.LIGHT if view.theme is Theme.DARK else Theme.DARK)


def step_lead(view: View, record: Record, steps: int) -> View:
    """Take the next or previous lead for the rhythm strip."""
    names = record.lead_names
    place = find_lead(view.rhythm_lead, names) or 0
    return replace(view, rhythm_lead=names[(place + steps) % len(names)])


def first_page(view: View, record: Record, layout: Layout, leads: tuple[str, ...] = ()) -> View:
    """Return the page to begin a record with; one or two leads stand below each other.

    leads: those that were chosen for records like it.
    """
    names = record.lead_names
    if len(names) <= _FEW_LEADS:
        layout = Layout.RHYTHM if len(names) == 1 else Layout.TWELVE_BY_ONE
    rhythm_lead = "II" if find_lead("II", names) is not None or not names else names[0]
    return replace(
        view,
        start_s=0.0,
        layout=layout,
        rhythm_lead=rhythm_lead,
        leads=leads,
        sequential=in_sequence(record),
    )


def page_below(view: View, record: Record, start_s: float) -> View:
    """Return the page of a record that stands below another: as that, at a time of its own."""
    lead = view.rhythm_lead
    if find_lead(lead, record.lead_names) is None:
        lead = first_page(view, record, view.layout).rhythm_lead
    leads = view.leads
    if leads and all(index_of(key, with_derived(record).leads) is None for key in leads):
        leads = ()  # none of the chosen ones: all of its own say more than "not recorded"
    in_time = in_sequence(record)
    return replace(view, start_s=start_s, rhythm_lead=lead, leads=leads, sequential=in_time)
