"""The words of an annotation file in the MIT format. Source: WFDB Applications Guide, annot(5).

Most words are an annotation each: they are read together, and only those that stand for
something else (a long interval, a text, a channel) one by one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation_table import texts_of

Integers = NDArray[np.int64]

NOTE, RHYTHM, ONSET, END = 22, 28, 39, 40
# WFDB leaves 42 to 49 to the user.
LAST_CODE = 49
_SKIP, _NUMBER, _SUBTYPE, _CHANNEL, _TEXT = 59, 60, 61, 62, 63
_STEP_BITS = 10
_RATE = re.compile(r"## time resolution: (\d+\.?\d*)")
_DEFINITION = re.compile(r"(\d+) (\S+) .+")


@dataclass(frozen=True, eq=False)
class Marks:
    """What an annotation file holds, without what defines things.

    time: in the file's own resolution; time, code, subtype, channel, number: int64 (n,).
    texts: of the few that have one, by their place. rate_hz: of the times, None where it is
    the record's frame rate. symbols: the file's own labels by code.
    """

    time: Integers
    code: Integers
    subtype: Integers
    channel: Integers
    number: Integers
    texts: Mapping[int, str]
    rate_hz: float | None = None
    symbols: Mapping[int, str] | None = None

    def taken(self, rows: Integers) -> "Marks":
        """Return some of the marks."""
        return Marks(
            self.time[rows], self.code[rows], self.subtype[rows], self.channel[rows],
            self.number[rows],
            texts_of(self.texts, rows, self.time.size),
            self.rate_hz, self.symbols,
        )  # fmt: skip


def decode(content: bytes) -> Marks:
    """Decode an annotation file. Raises ValueError if the content is no such file."""
    if len(content) < 2 or len(content) % 2:
        raise ValueError("no annotation file has such a length")
    reading = _Reading(content)
    reading.read()
    marks = reading.marks()
    defining = {
        row
        for row, text in marks.texts.items()
        # As the WFDB library has it, a note with a subtype is somebody's own.
        if text and (marks.time[row], marks.code[row], marks.subtype[row]) == (0, NOTE, 0)
    }
    rate_hz, symbols = _define([marks.texts[row] for row in sorted(defining)])
    kept = marks.code != 0
    kept[list(defining)] = False
    found = marks.taken(np.flatnonzero(kept))
    return Marks(
        found.time, found.code, found.subtype, found.channel, found.number, found.texts,
        rate_hz, symbols,
    )  # fmt: skip


class _Reading:
    """Goes through the words from special word to special word."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._words = np.frombuffer(content, "<u2")
        # Single numbers come faster out of a list than out of an array.
        self._listed: list[int] = self._words.tolist()
        special = (self._words >> _STEP_BITS >= _SKIP) | (self._words == 0)
        self._special: list[int] = np.flatnonzero(special).tolist()
        self._is_mark = np.zeros(self._words.size, dtype=np.bool_)
        self._n_marks = 0
        self._jumps: list[tuple[int, int]] = []
        self._numbers: list[tuple[int, int]] = [(0, 0)]
        self._channels: list[tuple[int, int]] = [(0, 0)]
        self._subtypes: dict[int, int] = {}
        self._texts: dict[int, str] = {}

    def read(self) -> None:
        """Note where marks stand and what is said of them.

        Raises ValueError for what no annotation file holds.
        """
        try:
            end = self._read_words()
        except IndexError as error:
            self._check_codes()
            raise ValueError("it ends in the middle") from error
        self._check_codes()
        if self._words[end:].any():
            raise ValueError("something follows its end mark")

    def _read_words(self) -> int:
        """Return the place of the end mark; raises IndexError if there is none."""
        words, special = self._listed, iter(self._special)
        place, stop = 0, -1
        while True:
            while stop < place:
                # Behind the last one there is no word, which ends the search.
                stop = next(special, max(place, len(words)))
            if stop > place:
                self._is_mark[place:stop] = True
                self._n_marks += stop - place
            word = words[stop]
            if word == 0:
                return stop
            code = word >> _STEP_BITS
            if code == _SKIP:
                place = self._skip(stop)
            elif self._n_marks:
                place = self._tell(stop, code)
            else:
                # Nothing precedes that it could tell of: it is meant as a mark.
                self._is_mark[stop] = True
                raise IndexError

    def _check_codes(self) -> None:
        codes = self._words[self._is_mark] >> _STEP_BITS
        unknown = codes[codes > LAST_CODE]
        if unknown.size:
            raise ValueError(f"it holds an unknown code, {int(unknown[0])}")

    def _skip(self, place: int) -> int:
        """Note long intervals; the word behind them is a mark, whatever it looks like."""
        words = self._listed
        while words[place] >> _STEP_BITS == _SKIP:
            jump = words[place + 1] << 16 | words[place + 2]
            self._jumps.append((self._n_marks, jump - (1 << 32) * (jump >> 31)))
            place += 3
        self._is_mark[place] = True
        self._n_marks += 1
        return place + 1

    def _tell(self, place: int, code: int) -> int:
        """Note what is said of the last mark."""
        mark, value = self._n_marks - 1, self._listed[place] & 0xFF
        place += 1
        if code == _NUMBER:
            self._numbers.append((mark, _signed(value)))
        elif code == _SUBTYPE:
            self._subtypes[mark] = _signed(value)
        elif code == _CHANNEL:
            self._channels.append((mark, value))
        else:
            text = self._content[2 * place : 2 * place + value].rstrip(b"\0").decode("latin-1")
            self._texts[mark] = text
            place += (value + 1) // 2
        return place

    def marks(self) -> Marks:
        """Return the marks in columns."""
        words = self._words[self._is_mark].astype(np.int64)
        steps = words & ((1 << _STEP_BITS) - 1)
        if self._jumps:
            at, by = np.array(self._jumps, dtype=np.int64).T
            np.add.at(steps, at, by)
        subtype = np.zeros(words.size, dtype=np.int64)
        if self._subtypes:
            subtype[list(self._subtypes)] = list(self._subtypes.values())
        return Marks(
            np.cumsum(steps),
            words >> _STEP_BITS,
            subtype,
            _held(self._channels, words.size),
            _held(self._numbers, words.size),
            {mark: text for mark, text in self._texts.items() if text},
        )


def _held(changes: Iterable[tuple[int, int]], n_marks: int) -> Integers:
    """Return a column whose value holds until it changes."""
    at, values = np.array(list(changes), dtype=np.int64).reshape(-1, 2).T
    return np.repeat(values, np.diff(np.append(at, n_marks)))


def _signed(value: int) -> int:
    return value - 256 * (value >> 7)


def _define(texts: Sequence[str]) -> tuple[float | None, dict[int, str]]:
    rates = [match[1] for text in texts if (match := _RATE.match(text))]
    symbols = {int(match[1]): match[2] for text in texts if (match := _DEFINITION.match(text))}
    return (float(rates[0]) if rates and float(rates[0]) > 0 else None), symbols
