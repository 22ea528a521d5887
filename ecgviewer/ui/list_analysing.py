"""Has a model judge the whole worklist in the background, and keeps the open record's answer."""

from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QObject, Signal

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import ModelRef
from ecgviewer.core.text import tr
from ecgviewer.review.worklist import Facts, Said, Worklist
from ecgviewer.ui import list_jobs
from ecgviewer.ui.jobs import Question
from ecgviewer.ui.list_gate import Gates
from ecgviewer.ui.list_work import ANSWERS, SIGNALS
from ecgviewer.ui.listing import Listing
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KEEP_ANSWER = "keep answer"
# The reader who has just opened a record mostly wants something of it next.
_QUIET_MS = 400
_WAITED_FOR = ("open", "analyse", "explain", "scan")


class ListAnalysing(QObject):
    """Judges the records that the list's model has not judged, whenever the reader rests.

    said, failed: sentences for the message line.
    """

    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self,
        state: StateHolder,
        workers: tuple[Worker, Worker, Worker, Worker],
        listing: Listing,
        reviewing: Reviewing,
        gates: Gates,
    ) -> None:
        super().__init__(state)
        self._io, self._quick, self._long, self._keeping = workers
        self._state, self._listing, self._reviewing = state, listing, reviewing
        self._gates, self._worker = gates, listing.worker
        self._unkept: dict[tuple[str, ModelRef], tuple[Record, KeptAnswer]] = {}
        self._quiet = rest_timer(self, _QUIET_MS, self._open_gate)
        for worker in workers[:3]:
            worker.busy_changed.connect(self._give_way)
        state.changed.connect(self._follow)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)
        self._keeping.done.connect(self._kept)

    @property
    def running(self) -> bool:
        """Whether the list is being analysed."""
        return ANSWERS in self._worker.busy_kinds

    def start(self) -> None:
        """Have all records judged that are not judged yet."""
        state = self._state.value
        if state.listed is None or self.running:
            return
        if state.models is not None and not state.models:
            self.failed.emit(tr("No model is installed: nothing can be analysed."), "")
            return
        worklist = state.listed.worklist
        rows = unjudged_rows(worklist)
        if not rows:
            self.said.emit(tr("Every record of the list is analysed."))
            return
        # Judging signals takes longest and is gone on with afterwards.
        self._worker.cancel(SIGNALS)
        publish = self._listing.begin(ANSWERS, len(rows))
        question = Question(state.model, state.wanted_device)
        self._worker.submit(
            ANSWERS, list_jobs.analyse_all, worklist.records, rows, question,
            self._reviewing.file, self._gates.heavy, publish,
        )  # fmt: skip

    def stop(self) -> bool:
        """Stop; what is judged is kept, and starting again goes on there."""
        if not self._worker.cancel(ANSWERS):
            return False
        self.said.emit(tr("Stopped; what is analysed is kept, and can be gone on with."))
        self._listing.judge_signals()
        return True

    # Giving way

    def _give_way(self) -> None:
        # Headers are read while a model is loaded or asked: that leaves the interpreter free.
        self._gates.light.set_open(is_open="open" not in self._io.busy_kinds)
        waited_for = any(kind in _WAITED_FOR for kind in self._long.busy_kinds)
        if self._io.busy_kinds or self._quick.busy_kinds or waited_for:
            self._quiet.stop()
            self._gates.heavy.set_open(is_open=False)
        else:
            self._quiet.start()

    def _open_gate(self) -> None:
        self._gates.heavy.set_open(is_open=True)

    # The open record

    def _follow(self, old: ViewState, new: ViewState) -> None:
        asked_otherwise = (old.model, old.review_path) != (new.model, new.review_path)
        if asked_otherwise and self.running:
            self.stop()
        if new.analysis is not old.analysis and new.analysis_stage is Stage.DONE:
            self._keep_answer(new)

    def _keep_answer(self, state: ViewState) -> None:
        if state.record is None or state.analysis is None or state.card is None:
            return
        model = ModelRef(state.card.name, state.card.weights_sha256)
        answer = KeptAnswer.of(state.record.record_id, model, state.analysis, datetime.now(UTC))
        listed = state.listed
        row = listed.worklist.records.row(state.record.path) if listed is not None else None
        if row is not None and model == self._listing.model:
            facts = Facts(answer.record_id, said=Said.of(answer))
            self._listing.take_facts({row: facts}, sort=False)
        if not state.reviews_read_only:
            self._unkept[answer.record_id, model] = state.record, answer
            pending = tuple(self._unkept.values())
            self._keeping.submit(KEEP_ANSWER, list_jobs.keep_answer, self._reviewing.file, pending)

    def _kept(self, kind: str, kept: object) -> None:
        if kind == KEEP_ANSWER and isinstance(kept, tuple):
            for key in kept:
                self._unkept.pop(key, None)

    # The list

    def _done(self, kind: str, result: object) -> None:
        if kind == ANSWERS and isinstance(result, int):
            self._listing.end()
            self.said.emit(_done_words(result))
            self._listing.judge_signals()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == ANSWERS:
            self._listing.end()
            self.failed.emit(str(error), details)


def unjudged_rows(worklist: Worklist) -> list[int]:
    """Return the rows of which no answer is known and that can be judged."""
    unjudged = worklist.found.where(lambda said: said is None)
    rows: list[int] = np.flatnonzero(unjudged & ~worklist.problems.where(bool)).tolist()
    return rows


def _done_words(n_failed: int) -> str:
    if n_failed == 0:
        return tr("The list is analysed.")
    if n_failed == 1:
        return tr("The list is analysed; 1 record cannot be judged (see Filter).")
    return tr("The list is analysed; {n} records cannot be judged (see Filter).", n=n_failed)
