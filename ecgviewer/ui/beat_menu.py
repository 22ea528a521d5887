"""The menu on a beat of a scan: its label, beats like it, and a beat that the model missed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ecgviewer.core.class_names import full_name
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import grouped, tr
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, SAME_BEAT_S, label_in
from ecgviewer.ui.correcting import beat_places, chosen_beats, label_now, label_words
from ecgviewer.ui.state import ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def open_beat_menu(window: MainWindow, sample: int, at: QPoint) -> None:
    """Open the menu about the beat at a place, where every beat was judged."""
    menu = beat_menu(window, sample)
    if menu is not None:
        menu.popup(at)


def beat_menu(window: MainWindow, sample: int) -> QMenu | None:
    """Return the menu about a place of the paper, None without a scan."""
    scan = window.state.value.scan
    if scan is None:
        return None
    menu = QMenu(window)
    menu.aboutToHide.connect(menu.deleteLater)
    beat = _beat_near(window.state.value, sample)
    if beat is None:
        _offer_missed(menu, window, sample)
        return menu
    if beat not in chosen_beats(window.state.value):
        window.scanning.choose_beat(beat)
    _offer_labels(menu, window)
    _offer_selections(menu, window, beat)
    return menu


def _beat_near(state: ViewState, sample: int) -> int | None:
    """Return the beat that a place means, None where none is so near."""
    places = beat_places(state)
    if state.scan is None or not len(places):
        return None
    nearest = int(places[np.abs(places - sample).argmin()])
    return nearest if abs(nearest - sample) <= SAME_BEAT_S * state.scan.rate_hz else None


def _offer_labels(menu: QMenu, window: MainWindow) -> None:
    state, correcting = window.state.value, window.correcting
    if state.scan is None:
        return
    menu.addAction(_heading(state)).setEnabled(False)
    for place, label in enumerate((*state.scan.labels, NOT_A_BEAT), start=1):
        words = label_words(label) if label == NOT_A_BEAT else f"{full_name(label)} ({label})"
        # Behind the tab a menu shows the key.
        text = f"{words[:1].upper()}{words[1:]}\t{place}"
        menu.addAction(text, partial(correcting.label, label))
    menu.addAction(tr("As the model has it") + "\tX", correcting.take_back)
    menu.addSeparator()


def _heading(state: ViewState) -> str:
    chosen = chosen_beats(state)
    if state.scan is None or len(chosen) != 1:
        return tr("{n} beats", n=f"{len(chosen):,}")
    at = clock_words(chosen[0], state.scan.rate_hz)
    own = label_words(label_in(state.scan, chosen[0]))
    return tr("Beat at {time}, {label} by {model}", time=at, label=own, model=state.scan.model)


def _offer_selections(menu: QMenu, window: MainWindow, beat: int) -> None:
    state = window.state.value
    if state.scan is None:
        return
    label = label_now(state, beat)
    alike = beats_of(state, label)
    start, stop = window.paper.visible_span()
    near = alike[(alike >= start) & (alike < stop)]
    places = beat_places(state)
    page = places[(places >= start) & (places < stop)]
    name = label_words(label)
    for words, beats in (
        (tr("Choose all {label} of this page", label=name), near),
        (tr("Choose all {label} of the record", label=name), alike),
        (tr("Choose all beats of this page"), page),
        (tr("Choose all beats of the region"), _in_region(window, places)),
    ):
        if len(beats) > 1:
            chosen: list[int] = beats.tolist()
            text = f"{words}\t{grouped(len(chosen))}"
            menu.addAction(text, partial(window.correcting.select, chosen))


def beats_of(state: ViewState, label: str) -> NDArray[np.int64]:
    """Return the samples of the beats that bear a label now, rising."""
    if state.scan is None:
        return np.empty(0, dtype=np.int64)
    if label == NOT_A_BEAT and state.corrected is not None:
        none: NDArray[np.int64] = state.corrected.at[state.corrected.now == NOT_A_BEAT]
        return none
    scan = state.corrected.scan if state.corrected is not None else state.scan
    names = np.array(scan.labels)
    found: NDArray[np.int64] = scan.samples[names[scan.label] == label]
    return found


def _in_region(window: MainWindow, places: NDArray[np.int64]) -> NDArray[np.int64]:
    region = window.marking.chosen
    if region is None:
        return places[:0]
    return places[(places >= region.start) & (places < region.stop)]


def _offer_missed(menu: QMenu, window: MainWindow, sample: int) -> None:
    scan = window.state.value.scan
    if scan is None:
        return
    at = clock_words(sample, scan.rate_hz)
    menu.addAction(tr("A beat at {time} that the model missed:", time=at)).setEnabled(False)
    for label in scan.labels:
        text = f"{full_name(label)} ({label})"
        menu.addAction(text, partial(window.correcting.add, sample, label))
