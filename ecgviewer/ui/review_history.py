"""All that was said of a record, step by step; nothing that was said is ever lost from it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from ecgviewer.core.review import Role, Step, taken_back
from ecgviewer.core.text import tr
from ecgviewer.ui.look import chrome_of
from ecgviewer.ui.review_words import history_words, model_words, when_words
from ecgviewer.ui.reviewing import knowledge_of
from ecgviewer.ui.widgets import label

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow
    from ecgviewer.ui.state import ViewState

_SIZE_PX = (880, 420)
_WHAT = 2


class ReviewHistory(QDialog):
    """The steps of the open record, the newest last; those that were undone are struck through."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("History of the review"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._caption = label(kind="secondary", wrapped=True)
        self.table = QTreeWidget()
        self._arrange()
        self._holder = window.state
        self._holder.changed.connect(self._follow)
        self._show(window.state.value)

    def _arrange(self) -> None:
        self.table.setProperty("table", "true")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(tr("Steps of the review"))
        self.table.setHeaderLabels([tr("When"), tr("Reader"), tr("What was said"), tr("Model")])
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._caption)
        column.addWidget(self.table, 1)
        self.resize(*_SIZE_PX)

    @property
    def caption(self) -> str:
        """Of which record this is, and how many steps there are."""
        return self._caption.text()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        fields = ("record", "review", "all_steps", "analysis", "view")
        if any(getattr(old, name) is not getattr(new, name) for name in fields):
            self._show(new)

    def _show(self, state: ViewState) -> None:
        steps = steps_shown(state)
        self._caption.setText(_caption(state, len(steps)))
        self.table.clear()
        struck, now = taken_back(steps), datetime.now().astimezone()
        for step in steps:
            words = history_words(step, steps, knowledge_of(state))
            texts = [when_words(step.at_utc, now), _who(step), words, model_words(step)]
            item = QTreeWidgetItem(texts)
            item.setToolTip(_WHAT, words)
            self._mark(item, state, struck=step.step_id in struck, faint=step.undoes is not None)
            self.table.addTopLevelItem(item)
        self.table.scrollToBottom()

    def _mark(self, item: QTreeWidgetItem, state: ViewState, *, struck: bool, faint: bool) -> None:
        muted = QColor(chrome_of(state.view.theme).muted)
        for place in range(item.columnCount()):
            if struck or faint or place != _WHAT:
                item.setForeground(place, muted)
        if struck:
            font = QFont(self.table.font())
            font.setStrikeOut(True)
            item.setFont(_WHAT, font)
            told = tr("{what} (undone)", what=item.text(_WHAT))
            item.setData(_WHAT, Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(_WHAT, told)


def steps_shown(state: ViewState) -> tuple[Step, ...]:
    """Return the reader's own steps; who adjudicates sees those of all."""
    if state.role is Role.ADJUDICATOR:
        return state.all_steps
    return state.review.steps if state.review is not None else ()


def show_history(window: MainWindow) -> None:
    """Show the history beside the window."""
    ReviewHistory(window).show()


def _who(step: Step) -> str:
    if step.role is Role.ADJUDICATOR:
        return tr("{name}, adjudicator", name=step.reader)
    return step.reader


def _caption(state: ViewState, n_steps: int) -> str:
    if state.record is None:
        return tr("No record open.")
    name = state.record.name
    if n_steps == 0:
        return tr("Nothing has been said of {record} yet.", record=name)
    if n_steps == 1:
        return tr("{record}: 1 step. Nothing that was said is ever deleted.", record=name)
    return tr(
        "{record}: {count} steps. Nothing that was said is ever deleted.",
        record=name,
        count=f"{n_steps:,}",
    )
