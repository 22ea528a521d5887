"""What is closed, or filled or coloured anew, is let go of."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QDialog, QMenu

from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from tests.gui.conftest import Desk, destroy, show_window
from tests.gui.worklists import fill

# Dialogs and menus are windows, of which the offscreen platform has not all.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PANELS = (
    "files", "findings", "why", "facts", "leads", "scan", "holter", "strips", "measured",
    "bookmarks", "worklist", "review", "beat", "superposed", "magnified",
)  # fmt: skip
DIALOGS = ("manual", "shortcut_sheet", "export", "agreement", "add_class", "choose_leads")
ACTS = (
    "next_finding", "bookmark", "caliper", "march_out", "add_region", "erase", "filter",
    "compare", "play",
)  # fmt: skip

Uses = Callable[[Desk], object]
Remains = dict[str, "weakref.ref[object]"]


@pytest.fixture
def close_after(qtbot, preferences, speaking_model, demo_af) -> Callable[[Uses], Remains]:
    """Return a function that opens a window, uses it, closes it, and tells what remains."""
    make_application()

    def close_after(use: Uses) -> Remains:
        desk = show_window(qtbot, preferences)
        desk.open(demo_af)
        use(desk)
        desk.until_idle()
        parts = parts_of(desk)
        destroy(desk.window)
        return parts

    # What lives while the networks are loaded is never collected.
    close_after(lambda _desk: None)
    return close_after


def parts_of(desk: Desk) -> Remains:
    """Everything that a window is made of, and the signal that it shows."""
    window = desk.window
    holders = {"": vars(window), "panels.": vars(window.panels), "centre.": vars(window.centre)}
    found = {
        f"{place}{name}": part
        for place, parts in holders.items()
        for name, part in parts.items()
        if isinstance(part, QObject)
    }
    found |= {"window": window, "record": desk.state.record, "pyramid": desk.state.pyramid}
    return {name: weakref.ref(part) for name, part in found.items()}


def numbers_of(window: MainWindow) -> Counter[str]:
    """How many of each kind a window holds; Qt's style makes and ends animations as it likes."""
    parts = window.findChildren(QObject)
    return Counter(
        type(part).__name__ for part in parts if not isinstance(part, QAbstractAnimation)
    )


def alive(parts: Remains) -> list[str]:
    gc.collect()
    return [name for name, part in parts.items() if part() is not None]


def trigger(*names: str) -> Uses:
    """Do these things one after the other."""

    def do(desk: Desk) -> None:
        for name in names:
            desk.window.actions_by_name[name].trigger()
            desk.until_idle()

    return do


def open_menus(desk: Desk) -> None:
    """Fill every menu as if it opened."""
    for menu in desk.window.findChildren(QMenu):
        menu.aboutToShow.emit()


def open_dialogs(desk: Desk) -> None:
    """Open one dialog after the other, and close it."""
    for name in DIALOGS:
        trigger(name)(desk)
        for dialog in desk.window.findChildren(QDialog):
            dialog.close()


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(trigger(*(f"focus_{name}" for name in PANELS)), id="panels"),
        pytest.param(trigger(*ACTS), id="acts"),
        pytest.param(trigger(*DIALOGS), id="open dialogs"),
        pytest.param(open_dialogs, id="closed dialogs"),
        pytest.param(open_menus, id="menus"),
    ],
)
def test_nothing_of_a_closed_window_stays(close_after, use):
    assert alive(close_after(use)) == []


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(open_menus, id="menus"),
        pytest.param(open_dialogs, id="dialogs"),
        pytest.param(trigger("theme", "theme"), id="theme"),
        pytest.param(trigger("compare", "compare"), id="compare"),
    ],
)
def test_what_is_done_again_leaves_nothing_of_before(desk, folder, unjudged, act):
    fill(desk, folder)
    numbers = []
    for _ in range(3):
        act(desk)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        numbers.append(numbers_of(desk.window))
    assert numbers[2] == numbers[1]
