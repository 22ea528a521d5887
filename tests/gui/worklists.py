"""Short words for tests of the worklist, and a folder of five records for it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from ecgviewer.review.worklist_order import Column
from ecgviewer.ui.worklist_model import COLUMNS
from tests.gui.pages_below import write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
AF, SNR, PVC = "164889003", "426783006", "427172004"


def write_ward(tmp_path: Path) -> Path:
    """Write five records of which headers say AF, SNR, AF and PVC, and the last one nothing."""
    folder = tmp_path / "ward"
    (folder / "deep").mkdir(parents=True)
    said = {"a": AF, "b": SNR, "c": f"{AF},{PVC}", "deep/d": PVC, "deep/e": ""}
    for place, (name, codes) in enumerate(said.items()):
        # Records of the same samples would be the same record.
        header = write(folder, name, 10 + place / 5)
        if codes:
            header.write_text(header.read_text() + f"#Dx: {codes}\n")
    return folder


def fill(desk, folder: Path) -> None:
    """Open a folder and wait until its list is filled."""
    desk.window.opening.open_folder(folder)
    desk.until(lambda: desk.state.record is not None and desk.state.folder == folder)
    desk.press(Key.Key_Q, modifier=SHIFT)
    filled(desk)


def filled(desk) -> None:
    desk.until(lambda: desk.state.listed is not None and not desk.state.list_work.kind)
    desk.until_idle()


def panel(desk):
    return desk.window.panels.worklist


def names(desk) -> list[str]:
    """The names of the rows as the table shows them."""
    model = panel(desk).model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cells(desk, column: Column) -> list[str]:
    model = panel(desk).model
    return [model.index(row, COLUMNS.index(column)).data() for row in range(model.rowCount())]


def click_row(desk, row: int) -> None:
    table = panel(desk).table
    at = table.visualRect(panel(desk).model.index(row, 0)).center()
    desk.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_header(desk, column: Column) -> None:
    header = panel(desk).table.horizontalHeader()
    place = COLUMNS.index(column)
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    desk.bot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def be_wide(desk) -> None:
    dock = desk.window.docks["worklist"]
    desk.window.resize(1800, 900)
    desk.window.resizeDocks([dock], [1000], Qt.Orientation.Horizontal)
    desk.until(lambda: len(panel(desk).table.columns_shown) == len(COLUMNS))


def open_name(desk) -> str:
    return desk.state.record.name


def step(desk, key, name: str, modifier=None) -> None:
    desk.press(key, modifier=modifier)
    desk.until(lambda: open_name(desk) == name)
    desk.until_idle()
