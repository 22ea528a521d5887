"""A recording that was moved and renamed is known by what is in it."""

import re
import shutil
from pathlib import Path

import pytest

from ecgviewer.core.review import Change, Stated, Step, Topic
from ecgviewer.io.open import open_record
from ecgviewer.review.store import Access, KnownRecord, ReviewStore
from tests.review.made_reviews import NOON

FOLDERS = ("ludb", "mitdb", "cpsc2018-challenge", "ptb-xl", "cinc2017")


def first_header(folder: Path) -> Path:
    return min(folder.rglob("*.hea"))


def renamed(header: Path, folder: Path) -> Path:
    """Copy a record under another name, its header's first line and files told anew."""
    record = open_record(header)
    folder.mkdir(parents=True)
    stem = header.stem
    for path in header.parent.glob(f"{stem}*"):
        shutil.copy(path, folder / path.name.replace(stem, "moved", 1))
    target = folder / "moved.hea"
    name_of_record_or_file = rf"(?m)^{re.escape(stem)}(?=[ ./_])"
    target.write_text(re.sub(name_of_record_or_file, "moved", header.read_text()))
    assert record.path != target
    return target


@pytest.mark.parametrize("name", FOLDERS)
def test_what_was_said_of_a_recording_is_said_of_its_copy(name, data_folder, tmp_path):
    header = first_header(data_folder / name)
    record = open_record(header)
    step = Step(record.record_id, "Ann", NOON, (Change(Topic.CLASS, "AF", Stated.PRESENT),))
    project = tmp_path / "study.ecgreview"
    store = ReviewStore(project, Access.EXCLUSIVE)
    store.keep_all([step], [KnownRecord.of(record)])
    moved = open_record(renamed(header, tmp_path / "records"))
    assert store.steps(moved.record_id) == (step,)
    store.keep_record(KnownRecord.of(moved))
    assert store.find(record.record_id) == moved.path
    store.close()
