"""Finds one of all classes by its name, its abbreviation or its SNOMED CT code."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.class_choices import ClassChoice, class_choices, matching_classes
from ecgviewer.core.text import tr
from ecgviewer.ui.look import SECONDARY_PX, font
from ecgviewer.ui.widgets import label

_Index = QModelIndex | QPersistentModelIndex
_KEY, _CODES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH_PX, _LIST_PX, _BESIDE_PX = 560, 320, 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Delegate(QStyledItemDelegate):
    """Paints a name at the left and, quieter, its abbreviation and code at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(font(SECONDARY_PX))
        # Not the option's palette, which style sheets make paler.
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        box = option.rect.adjusted(0, 0, -_BESIDE_PX, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, index.data(_CODES))
        painter.restore()


class ClassChooser(QDialog):
    """A field and what matches it; chosen(key) tells a label or a SNOMED CT code."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = QLineEdit()
        self.list = QListWidget()
        self._caption = label(kind="secondary")
        self._arrange()
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)
        self.list.clicked.connect(self._take)
        self._filter("")

    def _arrange(self) -> None:
        words = tr("Name, abbreviation or SNOMED CT code")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setClearButtonEnabled(True)
        self.list.setProperty("files", "true")
        self.list.setAccessibleName(tr("Classes that match"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setMinimumHeight(_LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._caption)
        self.setMinimumWidth(_WIDTH_PX)

    @property
    def caption(self) -> str:
        """How many classes match, or that none does."""
        return self._caption.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the keyboard is in the field."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _MOVING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        found = matching_classes(text)
        self.list.clear()
        for choice in found:
            item = QListWidgetItem(tr(choice.name))
            item.setData(_KEY, choice.key)
            item.setData(_CODES, f"{choice.abbreviation}   {choice.code}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _words(choice))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._caption.setText(_count_words(text, len(found)))

    def _take(self, index: QModelIndex) -> None:
        self._tell(index.data(_KEY))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._tell(item.data(_KEY))

    def _tell(self, key: str) -> None:
        # Enter in the field and in the list come as one.
        if self.isVisible():
            self.accept()
            self.chosen.emit(key)


def ask_class(parent: QWidget, title: str, then: Callable[[str], object]) -> ClassChooser:
    """Let the reader look for a class; ``then`` gets its label or SNOMED CT code."""
    chooser = ClassChooser(title, parent)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.chosen.connect(then)
    chooser.show()
    chooser.field.setFocus()
    return chooser


def _words(choice: ClassChoice) -> str:
    return f"{tr(choice.name)}, {choice.abbreviation}, SNOMED CT {choice.code}"


def _count_words(text: str, n_found: int) -> str:
    if n_found == 0:
        return tr("No class matches “{text}”.", text=text.strip())
    every = len(class_choices())
    return tr("{count} of {every} classes; Enter states the chosen one", count=n_found, every=every)
