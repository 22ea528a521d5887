"""With a translator set, no text that the window shows is plain English any more.

The translator puts «…» around each text that it is given, and leaves the values in its
places outside. Whatever stands outside of the marks was never given to it: that may be a
unit, a number, a key, the name of a lead, a net or a class, and what the record's file says.
"""

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from ecgviewer.core.class_choices import class_choices
from ecgviewer.core.classes import class_text
from ecgviewer.core.record import Record
from ecgviewer.core.scan import SCAN_LABELS
from ecgviewer.core.scan_findings import in_order_of_confidence
from ecgviewer.core.text import set_translator
from ecgviewer.inference.unfamiliar_words import swap_words
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.limb_reversal import SWAP_WORDS, LimbReversal
from ecgviewer.signal.scan_findings import scan_findings
from ecgviewer.ui.lead_choosing import choose_leads
from ecgviewer.ui.screen_ruler import ask_ruler
from ecgviewer.ui.shortcut_sheet import ShortcutSheet
from ecgviewer.ui.shortcuts import SHORTCUTS
from ecgviewer.ui.state import Stage
from ecgviewer.ui.widgets import ElidedLabel
from tests import made_models
from tests.marked_texts import marked, outside_marks
from tests.scan_models import scan_of_beats

# All that may stand outside of the marks, besides what `names_of` a record says.
UNITS = {"s", "ms", "min", "h", "mm", "mV", "Hz"}
NAMES = {"ecgviewer", "LSTM", "CNN", "CPU", "SNOMED", "CT", "Ann", "Reader"}
LABELS = {*made_models.LABELS, *SCAN_LABELS}
# Names of classes come from tables of terms, not from the program's texts.
CLASS_NAMES = {choice.name for choice in class_choices()}
ABBREVIATIONS = {part for one in class_choices() for part in one.abbreviation.split("/")}
# Those of the table, and those that single menus and lists add.
KEYS = {QKeySequence(key).toString() for entry in SHORTCUTS for key in entry.keys} | {
    "Enter", "Shift+Enter", "Return",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]\w*")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@pytest.fixture
def marks() -> Iterator[None]:
    set_translator(marked)
    yield
    set_translator(None)


@pytest.fixture
def marked_desk(marks, desk):
    """A window without any model, made while the translator is set."""
    return desk


