"""One review file, several threads: nobody has it for longer than it takes to read or write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ecgviewer.core.task import Task
from ecgviewer.review.report_of_agreement import report_of
from ecgviewer.ui import adjudicating, agreement_window
from ecgviewer.ui.exporting import ExportAsked, Written, write_export
from ecgviewer.ui.review_file import ReviewFile
from tests.review.made_reviews import RECORD, a_step

WAIT_S = 10.0


@pytest.fixture
def file(tmp_path) -> Iterator[ReviewFile]:
    file = ReviewFile(tmp_path / "study.ecgreview")
    yield file
    file.close()


@contextmanager
def held(file: ReviewFile) -> Iterator[None]:
    """Another thread has the file."""
    has_it, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with file.store():
            has_it.set()
            may_go.wait(WAIT_S)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert has_it.wait(WAIT_S)
        yield
    finally:
        may_go.set()
        thread.join()


def is_free(file: ReviewFile) -> bool:
    """Whether another thread gets the file at once."""
    got = threading.Event()

    def ask() -> None:
        with file.store():
            got.set()

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    return got.wait(WAIT_S / 10)


def test_what_is_to_be_told_is_taken_while_another_thread_has_the_file(file):
    told = []
    with held(file):
        asking = threading.Thread(target=lambda: told.append(file.take_notes()))
        asking.start()
        asking.join(WAIT_S / 2)
        assert told == [("", "")]


def test_nobody_waits_for_the_file_while_agreement_is_computed(file, monkeypatch):
    seen = []

    def slow(steps, answers):
        seen.append(is_free(file))
        return report_of(steps, answers)

    monkeypatch.setattr(agreement_window, "report_of", slow)
    agreement_window.compute(file, None, Task())
    assert seen == [True]


def test_nobody_waits_for_the_file_while_disputes_are_looked_for(file, monkeypatch):
    seen = []

    def none_disputed(_steps):
        seen.append(is_free(file))
        return ()

    monkeypatch.setattr("ecgviewer.review.truth.disputed", none_disputed)
    adjudicating.find_disputed(file, None, 1, Task())
    assert seen == [True]


def test_nobody_waits_for_the_file_while_an_export_is_made(file, tmp_path):
    seen = []

    class Asking(Task):
        def step(self, done: int, total: int) -> None:
            super().step(done, total)
            seen.append(is_free(file))

    with file.store() as store:
        store.keep_all([a_step()], [RECORD])
    written = write_export(file, ExportAsked("csv", tmp_path / "out"), Asking())
    assert isinstance(written, Written)
    assert set(seen) == {True}
