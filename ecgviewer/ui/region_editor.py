"""A small editor beside a region on the paper: its label and a comment."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ecgviewer.core.review import LONGEST_NOTE, Region
from ecgviewer.core.text import tr
from ecgviewer.ui.label_field import LabelField
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.message_line import GivenUpField
from ecgviewer.ui.region_tool import extent_words
from ecgviewer.ui.widgets import label

_WIDTH_PX, _APART_PX = 392, 6
# The keyboard comes back after these: nothing was left.
_AWAY_FOR_A_MOMENT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class RegionEditor(QFrame):
    """Enter keeps, Esc discards; whoever goes on to something else has kept it, too.

    kept(Region), discarded: exactly one of them follows each ``edit``. left: it is closed
    while the keyboard was in it, which has to go elsewhere.
    """

    kept = Signal(object)
    discarded = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setAccessibleName(tr("Region"))
        self._room = parent
        self._region: Region | None = None
        self._note = ""
        self._extent = label(kind="secondary")
        self._hint = label(kind="secondary", wrapped=True)
        self.label, self.comment = LabelField(), GivenUpField()
        self._arrange()
        self._connect()
        self.set_chrome(LIGHT)
        self.hide()

    def _arrange(self) -> None:
        self.label.setAccessibleName(tr("Label of the region"))
        self.comment.setAccessibleName(tr("Comment on the region"))
        self.comment.setPlaceholderText(tr("a comment, or nothing"))
        self.comment.setMaxLength(LONGEST_NOTE)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._extent, 0, 0, 1, 2)
        for row, (words, field) in enumerate(
            ((tr("Label"), self.label), (tr("Comment"), self.comment)), start=1
        ):
            grid.addWidget(label(words), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._hint, 3, 0, 1, 2)

    def _connect(self) -> None:
        for field in (self.label, self.comment):
            field.returnPressed.connect(self._keep)
            field.given_up.connect(self._discard)
            field.installEventFilter(self)
        self.label.completed.connect(self.comment.setFocus)
        self.label.textEdited.connect(lambda _: self._write_hint())

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.label.set_chrome(chrome)
        self.setObjectName("regionEditor")
        self.setStyleSheet(
            f"#regionEditor {{ border: 1px solid {chrome.muted}; border-radius: 4px;"
            f" background: {chrome.ground}; }}"
        )

    def edit(self, region: Region, rate_hz: float, beside: QRect | None, note: str = "") -> None:
        """Ask for a region's label and comment.

        beside: where it stands in the parent, None where it is not to be seen. note: what else
        there is to know.
        """
        self._settle()
        self._region = region
        self._extent.setText(extent_words(region, rate_hz))
        self.label.show_label(region.label)
        self.comment.setText(region.comment)
        self._note = note
        self._write_hint()
        self.setFixedWidth(min(_WIDTH_PX, self._room.width() - 2 * _APART_PX))
        self.adjustSize()
        self.move(self._place(beside))
        self.show()
        self.raise_()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Close without a word: what it was about is no longer on the paper."""
        self._region = None
        had_keyboard = self.label.hasFocus() or self.comment.hasFocus()
        self.hide()
        if had_keyboard:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what stands there when the keyboard goes elsewhere."""
        leaves = event.type() == QEvent.Type.FocusOut
        if leaves and isinstance(event, QFocusEvent) and event.reason() not in _AWAY_FOR_A_MOMENT:
            QTimer.singleShot(0, self._settle_if_left)
        return super().eventFilter(watched, event)

    def _settle_if_left(self) -> None:
        stays = self.label.hasFocus() or self.comment.hasFocus() or self.label.popup.isVisible()
        if not stays:
            self._settle()

    def _settle(self) -> None:
        """Keep what is open; a label that no class bears becomes a part of the comment."""
        if self._region is None:
            return
        label, comment = self.label.label, self.comment.text().strip()
        if label is None:
            comment = " · ".join(filter(None, (self.label.text().strip(), comment)))
        self._finish(replace(self._region, label=label or "", comment=comment))

    def _keep(self) -> None:
        if self.label.label is None:
            self.label.setFocus()
            self._write_hint()
        else:
            self._settle()

    def _finish(self, region: Region) -> None:
        self.put_away()
        self.kept.emit(region)

    def _discard(self) -> None:
        self.put_away()
        self.discarded.emit()

    def _write_hint(self) -> None:
        unknown = self.label.label is None
        if unknown:
            words = tr("No class is called so: choose one, or write it as the comment.")
        elif self._region is not None and self._region.region_id:
            words = tr("Enter keeps, Esc leaves it as it was.")
        else:
            words = tr("Enter keeps the region, Esc discards it.")
        self._hint.setText(" ".join(filter(None, (words, self._note))))

    def _place(self, beside: QRect | None) -> QPoint:
        """Return a corner below the region, else above it, else beside; within the parent."""
        room, own = self._room.rect(), self.size()
        if beside is None:
            return QPoint((room.width() - own.width()) // 2, room.height() - own.height() - 48)
        x = beside.left()
        y = beside.bottom() + _APART_PX
        if y + own.height() > room.bottom():
            y = beside.top() - own.height() - _APART_PX
        if y < room.top():
            y = room.bottom() - own.height() - _APART_PX
            right = beside.right() + _APART_PX
            fits = right + own.width() <= room.right()
            x = right if fits else beside.left() - own.width() - _APART_PX
        x = max(min(x, room.right() - own.width() - _APART_PX), room.left() + _APART_PX)
        return QPoint(x, y)
