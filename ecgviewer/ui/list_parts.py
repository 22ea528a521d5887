"""The worklist of one window: its worker, what fills it, what has it analysed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ecgviewer.core.text import later, tr
from ecgviewer.ui.archive_listing import ArchiveListing
from ecgviewer.ui.commands import show_worklist
from ecgviewer.ui.list_analysing import ListAnalysing
from ecgviewer.ui.list_gate import Gates
from ecgviewer.ui.listing import Listing

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_TABLES = later("Tables (*.csv *.tsv *.txt);;All files (*)")


class ListParts:
    """Made together, and connected with the rest of the window; the panel is there later."""

    def __init__(self, window: MainWindow) -> None:
        gates = Gates()
        worker = window.listing_worker
        self.listing = Listing(window.state, worker, window.keeping, window.reviewing, gates)
        workers = window.io, window.quick, window.long, window.keeping
        self.analysing = ListAnalysing(window.state, workers, self.listing, window.reviewing, gates)
        self.archives = ArchiveListing(window)
        for part in (self.listing, self.analysing, self.archives):
            part.said.connect(window.message_line.say)
            part.failed.connect(window.message_line.say_error)
        self.archives.taken.connect(lambda: show_worklist(window))
        window.review_files.merged.connect(self.listing.refresh)
        dock = window.docks["worklist"]
        dock.seen_changed.connect(self.listing.set_seen)
        self.listing.set_seen(dock.seen)


def connect_worklist(window: MainWindow) -> None:
    """Connect the worklist's panel with what does its work."""
    panel, parts = window.panels.worklist, window.list_parts
    panel.path_wished.connect(window.opening.open_path)
    panel.compare_wished.connect(window.comparing.open_path)
    panel.shown_wished.connect(parts.listing.show)
    panel.analyse_wished.connect(parts.analysing.start)
    panel.stop_wished.connect(parts.analysing.stop)
    panel.labels_wished.connect(lambda: _ask_labels(window))
    panel.own_labels_wished.connect(lambda: parts.listing.choose_labels(None))
    panel.left.connect(window.paper.setFocus)


def step_unreviewed(window: MainWindow, steps: int) -> None:
    """Open the next record of the worklist that is not reviewed, else of the folder."""
    state = window.state.value
    shown = state.listed
    if shown is None:
        window.opening.step(steps)
        return
    path = window.opening.present_path()
    found = shown.next_unreviewed(shown.worklist.records.row(path), steps)
    if found is not None:
        window.opening.open_path(shown.worklist.records.paths[found])
    else:
        window.message_line.say(_end_words(shown.n_unreviewed_shown, len(shown.rows), steps))


def _end_words(n_left: int, n_shown: int, steps: int) -> str:
    if n_left == 0:
        return tr("All {n} shown are reviewed.", n=f"{n_shown:,}")
    follows = later("No unreviewed record follows this one; {n} before it are left.")
    precedes = later("No unreviewed record precedes this one; {n} after it are left.")
    return tr(follows if steps > 0 else precedes, n=f"{n_left:,}")


def _ask_labels(window: MainWindow) -> None:
    title = tr("Reference labels from a CSV")
    name, _ = QFileDialog.getOpenFileName(window, title, window.preferences.folder, tr(_TABLES))
    if name:
        window.list_parts.listing.choose_labels(Path(name))
