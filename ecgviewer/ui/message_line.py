"""The line at the bottom: one sentence, what is running, and how to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QToolButton,
    QWidget,
)

from ecgviewer.core.error_words import error_words
from ecgviewer.core.text import tr
from ecgviewer.ui.icons import icon, pixmap
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.saved_sign import SavedSign
from ecgviewer.ui.widgets import ElidedLabel, asks_for, label
from ecgviewer.ui.words import RESEARCH_ONLY

_HEIGHT_PX, _DETAILS_HEIGHT_PX = 36, 132
_PROGRESS_WIDTH_PX = 96
# Of the field that asks for a number, or for words.
_VALUE_PX, _WORDS_PX = 112, 280


class GivenUpField(QLineEdit):
    """A field that gives up on Esc."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        if asks_for(event, (Qt.Key.Key_Escape,)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class MessageLine(QWidget):
    """Says what happened and what is going on; it never covers the paper.

    details_text is shown by whoever owns the window, above the line.
    """

    stop_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = LIGHT
        self._details = self._sentence = self._reading = self._measure = ""
        self._is_error = False
        self._sign = QLabel()
        self._text = ElidedLabel()
        self._details_button = self._button(tr("Details"))
        self._copy_button = self._button(tr("Copy"))
        self._dismiss_button = self._button(tr("Dismiss"))
        self._question = GivenUpField()
        self._answer_goes_to: Callable[[str], object] | None = None
        self._given_up: Callable[[], object] | None = None
        self._question.setAccessibleName(tr("Answer"))
        self._question_text = label()
        self._work = label(kind="secondary")
        self._progress = QProgressBar()
        self._stop_button = self._button(tr("Stop (Esc)"))
        self.saved_sign = SavedSign()
        self.details_text = QPlainTextEdit()
        self._arrange()
        self._connect()
        self.clear()
        self.show_work("", None)
        self._end_question()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("small", "true")
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        self._details_button.setText(tr("Details"))
        self._details_button.setCheckable(True)
        self._copy_button.setText(tr("Copy"))
        for button in (self._details_button, self._copy_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._progress.setFixedWidth(_PROGRESS_WIDTH_PX)
        self._progress.setTextVisible(False)
        self.details_text.setReadOnly(True)
        self.details_text.setFixedHeight(_DETAILS_HEIGHT_PX)
        self.details_text.setAccessibleName(tr("Details of the message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._question_text)
        row.addWidget(self._question)
        row.addWidget(self._text, 1)
        for button in (self._details_button, self._copy_button, self._dismiss_button):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._work)
        row.addWidget(self._progress)
        row.addWidget(self._stop_button)
        row.addSpacing(8)
        row.addWidget(self.saved_sign)
        row.addWidget(label(tr(RESEARCH_ONLY), kind="secondary"))
        self.setMinimumHeight(_HEIGHT_PX)

    def _connect(self) -> None:
        self._details_button.toggled.connect(self.details_text.setVisible)
        self._copy_button.clicked.connect(self.copy)
        self._dismiss_button.clicked.connect(self.clear)
        self._stop_button.clicked.connect(self.stop_wished)
        self._question.returnPressed.connect(self._answer)
        self._question.given_up.connect(self._give_up)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._sentence

    @property
    def is_error(self) -> bool:
        """Whether the sentence tells of something that went wrong."""
        return self._is_error

    @property
    def work_text(self) -> str:
        """What is said to be running."""
        return self._work.text()

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self._stop_button.setIcon(icon("stop", chrome.text))
        self._details_button.setIcon(icon("details", chrome.muted))
        self._copy_button.setIcon(icon("copy", chrome.muted))
        self._dismiss_button.setIcon(icon("close", chrome.muted))
        self.saved_sign.set_chrome(chrome)
        self._draw_sign()

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "", error=False)

    def say(self, sentence: str) -> None:
        """Tell something that needs no action; "" takes that back, but never an error."""
        if sentence or not self._is_error:
            self._say(sentence, "", error=False)

    def remark(self, sentence: str) -> None:
        """Tell what nobody asked for, such as of the signal's quality; an error stays."""
        if not self._is_error:
            self.say(sentence)

    def say_error(self, sentence: str, details: str) -> None:
        """Tell what went wrong, with the details behind two buttons."""
        self._say(error_words(sentence), details, error=True)

    def show_reading(self, text: str) -> None:
        """Show what is under the mouse, where there is no message and no measure."""
        self._reading = text
        self._show_text()

    def show_measure(self, text: str) -> None:
        """Show what is measured, before all but errors; "" once it is gone."""
        self._measure = text
        self._show_text()

    def show_work(self, text: str, share: float | None) -> None:
        """Show what is running: share in 0..1, None where it is not known; "" hides it."""
        self._work.setText(text)
        for widget in (self._work, self._progress, self._stop_button):
            widget.setVisible(bool(text))
        self._progress.setRange(0, 0 if share is None else 100)
        self._progress.setValue(0 if share is None else round(100 * share))

    def ask(
        self,
        question: str,
        example: str,
        answer: Callable[[str], object],
        *,
        text: str | None = None,
        given_up: Callable[[], object] | None = None,
    ) -> None:
        """Let the reader type one value and hand it to ``answer``; Esc calls ``given_up``.

        text: words that may be long; what stands there already.
        """
        self._answer_goes_to, self._given_up = answer, given_up
        self._question_text.setText(question)
        self._question.setPlaceholderText(example)
        self._question.setAccessibleName(question)
        self._question.setFixedWidth(_VALUE_PX if text is None else _WORDS_PX)
        self._question.setText(text or "")
        self._question.selectAll()
        self._question_text.show()
        self._question.show()
        self._question.setFocus()

    def _answer(self) -> None:
        text, answer = self._question.text(), self._answer_goes_to
        self._end_question()
        if answer is not None:
            answer(text)

    def _give_up(self) -> None:
        given_up = self._given_up
        self._end_question()
        if given_up is not None:
            given_up()

    def _end_question(self) -> None:
        self._answer_goes_to = self._given_up = None
        self._question_text.hide()
        self._question.hide()

    def _say(self, sentence: str, details: str, *, error: bool) -> None:
        self._is_error = error
        self._details = details
        self._sentence = sentence
        self._show_text()
        self.details_text.setPlainText(details)
        self._details_button.setChecked(False)
        self.details_text.hide()
        self._details_button.setVisible(bool(details))
        self._copy_button.setVisible(error)
        self._dismiss_button.setVisible(error)
        self._draw_sign()

    def _show_text(self) -> None:
        error = self._sentence if self._is_error else ""
        self._text.set_text(error or self._measure or self._sentence or self._reading)

    def _draw_sign(self) -> None:
        self._sign.setVisible(self._is_error)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(pixmap("error", self._chrome.error, pixel_ratio=ratio))
        self._sign.setAccessibleName(tr("Error") if self._is_error else "")
        color = self._chrome.error if self._is_error else self._chrome.text
        self._text.setStyleSheet(f"color: {color};")

    def copy(self) -> None:
        """Put the sentence and its details on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(filter(None, (self.text, self._details))))
