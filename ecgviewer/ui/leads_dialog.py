"""Which leads stand on the paper and in which order, seen at once on the paper itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.record import Lead
from ecgviewer.core.text import tr
from ecgviewer.paper.lead_choice import (
    PRESETS,
    TURNED,
    index_of,
    is_turned,
    lead_keys,
    preset,
    usual_choice,
)
from ecgviewer.ui.widgets import label

_KEY = Qt.ItemDataRole.UserRole
_CTRL = Qt.KeyboardModifier.ControlModifier
_LIST_PX = 360


class _Leads(QListWidget):
    """A list whose rows are dragged to their places."""

    dropped = Signal()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that a row has another place."""
        super().dropEvent(event)
        self.dropped.emit()


class LeadsDialog(QDialog):
    """A list of all leads, ticked and in order; chosen(keys) tells every change."""

    chosen = Signal(tuple)

    def __init__(
        self, leads: Sequence[Lead], choice: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._leads = leads
        self.setWindowTitle(tr("Leads on the paper"))
        self.list = _Leads()
        self.presets = {name: QPushButton(tr(name)) for name in PRESETS}
        self._problem = label(kind="secondary")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()
        self._fill(choice)
        self.list.itemChanged.connect(self._tell)
        self.list.dropped.connect(self._tell)
        self.list.installEventFilter(self)
        for name, button in self.presets.items():
            button.clicked.connect(lambda _=False, name=name: self.take_preset(name))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._check()

    def _arrange(self) -> None:
        self.list.setAccessibleName(tr("Leads, ticked and in order"))
        self.list.setProperty("files", "true")
        self.list.setProperty("ticked", "true")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setMinimumHeight(_LIST_PX)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        for place, (name, button) in enumerate(self.presets.items()):
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Preset: {name}", name=tr(name)))
            buttons.addWidget(button, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        for hint in (
            tr("Space ticks a lead. Drag it, or move it by Ctrl+Up and Ctrl+Down."),
            tr("Fewer than twelve stand below each other in any layout."),
        ):
            column.addWidget(label(hint, kind="secondary"))
        column.addWidget(self._problem)
        remembered = tr("Remembered for records with these leads.")
        column.addWidget(label(remembered, kind="secondary"))
        column.addWidget(self._buttons)
        self.setMinimumWidth(448)

    # What is chosen

    @property
    def choice(self) -> tuple[str, ...]:
        """The keys of the ticked leads, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def take_preset(self, name: str) -> None:
        """Tick and order the leads as a preset has them."""
        self._fill(preset(name, self._leads))
        self._tell()

    def _fill(self, choice: Sequence[str]) -> None:
        """List what is chosen, then what else was recorded, then what can be derived."""
        keys = lead_keys(self._leads)
        known = [key for key in choice if index_of(key, self._leads) is not None]
        bare = {key.removeprefix(TURNED) for key in known}
        derived = [key for key, lead in zip(keys, self._leads, strict=True) if lead.derived]
        others = dict.fromkeys((*usual_choice(self._leads), *derived))
        with QSignalBlocker(self.list):
            self._list_rows(known, [key for key in others if key not in bare])

    def _list_rows(self, known: Sequence[str], rest: Sequence[str]) -> None:
        self.list.clear()
        for key in (*known, *rest):
            item = QListWidgetItem(self._words(key))
            item.setData(_KEY, key)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
            ticked = Qt.CheckState.Checked if key in known else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _words(self, key: str) -> str:
        index = index_of(key, self._leads)
        assert index is not None
        lead = self._leads[index]
        if lead.derived:
            return tr("{lead} (derived)", lead=key)
        if is_turned(key):
            return tr("{lead} (upside down)", lead=key)
        return key if lead.is_ecg else f"{key} ({lead.unit})"

    def _tell(self) -> None:
        if self._check():
            self.chosen.emit(self.choice)

    def _check(self) -> bool:
        fits = bool(self.choice)
        self._problem.setText("" if fits else tr("Tick at least one lead."))
        self._problem.setVisible(not fits)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)
        return fits

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the chosen row by Ctrl and the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & _CTRL and event.key() in ways:
                self._move(ways[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _move(self, steps: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + steps < self.list.count():
            self.list.insertItem(row + steps, self.list.takeItem(row))
            self.list.setCurrentRow(row + steps)
            self._tell()
