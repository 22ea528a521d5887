import io
import sys

import pytest

from ecgviewer.cli.progress import progress_task, time_left_s


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_rest_takes_as_long_as_the_part_that_was_done():
    assert time_left_s(30, first_share=0.0, share=0.25) == pytest.approx(90)


def test_what_an_earlier_start_did_says_nothing_of_the_speed():
    assert time_left_s(30, first_share=0.5, share=0.75) == pytest.approx(30)


@pytest.mark.parametrize(("elapsed_s", "share"), [(1, 0.5), (100, 0.2)])
def test_nobody_guesses_from_too_little(elapsed_s: float, share: float):
    assert time_left_s(elapsed_s, first_share=0.2, share=share) is None


def test_a_terminal_shows_how_far_the_work_is_and_is_left_clear(monkeypatch: pytest.MonkeyPatch):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    task = progress_task("weighing leads")
    task.step(1, 4)
    assert terminal.getvalue().endswith("weighing leads 25%")
    task.step(4, 4)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_where_no_terminal_is_nothing_is_written(monkeypatch: pytest.MonkeyPatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    progress_task("weighing leads").step(1, 4)
    assert stream.getvalue() == ""
