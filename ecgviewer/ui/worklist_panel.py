"""The worklist: thousands of records with what is known of each, to be gone through."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import tr
from ecgviewer.review.worklist_order import Column, Shown, Wanted
from ecgviewer.ui.list_work import ANSWERS, NAMES, ListWork
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.search_field import SearchField
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import Choice, ElidedLabel, label
from ecgviewer.ui.worklist_filters import WorklistFilters
from ecgviewer.ui.worklist_model import WorklistModel
from ecgviewer.ui.worklist_table import WorklistTable
from ecgviewer.ui.worklist_words import wanted_words


class WorklistPanel(QWidget):
    """A table of the folder's records, and above it what it is searched and filtered by.

    path_wished, compare_wished(Path): open it, put it below the open one. shown_wished(Shown):
    the list otherwise sorted or filtered. analyse_wished, stop_wished, labels_wished: have
    all records judged, stop that, choose a table of reference labels; own_labels_wished: take
    the records' own. left: the reader wants to search no more.
    """

    path_wished = Signal(object)
    compare_wished = Signal(object)
    shown_wished = Signal(object)
    analyse_wished = Signal()
    stop_wished = Signal()
    labels_wished = Signal()
    own_labels_wished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Worklist"))
        self._analysing = False
        self.model = WorklistModel(self)
        self.table = WorklistTable(self.model)
        self.search = SearchField(tr("Search the worklist"), tr("Search records and classes…"))
        self.filters = WorklistFilters()
        self._caption = ElidedLabel()
        self._empty = label(kind="secondary", wrapped=True)
        self._work = ElidedLabel()
        self._bar = QProgressBar()
        self.analyse = _button(
            tr("Analyse the list"), tr("Have the model judge every record, in the background")
        )
        self.labels = Choice(tr("Reference labels"), framed=True)
        self.labels.setText(tr("Labels"))
        self._arrange()
        self._connect()
        self._show_list(ViewState())
        self._show_work(ListWork())

    def _arrange(self) -> None:
        for small in (self._caption, self._work):
            small.setProperty("secondary", "true")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far the list is read or analysed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(6)
        for widget in (self.search, self.filters, self._caption, self._empty):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self._work)
        column.addWidget(self._bar)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.analyse)
        below.addWidget(self.labels)
        below.addStretch(1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.search.given_up.connect(self._leave)
        self.filters.wanted.connect(self._want)
        self.model.sort_wished.connect(self._sort)
        self.table.open_wished.connect(self._open)
        self.table.compare_wished.connect(self._compare)
        self.analyse.clicked.connect(self._analyse_or_stop)
        menu = QMenu(self)
        menu.addAction(tr("Reference labels from a CSV…"), self.labels_wished.emit)
        menu.addAction(tr("The records' own labels"), self.own_labels_wished.emit)
        self.labels.setMenu(menu)

    @property
    def caption(self) -> str:
        """What is said of the number of records."""
        return self._caption.whole_text

    @property
    def work(self) -> str:
        """What is said of the work for the list."""
        return self._work.whole_text

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.table.set_chrome(chrome)
        self.filters.set_chrome(chrome)
        self.labels.set_color(chrome.muted)
        self.search.set_chrome(chrome)

    def focus_list(self) -> None:
        """Put the keyboard into the table, at the open record."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the list of the new state, and mark the open record in it."""
        if old.blind != new.blind:
            self.table.set_blind(blind=new.blind)
        if old.listed is not new.listed or old.files is not new.files:
            self._show_list(new)
        if old.record is not new.record or _names_changed(old, new):
            self._mark_open(new)
        if old.list_work != new.list_work:
            self._show_work(new.list_work)

    def _show_list(self, state: ViewState) -> None:
        shown = state.listed
        marked = self._marked_row()
        if self.model.replace(shown):
            self._stand_on(marked)
        self.filters.show_list(shown)
        self.analyse.setEnabled(shown is not None)
        self.labels.setEnabled(shown is not None)
        self.search.setEnabled(shown is not None)
        self._caption.set_text(_caption(shown) if shown is not None else "")
        self._empty.setText(_empty_words(state))
        self._empty.setVisible(bool(self._empty.text()))
        if shown is not None and self.search.text() != shown.wanted.text:
            self.search.setText(shown.wanted.text)

    def _show_work(self, work: ListWork) -> None:
        self._analysing = work.kind == ANSWERS
        for told in (self._work, self._bar):
            told.setVisible(bool(work.kind))
        self._bar.setRange(0, 0 if work.kind == NAMES else max(1, work.n_all))
        self._bar.setValue(work.done)
        self._work.set_text(work.words)
        self.analyse.setText(tr("Stop") if self._analysing else tr("Analyse the list"))

    # The row that the keyboard stands on

    def _marked_row(self) -> int | None:
        index = self.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def _stand_on(self, row: int | None) -> None:
        # Rows that come and go must not scroll the list away under the reader's eyes.
        self.table.setAutoScroll(False)
        self.table.setCurrentIndex(self.model.index_of(row))
        self.table.setAutoScroll(True)

    def _mark_open(self, state: ViewState) -> None:
        shown, record = state.listed, state.record
        row = None
        if shown is not None and record is not None:
            row = shown.worklist.records.row(record.path)
        self.model.mark(row)
        index = self.model.index_of(row)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    # Wishes

    def _search(self, text: str) -> None:
        shown = self.model.shown
        if shown is not None and shown.wanted.text != text:
            self._want(replace(shown.wanted, text=text))

    def _want(self, wanted: Wanted) -> None:
        if self.model.shown is not None:
            self.shown_wished.emit(self.model.shown.want(wanted))

    def _sort(self, column: Column, descending: bool) -> None:
        shown = self.model.shown
        if shown is not None and (shown.sorted_by, shown.descending) != (column, descending):
            self.shown_wished.emit(shown.sort(column, descending=descending))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.path_wished.emit(self.model.path_at(index))

    def _compare(self, index: QModelIndex) -> None:
        if index.isValid():
            self.compare_wished.emit(self.model.path_at(index))

    def _open_first(self) -> None:
        self._open(self.model.index(0, 0))

    def _leave(self) -> None:
        self.search.clear()
        self.left.emit()

    def _analyse_or_stop(self) -> None:
        (self.stop_wished if self._analysing else self.analyse_wished).emit()


def _names_changed(old: ViewState, new: ViewState) -> bool:
    before = old.listed.worklist.records if old.listed is not None else None
    return before is not (new.listed.worklist.records if new.listed is not None else None)


def _caption(shown: Shown) -> str:
    n_all, n_shown = len(shown.worklist), len(shown.rows)
    told = tr(
        "{n_shown} of {n_all}, {n_reviewed} reviewed",
        n_shown=f"{n_shown:,}",
        n_all=f"{n_all:,}",
        n_reviewed=f"{shown.n_reviewed:,}",
    )
    filters = wanted_words(shown.wanted.blinded if shown.blind else shown.wanted)
    return " · ".join((told, *filters))


def _empty_words(state: ViewState) -> str:
    if state.folder is None:
        return tr("No folder open.")
    if state.listed is None:
        return "" if state.list_work.kind else tr("This folder is not listed yet.")
    return "" if len(state.listed.rows) else tr("No record is like that.")


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("framed", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
