"""The one row of tools above the paper."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.view import GAINS_MM_PER_MV, SPEEDS_MM_PER_S, View
from ecgviewer.ui.files_panel import place_of
from ecgviewer.ui.filter_menu import FilterChoice
from ecgviewer.ui.icons import SIZE_PX, icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.paces import PACES
from ecgviewer.ui.page_turning import LAYOUT_NAMES, chosen_words
from ecgviewer.ui.rest import PAGE_RESTS_MS, rest_timer
from ecgviewer.ui.review_words import with_progress
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.tool_overflow import Fill, Overflow, Tool
from ecgviewer.ui.widgets import Choice, label

_HEIGHT_PX, _MARGIN_PX, _GAP_PX, _ARROW_PX = 32, 8, 8, 16
# What a narrow row puts into a menu, the first at first.
_GIVES_WAY = (
    *("pace", "panels", "theme", "folder", "play", "scan", "filter", "overlay"),
    *("gain", "speed", "layout", "previous", "next", "open"),
)


class _Tool(QToolButton):
    """A button of the row; Qt's own size leaves a gap behind the text."""

    def sizeHint(self) -> QSize:
        """Return the room of icon and text with equal margins."""
        is_worded = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        width = self.width_px(self.text() if is_worded else "")
        return QSize(width, _HEIGHT_PX)

    def width_px(self, text: str) -> int:
        """Return the width with a text beside the icon, "" for the icon alone."""
        width = SIZE_PX + 2 * _MARGIN_PX
        if text:
            width += self.fontMetrics().horizontalAdvance(text) + _GAP_PX
        if self.popupMode() is QToolButton.ToolButtonPopupMode.MenuButtonPopup:
            width += _ARROW_PX
        return width


