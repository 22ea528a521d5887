"""The menu at the right end of the tools, and the recent records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ecgviewer.ui.filter_menu import fill_filter_menu
from ecgviewer.ui.screen_ruler import ask_ruler

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_DEVICES = (("auto", "Automatic"), ("cpu", "Processor (CPU)"), ("cuda", "Graphics card (CUDA)"))
_PARTS: tuple[tuple[str, ...], ...] = (
    ("open_file", "open_folder"),
    (
        "go_to_time",
        "standard_scale",
        "fit_page",
        "cabrera",
        "filter",
        "grid",
        "annotations",
        "scan_marks",
        "caliper",
        "march_out",
        "pin_caliper",
        "copy_calipers",
    ),
    ("overlay", "next_method", "erase", "erase_marked", "restore_last", "analyse"),
    ("scan", "print_summary"),
)
_LAST_PARTS = (("theme", "panels", "full_screen"), ("manual", "shortcut_sheet"))


def fill_menu(menu: QMenu, window: MainWindow) -> None:
    """Fill the main menu anew; entries show their keys."""
    menu.clear()
    state = window.state.value
    for names in _PARTS:
        _add_actions(menu, window, names)
    if state.record is not None:
        fill_filter_menu(
            menu.addMenu("Filter"),
            state.view.display_filter,
            state.record.rate_hz,
            lambda chosen: window.change_view(display_filter=chosen),
        )
    models = [(None, "Fitting the record"), *((name, name) for name in state.models or ())]
    choose = window.reasoning
    _add_choices(menu.addMenu("Model"), models, state.model, choose.choose_model)
    _add_choices(menu.addMenu("Compute on"), _DEVICES, state.wanted_device, choose.choose_device)
    menu.addSeparator()
    shown = menu.addMenu("Panels")
    for dock in window.docks.values():
        shown.addAction(dock.toggleViewAction())
    menu.addAction("Calibrate the screen…", lambda: ask_ruler(window))
    for names in _LAST_PARTS:
        _add_actions(menu, window, names)
    menu.addAction("Quit", window.close)


def fill_recent(menu: QMenu, window: MainWindow) -> None:
    """Fill the list of recent records anew."""
    menu.clear()
    for path in window.preferences.recent:
        action = menu.addAction(f"{path.with_suffix('').name}    {path.parent.name}")
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: window.opening.open_path(path))
    if menu.isEmpty():
        menu.addAction("No recent record").setEnabled(False)
    menu.addSeparator()
    menu.addAction("See the demo", window.opening.open_demo)


def _add_actions(menu: QMenu, window: MainWindow, names: Iterable[str]) -> None:
    for name in names:
        menu.addAction(window.actions_by_name[name])
    menu.addSeparator()


def _add_choices(
    menu: QMenu,
    options: Iterable[tuple[str | None, str]],
    current: str | None,
    choose: Callable[[str], None] | Callable[[str | None], None],
) -> None:
    group = QActionGroup(menu)
    for value, text in options:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.setData(value)
        group.addAction(action)
    group.triggered.connect(lambda action: choose(action.data()))
