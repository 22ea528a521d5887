"""Small buttons to tick, side by side, moved through by the arrows as one."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ecgviewer.ui.look import SECONDARY_PX, font
from ecgviewer.ui.widgets import asks_for

_GAP_PX, _BESIDE_PX, _HIGH_PX = 3, 6, 20
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_OWN_KEYS = (*_STEPS, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chips(QWidget):
    """Values to tick: several, or with ``exclusive`` one at most; ticked(values) tells it.

    Tab comes to them once, arrows go from one to the next, Space ticks.
    """

    ticked = Signal(tuple)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        exclusive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self.setAccessibleName(name)
        self.buttons = {value: _chip(text, name) for value, text in options}
        for value, button in self.buttons.items():
            button.setParent(self)
            button.installEventFilter(self)
            button.clicked.connect(lambda _=False, value=value: self._tick(value))
        self._reach(next(iter(self.buttons.values())))

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in order."""
        return tuple(value for value, button in self.buttons.items() if button.isChecked())

    def show_ticked(self, values: Collection[str]) -> None:
        """Show these as ticked."""
        for value, button in self.buttons.items():
            button.setChecked(value in values)

    def sizeHint(self) -> QSize:
        """Return the room of all rows at the present width."""
        boxes = self._boxes()
        return QSize(max(box.right() for box in boxes) + 1, self._height(boxes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons out as a text does its words."""
        super().resizeEvent(event)
        boxes = self._boxes()
        for button, box in zip(self.buttons.values(), boxes, strict=True):
            button.setGeometry(box)
        self.setFixedHeight(self._height(boxes))

    def _height(self, boxes: Sequence[QRect]) -> int:
        return max(box.bottom() for box in boxes) + 1

    def _boxes(self) -> list[QRect]:
        boxes: list[QRect] = []
        at = QPoint(0, 0)
        for button in self.buttons.values():
            # Qt's own size leaves a gap behind the text.
            width = button.fontMetrics().horizontalAdvance(button.text()) + 2 * _BESIDE_PX
            size = QSize(width, _HIGH_PX)
            if at.x() > 0 and at.x() + size.width() > self.width():
                at = QPoint(0, at.y() + size.height() + _GAP_PX)
            boxes.append(QRect(at, size))
            at += QPoint(size.width() + _GAP_PX, 0)
        return boxes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move by arrows, and keep them and Space from the window's keys."""
        if asks_for(event, _OWN_KEYS):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._moved(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _moved(self, button: QObject, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QToolButton):
            button.click()
            return True
        if key not in _STEPS:
            return False
        row = list(self.buttons.values())
        at = next(place for place, one in enumerate(row) if one is button)
        self._reach(row[(at + _STEPS[key]) % len(row)], focus=True)
        return True

    def _tick(self, value: str) -> None:
        if self._exclusive:
            _untick(button for name, button in self.buttons.items() if name != value)
        self._reach(self.buttons[value])
        self.ticked.emit(self.values)

    def _reach(self, reached: QToolButton, *, focus: bool = False) -> None:
        """Let Tab come to this one alone."""
        for button in self.buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is reached else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)
        if focus:
            reached.setFocus(Qt.FocusReason.TabFocusReason)


def _untick(buttons: Iterable[QToolButton]) -> None:
    for button in buttons:
        button.setChecked(False)


def _chip(text: str, group: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFont(font(SECONDARY_PX))
    button.setCheckable(True)
    button.setProperty("framed", "true")
    button.setProperty("chip", "true")
    button.setAccessibleName(f"{group} {text}")
    return button
