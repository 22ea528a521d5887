"""Takes down what the reader says of the open record, and shows what everybody has said of it."""

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import (
    LONGEST_NAME,
    Change,
    ModelRef,
    Review,
    Step,
    changed,
    last_done,
    last_undone,
    redone,
    review_of,
    time_after,
    undone,
)
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.review_file import ReviewFile
from ecgviewer.ui.review_state import found_by
from ecgviewer.ui.review_words import Knowledge, told_words
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.unkept_steps import UnkeptSteps
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.review.store import ReviewStore

_READ = "review"


@dataclass(frozen=True, eq=False)
class _Read:
    """All that anybody has said of a record."""

    record_id: str
    steps: tuple[Step, ...]


class Reviewing(QObject):
    """The review of the open record by the present reader.

    A step is on screen at once and goes to disk by way of ``unkept``. name_wished: somebody
    wants to say something whose name is not known yet. stepped: something was said.
    file_changed: what is known now comes from another file. said, failed: sentences.
    """

    name_wished = Signal()
    stepped = Signal()
    file_changed = Signal()
    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self, state: StateHolder, keeping: Worker, file: ReviewFile, preferences: Preferences
    ) -> None:
        super().__init__(state)
        self._state, self._keeping, self.file = state, keeping, file
        self._preferences = preferences
        self.unkept = UnkeptSteps(state, keeping, file)
        self._steps: tuple[Step, ...] = ()
        # What waits for the reader's name: of the open record, and of those that were left.
        self._held: tuple[Change, ...] = ()
        self._held_late: list[tuple[ViewState, tuple[Change, ...]]] = []
        self._held_back = ""
        file.reader = preferences.reader
        state.changed.connect(self._follow)
        keeping.done.connect(self._done)
        keeping.failed.connect(self._failed)
        self.unkept.failed.connect(self.failed)
        self.unkept.kept.connect(self._tell_notes)

    # Saying something

    def say(self, *changes: Change) -> bool:
        """Say something of the open record; says whether that was anything new."""
        state = self._state.value
        if state.record is None:
            self.said.emit(tr("No record is open to be reviewed."))
            return False
        if self._is_refused():
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

    def say_late(self, state: ViewState, *changes: Change) -> None:
        """Say something of a record that was just left, in the state that it was left in."""
        record = state.record
        if record is None:
            return
        if not state.reader:
            self._held_late.append((state, changes))
            self.name_wished.emit()
            return
        review = self._review(state, record)
        new = changed(review, changes)
        if new:
            self.unkept.add(record, _step(state, review, new))

    def name_reader(self, name: str) -> None:
        """Take the reader's name, and what was said before it was known."""
        name = " ".join(name.split())[:LONGEST_NAME].strip()
        if not name:
            self._held = ()
            for state, _ in self._held_late[-1:]:
                told = tr("The note on {record} waits for your name.", record=_name_of(state))
                self.said.emit(told)
            return
        self._preferences.reader = self.file.reader = name
        self._state.replace(reader=name, review=self._review_by(name))
        held, self._held = self._held, ()
        if held:
            self.say(*held)
        late, self._held_late = self._held_late, []
        for state, changes in late:
            self.say_late(_as_of(state, name), *changes)

    @property
    def nameless(self) -> str:
        """The name of a record of which something waits for its reader's name, "" for none."""
        late = (_name_of(state) for state, _ in self._held_late)
        return _name_of(self._state.value) if self._held else next(late, "")

    def _review_by(self, reader: str) -> Review | None:
        """Return what somebody says of the open record, None without one or until it is read."""
        state = self._state.value
        if state.record is None or state.review is None:
            return None
        return review_of(state.record.record_id, reader, self._steps, state.role)

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
        if review is not None and step is not None and not self._is_refused():
            self._take(undone(review), undoes=step)

    def redo(self) -> None:
        """Make the step that was taken back again."""
        review = self._state.value.review
        step = last_undone(review) if review is not None else None
        if review is not None and step is not None and not self._is_refused():
            self._take(redone(review), undoes=step)

    def _take(self, changes: tuple[Change, ...], undoes: Step | None = None) -> None:
        state = self._state.value
        record = state.record
        if record is None:
            return
        review = self._review(state, record)
        step = _step(state, review, changes, undoes)
        self._steps = (*self._steps, step)
        self._state.replace(review=review.after(step), all_steps=self._steps)
        self.unkept.add(record, step)
        sentence = told_words(step, self._steps, knowledge_of(state))
        if sentence:
            self.said.emit(sentence)

    def _review(self, state: ViewState, record: Record) -> Review:
        return state.review or Review(record.record_id, state.reader, state.role)

    # The file

    def hold_back(self, why: str) -> None:
        """Let nothing be said while another file is being opened; "" lets it again."""
        self._held_back = why
        self.unkept.hold(is_held=bool(why))

    def reload(self) -> None:
        """Show what the review file, in which others have spoken too, says of the open record."""
        record = self._state.value.record
        self._held = ()
        self._steps = self.unkept.of(record) if record is not None else ()
        self._state.replace(review=None, all_steps=())
        self.file_changed.emit()
        if record is not None:
            self._keeping.submit(_READ, self._read, record)

    def close(self) -> None:
        """Let go of the file."""
        self.unkept.settle()
        self.file.close()

    def _is_refused(self) -> bool:
        told = self._held_back
        if self.file.read_only:
            told = tr("{file} is open to be read only.", file=self.file.path.name)
        if told:
            self.said.emit(told)
        return bool(told)

    def _read(self, record: Record, _task: Task) -> _Read:
        with self.file.store() as store:
            steps = store.steps(record.record_id)
            if steps:
                _note_place(store, record)
            return _Read(record.record_id, steps)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._steps, self._held = (), ()
            self._state.replace(review=None, all_steps=())
            if new.record is not None:
                self._keeping.submit(_READ, self._read, new.record)
        elif (old.reader, old.role) != (new.reader, new.role):
            self._show()
            # Once more when all have been told of the other reader: who is told of that last
            # would still show what the one before said.
            QTimer.singleShot(0, self._show)

    def _show(self) -> None:
        state = self._state.value
        if state.record is not None:
            key = state.record.record_id
            review = review_of(key, state.reader, self._steps, state.role)
            self._state.replace(review=review, all_steps=self._steps)

    def _done(self, kind: str, result: object) -> None:
        if kind == _READ and isinstance(result, _Read):
            self._take_in(result)
            self._tell_notes()

    def _take_in(self, read: _Read) -> None:
        record = self._state.value.record
        if record is not None and read.record_id == record.record_id:
            every = (*read.steps, *self.unkept.of(record), *self._steps)
            self._steps = tuple({step.step_id: step for step in every}.values())
            self._show()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == _READ:
            self.failed.emit(str(error), details)

    def _tell_notes(self) -> None:
        told, trouble = self.file.take_notes()
        if told:
            self.said.emit(told)
        if trouble:
            self.failed.emit(trouble, "")
        path, read_only = self.file.path, self.file.read_only
        self._state.replace(review_path=path, reviews_read_only=read_only)


