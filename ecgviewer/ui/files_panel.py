"""The records of the folder, the open one marked."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.look import Chrome, font
from ecgviewer.ui.row_lists import record_menu
from ecgviewer.ui.search_field import SearchField
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import ElidedLabel, OwnKeys, label

_Index = QModelIndex | QPersistentModelIndex
_PATH = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Files(QAbstractListModel):
    """Paths, shown without folder and ending."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.paths: tuple[Path, ...] = ()
        self.open_path: Path | None = None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.paths)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path = self.paths[index.row()]
        if role == _PATH:
            return path
        if role == Qt.ItemDataRole.DisplayRole:
            return file_words(path, self.folder)
        if role == Qt.ItemDataRole.FontRole:
            return font(strong=path == self.open_path)
        return str(path) if role == Qt.ItemDataRole.ToolTipRole else None

    def replace(self, folder: Path | None, paths: tuple[Path, ...]) -> None:
        self.beginResetModel()
        self.folder, self.paths = folder, paths
        self.endResetModel()

    def mark(self, path: Path | None) -> None:
        self.open_path = path
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.paths) - 1)))


class _FileList(QListView):
    """A list that leaves letters to the window's keys.

    compare_wished(index): Shift+Enter, a click with Alt, or the menu of a row.
    """

    compare_wished = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare with the marked record on Shift+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.compare_wished.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Compare with a record that is clicked on with Alt."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.compare_wished.emit(self.indexAt(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a record."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.row_menu(index).popup(event.globalPos())

    def row_menu(self, index: QModelIndex) -> QMenu:
        """Return a menu of what can be done with a record; it is gone once it is closed."""
        # The list may be filled anew while the menu is open.
        kept, model = QPersistentModelIndex(index), self.model()
        return record_menu(
            self, lambda: model.index(kept.row(), 0), self.activated, self.compare_wished
        )

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""


class FilesPanel(QWidget):
    """A searchable list of the folder's records.

    path_wished(Path): open it. compare_wished(Path): put it below the open one. left: the
    reader wants to search no more.
    """

    path_wished = Signal(object)
    compare_wished = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Files"))
        self._model = _Files(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._folder = ElidedLabel()
        self._folder.setProperty("secondary", "true")
        self._empty = label(kind="secondary", wrapped=True)
        self.search = SearchField(tr("Search the file list"), tr("Search…"))
        self.list = _FileList()
        self._arrange()
        self.search.textChanged.connect(lambda text: self._proxy.setFilterFixedString(text.strip()))
        self.search.returnPressed.connect(self._open_first)
        self.search.given_up.connect(self._leave)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.compare_wished.connect(self._compare)

    def _arrange(self) -> None:
        self.search.setClearButtonEnabled(False)
        self.list.setModel(self._proxy)
        self.list.setProperty("files", "true")
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Records of the folder"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(OwnKeys(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._folder)
        column.addWidget(self.search)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self._empty.setText(tr("No folder open."))

    def sizeHint(self) -> QSize:
        """Return the room of a short list of names."""
        return QSize(216, 480)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.search.set_chrome(chrome)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the files of the new state and mark the open one."""
        if old.files is not new.files or old.folder != new.folder:
            self._model.replace(new.folder, new.files)
            # The path may hold names that nobody should read over a shoulder.
            self._folder.set_text(new.folder.name if new.folder else "")
            self._folder.setToolTip(str(new.folder or ""))
            self._empty.setVisible(not new.files)
            self._empty.setText(_empty_words(new))
        if old.record is not new.record or old.files is not new.files:
            path = new.record.path if new.record else None
            place = place_of(path, new.files) if path else None
            self._model.mark(new.files[place] if place is not None else None)
            if place is not None:
                row = self._proxy.mapFromSource(self._model.index(place))
                self.list.setCurrentIndex(row)
                self.list.scrollTo(row)

    @property
    def listed(self) -> tuple[Path, ...]:
        """The paths that are shown, as they are searched and in this order."""
        rows = range(self._proxy.rowCount())
        return tuple(self._proxy.index(row, 0).data(_PATH) for row in rows)

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.path_wished.emit(index.data(_PATH))

    def _compare(self, index: QModelIndex) -> None:
        if index.isValid():
            self.compare_wished.emit(index.data(_PATH))

    def _leave(self) -> None:
        self.search.clear()
        self.left.emit()

    def _open_first(self) -> None:
        if self._proxy.rowCount():
            self._open(self._proxy.index(0, 0))


def _empty_words(state: ViewState) -> str:
    if state.folder is None:
        return tr("No folder open.")
    # The open record lies in the folder, whose list is still on its way.
    listing = state.record is not None and state.record.path.is_relative_to(state.folder)
    return tr("This folder is not listed yet.") if listing else tr("No record in this folder.")


def file_words(path: Path, folder: Path | None) -> str:
    """Return a record's name within its folder, without ending."""
    shown = path.relative_to(folder) if folder and path.is_relative_to(folder) else path
    return str(shown.with_suffix(""))


def place_of(path: Path, files: tuple[Path, ...]) -> int | None:
    """Return where a record stands among files, by its name without ending."""
    wanted = os.path.abspath(path.with_suffix(""))  # noqa: PTH100 (links stay links)
    for place, file in enumerate(files):
        if os.path.abspath(file.with_suffix("")) == wanted:  # noqa: PTH100
            return place
    return None
