"""A table that says too little is asked for, by keys alone, and read so from then on."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.open import open_record
from ecgviewer.paper.view import Theme
from ecgviewer.ui.import_dialog import ImportDialog
from ecgviewer.ui.menus import fill_menu
from tests.gui.test_accessible_names import is_for_the_reader, speaks
from tests.io.made_tables import made_waves, write_mv, write_table

pytestmark = pytest.mark.usefixtures("unjudged")

WAVES = made_waves()
COUNTED = "sample;MLII;V5;beat\n"


def write_counted(path, waves=WAVES):
    """Write two leads in µV with decimal commas between numbers of rows and letters."""
    n = waves.shape[1]
    columns = [range(n), *(waves * 1000).tolist(), ["N"] * n]
    return write_table(path, columns, COUNTED, delimiter=";", decimal_comma=True)


@pytest.fixture
def asked(desk, tmp_path):
    """The dialog for such a table, in front of the window."""
    desk.window.opening.open_path(write_counted(tmp_path / "a.csv"))
    return dialog_of(desk)


def dialog_of(desk):
    def shown():
        dialogs = desk.window.findChildren(ImportDialog)
        return [dialog for dialog in dialogs if dialog.isVisible()]

    desk.until(lambda: bool(shown()))
    return shown()[-1]


def focused():
    return QApplication.focusWidget()


def test_a_rate_is_typed_and_enter_opens_the_table(desk, asked):
    desk.until(lambda: focused() is asked.rate)
    assert asked.leads.text() == "MLII V5"
    assert asked.unit.currentText() == "µV"
    assert asked.hints is None
    desk.bot.keyClicks(asked.rate, "360")
    desk.bot.keyClick(asked.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)
    record = desk.state.record
    assert (record.rate_hz, record.lead_names) == (360.0, ("MLII", "V5"))
    np.testing.assert_allclose(record.read(0, 3_000), WAVES, atol=1e-6)
    desk.until_idle()
    assert desk.state.files == (record.path,)


def test_tables_with_the_same_columns_open_at_once_from_then_on(desk, asked, tmp_path):
    desk.bot.keyClicks(asked.rate, "360")
    desk.bot.keyClick(asked.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)
    (tmp_path / "other").mkdir()
    same = write_counted(tmp_path / "other/b.csv", WAVES[:, :900])
    desk.open(same)
    assert (desk.state.record.rate_hz, desk.state.record.n_samples) == (360.0, 900)
    desk.window.opening.open_path(write_mv(tmp_path / "c.csv", "time (s),x,y\n"))
    assert dialog_of(desk).table.roles


def test_escape_leaves_all_as_it_was(desk, asked):
    desk.bot.keyClick(asked, Qt.Key.Key_Escape)
    desk.until(lambda: not desk.window.findChildren(ImportDialog))
    assert desk.state.record is None
    assert desk.window.preferences.hints("") is None


def test_all_is_reached_and_changed_by_keys(desk, asked):
    seen = []
    while focused() not in seen:
        seen.append(focused())
        desk.bot.keyClick(focused(), Qt.Key.Key_Tab)
    table = asked.table
    fields = [*table.roles, table.skip_lines, table.decimal_comma]
    for widget in (*fields, asked.rate, asked.leads, asked.unit, asked.gain):
        assert widget in seen, widget.accessibleName()
    last = table.roles[2]
    last.setFocus()
    desk.bot.keyClick(last, Qt.Key.Key_End)
    assert last.currentText() == "left out"
    assert (asked.leads.text(), table.hints.columns) == ("MLII", ("MLII",))
    desk.bot.keyClick(last, Qt.Key.Key_Home)
    assert asked.leads.text() == "MLII V5"
    asked.unit.setFocus()
    desk.bot.keyClick(asked.unit, Qt.Key.Key_Home)
    assert asked.gain.text() == "1"


def test_every_field_has_a_name_for_screen_readers(desk, asked):
    asking = [one for one in asked.findChildren(QWidget) if one.isVisible()]
    silent = [one for one in asking if is_for_the_reader(one) and not speaks(one)]
    labelled = {asked.rate, asked.leads}
    assert [one for one in silent if one not in labelled] == []


def test_the_paper_shows_what_the_answers_make_of_the_first_rows(desk, asked):
    before = asked.sheet.page
    assert before is None
    desk.bot.keyClicks(asked.rate, "250")
    page = asked.sheet.page
    assert (page.rate_hz, page.names, page.theme) == (250.0, ("MLII", "V5"), Theme.LIGHT)
    np.testing.assert_allclose(page.values_mv[:, :2_000], WAVES[:, :2_000], atol=1e-6)
    drawn = asked.sheet.grab().toImage()
    asked.gain.setText("100000")
    assert asked.sheet.grab().toImage() != drawn
    assert "swings by 0.02" in asked._problem.text()


def test_a_rate_that_follows_from_times_is_not_kept_for_other_tables(desk, tmp_path):
    desk.window.opening.open_path(write_mv(tmp_path / "a.csv", "time (s),I,II\n"))
    dialog = dialog_of(desk)
    assert dialog.rate.text() == "500"
    assert dialog.hints.fs_hz is None
    desk.bot.keyClick(dialog.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)
    assert desk.state.record.rate_hz == 500.0
    slower = [[f"{k / 250:.3f}" for k in range(900)], *WAVES[:, :900].tolist()]
    desk.open(write_table(tmp_path / "b.csv", slower, "time (s),I,II\n"))
    assert desk.state.record.rate_hz == 250.0


def test_another_column_of_times_gives_another_rate(desk, tmp_path):
    n = WAVES.shape[1]
    columns = [[2 * k for k in range(n)], [f"{k / 500:.3f}" for k in range(n)], *WAVES.tolist()]
    path = write_table(tmp_path / "a.csv", columns, "time,stamp,I (mV),II (mV)\n")
    desk.window.opening.open_path(path)
    dialog = dialog_of(desk)
    times = dialog.table.roles[1]
    times.setFocus()
    times.setCurrentIndex(1)
    assert [role.currentText() for role in dialog.table.roles][:2] == ["left out", "times"]
    assert dialog.rate.text() == "500"


def test_times_that_are_uneven_further_down_need_a_rate_that_is_kept(desk, tmp_path):
    times = [f"{(k + 9 * (k > 5_000)) / 500:.3f}" for k in range(6_000)]
    path = write_table(tmp_path / "a.csv", [times, [1.5] * 6_000], "time (s),I (mV)\n")
    with pytest.raises(NeedsHints, match="uneven"):
        open_record(path)
    desk.window.opening.open_path(path)
    dialog = dialog_of(desk)
    assert dialog.hints.fs_hz == 500.0
    desk.bot.keyClick(dialog.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)


def test_lines_above_the_table_are_skipped_and_the_columns_read_anew(desk, tmp_path):
    path = write_table(tmp_path / "a.csv", WAVES.tolist(), "1,2\n" * 6 + "I (mV),II (mV)\n")
    desk.window.opening.open_path(path)
    dialog = dialog_of(desk)
    assert dialog.leads.text() == "Lead_1 Lead_2"
    dialog.table.skip_lines.setFocus()
    for _ in range(6):
        desk.bot.keyClick(dialog.table.skip_lines, Qt.Key.Key_Up)
    assert dialog.leads.text() == "I II"
    desk.bot.keyClicks(dialog.rate, "500")
    desk.bot.keyClick(dialog.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)
    assert desk.state.record.n_samples == WAVES.shape[1]


def test_a_wrong_answer_is_put_right_from_the_menu(desk, asked):
    desk.bot.keyClicks(asked.rate, "36")
    desk.bot.keyClick(asked.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record is not None)
    desk.until_idle()
    menu = QMenu()
    fill_menu(menu, desk.window)
    words = {action.text(): action for action in menu.actions()}
    words["Read this file differently…"].trigger()
    dialog = dialog_of(desk)
    assert [field.text() for field in (dialog.leads, dialog.gain)] == ["MLII V5", "1000"]
    # What stood there is selected, so that typing replaces it.
    desk.until(lambda: dialog.rate.selectedText() == "36")
    desk.bot.keyClicks(dialog.rate, "360")
    desk.bot.keyClick(dialog.rate, Qt.Key.Key_Return)
    desk.until(lambda: desk.state.record.rate_hz == 360.0)


def test_a_file_that_says_everything_is_not_offered_to_be_read_differently(desk, demo_af):
    desk.open(demo_af)
    menu = QMenu()
    fill_menu(menu, desk.window)
    assert "Read this file differently…" not in [action.text() for action in menu.actions()]
    desk.window.opening.ask_anew()
    desk.until(lambda: desk.window.message_line.text == "demo_af.hea says itself how it is read.")


def test_kept_answers_come_back_whole_and_damaged_ones_are_none(preferences):
    hints = ImportHints(250.0, ("I",), 1000.0, None, ("2",), "", 3, True)
    preferences.keep_hints("a table", hints)
    assert preferences.hints("a table") == hints
    preferences._settings.setValue("hints", '{"a table": {"fs_hz": "fast", "leads": 1}}')
    assert preferences.hints("a table") is None
