"""What the worklist is filtered by: two queues in one click, and a menu of the rest."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ecgviewer.core.classes import RECORD_CLASSES, class_name
from ecgviewer.core.text import later, tr
from ecgviewer.review.worklist import Worklist
from ecgviewer.review.worklist_order import Shown, Wanted
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.widgets import Choice, empty_menu

MARGINS = (0.02, 0.05, 0.10, 0.20)
# Whether the model or the reference tells of it.
_TELLING = ("disagrees", "reader_differs")
_MENU = (
    ("disagrees", later("Model ≠ reference")),
    ("reader_differs", later("Reader ≠ model")),
    ("unreviewed", later("Unreviewed")),
    ("flagged", later("Flagged")),
    ("poor", later("Poor signal")),
    ("broken", later("Cannot be read or judged")),
)


class WorklistFilters(QWidget):
    """Buttons for two queues, and a menu; wanted(Wanted): what is asked for now."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.disagreements = _toggle(
            tr("≠ Disagreements"), tr("Show where model and reference differ")
        )
        self.unreviewed = _toggle(tr("○ Unreviewed"), tr("Show what is not reviewed yet"))
        self.more = Choice(tr("Filter the worklist"), framed=True)
        self.more.setText(tr("Filter"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self.more.setMenu(self._menu)
        self.disagreements.clicked.connect(lambda on: self._change(disagrees=on))
        self.unreviewed.clicked.connect(lambda on: self._change(unreviewed=on))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.disagreements, self.unreviewed, self.more):
            row.addWidget(button)
        row.addStretch(1)

    def show_list(self, shown: Shown | None) -> None:
        """Show what a list is filtered by."""
        self._shown = shown
        self.setEnabled(shown is not None)
        wanted = shown.wanted if shown is not None else Wanted()
        blind = shown is not None and shown.blind
        self.disagreements.setEnabled(not blind)
        self.disagreements.setChecked(wanted.disagrees and not blind)
        self.unreviewed.setChecked(wanted.unreviewed)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.more.set_color(chrome.muted)

    def fill_menu(self) -> QMenu:
        """Fill the menu anew, and return it."""
        menu, shown = self._menu, self._shown
        empty_menu(menu)
        if shown is None:
            return menu
        for name, words in _MENU:
            action = self._add(menu, tr(words), on=bool(getattr(shown.wanted, name)))
            action.triggered.connect(lambda on, name=name: self._change(**{name: on}))
            action.setEnabled(not (shown.blind and name in _TELLING))
        menu.addSeparator()
        margins = [(None, tr("Any")), *((limit, f"{limit:.2f}") for limit in MARGINS)]
        self._add_choices(tr("Margin below"), margins, "margin_below", shown)
        labels = [(None, tr("Any")), *((x, _class_words(x)) for x in labels_in(shown.worklist))]
        self._add_choices(tr("Class"), labels, "label", shown)
        menu.addSeparator()
        menu.addAction(tr("Show all"), lambda: self.wanted.emit(Wanted()))
        return menu

    def _add_choices(
        self, title: str, options: list[tuple[Any, str]], name: str, shown: Shown
    ) -> None:
        choices = self._menu.addMenu(title)
        choices.setEnabled(not shown.blind)
        group = QActionGroup(choices)
        for value, words in options:
            action = self._add(choices, words, on=getattr(shown.wanted, name) == value)
            group.addAction(action)
            action.triggered.connect(self._chooser(name, value))

    def _chooser(self, name: str, value: object) -> Callable[..., None]:
        return lambda _=False: self._change(**{name: value})

    @staticmethod
    def _add(menu: QMenu, words: str, *, on: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _change(self, **changes: Any) -> None:
        if self._shown is not None:
            self.wanted.emit(replace(self._shown.wanted, **changes))


def labels_in(worklist: Worklist) -> tuple[str, ...]:
    """Return the classes that can be filtered by: the nine, and others that somebody named."""
    said = (labels for found in worklist.found.values if found for labels in found[:1])
    stated = (stand.present for stand in worklist.stands.values)
    references = (reference.present for reference in worklist.references.values)
    named = {label for labels in (*said, *stated, *references) for label in labels}
    return (*RECORD_CLASSES, *sorted(named - set(RECORD_CLASSES)))


def _class_words(label: str) -> str:
    name = class_name(label)
    return name if name == label else f"{name} ({label})"


def _toggle(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    button.setProperty("framed", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
