"""Who hears whose wishes about regions and about the labels of beats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from ecgviewer.core.review import Region
from ecgviewer.core.text import tr
from ecgviewer.ui.beat_menu import open_beat_menu
from ecgviewer.ui.correcting import beat_places
from ecgviewer.ui.look import chrome_of
from ecgviewer.ui.paper_view import PaperView
from ecgviewer.ui.state import ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow
    from ecgviewer.ui.region_editor import RegionEditor


def connect_marks(window: MainWindow) -> None:
    """Connect paper, list and editor with those who mark and correct."""
    marking, correcting, line = window.marking, window.correcting, window.message_line
    for part in (marking, correcting):
        part.said.connect(line.say)
    marking.go_wished.connect(window.go_to)
    connect_regions(window, window.paper)
    window.paper.beats_to_wished.connect(correcting.extend_to)
    window.paper.menu_wished.connect(lambda sample, at: open_beat_menu(window, sample, at))
    listed = window.panels.regions
    listed.go_wished.connect(marking.go)
    listed.delete_wished.connect(marking.delete)
    listed.edit_wished.connect(marking.edit)
    marking.editor_wished.connect(lambda region: _edit(window, region))
    # After the paper has taken the keyboard.
    window.opening.opened.connect(lambda: QTimer.singleShot(0, marking.offer_unkept))


def connect_regions(window: MainWindow, paper: PaperView) -> None:
    """Let the mouse on a paper mark regions."""
    marking = window.marking
    paper.region_told.connect(window.message_line.show_measure)
    paper.region_drawn.connect(lambda region: _draw(window, region))
    paper.region_moved.connect(marking.move)
    paper.region_chosen.connect(marking.choose)
    paper.region_edit_wished.connect(marking.edit)
    paper.region_turned.connect(marking.turn_edge)


def leave_marks(window: MainWindow) -> bool:
    """Put away one thing that marks or is marked; says whether there was one."""
    if window.paper.drop_region():
        return True
    return window.marking.leave() or window.correcting.leave()


def delete_mark(window: MainWindow) -> None:
    """Remove the caliper in hand, else the chosen region, else the last pinned caliper."""
    if window.state.value.calipers.out or not window.marking.delete():
        window.calipers.delete()


def add_marks(menu: QMenu, window: MainWindow) -> None:
    """Offer what marks regions."""
    state = window.state.value
    menu.addAction(window.actions_by_name["add_region"])
    coloured = menu.addAction(tr("Mark the coloured part"), window.marking.mark_coloured)
    coloured.setEnabled(state.heat is not None)
    spanned = menu.addAction(tr("Mark what the caliper spans"), lambda: _mark_caliper(window))
    spanned.setEnabled(bool(state.calipers.every))
    menu.addSeparator()


def _draw(window: MainWindow, region: Region) -> None:
    """Ask for a region's label; of a scan, the beats below are chosen with it."""
    places = beat_places(window.state.value)
    below = places[(places >= region.start) & (places < region.stop)]
    if len(below) > 1:
        window.correcting.select(below.tolist())
    window.marking.draw(region)


def _mark_caliper(window: MainWindow) -> None:
    every = window.state.value.calipers.every
    page = window.paper.page
    lead = page.record.leads[every[-1].lead].name if every and page is not None else None
    window.marking.mark_caliper(lead)


def _edit(window: MainWindow, region: Region) -> None:
    state = window.state.value
    if state.record is None:
        return
    place = window.paper.place_of(region)
    if place is not None:
        place.translate(window.paper.pos())
    n_beats = len(state.scan_beats)
    note = ""
    if n_beats and not region.region_id:
        note = tr("{n} beats below stay chosen for the keys 1 to 9.", n=f"{n_beats:,}")
    region_editor(window).edit(region, state.record.rate_hz, place, note)


def region_editor(window: MainWindow) -> RegionEditor:
    """Return the window's editor, made for the first region: the window is there sooner."""
    from ecgviewer.ui.region_editor import RegionEditor

    editor = window.centre.papers.findChild(RegionEditor)
    if editor is None:
        editor, marking = RegionEditor(window.centre.papers), window.marking
        editor.set_chrome(chrome_of(window.state.value.view.theme))
        editor.kept.connect(marking.keep)
        editor.discarded.connect(marking.discard)
        editor.left.connect(window.paper.setFocus)
        window.state.changed.connect(lambda old, new: _follow(editor, old, new))
    return editor


def _follow(editor: RegionEditor, old: ViewState, new: ViewState) -> None:
    if old.record is not new.record:
        editor.put_away()
    if old.view.theme is not new.view.theme:
        editor.set_chrome(chrome_of(new.view.theme))
