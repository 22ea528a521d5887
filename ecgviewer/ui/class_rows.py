"""The classes of a record as rows: key, name, code, the model's word, what the reader says."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QToolTip, QWidget

from ecgviewer.core.classes import class_name, class_text
from ecgviewer.core.review import Stated
from ecgviewer.core.text import tr
from ecgviewer.ui.class_ink import ROW, ROW_PX, ClassDelegate, ClassRow, statement_at
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.review_commands import classes_of
from ecgviewer.ui.review_state import MARK_WORDS, finding_of, mark_of, stated
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.stating_menu import STATEMENTS
from ecgviewer.ui.widgets import OwnKeys, asks_for

_Index = QModelIndex | QPersistentModelIndex
_LAST_KEY = 9
_LEAST_ROWS = 2
_WITHDRAWING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN_KEYS = (Qt.Key.Key_Space, *_WITHDRAWING)
# In this order Space goes through what can be said.
_IN_TURN = (None, Stated.PRESENT, Stated.ABSENT, Stated.UNSURE)


def class_rows(state: ViewState) -> tuple[ClassRow, ...]:
    """Return a row for each class that keys name, then for what else the reader stated."""
    keyed = classes_of(state)
    said = state.review.classes if state.review is not None else {}
    others = [label for label in said if label not in keyed]
    return tuple(_row(state, label, place) for place, label in enumerate((*keyed, *others)))


def _row(state: ViewState, label: str, place: int) -> ClassRow:
    text, finding = class_text(label), finding_of(state, label)
    key = str(place + 1) if place < min(_LAST_KEY, len(classes_of(state))) else ""
    return ClassRow(
        label,
        class_name(label),
        text.snomed,
        key,
        _model_word(state, label),
        None if finding is None else finding.present,
        stated(state, label),
    )


def _model_word(state: ViewState, label: str) -> str:
    """Return what the model says of a class, "" where it says nothing that may be seen."""
    finding = finding_of(state, label)
    if finding is None:
        return ""
    score = f"{finding.probability:.2f}"
    if finding.excluded_by:
        return tr("not judged beside {other}", other=finding.excluded_by)
    if finding.present:
        return tr("suggested {score}", score=score)
    return tr("not suggested {score}", score=score)


class _Rows(QAbstractListModel):
    """The rows in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ClassRow, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row_words(row) if role in spoken else None

    def replace(self, rows: tuple[ClassRow, ...]) -> None:
        """Show other rows; where their number stays, the chosen one does too."""
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def row_words(row: ClassRow) -> str:
    """Return a row as read aloud."""
    parts = [row.name]
    if row.code:
        parts.append(f"SNOMED CT {row.code}")
    if row.key:
        parts.append(tr("key {key}", key=row.key))
    if row.model_word:
        parts.append(tr("model: {word}", word=row.model_word))
    mark = mark_of(row.stated, suggested=row.suggested)
    if mark is not None:
        parts.append(tr("you: {mark}", mark=tr(MARK_WORDS[mark])))
    return ", ".join(parts)


class ClassList(QListView):
    """Classes of a record; a click or Space says whether one is there.

    chosen(label): this class is spoken of. said(label, stated): None takes it back.
    """

    chosen = Signal(str)
    said = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._delegate = ClassDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Classes of the record"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(_LEAST_ROWS * ROW_PX + 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.installEventFilter(OwnKeys(self))
        self.selectionModel().currentChanged.connect(self._choose)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self.viewport().update()

    @property
    def rows(self) -> tuple[ClassRow, ...]:
        """The rows that are shown."""
        return self._rows.rows

    def show_rows(self, rows: tuple[ClassRow, ...], chosen: str | None) -> None:
        """Show rows and stand on the one that is spoken of."""
        blocker = QSignalBlocker(self.selectionModel())
        if rows != self._rows.rows:
            self._rows.replace(rows)
        labels = [row.label for row in rows]
        if chosen in labels:
            index = self._rows.index(labels.index(chosen))
            if index != self.currentIndex():
                self.setCurrentIndex(index)
                self.scrollTo(index)
        else:
            self.selectionModel().clear()
        blocker.unblock()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen class in sight when the panel becomes lower."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's keys."""

    def event(self, event: QEvent) -> bool:
        """Keep Space and Delete from the window's keys."""
        if asks_for(event, _OWN_KEYS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what can be said of the chosen class, or take it back."""
        row = self.currentIndex().data(ROW)
        if event.key() not in _OWN_KEYS or not isinstance(row, ClassRow):
            super().keyPressEvent(event)
        elif event.key() in _WITHDRAWING:
            self.said.emit(row.label, None)
        else:
            place = _IN_TURN.index(row.stated)
            self.said.emit(row.label, _IN_TURN[(place + 1) % len(_IN_TURN)])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what stands under the mouse; a second click takes it back."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, ClassRow):
            return
        wished = statement_at(self.visualRect(index), event.position())
        if wished is not None:
            self.said.emit(row.label, None if wished is row.stated else wished)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what stands under the mouse."""
        super().mouseMoveEvent(event)
        self._delegate.pointer = event.position()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Let nothing be lit up any more."""
        super().leaveEvent(event)
        self._delegate.pointer = None
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a button would say, with its key."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            wished = statement_at(self.visualRect(index), event.pos().toPointF())
            if index.isValid() and wished is not None:
                QToolTip.showText(event.globalPos(), statement_words(wished), self)
                return True
        return super().viewportEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ClassRow):
            self.chosen.emit(row.label)


def statement_words(wished: Stated) -> str:
    """Return what a button says and its key."""
    words, key = next((words, key) for one, words, key in STATEMENTS if one is wished)
    return f"{tr(words)} ({key})"
