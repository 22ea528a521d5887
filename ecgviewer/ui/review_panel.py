"""The review of the open record: classes, why the model is wrong, a note, reviewed or not."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ecgviewer.core.review import Change, Review, Role, Stated, Step, Topic
from ecgviewer.core.text import tr
from ecgviewer.ui.class_rows import ClassList, class_rows
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.note_field import NoteField
from ecgviewer.ui.review_commands import chosen_class
from ecgviewer.ui.review_reasons import ReviewReasons
from ecgviewer.ui.review_state import statement
from ecgviewer.ui.review_words import when_words
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import OwnKeys

_FIELDS = (
    *("record", "review", "reader", "role", "blind", "label", "stated_label"),
    *("analysis", "card", "heat", "overlay", "reviews_read_only"),
)


class ReviewPanel(QWidget):
    """What the reader says of the record, by mouse and keys.

    chosen(label): this class is spoken of. said(changes): something is said of the record;
    said_late(state, changes): of one that was just left. add_wished, reader_wished,
    history_wished, reviewed_wished, flag_wished: a button; left: the keyboard leaves the note.
    """

    chosen = Signal(str)
    said = Signal(tuple)
    said_late = Signal(object, tuple)
    add_wished = Signal()
    reader_wished = Signal()
    history_wished = Signal()
    reviewed_wished = Signal()
    flag_wished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Review"))
        self._state = ViewState()
        # In the order in which Tab goes through them.
        self.reader = _link(tr("Change who reviews"))
        self.add = _link(tr("Add another class (Shift+A)"), tr("Add a class…"))
        self.list = ClassList()
        self.reasons = ReviewReasons()
        self.note = NoteField()
        self.reviewed = _button(tr("Reviewed, on to the next unreviewed record (V)"))
        self.reviewed.setProperty("done", "true")
        self.flag = _button(tr("Flag the record (Shift+F)"))
        self.history = _link(tr("All that was said of this record"), tr("History…"))
        self._arrange()
        self._connect()
        self._show(ViewState())

    def _arrange(self) -> None:
        keys = OwnKeys(self)
        for button in (self.reader, self.add, self.reviewed, self.flag, self.history):
            button.installEventFilter(keys)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setContentsMargins(12, 0, 12, 0)
            row.setSpacing(8)
        above.addWidget(self.reader)
        above.addStretch(1)
        above.addWidget(self.add)
        for button in (self.reviewed, self.flag):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.history)
        note = QHBoxLayout()
        note.setContentsMargins(12, 0, 12, 0)
        note.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.reasons)
        column.addLayout(note)
        column.addLayout(below)

    def _connect(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.list.said.connect(self._state_class)
        self.reasons.said.connect(lambda change: self.said.emit((change,)))
        self.note.written.connect(self._say_note)
        self.note.left.connect(self.left)
        self.add.clicked.connect(self.add_wished)
        self.reader.clicked.connect(self.reader_wished)
        self.history.clicked.connect(self.history_wished)
        self.reviewed.clicked.connect(self._toggle_reviewed)
        self.flag.clicked.connect(self._toggle_flag)

    def sizeHint(self) -> QSize:
        """Return the room of six classes and all that stands around them."""
        return QSize(320, 320)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.list.set_chrome(chrome)

    def focus_list(self) -> None:
        """Put the keyboard into the list of classes."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def keep_note(self) -> None:
        """Tell what is written and still waits to be kept."""
        text = self.note.pending
        self.note.keep()
        if text is not None and not self._state.reader:
            self.said.emit((_note_change(text),))

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the review of the new state."""
        if self._state.record is not new.record:
            self._leave_record(new)
        elif all(getattr(old, name) is getattr(new, name) for name in _FIELDS):
            self._state = new
            return
        self._show(new)

    def _leave_record(self, new: ViewState) -> None:
        """What was written a moment ago belongs to the record that was open then."""
        left, text = self._state, self.note.pending
        self._state = new
        self.note.forget()
        if text is not None:
            self.said_late.emit(left, (_note_change(text),))

    def _show(self, state: ViewState) -> None:
        self._state = state
        review = state.review
        for part in (self.list, self.add, self.note, self.reviewed, self.flag, self.history):
            part.setEnabled(state.record is not None)
        self.list.show_rows(class_rows(state), chosen_class(state))
        self.reasons.show_state(state)
        self.note.show_text(review.note if review is not None else "")
        self.note.setReadOnly(state.reviews_read_only)
        done, flagged = bool(review and review.done), bool(review and review.flagged)
        self.reviewed.setChecked(done)
        self.reviewed.setText(tr("Reviewed ✓") if done else tr("Reviewed (V)"))
        self.flag.setChecked(flagged)
        self.flag.setText(tr("Flagged") if flagged else tr("Flag"))
        self.reader.setText(_reader_words(state, datetime.now().astimezone()))

    def _state_class(self, about: str, stated: Stated | None) -> None:
        self.said.emit(statement(self._state, about, stated))

    def _say_note(self, text: str) -> None:
        # Whoever is still writing is not to be interrupted by the question for a name.
        if not self._state.reader and self.note.hasFocus():
            return
        self.said.emit((_note_change(text),))

    def _toggle_reviewed(self) -> None:
        if self._state.review is not None and self._state.review.done:
            self.said.emit((Change(Topic.DONE, "", None),))
        else:
            self.reviewed_wished.emit()
        self._show(self._state)

    def _toggle_flag(self) -> None:
        self.flag_wished.emit()
        self._show(self._state)


def _reader_words(state: ViewState, now: datetime) -> str:
    """Return who reviews, and when they did last."""
    if not state.reader:
        return tr("Who reviews?")
    name = state.reader
    if state.role is Role.ADJUDICATOR:
        name = tr("{name}, adjudicator", name=name)
    last = _last(state.review)
    if last is None:
        return name
    return tr("{name}, last {time}", name=name, time=when_words(last.at_utc, now))


def _last(review: Review | None) -> Step | None:
    return review.steps[-1] if review is not None and review.steps else None


def _note_change(text: str) -> Change:
    return Change(Topic.NOTE, "", text or None)


def _link(tip: str, text: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("link", "true")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setCheckable(True)
    button.setProperty("framed", "true")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