class ToolRow(QToolBar):
    """Open, folder, neighbours, layout, scales, filter, colouring, theme, everything else."""

    layout_wished = Signal(object)
    speed_wished = Signal(object)
    gain_wished = Signal(object)
    filter_wished = Signal(object)
    pace_wished = Signal(object)
    typed_speed_wished = Signal()
    typed_gain_wished = Signal()
    leads_wished = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], menu: QMenu, recent: QMenu, parent: QWidget
    ) -> None:
        super().__init__(tr("Tools"), parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(SIZE_PX, SIZE_PX))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._chrome: Chrome | None = None
        self._icons: list[tuple[QToolButton, str]] = []
        self._layout = Choice(tr("Layout of the leads (L)"))
        self._speed = Choice(tr("Paper speed ([ and ])"))
        self._gain = Choice(tr("Amplitude (+ and −)"))
        self._pace = Choice(tr("How fast it plays (P and Shift+P)"))
        self.filter = FilterChoice()
        self._place = label("–")
        self._view = View()
        # What is put away is disabled meanwhile, and the widget with it: their places know
        # whether they are of use.
        self._places_of_choices: list[QAction] = []
        self._has_record = False
        # A text of another width lays out the whole window anew: while the page zooms, the
        # row waits for it to rest. The paper's own footer does not.
        self._rest = rest_timer(self, PAGE_RESTS_MS, self.show_scales)
        self._overflow = Overflow(self, _menu_button(tr("More tools")))
        self._menu_button = _menu_button(tr("Menu"))
        self._arrange(actions, menu, recent)
        self._connect()

    def _arrange(self, actions: Mapping[str, QAction], menu: QMenu, recent: QMenu) -> None:
        open_button = self._add(actions["open_file"], "open", tr("Open"))
        open_button.setMenu(recent)
        open_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._add(actions["open_folder"], "folder", tr("Folder"))
        self.addSeparator()
        self._add(actions["previous_file"], "previous", "")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place.setContentsMargins(4, 0, 4, 0)
        self.addWidget(self._place)
        self._add(actions["next_file"], "next", "")
        self.addSeparator()
        for name, choice in self._choices.items():
            if name != "pace":
                self._add_choice(name, choice)
        self.addSeparator()
        self._add(actions["overlay"], "overlay", tr("Colour"))
        self._add(actions["scan"], "scan", tr("Scan"))
        self._play = self._add(actions["play"], "play", "")
        self._add_choice("pace", self._pace)
        self.addWidget(_spring())
        self._add(actions["theme"], "theme", "")
        self._add(actions["panels"], "panels", "")
        self._overflow.stand(self.addWidget(self._overflow.button))
        self._menu_button.setMenu(menu)
        self.addWidget(self._menu_button)
        self._icons += [(self._overflow.button, "more"), (self._menu_button, "menu")]

    def _connect(self) -> None:
        for choice, wish, other in (
            (self._layout, self.layout_wished, self.leads_wished),
            (self._speed, self.speed_wished, self.typed_speed_wished),
            (self._gain, self.gain_wished, self.typed_gain_wished),
        ):
            choice.chosen.connect(_either(wish, other))
        self.filter.chosen.connect(self.filter_wished)
        self._pace.chosen.connect(self.pace_wished)

    def _add(self, action: QAction, icon_name: str, text: str) -> QToolButton:
        # Not setDefaultAction: the button has a shorter text than the menu entry.
        button = _Tool()
        button.setText(text)
        words = action.text().rstrip("…")
        # Native: as the reader's keyboard and language have them.
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({keys})" if keys else words)
        button.setAccessibleName(words)
        # Space would press a focused button instead of playing.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        button.clicked.connect(action.trigger)
        placed = self.addWidget(button)
        placed.setEnabled(action.isEnabled())
        action.changed.connect(lambda: _follow(button, placed, action))
        self._icons.append((button, icon_name))

        def widths_px() -> tuple[int, int]:
            return button.width_px(text), button.width_px("")

        rank = _GIVES_WAY.index(icon_name)
        self._overflow.add(
            Tool(button, placed, widths_px, lambda more: more.addAction(action), rank)
        )
        return button

    def _add_choice(self, name: str, choice: Choice) -> None:
        def widths_px() -> tuple[int, int]:
            return (choice.sizeHint().width(),) * 2

        def fill(more: QMenu) -> None:
            choice.menu().setTitle(choice.accessibleName())
            more.addMenu(choice.menu()).setEnabled(self._has_record)

        rank, placed = _GIVES_WAY.index(name), self.addWidget(choice)
        self._places_of_choices.append(placed)
        self._overflow.add(Tool(choice, placed, widths_px, fill, rank))

    @property
    def _choices(self) -> dict[str, Choice]:
        """Return the choices in the order of the row, by what ``_GIVES_WAY`` calls them."""
        return {
            "layout": self._layout,
            "speed": self._speed,
            "gain": self._gain,
            "filter": self.filter,
            "pace": self._pace,
        }

    # A narrow row

    @property
    def more(self) -> QMenu | None:
        """The menu of the tools that the row has no room for, None where it has it for all."""
        return self._overflow.menu if self._overflow.in_use else None

    def open_menu(self) -> None:
        """Open the main menu, whose first entry a narrow row's tools are."""
        # In full screen there is no row.
        beside = self._menu_button if self.isVisible() else self.window()
        foot = beside.rect().bottomLeft() if self.isVisible() else beside.rect().topLeft()
        self._menu_button.menu().popup(beside.mapToGlobal(foot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put away what the new width has no room for."""
        super().resizeEvent(event)
        self._overflow.fit()

    def event(self, event: QEvent) -> bool:
        """Follow tools whose words become longer or shorter."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._overflow.fit()
        return handled

    def show_scales(self) -> None:
        """Write and tick the scales of the page."""
        self._rest.stop()
        speed, gain = _scales(self._view)
        speeds = [(value, f"{value:g} mm/s") for value in SPEEDS_MM_PER_S]
        gains = [(value, f"{value:g} mm/mV") for value in GAINS_MM_PER_MV]
        self._speed.set_options(_with(speeds, speed, "mm/s"), speed)
        self._gain.set_options(_with(gains, gain, "mm/mV"), gain)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        for button, name in self._icons:
            button.setIcon(icon(name, chrome.text, chrome.muted))
            button.setIconSize(QSize(SIZE_PX, SIZE_PX))
        for choice in self._choices.values():
            choice.set_color(chrome.muted)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show layout, scales, filter and the place in the folder."""
        view = new.view
        layouts = [(layout, tr(name)) for layout, name in LAYOUT_NAMES.items()]
        offered = [*layouts, (None, tr("Choose leads…"))]
        self._layout.set_options(offered, view.layout, shown=chosen_words(view))
        if old.pace != new.pace or not self._pace.text():
            self._pace.set_options([(pace, pace.short) for pace in PACES], new.pace)
        self._view = view
        if view.speed_mm_per_s in SPEEDS_MM_PER_S and view.gain_mm_per_mv in GAINS_MM_PER_MV:
            self.show_scales()
        elif (old.view.speed_mm_per_s, old.view.gain_mm_per_mv) != _scales(view):
            self._rest.start()
        self.filter.redraw(new)
        self._has_record = new.record is not None
        for placed in self._places_of_choices:
            placed.setEnabled(self._has_record)
        if any(getattr(old, f) is not getattr(new, f) for f in ("record", "files", "review")):
            self._place.setText(_place_words(new))
        if self._chrome is not None and old.playing is not new.playing:
            name = "pause" if new.playing else "play"
            self._play.setIcon(icon(name, self._chrome.text, self._chrome.muted))


def _scales(view: View) -> tuple[float, float]:
    return view.speed_mm_per_s, view.gain_mm_per_mv


def _with(options: list[tuple[float, str]], current: float, unit: str) -> list[tuple[object, str]]:
    known = any(value == current for value, _ in options)
    shown: list[tuple[object, str]] = [(value, text) for value, text in options]
    odd = [] if known else [(current, f"{current:.3g} {unit}")]
    return [*shown, *odd, (None, tr("Other…"))]


def _either(wish: SignalInstance, other: SignalInstance) -> Callable[[object], None]:
    """Pass a chosen value on; None stands for the entry that asks for another."""
    return lambda value: other.emit() if value is None else wish.emit(value)


def _place_words(state: ViewState) -> str:
    if state.record is None or not state.files:
        return "–"
    place = place_of(state.record.path, state.files)
    if place is None:
        return "–"
    words = tr("{place} of {files}", place=f"{place + 1:,}", files=f"{len(state.files):,}")
    return with_progress(words, state)


def _follow(button: QToolButton, placed: QAction, action: QAction) -> None:
    placed.setEnabled(action.isEnabled())
    button.setChecked(action.isChecked())


def _adding(action: QAction) -> Fill:
    return lambda menu: menu.addAction(action)


def _menu_button(name: str) -> _Tool:
    button = _Tool()
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
