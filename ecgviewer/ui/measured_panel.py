"""Heart rate, intervals and axis of the seconds in view."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.laid_words import st_text
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.measured_rows import MeasuredList
from ecgviewer.ui.measured_words import (
    WAITING,
    caption,
    measured_rows,
    notes,
    sentence,
    table_text,
)
from ecgviewer.ui.measuring import shown_measures
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import ElidedLabel, OwnKeys, label

_FIELDS = ("record", "measured", "measured_stage")


class MeasuredPanel(QWidget):
    """A row a value; a chosen one is marked on the paper, beat by beat.

    row_wished(Quantity or None). said(text): for the message line.
    """

    row_wished = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Measured"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._caption = ElidedLabel()
        self._caption.setProperty("secondary", "true")
        self._sentence = label(kind="secondary", wrapped=True)
        self.list = MeasuredList()
        self._copy = QToolButton()
        self._state = ViewState()
        self._arrange()
        self.list.chosen.connect(self.row_wished)
        self.list.copy_wished.connect(self.copy)
        self._copy.clicked.connect(self.copy)
        self._show(self._state)

    def _arrange(self) -> None:
        self._copy.setText(tr("Copy"))
        self._copy.setProperty("small", "true")
        self._copy.setProperty("framed", "true")
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._copy.setAccessibleName(tr("Copy the measured values as text"))
        self._copy.setToolTip(tr("Copy the measured values as text (Ctrl+C in the list)"))
        self._copy.installEventFilter(OwnKeys(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self._caption, 1)
        head.addWidget(self._copy)
        column.addLayout(head)
        self._sentence.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def sizeHint(self) -> QSize:
        """Return the room of all rows and a note."""
        return QSize(320, 400)

    @property
    def text(self) -> str:
        """All that is shown, line by line."""
        rows = "\n".join(row.words for row in self.list.rows) if not self.list.isHidden() else ""
        notes_below = "" if self.list.isHidden() else self.list.notes
        told = (self._caption.whole_text, self._sentence.text(), rows, notes_below)
        return "\n".join(filter(None, told))

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.list.set_chrome(chrome)

    def focus_list(self) -> None:
        """Put the keyboard into the list, or the panel where there is none."""
        shown = self if self.list.isHidden() else self.list
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show what was measured, and mark the chosen row."""
        self._state = new
        if any(getattr(old, name) is not getattr(new, name) for name in _FIELDS):
            self._show(new)
        elif old.measured_row is not new.measured_row:
            self.list.choose(new.measured_row)

    def copy(self) -> None:
        """Put the table into the clipboard."""
        measured = shown_measures(self._state)
        if measured is not None:
            QGuiApplication.clipboard().setText(table_text(measured) + st_text(measured))
            self.said.emit(tr("The measured values are copied."))

    def _show(self, new: ViewState) -> None:
        measured, instead = shown_measures(new), sentence(new)
        rows = measured_rows(measured) if measured is not None and not instead else ()
        self.list.show_rows(rows, "\n".join(notes(measured)) if measured and rows else "")
        self.list.choose(new.measured_row)
        self._caption.set_text(caption(new))
        self._sentence.setText(instead)
        self._sentence.setVisible(bool(instead))
        # While it waits for values the empty list keeps the keyboard.
        self.list.setVisible(bool(rows) or instead == tr(WAITING))
        self._copy.setVisible(bool(rows))
