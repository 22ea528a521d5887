"""The regions of the open record: time, label and comment; a click or Enter goes there."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ecgviewer.core.review import Region
from ecgviewer.core.text import tr
from ecgviewer.paper.furniture import clock
from ecgviewer.paper.region_layer import region_words
from ecgviewer.ui.look import Chrome, font
from ecgviewer.ui.marking import marks_of
from ecgviewer.ui.region_tool import extent_words
from ecgviewer.ui.row_lists import DeletingList
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import OwnKeys, label

_Index = QModelIndex | QPersistentModelIndex
_REGION = Qt.ItemDataRole.UserRole
_MOST_LEADS = 3


class _Rows(QAbstractListModel):
    """Regions in order of time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.regions: tuple[Region, ...] = ()
        self.rate_hz = 1.0

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.regions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        region = self.regions[index.row()]
        if role == _REGION:
            return region
        if role == Qt.ItemDataRole.DisplayRole:
            return row_words(region, self.rate_hz)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{extent_words(region, self.rate_hz)}\n{region_words(region)}"
        return font() if role == Qt.ItemDataRole.FontRole else None

    def replace(self, regions: tuple[Region, ...], rate_hz: float) -> None:
        self.beginResetModel()
        self.regions, self.rate_hz = regions, rate_hz
        self.endResetModel()


class RegionsList(QWidget):
    """The list of regions, which other panels may hold; the chosen one is marked."""

    go_wished = Signal(object)
    delete_wished = Signal()
    edit_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Regions"))
        self._rows = _Rows(self)
        self._caption = label(kind="secondary", wrapped=True)
        self.list = DeletingList()
        self._arrange()
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.doubleClicked.connect(lambda _: self.edit_wished.emit())
        self.list.delete_wished.connect(self._delete)
        self._show(ViewState())

    def _arrange(self) -> None:
        self.list.setModel(self._rows)
        self.list.setProperty("files", "true")
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Regions of the record"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(OwnKeys(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(8)
        self._caption.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self._caption)
        column.addWidget(self.list, 1)

    def sizeHint(self) -> QSize:
        """Return the room of a short list, as wide as that of files."""
        return QSize(216, 240)

    @property
    def caption(self) -> str:
        """What stands above the list."""
        return self._caption.text()

    @property
    def rows(self) -> tuple[str, ...]:
        """The list in words."""
        return tuple(row_words(region, self._rows.rate_hz) for region in self._rows.regions)

    def set_chrome(self, _chrome: Chrome) -> None:
        """Take the colours of the theme: all of them come from the style sheet."""

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._rows.regions and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0))

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the regions of the new state and stand on the chosen one."""
        if old.review is not new.review or old.record is not new.record:
            self._show(new)
        if old.region != new.region:
            self._stand(new)

    def _show(self, state: ViewState) -> None:
        regions = marks_of(state).regions
        if regions != self._rows.regions or state.record is None:
            row = self.list.currentIndex().row()
            self._rows.replace(regions, state.record.rate_hz if state.record else 1.0)
            if regions and row >= 0:
                # The keyboard stays where it was, also when that row is gone.
                self.list.setCurrentIndex(self._rows.index(min(row, len(regions) - 1)))
        self._caption.setText(_caption(state, len(regions)))
        self._stand(state)

    def _stand(self, state: ViewState) -> None:
        ids = [region.region_id for region in self._rows.regions]
        if state.region in ids:
            self.list.setCurrentIndex(self._rows.index(ids.index(state.region)))

    def _go(self, index: QModelIndex) -> None:
        self.go_wished.emit(index.data(_REGION))

    def _delete(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.go_wished.emit(index.data(_REGION))
            self.delete_wished.emit()


def row_words(region: Region, rate_hz: float) -> str:
    """Return "00:00:01.2    AF · a comment    V1, V2"."""
    leads = ", ".join(region.leads[:_MOST_LEADS])
    if len(region.leads) > _MOST_LEADS:
        leads = tr("{n} leads", n=len(region.leads))
    told = (clock(region.start / rate_hz, 1), region_words(region), leads)
    return "    ".join(filter(None, told))


def _caption(state: ViewState, n_regions: int) -> str:
    if state.record is None:
        return tr("No record open.")
    if not n_regions:
        return tr("A, then a drag over the paper, marks a region.")
    if n_regions == 1:
        return tr("1 region; Enter goes to one, Del removes it")
    return tr("{count} regions; Enter goes to one, Del removes it", count=f"{n_regions:,}")
