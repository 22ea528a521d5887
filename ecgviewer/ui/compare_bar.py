"""The bar between two papers: what is compared, and how both scroll."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.compared import Compared, offset_words
from ecgviewer.ui.files_panel import file_words, place_of
from ecgviewer.ui.icons import SIZE_PX, icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import Choice, ElidedLabel, OwnKeys, label

HEIGHT_PX = 34
# A menu of a whole folder would not fit on the screen; the Files panel has them all.
MOST_LISTED = 24
_SAME, _FILE, _LIST = "same record", "file", "list"


class CompareBar(QWidget):
    """Names the record below and how much later it begins; offers others in its place.

    path_wished(Path), same_wished, file_wished, list_wished: what shall stand below, a record
    of the folder, the record above at another time, one from a file dialog, one that is
    looked for in the file list. link_wished, swap_wished, end_wished: the three buttons.
    """

    path_wished = Signal(object)
    same_wished = Signal()
    file_wished = Signal()
    list_wished = Signal()
    link_wished = Signal()
    swap_wished = Signal()
    end_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Compared records"))
        self._offered_for: tuple[object, ...] = ()
        self._choice = Choice(tr("What stands below"), framed=True)
        self._choice.installEventFilter(OwnKeys(self))
        self._words = ElidedLabel()
        self._link = _button(
            tr("Scroll both together, or apart (Ctrl+F2)"), tr("Scrolled together")
        )
        self._link.setCheckable(True)
        self._swap = _button(tr("Swap the pages above and below (Shift+F2)"))
        self._end = _button(tr("End the comparison (F2)"))
        self._arrange()
        self._choice.chosen.connect(self._choose)
        self._link.clicked.connect(self.link_wished)
        self._swap.clicked.connect(self.swap_wished)
        self._end.clicked.connect(self.end_wished)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(label(tr("Below:"), kind="secondary"))
        row.addWidget(self._choice)
        row.addWidget(self._words, 1)
        for button in (self._link, self._swap, self._end):
            row.addWidget(button)
        self.setFixedHeight(HEIGHT_PX)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._choice.set_color(chrome.muted)
        for button, name in ((self._link, "link"), (self._swap, "swap"), (self._end, "close")):
            button.setIcon(icon(name, chrome.text))

    @property
    def text(self) -> str:
        """What the bar says of the two pages."""
        return self._words.whole_text

    def show_compared(self, state: ViewState) -> None:
        """Show what the state compares; nothing is kept of a comparison that has ended."""
        compared = state.compared
        if compared is None:
            self._offered_for = ()
            return
        offered_for = (compared.record, compared.beside, state.files, state.folder)
        if offered_for != self._offered_for:
            # A folder may hold many thousand records, and this is shown at every scroll.
            self._offered_for = offered_for
            self.offer(state)
        self._words.set_text(bar_words(compared))
        self._link.setChecked(compared.linked)
        together, apart = tr("Scrolled together"), tr("Scrolled apart")
        self._link.setText(together if compared.linked else apart)

    def offer(self, state: ViewState) -> None:
        """Offer what can stand below and mark what does."""
        if state.compared is not None:
            offered = options(state.compared, state)
            self._choice.set_options(offered, current_option(state.compared, state))

    def _choose(self, value: object) -> None:
        if isinstance(value, Path):
            self.path_wished.emit(value)
        else:
            wishes = {_SAME: self.same_wished, _FILE: self.file_wished, _LIST: self.list_wished}
            wishes[str(value)].emit()


def bar_words(compared: Compared) -> str:
    """Return how much later the page below begins, and which one the keys move."""
    words = [offset_words(compared)]
    if not compared.is_same_record:
        words.insert(0, tr("{record} above", record=compared.beside.name))
    if not compared.linked:
        below, above = tr("keys move the page below"), tr("keys move the page above")
        words.append(below if compared.below_active else above)
    return "  ·  ".join(words)


def current_option(compared: Compared, state: ViewState) -> object:
    """Return which of the options stands below."""
    if compared.is_same_record:
        return _SAME
    place = place_of(compared.record.path, state.files)
    return compared.record.path if place is None else state.files[place]


def options(compared: Compared, state: ViewState) -> list[tuple[object, str]]:
    """Return what can be put below, in words: of the folder's records those that are near."""
    offered: list[tuple[object, str]] = [(_SAME, tr("This record, another time"))]
    place = place_of(compared.record.path, state.files)
    if place is None and not compared.is_same_record:
        offered.append((compared.record.path, compared.record.name))
    first = max(0, min((place or 0) - MOST_LISTED // 2, len(state.files) - MOST_LISTED))
    near = state.files[first : first + MOST_LISTED]
    offered += [
        (path, file_words(path, state.folder))
        for path in near
        if place_of(compared.beside.path, (path,)) is None
    ]
    if len(state.files) > len(near):
        count = f"{len(state.files):,}"
        offered.append((_LIST, tr("All {count} records: Shift+Enter in Files", count=count)))
    return [*offered, (_FILE, tr("From a file…"))]


def _button(tip: str, text: str = "") -> QToolButton:
    button = QToolButton()
    button.setProperty("small", "true")
    button.setIconSize(QSize(SIZE_PX, SIZE_PX))
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    # Space would press a focused button instead of playing.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(style if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
