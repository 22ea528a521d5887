import logging
import threading

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.ui.worker import Worker

WAIT_MS = 10_000


@pytest.fixture
def worker(qtbot):
    made = Worker("test")
    yield made
    made.close()


def _until_cancelled(started, task):
    started.set()
    while True:
        task.step(0, 100)


def test_a_result_arrives_in_the_thread_that_asked(worker, qtbot):
    here = threading.get_ident()
    arrived = []
    worker.done.connect(lambda kind, result: arrived.append((kind, result, threading.get_ident())))
    worker.submit("square", lambda x, _task: (x * x, threading.get_ident()), 7)
    qtbot.waitUntil(lambda: bool(arrived), timeout=WAIT_MS)
    kind, (value, worked_in), arrived_in = arrived[0]
    assert (kind, value, arrived_in) == ("square", 49, here)
    assert worked_in != here


def test_a_closed_worker_takes_no_more_work(qtbot):
    worker, asked = Worker("test"), []
    worker.submit("ask", lambda _task: asked.append("first"))
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT_MS)
    worker.close()
    worker.submit("ask", lambda _task: asked.append("late"))
    assert not worker.isRunning()
    assert worker.busy_kinds == ()
    assert asked == ["first"]


def test_the_newest_request_of_a_kind_wins(worker, qtbot):
    results, started = [], threading.Event()
    worker.done.connect(lambda _kind, result: results.append(result))
    first = worker.submit("ask", _until_cancelled, started)
    assert started.wait(10)
    tokens = [worker.submit("ask", lambda x, _task: x, x) for x in (1, 2, 3)]
    qtbot.waitUntil(lambda: not worker.busy_kinds, timeout=WAIT_MS)
    assert results == [3]
    assert sorted({first, *tokens}) == [first, *tokens]


def test_a_result_of_an_old_token_is_dropped_though_it_was_finished(worker, qtbot):
    results, release, started = [], threading.Event(), threading.Event()

    def slow(_task):
        started.set()
        release.wait(10)
        return "old"

    worker.done.connect(lambda _kind, result: results.append(result))
    worker.submit("ask", slow)
    assert started.wait(10)
    worker.submit("ask", lambda _task: "new")
    release.set()
    qtbot.waitUntil(lambda: not worker.busy_kinds, timeout=WAIT_MS)
    assert results == ["new"]


def test_kinds_do_not_cancel_each_other(worker, qtbot):
    results = {}
    worker.done.connect(lambda kind, result: results.update({kind: result}))
    worker.submit("one", lambda _task: 1)
    worker.submit("two", lambda _task: 2)
    qtbot.waitUntil(lambda: len(results) == 2, timeout=WAIT_MS)
    assert results == {"one": 1, "two": 2}


def test_cancelled_work_stops_at_its_next_step(worker, qtbot):
    started = threading.Event()
    worker.submit("ask", _until_cancelled, started)
    assert started.wait(10)
    with qtbot.waitSignal(worker.cancelled, timeout=WAIT_MS) as told:
        assert worker.cancel("ask")
    assert told.args == ["ask"]
    # The thread is free again: something else is answered.
    with qtbot.waitSignal(worker.done, timeout=WAIT_MS):
        worker.submit("other", lambda _task: None)
    assert not worker.cancel("ask")


def test_an_error_arrives_as_its_own_sentence(worker, qtbot):
    def fail(_task):
        raise EcgError("A0001.hea lists 12 leads.") from ValueError("cause")

    with qtbot.waitSignal(worker.failed, timeout=WAIT_MS) as told:
        worker.submit("open", fail)
    kind, error, details = told.args
    assert (kind, str(error)) == ("open", "A0001.hea lists 12 leads.")
    assert "ValueError: cause" in details


def test_a_bug_is_logged_and_named_an_internal_error(worker, qtbot, caplog):
    with (
        caplog.at_level(logging.ERROR),
        qtbot.waitSignal(worker.failed, timeout=WAIT_MS) as told,
    ):
        worker.submit("open", lambda _task: 1 // 0)
    _, error, details = told.args
    assert str(error).startswith("Internal error")
    assert "ZeroDivisionError" in details
    assert "ZeroDivisionError" in caplog.text


def test_progress_is_told_at_most_ten_times_a_second(worker, qtbot):
    steps = []
    worker.progressed.connect(lambda _kind, done, total: steps.append((done, total)))

    def count(task):
        for done in range(1, 20_001):
            task.step(done, 20_000)

    with qtbot.waitSignal(worker.done, timeout=WAIT_MS):
        worker.submit("count", count)
    assert steps[-1] == (20_000, 20_000)
    assert len(steps) < 200


def test_closing_stops_what_runs(qtbot):
    worker, started = Worker("test"), threading.Event()
    worker.submit("ask", _until_cancelled, started)
    assert started.wait(10)
    worker.close()
    assert worker.isFinished()
