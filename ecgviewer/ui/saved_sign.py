"""The small sign at the right of the message line: whether all that was said is on disk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.icons import pixmap
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import label

_SIGN_PX = 14


class SavedSign(QWidget):
    """Says "saved 14:02 ✓", or how many steps are not; nothing before anything was said."""

    try_again_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._state = ViewState()
        self._text = label(kind="secondary")
        self._sign = QLabel()
        self._button = QToolButton()
        self._button.setText(tr("Try again"))
        self._button.setAccessibleName(tr("Try again to save"))
        self._button.setProperty("small", "true")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.try_again_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(4)
        for widget in (self._sign, self._text, self._button):
            row.addWidget(widget)
        self._draw()

    @property
    def text(self) -> str:
        """What is said, "" for nothing."""
        return self._text.text()

    @property
    def button(self) -> QToolButton:
        """What tries to save again; it is there while something is not saved."""
        return self._button

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self._draw()

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Follow what is on disk."""
        if _shown(old) != _shown(new):
            self._state = new
            self._draw()

    def _draw(self) -> None:
        state, chrome = self._state, self._chrome
        if state.unkept_reason and state.n_unkept:
            self._say(_unsaved_words(state.n_unkept), "error", chrome.error, state.unkept_reason)
        elif state.reviews_read_only:
            file = state.review_path.name if state.review_path else ""
            told = tr("{file} is open to be read only.", file=file)
            self._say(tr("read only"), "", chrome.muted, told)
        elif state.kept_at is not None:
            file = str(state.review_path or "")
            told = tr("All that was said is on disk, in {file}", file=file)
            time = state.kept_at.strftime("%H:%M")
            self._say(tr("saved {time}", time=time), "check", chrome.done, told)
        else:
            self._say("", "", chrome.muted, "")
        self._button.setVisible(bool(state.unkept_reason and state.n_unkept))
        self.setVisible(bool(self.text))

    def _say(self, text: str, sign: str, color: str, tip: str) -> None:
        self._text.setText(text)
        self._text.setStyleSheet(f"color: {color};")
        self._sign.setVisible(bool(sign))
        if sign:
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(pixmap(sign, color, _SIGN_PX, ratio))
        for widget in (self._text, self._sign, self._button):
            widget.setToolTip(tip)
        self.setAccessibleName(". ".join(filter(None, (text, tip))))


def _shown(state: ViewState) -> tuple[object, ...]:
    """Return all that the sign depends on; steps on their way to the disk are no news."""
    n_refused = state.n_unkept if state.unkept_reason else 0
    where = state.review_path, state.reviews_read_only
    return n_refused, state.unkept_reason, state.kept_at, *where


def _unsaved_words(n_steps: int) -> str:
    if n_steps == 1:
        return tr("1 step not saved")
    return tr("{n} steps not saved", n=n_steps)