def said_by(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a window and of what is in it, with where it stands."""
    for action in window.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip(), action.whatsThis()):
            yield "action", text
    for widget in [window, *window.findChildren(QWidget)]:
        if is_of_qt(widget):
            continue
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        yield from ((where, text) for text in texts_of(widget))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((where, text) for text in rows_of(widget.model()))


def is_of_qt(widget: QWidget) -> bool:
    """Whether Qt made a widget for itself, in words that it translates by itself."""
    parent = widget.parent()
    if isinstance(parent, QDialogButtonBox) and isinstance(widget, QAbstractButton):
        return parent.standardButton(widget) is not QDialogButtonBox.StandardButton.NoButton
    return widget.objectName().startswith("qt_") or isinstance(parent, QTabBar)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget shows and what a screen reader says of it."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, ElidedLabel):
        yield widget.whole_text
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QDockWidget | QDialog) or widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))


def rows_of(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    """Yield the words of a list's rows and of the rows below them."""
    parent = above or QModelIndex()
    # Qt hides the count of a list, which is 1.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (text for role in _ROLES if isinstance(text := index.data(role), str))
            yield from rows_of(model, index)


def names_of(record: Record) -> Iterator[str]:
    """Yield what the window may show as the file, or its place, has it."""
    folder = record.path.parent
    yield from (str(folder), folder.name, record.name, record.format)
    yield from (name for path in folder.iterdir() for name in (str(path), path.name, path.stem))
    yield from record.comments
    yield from (f"{told.text} {told.code}" for told in record.diagnoses)
    yield from (mark.source for mark in record.annotations)
    yield from (class_text(label).name for label in LABELS)


def plain_words(text: str, names: Iterable[str] = ()) -> set[str]:
    """Return the words of a text that nobody could have translated and that are no names."""
    rest = outside_marks(text)
    keys = (f"({key})" for key in KEYS)
    for name in sorted((*names, *CLASS_NAMES, *keys), key=len, reverse=True):
        rest = rest.replace(name, " ") if name else rest
    if set(rest.split()) <= KEYS:
        return set()
    words = set(_WORD.findall(rest)) - UNITS - NAMES - LABELS - ABBREVIATIONS
    return words - set(STANDARD_LEADS)


def forgotten(window: QWidget, record: Record | None = None, model: str = "") -> list[str]:
    """Return what a window shows in plain English; model: the name of the one that answers."""
    names = {model, *(names_of(record) if record else ())}
    said = {one for one in said_by(window) if one[1]}
    assert len(said) > 5
    return sorted(f"{where}: {text}" for where, text in said if plain_words(text, names))


def test_nothing_is_plain_in_the_empty_window(marked_desk):
    assert "\n".join(forgotten(marked_desk.window)) == ""


def test_nothing_is_plain_with_a_record_open_and_all_menus_filled(marked_desk, demo_af):
    marked_desk.open(demo_af)
    window = marked_desk.window
    for menu in (window._menu, window._recent_menu):
        menu.aboutToShow.emit()
    assert "«Filter»" in {action.text() for action in window._menu.actions()}
    assert "\n".join(forgotten(window, marked_desk.state.record)) == ""


def test_nothing_is_plain_beside_two_pages(marked_desk, demo_af):
    marked_desk.open(demo_af)
    marked_desk.press(Qt.Key.Key_F2)
    marked_desk.until_idle()
    assert "\n".join(forgotten(marked_desk.window, marked_desk.state.record)) == ""


@pytest.mark.parametrize(
    "show",
    [
        choose_leads,
        ask_ruler,
        lambda window: ShortcutSheet(window).show(),
        lambda window: window.actions_by_name["add_class"].trigger(),
        lambda window: window.panels.review.history.click(),
    ],
)
def test_nothing_is_plain_in_a_dialog(show, marked_desk, demo_af):
    marked_desk.open(demo_af)
    marked_desk.press(Qt.Key.Key_2, Qt.Key.Key_U, Qt.Key.Key_V)
    marked_desk.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    marked_desk.open(demo_af)
    window = marked_desk.window
    show(window)
    (dialog,) = window.findChildren(QDialog)
    assert "\n".join(forgotten(dialog, marked_desk.state.record)) == ""
    dialog.close()


def test_nothing_is_plain_once_a_model_has_answered(marks, model_desk, demo_af):
    model_desk.open(demo_af)
    model_desk.press(Qt.Key.Key_2, Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_Q)
    told = model_desk.state.heat_trial
    assert outside_marks(told.verdict) != told.verdict
    assert "\n".join(forgotten(model_desk.window, model_desk.state.record, "random")) == ""


def test_nothing_is_plain_once_a_record_is_scanned(marked_desk, demo_long):
    desk = marked_desk
    desk.open(demo_long)
    made = scan_of_beats("NNVVVNNAANRVVNV")
    found = scan_findings(made)
    desk.window.state.replace(
        scan=made,
        scan_stage=Stage.DONE,
        scan_findings=found,
        scan_by_kind=in_order_of_confidence(found),
    )
    assert "«Pauses»" in desk.window.panels.holter.accessible_text()
    assert "\n".join(forgotten(desk.window, desk.state.record, made.model)) == ""


def test_a_text_that_was_forgotten_would_be_found(marked_desk):
    marked_desk.window.ribbon.setToolTip("Forgotten")
    assert len(forgotten(marked_desk.window)) == 1
    assert plain_words("«Open» and close (Ctrl+O)") == {"and", "close"}
    assert plain_words("«Low-pass» 40 Hz (F9), V1") == set()


@pytest.mark.parametrize("swap", SWAP_WORDS)
def test_swapped_cables_are_told_alike_by_signal_and_by_model(swap, marks):
    """The window compares both sentences, so that it tells of a swap once."""
    assert swap_words(swap) == LimbReversal(swap, 1.0).words
    assert plain_words(swap_words(swap)) == set()
