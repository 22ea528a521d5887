"""The window in German: no English is left, what went wrong is told, and a choice is kept."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QMenu, QWidget

from ecgviewer.cli import language_option
from ecgviewer.cli.main import build_parser
from ecgviewer.core.class_choices import matching_classes
from ecgviewer.core.class_names import label_of
from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import grouped, is_translated, tr
from ecgviewer.ui.app import make_application
from ecgviewer.ui.language import LANGUAGES, language_of, use_language
from ecgviewer.ui.lead_choosing import choose_leads
from ecgviewer.ui.screen_ruler import ask_ruler
from ecgviewer.ui.shortcut_sheet import ShortcutSheet
from tests.gui.test_translated import CLASS_NAMES, names_of, said_by
from text_files import translated

_WORD = re.compile(r"[^\W\d_]{2,}")
# The reader's and the model's.
_NAMES = {"ann", "reader", "random"}


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    use_language(make_application(), "de")
    yield
    use_language(make_application(), "en")
    QLocale.setDefault(before)


@pytest.fixture
def german_desk(german, model_desk):
    """A window with one model, made in German."""
    return model_desk


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Words of English texts that no German text has."""
    known = translated(resources_folder() / "text" / "ecgviewer_de.ts")
    return words_of(*known) - words_of(*known.values()) - _NAMES


def words_of(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(re.sub(r"\{\w+\}", "", text))}


def left_in_english(window: QWidget, english: set[str], names: set[str]) -> list[str]:
    """Return what a window says with words that are no German ones, nor those of a file."""
    said = {one for one in said_by(window) if one[1]}
    assert len(said) > 2
    # A class that SNOMED CT alone names keeps its English name.
    known = words_of(*names, *CLASS_NAMES)
    return sorted(f"{where}: {text}" for where, text in said if words_of(text) & english - known)


def test_nothing_is_english_once_a_model_has_answered(german_desk, demo_af, english):
    desk = german_desk
    desk.open(demo_af)
    desk.press(Qt.Key.Key_2, Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_Q)
    window = desk.window
    for menu in (window._menu, window._recent_menu):
        menu.aboutToShow.emit()
    assert "Befundung" in {action.text() for action in window._menu.actions()}
    assert "Vorhofflimmern" in {text for _, text in said_by(window)}
    assert left_in_english(window, english, set(names_of(desk.state.record))) == []


def test_nothing_is_english_in_the_dialogs(german_desk, demo_af, english):
    german_desk.open(demo_af)
    german_desk.press(Qt.Key.Key_2)
    window = german_desk.window
    names = set(names_of(german_desk.state.record))
    for show in (
        choose_leads,
        ask_ruler,
        lambda window: ShortcutSheet(window).show(),
        lambda window: window.actions_by_name["export"].trigger(),
        lambda window: window.panels.review.history.click(),
    ):
        show(window)
        (dialog,) = (x for x in window.findChildren(QDialog) if x.isVisible())
        assert left_in_english(dialog, english, names) == []
        dialog.close()


def test_english_that_is_left_would_be_found(german_desk, english):
    german_desk.window.ribbon.setToolTip("Nothing was found")
    assert len(left_in_english(german_desk.window, english, set())) == 1


def test_what_went_wrong_is_told_in_german_and_kept_in_english(german_desk, tmp_path):
    told: list[str] = []
    line = german_desk.window.message_line
    german_desk.window.opening.failed.connect(lambda sentence, _details: told.append(sentence))
    german_desk.window.opening.open_path(tmp_path / "gone.hea")
    german_desk.until(lambda: line.is_error)
    assert line.text == "gone.hea existiert nicht: Prüfen Sie Namen und Ordner."
    assert told == ["gone.hea does not exist: check the name and the folder."]


def test_the_language_is_chosen_in_the_menu_and_is_that_of_the_next_window(
    desk, make_desk, preferences
):
    application = make_application()
    assert preferences.language == "system"
    choose_language(desk.window, "Language", "Deutsch")
    assert preferences.language == "de"
    assert desk.window.message_line.text == "The language takes effect at the next start."
    use_language(application, preferences.language)
    try:
        window = make_desk().window
        assert window.docks["findings"].windowTitle() == "Befunde"
        choose_language(window, "Sprache", "English")
    finally:
        use_language(application, preferences.language)
    assert preferences.language == "en"
    assert make_desk().window.docks["findings"].windowTitle() == "Findings"


def choose_language(window, menu_name: str, language: str) -> None:
    window._menu.aboutToShow.emit()
    menu = child(window._menu, menu_name).menu()
    assert isinstance(menu, QMenu)
    child(menu, language).trigger()


def child(menu: QMenu, text: str) -> QAction:
    (found,) = (action for action in menu.actions() if action.text() == text)
    return found


def test_letters_for_menus_are_told_apart(german_desk, demo_af):
    german_desk.open(demo_af)
    window = german_desk.window
    window._menu.aboutToShow.emit()
    for menu in window.findChildren(QMenu):
        letters = re.findall(r"&(\w)", " ".join(action.text() for action in menu.actions()))
        assert len(letters) == len({letter.lower() for letter in letters})


def test_qt_says_its_own_words_and_keys_in_german(qtbot, german):
    assert cancel_words(qtbot) == "Abbrechen"
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+O").toString(native) in ("Strg+O", "⌘O")


def test_english_comes_back_for_the_program_and_for_qt(qtbot, german):
    use_language(make_application(), "en")
    assert cancel_words(qtbot) == "Cancel"
    assert (tr("Open"), is_translated()) == ("Open", False)


def cancel_words(qtbot) -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_figures_keep_their_point_and_thousands_stand_apart(qtbot, german):
    field = QDoubleSpinBox(maximum=2000)
    qtbot.addWidget(field)
    field.setValue(1200.5)
    assert field.text() == "1200.50"
    assert tr("{n} beats", n="1,200") == "1\N{NO-BREAK SPACE}200 Schläge"
    assert tr("{n} beats", n="0.5") == "0.5 Schläge"
    assert grouped(1200) == "1\N{NO-BREAK SPACE}200"


def test_classes_are_found_by_their_german_and_their_english_names(german):
    assert label_of("linksschenkelblock") == label_of("Left bundle branch block") == "LBBB"
    assert matching_classes("vorhoffl")[0].key == matching_classes("atrial fib")[0].key == "AF"


def test_the_system_decides_where_nobody_has_chosen(monkeypatch):
    for system, language in (("de_AT", "de"), ("fr_FR", "en"), ("en_GB", "en")):
        locale = QLocale(system)
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda locale=locale: locale))
        assert language_of("system") == language
    assert (language_of("de"), language_of("xx")) == ("de", "en")


def test_the_command_line_offers_each_language():
    assert tuple(code for code, _ in LANGUAGES) == language_option.LANGUAGES
    asked = build_parser().parse_args(["open", "--language", "de"])
    assert asked.language == "de"
    assert build_parser().parse_args(["open"]).language is None
