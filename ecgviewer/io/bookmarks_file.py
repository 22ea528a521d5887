"""Bookmarks on disk: one small file a record in the user's own folder, never beside it.

A file is known by the record's identity, so that a moved or renamed recording, or one on
read-only media, keeps its bookmarks. It holds no name and no path.
"""

import json
import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from ecgviewer.core.bookmark import Bookmark, in_order
from ecgviewer.core.errors import EcgError

FORMAT_VERSION = 1


class BookmarksFile:
    """The bookmarks of all records, each record's in a file of its own in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, record_id: str) -> Path:
        """Return where a record's bookmarks are kept."""
        return self._folder / f"{record_id}.json"

    def read(self, record_id: str) -> tuple[Bookmark, ...]:
        """Return a record's bookmarks in order, () where it has none.

        Raises EcgError where the file cannot be read. One that holds something else is
        set aside under another name first, for a person to look at.
        """
        path = self.path(record_id)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            told = f"The bookmarks of this record cannot be read: {path} cannot be opened."
            raise EcgError(told) from error
        try:
            return _parsed(content)
        except (ValueError, TypeError, KeyError) as error:
            aside = _set_aside(path)
            told = "The bookmarks of this record could not be understood"
            raise EcgError(f"{told}; their file is kept as {aside}.") from error

    def write(self, record_id: str, bookmarks: Sequence[Bookmark]) -> None:
        """Keep a record's bookmarks in place of those of before.

        Whoever is killed meanwhile leaves the old file whole: the new one is written beside
        it and takes its name at once. Raises EcgError where the folder cannot be written.
        """
        path = self.path(record_id)
        fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(_written(bookmarks))
                file.flush()
                os.fsync(file.fileno())
            self._spare_what_cannot_be_read(record_id)
            fresh.replace(path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            told = f"The bookmark is not kept: {self._folder} cannot be written"
            raise EcgError(f"{told}. Check the folder's permissions and the disk.") from error

    def _spare_what_cannot_be_read(self, record_id: str) -> None:
        """Set a broken file aside before another one takes its place."""
        path = self.path(record_id)
        if not path.exists():
            return
        try:
            _parsed(path.read_bytes())
        except (ValueError, TypeError, KeyError):
            _set_aside(path)


def _written(bookmarks: Sequence[Bookmark]) -> bytes:
    rows = [{"sample": mark.sample, "text": mark.text} for mark in in_order(bookmarks)]
    content = {"format_version": FORMAT_VERSION, "bookmarks": rows}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _parsed(content: bytes) -> tuple[Bookmark, ...]:
    held: Any = json.loads(content)
    if held["format_version"] != FORMAT_VERSION:
        raise ValueError(f"version {held['format_version']}")
    marks = []
    for row in held["bookmarks"]:
        sample, text = row["sample"], row["text"]
        if type(sample) is not int or sample < 0 or not isinstance(text, str):
            raise ValueError(f"no bookmark: {row}")
        marks.append(Bookmark(sample, text))
    return in_order(marks)


def _set_aside(path: Path) -> str:
    """Give a broken file another name and return it; raises EcgError where that fails."""
    for number in count(1):
        aside = path.with_name(f"{path.stem}.broken-{number}.json")
        if not aside.exists():
            break
    try:
        path.replace(aside)
    except OSError as error:
        told = f"The bookmarks of this record could not be understood: {path} is broken."
        raise EcgError(told) from error
    return aside.name
