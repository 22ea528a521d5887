"""A field for a few sentences, kept as they are written."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ecgviewer.core.review import LONGEST_NOTE
from ecgviewer.core.text import tr
from ecgviewer.ui.rest import rest_timer

_KEPT_AFTER_MS = 1000
_HEIGHT_PX, _INSIDE_PX = 44, 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# What the window may have while somebody writes: F1 to F35, and nothing else without Alt.
_WINDOWS_OWN = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)


class NoteField(QPlainTextEdit):
    """Free text: written(text) comes once it rests for a second, or the keyboard leaves.

    left: Ctrl+Enter or Esc. All keys but those of functions stay here.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._telling = False
        self._rest = rest_timer(self, _KEPT_AFTER_MS, self.keep)
        self.setAccessibleName(tr("Note on the record"))
        self.setPlaceholderText(tr("Note on the record…"))
        self.setToolTip(tr("Kept as you write; Ctrl+Enter goes back to the paper"))
        self.setTabChangesFocus(True)
        self.setProperty("note", "true")
        self.document().setDocumentMargin(_INSIDE_PX)
        self.setFixedHeight(_HEIGHT_PX)
        self.textChanged.connect(self._note_change)

    @property
    def pending(self) -> str | None:
        """What is written and not yet told, None for nothing."""
        text = self.toPlainText().strip()
        return text if text != self._kept else None

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something else is being written."""
        if text == self._kept:
            return
        was_pending = self.pending is not None
        self._kept = text
        if not was_pending and text != self.toPlainText().strip():
            self._put(text)

    def forget(self, text: str = "") -> None:
        """Show what is kept of another record."""
        self._rest.stop()
        self._kept = text
        self._put(text)

    def keep(self) -> None:
        """Tell what is written; it is pending until ``show_text`` shows it as kept."""
        self._rest.stop()
        text = self.pending
        # Whoever is told may take the keyboard away, which would tell it again.
        if text is not None and not self._telling:
            self._telling = True
            self.written.emit(text)
            self._telling = False

    def _put(self, text: str) -> None:
        with QSignalBlocker(self):
            self.setPlainText(text)

    def _note_change(self) -> None:
        if len(self.toPlainText()) > LONGEST_NOTE:
            place = min(self.textCursor().position(), LONGEST_NOTE)
            self._put(self.toPlainText()[:LONGEST_NOTE])
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            self.setTextCursor(cursor)
        self._rest.start()

    def event(self, event: QEvent) -> bool:
        """Keep letters and all that edits from the window's keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if not has_alt and event.key() not in _WINDOWS_OWN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Ctrl+Enter and Esc."""
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (has_control and event.key() in _ENTER):
            self.keep()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is written."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()
