"""The bookmarks of the open record: time and words, a click or Enter goes there."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.text import tr
from ecgviewer.paper.furniture import clock
from ecgviewer.ui.look import Chrome, font
from ecgviewer.ui.row_lists import DeletingList
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import OwnKeys, label

_Index = QModelIndex | QPersistentModelIndex
_MARK = Qt.ItemDataRole.UserRole


class _Rows(QAbstractListModel):
    """Bookmarks in order of time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.rate_hz = 1.0

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.bookmarks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self.bookmarks[index.row()]
        if role == _MARK:
            return mark
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            # As the page's header tells it; all are equally wide.
            time = clock(mark.sample / self.rate_hz, 1)
            return f"{time}    {mark.text}" if mark.text else time
        return font() if role == Qt.ItemDataRole.FontRole else None

    def replace(self, bookmarks: tuple[Bookmark, ...], rate_hz: float) -> None:
        self.beginResetModel()
        self.bookmarks, self.rate_hz = bookmarks, rate_hz
        self.endResetModel()


class BookmarksPanel(QWidget):
    """The list of bookmarks, and below it what can be done to the chosen one."""

    go_wished = Signal(object)
    text_wished = Signal(object)
    delete_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Bookmarks"))
        self._rows = _Rows(self)
        self._caption = label(kind="secondary", wrapped=True)
        self.list = DeletingList()
        self._write = _button(tr("Write…"), tr("Write on the chosen bookmark (B)"))
        self._delete = _button(tr("Delete"), tr("Delete the chosen bookmark (Del)"))
        self._arrange()
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.delete_wished.connect(self._wish_deleted)
        self._delete.clicked.connect(self._wish_deleted)
        self._write.clicked.connect(self._wish_text)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._show(ViewState())

    def _arrange(self) -> None:
        self.list.setModel(self._rows)
        self.list.setProperty("files", "true")
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Bookmarks of the record"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(OwnKeys(self))
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._write)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(8)
        self._caption.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self._caption)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def sizeHint(self) -> QSize:
        """Return the room of a short list, as wide as that of files."""
        return QSize(216, 320)

    @property
    def chosen(self) -> Bookmark | None:
        """The bookmark that the list stands on."""
        mark = self.list.currentIndex().data(_MARK)
        return mark if isinstance(mark, Bookmark) else None

    @property
    def caption(self) -> str:
        """What stands above the list."""
        return self._caption.text()

    def set_chrome(self, _chrome: Chrome) -> None:
        """Take the colours of the theme: all of them come from the style sheet."""

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._rows.bookmarks and self.chosen is None:
            self.list.setCurrentIndex(self._rows.index(0))

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the bookmarks of the new state and stand on the one that was gone to."""
        if old.bookmarks is not new.bookmarks or old.record is not new.record:
            self._show(new)
        if new.bookmark is not None and new.bookmark in self._rows.bookmarks:
            self.list.setCurrentIndex(self._rows.index(new.bookmarks.index(new.bookmark)))

    def _show(self, state: ViewState) -> None:
        row = self.list.currentIndex().row()
        self._rows.replace(state.bookmarks, state.record.rate_hz if state.record else 1.0)
        if state.bookmarks and row >= 0:
            # The keyboard stays where it was, also when that row is gone.
            self.list.setCurrentIndex(self._rows.index(min(row, len(state.bookmarks) - 1)))
        self._caption.setText(_caption(state))
        self._enable()

    def _enable(self) -> None:
        for button in (self._write, self._delete):
            button.setEnabled(self.chosen is not None)

    def _go(self, index: QModelIndex) -> None:
        self.go_wished.emit(index.data(_MARK))

    def _wish_deleted(self) -> None:
        if self.chosen is not None:
            self.delete_wished.emit(self.chosen)

    def _wish_text(self) -> None:
        if self.chosen is not None:
            self.text_wished.emit(self.chosen)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setProperty("framed", "true")
    return button


def _caption(state: ViewState) -> str:
    if state.record is None:
        return tr("No record open.")
    if not state.bookmarks:
        return tr("B sets a bookmark in the middle of the page.")
    n_set = len(state.bookmarks)
    if n_set == 1:
        return tr("1 bookmark; Enter goes to one, Del deletes it")
    return tr("{count} bookmarks; Enter goes to one, Del deletes it", count=f"{n_set:,}")
