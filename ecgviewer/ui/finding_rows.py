"""The list of the findings panel: one row a class, with what the reader says of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from ecgviewer.core.classes import class_name, class_text
from ecgviewer.core.finding import Finding
from ecgviewer.core.text import tr
from ecgviewer.ui.fade import moves
from ecgviewer.ui.finding_ink import FINDING, FindingDelegate, mark_box
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.review_state import MARK_WORDS, Mark
from ecgviewer.ui.stating_menu import stating_menu
from ecgviewer.ui.widgets import OwnKeys
from ecgviewer.ui.words import finding_words

_Index = QModelIndex | QPersistentModelIndex
_ASKED_AGAIN_MS = 200
# The mark may be missed by so much.
_NEAR_PX = 6


class _Findings(QAbstractListModel):
    """Findings in their order; while waiting, the labels that will be answered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Finding | str, ...] = ()
        self.without: dict[str, Finding] = {}
        self.marks: Mapping[str, Mark] = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == FINDING:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return class_name(row if isinstance(row, str) else row.label)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Finding):
            return self._words(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            code = class_text(row.label).snomed
            return self._words(row) + (f"\nSNOMED CT {code}" if code else "")
        return None

    def _words(self, finding: Finding) -> str:
        later, mark = self.without.get(finding.label), self.marks.get(finding.label)
        words = finding_words(finding)
        if later is not None:
            score = f"{later.probability:.2f}"
            words = tr("{finding}; {score} without what is erased", finding=words, score=score)
        if mark is not None:
            words = tr("{finding}; you: {mark}", finding=words, mark=tr(MARK_WORDS[mark]))
        return words

    def replace(self, rows: tuple[Finding | str, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class FindingList(QListView):
    """The findings as a list; arrows and clicks choose one.

    stated(label, stated): what the reader says by mouse, None to take it back.
    """

    chosen = Signal(str)
    stated = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Findings(self)
        self._delegate = FindingDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Findings of the model"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(64)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.installEventFilter(OwnKeys(self))
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setDuration(_ASKED_AGAIN_MS)
        self._moving.valueChanged.connect(self._move)
        self.selectionModel().currentChanged.connect(self._choose)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self.viewport().update()

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        labels: tuple[str, ...],
        *,
        waiting: bool,
        doubted: bool = False,
    ) -> None:
        """Show findings, all grey where they are doubted, or the labels that are waited for."""
        self._delegate.doubted = doubted
        self.viewport().update()
        rows: tuple[Finding | str, ...] = labels if waiting else findings
        if rows != self._model.rows:
            self._model.replace(rows)
        self.setEnabled(not waiting)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show what the reader says of the classes."""
        if marks != self._model.marks:
            self._model.marks = self._delegate.marks = marks
            self.viewport().update()

    def show_without(self, findings: Sequence[Finding]) -> None:
        """Show the same findings without what is erased beside those of the whole record."""
        without = {finding.label: finding for finding in findings}
        if without == self._delegate.without:
            return
        self._moving.stop()
        shown = (self._delegate.now(row) for row in self._model.rows if isinstance(row, Finding))
        self._delegate.begun = {finding.label: finding.probability for finding in shown}
        self._delegate.without = self._model.without = without
        if without and moves():
            self._moving.start()
        else:
            self._move(1.0)

    def _move(self, share: float) -> None:
        self._delegate.share = share
        self.viewport().update()

    @property
    def moving(self) -> bool:
        """Whether bars are on their way to another score."""
        return self._moving.state() is QVariantAnimation.State.Running

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order of the rows."""
        rows = self._model.rows
        return tuple(row if isinstance(row, str) else row.label for row in rows)

    def select(self, wanted: str | None) -> None:
        """Mark the row of one label."""
        blocker = QSignalBlocker(self.selectionModel())
        if wanted in self.labels:
            self.setCurrentIndex(self._model.index(self.labels.index(wanted)))
            self.scrollTo(self.currentIndex())
        else:
            self.selectionModel().clear()
        blocker.unblock()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's keys."""

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.labels):
            self.chosen.emit(self.labels[index.row()])

    # The reader's marks by mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer what can be said of a class where its mark stands."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            box = mark_box(self.visualRect(index), self)
            if box.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX).contains(event.position()):
                self._offer(index, self.viewport().mapToGlobal(box.bottomLeft().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be said of the class under the mouse, or of the chosen one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.visualRect(index).center() if by_key else event.pos()
            self._offer(index, self.viewport().mapToGlobal(at))

    def _offer(self, index: QModelIndex, at: QPoint) -> None:
        finding = index.data(FINDING)
        if isinstance(finding, Finding):
            label = finding.label
            mark = self._model.marks.get(label)
            menu = stating_menu(self, mark, lambda said: self.stated.emit(label, said))
            menu.popup(at)
