"""What was said and is not on disk yet: kept in a worker, tried again, never dropped."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import Step
from ecgviewer.core.task import Task
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.review_file import ReviewFile, Unkept
from ecgviewer.ui.state import StateHolder
from ecgviewer.ui.worker import Worker

_KEEP = "keep review"
_TRY_AGAIN_MS = 10_000


class UnkeptSteps(QObject):
    """Steps on their way to the review file, each with its record.

    A step counts as unkept until the worker has it on disk; what is refused is tried again
    every few seconds. kept: some are there now. failed: sentences.
    """

    kept = Signal()
    failed = Signal(str, str)

    def __init__(self, state: StateHolder, keeping: Worker, file: ReviewFile) -> None:
        super().__init__(state)
        self._state, self._keeping, self._file = state, keeping, file
        self._by_id: dict[str, Unkept] = {}
        self._held = False
        self._try_again = rest_timer(self, _TRY_AGAIN_MS, self._keep)
        keeping.done.connect(self._done)
        keeping.failed.connect(self._failed)

    @property
    def every(self) -> tuple[Unkept, ...]:
        """What is on screen and not on disk yet."""
        return tuple(self._by_id.values())

    def of(self, record: Record) -> tuple[Step, ...]:
        """Return those that speak of a record."""
        return tuple(step for _, step in self.every if step.record_id == record.record_id)

    def add(self, record: Record, step: Step) -> None:
        """Take a step, and bring it to disk soon."""
        self._by_id[step.step_id] = record, step
        self._count()
        self._keep()

    def let_go(self, unkept: tuple[Unkept, ...]) -> None:
        """Take down that steps are safe, or that the reader gives them up."""
        for _, step in unkept:
            self._by_id.pop(step.step_id, None)
        self._count()

    def hold(self, *, is_held: bool) -> None:
        """Keep nothing while the file changes: what was said in one is not for the other."""
        self._held = is_held
        self._keep()

    def try_again(self) -> None:
        """Try at once to keep what is not on disk yet."""
        self._try_again.stop()
        self._keep()

    def settle(self) -> str:
        """Keep what is unkept, or put it aside; says why neither was possible, "" otherwise.

        Waits for the disk: for closing alone.
        """
        self._try_again.stop()
        unkept = self.every
        if not unkept:
            return ""
        try:
            keep_or_put_aside(self._file, unkept)
        except EcgError as error:
            self._try_again.start()
            return error_words(error)
        self.let_go(unkept)
        return ""

    def _count(self) -> None:
        self._state.replace(n_unkept=len(self._by_id))

    def _keep(self) -> None:
        if self._by_id and not self._held:
            self._keeping.submit(_KEEP, self._keep_now, self.every)

    def _keep_now(self, unkept: tuple[Unkept, ...], _task: Task) -> tuple[Unkept, ...]:
        self._file.keep(unkept)
        return unkept

    def _done(self, kind: str, result: object) -> None:
        if kind == _KEEP and isinstance(result, tuple):
            self.let_go(result)
            self._state.replace(kept_at=datetime.now().astimezone(), unkept_reason="")
            self.kept.emit()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind != _KEEP:
            return
        # What is tried again every few seconds is said once; the sign goes on telling it.
        if error_words(error) != self._state.value.unkept_reason:
            self.failed.emit(str(error), details)
        self._state.replace(n_unkept=len(self._by_id), unkept_reason=error_words(error))
        self._try_again.start()


def keep_or_put_aside(file: ReviewFile, unkept: tuple[Unkept, ...]) -> None:
    """Keep steps, or else put them into the reader's own folder; raises EcgError for neither."""
    try:
        file.keep(unkept)
    except EcgError:
        file.put_aside(unkept)
