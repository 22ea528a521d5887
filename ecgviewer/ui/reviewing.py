"""Takes down what the reader says of the open record, at once on screen and soon on disk."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import (
    Change,
    ModelRef,
    Review,
    Step,
    Topic,
    changed,
    last_done,
    last_undone,
    redone,
    review_of,
    undone,
)
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.review_file import ReviewFile
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

_READ, _KEEP = "review", "keep review"
_TRY_AGAIN_MS = 10_000


@dataclass(frozen=True, eq=False)
class _Read:
    """All that anybody has said of a record."""

    record_id: str
    steps: tuple[Step, ...]


class Reviewing(QObject):
    """The review of the open record by the present reader.

    A step is on screen at once and goes to disk through the worker; until it is there it
    counts as unsaved and is tried again. name_wished: somebody wants to say something whose
    name is not known yet. stepped: something was said. said, failed: sentences.
    """

    name_wished = Signal()
    stepped = Signal()
    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self, state: StateHolder, keeping: Worker, file: ReviewFile, preferences: Preferences
    ) -> None:
        super().__init__()
        self._state, self._keeping, self.file = state, keeping, file
        self._preferences = preferences
        self._steps: tuple[Step, ...] = ()
        self._unkept: dict[str, tuple[Record, Step]] = {}
        self._held: tuple[Change, ...] = ()
        self._try_again = rest_timer(self, _TRY_AGAIN_MS, self._keep)
        state.changed.connect(self._follow)
        keeping.done.connect(self._done)
        keeping.failed.connect(self._failed)

    # Saying something

    def say(self, *changes: Change) -> bool:
        """Say something of the open record; says whether that was anything new."""
        state = self._state.value
        if state.record is None:
            self.said.emit(tr("No record is open to be reviewed."))
            return False
        if not state.reader:
            self._held = changes
            self.name_wished.emit()
            return False
        review = self._review(state, state.record)
        new = changed(review, changes)
        if new:
            self._take(new)
            self.stepped.emit()
        return bool(new)

    def name_reader(self, name: str) -> None:
        """Take the reader's name, and what was said before it was known."""
        name = " ".join(name.split())
        if not name:
            self._held = ()
            return
        self._preferences.reader = name
        self._state.replace(reader=name)
        held, self._held = self._held, ()
        if held:
            self.say(*held)

    @property
    def can_undo(self) -> bool:
        """Whether the reader has said something of this record that can be taken back."""
        review = self._state.value.review
        return review is not None and last_done(review) is not None

    @property
    def can_redo(self) -> bool:
        """Whether something of this record that was taken back can be said again."""
        review = self._state.value.review
        return review is not None and last_undone(review) is not None

    def undo(self) -> None:
        """Take the last step back."""
        review = self._state.value.review
        step = last_done(review) if review is not None else None
        if review is not None and step is not None:
            self._take(undone(review), undoes=step)

    def redo(self) -> None:
        """Make the step that was taken back again."""
        review = self._state.value.review
        step = last_undone(review) if review is not None else None
        if review is not None and step is not None:
            self._take(redone(review), undoes=step)

    def _take(self, changes: tuple[Change, ...], undoes: Step | None = None) -> None:
        state = self._state.value
        record = state.record
        if record is None:
            return
        review = self._review(state, record)
        step = Step(
            record.record_id,
            state.reader,
            datetime.now(UTC),
            changes,
            state.role,
            seen_model(state),
            hidden=state.model_hidden,
            undoes=undoes.step_id if undoes is not None else None,
        )
        self._steps = (*self._steps, step)
        self._unkept[step.step_id] = record, step
        self._state.replace(review=review.after(step), n_unkept=len(self._unkept))
        self._keep()

    def _review(self, state: ViewState, record: Record) -> Review:
        return state.review or Review(record.record_id, state.reader, state.role)

    # Keeping it

    @property
    def unkept(self) -> tuple[tuple[Record, Step], ...]:
        """Steps that are not on disk yet, each with its record."""
        return tuple(self._unkept.values())

    def close(self) -> None:
        """Keep what the worker did not get to, and let go of the file."""
        self._try_again.stop()
        if self._unkept:
            try:
                keep_steps(self.file, tuple(self._unkept.values()))
            except EcgError as error:
                self.failed.emit(str(error), "")
        self.file.close()

    def _keep(self) -> None:
        if self._unkept:
            self._keeping.submit(_KEEP, self._keep_now, tuple(self._unkept.values()))

    def _keep_now(
        self, unkept: tuple[tuple[Record, Step], ...], _task: Task
    ) -> tuple[tuple[Record, Step], ...]:
        keep_steps(self.file, unkept)
        return unkept

    def _read(self, record_id: str, _task: Task) -> _Read:
        with self.file.store() as store:
            return _Read(record_id, store.steps(record_id))

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._steps, self._held = (), ()
            self._state.replace(review=None)
            if new.record is not None:
                self._keeping.submit(_READ, self._read, new.record.record_id)
        elif (old.reader, old.role) != (new.reader, new.role):
            self._show()

    def _show(self) -> None:
        state = self._state.value
        if state.record is not None:
            key = state.record.record_id
            review = review_of(key, state.reader, self._steps, state.role)
            self._state.replace(review=review, all_steps=self._steps)

    def _done(self, kind: str, result: object) -> None:
        record = self._state.value.record
        if (
            isinstance(result, _Read)
            and record is not None
            and result.record_id == record.record_id
        ):
            known = {step.step_id for step in result.steps}
            self._steps = (*result.steps, *(s for s in self._steps if s.step_id not in known))
            self._show()
        elif kind == _KEEP and isinstance(result, tuple):
            for _, step in result:
                self._unkept.pop(step.step_id, None)
            self._state.replace(n_unkept=len(self._unkept), kept_at=datetime.now().astimezone())

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind in (_READ, _KEEP):
            self.failed.emit(str(error), details)
        if kind == _KEEP:
            self._try_again.start()


def keep_steps(file: ReviewFile, unkept: tuple[tuple[Record, Step], ...]) -> None:
    """Keep steps together with the records that they speak of."""
    from ecgviewer.review.store import KnownRecord

    with file.store() as store:
        store.keep_records([KnownRecord.of(record) for record, _ in unkept])
        store.keep_all([step for _, step in unkept])


def seen_model(state: ViewState) -> ModelRef | None:
    """Return the model whose answer the reader can see, None where there is none."""
    card = state.scan_card if state.scan is not None else state.card
    answered = state.scan is not None or state.analysis is not None
    if card is None or not answered or state.model_hidden:
        return None
    return ModelRef(card.name, card.weights_sha256)


def region_change(value: dict[str, object] | None, region_id: str) -> Change:
    """Return the change that adds, changes or (None) removes a region."""
    return Change(Topic.REGION, region_id, value)
