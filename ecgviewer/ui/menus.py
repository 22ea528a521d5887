"""The menu at the right end of the tools, and the recent records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ecgviewer.core.text import later, tr
from ecgviewer.paper.view import PENS_MM, Theme
from ecgviewer.ui.filter_menu import fill_filter_menu
from ecgviewer.ui.language import LANGUAGES
from ecgviewer.ui.marks_wiring import add_marks
from ecgviewer.ui.model_adding import ask_model
from ecgviewer.ui.paces import PACES
from ecgviewer.ui.review_files import add_review_files
from ecgviewer.ui.screen_ruler import ask_ruler
from ecgviewer.ui.widgets import empty_menu

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_DEVICES = (
    ("auto", later("Automatic")),
    ("cpu", later("Processor (CPU)")),
    ("cuda", later("Graphics card (CUDA)")),
)
_PARTS: tuple[tuple[str, ...], ...] = (
    ("open_file", "open_folder"),
    ("go_to_time", "filter"),
    ("overlay", "next_method", "analyse"),
    ("scan",),
)
# In menus of their own: all in one would be higher than a small screen.
_REPORT = ("print", "save_report", "print_summary", "save_picture", "copy_picture")
_COMPARE = ("compare", "link_compared", "swap_compared")
_ERASE = ("erase", "erase_marked", "restore_last")
_CALIPERS = ("caliper", "march_out", "pin_caliper", "copy_calipers")
_PAPER = (
    "choose_leads", "cabrera", "standard_scale", "fit_page", "grid", "annotations", "scan_marks",
)  # fmt: skip
_BOOKMARKS = (
    "bookmark", "next_bookmark", "previous_bookmark", "undo", "redo", "focus_bookmarks",
)  # fmt: skip
_REVIEW = (
    "focus_review", "add_class", "clear_classes", "reviewed", "flag",
    "next_unreviewed", "previous_unreviewed",
    "focus_worklist",
)  # fmt: skip
_JUDGING = ("reveal", "blind", "adjudicate", "agreement")
_HELP = ("manual", "shortcut_sheet")
_THEMES = (
    (Theme.LIGHT, later("Light")),
    (Theme.DARK, later("Dark")),
    (Theme.PRINT, later("As printed")),
)


def open_menu(window: MainWindow) -> None:
    """Open the main menu, to be gone through by keys."""
    window.tools.open_menu()


def fill_menu(menu: QMenu, window: MainWindow) -> None:
    """Fill the main menu anew; entries show their keys."""
    empty_menu(menu)
    state = window.state.value
    _add_parts(menu, window)
    if state.record is not None:
        fill_filter_menu(
            menu.addMenu(tr("Filter")),
            state.view.display_filter,
            state.record.rate_hz,
            lambda chosen: window.change_view(display_filter=chosen),
        )
    _add_actions(menu.addMenu(tr("Report and pictures")), window, _REPORT)
    _add_looks(menu, window)
    _add_actions(menu.addMenu(tr("Calipers")), window, _CALIPERS)
    _add_actions(menu.addMenu(tr("Compare")), window, _COMPARE)
    _add_actions(menu.addMenu(tr("Erase")), window, _ERASE)
    _add_actions(menu.addMenu(tr("Bookmarks")), window, _BOOKMARKS)
    review = menu.addMenu(tr("Review"))
    _add_actions(review, window, _REVIEW)
    _add_actions(review, window, _JUDGING)
    add_marks(review, window)
    add_review_files(review, window)
    _add_actions(review, window, ("export",))
    models = [(None, tr("Fitting the record")), *((name, name) for name in state.models or ())]
    choose = window.reasoning
    answering = menu.addMenu(tr("Model"))
    _add_choices(answering, models, state.model, choose.choose_model)
    answering.addSeparator()
    answering.addAction(tr("Add a model…"), lambda: ask_model(window))
    devices = [(device, tr(words)) for device, words in _DEVICES]
    computing = menu.addMenu(tr("Compute on"))
    _add_choices(computing, devices, state.wanted_device, choose.choose_device)
    _add_languages(menu, window)
    menu.addSeparator()
    shown = menu.addMenu(tr("Panels"))
    for dock in window.docks.values():
        shown.addAction(dock.toggleViewAction())
    shown.addSeparator()
    _add_actions(shown, window, ("panels", "full_screen"))
    menu.addAction(tr("Calibrate the screen…"), lambda: ask_ruler(window))
    _add_actions(menu, window, _HELP)
    menu.addAction(tr("Quit"), window.close)


def _add_parts(menu: QMenu, window: MainWindow) -> None:
    """Offer what is wanted most, and to put right how the file on show is read."""
    if window.tools.more is not None:
        menu.addMenu(window.tools.more)
        menu.addSeparator()
    if window.opening.was_told:
        menu.addAction(tr("Read this file differently…"), window.opening.ask_anew)
        menu.addSeparator()
    for names in _PARTS:
        _add_actions(menu, window, names)


def _add_looks(menu: QMenu, window: MainWindow) -> None:
    """Offer all that is about the paper's look, and the paces that it plays at."""
    view = window.state.value.view
    paper, play = menu.addMenu(tr("Paper")), menu.addMenu(tr("Play"))
    _add_actions(paper, window, _PAPER)
    pens = [(pen, f"{pen:g} mm") for pen in PENS_MM]
    choose = window.change_view
    _add_choices(paper.addMenu(tr("Pen")), pens, view.trace_mm, lambda pen: choose(trace_mm=pen))
    paper.addSeparator()
    themes = [(theme, tr(words)) for theme, words in _THEMES]
    _add_choices(paper, themes, view.theme, lambda theme: choose(theme=theme))
    paper.addAction(window.actions_by_name["theme"])
    _add_actions(play, window, ("play", "pace_up", "pace_down"))
    paces = [(pace, pace.words[:1].upper() + pace.words[1:]) for pace in PACES]
    _add_choices(play, paces, window.state.value.pace, window.player.choose_pace)


def _add_languages(menu: QMenu, window: MainWindow) -> None:
    """Offer the languages; the chosen one is that of the next window."""
    languages = [(code, tr(words)) for code, words in LANGUAGES]

    def choose(language: str) -> None:
        window.preferences.language = language
        window.message_line.say(tr("The language takes effect at the next start."))

    _add_choices(menu.addMenu(tr("Language")), languages, window.preferences.language, choose)


def fill_recent(menu: QMenu, window: MainWindow) -> None:
    """Fill the list of recent records anew."""
    menu.clear()
    for path in window.preferences.recent:
        action = menu.addAction(f"{path.with_suffix('').name}    {path.parent.name}")
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: window.opening.open_path(path))
    if menu.isEmpty():
        menu.addAction(tr("No recent record")).setEnabled(False)
    menu.addSeparator()
    menu.addAction(tr("See the demo"), window.opening.open_demo)


def _add_actions(menu: QMenu, window: MainWindow, names: Iterable[str]) -> None:
    for name in names:
        menu.addAction(window.actions_by_name[name])
    menu.addSeparator()


def _add_choices(
    menu: QMenu,
    options: Iterable[tuple[object, str]],
    current: object,
    choose: Callable[[Any], object],
) -> None:
    group = QActionGroup(menu)
    for value, text in options:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == current)
        group.addAction(action)
        # Not the action's data: a value of an enumeration of words would become a mere word.
        action.triggered.connect(lambda _=False, value=value: choose(value))
