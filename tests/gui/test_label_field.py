"""A region's label is looked for as classes are everywhere, and the nearest one is taken."""

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.class_choices import matching_classes
from ecgviewer.core.class_names import offered_classes
from ecgviewer.ui.app import make_application
from ecgviewer.ui.label_field import LabelField, shown

# The list is a window, of which the offscreen platform has not all.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key


@pytest.fixture
def field(qtbot) -> LabelField:
    make_application()
    made = LabelField()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def offers(field: LabelField) -> list[str]:
    rows = field.popup.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("branch left", "LBBB"),
        ("flut", "164890007"),
        ("elev", "STE"),
        ("st", "STE"),
        ("164889003", "AF"),
        ("premature ventricular c", "PVC"),
    ],
)
def test_the_nearest_class_is_a_press_of_enter_away(field, qtbot, typed, label):
    qtbot.keyClicks(field, typed)
    qtbot.waitUntil(field.popup.isVisible)
    found = matching_classes(typed, offered_classes())
    assert offers(field) == [shown(choice.key) for choice in found]
    with qtbot.waitSignal(field.completed):
        qtbot.keyClick(field, Key.Key_Return)
    assert field.label == label
    assert not field.popup.isVisible()


def test_arrows_choose_another_of_those_that_fit(field, qtbot):
    qtbot.keyClicks(field, "branch left")
    qtbot.waitUntil(field.popup.isVisible)
    second = matching_classes("branch left", offered_classes())[1]
    qtbot.keyClick(field.popup, Key.Key_Down)
    qtbot.keyClick(field.popup, Key.Key_Down)
    assert field.text() == shown(second.key)
    qtbot.keyClick(field.popup, Key.Key_Return)
    assert field.label == second.key


def test_a_click_takes_a_row(field, qtbot):
    qtbot.keyClicks(field, "flut")
    qtbot.waitUntil(field.popup.isVisible)
    index = field.popup.model().index(0, 0)
    with qtbot.waitSignal(field.completed):
        at = field.popup.visualRect(index).center()
        qtbot.mouseClick(field.popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert field.label == "164890007"


def test_what_fits_no_class_offers_none_and_less_of_it_offers_again(field, qtbot):
    qtbot.keyClicks(field, "flutz")
    assert not field.popup.isVisible()
    assert field.label is None
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.waitUntil(field.popup.isVisible)
    assert offers(field)[0] == shown("164890007")


def test_labels_of_beats_are_offered_here_too(field, qtbot):
    qtbot.keyClicks(field, "normal beat")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.label == "N"
