"""`ecgviewer worklist` writes what `analyze --out` found as a review file."""

from contextlib import closing
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.review.store import Access, ReviewStore
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_run import ArchiveRun
from tests.archives import order_for, write_archive
from tests.study.inline_crew import InlineCrew


@pytest.fixture
def out(tmp_path) -> Path:
    archive = write_archive(tmp_path / "archive", 3)
    order = order_for(tmp_path / "out")
    with closing(Output(order)) as output:
        ArchiveRun(output, InlineCrew(order), [archive], lambda _tally: None).work()
    return order.out


def test_it_writes_a_review_file_and_adds_to_one_that_is_there(out, tmp_path, capsys):
    file = tmp_path / "ward.ecgreview"
    for _ in range(2):
        assert main(["worklist", str(out), "--out", str(file)]) == 0
        said = capsys.readouterr().out
        assert f"{file} holds 3 records with the answers of small." in said
        assert str(tmp_path / "archive") in said
    with closing(ReviewStore(file, Access.READ_ONLY)) as store:
        assert len(list(store.answers())) == len(store.records()) == 3


def test_what_cannot_be_gets_one_sentence(out, tmp_path, capsys, monkeypatch):
    assert main(["worklist", str(out), "--out", str(tmp_path / "ward.txt")]) == 2
    assert "must end in .ecgreview" in capsys.readouterr().err
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["worklist", str(out)]) == 2
    assert "--out FILE.ecgreview writes the list" in capsys.readouterr().err


def test_a_file_that_came_to_nothing_is_not_left(tmp_path, capsys):
    file = tmp_path / "ward.ecgreview"
    assert main(["worklist", str(tmp_path), "--out", str(file)]) == 2
    assert "holds no answers" in capsys.readouterr().err
    assert not file.exists()


def test_a_finding_that_no_record_has_leaves_no_file_and_keeps_one_that_is_there(
    out, tmp_path, capsys
):
    file = tmp_path / "ward.ecgreview"
    wanted = ["worklist", str(out), "--found", "NOPE", "--out", str(file)]
    assert main(wanted) == 2
    assert "holds no record with NOPE among its findings" in capsys.readouterr().err
    assert not list(tmp_path.glob("ward*"))
    assert main(["worklist", str(out), "--out", str(file)]) == 0
    assert main(wanted) == 2
    assert file.exists()
