"""Who hears whose wishes: panels and paper on one side, those who do the work on the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.text import tr
from ecgviewer.ui.beat_colouring import colours_beats
from ecgviewer.ui.commands import ask_record
from ecgviewer.ui.lead_choosing import choose_leads
from ecgviewer.ui.marks_wiring import connect_marks, connect_regions
from ecgviewer.ui.paper_view import PaperView
from ecgviewer.ui.review_wiring import connect_review
from ecgviewer.ui.screen_ruler import ask_ruler
from ecgviewer.ui.typed import ask_gain, ask_speed, ask_text
from ecgviewer.ui.window_actions import check_actions

if TYPE_CHECKING:
    from ecgviewer.io.hints import NeedsHints
    from ecgviewer.ui.main_window import MainWindow


def connect_parts(window: MainWindow) -> None:
    """Connect the parts of a window with one another."""
    _connect_paper(window)
    _connect_compared(window)
    _connect_tools(window)
    _connect_panels(window)
    _connect_leads(window)
    _connect_beat(window)
    _connect_measured(window)
    _connect_scan(window)
    _connect_bookmarks(window)
    connect_review(window)
    _connect_saving(window)
    _connect_judging(window)
    _connect_what_is_made_late(window)
    _connect_empty_sheet(window)
    connect_marks(window)


def _connect_paper(window: MainWindow) -> None:
    paper, line = window.paper, window.message_line
    paper.view_wished.connect(window.show_view)
    paper.samples_wished.connect(window.opening.feed.wish_samples)
    window.opening.feed.samples.connect(paper.put_samples)
    window.opening.feed.samples_missed.connect(paper.miss_samples)
    paper.hovered.connect(line.show_reading)
    paper.scale_clicked.connect(lambda: ask_ruler(window))
    paper.erase_told.connect(line.show_measure)
    paper.calipers_wished.connect(window.calipers.show)
    window.calipers.measured.connect(line.show_measure)
    window.calipers.said.connect(line.say)
    paper.lead_clicked.connect(lambda name: window.change_view(rhythm_lead=name))
    paper.erase_wished.connect(lambda span: window.erasing.erase([span]))
    window.erasing.answered.connect(window.reasoning.try_again)
    window.ribbon.moved.connect(window.go_to)
    window.ribbon.hovered.connect(line.show_reading)
    window.counting.failed.connect(line.say_error)


def _connect_compared(window: MainWindow) -> None:
    papers, bar, comparing = window.centre.papers, window.centre.papers.bar, window.comparing
    actions = window.actions_by_name
    papers.below_made.connect(lambda paper: _connect_paper_below(window, paper))
    comparing.go_wished.connect(window.go_to)
    comparing.measured.connect(window.message_line.show_measure)
    window.ribbon.second_moved.connect(comparing.move_below)
    window.files.compare_wished.connect(comparing.open_path)
    bar.path_wished.connect(comparing.open_path)
    bar.same_wished.connect(comparing.show_same)
    bar.file_wished.connect(lambda: _compare_file(window))
    bar.list_wished.connect(lambda: _compare_from_list(window))
    bar.link_wished.connect(actions["link_compared"].trigger)
    bar.swap_wished.connect(actions["swap_compared"].trigger)
    bar.end_wished.connect(actions["compare"].trigger)


def _connect_paper_below(window: MainWindow, paper: PaperView) -> None:
    paper.set_screen_scale(window.screen_scale.scale)
    window.screen_scale.changed.connect(paper.set_screen_scale)
    paper.scale_clicked.connect(lambda: ask_ruler(window))
    paper.hovered.connect(window.message_line.show_reading)
    paper.lead_clicked.connect(lambda name: window.change_view(rhythm_lead=name))
    connect_regions(window, paper)


def _compare_file(window: MainWindow) -> None:
    name = ask_record(window, tr("Compare with a record"))
    if name:
        window.comparing.open_path(Path(name))
    else:
        # The menu has marked what was not chosen after all.
        window.centre.papers.bar.offer(window.state.value)


def _compare_from_list(window: MainWindow) -> None:
    window.actions_by_name["filter_files"].trigger()
    window.centre.papers.bar.offer(window.state.value)


def _connect_tools(window: MainWindow) -> None:
    tools = window.tools
    tools.layout_wished.connect(lambda layout: window.change_view(layout=layout))
    tools.speed_wished.connect(lambda speed: window.change_view(speed_mm_per_s=speed))
    tools.gain_wished.connect(lambda gain: window.change_view(gain_mm_per_mv=gain))
    tools.typed_speed_wished.connect(lambda: ask_speed(window))
    tools.typed_gain_wished.connect(lambda: ask_gain(window))
    tools.leads_wished.connect(lambda: choose_leads(window))
    tools.pace_wished.connect(window.player.choose_pace)
    window.player.said.connect(window.message_line.say)
    tools.filter_wished.connect(lambda chosen: window.change_view(display_filter=chosen))


def _connect_panels(window: MainWindow) -> None:
    window.findings.label_wished.connect(window.reasoning.choose_label)
    window.why.method_wished.connect(lambda method: _choose_method(window, method))
    window.why.overlay_wished.connect(lambda overlay: window.state.replace(overlay=overlay))
    window.files.path_wished.connect(window.opening.open_path)
    window.files.left.connect(window.paper.setFocus)


def _choose_method(window: MainWindow, method: str) -> None:
    """Explain by another method what is coloured: the beats of a scan, or a finding."""
    whose = window.colouring if colours_beats(window.state.value) else window.reasoning
    whose.choose_method(method)


def _connect_leads(window: MainWindow) -> None:
    leads, weighing = window.leads, window.weighing
    leads.lead_wished.connect(window.choose_lead)
    leads.label_wished.connect(window.reasoning.choose_label)
    leads.method_wished.connect(weighing.choose_method)
    leads.settle_wished.connect(weighing.settle)
    leads.stop_wished.connect(weighing.stop)
    window.docks["leads"].seen_changed.connect(weighing.set_seen)


def _connect_beat(window: MainWindow) -> None:
    window.beat.lead_wished.connect(window.choose_lead)
    window.beat.hovered.connect(window.message_line.show_reading)
    beat, laid, superposing = window.docks["beat"], window.panels.laid, window.superposing
    beat.seen_changed.connect(window.laying.set_seen)
    beat.seen_changed.connect(superposing.set_seen)
    beat.seen_changed.connect(window.measuring.set_beat_seen)
    window.panels.beats.mode_wished.connect(lambda mode: window.state.replace(beat_mode=mode))
    laid.lead_wished.connect(lambda name: window.change_view(rhythm_lead=name))
    laid.extent_wished.connect(superposing.choose)
    laid.hovered.connect(window.message_line.show_reading)


def _connect_measured(window: MainWindow) -> None:
    panel, measuring = window.panels.measured, window.measuring
    panel.row_wished.connect(measuring.choose)
    panel.said.connect(window.message_line.say)
    measuring.failed.connect(window.message_line.say_error)
    window.docks["measured"].seen_changed.connect(measuring.set_seen)


def _connect_scan(window: MainWindow) -> None:
    scanning = window.scanning
    window.reasoning.scan_wished.connect(scanning.start)
    scanning.go_wished.connect(window.go_to)
    window.paper.place_clicked.connect(scanning.choose_beat)
    window.docks["strips"].seen_changed.connect(window.looking.set_seen)
    window.looking.asking.connect(window.colouring.give_way)


def _connect_bookmarks(window: MainWindow) -> None:
    panel, marking = window.panels.bookmarks, window.bookmarking
    panel.go_wished.connect(marking.go)
    panel.delete_wished.connect(marking.delete)
    panel.text_wished.connect(lambda mark: ask_text(window, mark, fresh=False))
    marking.go_wished.connect(window.go_to)


def _connect_saving(window: MainWindow) -> None:
    sign = window.message_line.saved_sign
    window.state.changed.connect(sign.redraw)
    sign.try_again_wished.connect(window.reviewing.unkept.try_again)


def _connect_judging(window: MainWindow) -> None:
    blindness = window.blindness
    blindness.said.connect(window.message_line.say)
    window.adjudicating.said.connect(window.message_line.say)
    window.adjudicating.failed.connect(window.message_line.say_error)
    for show in (window.centre.show_marks, window.facts.show_hidden, window.findings.show_hidden):
        blindness.changed.connect(show)
    # What can be ticked has ticked itself.
    blindness.refused.connect(lambda state: check_actions(window, state))
    blindness.changed.connect(lambda _: window.counting.begin_again())
    # The window may begin with all of it hidden.
    blindness.changed.emit(window.state.value)


def _connect_what_is_made_late(window: MainWindow) -> None:
    panels = window.panels
    panels.late_scan.made.connect(lambda: _connect_scan_panel(window))
    panels.late_holter.made.connect(lambda: _connect_holter(window))
    panels.late_worklist.made.connect(lambda: _connect_worklist(window))
    panels.late_readers.made.connect(lambda: _connect_readers(window))
    window.opening.needs_hints.connect(lambda asked: _ask_hints(window, asked))


def _ask_hints(window: MainWindow, asked: NeedsHints) -> None:
    from ecgviewer.ui.import_dialog import ask_hints

    ask_hints(window, asked)


def _connect_worklist(window: MainWindow) -> None:
    from ecgviewer.ui.list_parts import connect_worklist

    connect_worklist(window)


def _connect_scan_panel(window: MainWindow) -> None:
    panel, scanning = window.panels.scan, window.scanning
    panel.finding_wished.connect(scanning.choose)
    panel.lead_wished.connect(window.scan_lead)
    panel.kind_wished.connect(scanning.choose_kind)


def _connect_holter(window: MainWindow) -> None:
    panel = window.panels.holter
    panel.print_wished.connect(window.actions_by_name["print_summary"].trigger)
    panel.export_wished.connect(lambda: _export_summary(window))


def _connect_readers(window: MainWindow) -> None:
    choose = window.panels.readers.class_wished
    choose.connect(lambda label: window.state.replace(stated_label=label))


def _connect_empty_sheet(window: MainWindow) -> None:
    empty = window.empty
    empty.file_wished.connect(window.actions_by_name["open_file"].trigger)
    empty.folder_wished.connect(window.actions_by_name["open_folder"].trigger)
    empty.demo_wished.connect(window.opening.open_demo)
    empty.path_wished.connect(window.opening.open_path)
    empty.return_wished.connect(window.actions_by_name["reopen"].trigger)


def _export_summary(window: MainWindow) -> None:
    # Printing is loaded by those who print.
    from ecgviewer.ui.holter_print import ask_file

    ask_file(window)
