"""What the keys of reading do: fine scales, leads, bookmarks, paces, the last record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.text import tr
from ecgviewer.paper.scales import fine_gain, fine_speed
from ecgviewer.paper.view import View
from ecgviewer.ui.lead_choosing import change_cabrera, choose_leads
from ecgviewer.ui.typed import ask_text, ask_time

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

Command = Callable[[], object]


def reading_commands(window: MainWindow) -> dict[str, Command]:
    """Return what to do for the names of the table of keys that are about reading."""

    def turn(change: Callable[[View, int], View], steps: int) -> Command:
        return lambda: window.show_view(change(window.state.value.view, steps))

    marking = window.bookmarking
    return {
        "speed_up_little": turn(fine_speed, 1),
        "speed_down_little": turn(fine_speed, -1),
        "gain_up_little": turn(fine_gain, 1),
        "gain_down_little": turn(fine_gain, -1),
        "choose_leads": lambda: choose_leads(window),
        "cabrera": lambda: change_cabrera(window),
        "go_to_time": lambda: ask_time(window),
        "play": window.player.toggle,
        "pace_up": lambda: window.player.step_pace(1),
        "pace_down": lambda: window.player.step_pace(-1),
        "bookmark": lambda: _set_bookmark(window),
        "next_bookmark": lambda: marking.step(1),
        "previous_bookmark": lambda: marking.step(-1),
        "reopen": window.session.reopen,
    }


def _set_bookmark(window: MainWindow) -> None:
    """Set a bookmark where the caliper begins, else mid-page; in the list, write on the chosen."""
    state, panel = window.state.value, window.panels.bookmarks
    if state.record is None:
        window.message_line.say(tr("No record is open to set a bookmark in."))
        return
    chosen = panel.chosen
    if panel.list.hasFocus() and chosen is not None:
        ask_text(window, chosen, fresh=False)
        return
    measured = window.calipers.span()
    middle = window.bookmarking.middle(state, state.record)
    place = middle if measured is None else measured.start
    _write_new(window, place)


def _write_new(window: MainWindow, place: int) -> None:
    before: tuple[Bookmark, ...] = window.state.value.bookmarks
    mark = window.bookmarking.set_at(place)
    if mark is not None:
        ask_text(window, mark, fresh=mark not in before)
