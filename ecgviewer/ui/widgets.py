"""Small widgets that several panels share."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QFrame,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ecgviewer.ui.icons import pixmap

_CHEVRON_PX = 14
_BUTTON_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVING_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class OwnKeys(QObject):
    """Leaves to a focused widget the keys that it needs, though the window uses them too.

    Arrows move a focused slider or list, Space presses a focused button; without
    this the window's shortcuts would take them first.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept the override, so that the key reaches the widget."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in _needed(watched):
                event.accept()
        return False


def asks_for(event: QEvent, keys: Container[int]) -> bool:
    """Whether a focused widget is asked if it wants one of these keys before the window."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() in keys
    )


def _needed(widget: QObject) -> set[Qt.Key]:
    if isinstance(widget, QAbstractButton):
        return _BUTTON_KEYS
    if isinstance(widget, QAbstractItemView):
        return {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End} | {
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        }
    return _MOVING_KEYS if isinstance(widget, QAbstractSlider) else set()


class ElidedLabel(QLabel):
    """One line of text that ends in "…" where the room ends; the tip has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    @property
    def whole_text(self) -> str:
        """The text without its ellipsis."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        width = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Choice(QToolButton):
    """A button that shows the chosen one of several values and opens the others as a menu."""

    chosen = Signal(object)

    def __init__(self, name: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = "#000000"
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        # Kept here: as an action's data, a value of an enumeration of words becomes a mere word.
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("choice", "true")
        self.setProperty("framed", "true" if framed else "false")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._menu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if framed else Qt.FocusPolicy.NoFocus)
        self._group.triggered.connect(self._choose)

    def set_color(self, color: str) -> None:
        """Draw the chevron in this colour."""
        self._color = color
        self.update()

    def set_options(
        self,
        options: Sequence[tuple[object, str]],
        current: object,
        noted: Container[object] = (),
        note: str = "",
        shown: str = "",
    ) -> None:
        """Offer (value, text) pairs and mark the current one; the menu notes some of them.

        shown: what the button says instead of the current value's text.
        """
        offered = [(value, text + (note if value in noted else "")) for value, text in options]
        texts = [action.text() for action in self._group.actions()]
        if list(zip(self._values, texts, strict=True)) != offered:
            self._values = [value for value, _ in offered]
            self._menu.clear()
            for action in self._group.actions():
                self._group.removeAction(action)
            for _, text in offered:
                action = self._menu.addAction(text)
                action.setCheckable(True)
                self._group.addAction(action)
        for value, action in zip(self._values, self._group.actions(), strict=True):
            action.setChecked(value == current)
        told = (text for value, text in options if value == current)
        self.setText(shown or next(told, "–"))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(self._values[self._group.actions().index(action)])

    def sizeHint(self) -> QSize:
        """Return the room of the text and the chevron."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 8 + 8 + _CHEVRON_PX + 8, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the chevron at its right edge."""
        super().paintEvent(event)
        chevron = pixmap("down", self._color, _CHEVRON_PX, self.devicePixelRatioF())
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        painter.drawPixmap(
            self.width() - _CHEVRON_PX - 8, (self.height() - _CHEVRON_PX) // 2, chevron
        )


def empty_menu(menu: QMenu) -> None:
    """Take everything out of a menu that is filled anew."""
    menu.clear()
    # That leaves menus within it, and groups, for as long as the menu itself.
    for old in (*menu.findChildren(QMenu), *menu.findChildren(QActionGroup)):
        old.deleteLater()


def divider() -> QFrame:
    """Return a hairline between two parts of a panel."""
    line = QFrame()
    line.setProperty("divider", "true")
    return line


def label(text: str = "", *, kind: str = "", wrapped: bool = False) -> QLabel:
    """Return a text in one of the kinds "", "secondary", "heading", "large"."""
    made = QLabel(text)
    if kind:
        made.setProperty(kind, "true")
    made.setWordWrap(wrapped)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def selectable(text: QLabel) -> QLabel:
    """Let a text be selected with the mouse, and be as narrow as its panel."""
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return text
