"""A field for a class: type some of its name, abbreviation or SNOMED CT code, and choose."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ecgviewer.core.class_choices import matching_classes
from ecgviewer.core.class_names import full_name, label_of, offered_classes, short_name
from ecgviewer.core.text import tr
from ecgviewer.ui.look import Chrome, font, style_sheet
from ecgviewer.ui.message_line import GivenUpField

_MOST_ROWS = 8
# Around a row: its padding, the frame and the scroll bar.
_BESIDE_PX = 40
# Under which a row holds nothing, so that no row is taken for what is typed.
_NOTHING = Qt.ItemDataRole.UserRole


class _Completer(QCompleter):
    """Offers all rows of its model: those that fit are chosen and put in order elsewhere."""

    def __init__(self, rows: QStringListModel, parent: QWidget) -> None:
        super().__init__(rows, parent)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(_NOTHING)
        self.setMaxVisibleItems(_MOST_ROWS)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what the field takes over of a row: its text."""
        return str(index.data())


class LabelField(GivenUpField):
    """Offers the classes that fit what is typed; the nearest of them is a press of Enter away.

    completed: a class was taken from the list.
    """

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {shown(choice.key): choice.key for choice in offered_classes()}
        self._rows = QStringListModel(self)
        completer = _Completer(self._rows, self)
        # The list below the field.
        self.popup = QListView()
        self.popup.setProperty("files", "true")
        self.popup.setObjectName("classesThatFit")
        self.popup.setAccessibleName(tr("Classes that fit"))
        self.popup.setFont(font())
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setMinimumWidth(_BESIDE_PX + _widest(self._labels))
        completer.setPopup(self.popup)
        self.setCompleter(completer)
        self.setPlaceholderText(tr("a class, or nothing"))
        self.textEdited.connect(self._offer)
        # After the field has taken the text of a row that was clicked.
        completer.activated.connect(
            lambda _: self.completed.emit(), Qt.ConnectionType.QueuedConnection
        )

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme: the list is a window of its own, beyond the sheet's."""
        self.popup.setStyleSheet(
            f"{style_sheet(chrome)}"
            f"#classesThatFit {{ background: {chrome.field}; border: 1px solid {chrome.muted}; }}"
        )

    @property
    def label(self) -> str | None:
        """The label that is meant, "" for nothing, None where no class is called so."""
        typed = self.text().strip()
        return self._labels[typed] if typed in self._labels else label_of(typed)

    def show_label(self, label: str) -> None:
        """Show a label in words."""
        self.setText(shown(label) if label else "")
        # All of it, from its end, so that a long name shows its beginning.
        self.setSelection(len(self.text()), -len(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row of the list by Enter, or put it away by Esc, before the field ends."""
        if self.popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif self.popup.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            super().keyPressEvent(event)

    def _offer(self, typed: str) -> None:
        found = matching_classes(typed, offered_classes())
        self._rows.setStringList([shown(choice.key) for choice in found])

    def _take(self) -> None:
        """Take what is typed where a class bears just that name, else the marked or first row."""
        row = self.popup.currentIndex()
        if not row.isValid() and not self.label:
            row = self.popup.model().index(0, 0)
        if row.isValid():
            self.setText(row.data())
        self.popup.hide()
        self.completed.emit()


def shown(label: str) -> str:
    """Return "Atrial fibrillation (AF)", or with its code what SNOMED CT alone names."""
    name, short = full_name(label), short_name(label)
    brief = short if short not in (label, name) else ""
    return f"{name} ({', '.join(filter(None, (brief, label)))})" if name != label else label


def _widest(texts: Iterable[str]) -> int:
    metrics = QFontMetrics(font())
    return max(metrics.horizontalAdvance(text) for text in texts)
