"""Corrects the labels of a scan's beats, one by one or many at once, each act one step."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from ecgviewer.core.review import Change, Topic
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import tr
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, SAME_BEAT_S, label_in, with_corrections
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import StateHolder, ViewState


class Correcting(QObject):
    """Keeps what the reader made of the scan, and the beats that are chosen together.

    said: sentences for the message line.
    """

    said = Signal(str)

    def __init__(self, state: StateHolder, reviewing: Reviewing) -> None:
        super().__init__(state)
        self._state, self._reviewing = state, reviewing
        # The state must not change while others are still being told of a change.
        self._soon = rest_timer(self, 0, self._correct)
        state.changed.connect(self._follow)

    # Choosing

    @property
    def chosen(self) -> tuple[int, ...]:
        """The samples of the beats that keys are about."""
        return chosen_beats(self._state.value)

    def extend_to(self, sample: int) -> None:
        """Choose all beats from the chosen one to the one that is nearest to a place."""
        state = self._state.value
        places = beat_places(state)
        if not len(places):
            return
        nearest = int(places[np.abs(places - sample).argmin()])
        begin = nearest if state.scan_beat is None else state.scan_beat
        first, last = sorted((begin, nearest))
        self.select(places[(places >= first) & (places <= last)].tolist())

    def select(self, beats: Sequence[int]) -> None:
        """Choose several beats together, by their samples, rising."""
        if not beats:
            self.said.emit(tr("No beat is there."))
            return
        present = self._state.value.scan_beat
        anchor = present if present in beats else beats[0]
        self._state.replace(scan_beat=anchor, scan_beats=tuple(beats) if len(beats) > 1 else ())
        if len(beats) > 1:
            told = tr(
                "{n} beats are chosen: 1 to 8 label them, 9 says no beat, X takes that back.",
                n=f"{len(beats):,}",
            )
            self.said.emit(told)

    def leave(self) -> bool:
        """Let go of the beats that are chosen together; says whether there were any."""
        if not self._state.value.scan_beats:
            return False
        self._state.replace(scan_beats=())
        self.said.emit("")
        return True

    def leave_beat(self) -> bool:
        """Let go of the chosen beat: number keys mean classes again; says whether there was one."""
        if self._state.value.scan_beat is None:
            return False
        self._state.replace(scan_beat=None, scan_finding=None, scan_beats=())
        return True

    # Correcting

    def label_key(self, place: int) -> bool:
        """Give the chosen beats the label of a number key; says whether any are chosen."""
        scan = self._state.value.scan
        if scan is None or not self.chosen:
            return False
        labels = (*scan.labels, NOT_A_BEAT)
        if place < len(labels):
            self.label(labels[place])
        return True

    def take_back(self) -> bool:
        """Take back what was said of the chosen beats; says whether any are chosen."""
        chosen = self.chosen
        if self._state.value.scan is not None and chosen:
            self._say(chosen, None)
        return bool(chosen)

    def label(self, label: str) -> None:
        """Give the chosen beats a label, or take it back where all of them have it."""
        chosen, said = self.chosen, self._said
        again = bool(chosen) and all(said.get(beat) == label for beat in chosen)
        self._say(chosen, None if again else label)

    def add(self, sample: int, label: str) -> None:
        """Say that there is a beat that the model missed."""
        self._reviewing.say(*_changes(self._state.value.scan, sample, label))
        self._state.replace(scan_beat=sample, scan_beats=())

    @property
    def _said(self) -> Mapping[int, str]:
        review = self._state.value.review
        return review.beats if review is not None else {}

    def _say(self, beats: Sequence[int], label: str | None) -> None:
        scan = self._state.value.scan
        if scan is None:
            return
        stale = stale_words(self._said, beats, SAME_BEAT_S * scan.rate_hz)
        changes = [change for sample in stale for change in _changes(scan, sample, None)]
        changes += [change for beat in beats for change in _changes(scan, beat, label)]
        before = [label_now(self._state.value, beat) for beat in beats]
        if self._reviewing.say(*changes):
            self.said.emit(self._words(beats, before, label))

    def _words(self, beats: Sequence[int], before: Sequence[str], label: str | None) -> str:
        scan = self._state.value.scan
        if scan is None:
            return ""
        if len(beats) > 1:
            n = f"{len(beats):,}"
            if label is None:
                return tr("{n} beats are as the model has them again.", n=n)
            return tr("{n} beats: now {label}. Ctrl+Z undoes it.", n=n, label=label_words(label))
        at = clock_words(beats[0], scan.rate_hz)
        own = label_in(scan, beats[0])
        if label is None:
            return tr("Beat at {time}: as the model has it again.", time=at)
        if label == own:
            return tr("Beat at {time}: {label}, as the model says.", time=at, label=label)
        was, now = label_words(before[0]), label_words(label)
        return tr("Beat at {time}: {was} → {now}. X takes it back.", time=at, was=was, now=now)

    # Following

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.scan is not new.scan or _beats(old) != _beats(new):
            self._soon.start(0)

    def _correct(self) -> None:
        state = self._state.value
        beats = _beats(state)
        if state.scan is None or not beats:
            self._state.replace(corrected=None)
        else:
            self._state.replace(corrected=with_corrections(state.scan, beats))


def chosen_beats(state: ViewState) -> tuple[int, ...]:
    """Return the samples of the beats that are chosen."""
    return state.scan_beats or (() if state.scan_beat is None else (state.scan_beat,))


def beat_places(state: ViewState) -> np.ndarray:
    """Return where the model or the reader saw beats, int64 (n,), rising."""
    if state.corrected is not None:
        return state.corrected.places
    return state.scan.samples if state.scan is not None else np.empty(0, dtype=np.int64)


def label_now(state: ViewState, beat: int) -> str:
    """Return the label that a beat bears now, the reader's before the model's, "" for none."""
    if state.corrected is not None:
        return state.corrected.label_at(beat)
    return label_in(state.scan, beat) if state.scan is not None else ""


def _changes(scan: Scan | None, beat: int, label: str | None) -> tuple[Change, ...]:
    """Return what is said of a beat, with what the model that was seen calls it."""
    seen = None if label is None or scan is None else label_in(scan, beat) or NOT_A_BEAT
    about = str(beat)
    return Change(Topic.BEAT, about, label), Change(Topic.BEAT_SEEN, about, seen)


def label_words(label: str) -> str:
    """Return a beat's label as it is said."""
    if label == NOT_A_BEAT:
        return tr("no beat")
    return label or tr("nothing")


def stale_words(said: Mapping[int, str], beats: Iterable[int], reach: float) -> list[int]:
    """Return the places other than some beats' own where a word about one of them stands."""
    own = np.array(sorted(beats), dtype=np.int64)
    at = np.array(sorted(said), dtype=np.int64)
    if not own.size or not at.size:
        return []
    after = np.searchsorted(own, at).clip(0, own.size - 1)
    before = (after - 1).clip(0)
    away = np.minimum(np.abs(own[after] - at), np.abs(own[before] - at))
    stale: list[int] = at[(away > 0) & (away <= reach)].tolist()
    return stale


def _beats(state: ViewState) -> Mapping[int, str]:
    return state.review.beats if state.review is not None else {}
