"""What each key of the table does to the window."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from ecgviewer.core.text import later, tr
from ecgviewer.io.reader import all_readers
from ecgviewer.paper.navigation import stepped_gain
from ecgviewer.paper.view import View
from ecgviewer.signal.display_filter import OFF, unfit_words
from ecgviewer.ui import page_turning
from ecgviewer.ui.beat_colouring import colours_beats
from ecgviewer.ui.marks_wiring import delete_mark
from ecgviewer.ui.menus import open_menu
from ecgviewer.ui.reading_commands import reading_commands
from ecgviewer.ui.report_commands import report_commands
from ecgviewer.ui.review_commands import review_commands
from ecgviewer.ui.state import BeatMode

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

# Narrower, its three columns have no room.
_WORKLIST_LEAST_PX = 320
_FILTER = later("ECG records ({patterns});;All files (*)")

Command = Callable[[], object]


def commands_of(window: MainWindow) -> dict[str, Command]:
    """Return what to do for every name in the table of keys."""
    commands = (
        _file_commands(window)
        | _time_commands(window)
        | _paper_commands(window)
        | _caliper_commands(window)
        | _finding_commands(window)
        | _erase_commands(window)
        | _compare_commands(window)
        | _window_commands(window)
        | reading_commands(window)
        | review_commands(window)
        | report_commands(window)
    )
    return window.blindness.guarded(commands)


def _file_commands(window: MainWindow) -> dict[str, Command]:
    return {
        "open_file": lambda: _ask_file(window),
        "open_folder": lambda: _ask_folder(window),
        "previous_file": lambda: window.opening.step(-1),
        "next_file": lambda: window.opening.step(1),
        "filter_files": lambda: _show(window, "files", window.files.focus_search),
    }


def _time_commands(window: MainWindow) -> dict[str, Command]:
    def move(seconds: float) -> Command:
        return lambda: window.comparing.move_by(seconds)

    def turn(pages: int) -> None:
        window.comparing.move_by(pages * page_turning.page_step_s(window.page_s))

    def arrow(samples: int, seconds: float) -> Command:
        otherwise = window.marking.or_nudge(samples, move(seconds))
        return window.calipers.or_nudge(samples, otherwise)

    return {
        "back": arrow(-1, -1.0),
        "forward": arrow(1, 1.0),
        "back_little": arrow(-10, -0.2),
        "forward_little": arrow(10, 0.2),
        "page_back": lambda: turn(-1),
        "page_forward": lambda: turn(1),
        "to_start": lambda: window.comparing.go_to(-math.inf),
        "to_end": lambda: window.comparing.go_to(math.inf),
    }


def _paper_commands(window: MainWindow) -> dict[str, Command]:
    def turn(change: Callable[[View], View]) -> Command:
        return lambda: window.show_view(change(window.state.value.view))

    def step_lead(steps: int) -> None:
        state = window.state.value
        if state.record is not None:
            window.show_view(page_turning.step_lead(state.view, state.record, steps))

    return {
        "gain_up": turn(lambda view: stepped_gain(view, 1)),
        "gain_down": turn(lambda view: stepped_gain(view, -1)),
        "slower": turn(lambda view: page_turning.step_speed(view, -1)),
        "faster": turn(lambda view: page_turning.step_speed(view, 1)),
        "standard_scale": turn(page_turning.standard_scale),
        "next_layout": turn(page_turning.next_layout),
        "lead_up": lambda: step_lead(-1),
        "lead_down": lambda: step_lead(1),
        "fit_page": turn(lambda view: replace(view, fit=window.paper.sheet().magnification == 1)),
        "filter": lambda: _toggle_filter(window),
        "grid": turn(page_turning.next_grid),
        "annotations": lambda: window.state.replace(
            annotations_visible=not window.state.value.annotations_visible
        ),
        "scan_marks": lambda: window.state.replace(
            scan_marks_visible=not window.state.value.scan_marks_visible
        ),
    }


def _toggle_filter(window: MainWindow) -> None:
    state = window.state.value
    on = not state.view.display_filter.on
    chosen = window.preferences.last_filter if on else OFF
    window.change_view(display_filter=chosen)
    unfit = unfit_words(chosen, state.record.rate_hz) if state.record is not None else ""
    if unfit:
        window.message_line.say(f"{unfit[0].upper()}{unfit[1:]}.")


def _caliper_commands(window: MainWindow) -> dict[str, Command]:
    return {
        "caliper": window.calipers.toggle,
        "march_out": window.calipers.march,
        "pin_caliper": window.calipers.pin,
        "delete_caliper": lambda: delete_mark(window),
        "copy_calipers": window.calipers.copy,
    }


def _finding_commands(window: MainWindow) -> dict[str, Command]:
    def toggle_overlay() -> None:
        overlay = window.state.value.overlay
        window.state.replace(overlay=replace(overlay, visible=not overlay.visible))

    def step(steps: int) -> None:
        if window.state.value.scan is not None:
            window.scanning.step(steps)
        else:
            window.reasoning.step_label(steps)

    def step_method() -> None:
        whose = window.colouring if colours_beats(window.state.value) else window.reasoning
        whose.step_method()

    return {
        "next_finding": lambda: step(1),
        "previous_finding": lambda: step(-1),
        "next_beat": lambda: window.scanning.step_beat(1),
        "previous_beat": lambda: window.scanning.step_beat(-1),
        "overlay": toggle_overlay,
        "next_method": step_method,
        "analyse": window.reasoning.analyse,
        "scan": window.scanning.start,
        "print_summary": lambda: _print_summary(window),
        "export": lambda: _export(window),
        "stop": window.stop,
    }


def _erase_commands(window: MainWindow) -> dict[str, Command]:
    def erase() -> None:
        window.calipers.leave()
        window.erasing.toggle()

    def erase_marked() -> None:
        measured = window.calipers.span()
        window.calipers.leave()
        window.erasing.erase_marked(measured)

    return {
        "erase": erase,
        "erase_marked": erase_marked,
        "restore_last": window.erasing.restore_last,
    }


def _compare_commands(window: MainWindow) -> dict[str, Command]:
    def link() -> None:
        compared = window.state.value.compared
        if compared is not None:
            window.comparing.set_linked(linked=not compared.linked)

    return {
        "compare": window.comparing.toggle,
        "link_compared": link,
        "swap_compared": window.comparing.swap,
    }


def _window_commands(window: MainWindow) -> dict[str, Command]:
    return {
        "theme": lambda: window.show_view(page_turning.other_theme(window.state.value.view)),
        "panels": window.places.toggle_panels,
        "menu": lambda: open_menu(window),
        "full_screen": window.places.toggle_full_screen,
        "focus_files": lambda: _show(window, "files", window.files.focus_list),
        "focus_paper": window.centre.papers.focus_next,
        "focus_findings": lambda: _show(window, "findings", window.findings.focus_list),
        "focus_why": lambda: _show(window, "why", window.why.focus_method),
        "focus_leads": lambda: _show(window, "leads", window.leads.focus_leads),
        "focus_facts": lambda: _show(window, "facts", window.facts.setFocus),
        "focus_beat": lambda: _show_beats(window, BeatMode.MEDIAN),
        "focus_scan": lambda: _show(window, "scan", window.panels.scan.focus_list),
        "focus_strips": lambda: _show(window, "strips", window.panels.strips.setFocus),
        "focus_holter": lambda: _show(window, "holter", window.panels.holter.setFocus),
        "focus_bookmarks": lambda: _show(window, "bookmarks", window.panels.bookmarks.focus_list),
        "focus_worklist": lambda: show_worklist(window),
        "focus_measured": lambda: _show(window, "measured", window.panels.measured.focus_list),
        "focus_review": lambda: _show(window, "review", window.panels.review.focus_list),
        "focus_superposed": lambda: _show_beats(window, BeatMode.SUPERPOSED),
        "focus_magnified": lambda: _show_beats(window, BeatMode.MAGNIFIED),
        "shortcut_sheet": lambda: _open_shortcut_sheet(window),
        "manual": lambda: _open_manual(window),
    }


def _show(window: MainWindow, dock: str, focus: Command) -> None:
    window.docks[dock].show()
    window.docks[dock].raise_()
    focus()


def _show_beats(window: MainWindow, mode: BeatMode) -> None:
    window.state.replace(beat_mode=mode)
    _show(window, "beat", window.panels.beats.setFocus)


# What few readers open is loaded when they do: the window is there sooner.


def _print_summary(window: MainWindow) -> None:
    from ecgviewer.ui.holter_print import ask_printer

    ask_printer(window)


def _export(window: MainWindow) -> None:
    from ecgviewer.ui.export_dialog import show_export

    show_export(window)


def _open_manual(window: MainWindow) -> None:
    from ecgviewer.ui.manual_window import Manual

    _open(Manual(window))


def _open_shortcut_sheet(window: MainWindow) -> None:
    from ecgviewer.ui.shortcut_sheet import ShortcutSheet

    _open(ShortcutSheet(window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def _ask_file(window: MainWindow) -> None:
    name = ask_record(window, tr("Open a record"))
    if name:
        window.opening.open_path(Path(name))


def show_worklist(window: MainWindow) -> None:
    """Bring the worklist to the front, wide enough, and put the keyboard into it."""
    dock = window.docks["worklist"]
    dock.show()
    dock.raise_()
    if dock.width() < _WORKLIST_LEAST_PX and not dock.isFloating():
        window.resizeDocks([dock], [_WORKLIST_LEAST_PX], Qt.Orientation.Horizontal)
    window.panels.worklist.focus_list()


def ask_record(window: MainWindow, title: str) -> str:
    """Let the reader choose a record's file; "" where none was chosen."""
    folder = window.preferences.folder
    suffixes = dict.fromkeys(suffix for reader in all_readers() for suffix in reader.suffixes)
    patterns = " ".join(f"*{suffix}" for suffix in suffixes if suffix)
    filters = tr(_FILTER, patterns=patterns)
    name, _ = QFileDialog.getOpenFileName(window, title, folder, filters)
    return name


def _ask_folder(window: MainWindow) -> None:
    folder = window.preferences.folder
    name = QFileDialog.getExistingDirectory(window, tr("Open a folder"), folder)
    if name:
        window.opening.open_folder(Path(name))