def _name_of(state: ViewState) -> str:
    return state.record.name if state.record is not None else ""


def _as_of(state: ViewState, reader: str) -> ViewState:
    """Return a state as it was, but with a reader's name."""
    if state.record is None:
        return state
    review = review_of(state.record.record_id, reader, state.all_steps, state.role)
    return replace(state, reader=reader, review=review)


def _step(
    state: ViewState, review: Review, changes: tuple[Change, ...], undoes: Step | None = None
) -> Step:
    return Step(
        review.record_id,
        state.reader,
        time_after(review.steps),
        changes,
        state.role,
        seen_model(state),
        hidden=state.model_hidden,
        undoes=undoes.step_id if undoes is not None else None,
    )


def knowledge_of(state: ViewState) -> Knowledge:
    """Return what sentences about the open record's steps need to know."""
    rate_hz = state.record.rate_hz if state.record is not None else 1.0
    return Knowledge(rate_hz, found_by(seen_model(state), state))


def _note_place(store: "ReviewStore", record: Record) -> None:
    """Note where a record that is spoken of lies now."""
    from ecgviewer.review.store import KnownRecord

    known = KnownRecord.of(record)
    # Where nothing can be written it will be noted another time.
    with contextlib.suppress(EcgError):
        if store.find(record.record_id) != known.path:
            store.keep_record(known)


def seen_model(state: ViewState) -> ModelRef | None:
    """Return the model whose answer the reader can see, None where there is none."""
    card = state.scan_card if state.scan is not None else state.card
    answered = state.scan is not None or state.analysis is not None
    if card is None or not answered or state.model_hidden:
        return None
    return ModelRef(card.name, card.weights_sha256)
