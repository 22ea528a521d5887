import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecgviewer.core.bookmark import Bookmark, in_order, tidy_text
from ecgviewer.core.errors import EcgError
from ecgviewer.io.bookmarks_file import BookmarksFile

MARKS = (Bookmark(500, "first PVC"), Bookmark(90_000), Bookmark(120, "Flattern ≈ 300/min"))


@pytest.fixture
def kept(tmp_path) -> BookmarksFile:
    return BookmarksFile(tmp_path / "made" / "on demand")


def test_bookmarks_come_back_in_order(kept):
    kept.write("abc", MARKS)
    assert kept.read("abc") == tuple(sorted(MARKS))
    assert kept.read("other") == ()


def test_the_file_holds_no_name_and_no_path(kept):
    kept.write("abc", MARKS)
    held = json.loads(kept.path("abc").read_text(encoding="utf-8"))
    assert set(held) == {"format_version", "bookmarks"}
    assert all(set(row) == {"sample", "text"} for row in held["bookmarks"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\x00",
        b"[]",
        b'{"format_version": 1}',
        b'{"format_version": 2, "bookmarks": []}',
        b'{"format_version": 1, "bookmarks": [{"sample": -1, "text": ""}]}',
        b'{"format_version": 1, "bookmarks": [{"sample": true, "text": ""}]}',
        b'{"format_version": 1, "bookmarks": [{"sample": 1}]}',
        b'{"format_version": 1, "bookmarks": [7]}',
    ],
)
def test_a_broken_file_is_set_aside_and_never_lost(kept, content):
    kept.write("abc", ())
    kept.path("abc").write_bytes(content)
    with pytest.raises(EcgError, match=r"abc\.broken-1\.json"):
        kept.read("abc")
    assert kept.path("abc").with_name("abc.broken-1.json").read_bytes() == content
    assert kept.read("abc") == ()


def test_writing_over_a_broken_file_spares_it_too(kept):
    kept.write("abc", ())
    for number in (1, 2):
        kept.path("abc").write_bytes(b"broken")
        kept.write("abc", MARKS)
        aside = kept.path("abc").with_name(f"abc.broken-{number}.json")
        assert aside.read_bytes() == b"broken"
    assert len(kept.read("abc")) == 3


def test_a_folder_that_cannot_be_written_says_so_and_keeps_what_was(kept, monkeypatch):
    kept.write("abc", MARKS)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EcgError, match="not kept"):
        kept.write("abc", ())
    assert len(kept.read("abc")) == 3
    assert [path.name for path in kept.path("abc").parent.iterdir()] == ["abc.json"]


_KILLED = """
import os, sys
from pathlib import Path
from ecgviewer.core.bookmark import Bookmark
from ecgviewer.io.bookmarks_file import BookmarksFile
when = sys.argv[2]
die = lambda *_: os._exit(9)
if when == "before the bytes are safe":
    os.fsync = die
else:
    Path.replace = die
BookmarksFile(Path(sys.argv[1])).write("abc", [Bookmark(7, "new")] * 1000)
"""


@pytest.mark.parametrize("when", ["before the bytes are safe", "before the name is taken"])
def test_whoever_is_killed_while_writing_leaves_the_old_file_whole(tmp_path, when):
    kept = BookmarksFile(tmp_path)
    kept.write("abc", MARKS)
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", _KILLED, tmp_path, when], cwd=root, check=False)
    assert done.returncode == 9
    assert kept.read("abc") == tuple(sorted(MARKS))


def test_of_two_bookmarks_at_one_place_the_one_with_words_stays():
    assert in_order([Bookmark(5), Bookmark(5, "words"), Bookmark(1)]) == (
        Bookmark(1),
        Bookmark(5, "words"),
    )


def test_a_text_stays_on_one_line_and_short():
    assert tidy_text("  a\n b\t c ") == "a b c"
    assert len(tidy_text("x" * 500)) == 120
