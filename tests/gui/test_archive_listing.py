"""The answers about an archive are the window's worklist, and no record is asked about again."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ecgviewer.review.worklist_order import Column
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_run import ArchiveRun
from tests.archives import answers_in, order_for, small_model_folder
from tests.gui.worklists import cells, filled, names, panel
from tests.study.inline_crew import InlineCrew


@pytest.fixture
def out(folder: Path, no_models: Path, tmp_path: Path) -> Path:
    """The answers of the only model about the five records of a ward."""
    shutil.copytree(small_model_folder(), no_models / "small")
    order = order_for(tmp_path / "out", model="small")
    with closing(Output(order)) as output:
        ArchiveRun(output, InlineCrew(order), [folder], lambda _tally: None).work()
    return order.out


def open_archive(desk, out: Path) -> None:
    desk.window.list_parts.archives.open((out,), frozenset())
    desk.until(lambda: desk.state.record is not None)
    filled(desk)


def test_the_list_stands_with_its_answers_and_nothing_is_analysed_again(
    make_desk,
    out,
    folder,
    asked,
    unjudged,
):
    desk = make_desk()
    open_archive(desk, out)
    assert desk.state.folder == folder
    assert not desk.window.docks["worklist"].isHidden()
    assert names(desk) == ["a", "b", "c", "deep/d", "deep/e"]
    found = {Path(x["record"]).stem: x["findings"] for x in answers_in(out)}
    told = cells(desk, Column.MODEL)
    assert all(told)
    for name, words in zip(names(desk), told, strict=True):
        assert all(label in words for label in found[Path(name).name][:1])
    desk.bot.mouseClick(panel(desk).analyse, Qt.MouseButton.LeftButton)
    assert desk.window.message_line.text == "Every record of the list is analysed."
    # The open one is asked about because it is open.
    assert asked == ["a"]


def test_a_folder_without_answers_is_told_of(desk, tmp_path):
    desk.window.list_parts.archives.open((tmp_path,), frozenset())
    desk.until(lambda: "holds no answers" in desk.window.message_line.text)
    assert desk.state.record is None
