"""What the message line asks for: a time, a paper speed, an amplitude, words for a bookmark."""

from __future__ import annotations

from collections.abc import Callable
from getpass import getuser
from typing import TYPE_CHECKING

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.paper.scales import typed_gain, typed_speed
from ecgviewer.ui.words import clock, parse_clock

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def ask_time(window: MainWindow) -> None:
    """Ask for a time and go there."""

    def answer(text: str) -> None:
        seconds = parse_clock(text)
        if seconds is None:
            told = tr("“{text}” is no time: write 75, 1:15 or 1:15.5.", text=text)
            window.message_line.say_error(told, "")
            window.paper.setFocus()
        else:
            _accept(window)
            window.comparing.go_to(seconds)

    window.message_line.ask(tr("Go to"), "1:15.5", answer, given_up=window.paper.setFocus)


def ask_speed(window: MainWindow) -> None:
    """Ask for a paper speed in mm/s and take it."""
    present = f"{window.state.value.view.speed_mm_per_s:.3g}"
    _ask_scale(window, tr("Paper speed, mm/s"), present, typed_speed, "speed_mm_per_s")


def ask_gain(window: MainWindow) -> None:
    """Ask for an amplitude in mm/mV and take it."""
    present = f"{window.state.value.view.gain_mm_per_mv:.3g}"
    _ask_scale(window, tr("Amplitude, mm/mV"), present, typed_gain, "gain_mm_per_mv")


def _ask_scale(
    window: MainWindow, question: str, present: str, read: Callable[[str], float], field: str
) -> None:
    def answer(text: str) -> None:
        try:
            value = read(text)
        except EcgError as error:
            window.message_line.say_error(str(error), "")
            window.paper.setFocus()
            return
        _accept(window)
        window.change_view(**{field: value})

    # The menu has ticked the entry that led here.
    window.tools.show_scales()
    window.message_line.ask(question, present, answer, given_up=window.paper.setFocus)


def ask_text(window: MainWindow, mark: Bookmark, *, fresh: bool) -> None:
    """Ask for the words of a bookmark; Esc takes one back that was just set."""
    marking, record = window.bookmarking, window.state.value.record
    if record is None:
        return

    def answer(text: str) -> None:
        window.paper.setFocus()
        _accept(window)
        # Another record may have been opened meanwhile.
        if window.state.value.record is record:
            marking.write_on(mark, text)

    def give_up() -> None:
        window.paper.setFocus()
        if fresh and mark in window.state.value.bookmarks:
            marking.delete(mark)

    question = tr("Bookmark at {time}", time=clock(mark.sample / record.rate_hz))
    window.message_line.ask(
        question, tr("a word or two, or Enter"), answer, text=mark.text, given_up=give_up
    )


def ask_reader(window: MainWindow) -> None:
    """Ask who reviews; what was said meanwhile waits for the name."""

    def answer(text: str) -> None:
        _accept(window)
        window.reviewing.name_reader(text)

    def give_up() -> None:
        window.reviewing.name_reader("")
        window.paper.setFocus()

    known = window.preferences.reader or _user()
    question = tr("Who reviews? Your name")
    window.message_line.ask(
        question, tr("as it shall stand in reports"), answer, text=known, given_up=give_up
    )


def _accept(window: MainWindow) -> None:
    """Take away the complaint about an earlier answer; the keyboard goes back to the paper."""
    if window.message_line.is_error:
        window.message_line.clear()
    window.paper.setFocus()


def _user() -> str:
    """Return the name under which the reader is logged in, "" where the system has none."""
    try:
        return getuser()
    except (OSError, KeyError):
        return ""
