"""Fills the worklist of the opened folder and keeps it that of the present reader."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import ModelRef
from ecgviewer.core.text import tr
from ecgviewer.review.listed_records import ListedRecords
from ecgviewer.review.stand import Stand
from ecgviewer.review.worklist import Facts, Worklist
from ecgviewer.review.worklist_order import Column, Shown
from ecgviewer.ui import list_jobs
from ecgviewer.ui.jobs import Question
from ecgviewer.ui.list_batches import Publish
from ecgviewer.ui.list_gate import Gates
from ecgviewer.ui.list_signals import judge_signals
from ecgviewer.ui.list_work import ANSWERS, FACTS, NAMES, SIGNALS, ListWork
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KNOWN, LABELS = "list known", "list labels"
# After so many records the time that is left can be told.
_ENOUGH, _ENOUGH_S = 5, 2.0
_OF_READER = (Column.STATE, Column.STATED, Column.FLAG)


class Listing(QObject):
    """The state's worklist: made once its panel is seen, filled in the background.

    said, failed: sentences for the message line.
    """

    said = Signal(str)
    failed = Signal(str, str)
    _published = Signal(object, object, int, int)

    def __init__(
        self,
        state: StateHolder,
        worker: Worker,
        keeping: Worker,
        reviewing: Reviewing,
        gates: Gates,
    ) -> None:
        super().__init__(state)
        self._state, self.worker, self._keeping = state, worker, keeping
        self._reviewing, self._gates = reviewing, gates
        self._wanted = self._filled = False
        self.model: ModelRef | None = None
        # What is awaited, so that what an older run still tells is dropped; since when.
        self._run: object = None
        self._began_s = 0.0
        # What was said in this window, which an older reading of the file does not know.
        self._said_here: dict[str, Stand] = {}
        state.changed.connect(self._follow)
        reviewing.file_changed.connect(self.refresh)
        self._published.connect(self._take)
        for source in (worker, keeping):
            source.done.connect(self._done)
            source.failed.connect(self._failed)
        worker.cancelled.connect(lambda _kind: self.end())

    # Wishes

    def set_seen(self, seen: bool) -> None:
        """Make the list once its panel is seen; from then on it is kept up."""
        if seen and not self._wanted:
            self._wanted = True
            self._list()

    def show(self, shown: Shown) -> None:
        """Show the list otherwise sorted or filtered."""
        self._state.replace(listed=shown)

    def choose_labels(self, path: Path | None) -> None:
        """Take a table as the reference of the list from now on; None for the records' own."""
        shown = self._state.value.listed
        if shown is None:
            return
        records, file = shown.worklist.records, self._reviewing.file
        if path is None:
            self._keeping.submit(LABELS, list_jobs.forget_labels, records, file)
        else:
            self._keeping.submit(LABELS, list_jobs.choose_labels, records, file, path)

    def refresh(self) -> None:
        """Read anew what the review file says of the records, after it was changed."""
        self._filled = False
        self._read_again()

    def _read_again(self) -> None:
        self._said_here.clear()
        if self._state.value.listed is not None:
            self._read_known()

    def take_facts(self, facts: Mapping[int, Facts], *, sort: bool = True) -> None:
        """Show what was found out about some rows."""
        shown = self._state.value.listed
        if shown is not None and facts:
            # What the reader says moves no row: the next one is to follow this one.
            sort = sort and not (self._filled and shown.sorted_by in _OF_READER)
            worklist = shown.worklist.with_facts(facts)
            self._state.replace(listed=shown.with_worklist(worklist, sort=sort))

    # Work of several minutes, which ListAnalysing does too

    def begin(self, kind: str, n_all: int) -> Publish:
        """Note that work begins; return what it publishes its facts with."""
        run = self._run = object()
        self._began_s = time.monotonic()
        self._state.replace(list_work=ListWork(kind, 0, n_all))
        return lambda facts, done, total: self._published.emit(run, facts, done, total)

    def judge_signals(self) -> None:
        """Judge the signals that are not judged yet; the longest work, and so the last."""
        shown = self._state.value.listed
        if shown is None:
            return
        worklist = shown.worklist
        unjudged = (worklist.grade == 0) & ~worklist.problems.where(bool)
        unjudged &= ~worklist.grade_words.where(bool)
        rows = np.flatnonzero(unjudged).tolist()
        if rows:
            publish = self.begin(SIGNALS, len(rows))
            self.worker.submit(
                SIGNALS, judge_signals, worklist.records, rows,
                self._reviewing.file, self._gates.heavy, publish,
            )  # fmt: skip

    # Filling: names, then what the review file knows, then the files themselves

    def _list(self) -> None:
        state = self._state.value
        for kind in (NAMES, FACTS, SIGNALS, ANSWERS):
            self.worker.cancel(kind)
        self._said_here.clear()
        self._filled = False
        self._state.replace(listed=None, list_work=ListWork())
        if self._wanted and state.folder is not None and state.files:
            self.begin(NAMES, len(state.files))
            self.worker.submit(NAMES, list_jobs.list_names, state.folder, state.files)

    def _show_names(self, records: ListedRecords) -> None:
        state = self._state.value
        shown = Shown.of(Worklist.of(records), blind=state.blind)
        self._state.replace(listed=shown, list_work=ListWork(FACTS, 0, len(records.paths)))
        self._read_known()

    def _read_known(self) -> None:
        state = self._state.value
        question = Question(state.model, state.wanted_device)
        reading = list_jobs.Reading(self._reviewing.file, state.reader, state.role, question)
        self._keeping.submit(KNOWN, list_jobs.read_known, reading)

    def _take_known(self, known: list_jobs.Known) -> None:
        shown = self._state.value.listed
        if shown is None:
            return
        worklist = shown.worklist.with_stands({**known.stands, **self._said_here})
        if known.model != self.model:
            # Those of the other model come in batches, as all facts do.
            self.model, self._filled = known.model, False
            worklist = worklist.without_answers()
        self._state.replace(listed=shown.with_worklist(worklist, sort=True))
        if not self._filled:
            records = worklist.records
            publish = self.begin(FACTS, len(records.paths))
            self.worker.submit(
                FACTS,
                list_jobs.fill,
                records,
                self._reviewing.file,
                known,
                self._gates.light,
                publish,
            )

    def _take(self, run: object, facts: Mapping[int, Facts], done: int, n_all: int) -> None:
        if run is not self._run:
            return
        for row, fact in facts.items():
            if fact.record_id in self._said_here:
                facts = {**facts, row: replace(fact, stand=self._said_here[fact.record_id])}
        self.take_facts(facts)
        work = self._state.value.list_work
        left_s = self._left_s(done, n_all)
        self._state.replace(list_work=replace(work, done=done, n_all=n_all, left_s=left_s))

    def _left_s(self, done: int, n_all: int) -> float | None:
        took_s = time.monotonic() - self._began_s
        if done < _ENOUGH or took_s < _ENOUGH_S:
            return None
        return took_s / done * (n_all - done)

    def _done(self, kind: str, result: object) -> None:
        if isinstance(result, ListedRecords):
            self._show_names(result)
        elif isinstance(result, list_jobs.Known):
            self._take_known(result)
        elif isinstance(result, list_jobs.ChosenLabels):
            self._take_labels(result)
        elif kind == LABELS:
            self._fill_anew()
        elif kind == FACTS:
            self._filled = True
            if result:
                self.failed.emit(str(result), "")
            self.end()
            self.judge_signals()
        elif kind == SIGNALS:
            self.end()

    def end(self) -> None:
        """Note that nothing is done for the list any more."""
        self._run = None
        self._state.replace(list_work=ListWork())

    def _take_labels(self, chosen: list_jobs.ChosenLabels) -> None:
        told = tr(
            "{file} gives the reference of {n_found} records; {n_other} of its records are not "
            "in this list.",
            file=chosen.path.name,
            n_found=f"{chosen.n_found:,}",
            n_other=f"{chosen.n_named - chosen.n_found:,}",
        )
        self.said.emit(told)
        self._fill_anew()

    def _fill_anew(self) -> None:
        self._filled = False
        self.worker.cancel(SIGNALS)
        self._read_known()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind in (NAMES, FACTS, SIGNALS, KNOWN, LABELS):
            self.failed.emit(str(error), details)
        if kind in (NAMES, FACTS, SIGNALS):
            self.end()

    # The state's changes

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.files is not new.files or old.folder != new.folder:
            self._list()
        if new.listed is None:
            return
        if old.review is not new.review and new.review is not None:
            self._note(new)
        if old.review_path != new.review_path:
            self.refresh()
        if (old.reader, old.role, old.model) != (new.reader, new.role, new.model):
            self._read_again()
        if old.blind != new.blind:
            self._state.replace(listed=new.listed.hide(blind=new.blind))

    def _note(self, state: ViewState) -> None:
        """Show what the reader has just said; rows stay where they are meanwhile."""
        review, shown = state.review, state.listed
        if review is None or shown is None or state.record is None:
            return
        stand = Stand.of(review)
        self._said_here[review.record_id] = stand
        rows = set(shown.worklist.rows_of_id.get(review.record_id, ()))
        row = shown.worklist.records.row(state.record.path)
        rows |= {row} if row is not None else set()
        facts = {row: Facts(stand=stand) for row in rows if shown.worklist.stands[row] != stand}
        self.take_facts(facts, sort=False)
